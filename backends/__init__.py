"""Whom we ask: one file (or folder) a request manager, found by itself through its BACKENDS.

Here stands what is common to all: finding them, finding out which of them answers at an address, and what a failed
call means to a backend.
"""

from __future__ import annotations

import importlib
import pkgutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from media_backends import (
    BackendBroken,
    BackendError,
    BackendResting,
    BackendTooSlow,
    BackendUnavailable,
    BackendUnreachable,
    UnknownBackend,
)
from outbound import BadAddress, Breaker, Broken, OutboundError, Redirected, Resting, Session, TimedOut, Unreachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from media_backends import MediaBackend, Opening

#: What a proxy says when nobody stands behind it.
NOBODY_BEHIND: Final = frozenset({502, 503, 504})


def known_backends() -> tuple[type[MediaBackend], ...]:
    """Every class that a module or package in this folder names in its BACKENDS, in the order of the names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(kind for module in modules for kind in getattr(module, "BACKENDS", ()))


def recognised(base_url: str, *, timeout: float, ca_file: str | None = None) -> type[MediaBackend]:
    """The backend that answers at this address; no key is shown to it.

    `timeout` is for all probes together. Raises BackendUnavailable when nobody answers, and UnknownBackend when a
    stranger does.
    """
    with outbound_errors_told(), Session(base_url, ca_file=ca_file) as session:
        return _Round(session, time.monotonic() + timeout).among(known_backends())


def open_session(opening: Opening, headers: Mapping[str, str]) -> Session:
    """The session of a backend: its address, its roots, its own breaker. Raises BackendError; nothing is sent yet."""
    with outbound_errors_told():
        breaker, ca_file = Breaker(), opening.ca_file
        return Session(opening.base_url, headers=headers, ca_file=ca_file, breaker=breaker, count=opening.count)


@contextmanager
def outbound_errors_told() -> Iterator[None]:
    """Raise whatever goes wrong on the wire inside as the BackendError of the same consequence."""
    try:
        yield
    except OutboundError as error:
        raise _as_backend_error(error) from error


def _as_backend_error(error: OutboundError) -> BackendError:
    match error:
        case Unreachable():
            return BackendUnreachable(str(error))
        case TimedOut():
            return BackendTooSlow(str(error))
        case Resting():
            return BackendResting(str(error))
        case BadAddress():
            return BackendError(f"{error}. Check the address, key and certificate file of the request manager.")
        case _:
            return BackendBroken(str(error))


class _Round:
    """One round of probes, and what came of each."""

    def __init__(self, session: Session, ends_at: float) -> None:
        self._session = session
        self._ends_at = ends_at
        self._answers: dict[str, object] = {}
        self._tried: dict[str, str] = {}  # path -> what came of it, for the owner
        self._somebody = False

    def among(self, known: Sequence[type[MediaBackend]]) -> type[MediaBackend]:
        for path in dict.fromkeys(path for one in known for path in one.probes):
            self._probe(path)
            for one in known:
                if one.recognises(self._answers):
                    return one
        raise self._nobody_known()

    def _probe(self, path: str) -> None:
        try:
            answer = self._session.get(path, timeout=self._ends_at - time.monotonic())
        except Redirected as error:
            self._somebody = True
            why = ": it answers over https only" if error.to_https else ""
            self._tried[path] = f"sends us on to {error.location}{why}"
            return
        self._somebody = self._somebody or answer.status not in NOBODY_BEHIND
        self._tried[path] = str(answer.status)
        if answer.status != 200:
            return
        try:
            self._answers[path] = answer.json()
        except Broken as error:
            self._tried[path] = str(error)
        else:
            self._tried[path] = "200, but not as we know it"

    def _told(self) -> str:
        return " and ".join(f"{path} ({outcome})" for path, outcome in self._tried.items())

    def _nobody_known(self) -> BackendUnavailable | UnknownBackend:
        if not self._somebody:
            return BackendUnreachable(f"Only a proxy answers at {self._session.host}. Tried {self._told()}.")
        return UnknownBackend(
            f"No known request manager answers at {self._session.url}. Tried {self._told()}. Check MEDIA_BACKEND_URL."
        )
