"""From Amazon's envelope to a value of known shape, whatever is missing, null or strange in it.

The envelope: https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from doors.reading import clean_text

LOCALE: Final = "en-US"  # where none is named
#: Characters. Amazon's user ids have some two hundred.
LONGEST_ID: Final = 300
LONGEST_WORDS: Final = 1000
LONGEST_TOUCHED: Final = 100
#: The interface of devices with a screen, and what they send when it is touched.
SCREEN: Final = "Alexa.Presentation.APL"
USER_EVENT: Final = "Alexa.Presentation.APL.UserEvent"


@dataclass(frozen=True, slots=True)
class AlexaRequest:
    """One request; every text is free of control characters, and empty where the envelope has none."""

    type: str
    locale: str
    person: str  # whose voice it is, else which device, else whose account
    conversation: str  # the session's id
    is_new: bool  # the first request of its session
    intent: str = ""
    elicited: bool = False  # it answers a slot that we asked for
    slots: Mapping[str, str] = field(default_factory=dict)  # as spoken; only those that hold something
    delivery: str = ""  # the request's id; one that is delivered again has the same
    also: tuple[str, ...] = ()  # who else it may be: of those behind `person`, what is told
    reason: str = ""  # why a session ended, or what Alexa did not like
    has_screen: bool = False  # the device shows documents
    touched: tuple[str, ...] = ()  # what a document of ours sends where it is touched; empty where that is no text
    scene: str = ""  # of the document that was touched, as `drawn_for` wrote it
    voice: str = ""  # whose voice it is, where that is recognised; at a touch, for whom was drawn
    api_endpoint: str = ""  # where Alexa can be told something while we are at it
    api_token: str = field(default="", repr=False)  # with what; a secret

    @property
    def words(self) -> str:
        """Whatever was caught in slots."""
        return " ".join(self.slots.values())


def read_request(envelope: Mapping[str, Any]) -> AlexaRequest:
    """What the envelope says. Never raises."""
    request, session = _part(envelope, "request"), _part(envelope, "session")
    intent, system = _part(request, "intent"), _part(envelope, "context", "System")
    scene, viewer = _drawn(_text(request, "token")) if _text(request, "type") == USER_EVENT else ("", "")
    voice = viewer or _text(_part(system, "person"), "personId")[:LONGEST_ID]
    speakers = (*filter(None, [voice]), *_without_a_voice(system, session))
    return AlexaRequest(
        type=_text(request, "type"),
        locale=_text(request, "locale") or LOCALE,
        person=next(iter(speakers), ""),
        also=speakers[1:],
        conversation=_text(session, "sessionId")[:LONGEST_ID],
        is_new=session.get("new") is True,
        intent=_text(intent, "name"),
        elicited=_text(request, "dialogState") in {"IN_PROGRESS", "COMPLETED"},
        slots=_slots(intent.get("slots")),
        delivery=_text(request, "requestId")[:LONGEST_ID],
        reason=_reason(request),
        has_screen=_has_screen(envelope),
        touched=_touched(request.get("arguments")),
        scene=scene,
        voice=voice,
        api_endpoint=_text(system, "apiEndpoint"),
        api_token=_text(system, "apiAccessToken"),
    )


def drawn_for(voice: str, scene: str) -> str:
    """The token of a document. A finger has no voice: whom it was drawn for comes back with the touch."""
    return f"{scene} {voice}".strip()


def _drawn(token: str) -> tuple[str, str]:
    """The scene, and whom it was drawn for, out of a token."""
    scene, _, voice = token.partition(" ")
    return scene[:LONGEST_TOUCHED], voice[:LONGEST_ID]


def _has_screen(envelope: Mapping[str, Any]) -> bool:
    interfaces = _part(envelope, "context", "System", "device").get("supportedInterfaces")
    return isinstance(interfaces, Mapping) and isinstance(interfaces.get(SCREEN), Mapping)


def _touched(arguments: object) -> tuple[str, ...]:
    if not isinstance(arguments, list) or not all(isinstance(one, str) for one in arguments):
        return ()
    return tuple(clean_text(one)[:LONGEST_TOUCHED] for one in arguments)


def _without_a_voice(system: Mapping[str, Any], session: Mapping[str, Any]) -> tuple[str, ...]:
    """Who else it may be, the nearest first: the device, the account of that."""
    named = (
        _text(_part(system, "device"), "deviceId"),
        _text(_part(system, "user"), "userId") or _text(_part(session, "user"), "userId"),
    )
    return tuple(one[:LONGEST_ID] for one in named if one)


def _slots(slots: object) -> dict[str, str]:
    if not isinstance(slots, Mapping):
        return {}
    spoken = {clean_text(name): _text(slot, "value").strip() for name, slot in slots.items()}
    return {name: words[:LONGEST_WORDS] for name, words in spoken.items() if words}


def _reason(request: Mapping[str, Any]) -> str:
    error = _part(request, "error") or _first(request.get("errors"))
    parts = (_text(request, "reason"), _text(error, "reason"), _text(error, "type"), _text(error, "message"))
    return " ".join(filter(None, parts))[:LONGEST_WORDS]


def _first(several: object) -> object:
    return several[0] if isinstance(several, list) and several else None


def _part(whole: object, *path: str) -> Mapping[str, Any]:
    for name in path:
        whole = whole.get(name) if isinstance(whole, Mapping) else None
    return whole if isinstance(whole, Mapping) else {}


def _text(part: object, name: str) -> str:
    value = part.get(name) if isinstance(part, Mapping) else None
    return clean_text(value) if isinstance(value, str) else ""
