"""What a command opens: the database; the request manager, found out where that is not set, never taken for granted."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from media_backends import BackendFactory
from storage.opening import open_storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from media_backends import BackendType, MediaBackend
    from settings import Settings
    from storage.opening import Storage

#: Seconds in which it has to say what it is.
PATIENCE: Final = 10.0


def detect(settings: Settings) -> BackendType:
    """Which one answers at the address. Raises BackendError."""
    opening = settings.opening(_Nowhere(), time.time)
    return BackendFactory.detect_backend_type(opening.base_url, timeout=PATIENCE, ca_file=opening.ca_file)


def open_backend(settings: Settings, backend_type: BackendType | None = None) -> MediaBackend:
    """The backend of this type, or of the one that is set or found. Raises BackendError."""
    chosen = backend_type or settings.backend_type or detect(settings)
    return BackendFactory.settle(settings.opening(_Nowhere(), time.time), chosen).backend


@contextmanager
def open_memory(settings: Settings) -> Iterator[Storage]:
    """The database. Raises DatabaseUnusable."""
    opened = open_storage(
        settings.database_url,
        connections=2,
        clock=time.time,
        max_age=settings.session_ttl_hours * 3600,
        default_user=settings.default_user,
    )
    try:
        yield opened
    finally:
        opened.engine.dispose()


class _Nowhere:
    """The shelf of a demo that nobody requests anything from."""

    def add(self, *_: object) -> str:
        raise NotImplementedError

    def all(self) -> tuple[()]:
        return ()

    def remove(self, *_: object) -> bool:
        raise NotImplementedError
