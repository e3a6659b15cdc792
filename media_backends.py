"""The port: whom we can ask for media, what can go wrong there, and how the right one is found.

Errors, one class a consequence; `speech_key` names the sentence a person hears::

    BackendError
    ├── BackendUnavailable      try again later; nothing is known about the answer
    │   ├── BackendUnreachable      nobody answers at the address
    │   ├── BackendTooSlow          no answer within the time we had
    │   ├── BackendBusy             429 or 503: it asks for patience (`retry_after` seconds)
    │   └── BackendBroken           it answers, but nothing that makes sense
    ├── KeyRefused              the owner must mend the key
    ├── RequestRefused          it will not take this request, and asking again will not help
    │   ├── NotAllowed              the user lacks the permission
    │   ├── QuotaUsedUp             the user's quota is used up
    │   ├── TitleBlocked            the title is on the blocklist
    │   ├── CsrfProtected           CSRF protection is on: the owner must switch it off
    │   └── TitleUnknown            it knows no such title
    ├── AlreadyRequested        somebody asked for it before: nothing was made
    └── UnknownBackend          something answers, but nothing that we know (at start)

"Nothing found" is an empty answer and never an error; "could not ask" is an error and never an empty answer.
"""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from media import Details, Kind, Receipt, Title, Wish

log = logging.getLogger(__name__)


class BackendType(StrEnum):
    """The request managers we know by name."""

    OVERSEERR = "overseerr"
    JELLYSEERR = "jellyseerr"
    SEERR = "seerr"
    DEMO = "demo"


class BackendError(Exception):
    """The backend could not do what it was asked. The text is for the owner's log, never spoken."""

    speech_key: ClassVar[str] = "backend-broken"


class BackendUnavailable(BackendError):
    """Try again later; nothing is known about the answer."""

    retry_after: float | None = None  # seconds the backend asked us to wait


class BackendUnreachable(BackendUnavailable):
    """Nobody answers at the address."""

    speech_key = "backend-unreachable"


class BackendTooSlow(BackendUnavailable):
    """No whole answer came within the time we had."""

    speech_key = "backend-too-slow"


class BackendBusy(BackendUnavailable):
    """The backend asks for patience (429 or 503)."""

    speech_key = "backend-busy"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BackendBroken(BackendUnavailable):
    """It answers, but not what was asked: an error 500, HTML, half a JSON."""

    speech_key = "backend-broken"


class KeyRefused(BackendError):
    """The key is missing, wrong, or of a user who may not do this at all."""

    speech_key = "backend-key-refused"


class RequestRefused(BackendError):
    """The backend will not take this request, and asking again will not help."""

    speech_key = "request-refused"


class NotAllowed(RequestRefused):
    """The user lacks the permission for this kind of request."""

    speech_key = "request-not-allowed"


class QuotaUsedUp(RequestRefused):
    """The user's quota is used up."""

    speech_key = "request-quota"


class TitleBlocked(RequestRefused):
    """The title is on the blocklist."""

    speech_key = "request-blocked"


class CsrfProtected(RequestRefused):
    """The server refuses every write with a key while its CSRF protection is on."""

    speech_key = "request-csrf"


class TitleUnknown(RequestRefused):
    """The backend knows no such title."""

    speech_key = "title-unknown"


class AlreadyRequested(BackendError):
    """Somebody asked for it before; nothing was made."""

    speech_key = "request-already"


