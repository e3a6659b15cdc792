"""Reading several titles side by side; and how far all is that somebody asked for."""

from __future__ import annotations

from concurrent.futures import wait
from typing import TYPE_CHECKING, Final

from dialogs.wants import Recalled, Standing
from media import Availability, Kind, RequestStatus
from media_backends import BackendUnavailable, KeyRefused, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
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
#: The request manager knows nothing of these: they are still with us, or were given up.
_NOT_THERE: Final = frozenset({RequestStatus.QUEUED, RequestStatus.GIVEN_UP})


def recalled(
    asked: Sequence[PastRequest], count: int, look_up: Callable[[Title], Details], pool: Executor, deadline: Deadline
) -> Recalled:
    """How far these are now. Of what cannot be read in time it is said that it was requested, no more."""
    sent = [one.wish.title for one in asked if one.status not in _NOT_THERE]
    seen = read_all(sent, look_up, pool, deadline)
    return Recalled(tuple(Standing(one.wish, _stands(one, seen)) for one in asked), count)


def _stands(one: PastRequest, seen: Mapping[str, Details]) -> Availability | RequestStatus:
    if one.status in _NOT_THERE:
        return one.status
    details = seen.get(one.wish.title.key)
    return how_far(one.wish, details) if details else RequestStatus.APPROVED


def read_all(
    titles: Iterable[Title], look_up: Callable[[Title], Details], pool: Executor, deadline: Deadline
) -> dict[str, Details]:
    """What could be read of them in time, by Title.key; all are asked for side by side."""
    asking = {title.key: pool.submit(look_up, title) for title in titles}
    done, late = wait(asking.values(), deadline.left)
    for future in late:
        future.cancel()
    seen = {key: _seen(future) for key, future in asking.items() if future in done}
    return {key: details for key, details in seen.items() if details}


def _seen(asked: Future[Details]) -> Details | None:
    try:
        return asked.result()
    except (BackendUnavailable, KeyRefused, RequestRefused):
        return None


def how_far(wish: Wish, details: Details) -> Availability:
    """How far all that was wished for is."""
    chosen = [season for season in details.seasons if season.number in wish.seasons]
    if wish.title.kind is Kind.MOVIE or not chosen:
        return details.title.availability_in(four_k=wish.four_k)
    states = {season.availability_in(four_k=wish.four_k) for season in chosen}
    if len(states) > 1 and states & {Availability.AVAILABLE, Availability.PARTIAL}:
        return Availability.PARTIAL
    return min(states, key=_BEHIND.index) if len(states) > 1 else states.pop()
