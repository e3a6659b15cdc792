"""How far along a title is: what the server has, joined with what people asked for, in HD or in 4K.

A title's `mediaInfo` tells what the server has, its `requests` what people asked for; it is absent where the server
knows nothing. Seasons that were asked for stand in `requests[].seasons` alone until a scan of the library has made
rows in `mediaInfo.seasons`, so the truth is both, joined. HD and 4K say nothing about each other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from media import Availability, RequestStatus
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Row = Mapping[str, object]
    Statuses = Mapping[int, Availability]

log = logging.getLogger(__name__)

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
#: From nothing to everything: of two sources the one that is further along is right.
PROGRESS: Final = (
    Availability.MISSING,
    Availability.DECLINED,
    Availability.FAILED,
    Availability.PENDING,
    Availability.PROCESSING,
    Availability.PARTIAL,
    Availability.AVAILABLE,
    Availability.BLOCKED,
)
#: A season's own status counts where it says more than that the request lives.
OWN_FATE: Final = {RequestStatus.DECLINED, RequestStatus.FAILED, RequestStatus.AVAILABLE}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a server says of one title in one quality."""

    status: Availability  # of the title as such
    scanned: Mapping[int, Availability]  # of the seasons that a scan has found
    requests: tuple[Row, ...]  # oldest first

    @classmethod
    def read(cls, info: Row, statuses: Statuses, *, four_k: bool) -> Standing:
        """From a `mediaInfo`, which is empty where the server knows nothing of the title."""
        name = "status4k" if four_k else "status"
        requests = (row for row in fields.rows(info, "requests") if fields.flag(row, "is4k") is four_k)
        return cls(
            _blocked_or(media_status(info, "status", statuses), media_status(info, name, statuses)),
            _scanned(info, name, statuses),
            tuple(sorted(requests, key=lambda row: fields.number(row, "id") or 0)),
        )

    def of_movie(self) -> Availability:
        """How far along the film is."""
        if self.status is Availability.PARTIAL:  # a film is there or it is not
            return Availability.MISSING
        return furthest((self._unless_over(), self._asked_for()))

    def of_season(self, number: int) -> Availability:
        """How far along one season is."""
        here = self.scanned.get(number, Availability.MISSING)
        return furthest((here, *self._inherited(number), self._asked_for(number)))

    def of_show(self, seasons: Sequence[tuple[int, Availability]]) -> Availability:
        """What the seasons add up to; the server's own number is "available" as soon as one request is fulfilled."""
        if not seasons:
            return furthest((self._unless_over(), self._asked_for()))
        regular = {availability for number, availability in seasons if number > 0} or {seasons[0][1]}
        if len(regular) == 1:
            return regular.pop()
        if regular & {Availability.AVAILABLE, Availability.PARTIAL}:
            return Availability.PARTIAL
        return furthest(regular)

    def _unless_over(self) -> Availability:
        """Where every request is over, the title can still be "pending" or, after a failure, "processing" for ever."""
        fates = set(self._fates())
        if not fates or fates & {RequestStatus.PENDING, RequestStatus.APPROVED}:
            return self.status
        over = self.status is Availability.PENDING or (self.status.is_asked_for and RequestStatus.FAILED in fates)
        return Availability.MISSING if over else self.status

    def _inherited(self, number: int) -> Iterator[Availability]:
        """What a season has from its show: to be blocked; and to be there, where no season was ever scanned."""
        whole = self.status
        if whole is Availability.BLOCKED or (whole is Availability.AVAILABLE and not self.scanned and number > 0):
            yield whole

    def _asked_for(self, season: int | None = None) -> Availability:
        """What the requests make of a film, or of one season; a failed one stands in the way of a new one."""
        fates = tuple(self._fates(season))
        if RequestStatus.APPROVED in fates:
            return Availability.PROCESSING
        if RequestStatus.PENDING in fates:
            return Availability.PENDING
        if RequestStatus.FAILED in fates:
            return Availability.FAILED
        declined = bool(fates) and fates[-1] is RequestStatus.DECLINED  # and nothing newer
        return Availability.DECLINED if declined else Availability.MISSING

    def _fates(self, season: int | None = None) -> Iterator[RequestStatus]:
        for request in self.requests:
            fate = _fate(request, season)
            if fate is not None:
                yield fate


def furthest(availabilities: Iterable[Availability]) -> Availability:
    """Of several sources the one that is further along is right."""
    return max(availabilities, key=PROGRESS.index, default=Availability.MISSING)


def media_status(info: Row, name: str, statuses: Statuses) -> Availability:
    """The number in this field; one that nobody knows is taken as missing, and noted."""
    number = fields.number(info, name)
    if number is None:
        return Availability.MISSING
    if number not in statuses:
        log.warning("Media status %d is not known here; the title is taken as missing", number)
    return statuses.get(number, Availability.MISSING)


def request_status(row: Row) -> RequestStatus | None:
    """The status of a request, or of one season of it."""
    number = fields.number(row, "status")
    if number is not None and number not in REQUEST_STATUSES:
        log.warning("Request status %d is not known here; the request is passed over", number)
    return REQUEST_STATUSES.get(number or 0)


def _fate(request: Row, season: int | None) -> RequestStatus | None:
    """What became of a request, or of one season of it; None where that season is not in it."""
    whole = request_status(request)
    if season is None or whole is None:
        return whole
    rows = (row for row in fields.rows(request, "seasons") if fields.number(row, "seasonNumber") == season)
    own = next((status for row in rows if (status := request_status(row)) is not None), None)
    if own is None:
        return None
    # A request that failed leaves its seasons "approved".
    return own if own in OWN_FATE and whole not in {RequestStatus.DECLINED, RequestStatus.FAILED} else whole


def _blocked_or(whole: Availability, status: Availability) -> Availability:
    return whole if whole is Availability.BLOCKED else status


def _scanned(info: Row, name: str, statuses: Statuses) -> Mapping[int, Availability]:
    rows = ((fields.number(row, "seasonNumber"), row) for row in fields.rows(info, "seasons"))
    return {number: media_status(row, name, statuses) for number, row in rows if number is not None}
