"""How long we wait between attempts, and for how long we try at all."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR: Final = 3600.0
#: Nobody is waited for longer than this, whatever their Retry-After says.
LONGEST_ASKED: Final = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits that double from `first` to `longest` seconds; of each, chance takes a part ("full jitter").

    So a thousand rows that failed at the same moment do not come back at the same moment.
    """

    chance: Callable[[], float] = random.random  # from 0 to 1
    first: float = 5.0
    longest: float = 4 * HOUR
    gives_up: float = 72 * HOUR  # after so many seconds since somebody asked

    def wait(self, attempts: int, asked: float | None = None) -> float:
        """Seconds until the next attempt; `asked` is what the other side asked for (Retry-After)."""
        most = min(self.longest, self.first * 2.0 ** min(max(attempts, 1) - 1, 30))
        return max(self.chance() * most, min(asked or 0.0, LONGEST_ASKED))
