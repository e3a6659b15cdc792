"""Not quite it: "no, the 1984 one", "I meant the series", "not that, the one with Tom Cruise", "go back"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.asking import at_position, fits, offer_next, offer_title
from dialogs.choosing import fitting, narrow
from dialogs.courtesies import missed, remind
from dialogs.filmographies import without_title
from dialogs.states import ChoosingSeasons, ChoosingTitle, Offering, Searching
from dialogs.table import Answer, Fetch, on
from dialogs.wants import Search
from intents import Next, Previous, Refine, Select
from media import Reply

if TYPE_CHECKING:
    from intents import AskFor


def offer_selected(state: Offering, select: Select) -> Answer:
    """Offer the one that was described, be it among those found or not."""
    places = [at for at, title in enumerate(state.candidates) if fits(title, select)]
    if select.position is not None:
        places = at_position(places, select.position)
    if places:
        return offer_title(replace(state, at=places[0]))
    if select.position is None and (select.kind or select.years):
        return _search(state, state.asked, Refine(kind=select.kind, years=select.years))
    return missed(state, Reply("no-such-option", listening=True))


def refine_offer(state: Offering, wanted: Refine) -> Answer:
    """Not this one, but one that is like it: among those found, or by searching again."""
    places = [at for at, title in enumerate(state.candidates) if at != state.at and fits(title, wanted)]
    if places and _is_told_by_lists(wanted):
        return offer_title(replace(state, at=places[0]))
    return _search(state, state.asked, wanted)


def refine_choice(state: ChoosingTitle, wanted: Refine) -> Answer:
    """What was said narrows the choice, or starts the search anew where the choice cannot tell."""
    places = fitting(state, wanted)
    return narrow(state, places) if places and _is_told_by_lists(wanted) else _search(state, state.asked, wanted)


def other_show(state: ChoosingSeasons, correction: Refine | Select | Next | Previous) -> Answer:
    """They said yes to a show and see only now that they meant another; "go back" leads to the offer."""
    if state.offer is None:
        return remind(state, correction)
    match correction:
        case Refine():
            return refine_offer(state.offer, correction)
        case Select():
            return offer_selected(state.offer, correction)
        case Next():
            return offer_next(state.offer, correction)
        case Previous():
            return offer_title(state.offer)


def _is_told_by_lists(wanted: Refine) -> bool:
    """False where only another search can tell: who plays in it, where it is from, which is the newest."""
    return not (wanted.people or wanted.country or wanted.prefer or wanted.upcoming or wanted.four_k)


def _search(back: Offering | ChoosingTitle, asked: AskFor, wanted: Refine) -> Answer:
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
    return Fetch(Searching(refined, back=back), Search(refined, alone))


ROWS = (
    on(Offering, Select, offer_selected),
    on(Offering, Refine, refine_offer),
    on(ChoosingTitle, Refine, refine_choice),
    on(ChoosingSeasons, Refine, other_show),
    on(ChoosingSeasons, Select, other_show),
    on(ChoosingSeasons, Next, other_show),
    on(ChoosingSeasons, Previous, other_show),
)
