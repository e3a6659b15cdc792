"""A question about what is on offer, and back to ours: what is it about, who is in it, how long is it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import telling
from dialogs.courtesies import say_again
from dialogs.states import (
    SPEAKING_STATES,
    ChoosingSeasons,
    ChoosingTitle,
    Describing,
    Finished,
    Offering,
    Searching,
)
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import LookedUp, LookUp, Refused, Search, Unanswered
from intents import AskFor, AskInfo, GroupedSeasons, SeasonGroup
from media import Availability, Reply

if TYPE_CHECKING:
    from dialogs.states import State
    from intents import Topic


def ask_about_offer(state: Offering, asked: AskInfo) -> Answer:
    """Look it up; the offer stays open."""
    if asked.title is not None:
        return look_for(asked, asked.title)
    return Fetch(Describing(state, asked.topic), LookUp(state.title, lately=True))


def ask_about_show(state: ChoosingSeasons, asked: AskInfo) -> Answer:
    """All is known already."""
    if asked.title is not None:
        return look_for(asked, asked.title)
    return Speak(state, telling.describe(state.details, asked.topic, "seasons"))


def ask_about(state: State, asked: AskInfo) -> Answer:
    """A question about a title that was not spoken of: it is looked for first. After the end, about the last one."""
    if asked.title is None and isinstance(state, Finished) and state.about:
        return Fetch(Describing(state.about, asked.topic, only_asks=True), LookUp(state.about.title))
    return look_for(asked, asked.title) if asked.title is not None else say_again(state, asked)


def describe(state: Describing, looked_up: LookedUp) -> Answer:
    """Answer, and put our own question once more; whoever only asked hears what is there already."""
    details, offer = looked_up.details, state.offer
    if not state.only_asks:
        return Speak(offer, telling.describe(details, state.topic, _asking(state)))
    stands = details.title.availability_in(four_k=offer.four_k)
    if stands.is_open:
        return Speak(offer, telling.describe(details, state.topic, "request"))
    if details.open_seasons(four_k=offer.four_k) and stands is not Availability.BLOCKED:
        rest = replace(offer, asked=replace(offer.asked, seasons=GroupedSeasons(SeasonGroup.MISSING)))
        return Speak(rest, telling.describe(details, state.topic, "rest"))
    reply = telling.describe(details, state.topic, "nothing")
    return Speak(Finished(reply, offer), reply)


def cannot_describe(state: Describing, failed: Unanswered | Refused) -> Answer:
    """Say why not, and put our own question once more."""
    return Speak(
        state.offer, Reply("info-failed", {"why": failed.speech_key, "asking": _asking(state)}, listening=True)
    )


def _asking(state: Describing) -> str:
    return telling.question_of(state.offer, only_asks=state.only_asks)


def look_for(asked: AskInfo, title: str) -> Answer:
    """Find the title first that the question is about."""
    return _search(AskFor(title, asked.kind, asked.years), asked.topic)


def _search(asked: AskFor, question: Topic | None = None) -> Answer:
    return Fetch(Searching(asked, question, only_asks=True), Search(asked))


_ELSEWHERE = tuple(state for state in SPEAKING_STATES if state not in {Offering, ChoosingTitle, ChoosingSeasons})

ROWS = (
    on(Offering, AskInfo, ask_about_offer),
    on(ChoosingSeasons, AskInfo, ask_about_show),
    *(on(state, AskInfo, ask_about) for state in _ELSEWHERE),
    on(Describing, LookedUp, describe),
    on(Describing, Unanswered, cannot_describe),
    on(Describing, Refused, cannot_describe),
)
