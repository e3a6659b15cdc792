"""Their JSON as our words: titles, availability per season, receipts.

A title's `mediaInfo` tells what the server has, its `requests` what people asked for; it is absent where the server
knows nothing. Seasons that were asked for stand in `requests[].seasons` alone until a scan of the library has made
rows in `mediaInfo.seasons`, so the truth is both, joined. Requests for 4K say nothing about the title as such.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from media import Availability, Details, Kind, Receipt, RequestStatus, Season, Title
from media_backends import BackendBroken
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from media import Wish

    Row = Mapping[str, object]
    Statuses = Mapping[int, Availability]

log = logging.getLogger(__name__)

POSTERS: Final = "https://image.tmdb.org/t/p/w342"

#: Numbers of `mediaInfo.status` and of its seasons', as Overseerr has them.
OVERSEERR_STATUSES: Final[Mapping[int, Availability]] = {
    1: Availability.MISSING,
    2: Availability.PENDING,
    3: Availability.PROCESSING,
    4: Availability.PARTIAL,
    5: Availability.AVAILABLE,
}
SEERR_STATUSES: Final[Mapping[int, Availability]] = {
    **OVERSEERR_STATUSES,
    6: Availability.BLOCKED,
    7: Availability.MISSING,  # was there once, and was deleted
}
REQUEST_STATUSES: Final[Mapping[int, RequestStatus]] = {
    1: RequestStatus.PENDING,
    2: RequestStatus.APPROVED,
    3: RequestStatus.DECLINED,
    4: RequestStatus.FAILED,
    5: RequestStatus.AVAILABLE,
}
#: What a live request makes of a title. Declined and failed ones leave it missing; of completed ones the media tells.
ASKED_FOR: Final[Mapping[RequestStatus, Availability]] = {
    RequestStatus.PENDING: Availability.PENDING,
    RequestStatus.APPROVED: Availability.PROCESSING,
}
#: From nothing to everything: of two sources the one that is further along is right.
PROGRESS: Final = (
    Availability.MISSING,
    Availability.PENDING,
    Availability.PROCESSING,
    Availability.PARTIAL,
    Availability.AVAILABLE,
    Availability.BLOCKED,
)


def read_title(found: Row, statuses: Statuses) -> Title | None:
    """One row of a search; None for people, collections and rows that cannot be read."""
    kind = {"movie": Kind.MOVIE, "tv": Kind.TV}.get(fields.text(found, "mediaType") or "")
    if kind is None:
        return None
    info = fields.row(found, "mediaInfo")
    return _title(kind, found, _media_status(info, statuses) if info else Availability.MISSING)


def read_details(kind: Kind, found: Row, statuses: Statuses) -> Details | None:
    """The answer of /movie/{id} or /tv/{id}; None when it cannot be read."""
    info = fields.row(found, "mediaInfo")
    if kind is Kind.MOVIE:
        title = _title(kind, found, _movie_availability(info, statuses))
        return None if title is None else Details(title)
    seasons = _seasons(found, info, statuses)
    title = _title(kind, found, _show_availability(info, seasons, statuses))
    return None if title is None else Details(title, seasons, in_production=fields.flag(found, "inProduction"))


def read_receipt(made: Row, wish: Wish) -> Receipt:
    """The body of a 201. Its `media.status` is out of date; the request's own status counts."""
    request_id = fields.number(made, "id")
    if request_id is None:
        message = f"the answer about {wish.key} holds no request id"
        raise BackendBroken(message)
    taken = tuple(sorted(set(_numbers(fields.rows(made, "seasons")))))
    status = _request_status(made) or RequestStatus.PENDING
    return Receipt(str(request_id), status, taken or wish.seasons)


def _title(kind: Kind, found: Row, availability: Availability) -> Title | None:
    title_id = fields.number(found, "id")
    original = fields.text(found, "originalTitle", "originalName")
    name = fields.text(found, "title") if kind is Kind.MOVIE else fields.text(found, "name")
    name = name or original
    if title_id is None or name is None:
        return None
    released = _date(found, "releaseDate" if kind is Kind.MOVIE else "firstAirDate")
    poster = fields.text(found, "posterPath")
    return Title(
        kind=kind,
        id=title_id,
        name=name,
        year=int(released[:4]) if released else None,
        availability=availability,
        released=released,
        poster=f"{POSTERS}{poster}" if poster else None,
        original_name=original if original != name else None,
        votes=fields.number(found, "voteCount") or 0,
        overview=fields.text(found, "overview") or "",
    )


