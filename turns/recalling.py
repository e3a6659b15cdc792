"""What somebody asked for, and how far it is: from the outbox, with the truth of the request manager where it tells."""

from __future__ import annotations

from concurrent.futures import wait
from typing import TYPE_CHECKING, Final

from dialogs.wants import Recalled, Standing
from media import Availability, Kind, RequestStatus
from media_backends import BackendUnavailable, KeyRefused, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor, Future

    from media import Details, PastRequest, Title, Wish
    from turns.deadline import Deadline

#: So many are told; nobody listens to more.
LATEST: Final = 3
#: Of several seasons, the one that is furthest behind tells how far they are.
_BEHIND: Final = (
    Availability.FAILED,
    Availability.REFUSED,
    Availability.DECLINED,
    Availability.MISSING,
    Availability.PENDING,
    Availability.PROCESSING,
    Availability.BLOCKED,
)


def recalled(
    asked: Sequence[PastRequest], count: int, look_up: Callable[[Title], Details], pool: Executor, deadline: Deadline
) -> Recalled:
    """How far these are now, read side by side. Of what cannot be read in time it is said that it was requested."""
    sent = [one for one in asked if one.status is not RequestStatus.QUEUED]
    reading = {one.wish.key: pool.submit(look_up, one.wish.title) for one in sent}
    _, late = wait(reading.values(), deadline.left)
    for future in late:
        future.cancel()
    return Recalled(tuple(Standing(one.wish, _stands(one, reading.get(one.wish.key))) for one in asked), count)


def _stands(one: PastRequest, reading: Future[Details] | None) -> Availability | RequestStatus:
    if reading is None:
        return RequestStatus.QUEUED
    if not reading.done() or reading.cancelled():
        return RequestStatus.APPROVED
    try:
        return how_far(one.wish, reading.result())
    except (BackendUnavailable, KeyRefused, RequestRefused):
        return RequestStatus.APPROVED


def how_far(wish: Wish, details: Details) -> Availability:
    """How far all that was wished for is."""
    chosen = [season for season in details.seasons if season.number in wish.seasons]
    if wish.title.kind is Kind.MOVIE or not chosen:
        return details.title.availability_in(four_k=wish.four_k)
    states = {season.availability_in(four_k=wish.four_k) for season in chosen}
    if len(states) > 1 and states & {Availability.AVAILABLE, Availability.PARTIAL}:
        return Availability.PARTIAL
    return min(states, key=_BEHIND.index) if len(states) > 1 else states.pop()
