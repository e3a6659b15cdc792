"""A whole collection at once: say what is missing, ask once, request each film."""

from __future__ import annotations

from dialogs import telling
from dialogs.states import Finished, OfferingCollection, RequestingCollection, Searching
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import FoundCollection, SettledAll, SubmitAll
from intents import No, Yes
from media import Kind, Reply


def offer_collection(state: Searching, found: FoundCollection) -> Answer:
    """Say what of it is missing, and ask once for all of that."""
    four_k = state.asked.four_k and Kind.MOVIE in found.four_k_kinds
    offering = OfferingCollection(found.collection, found.today, four_k)
    reply = telling.collection(offering)
    return Speak(offering if reply.listening else Finished(reply), reply)


def request_all(state: OfferingCollection, _yes: Yes) -> Answer:
    """Yes to all of them."""
    return Fetch(RequestingCollection(state.collection, state.wishes), SubmitAll(state.wishes))


def leave_it(_state: OfferingCollection, _no: No) -> Answer:
    """None of them."""
    return Speak(Finished(Reply("goodbye")), Reply("goodbye"))


def say_all_requested(state: RequestingCollection, settled: SettledAll) -> Answer:
    """What came of each, in one sentence or two."""
    reply = telling.collection_requested(state, settled)
    return Speak(Finished(reply), reply)


ROWS = (
    on(Searching, FoundCollection, offer_collection),
    on(OfferingCollection, Yes, request_all),
    on(OfferingCollection, No, leave_it),
    on(RequestingCollection, SettledAll, say_all_requested),
)