def _date(found: Row, name: str) -> str | None:
    date = (fields.text(found, name) or "")[:10]
    return date if date[:4].isascii() and date[:4].isdigit() and len(date[:4]) == len("1993") else None


def _movie_availability(info: Row, statuses: Statuses) -> Availability:
    status = _media_status(info, statuses)
    if status is Availability.PARTIAL:  # a film is there or it is not
        return Availability.MISSING
    requests = tuple(_hd_requests(info))
    return _furthest((_unless_failed(status, requests), *_asked_for(requests)))


def _unless_failed(status: Availability, requests: Sequence[Row]) -> Availability:
    """A request that failed leaves the media "processing" for ever: nothing is under way."""
    failed = any(_request_status(request) is RequestStatus.FAILED for request in requests)
    return Availability.MISSING if failed and status.is_asked_for else status


def _seasons(found: Row, info: Row, statuses: Statuses) -> tuple[Season, ...]:
    """Every season that TMDB knows, in order, each with its own truth."""
    whole = _media_status(info, statuses)
    scanned = _season_statuses(info, statuses)
    requests = tuple(_hd_requests(info))
    seasons: dict[int, Season] = {}
    for listed in fields.rows(found, "seasons"):
        number = fields.number(listed, "seasonNumber")
        if number is None:
            continue
        here = (scanned.get(number, Availability.MISSING), *_inherited(whole, number, scanned))
        seasons[number] = Season(
            number=number,
            availability=_furthest((*here, *_asked_for(requests, number))),
            episodes=fields.number(listed, "episodeCount"),
            aired=_date(listed, "airDate"),
        )
    return tuple(seasons[number] for number in sorted(seasons))


def _inherited(whole: Availability, number: int, scanned: Statuses) -> Iterator[Availability]:
    """What a season has from its show: to be blocked; and to be there, where no season was ever scanned by itself."""
    if whole is Availability.BLOCKED or (whole is Availability.AVAILABLE and not scanned and number > 0):
        yield whole


def _season_statuses(info: Row, statuses: Statuses) -> Mapping[int, Availability]:
    rows = ((fields.number(row, "seasonNumber"), row) for row in fields.rows(info, "seasons"))
    return {number: _media_status(row, statuses) for number, row in rows if number is not None}


def _show_availability(info: Row, seasons: Sequence[Season], statuses: Statuses) -> Availability:
    """What the seasons add up to; the server's own number says "available" as soon as one request is fulfilled."""
    if not seasons:
        return _furthest((_media_status(info, statuses), *_asked_for(tuple(_hd_requests(info)))))
    regular = {season.availability for season in seasons if season.number > 0} or {seasons[0].availability}
    if len(regular) == 1:
        return regular.pop()
    if regular & {Availability.AVAILABLE, Availability.PARTIAL}:
        return Availability.PARTIAL
    return _furthest(regular)


def _hd_requests(info: Row) -> Iterator[Row]:
    return (request for request in fields.rows(info, "requests") if not fields.flag(request, "is4k"))


def _asked_for(requests: Iterable[Row], season: int | None = None) -> Iterator[Availability]:
    """What the live requests make of a film, or of one season of a show."""
    for request in requests:
        status = _request_status(request)
        if status is None or status not in ASKED_FOR:
            continue
        if season is None or any(_is_live(row, season) for row in fields.rows(request, "seasons")):
            yield ASKED_FOR[status]


def _is_live(row: Row, season: int) -> bool:
    return fields.number(row, "seasonNumber") == season and _request_status(row) in ASKED_FOR


def _furthest(availabilities: Iterable[Availability]) -> Availability:
    return max(availabilities, key=PROGRESS.index, default=Availability.MISSING)


def _numbers(rows: Iterable[Row]) -> Iterator[int]:
    for row in rows:
        number = fields.number(row, "seasonNumber")
        if number is not None:
            yield number


def _media_status(info: Row, statuses: Statuses) -> Availability:
    number = fields.number(info, "status")
    if number is None:
        return Availability.MISSING
    if number not in statuses:
        log.warning("Media status %d is not known here; the title is taken as missing", number)
    return statuses.get(number, Availability.MISSING)


def _request_status(row: Row) -> RequestStatus | None:
    number = fields.number(row, "status")
    if number is not None and number not in REQUEST_STATUSES:
        log.warning("Request status %d is not known here; the request is passed over", number)
    return REQUEST_STATUSES.get(number or 0)
