"""What a server of the family keeps books on: requests, users and their quotas."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from backends.seerr.calls import as_user
from backends.seerr.reading import read_known_request, read_quotas, read_user
from backends.seerr.refusals import row_of, why_not_changed
from media import Kind, QuotaUnit, RequestStatus
from media_backends import BackendBroken, BackendError, MediaBackend, RequestRefused, TitleUnknown, UserUnknown
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backends.seerr.calls import Calls
    from media import Availability, KnownRequest, Quota, User

GONE: Final = 404
#: Bits of a user's permissions, either of which will do: administrator (2), and who manages requests (16).
MAY_DECIDE: Final = 2 | 16
PAGE: Final = 100
MOST_USERS: Final = 2000
#: Seconds that a refusal may take longer in order to say until when it holds.
CURIOSITY: Final = 1.5


class Ledger(MediaBackend):
    """The part of the port that is about requests made, and about users."""

    media_statuses: ClassVar[Mapping[int, Availability]]

    def __init__(self, calls: Calls, clock: Callable[[], float]) -> None:
        """`clock` gives epoch seconds."""
        self._calls, self._clock = calls, clock
        self._me: User | None = None  # whose key it is, once asked

    def requests(self, *, skip: int = 0, take: int = 50, timeout: float) -> tuple[KnownRequest, ...]:
        """See the port. It asks every Radarr and Sonarr first: 20 s where those hang, so never on the way to a word."""
        row = self._calls.read(f"/api/v1/request?take={take:d}&skip={skip:d}&sort=added", timeout)
        found = (read_known_request(one, self.media_statuses) for one in fields.rows(row, "results"))
        return tuple(one for one in found if one is not None)

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        del kind  # its number is its own among both
        if not _is_number(request_id):  # another request manager, that was here before, gave it
            return None
        try:
            row = self._calls.read(f"/api/v1/request/{request_id}", timeout)
        except TitleUnknown:
            return None
        found = read_known_request(row, self.media_statuses)
        if found is None:
            message = f"{self._calls.host} described request {request_id} without its title"
            raise BackendBroken(message)
        return found

    def cancel(self, request_id: str, kind: Kind, *, timeout: float) -> bool:
        del kind
        answer = self._calls.write("DELETE", f"/api/v1/request/{_number(request_id)}", timeout=timeout)
        if answer.status not in {200, 204, GONE}:
            raise why_not_changed(answer, self._calls.host)
        return answer.status != GONE

    def decide(self, request_id: str, kind: Kind, *, approve: bool, reason: str = "", timeout: float) -> None:
        """See the port. These servers keep no reason."""
        del kind, reason
        verb = "approve" if approve else "decline"
        answer = self._calls.write("POST", f"/api/v1/request/{_number(request_id)}/{verb}", timeout=timeout)
        if answer.status != 200:
            raise why_not_changed(answer, self._calls.host)
        if fields.number(row_of(answer, self._calls.host), "id") is None:
            message = f"{self._calls.host} dropped request {request_id}: it cannot hand the show on"
            raise RequestRefused(message)

    def retry(self, request_id: str, kind: Kind, *, timeout: float) -> None:
        del kind
        answer = self._calls.write("POST", f"/api/v1/request/{_number(request_id)}/retry", timeout=timeout)
        if answer.status != 200:
            raise why_not_changed(answer, self._calls.host)

    def may_decide(self, user: str, *, timeout: float) -> bool:
        whose = as_user(user)["X-Api-User"]
        try:
            row = self._calls.read(f"/api/v1/user/{whose}", timeout)
        except TitleUnknown:
            message = f"{self._calls.host} knows no user {whose}"
            raise UserUnknown(message) from None
        return bool((fields.number(row, "permissions") or 0) & MAY_DECIDE)

    def users(self, *, timeout: float) -> tuple[User, ...]:
        ends_at = time.monotonic() + timeout
        users: list[User] = []
        for skip in range(0, MOST_USERS, PAGE):
            row = self._calls.read(f"/api/v1/user?take={PAGE}&skip={skip}", ends_at - time.monotonic())
            page = fields.rows(row, "results")
            users += [user for user in map(read_user, page) if user is not None]
            if len(page) < PAGE:
                break
        return tuple(users)

    def quotas(self, user: str | None = None, *, timeout: float) -> tuple[Quota, ...]:
        ends_at = time.monotonic() + timeout
        whose = self._number_of(user, timeout)
        try:
            return read_quotas(self._calls.read(f"/api/v1/user/{whose}/quota", ends_at - time.monotonic()))
        except TitleUnknown:
            message = f"{self._calls.host} knows no user {whose}"
            raise UserUnknown(message) from None

    @property
    def rests(self) -> bool:
        return self._calls.rests

    def close(self) -> None:
        self._calls.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._calls.host}>"

    def _number_of(self, user: str | None, timeout: float) -> str:
        if user is not None:
            return as_user(user)["X-Api-User"]
        if self._me is None:
            self._me = read_user(self._calls.read("/api/v1/auth/me", timeout))
        if self._me is None:
            message = f"{self._calls.host} does not say whose key this is"
            raise BackendBroken(message)
        return self._me.id

    def _frees(self, kind: Kind, user: str | None, ends_at: float) -> str | None:
        """The date on which the oldest request that a quota counts falls out of it; None where it cannot be told."""
        ends_at = min(ends_at, time.monotonic() + CURIOSITY)
        unit = QuotaUnit.MOVIES if kind is Kind.MOVIE else QuotaUnit.SEASONS
        try:
            whose = self._number_of(user, ends_at - time.monotonic())
            (quota,) = (one for one in self.quotas(whose, timeout=ends_at - time.monotonic()) if one.unit is unit)
            # Unlike the list of all requests, a user's own asks no Radarr and no Sonarr.
            row = self._calls.read(f"/api/v1/user/{whose}/requests?take={PAGE}&skip=0", ends_at - time.monotonic())
        except BackendError:
            return None
        found = (read_known_request(one, self.media_statuses) for one in fields.rows(row, "results"))
        mine = [one for one in found if one and one.kind is kind and one.status is not RequestStatus.DECLINED]
        return _falls_out(mine, quota, datetime.fromtimestamp(self._clock(), UTC))


def _falls_out(requests: list[KnownRequest], quota: Quota, now: datetime) -> str | None:
    """When as many requests are too old to be counted as must be, so that one is free."""
    if quota.days is None or quota.limit is None:
        return None
    dated = ((_moment(one.created), len(one.seasons) or 1) for one in requests)
    ends = sorted((when + timedelta(days=quota.days), weight) for when, weight in dated if when is not None)
    counted = [(end, weight) for end, weight in ends if end > now]
    used = sum(weight for _, weight in counted)
    for end, weight in counted:
        used -= weight
        if used < quota.limit:
            return end.date().isoformat()
    return None


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number(request_id: str) -> str:
    if not _is_number(request_id):
        message = f"{request_id[:40]!r} is no number of a request"
        raise RequestRefused(message)
    return request_id


def _is_number(request_id: str) -> bool:
    return request_id.isascii() and request_id.isdigit()
