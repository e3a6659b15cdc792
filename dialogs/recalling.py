"""What this person asked for, and how far it is; then back to the question that was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import reporting, telling
from dialogs.courtesies import question
from dialogs.followed import AskWaiting, Gather, Gathered
from dialogs.states import (
    SPEAKING_STATES,
    ChoosingSeasons,
    ChoosingTitle,
    Consulting,
    Finished,
    Idle,
    Offering,
    OfferingCollection,
    Recalling,
)
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.tracing import after_list
from dialogs.wants import Recall, Recalled
from intents import AskMine, AskRequests, Which

if TYPE_CHECKING:
    from dialogs.states import SpeakingState, State
    from media import Name


def recall(state: SpeakingState, _asked: AskMine) -> Answer:
    """Look it up; an open question stays open."""
    return Fetch(Recalling(state), Recall())


def tell_requests(state: Recalling, recalled: Recalled) -> Answer:
    """The latest of them, then our own question once more, if one is open."""
    is_open = not isinstance(state.back, Idle | Finished)
    reply = telling.requests(recalled, question(state.back) if is_open else None, _offered(state.back))
    if reply.listening:
        return Speak(state.back if is_open else Idle(), reply)
    return Speak(after_list(reply, [one.wish for one in recalled.latest], recalled.today), reply)


def gather(state: SpeakingState, asked: AskRequests) -> Answer:
    """Look them up; an open question stays open. Of those that wait for approval, one may be approved now."""
    if asked.which is Which.WAITING:
        return Fetch(Consulting(), AskWaiting())
    return Fetch(Recalling(state), Gather(asked.which))


def tell_gathered(state: Recalling, gathered: Gathered) -> Answer:
    """The first few of them, then our own question once more, if one is open."""
    is_open = not isinstance(state.back, Idle | Finished)
    reply = reporting.gathered(gathered, question(state.back) if is_open else None, _offered(state.back))
    told = after_list(reply, [one.wish for one in gathered.standings], gathered.today)
    return Speak(state.back if is_open else told, reply)


def _offered(state: State) -> str | Name | None:
    """What our own question is about: behind a list of others, "that one" would be one of those."""
    match state:
        case Offering():
            return state.title.spoken
        case ChoosingSeasons():
            return state.details.title.spoken
        case OfferingCollection():
            return state.collection.name.name
        case ChoosingTitle():
            return state.asked.title or None
        case _:
            return None


ROWS = (
    *(on(state, AskMine, recall) for state in SPEAKING_STATES),
    on(Recalling, Recalled, tell_requests),
    *(on(state, AskRequests, gather) for state in SPEAKING_STATES),
    on(Recalling, Gathered, tell_gathered),
)
