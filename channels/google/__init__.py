"""POST /google: the webhook of Dialogflow ES and CX, for telephone lines, messengers and chat windows.

Google's speakers cannot be reached this way, nor any other; docs/google.md says what can, and leads an owner through.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from flask import Blueprint, Response, jsonify, request

from channels import Channel, Front, Who
from channels.google.reading import read_turn
from channels.google.telling import tell, tell_trouble
from doors.reading import read_object
from doors.refusals import Refused

if TYPE_CHECKING:
    from channels.google.reading import GoogleTurn

log = logging.getLogger(__name__)

#: Seconds. Dialogflow gives up after 5 (CX unless told otherwise), and the way here and back takes its share.
BUDGET: Final = 4.0
#: A request brings the agent's contexts, parameters and messages along.
MOST_BYTES: Final = 128 * 1024


def open_google(front: Front) -> Blueprint:
    """The blueprint of this channel."""
    blueprint = Blueprint("google", __name__)

    @blueprint.post("/google")
    def google() -> Response:
        began = front.clock()
        front.guard.admit(request, CHANNEL.name, basic=True, google=True)
        turn = read_turn(read_object(request, MOST_BYTES))
        try:
            front.limits.count(request, turn.person or turn.conversation, vouched=True)
        except Refused:  # of a status Dialogflow says nothing
            return jsonify(tell_trouble(turn, front.speech, turn.locale or front.locale, "too-often"))
        return jsonify(answer(front, turn, front.clock() - began))

    return blueprint


def answer(front: Front, turn: GoogleTurn, late: float = 0.0) -> dict[str, Any]:
    """The webhook's answer, in what `late` seconds leave of the budget: looking up one of Google's keys takes a while.

    Where we have a bug, a person hears so: of an error Dialogflow says nothing.
    """
    locale = turn.locale or front.locale
    try:
        return front.answer(
            replace(CHANNEL, budget=BUDGET - late),
            turn.said,
            person=Who(turn.person, turn.also),
            conversation=turn.conversation,
            locale=locale,
            tell=lambda taking: tell(turn, taking, front.speech, locale),
            delivery=turn.delivery,
        )
    except Exception:
        log.exception("A turn of Dialogflow's failed (%s)", turn.dialect)
        return tell_trouble(turn, front.speech, locale)


CHANNEL: Final = Channel("google", BUDGET, open_google)
