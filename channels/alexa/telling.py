"""How Alexa is told: speech marks, a reprompt, a card, and which slot we would like to hear next.

Every answer is a plain dict, as it goes over the wire. Limits and fields:
https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.names import CODE_SLOT, LINK, REQUEST, SEASONS, SEASONS_SLOT, TITLE_SLOT
from dialogs import offered, question
from dialogs.states import AskingCode, ChoosingSeasons, Idle
from media import Title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from channels.alexa.reading import AlexaRequest
    from dialogs.states import State
    from media import CollectionName
    from speech.saying import Speech, Spoken
    from turns.taking import Taking

Envelope = dict[str, Any]

LONGEST_SPEECH: Final = 8000  # characters, speech marks included
LONGEST_CARD: Final = 8000  # characters of its texts and addresses together
LONGEST_CARD_TITLE: Final = 200
LONGEST_ADDRESS: Final = 2000
#: What Alexa's voices can be told to speak a name in, whatever their own language: values of <lang xml:lang="…">.
#: https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html#lang
#: An unknown value would silence the whole answer: a language is added once a device has been heard to speak it.
VOICES: Final = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "it": "it-IT",
    "ja": "ja-JP",
}
#: What XML 1.0 cannot hold, not even escaped.
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tell(taking: Taking, speech: Speech, locale: str) -> Envelope:
    """The answer to one turn. The session stays open exactly while we listen."""
    spoken = speech.say(taking.reply, locale, VOICES)
    response: dict[str, Any] = {"outputSpeech": _ssml(spoken), "shouldEndSession": not taking.reply.listening}
    if taking.reply.listening:
        again = speech.word("reprompt", locale, context=question(taking.state))
        response["reprompt"] = {"outputSpeech": _marked(escape(again))}
        if directive := _elicit(taking.state):
            response["directives"] = [directive]
    if shown := _shown(taking):
        response["card"] = _card(shown, spoken.plain)
    return _envelope(response)


def tell_trouble(speech: Speech, locale: str) -> Envelope:
    """The answer where we have a bug."""
    text = speech.word("trouble", locale)
    return _envelope({"outputSpeech": _marked(escape(text)), "shouldEndSession": True})


def say_nothing() -> Envelope:
    """The only answer allowed to SessionEndedRequest, and the right one to whatever we do not know."""
    return _envelope({})


def tell_whether(request: AlexaRequest) -> Envelope:
    """The answer to CanFulfillIntentRequest: we can look for any title, and nothing is looked up to say so."""
    if request.intent != REQUEST:
        return _envelope({"canFulfillIntent": {"canFulfill": "NO", "slots": _none_of(request.slots)}})
    able = {"canUnderstand": "YES", "canFulfill": "YES"}
    titles = {TITLE_SLOT: able} if TITLE_SLOT in request.slots else {}
    others = _none_of([name for name in request.slots if name != TITLE_SLOT])
    return _envelope({"canFulfillIntent": {"canFulfill": "YES" if titles else "MAYBE", "slots": {**titles, **others}}})


def _none_of(slots: Mapping[str, str] | list[str]) -> dict[str, dict[str, str]]:
    return {name: {"canUnderstand": "NO", "canFulfill": "NO"} for name in slots}


def _envelope(response: dict[str, Any]) -> Envelope:
    """Session attributes stay empty: where the conversation stands is in our database."""
    return {"version": "1.0", "sessionAttributes": {}, "response": response}


def _ssml(spoken: Spoken) -> dict[str, str]:
    marked = _marked(spoken.ssml)
    if len(marked["ssml"]) <= LONGEST_SPEECH:
        return marked
    return _marked(escape(spoken.plain[: LONGEST_SPEECH // 8]))  # an escaped character takes six at most


def _marked(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{_NOT_XML.sub('', text)}</speak>"}


def _elicit(state: State) -> dict[str, Any] | None:
    """Ask for a slot, so that Alexa takes a bare title or bare seasons; never where yes or no is the answer."""
    match state:
        case Idle():
            return _elicit_slot(REQUEST, TITLE_SLOT)
        case AskingCode():
            return _elicit_slot(LINK, CODE_SLOT)
        case ChoosingSeasons() if len(state.open_seasons) != 1:
            return _elicit_slot(SEASONS, SEASONS_SLOT)
        case _:
            return None


def _elicit_slot(intent: str, slot: str) -> dict[str, Any]:
    empty = {slot: {"name": slot, "confirmationStatus": "NONE"}}
    return {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": slot,
        "updatedIntent": {"name": intent, "confirmationStatus": "NONE", "slots": empty},
    }


def _shown(taking: Taking) -> Title | CollectionName | None:
    """What was requested in this turn, else what is on offer."""
    return taking.made.what if taking.made else offered(taking.state)


def _card(shown: Title | CollectionName, text: str) -> dict[str, Any]:
    heading, poster = _clipped(_heading(shown), LONGEST_CARD_TITLE), _poster(shown)
    if poster is None:
        return {"type": "Simple", "title": heading, "content": _clipped(text, LONGEST_CARD - len(heading))}
    room = LONGEST_CARD - len(heading) - 2 * len(poster)
    image = {"smallImageUrl": poster, "largeImageUrl": poster}
    return {"type": "Standard", "title": heading, "text": _clipped(text, room), "image": image}


def _heading(shown: Title | CollectionName) -> str:
    year = shown.year if isinstance(shown, Title) else None
    return f"{shown.name} ({year})" if year else shown.name


def _poster(shown: Title | CollectionName) -> str | None:
    """Alexa's app shows pictures over https alone."""
    poster = (shown.poster if isinstance(shown, Title) else None) or ""
    return poster if poster.startswith("https://") and len(poster) <= LONGEST_ADDRESS else None


def _clipped(text: str, most: int) -> str:
    clean = _NOT_XML.sub("", text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"
