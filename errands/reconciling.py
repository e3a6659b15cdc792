"""Looking after the requests that go on: what no webhook told is found by asking, one request after another.

A round goes through them, the one that was looked at longest ago first, a second apart: so nobody waits for it, and the
request manager hardly notices. A request manager that does not answer ends the round.
"""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Final

from errands.seeing import see
from errands.sequence import after
from errands.worker import Errand
from media import Stage
from media_backends import BackendBroken, BackendUnavailable, KeyRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from errands.taking_in import Following
    from media import Followed
    from media_backends import MediaBackend

log = logging.getLogger(__name__)

SOURCE: Final = "look"
#: Requests of one round, and seconds between two of them.
MOST: Final = 100
APART: Final = 1.0
#: Seconds until the next round, where the request manager did not answer.
AFTER_A_FAILURE: Final = 60.0
#: So many answers in a row that make no sense, and it is not the request that is odd.
MOST_BROKEN: Final = 3


class Reconciling:
    """Looks at one request each time it is run."""

    def __init__(
        self, backend: Callable[[], MediaBackend], following: Following, clock: Callable[[], float], every: float
    ) -> None:
        """`every`: seconds between two rounds; `clock` gives Unix seconds."""
        self._backend, self._following, self._clock, self._every = backend, following, clock, every
        self._round: deque[int] = deque()  # rows that are still to be looked at
        self._began: float | None = None  # this round; None: there was none since the start, so all are looked at
        self._broken = 0

    def run(self) -> float:
        """Look at the next one; returns the seconds until the one after it is wanted."""
        if not self._round:
            self._begin()
        while self._round:
            one = self._following.get(self._round.popleft())
            if one is not None and not one.stage.is_end and one.stage is not Stage.OWED:  # those are the outbox's
                return self._look(one)
        return self._rest()

    def _begin(self) -> None:
        now = self._clock()
        due = now if self._began is None else now - self._every
        self._began = now
        self._round.extend(one.row for one in self._following.open_since(due, MOST))

    def _look(self, one: Followed) -> float:
        try:
            news = see(self._backend(), one.wish, one.request_id, SOURCE)
        except BackendBroken as problem:  # this request may never make sense; the next one may
            self._broken += 1
            self._following.checked((one.row,))
            return self._give_up(problem) if self._broken >= MOST_BROKEN else APART
        except (BackendUnavailable, KeyRefused) as problem:
            return self._give_up(problem)
        self._broken = 0
        self._following.checked((one.row,))
        if news is not None and self._following.note(one.row, news, counts=lambda stage: after(stage, news, seen=True)):
            log.info("%s is %s now; nobody had told us.", one.wish.key, news.stage)
        return APART if self._round else self._rest()

    def _rest(self) -> float:
        return max(APART, (self._began or 0.0) + self._every - self._clock())

    def _give_up(self, problem: Exception) -> float:
        log.debug("Looking after requests waits: %s", problem)
        self._round.clear()
        self._began, self._broken = None, 0  # whatever happened meanwhile is looked for, as after a start
        asked = problem.retry_after if isinstance(problem, BackendUnavailable) else None
        return max(AFTER_A_FAILURE, asked or 0.0)


def look_after(
    backend: Callable[[], MediaBackend], following: Following, clock: Callable[[], float], every: float
) -> tuple[Errand, ...]:
    """The errand; none where `every` is 0."""
    reconciling = Reconciling(backend, following, clock, every)
    return (Errand("look after requests", reconciling.run),) if every else ()
