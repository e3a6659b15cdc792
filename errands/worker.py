"""One quiet thread beside the turns, which runs each errand when it is due."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do again and again; `run` returns the seconds until it wants to run next."""

    name: str
    run: Callable[[], float]


class Worker:
    """Runs errands one after another until stopped. An errand that fails is logged and tried again later."""

    #: After a failure that nobody expected, in seconds.
    AFTER_A_BUG = 60.0

    def __init__(self, errands: Sequence[Errand], clock: Callable[[], float]) -> None:
        """`clock` counts seconds and never goes back."""
        self._errands, self._clock = tuple(errands), clock
        self._due = {errand.name: 0.0 for errand in self._errands}
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="errands", daemon=True)
            self._thread.start()

    def stop(self, patience: float = 5.0) -> None:
        """Finish the errand at hand, at most `patience` seconds, and end."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(patience)

    def run_due(self) -> float:
        """Run what is due now; returns the seconds until the next is."""
        for errand in self._errands:
            if self._due[errand.name] <= self._clock() and not self._stopping.is_set():
                self._due[errand.name] = self._clock() + self._run(errand)
        return max(0.05, min(self._due.values(), default=60.0) - self._clock())

    def _run(self, errand: Errand) -> float:
        try:
            return errand.run()
        except Exception:
            log.exception("The errand %r failed; it will run again in %.0f s.", errand.name, self.AFTER_A_BUG)
            return self.AFTER_A_BUG

    def _work(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait(self.run_due())
