"""Whether the database does what it is asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from storage.database import answers, takes_writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

#: Seconds between two attempts to write, however often somebody asks.
EVERY: Final = 10.0


class Pulse:
    """Feels whether it answers, and now and then whether it takes what is written. Safe for many threads."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock
        self._lock = Lock()
        self._written, self._takes = float("-inf"), True

    def beats(self) -> bool:
        """True while it does both."""
        if not answers(self._engine):
            return False
        with self._lock:
            if not 0.0 <= self._clock() - self._written < EVERY:
                self._written, self._takes = self._clock(), takes_writing(self._engine)
            return self._takes
