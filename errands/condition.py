"""How well each service is that a turn depends on: as it is now, since when, and for how much of the last day."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = 86_400.0
#: Changes of a day that are kept, at most: whoever changes oftener is unwell enough.
MOST_CHANGES: Final = 1_000


class Health(StrEnum):
    """How well a service is."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"  # it works, less well
    UNHEALTHY = "unhealthy"
    UNKNOWN = "unknown"  # not looked yet


@dataclass(frozen=True, slots=True)
class Condition:
    """How well a service is, as far as is known. Times are Unix seconds."""

    service: str
    health: Health = Health.UNKNOWN
    why: str | None = None  # for the owner; None while it is healthy
    checked: float | None = None  # the last look
    since: float | None = None  # how long it has been so
    seconds: float | None = None  # that the last look took
    uptime: float | None = None  # the share of the last day, of what was seen of it, in which it did its work: 0 to 1


def _unheard(_: Condition) -> None:
    """Nobody wants to know."""


class Record:
    """What was seen of one service. Safe for many threads."""

    def __init__(self, service: str, changed: Callable[[Condition], None] = _unheard) -> None:
        """`changed` is told of each change, from the thread that saw it."""
        self._now = Condition(service)
        self._changed = changed
        self._lock = Lock()
        self._changes: deque[tuple[float, bool]] = deque(maxlen=MOST_CHANGES)  # since when it works, or does not

    @property
    def condition(self) -> Condition:
        """As it was seen last."""
        return self._now

    def note(self, health: Health, at: float, *, why: str | None = None, seconds: float | None = None) -> None:
        """Write down what was just seen; `seconds` is how long looking took."""
        with self._lock:
            before = self._now
            is_new = before.health is not health
            works = health is not Health.UNHEALTHY
            if not self._changes or self._changes[-1][1] != works:
                self._changes.append((at, works))
            since = at if is_new else before.since
            self._now = Condition(before.service, health, why, at, since, seconds, self._uptime(at))
        if is_new:
            self._changed(self._now)

    def _uptime(self, now: float) -> float:
        """The share of the time since the first look of the last day."""
        start = max(now - DAY, self._changes[0][0])
        ends = [*(at for at, _ in list(self._changes)[1:]), now]
        spans = [(max(began, start), end, works) for (began, works), end in zip(self._changes, ends, strict=True)]
        worked = sum(max(0.0, end - began) for began, end, works in spans if works)
        return 1.0 if now <= start else round(worked / (now - start), 4)
