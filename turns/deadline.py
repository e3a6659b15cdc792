"""A moment by which a turn must be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Deadline:
    """Seconds are counted on `clock`, which never goes back (time.monotonic)."""

    at: float
    clock: Callable[[], float]

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float]) -> Deadline:
        """The moment `seconds` from now."""
        return cls(clock() + seconds, clock)

    def within(self, seconds: float) -> Deadline:
        """The same, or the moment `seconds` from now if that comes first."""
        return Deadline(min(self.at, self.clock() + seconds), self.clock)

    @property
    def left(self) -> float:
        """Seconds left; 0 when it is over, never less."""
        return max(0.0, self.at - self.clock())
