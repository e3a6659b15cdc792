"""The skill: Amazon's SDK decides which of our handlers a request is for, and gives every answer its final shape.

The SDK raises on request types, fields and values it does not know, so it is handed an envelope made of what
`reading.py` understood. Imported at the first Alexa request, for the SDK takes time and memory (0.15 s, 20 MB).
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import RequestEnvelope, Response

from channels.alexa.reading import USER_EVENT
from channels.alexa.telling import say_nothing, tell_whether

if TYPE_CHECKING:
    from collections.abc import Callable

    from ask_sdk_core.handler_input import HandlerInput

    from channels.alexa.reading import AlexaRequest
    from channels.alexa.telling import Envelope

log = logging.getLogger(__name__)

_MODELS: Final = DefaultSerializer()  # keeps nothing between calls


@dataclass(frozen=True, slots=True)
class Visit:
    """A request on its way through the SDK, and how a turn is taken for it."""

    request: AlexaRequest
    take: Callable[[AlexaRequest], Envelope]


class Skill:
    """One for the life of a service; safe for many threads, since nothing is kept between requests."""

    def __init__(self) -> None:
        builder = SkillBuilder()
        for kind, answer in _ANSWERS.items():
            builder.add_request_handler(_Handler(kind, answer))
        self._skill = builder.create()

    def answer(self, visit: Visit) -> Envelope:
        """The answer's JSON. What we have no handler for is answered with silence."""
        request = visit.request
        if request.type not in _ANSWERS:
            level = logging.WARNING if request.reason else logging.INFO
            log.log(level, "Alexa sent %.100s, which needs no answer. %s", request.type or "no type", request.reason)
            return say_nothing()
        envelope = _MODELS.deserialize(json.dumps(_plain(request)), RequestEnvelope)
        answered = cast("dict[str, Any]", _MODELS.serialize(self._skill.invoke(envelope, visit)))
        return say_nothing() | {"response": answered.get("response") or {}}


class _Handler(AbstractRequestHandler):
    """Answers one type of request."""

    def __init__(self, kind: str, answer: Callable[[Visit], Envelope]) -> None:
        self._is_mine, self._answer = is_request_type(kind), answer

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(self._is_mine(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        told = self._answer(cast("Visit", handler_input.context))
        return cast("Response", _MODELS.deserialize(json.dumps(told["response"]), Response))


def _take(visit: Visit) -> Envelope:
    return visit.take(visit.request)


def _tell_whether(visit: Visit) -> Envelope:
    return tell_whether(visit.request)


def _let_go(visit: Visit) -> Envelope:
    reason = visit.request.reason
    log.log(logging.WARNING if "ERROR" in reason else logging.DEBUG, "Alexa ended the session: %s", reason)
    return say_nothing()


_ANSWERS: Final = {
    "LaunchRequest": _take,
    "IntentRequest": _take,
    USER_EVENT: _take,
    "CanFulfillIntentRequest": _tell_whether,
    "SessionEndedRequest": _let_go,
}


def _plain(request: AlexaRequest) -> dict[str, Any]:
    """The request in Amazon's shape, with nothing in it that we have not understood."""
    spoken: dict[str, Any] = {"type": request.type, "locale": request.locale}
    if request.type in {"IntentRequest", "CanFulfillIntentRequest"}:
        slots = {name: {"name": name, "value": words} for name, words in request.slots.items()}
        spoken["intent"] = {"name": request.intent, "slots": slots}
    return {"version": "1.0", "session": {"new": request.is_new, "sessionId": request.conversation}, "request": spoken}
