"""A question about what is on offer, and back to ours: what is it about, who is in it, how long is it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import telling
from dialogs.courtesies import say_again
from dialogs.states import SPEAKING_STATES, ChoosingSeasons, Describing, Offering, Searching
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import LookedUp, LookUp, Refused, Search, Unanswered
from intents import AskFor, AskInfo, AskStatus
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State
    from intents import Topic


def ask_about_offer(state: Offering, asked: AskInfo) -> Answer:
    """Look it up; the offer stays open."""
    if asked.title is not None:
        return _search(AskFor(asked.title), asked.topic)
    return Fetch(Describing(state, asked.topic), LookUp(state.title, lately=True))


def ask_about_show(state: ChoosingSeasons, asked: AskInfo) -> Answer:
    """All is known already."""
    if asked.title is not None:
        return _search(AskFor(asked.title), asked.topic)
    return Speak(state, telling.describe(state.details, asked.topic, "seasons"))


def ask_about(state: State, asked: AskInfo) -> Answer:
    """A question about a title that was not spoken of: it is looked for first."""
    return _search(AskFor(asked.title), asked.topic) if asked.title is not None else say_again(state, asked)


def describe(state: Describing, looked_up: LookedUp) -> Answer:
    """Answer, and put our own question once more."""
    return Speak(state.offer, telling.describe(looked_up.details, state.topic, _asking(state)))


def cannot_describe(state: Describing, failed: Unanswered | Refused) -> Answer:
    """Say why not, and put our own question once more."""
    return Speak(
        state.offer, Reply("info-failed", {"why": failed.speech_key, "asking": _asking(state)}, listening=True)
    )


def _asking(state: Describing) -> str:
    return telling.question_of(state.offer, only_asks=state.only_asks)


def ask_how_far(state: State, asked: AskStatus) -> Answer:
    """The offer says how far along a title is; where one is open already, it is said again."""
    if asked.title is None and isinstance(state, Offering):
        return Speak(state, telling.offer(state, only_asks=True))
    if asked.title is None:
        return say_again(state, asked)
    return _search(AskFor(asked.title, asked.kind, seasons=asked.seasons))


def _search(asked: AskFor, question: Topic | None = None) -> Answer:
    return Fetch(Searching(asked, question, only_asks=True), Search(asked))


_ELSEWHERE = tuple(state for state in SPEAKING_STATES if state not in {Offering, ChoosingSeasons})

ROWS = (
    on(Offering, AskInfo, ask_about_offer),
    on(ChoosingSeasons, AskInfo, ask_about_show),
    *(on(state, AskInfo, ask_about) for state in _ELSEWHERE),
    on(Describing, LookedUp, describe),
    on(Describing, Unanswered, cannot_describe),
    on(Describing, Refused, cannot_describe),
    *(on(state, AskStatus, ask_how_far) for state in SPEAKING_STATES),
)
