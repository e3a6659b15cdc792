"""Several titles may have been meant: "the film from 2021 or the one from 1984?" Three at a time, then the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import telling
from dialogs.asking import answer_question, at_position, fits
from dialogs.confirming import confirm, confirm_with_seasons
from dialogs.filmographies import without_title
from dialogs.states import ChoosingTitle, Idle, Offering, Searching
from dialogs.table import Answer, Event, Fetch, Speak, on
from dialogs.wants import Search
from intents import ChooseSeasons, Next, No, Previous, Refine, Select, Yes
from media import Kind, Reply

if TYPE_CHECKING:
    from intents import AskFor


def agree(state: ChoosingTitle, yes: Yes) -> Answer:
    """ "Yes" settles it where one title was named; among several it says nothing yet."""
    return _take(state, state.at, yes) if len(state.shown) == 1 else Speak(state, telling.which_title(state))


def show_next(state: ChoosingTitle, _event: Event) -> Answer:
    """None of these: the next three; after the last, ask for another title."""
    further = state.at + len(state.shown)
    if further >= len(state.candidates):
        return Speak(Idle(), telling.no_more(state.asked))
    return _ask(replace(state, at=further))


def show_previous(state: ChoosingTitle, _event: Event) -> Answer:
    """Back to those read out before."""
    return _ask(replace(state, at=max(0, state.at - len(state.shown))))


def select(state: ChoosingTitle, chosen: Select) -> Answer:
    """Whoever says which one has also said that it is the one."""
    if chosen.every:
        return Speak(state, telling.which_title(state))
    if chosen.position is not None and not (chosen.kind or chosen.years):
        shown = range(state.at, state.at + len(state.shown))
        return _narrow(state, at_position([*shown], chosen.position))
    return _narrow(state, _fitting(state, chosen))


def name_seasons(state: ChoosingTitle, chosen: ChooseSeasons) -> Answer:
    """ "Season two" can only mean a show."""
    shows = _fitting(state, Select(kind=Kind.TV))
    if len(shows) != 1:
        return Speak(state, telling.which_title(state))
    offering = _offering(state, shows[0])
    if _must_be_told(state, offering):
        return _put(state, replace(offering, asked=replace(offering.asked, seasons=chosen.seasons)))
    return confirm_with_seasons(offering, chosen)


def refine_choice(state: ChoosingTitle, wanted: Refine) -> Answer:
    """What was said narrows the choice, or starts the search anew where the choice cannot tell."""
    fitting = _fitting(state, wanted)
    return _narrow(state, fitting) if fitting and _is_told_by_lists(wanted) else _search(state.asked, wanted)


def refine_offer(state: Offering, wanted: Refine) -> Answer:
    """Not this one, but one that is like it: among those found, or by searching again."""
    fitting = [at for at, title in enumerate(state.candidates) if at != state.at and fits(title, wanted)]
    if fitting and _is_told_by_lists(wanted):
        return _offer(replace(state, at=fitting[0]))
    return _search(state.asked, wanted)


def _is_told_by_lists(wanted: Refine) -> bool:
    """False where only another search can tell: who plays in it, where it is from, which is the newest."""
    return not (wanted.people or wanted.country or wanted.prefer or wanted.upcoming or wanted.four_k)


def _search(asked: AskFor, wanted: Refine) -> Answer:
    """The title that was asked for, with what was said now laid over the rest of it."""
    refined = replace(
        asked,
        kind=wanted.kind or asked.kind,
        years=wanted.years or asked.years,
        prefer=wanted.prefer or asked.prefer,
        # Where people led to the titles, whoever is named now has to be in them as well.
        people=wanted.people or asked.people if asked.title else (*asked.people, *wanted.people),
        country=wanted.country or asked.country,
        upcoming=wanted.upcoming or asked.upcoming,
        four_k=wanted.four_k or asked.four_k,
    )
    # Where they share no title, somebody else is wanted now.
    alone = (without_title(wanted),) if wanted.people and not asked.title else ()
    return Fetch(Searching(refined), Search(refined, alone))


def _fitting(state: ChoosingTitle, wanted: Select | Refine) -> list[int]:
    """Places of those that are as was said: of those read out, if any are."""
    fitting = [at for at, title in enumerate(state.candidates) if fits(title, wanted)]
    shown = [at for at in fitting if state.candidates[at] in state.shown]
    return shown or fitting


def _must_be_told(state: ChoosingTitle, offering: Offering) -> bool:
    """True where the choice is no "yes" yet: they only asked, or do not know that there is no 4K, or what it is."""
    return state.only_asks or offering.title not in state.shown or (offering.asked.four_k and not offering.four_k)


def _narrow(state: ChoosingTitle, fitting: list[int]) -> Answer:
    if not fitting:
        return Speak(state, Reply("no-such-choice", listening=True))
    if len(fitting) == 1:
        return _take(state, fitting[0], Yes())
    return _ask(replace(state, candidates=tuple(state.candidates[at] for at in fitting), at=0))


def _take(state: ChoosingTitle, at: int, yes: Yes) -> Answer:
    offering = _offering(state, at)
    return _put(state, offering) if _must_be_told(state, offering) else confirm(offering, yes)


def _put(state: ChoosingTitle, offering: Offering) -> Answer:
    return answer_question(state, offering) if state.only_asks else _offer(offering)


def _offer(offering: Offering) -> Answer:
    return Speak(offering, telling.offer(offering))


def _offering(state: ChoosingTitle, at: int) -> Offering:
    return Offering(state.asked, state.candidates, state.today, at, state.four_k_kinds)


def _ask(state: ChoosingTitle) -> Answer:
    return Speak(state, telling.which_title(state))


ROWS = (
    on(ChoosingTitle, Yes, agree),
    on(ChoosingTitle, No, show_next),
    on(ChoosingTitle, Next, show_next),
    on(ChoosingTitle, Previous, show_previous),
    on(ChoosingTitle, Select, select),
    on(ChoosingTitle, ChooseSeasons, name_seasons),
    on(ChoosingTitle, Refine, refine_choice),
    on(Offering, Refine, refine_offer),
)
