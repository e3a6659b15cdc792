"""What was learnt a moment ago and need not be asked again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

LIFETIME: Final = 300.0  # seconds
MOST: Final = 64

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The last few values by key, each for five minutes. Safe from several threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` counts seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def keep(self, key: K, value: V) -> V:
        """Remember the value, and hand it back."""
        with self._lock:
            self._kept[key] = (self._clock() + LIFETIME, value)
            self._kept.move_to_end(key)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return value

    def get(self, key: K) -> V | None:
        """The value, unless it is too old or was never known."""
        with self._lock:
            ends_at, value = self._kept.get(key, (None, None))
            return value if ends_at is not None and self._clock() < ends_at else None

    def forget(self, key: K) -> None:
        """Ask anew next time."""
        with self._lock:
            self._kept.pop(key, None)
