"""A shelf that lasts as long as the process: for a demo that is made without a database."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING

from media_backends import ShelvedRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from media import Wish


class MemoryShelf:
    """Keeps requests in memory."""

    def __init__(self) -> None:
        self._kept: list[ShelvedRequest] = []
        self._ids = itertools.count(1)
        self._lock = threading.Lock()

    def add(self, wish: Wish, at: float) -> str:
        """Keep a request; returns its new id."""
        with self._lock:
            self._kept.append(ShelvedRequest(str(next(self._ids)), wish, at))
            return self._kept[-1].id

    def all(self) -> Sequence[ShelvedRequest]:
        """Every request kept, oldest first."""
        with self._lock:
            return tuple(self._kept)

    def remove(self, request_id: str) -> bool:
        """Forget a request; False where there is none of that id."""
        with self._lock:
            before = len(self._kept)
            self._kept = [one for one in self._kept if one.id != request_id]
            return len(self._kept) < before
