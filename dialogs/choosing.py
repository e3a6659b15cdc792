"""Several titles may have been meant: "the film from 2021 or the one from 1984?" Three at a time, then the next."""

from __future__ import annotations

from dataclasses import replace

from dialogs import telling
from dialogs.apart import ask_which, is_called, which_title
from dialogs.asking import answer_question, at_position, fits, start_search
from dialogs.asking_back import look_for
from dialogs.confirming import confirm, confirm_with_seasons
from dialogs.courtesies import missed
from dialogs.states import ChoosingTitle, Finished, Idle, Offering
from dialogs.table import Answer, Event, Speak, on
from intents import AskFor, AskInfo, ChooseSeasons, Next, No, Previous, Refine, Select, Yes
from media import Kind, Reply


def agree(state: ChoosingTitle, yes: Yes) -> Answer:
    """ "Yes" settles it where one title was named; among several it says nothing yet."""
    return _take(state, state.at, yes) if len(state.shown) == 1 else _ask_anew(state)


def show_next(state: ChoosingTitle, _event: Event) -> Answer:
    """None of these: the next three; after the last, ask for another title."""
    further = state.at + len(state.shown)
    if further >= len(state.candidates):
        return _none_of_those(state)
    return ask_which(replace(state, at=further))


def _none_of_those(state: ChoosingTitle) -> Answer:
    if not _is_of_list(state):
        return Speak(Idle(), telling.no_more(state.asked))
    reply = Reply("heed-what")
    return Speak(Finished(reply), reply)


def choose_by_name(state: ChoosingTitle, asked: AskFor) -> Answer:
    """The name of one of those that were read out of a list is a choice; any other is a wish."""
    named = [at for at, title in enumerate(state.candidates) if is_called(title, asked.title)]
    return narrow(state, named) if _is_of_list(state) and len(named) == 1 else start_search(state, asked)


def show_previous(state: ChoosingTitle, _event: Event) -> Answer:
    """Back to those read out before."""
    return ask_which(replace(state, at=max(0, state.at - len(state.shown))))


def select(state: ChoosingTitle, chosen: Select) -> Answer:
    """Whoever says which one has also said that it is the one."""
    if chosen.every:
        return _ask_anew(state)
    if chosen.position is not None and not (chosen.kind or chosen.years):
        shown = range(state.at, state.at + len(state.shown))
        return narrow(state, at_position([*shown], chosen.position))
    return narrow(state, fitting(state, chosen))


def name_seasons(state: ChoosingTitle, chosen: ChooseSeasons) -> Answer:
    """ "Season two" can only mean a show."""
    shows = fitting(state, Select(kind=Kind.TV))
    if len(shows) != 1:
        return _ask_anew(state)
    offering = _offering(state, shows[0])
    if _must_be_told(state, offering):
        return _put(state, replace(offering, asked=replace(offering.asked, seasons=chosen.seasons)))
    return confirm_with_seasons(offering, chosen)


def ask_of_which(state: ChoosingTitle, asked: AskInfo) -> Answer:
    """A question about "it" while several are read out: of which, and then the answer."""
    if asked.title is not None:
        return look_for(asked, asked.title)
    return Speak(replace(state, question=asked.topic, only_asks=True), which_title(state))


def fitting(state: ChoosingTitle, wanted: Select | Refine) -> list[int]:
    """Places of those that are as was said: of those read out, if any are."""
    places = [at for at, title in enumerate(state.candidates) if fits(title, wanted)]
    shown = [at for at in places if state.candidates[at] in state.shown]
    return shown or places


def _must_be_told(state: ChoosingTitle, offering: Offering) -> bool:
    """True where the choice is no "yes" yet: they only asked, or do not know that there is no 4K, or what it is."""
    return state.only_asks or offering.title not in state.shown or (offering.asked.four_k and not offering.four_k)


def narrow(state: ChoosingTitle, places: list[int]) -> Answer:
    """Only these are left: the one that it is, or which of them."""
    if not places:
        return missed(state, Reply("no-such-choice", listening=True))
    if len(places) == 1:
        return _take(state, places[0], Yes())
    return ask_which(replace(state, candidates=tuple(state.candidates[at] for at in places), at=0))


def _take(state: ChoosingTitle, at: int, yes: Yes) -> Answer:
    offering = _offering(state, at)
    return _put(state, offering) if _must_be_told(state, offering) else confirm(offering, yes)


def _put(state: ChoosingTitle, offering: Offering) -> Answer:
    return answer_question(state, offering) if state.only_asks else _offer(offering)


def _offer(offering: Offering) -> Answer:
    return Speak(offering, telling.offer(offering))


def _offering(state: ChoosingTitle, at: int) -> Offering:
    if _is_of_list(state):
        title = state.candidates[at]
        return Offering(AskFor(title.name, title.kind), (title,), state.today)
    return Offering(state.asked, state.candidates, state.today, at, state.four_k_kinds)


def _is_of_list(state: ChoosingTitle) -> bool:
    """True where these were read out, rather than searched for."""
    return not (state.asked.title or state.asked.people)


def _ask_anew(state: ChoosingTitle) -> Answer:
    """It was no choice between them: the same question, and help where that happens again."""
    return missed(state, which_title(state))


ROWS = (
    on(ChoosingTitle, Yes, agree),
    on(ChoosingTitle, No, show_next),
    on(ChoosingTitle, Next, show_next),
    on(ChoosingTitle, Previous, show_previous),
    on(ChoosingTitle, Select, select),
    on(ChoosingTitle, ChooseSeasons, name_seasons),
    on(ChoosingTitle, AskInfo, ask_of_which),
    on(ChoosingTitle, AskFor, choose_by_name),
)
