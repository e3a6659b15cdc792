"""How often somebody may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from doors.guard import is_local
from doors.refusals import Refused

if TYPE_CHECKING:
    from flask import Request


#: How many speakers at one address may each use their limit up.
SPEAKERS: Final = 10


class Limits:
    """Counts turns a minute, by speaker and address. Whoever sits at this very machine is not counted."""

    def __init__(self, per_minute: int) -> None:
        self._of_speaker = RateLimitItemPerMinute(per_minute)
        # Speakers name themselves, so an address has a limit as well: wide enough for a household, or for Amazon.
        self._of_address = RateLimitItemPerMinute(per_minute * SPEAKERS)
        self._counter = FixedWindowRateLimiter(MemoryStorage())

    def count(self, request: Request, speaker: str = "") -> None:
        """Count one request. Raises Refused with 429 when it was one too many."""
        if is_local(request):
            return
        address = request.remote_addr or ""
        within = self._counter.hit(self._of_address, "all", address)
        if not within or not self._counter.hit(self._of_speaker, "one", address, speaker[:200]):
            raise Refused(429, headers={"Retry-After": "60"})
