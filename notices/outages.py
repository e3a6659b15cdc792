"""Telling the owner that the request manager is away, and that it is back: each once, however many processes see it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from media_notices import Notice, Way
from notices.addresses import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from notices.telling import Notices, Ways

log = logging.getLogger(__name__)

#: What is shorter, in seconds, is told to nobody: neither that it is away, nor that it works again.
LASTS: Final = 120.0
#: Seconds between looks.
LOOK_EVERY: Final = 10.0
#: The same where nobody would be told.
NOBODY: Final = 3600.0
WORKS: Final = frozenset({"healthy", "degraded"})
DOWN: Final = "unhealthy"


class Condition(Protocol):
    """How well a service is (errands sees it)."""

    @property
    def service(self) -> str: ...
    @property
    def health(self) -> str: ...
    @property
    def why(self) -> str | None: ...
    @property
    def since(self) -> float | None: ...


class Outages:
    """Looks at one service, again and again."""

    def __init__(
        self, condition: Callable[[], Condition], notices: Notices, ways: Ways, clock: Callable[[], float]
    ) -> None:
        """`clock` gives Unix seconds."""
        self._condition, self._notices, self._ways, self._clock = condition, notices, ways, clock
        self._done: tuple[bool, float] | None = None  # what was looked into
        self._so: tuple[bool, float] | None = None  # whether it is down, and since when

    def look(self) -> float:
        """Look once; returns the seconds until the next look."""
        if not self._ways.owner.urls:
            return NOBODY
        seen, now = self._condition(), self._clock()
        is_down = seen.health == DOWN
        if seen.since is None or not (is_down or seen.health in WORKS):
            return LOOK_EVERY
        if self._so is None or self._so[0] is not is_down:
            self._so = is_down, seen.since  # better or worse, it works all the same
        since = self._so[1]
        if now - since >= LASTS and self._so != self._done:
            made = partial(self._made, until=now if is_down else since, seen=seen)
            told = self._notices.outage(seen.service, is_down=is_down, since=since, notices=made)
            self._done = self._so
            if told is not None:
                log.info("The owner is told that an outage of the %s %s.", seen.service, told)
        return LOOK_EVERY

    def _made(self, state: str, began: float, until: float, seen: Condition) -> Iterator[Notice]:
        minutes, now = max(1, round((until - began) / 60)), self._clock()
        what = {"state": state, "since": began, "minutes": minutes, "why": seen.why or ""}
        for url in self._ways.owner.urls:
            key = f"outage:{seen.service}:{state}:{began:.0f}:{digest(url)}"
            yield Notice(key, Way.ADDRESS, digest(url), self._ways.locale, at=now, due=now, what=what)
