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

import importlib
import pkgutil
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from media import Details, Kind, Receipt, Title, Wish

log = structlog.get_logger(__name__)


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


class MediaBackend(ABC):
    """What every request manager must be able to do.

    `timeout` is always the time in seconds for the whole call, retries and body included; when it is over the call
    raises `BackendTooSlow`. Calls come from several threads at once.
    """

    backend_type: ClassVar[BackendType]

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
