"""What a backend said lately, for what need not be true to the second: bounded, and never on the way to a request.

A search holds for a minute, and so do somebody's titles; a description for five. How far along a title is changes at
any moment, so `details` asks each time; only `described`, for questions such as "what is it about", may answer from
memory. Failures are not kept: "could not ask" must be asked again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from media import Credit, Details, Kind, PersonName, Title
    from media_backends import MediaBackend, Query

SEARCHES_HOLD: Final = 60.0  # seconds
DESCRIPTIONS_HOLD: Final = 300.0
MOST: Final = 256  # of each; a search is some 20 rows
MOST_FILMOGRAPHIES: Final = 32  # of some 100 rows each

V = TypeVar("V")


class TtlCache(Generic[V]):
    """So many values, each for so many seconds; what was not used for the longest time goes first."""

    def __init__(self, seconds: float, most: int, clock: Callable[[], float]) -> None:
        """`clock` counts seconds and never goes back."""
        self._seconds, self._most, self._clock = seconds, most, clock
        self._kept: OrderedDict[Hashable, tuple[float, V]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> V | None:
        """The value, unless it is too old or was never there."""
        with self._lock:
            ends_at, value = self._kept.get(key, (float("-inf"), None))
            if self._clock() >= ends_at:
                self._kept.pop(key, None)
                return None
            self._kept.move_to_end(key)
            return value

    def put(self, key: Hashable, value: V) -> V:
        """Keep it from now on; returns it."""
        with self._lock:
            self._kept[key] = (self._clock() + self._seconds, value)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._kept.clear()

    def __len__(self) -> int:
        with self._lock:
            return len(self._kept)


class Memory:
    """Asks the backend, and remembers what may be remembered. From as many threads as you like."""

    def __init__(self, backend: Callable[[], MediaBackend], clock: Callable[[], float], most: int = MOST) -> None:
        """`backend` is asked for anew each time: when it has become another, nothing of the old one is remembered."""
        self._backend = backend
        self._searches: TtlCache[tuple[Title, ...]] = TtlCache(SEARCHES_HOLD, most, clock)
        self._descriptions: TtlCache[Details] = TtlCache(DESCRIPTIONS_HOLD, most, clock)
        self._people: TtlCache[tuple[PersonName, ...]] = TtlCache(SEARCHES_HOLD, most, clock)
        self._credits: TtlCache[tuple[Credit, ...]] = TtlCache(SEARCHES_HOLD, min(most, MOST_FILMOGRAPHIES), clock)

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """As the backend's; up to a minute old, availability included."""
        backend = self._backend()
        known = self._searches.get((backend, query))
        if known is not None:
            return known
        return self._searches.put((backend, query), backend.search(query, timeout=timeout))

    def people_called(self, name: str, *, language: str, timeout: float) -> tuple[PersonName, ...]:
        """As the backend's; up to a minute old."""
        backend = self._backend()
        known = self._people.get((backend, name, language))
        if known is not None:
            return known
        return self._people.put(
            (backend, name, language), backend.people_called(name, language=language, timeout=timeout)
        )

    def titles_of(self, person_id: int, *, language: str, timeout: float) -> tuple[Credit, ...]:
        """As the backend's; up to a minute old, availability included."""
        backend = self._backend()
        known = self._credits.get((backend, person_id, language))
        if known is not None:
            return known
        found = backend.titles_of(person_id, language=language, timeout=timeout)
        return self._credits.put((backend, person_id, language), found)

    def forget(self) -> None:
        """What was searched for is no longer so: a request was made."""
        self._searches.clear()
        self._credits.clear()

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """As the backend's: the truth now, asked for each time. It also becomes what `described` remembers."""
        backend = self._backend()
        details = backend.details(kind, title_id, language=language, timeout=timeout)
        return self._descriptions.put((backend, kind, title_id, language), details)

    def described(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """Plot, cast, dates, seasons: up to five minutes old, so nothing is requested or refused for what it says."""
        known = self._descriptions.get((self._backend(), kind, title_id, language))
        return known if known is not None else self.details(kind, title_id, language=language, timeout=timeout)
