"""What the end of a wish in the outbox means for the request that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.wants import AlreadyThere, GaveUp, Refused, Taken, Withdrawn
from media import Availability, Kind, News, RequestStatus, Stage

if TYPE_CHECKING:
    from dialogs.wants import Ending
    from media import Details, Wish

_BY_STATUS: Final = {
    RequestStatus.QUEUED: Stage.OWED,
    RequestStatus.PENDING: Stage.PENDING,
    RequestStatus.APPROVED: Stage.APPROVED,
    RequestStatus.DECLINED: Stage.DECLINED,
    RequestStatus.FAILED: Stage.FAILED,
    RequestStatus.AVAILABLE: Stage.READY,
    RequestStatus.GIVEN_UP: Stage.GIVEN_UP,
}
_BY_AVAILABILITY: Final = {
    Availability.AVAILABLE: Stage.READY,
    Availability.PARTIAL: Stage.PARTIAL,
    Availability.PROCESSING: Stage.APPROVED,
    Availability.PENDING: Stage.PENDING,
    Availability.MISSING: Stage.PENDING,  # it was asked for, and how far it is could not be read: that is looked for
    Availability.FAILED: Stage.FAILED,
    Availability.DECLINED: Stage.DECLINED,
}


def news_of(outcome: Ending, wish: Wish) -> News:
    """Where the request stands once its wish is settled."""
    match outcome:
        case Taken(receipt):
            return News(_BY_STATUS[receipt.status], "outbox", request_id=receipt.request_id or None)
        case AlreadyThere(details):
            return _there(details, wish)
        case Refused(speech_key):
            return News(Stage.REFUSED, "outbox", reason=speech_key)
        case GaveUp(speech_key):
            return News(Stage.GIVEN_UP, "outbox", reason=speech_key)
        case Withdrawn():
            return News(Stage.WITHDRAWN, "outbox")


def _there(details: Details, wish: Wish) -> News:
    """Somebody asked for it before, or it is in the library."""
    if wish.title.kind is Kind.MOVIE:
        return News(_stage(details.title.availability_in(four_k=wish.four_k)), "outbox")
    ready = set(details.seasons_that_are(Availability.AVAILABLE, four_k=wish.four_k)) & set(wish.seasons)
    if ready == set(wish.seasons):
        return News(Stage.READY, "outbox", ready=tuple(sorted(ready)))
    if ready:
        return News(Stage.PARTIAL, "outbox", ready=tuple(sorted(ready)))
    chosen = {one.availability_in(four_k=wish.four_k) for one in details.seasons if one.number in wish.seasons}
    if len(chosen) > 1:
        return News(Stage.APPROVED, "outbox")
    return News(_stage(next(iter(chosen), Availability.MISSING)), "outbox")


def _stage(availability: Availability) -> Stage:
    return _BY_AVAILABILITY.get(availability, Stage.REFUSED)
