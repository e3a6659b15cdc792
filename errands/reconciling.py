"""Looking after the requests that go on: what no webhook told is found by asking, one request after another.

The one that was looked at longest ago comes first, a second apart: so nobody waits for it, and the request manager
hardly notices. Whose turn it is stands in the database, so any process may go on with it.
"""

from __future__ import annotations

import logging
from functools import partial
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
#: Seconds between two requests, and until it is seen again whether one is due.
APART: Final = 1.0
IDLE: Final = 10.0
#: Seconds until the next attempt, where the request manager did not answer.
AFTER_A_FAILURE: Final = 60.0
#: So many answers in a row that make no sense, and it is not the request that is odd.
MOST_BROKEN: Final = 3
#: Among so many that are due, the next one is found.
MOST_DUE: Final = 50


class Reconciling:
    """Looks at one request each time it is run."""

    def __init__(
        self, backend: Callable[[], MediaBackend], following: Following, clock: Callable[[], float], every: float
    ) -> None:
        """`every`: seconds between two looks at the same request; `clock` gives Unix seconds."""
        self._backend, self._following, self._clock, self._every = backend, following, clock, every
        self._started = clock() - 0.001  # whatever was looked at before that is looked at anew
        self._broken = 0  # in a row

    def run(self) -> float:
        """Look at the next one; returns the seconds until the one after it is wanted."""
        due = self._following.open_since(max(self._started, self._clock() - self._every), MOST_DUE)
        if not due:
            return min(IDLE, self._every)
        owed = tuple(one.row for one in due if one.stage is Stage.OWED)  # those are the outbox's
        if owed:
            self._following.checked(owed)
        going_on = (one for one in due if one.stage is not Stage.OWED)
        one = next(going_on, None)
        return APART if one is None else self._look(one)

    def _look(self, one: Followed) -> float:
        # Whatever comes of it: one that always fails must not stand before all the others.
        self._following.checked((one.row,))
        try:
            news = see(self._backend(), one.wish, one.request_id, SOURCE)
        except BackendBroken as problem:  # this request may never make sense; the next one may
            self._broken += 1
            return APART if self._broken < MOST_BROKEN else self._give_up(problem)
        except (BackendUnavailable, KeyRefused) as problem:
            return self._give_up(problem)
        self._broken = 0
        if news and self._following.note(one.row, news, counts=partial(after, news=news, seen=True)):
            log.info("%s is %s now; nobody had told us.", one.wish.key, news.stage)
        return APART

    def _give_up(self, problem: Exception) -> float:
        log.debug("Looking after requests waits: %s", problem)
        self._broken = 0
        asked = problem.retry_after if isinstance(problem, BackendUnavailable) else None
        return max(AFTER_A_FAILURE, asked or 0.0)


def look_after(
    backend: Callable[[], MediaBackend], following: Following, clock: Callable[[], float], every: float
) -> tuple[Errand, ...]:
    """The errand; none where `every` is 0."""
    reconciling = Reconciling(backend, following, clock, every)
    return (Errand("look after requests", reconciling.run),) if every else ()
