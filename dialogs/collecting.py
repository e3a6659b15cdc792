"""A whole collection at once: say what is missing, ask once, request each film."""

from __future__ import annotations

from dataclasses import replace

from dialogs import telling
from dialogs.courtesies import remind
from dialogs.states import Finished, OfferingCollection, RequestingCollection, Searching
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import FoundCollection, SettledAll, SubmitAll
from intents import ChooseSeasons, GroupedSeasons, No, SeasonGroup, Select, Yes
from media import Kind, Reply


def offer_collection(state: Searching, found: FoundCollection) -> Answer:
    """Say what of it is missing, and ask once for all of that."""
    can_four_k = Kind.MOVIE in found.four_k_kinds
    offering = OfferingCollection(found.collection, found.today, state.asked.four_k and can_four_k, can_four_k)
    return _offer(offering, lacking=state.asked.four_k and not can_four_k)


def request_all(state: OfferingCollection, yes: Yes) -> Answer:
    """Yes to all of them. Where 4K is wanted only now and changes what is said yes to, it is put once more."""
    if not yes.four_k or state.four_k:
        return Fetch(RequestingCollection(state.collection, state.wishes), SubmitAll(state.wishes))
    if not state.can_four_k:
        return _offer(state, lacking=True)
    in_four_k = replace(state, four_k=True)
    is_the_same = [wish.title.key for wish in in_four_k.wishes] == [wish.title.key for wish in state.wishes]
    return request_all(in_four_k, Yes()) if is_the_same else _offer(in_four_k)


def request_named(state: OfferingCollection, named: ChooseSeasons | Select) -> Answer:
    """ "All of them" says yes as well; a part of them cannot be had that way."""
    all_of_them = {GroupedSeasons(SeasonGroup.ALL), GroupedSeasons(SeasonGroup.MISSING)}
    every = named.seasons in all_of_them if isinstance(named, ChooseSeasons) else named.every
    return request_all(state, Yes()) if every else remind(state, named)


def leave_it(_state: OfferingCollection, _no: No) -> Answer:
    """None of them."""
    return Speak(Finished(Reply("goodbye")), Reply("goodbye"))


def _offer(state: OfferingCollection, *, lacking: bool = False) -> Answer:
    reply = telling.collection(state, lacking=lacking)
    return Speak(state if reply.listening else Finished(reply), reply)


def say_all_requested(state: RequestingCollection, settled: SettledAll) -> Answer:
    """What came of each, in one sentence or two."""
    reply = telling.collection_requested(state, settled)
    return Speak(Finished(reply), reply)


ROWS = (
    on(Searching, FoundCollection, offer_collection),
    on(OfferingCollection, Yes, request_all),
    on(OfferingCollection, ChooseSeasons, request_named),
    on(OfferingCollection, Select, request_named),
    on(OfferingCollection, No, leave_it),
    on(RequestingCollection, SettledAll, say_all_requested),
)
