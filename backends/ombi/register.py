"""The requests that Ombi keeps: listing them, taking one back, deciding on one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from backends.ombi.asked import Number, read_children, read_film_requests, read_number
from backends.ombi.line import both, side_by_side
from backends.ombi.refusals import NothingThere, why_refused
from media import Kind
from media_backends import AlreadyRequested, BackendBroken, RequestRefused, Unsupported
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backends.ombi.line import Countdown, Line
    from media import KnownRequest

    Row = Mapping[str, object]

FILMS: Final = "/api/v2/Requests/movie"
FILM: Final = "/api/v1/Request/movie"
REPROCESS: Final = "/api/v2/Requests/reprocess"  # then /0 for a show or /1 for a film, the number, true for 4K
SHOWS: Final = "/api/v1/Request/tv"
SHOWS_LIGHT: Final = "/api/v1/Request/tvlite"  # every parent with its children, but without their episodes


class Register:
    """All requests of one Ombi."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def page(self, skip: int, take: int, countdown: Countdown) -> tuple[KnownRequest, ...]:
        """Films and shows together, newest first.

        Shows are picked from the light list, for v2 hides all but one request for the same show, and the whole list
        holds every episode; then each show on the page is read by itself.
        """
        most = skip + take
        films, shows = both(lambda: self._films(most, countdown), lambda: self._shows(countdown))
        parents = {child.id: number for number, row in shows.items() for child in read_children(row)}
        light = [child for row in shows.values() for child in read_children(row)]
        newest = sorted((*films, *light), key=lambda one: one.created or "", reverse=True)[skip:most]
        wanted = dict.fromkeys(parents[one.id] for one in newest if one.kind is Kind.TV)
        read = side_by_side([partial(self._children, parent, countdown) for parent in wanted])
        whole = {child.id: child for children in read for child in children}
        return tuple(whole.get(one.id, one) for one in newest)

    def one(self, request_id: str, kind: Kind, countdown: Countdown) -> KnownRequest | None:
        """The request of that id, None when it is gone."""
        number = read_number(request_id, kind)
        if number is None:
            return None
        found = self._of_film(number, countdown) if kind is Kind.MOVIE else self._of_show(number, countdown)
        return next((one for one in found if one.id == request_id), None)

    def cancel(self, request_id: str, kind: Kind, countdown: Countdown) -> bool:
        """Take it back; False when it was gone. A film's row goes as a whole, so never while it holds another wish."""
        number = read_number(request_id, kind)
        if number is None:
            return False
        path = f"{FILM}/{number.value}" if kind is Kind.MOVIE else f"{SHOWS}/child/{number.value}"
        if kind is Kind.MOVIE:
            there = [one.id for one in self._of_film(number, countdown)]
            if request_id not in there:
                return False
            if len(there) > 1:
                raise Unsupported(f"{self._line.host} keeps HD and 4K in one request and deletes both or none")
        try:
            self._done(self._line.write("DELETE", path, countdown))
        except NothingThere:
            return False
        return True

    def decide(self, request_id: str, kind: Kind, countdown: Countdown, *, approve: bool, reason: str) -> None:
        """Approve or deny it. That a film is "already" at Radarr is told after it was approved."""
        number = read_number(request_id, kind)
        if number is None:
            raise RequestRefused(f"{request_id!r} is no request of {self._line.host}")
        body: dict[str, object] = {"id": number.value}
        if kind is Kind.MOVIE:
            body["is4K"] = number.four_k
        if not approve:
            body["reason"] = reason
        path = FILM if kind is Kind.MOVIE else SHOWS
        try:
            if approve:
                self._done(self._line.write("POST", f"{path}/approve", countdown, body))
            else:
                self._done(self._line.write("PUT", f"{path}/deny", countdown, body))
        except AlreadyRequested:
            return

    def retry(self, request_id: str, kind: Kind, countdown: Countdown) -> None:
        """Have it handed to Radarr or Sonarr once more."""
        number = read_number(request_id, kind)
        if number is None:
            raise RequestRefused(f"{request_id!r} is no request of {self._line.host}")
        which = f"{0 if kind is Kind.TV else 1}/{number.value}/{str(number.four_k).lower()}"
        self._done(self._line.write("POST", f"{REPROCESS}/{which}", countdown))

    def _of_film(self, number: Number, countdown: Countdown) -> tuple[KnownRequest, ...]:
        try:
            row = self._line.read(f"{FILM}/info/{number.value}", countdown)
        except NothingThere:
            return ()
        return tuple(read_film_requests(fields.as_row(row)))

    def _of_show(self, number: Number, countdown: Countdown) -> tuple[KnownRequest, ...]:
        """A child can only be read through its parent, and which that is, only the whole list tells."""
        parents = (parent for parent, row in self._shows(countdown).items() if _holds(row, number.value))
        parent = next(parents, None)
        return () if parent is None else self._children(parent, countdown)

    def _children(self, parent: int, countdown: Countdown) -> tuple[KnownRequest, ...]:
        try:
            return tuple(read_children(fields.as_row(self._line.read(f"{SHOWS}/{parent}", countdown))))
        except NothingThere:  # gone since the list was read
            return ()

    def _films(self, most: int, countdown: Countdown) -> list[KnownRequest]:
        listed = self._line.read(f"{FILMS}/{most}/0/requestedDate/desc", countdown)
        if not isinstance(listed, dict) or "collection" not in listed:
            raise BackendBroken(f"{self._line.host} lists its requests in another shape")
        return [one for row in fields.rows(listed, "collection") for one in read_film_requests(row)]

    def _shows(self, countdown: Countdown) -> Mapping[int, Row]:
        """The light list of parents, by their numbers."""
        listed = self._line.read(SHOWS_LIGHT, countdown)
        if listed is not None and not isinstance(listed, list):
            raise BackendBroken(f"{self._line.host} lists its requests in another shape")
        rows = [fields.as_row(row) for row in listed or ()]
        return {number: row for row in rows if (number := fields.number(row, "id")) is not None}

    def _done(self, answer: object) -> None:
        result = fields.as_row(answer)
        if "result" not in result:
            raise BackendBroken(f"{self._line.host} does not say what became of the request")
        refused = why_refused(result, self._line.host)
        if refused is not None:
            raise refused


def _holds(parent: Row, child: int) -> bool:
    return any(fields.number(row, "id") == child for row in fields.rows(parent, "childRequests"))
