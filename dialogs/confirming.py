"""From "yes" to the request: read the truth, ask for seasons where that is open, request once, say what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import telling
from dialogs.courtesies import missed
from dialogs.seasons import airing, numbers_meant
from dialogs.states import Checking, ChoosingSeasons, Finished, Offering, Requesting
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import AlreadyThere, LookedUp, LookUp, Owed, Refused, Submit, Taken, Unanswered
from intents import ChooseSeasons, GroupedSeasons, No, NumberedSeasons, SeasonGroup, Yes
from media import Availability, Kind, Reply, Wish

if TYPE_CHECKING:
    from intents import Seasons


def confirm(state: Offering, yes: Yes) -> Answer:
    """That is the one. A film that nobody asked for can be requested; anything else is looked up first.

    Whoever agrees to 4K only now, where it cannot be had, is told so before anything is requested.
    """
    if yes.four_k:
        state = replace(state, asked=replace(state.asked, four_k=True))
        if not state.four_k:
            return Speak(state, telling.offer(state))
    title = state.title
    if title.kind is Kind.MOVIE and title.availability_in(four_k=state.four_k).is_open:
        return _submit(Wish(title, four_k=state.four_k), state)
    return Fetch(Checking(state, state.asked.seasons), LookUp(title))


def confirm_with_seasons(state: Offering, chosen: ChooseSeasons) -> Answer:
    """ "Season two" in answer to an offered show says yes as well."""
    if state.title.kind is Kind.MOVIE:
        return Speak(state, Reply("film-has-no-seasons", {"title": state.title.name}, listening=True))
    return Fetch(Checking(state, chosen.seasons), LookUp(state.title))


def decide(state: Checking, looked_up: LookedUp) -> Answer:
    """Now the truth is known: nothing to do, ask for seasons, or request."""
    details, today, four_k = looked_up.details, state.offer.today, state.offer.four_k
    title = details.title
    if title.kind is Kind.MOVIE and title.availability_in(four_k=four_k).is_open:
        return _submit(Wish(title, four_k=four_k), state.offer)
    if title.kind is Kind.MOVIE or title.availability is Availability.BLOCKED:
        return _finish(telling.already(details, four_k=four_k), state.offer)
    if not details.regular_seasons:
        return _finish(Reply("no-seasons-yet", {"title": title.name}), state.offer)
    return _decide_seasons(ChoosingSeasons(details, today, four_k, state.offer), state.seasons, looked_up.by_default)


def _decide_seasons(asking: ChoosingSeasons, seasons: Seasons | None, by_default: SeasonGroup | None) -> Answer:
    details, open_seasons = asking.details, asking.open_seasons
    if seasons is not None:
        return _choose(asking, seasons)
    if by_default and _can_be_had(asking, GroupedSeasons(by_default)):
        return _choose(asking, GroupedSeasons(by_default))
    if not open_seasons:
        return _finish(telling.already(details, four_k=asking.four_k), asking.offer)
    if len(details.regular_seasons) == 1:
        return _choose(asking, NumberedSeasons(open_seasons))
    return Speak(asking, telling.which_seasons(asking))


def choose(state: ChoosingSeasons, chosen: ChooseSeasons) -> Answer:
    """The person named seasons. They have heard what is there; only a number of it is worth telling once more."""
    return _choose(state, chosen.seasons, tells_rest=isinstance(chosen.seasons, NumberedSeasons))


def agree_to_seasons(state: ChoosingSeasons, _yes: Yes) -> Answer:
    """ "Yes" settles it where one season is missing; among several it says nothing yet."""
    if len(state.open_seasons) == 1:
        return _choose(state, GroupedSeasons(SeasonGroup.MISSING))
    return missed(state, telling.which_seasons(state))


def leave_seasons(_state: ChoosingSeasons, _no: No) -> Answer:
    """None of them."""
    return _finish(Reply("goodbye"))


def check_failed(state: Checking, failed: Unanswered) -> Answer:
    """The truth could not be read; the offer stays open, so that another yes tries again."""
    offer = replace(state.offer, asked=replace(state.offer.asked, seasons=state.seasons))
    return Speak(offer, Reply("stalled", {"why": failed.speech_key}, listening=True))


def check_refused(state: Checking, refused: Refused) -> Answer:
    """The title cannot be read at all."""
    return _finish(telling.refused(state.offer.title, refused, four_k=state.offer.four_k), state.offer)


def say_requested(state: Requesting, taken: Taken) -> Answer:
    """It is requested."""
    return _finish(telling.requested(state, taken), state.about)


def say_already(state: Requesting, there: AlreadyThere) -> Answer:
    """Somebody was faster, or it has arrived meanwhile: nothing was made."""
    if state.wish.seasons:
        already = telling.seasons_already(there.details, state.wish.seasons, four_k=state.wish.four_k)
        return _finish(already, state.about)
    return _finish(telling.already(there.details, four_k=state.wish.four_k), state.about)


def say_owed(state: Requesting, owed: Owed) -> Answer:
    """It is written down and will be requested."""
    return _finish(telling.owed(state, owed.speech_key), state.about)


def say_refused(state: Requesting, refused: Refused) -> Answer:
    """The request manager will not."""
    return _finish(telling.refused(state.wish.title, refused, four_k=state.wish.four_k), state.about)


def _choose(state: ChoosingSeasons, seasons: Seasons, *, tells_rest: bool = True) -> Answer:
    details = state.details
    wanted = numbers_meant(seasons, details, state.open_seasons)
    unknown = tuple(sorted(set(wanted) - {season.number for season in details.seasons}))
    if unknown and not state.open_seasons:
        return _finish(telling.only_seasons(details), state.offer)
    if unknown:
        return missed(state, telling.no_such_season(state, unknown))
    to_request = _can_be_had(state, seasons)
    if not to_request:
        return _finish(telling.seasons_already(details, wanted, four_k=state.four_k), state.offer)
    left_out = tuple(number for number in wanted if number not in to_request) if tells_rest else ()
    wish, to_come = Wish(details.title, to_request, state.four_k), airing(details, to_request, state.today)
    return Fetch(Requesting(wish, state.today, left_out, to_come, state.offer), Submit(wish))


def _can_be_had(state: ChoosingSeasons, seasons: Seasons) -> tuple[int, ...]:
    """Of the seasons meant, those for which a request can be made."""
    wanted = numbers_meant(seasons, state.details, state.open_seasons)
    all_open = {each.number for each in state.details.seasons if each.availability_in(four_k=state.four_k).is_open}
    return tuple(number for number in wanted if number in all_open)


def _submit(wish: Wish, offer: Offering) -> Answer:
    return Fetch(Requesting(wish, offer.today, about=offer), Submit(wish))


def _finish(reply: Reply, about: Offering | None = None) -> Answer:
    return Speak(Finished(reply, about), reply)


ROWS = (
    on(Offering, Yes, confirm),
    on(Offering, ChooseSeasons, confirm_with_seasons),
    on(Checking, LookedUp, decide),
    on(Checking, Unanswered, check_failed),
    on(Checking, Refused, check_refused),
    on(ChoosingSeasons, ChooseSeasons, choose),
    on(ChoosingSeasons, Yes, agree_to_seasons),
    on(ChoosingSeasons, No, leave_seasons),
    on(Requesting, Taken, say_requested),
    on(Requesting, AlreadyThere, say_already),
    on(Requesting, Owed, say_owed),
    on(Requesting, Refused, say_refused),
)
