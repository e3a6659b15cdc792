"""How often somebody may come in: so many turns a minute by speaker and by address, counted by Flask-Limiter.

The address is counted before anything is read, on every channel that does not say otherwise; who speaks is known to
the channel alone, which counts with `Limits.count`. Both are refused with 429 and the seconds to wait.
"""

from __future__ import annotations

import logging
import math
import time
from hashlib import sha256
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Final, cast

from flask import request as current
from flask_limiter import Limiter, RateLimitExceeded
from limits import RateLimitItemPerMinute
from limits.errors import ConfigurationError, StorageError

from doors.guard import is_local
from doors.refusals import Refused
from settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Blueprint, Flask, Request, Response

log = logging.getLogger(__name__)

#: How many speakers at one address may each use their limit up.
SPEAKERS: Final = 10
#: So many counters at most for the speakers of one address: names are made up by whoever likes to.
COUNTERS: Final = 4096
#: Seconds. A store that does not answer must not eat up a turn: it is counted here until the store is back.
PATIENCE: Final = 0.5
NOBODY: Final = "unknown"
MEMORY: Final = "memory://"


class Limits:
    """Counts over the last 60 seconds. Whoever sits at this very machine is not counted."""

    def __init__(self, per_minute: int, storage: str = MEMORY) -> None:
        """`storage` is `memory://`, or the address of a Redis that several processes count in."""
        self._of_speaker = RateLimitItemPerMinute(per_minute)
        shared = storage != MEMORY
        waits = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}  # a Redis's; memory has none
        self._limiter = Limiter(
            key_func=lambda: network_of(current.remote_addr),
            # Speakers name themselves, so an address has a limit as well: wide enough for a household, or for Amazon.
            application_limits=[f"{per_minute * SPEAKERS} per minute"],
            application_limits_exempt_when=lambda: is_local(current),
            strategy="moving-window",
            storage_uri=storage,
            storage_options={"wrap_exceptions": True, **(waits if shared else {})},  # type: ignore[dict-item]
            in_memory_fallback_enabled=shared,
            key_prefix="overtalkerr",
        )

    def watch(self, app: Flask, uncounted: Iterable[str] = ()) -> None:
        """Count every request to `app` by its address, but for those to the blueprints named `uncounted`.

        Raises SettingsError where the storage cannot be opened.
        """
        try:
            self._limiter.init_app(app)
        except (ConfigurationError, ValueError) as problem:
            raise SettingsError(f"RATE_LIMIT_STORAGE cannot be used: {problem}. Is the package redis there?") from None
        for name in uncounted:
            self._limiter.exempt(cast("Blueprint", app.blueprints[name]))

        @app.errorhandler(RateLimitExceeded)
        def refused(_: RateLimitExceeded) -> Response:
            # As a refusal like any other: a channel may have a shape of its own for it.
            limit = self._limiter.current_limit
            reply: Response = app.handle_user_exception(_too_often(limit.window.reset_time if limit else 0))  # type: ignore[assignment]
            return reply

    def count(self, request: Request, speaker: str = "", *, vouched: bool = False) -> None:
        """Count one turn of `speaker`. Raises Refused with 429 when it was one too many.

        Speakers are told apart at each address anew, for they name themselves; a platform that vouches for them calls
        from many addresses, so there they are counted as one person wherever they come from.
        """
        if is_local(request):
            return
        counter = int(sha256(speaker.encode("utf-8", "surrogatepass")).hexdigest(), 16) % COUNTERS
        place = request.blueprint or "" if vouched else network_of(request.remote_addr)
        who = ("overtalkerr", "speaker", place, str(counter))
        try:
            if not self._limiter.limiter.hit(self._of_speaker, *who):
                raise _too_often(self._limiter.limiter.get_window_stats(self._of_speaker, *who).reset_time)
        except StorageError:
            log.warning("The store of the rate limits does not answer: one turn was not counted.")


def network_of(address: str | None) -> str:
    """What is counted as one address: an IPv4 address, or an IPv6 network of 64 bits, which is what one home has."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or NOBODY
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or IPv6Network((int(parsed), 64), strict=False).network_address)


def _too_often(until: float) -> Refused:
    """The refusal; `until` is when the next one is taken, in Unix seconds of this machine, by which all is counted."""
    seconds = min(60, max(1, math.ceil(until - time.time())))
    return Refused(429, f"Too many requests in a short time. Wait {seconds} seconds.", {"Retry-After": str(seconds)})
