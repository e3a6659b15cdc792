"""What lies beyond the rooms and is handed in: the clocks, the sleep, chance. A test turns its own by hand."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Outside:
    """Time as the service sees it."""

    now: Callable[[], float] = time.time  # Unix seconds
    monotonic: Callable[[], float] = time.monotonic  # seconds, never going back
    pause: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random  # from 0 to 1
    patience: float = 1.0  # the share of each channel's budget that a turn may take
    looks_at_once: int = 3  # into the future of a conversation; see turns/ahead.py

    def today(self, zone: str = "") -> str:
        """The ISO date where the clocks are those of `zone`, an IANA name; without one, this machine's."""
        clocks: tzinfo | None = ZoneInfo(zone) if zone else None
        return datetime.fromtimestamp(self.now(), clocks).astimezone(clocks).date().isoformat()


REAL: Final = Outside()