class UnknownBackend(BackendError):
    """Something answers at the address, but no request manager that we know."""

    speech_key = "backend-broken"


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for."""

    text: str
    kind: Kind | None = None
    year: int | None = None  # release year, or year of the first airing
    language: str = "en"  # ISO 639-1: the language titles come back in


@dataclass(frozen=True, slots=True)
class Account:
    """Whose key we use, as the backend tells it."""

    name: str


@dataclass(frozen=True, slots=True)
class ShelvedRequest:
    """A request that a backend without a memory of its own (the demo) keeps with us."""

    id: str
    wish: Wish
    at: float  # epoch seconds at which it was made


class RequestShelf(Protocol):
    """Where such requests are kept; they outlive a restart."""

    def add(self, wish: Wish, at: float) -> str:
        """Keep a request; returns its new id."""

    def all(self) -> Sequence[ShelvedRequest]:
        """Every request kept, oldest first."""


@dataclass(frozen=True, slots=True)
class Opening:
    """All that a backend may need to open: each takes what concerns it."""

    base_url: str = field(default="", repr=False)  # may hold a password
    api_key: str = field(default="", repr=False)
    ca_file: str | None = None  # PEM file of the roots to trust instead of the public ones
    shelf: RequestShelf | None = None
    clock: Callable[[], float] = time.time  # epoch seconds
    pace: float = 30.0  # seconds that a request of the demo stays at one stage


class MediaBackend(ABC):
    """What every request manager must be able to do.

    `timeout` is always the time in seconds for the whole call, retries and body included; when it is over the call
    raises `BackendTooSlow`. Calls come from several threads at once.
    """

    backend_type: ClassVar[BackendType]
    probes: ClassVar[tuple[str, ...]] = ()  # paths, asked without a key, whose answers tell this backend from others

    @classmethod
    @abstractmethod
    def open(cls, opening: Opening) -> Self:
        """Make one ready for use. Nothing is sent yet. Raises BackendError when the address or key cannot be used."""

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:  # noqa: ARG003 - for those that cannot be probed
        """True when the JSON that the probes brought back (by path, failed ones absent) is this backend's."""
        return False

    @abstractmethod
    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """Films and shows (never people or collections) in the backend's own order; empty when nothing was found."""

    @abstractmethod
    def details(self, kind: Kind, title_id: int, *, timeout: float) -> Details:
        """The truth about one title now, never from a cache. Raises TitleUnknown."""

    @abstractmethod
    def request(self, wish: Wish, *, timeout: float) -> Receipt:
        """Make the request, sent at most once by this call.

        Raises AlreadyRequested when nothing was left to ask for, RequestRefused when it may not be made, and
        BackendUnavailable when it is not known whether it was made.
        """

    @abstractmethod
    def account(self, *, timeout: float) -> Account:
        """Prove the key. Raises KeyRefused, or BackendUnavailable when that cannot be known now."""

    def close(self) -> None:  # noqa: B027 - most backends hold something to close, the demo does not
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The backend to work with, and whether its type is known or only taken for granted until it answers."""

    backend: MediaBackend
    certain: bool


class Settle(Protocol):
    """Makes the backend that an opening leads to; `BackendFactory.settle` is the real one."""

    def __call__(self, opening: Opening, backend_type: BackendType | None = None, /) -> Settled: ...


class BackendFactory:
    """Finds out which request manager it is, and makes the one class that speaks with it."""

    @staticmethod
    def known_backends() -> tuple[type[MediaBackend], ...]:
        """Every backend that is installed."""
        from backends import known_backends  # they stand on this file, so it can only know them while running

        return known_backends()

    @staticmethod
    def detect_backend_type(
        base_url: str,
        api_key: str = "",  # noqa: ARG004 - a key is not shown to a server that we do not know yet
        *,
        timeout: float = 5.0,
        ca_file: str | None = None,
    ) -> BackendType:
        """Ask the server what it is, within `timeout` seconds altogether.

        Raises BackendUnavailable when nobody answers (refused, no answer in time, nothing but a proxy's 502), and
        UnknownBackend, which lists what was tried, when something answers that is none of ours.
        """
        from backends import recognised

        found = recognised(base_url, timeout=timeout, ca_file=ca_file).backend_type
        log.info("Detected %s backend", found.title())
        return found

    @staticmethod
    def create(
        backend_type: BackendType | None = None,
        base_url: str = "",
        api_key: str = "",
        *,
        ca_file: str | None = None,
        shelf: RequestShelf | None = None,
        clock: Callable[[], float] = time.time,
        timeout: float = 5.0,
    ) -> MediaBackend:
        """Make the backend of this type, or of the type that is detected; when nobody answers, Overseerr.

        Raises UnknownBackend when something else answers, and BackendError when address or key cannot be used.
        """
        opening = Opening(base_url, api_key, ca_file, shelf, clock)
        return BackendFactory.settle(opening, backend_type, timeout=timeout).backend

    @staticmethod
    def settle(opening: Opening, backend_type: BackendType | None = None, *, timeout: float = 5.0) -> Settled:
        """As `create`, and tells whether the type is certain; if not, detect again once the server answers."""
        if backend_type is not None:
            return Settled(_opened(backend_type, opening), certain=True)
        try:
            found = BackendFactory.detect_backend_type(opening.base_url, timeout=timeout, ca_file=opening.ca_file)
        except BackendUnavailable as error:
            log.warning("Could not detect backend type, defaulting to Overseerr")
            log.info("Detection failed: %s", error)
            return Settled(_opened(BackendType.OVERSEERR, opening), certain=False)
        return Settled(_opened(found, opening), certain=True)


def _opened(backend_type: BackendType, opening: Opening) -> MediaBackend:
    for known in BackendFactory.known_backends():
        if known.backend_type is backend_type:
            backend = known.open(opening)
            log.info("Initialized %s", known.__name__)
            return backend
    raise UnknownBackend(f"No backend of type {backend_type} is installed.")
