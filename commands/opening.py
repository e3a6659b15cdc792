"""The request manager, opened for a command: found out when that is not set, and never taken for granted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from media_backends import BackendFactory

if TYPE_CHECKING:
    from media_backends import BackendType, MediaBackend
    from settings import Settings

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


class _Nowhere:
    """The shelf of a demo that nobody requests anything from."""

    def add(self, *_: object) -> str:
        raise NotImplementedError

    def all(self) -> tuple[()]:
        return ()

    def remove(self, *_: object) -> bool:
        raise NotImplementedError
