"""From a wish to the title that was meant: search, offer, next, choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from dialogs import telling
from dialogs.apart import ask_which
from dialogs.carried import Errand
from dialogs.courtesies import missed
from dialogs.followed import Again, Heed, Trace
from dialogs.states import (
    SPEAKING_STATES,
    ChoosingTitle,
    Deciding,
    Describing,
    Finished,
    Heeding,
    Idle,
    Offering,
    Retrying,
    Searching,
    Stalled,
    Tracing,
)
from dialogs.table import Answer, Event, Fetch, Speak, on
from dialogs.wants import Found, LookUp, Refused, Search, Unanswered
from intents import AskFor, Next, No, NumberedSeasons, Previous, Yes
from intents.titles import Verdict
from media import Availability, Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.states import State
    from intents import Refine, Select
    from media import Title

T = TypeVar("T")
MOST_CANDIDATES = 8  # nobody listens to more, and a saved conversation stays small


def start_search(_state: State, asked: AskFor) -> Answer:
    """Somebody named a title, whatever was open before."""
    return Fetch(Searching(asked), Search(asked))


def offer_best(state: Searching, found: Found) -> Answer:
    """Put the best match to the person, or say that there is none."""
    asked = found.asked or state.asked
    if not found.titles or (state.back and found.contradicts):
        return nothing_found(state, asked if asked.people else state.asked)
    candidates = found.titles[:MOST_CANDIDATES]
    if found.verdict is Verdict.ASK_WHICH:
        choosing = ChoosingTitle(asked, candidates, found.today, 0, found.four_k_kinds, state.question, state.only_asks)
        return ask_which(replace(choosing, errand=state.errand))
    at, candidates = _behind(state.back, candidates)
    offering = Offering(asked, candidates, found.today, at, found.four_k_kinds)
    return answer_question(state, offering) if state.only_asks else offer_title(offering)


def _behind(back: Offering | ChoosingTitle | None, found: tuple[Title, ...]) -> tuple[int, tuple[Title, ...]]:
    """Where what was put to them was corrected, it stays in front of what was found: "go back" leads there."""
    if not isinstance(back, Offering) or back.title.key == found[0].key:
        return 0, found
    others = (title for title in found if title.key != back.title.key)
    return 1, (back.title, *others)[:MOST_CANDIDATES]


def nothing_found(state: Searching, asked: AskFor) -> Answer:
    """Nothing of that name exists; each time in a row that this happens, more is said of what may help.

    Where it was to be like what was put to them, only otherwise, that stays open.
    """
    match state.back:
        case Offering():
            return missed(state.back, Reply("no-such-option", listening=True))
        case ChoosingTitle():
            return missed(state.back, Reply("no-such-choice", listening=True))
    if not asked.title:
        return Speak(Idle(), Reply("nothing-with", {"people": asked.people}, listening=True))
    gaps = {"title": asked.title}
    help_that_helps = ("nothing-found-again", "nothing-found-still")
    instead = tuple([Reply(key, gaps, listening=True) for key in help_that_helps])
    return Speak(Idle(), Reply("nothing-found", gaps, listening=True), instead)


def answer_question(state: Searching | ChoosingTitle, offering: Offering) -> Answer:
    """Somebody asked about this title, no more: tell them, and ask whether they want it."""
    if state.question is not None:
        return Fetch(Describing(offering, state.question, only_asks=True), LookUp(offering.title))
    match state.errand:
        case Errand.FOLLOW:
            return Fetch(Heeding(offering.asked, offering), Heed(offering.title))
        case Errand.TRY_AGAIN:
            return Fetch(Retrying(), Again(offering.title))
    if offering.title.availability_in(four_k=offering.four_k) in {Availability.MISSING, Availability.BLOCKED}:
        return Speak(offering, telling.offer(offering, only_asks=True))
    named = offering.asked.seasons.numbers if isinstance(offering.asked.seasons, NumberedSeasons) else ()
    return Fetch(Tracing(offering.asked, offering), Trace(offering.title, offering.four_k, named))


def search_failed(state: Searching, failed: Unanswered) -> Answer:
    """Say why nothing could be looked up, and offer to try again."""
    reply = Reply("stalled", {"why": failed.speech_key}, listening=True)
    return Speak(Stalled(state.asked, failed.speech_key, state.question, state.only_asks, state.errand), reply)


def search_refused(_state: Searching, refused: Refused) -> Answer:
    """Say what the owner must mend; trying again would not help."""
    reply = Reply("cannot-ask", {"why": refused.speech_key})
    return Speak(Finished(reply), reply)


def search_again(state: Stalled, _yes: Yes) -> Answer:
    """Try the same search once more."""
    return Fetch(Searching(state.asked, state.question, state.only_asks, errand=state.errand), Search(state.asked))


def give_up(_state: Stalled, _no: No) -> Answer:
    """The person does not want to try again."""
    return Speak(Finished(Reply("goodbye")), Reply("goodbye"))


def offer_next(state: Offering, _event: Event) -> Answer:
    """Offer the next best; after the last, ask for another title."""
    if state.at + 1 < len(state.candidates):
        return offer_title(replace(state, at=state.at + 1))
    return Speak(Idle(), telling.no_more(state.asked))


def offer_previous(state: Offering, _previous: Previous) -> Answer:
    """Go back to the one offered before; the first stays the first."""
    return offer_title(replace(state, at=max(0, state.at - 1)))


def fits(title: Title, wanted: Select | Refine) -> bool:
    """True where kind and year are as they were said."""
    in_years = not wanted.years or (title.year is not None and wanted.years[0] <= title.year <= wanted.years[1])
    return in_years and wanted.kind in {None, title.kind}


def at_position(fitting: Sequence[T], position: int) -> list[T]:
    """The first (1), second … or last (-1) of them, alone; empty where there are not so many."""
    index = position - 1 if position > 0 else position
    return [*(fitting[index : index + 1] if index != -1 else fitting[-1:])]


def offer_title(state: Offering) -> Answer:
    """Put it to the person."""
    return Speak(state, telling.offer(state))


ROWS = (
    *(on(state, AskFor, start_search) for state in SPEAKING_STATES if state not in {ChoosingTitle, Deciding}),
    on(Searching, Found, offer_best),
    on(Searching, Unanswered, search_failed),
    on(Searching, Refused, search_refused),
    on(Stalled, Yes, search_again),
    on(Stalled, No, give_up),
    on(Offering, No, offer_next),
    on(Offering, Next, offer_next),
    on(Offering, Previous, offer_previous),
)
