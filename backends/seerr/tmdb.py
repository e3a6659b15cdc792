"""Whether the server can look titles up at all: it says "nothing found" too when its own TMDB does not answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

#: Each of these finds something wherever TMDB answers. The servers keep an answer for 5 minutes and would give it
#: with TMDB down too, so the same word is not asked for twice within a quarter of an hour.
WORDS: Final = (
    *("love", "man", "night", "house", "world", "time", "day", "life"),
    *("girl", "black", "last", "king", "home", "star", "war", "dead"),
)
#: Seconds for which an answer holds: a good one, and a bad one.
SEEING: Final = 60.0
BLIND: Final = 10.0


class TmdbSight:
    """The control question, and its last answer."""

    def __init__(self, finds: Callable[[str, float], bool], clock: Callable[[], float] = time.monotonic) -> None:
        """`finds` asks the server for one word, within so many seconds; `clock` counts seconds."""
        self._finds, self._clock = finds, clock
        self._holds_until = float("-inf")
        self._sees = True

    def saw(self) -> None:
        """A search found something: the server sees."""
        self._sees, self._holds_until = True, self._clock() + SEEING

    def sees(self, timeout: float) -> bool:
        """True when it can look titles up; asks unless that is known from just before."""
        if self._clock() >= self._holds_until:
            word = WORDS[int(self._clock() / SEEING) % len(WORDS)]
            sees = self._finds(word, timeout)
            self._sees, self._holds_until = sees, self._clock() + (SEEING if sees else BLIND)
        return self._sees
