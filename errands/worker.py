"""Quiet threads beside the turns, which run each errand when it is due."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

log = logging.getLogger(__name__)

#: After a failure that nobody expected, in seconds.
AFTER_A_BUG: Final = 60.0
#: What is at hand when it is time to stop may take so many seconds more.
PATIENCE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do again and again; `run` returns the seconds until it wants to run next."""

    name: str
    run: Callable[[], float]


class Worker:
    """Runs errands until stopped. An errand that fails is logged and tried again later."""

    def __init__(
        self,
        errands: Sequence[Errand],
        clock: Callable[[], float],
        shared: Sequence[Errand] = (),
        threads: int = 1,
        *,
        apart: Sequence[Errand] = (),
        stopping: threading.Event | None = None,
        at_the_end: Callable[[], object] = lambda: None,
    ) -> None:
        """`errands` run one after another in one thread, and in every process; `clock` counts seconds, never back.

        `shared` are those that many can do side by side, here or in other processes: so many `threads` each run them.
        `apart` are shared ones that may take long: where there are threads, they have one of their own.
        `stopping` is set when it stops, for errands that go on and on; `at_the_end` is called last.
        """
        self._at_the_end = at_the_end
        self._clock, self._stopping = clock, stopping or threading.Event()
        self._own, self._shared, self._apart = tuple(errands), tuple(shared), tuple(apart)
        every = self._own, self._shared, self._apart
        self._rounds = tuple(self._round(some) for some in every)  # for whoever runs them by hand
        self._count = threads if shared else 0
        self._threads: list[threading.Thread] = []
        self._ends_at: float | None = None  # once it is time to stop

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._threads:
            return
        rounds = [("errands", self._round(self._own))]
        rounds += [(f"worker-{number}", self._round(self._shared)) for number in range(1, self._count + 1)]
        rounds += [("worker-apart", self._round(self._apart))] if self._count and self._apart else []
        self._threads = [threading.Thread(target=each.go_on, name=name, daemon=True) for name, each in rounds]
        for thread in self._threads:
            thread.start()

    def wind_down(self) -> None:
        """Begin nothing more; what is at hand is finished."""
        if self._ends_at is None:
            self._ends_at = time.monotonic() + PATIENCE
        self._stopping.set()

    def stop(self) -> None:
        """Finish what is at hand, at most `PATIENCE` seconds after winding down began, and end."""
        self.wind_down()
        for thread in self._threads:
            thread.join(max(0.0, (self._ends_at or 0.0) - time.monotonic()))
        try:
            self._at_the_end()
        except Exception:
            log.exception("Something was not let go; others wait until its lease runs out.")

    def run_due(self) -> float:
        """Run all that is due now, here; returns the seconds until the next is."""
        return min(each.run_due() for each in self._rounds)

    def _round(self, errands: Iterable[Errand]) -> Round:
        return Round(errands, self._clock, self._stopping)


class Round:
    """Some errands, and when each is due; for one thread."""

    def __init__(self, errands: Iterable[Errand], clock: Callable[[], float], stopping: threading.Event) -> None:
        """`clock` counts seconds and never goes back."""
        self._errands, self._clock, self._stopping = tuple(errands), clock, stopping
        self._due = {errand.name: 0.0 for errand in self._errands}

    def go_on(self) -> None:
        """Run them until it is time to stop."""
        while not self._stopping.wait(self.run_due()):
            pass

    def run_due(self) -> float:
        """Run what is due now; returns the seconds until the next is."""
        for errand in self._errands:
            if self._due[errand.name] <= self._clock() and not self._stopping.is_set():
                self._due[errand.name] = self._clock() + self._run(errand)
        return max(0.05, min(self._due.values(), default=self._clock() + 60.0) - self._clock())

    def _run(self, errand: Errand) -> float:
        try:
            return errand.run()
        except Exception:
            log.exception("The errand %r failed; it will run again in %.0f s.", errand.name, AFTER_A_BUG)
            return AFTER_A_BUG
