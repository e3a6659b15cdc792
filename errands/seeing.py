"""How a request stands at the request manager at this moment: one cheap read, two for a show of which some is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from media import Availability, Kind, News, RequestStatus, Stage
from media_backends import Ability, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from media import Details, KnownRequest, Wish
    from media_backends import MediaBackend

#: Seconds for each call.
PATIENCE: Final = 5.0
_BY_STATUS: Final = {
    RequestStatus.QUEUED: Stage.PENDING,
    RequestStatus.PENDING: Stage.PENDING,
    RequestStatus.APPROVED: Stage.APPROVED,
    RequestStatus.DECLINED: Stage.DECLINED,
    RequestStatus.FAILED: Stage.FAILED,
    RequestStatus.AVAILABLE: Stage.READY,
}
#: Of what is in several states at once, the first of these tells most. BLOCKED says nothing of a request.
_BY_AVAILABILITY: Final = {
    Availability.FAILED: Stage.FAILED,
    Availability.PROCESSING: Stage.APPROVED,
    Availability.PARTIAL: Stage.APPROVED,  # of a season, or by mistake of a film
    Availability.PENDING: Stage.PENDING,
    Availability.DECLINED: Stage.DECLINED,
    Availability.REFUSED: Stage.DECLINED,
    Availability.MISSING: Stage.GONE,
}
_SOME: Final = frozenset({Availability.PARTIAL, Availability.AVAILABLE})


def see(backend: MediaBackend, wish: Wish, request_id: str | None, source: str) -> News | None:
    """What the request manager says of it now; None where it cannot tell.

    By the request's own id where it is known and the backend shows requests, else by the title. Raises
    BackendUnavailable, and KeyRefused.
    """
    try:
        if request_id and Ability.REQUESTS in backend.abilities:
            known = backend.known_request(request_id, wish.title.kind, timeout=PATIENCE)
            if known is None or not _is_for(known, wish):  # another server gives the same ids to others
                return _without_request(backend, wish, source)
            return see_known(backend, wish, known, source)
        return _by_title(_details(backend, wish), wish, source)
    except RequestRefused:  # it knows no such title, or shows no requests at this moment
        return None


def see_known(backend: MediaBackend, wish: Wish, known: KnownRequest, source: str) -> News:
    """What a request that was read says. Raises as `see`."""
    stage, here = _BY_STATUS[known.status], News(_BY_STATUS[known.status], source, known.reason, (), known.id)
    if known.status in {RequestStatus.DECLINED, RequestStatus.AVAILABLE}:
        return replace(here, ready=known.seasons if stage is Stage.READY else ())
    if known.kind is Kind.MOVIE:
        return replace(here, stage=Stage.READY) if known.availability is Availability.AVAILABLE else here
    # A show's own state is that of all its seasons: as long as none is there, none of these is.
    wanted = set(known.seasons or wish.seasons)
    ready = _there(_details(backend, wish), wanted, four_k=wish.four_k) if known.availability in _SOME else ()
    if wanted and set(ready) == wanted:
        stage = Stage.READY
    elif ready and stage is Stage.APPROVED:
        stage = Stage.PARTIAL
    return replace(here, stage=stage, ready=ready)


def _without_request(backend: MediaBackend, wish: Wish, source: str) -> News:
    """Requests are often cleared away once they are fulfilled; what is there is ready all the same."""
    try:
        news = _by_title(_details(backend, wish), wish, source)
    except RequestRefused:
        news = None
    return news if news and news.stage is Stage.READY else News(Stage.GONE, source)


def _is_for(known: KnownRequest, wish: Wish) -> bool:
    title = wish.title
    return (known.kind, known.title_id, known.four_k) == (title.kind, title.id, wish.four_k)


def _by_title(details: Details, wish: Wish, source: str) -> News | None:
    if wish.title.kind is Kind.MOVIE:
        whole = details.title.availability_in(four_k=wish.four_k)
        if whole is Availability.AVAILABLE:
            return News(Stage.READY, source)
        stage = _BY_AVAILABILITY.get(whole)
        return News(stage, source) if stage else None
    ready = _there(details, set(wish.seasons), four_k=wish.four_k)
    if wish.seasons and set(ready) == set(wish.seasons):
        return News(Stage.READY, source, ready=ready)
    states = {one.availability_in(four_k=wish.four_k) for one in details.seasons if one.number in wish.seasons}
    stage = next((stage for state, stage in _BY_AVAILABILITY.items() if state in states), None)
    if ready:
        stage = Stage.PARTIAL
    return News(stage, source, ready=ready) if stage else None


def _there(details: Details, wanted: AbstractSet[int], *, four_k: bool) -> tuple[int, ...]:
    """Which of these seasons are there, specials as well."""
    there = (one for one in details.seasons if one.availability_in(four_k=four_k) is Availability.AVAILABLE)
    return tuple(one.number for one in there if one.number in wanted)


def _details(backend: MediaBackend, wish: Wish) -> Details:
    return backend.details(wish.title.kind, wish.title.id, timeout=PATIENCE)
