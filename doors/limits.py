"""How often somebody may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from doors.guard import is_local
from doors.refusals import Refused

if TYPE_CHECKING:
    from flask import Request


class Limits:
    """Counts turns a minute, by speaker and address. Whoever sits at this very machine is not counted."""

    def __init__(self, per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(per_minute)
        self._counter = FixedWindowRateLimiter(MemoryStorage())

    def count(self, request: Request, speaker: str = "") -> None:
        """Count one request. Raises Refused with 429 when it was one too many."""
        if is_local(request):
            return
        if not self._counter.hit(self._limit, request.remote_addr or "", speaker[:200]):
            raise Refused(429, headers={"Retry-After": "60"})
