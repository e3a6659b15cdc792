"""Requests as Ombi lists them, and their ids as we write them.

Ombi counts films, shows and the single requests for a show ("children") apart, so number 7 may be three things. A
film's id is "42", and "42:4k" for the 4K half of the same row; a show's is "child:7". The number of the parent, under
which Ombi gathers all children of one show, never leaves this package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backends.ombi.films import date
from media import Availability, Kind, KnownRequest, RequestStatus, User
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, object]

STAGES = {
    RequestStatus.AVAILABLE: Availability.AVAILABLE,
    RequestStatus.DECLINED: Availability.REFUSED,
    RequestStatus.APPROVED: Availability.PROCESSING,
    RequestStatus.PENDING: Availability.PENDING,
}


@dataclass(frozen=True, slots=True)
class Number:
    """One request's number at Ombi; of a film or of a child."""

    value: int
    four_k: bool = False

    def text(self, kind: Kind) -> str:
        """As it is known outside."""
        if kind is Kind.TV:
            return f"child:{self.value}"
        return f"{self.value}:4k" if self.four_k else str(self.value)


def read_number(request_id: str, kind: Kind) -> Number | None:
    """The number behind an id; None when it is none of ours."""
    found = re.fullmatch(r"child:([0-9]{1,9})" if kind is Kind.TV else r"([0-9]{1,9})(:4k)?", request_id)
    return Number(int(found[1]), kind is Kind.MOVIE and bool(found[2])) if found else None


def read_film_requests(row: Row) -> Iterator[KnownRequest]:
    """What one row holds: the request in HD, that in 4K, or both."""
    if fields.number(row, "theMovieDbId") is None or fields.number(row, "id") is None:
        return
    if date(row, "requestedDate"):  # unset where only 4K was asked for
        yield _film_request(row, four_k=False)
    if fields.flag(row, "has4KRequest"):
        yield _film_request(row, four_k=True)


def read_child(child: Row, parent: Row) -> KnownRequest | None:
    """One request for a show; None when it cannot be read."""
    number, title_id = fields.number(child, "id"), fields.number(parent, "externalProviderId")
    if number is None or title_id is None:
        return None
    status = _status(child, "")
    seasons = {fields.number(row, "seasonNumber") for row in fields.rows(child, "seasonRequests")}
    return KnownRequest(
        id=Number(number).text(Kind.TV),
        kind=Kind.TV,
        title_id=title_id,
        status=status,
        availability=_so_far(child, status),
        name=fields.text(parent, "title") or fields.text(child, "title"),
        seasons=tuple(sorted(season for season in seasons if season is not None)),
        user=_user(child),
        created=_moment(child, "requestedDate"),
        reason=fields.text(child, "deniedReason"),
    )


def read_children(parent: Row) -> Iterator[KnownRequest]:
    """All requests for one show."""
    for child in fields.rows(parent, "childRequests"):
        read = read_child(child, parent)
        if read is not None:
            yield read


def _film_request(row: Row, *, four_k: bool) -> KnownRequest:
    end = "4K" if four_k else ""
    status = _status(row, end)
    return KnownRequest(
        id=Number(fields.number(row, "id") or 0, four_k).text(Kind.MOVIE),
        kind=Kind.MOVIE,
        title_id=fields.number(row, "theMovieDbId") or 0,
        status=status,
        availability=STAGES[status],
        name=fields.text(row, "title"),
        four_k=four_k,
        user=_user(row),
        created=_moment(row, "requestedDate4k" if four_k else "requestedDate"),
        reason=fields.text(row, f"deniedReason{end}"),
    )


def _status(row: Row, end: str) -> RequestStatus:
    if fields.flag(row, f"available{end}"):
        return RequestStatus.AVAILABLE
    if fields.flag(row, f"denied{end}"):
        return RequestStatus.DECLINED
    return RequestStatus.APPROVED if fields.flag(row, f"approved{end}") else RequestStatus.PENDING


def _so_far(child: Row, status: RequestStatus) -> Availability:
    seasons = fields.rows(child, "seasonRequests")
    some = any(fields.flag(episode, "available") for season in seasons for episode in fields.rows(season, "episodes"))
    return Availability.PARTIAL if some and status is not RequestStatus.AVAILABLE else STAGES[status]


def _user(row: Row) -> User | None:
    user = fields.row(row, "requestedUser")
    login = fields.text(user, "userName")
    if login is None:
        return None
    return User(login, fields.text(row, "requestedByAlias") or fields.text(user, "alias", "userAlias") or login)


def _moment(row: Row, name: str) -> str | None:
    return fields.text(row, name) if date(row, name) else None
