"""The door of the skill: who is not Alexa stays out, and whatever breaks inside, a person hears a kind sentence."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import flask

from channels import Who, new_conversation
from channels.alexa.certificates import NotFromAlexa
from channels.alexa.hearing import feel, hear
from channels.alexa.reading import USER_EVENT, AlexaRequest, read_request
from channels.alexa.skill import Skill, Visit
from channels.alexa.telling import say_nothing, tell, tell_trouble
from doors.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from channels import Channel, Front
    from channels.alexa import Reader
    from channels.alexa.moments import Moments
    from channels.alexa.telling import Envelope

log = logging.getLogger(__name__)

#: Requests that are spoken to, so that a failure may be spoken of.
SPOKEN_TO: Final = frozenset({"LaunchRequest", "IntentRequest", USER_EVENT})
#: Seconds that a turn gets even where fetching Alexa's certificate took most of the budget.
LEAST_BUDGET: Final = 1.0


class Door:
    """One for the life of a service; safe for many threads."""

    def __init__(self, front: Front, channel: Channel, reader: Reader, moments: Moments) -> None:
        self._front, self._channel, self._reader, self._moments = front, channel, reader, moments
        self._skill = Skill()

    def answer(self, headers: Mapping[str, str], body: bytes, began: float) -> Envelope | None:
        """The answer's JSON; None for whoever is not Alexa. `began` is when the request came, on the front's clock."""
        try:
            envelope = self._reader.read(headers, body)
        except NotFromAlexa as refusal:
            log.warning("Refused a request to /alexa: %s", refusal)
            return None
        request = read_request(envelope)
        try:
            return self._skill.answer(Visit(request, lambda asked: self._take(asked, began)))
        except Refused:  # Alexa says nothing of a status
            return tell_trouble(self._front.speech, request.locale, "too-often")
        except Exception:
            log.exception("A turn of Alexa's failed (%.100s)", request.type)
            return tell_trouble(self._front.speech, request.locale) if request.type in SPOKEN_TO else say_nothing()

    def _take(self, request: AlexaRequest, began: float) -> Envelope:
        """One turn, in what is left of the budget since the request came."""
        self._front.limits.count(flask.request, request.person, vouched=True)
        left = self._channel.budget - (self._front.clock() - began)
        viewer = request.voice if request.has_screen else None
        channel, speech = replace(self._channel, budget=max(left, LEAST_BUDGET)), self._front.speech
        with self._moments.during(request, lambda: speech.word("one-moment", request.locale)):
            return self._front.answer(
                channel,
                feel(request) if request.type == USER_EVENT else hear(request),
                person=Who(request.person, request.also),
                conversation=request.conversation or new_conversation(),
                locale=request.locale,
                tell=lambda taking: tell(taking, speech, request.locale, viewer),
                delivery=request.delivery,
            )
