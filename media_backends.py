"""The port: whom we can ask for media, what can go wrong there, and how the right one is found.

What can go wrong stands in media_errors.py and can be imported from here.
"""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, Self

from media_errors import (
    AlreadyRequested,
    BackendBlind,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendResting,
    BackendTooSlow,
    BackendUnavailable,
    BackendUnreachable,
    CsrfProtected,
    KeyRefused,
    NotAllowed,
    QuotaUsedUp,
    RequestRefused,
    TitleBlocked,
    TitleUnknown,
    UnknownBackend,
    Unsupported,
    UserUnknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from media import (
        Chart,
        Collection,
        CollectionName,
        Credit,
        Details,
        Kind,
        KnownRequest,
        PersonName,
        Quota,
        Receipt,
        Title,
        User,
        Wish,
    )

__all__ = [
    "Ability",
    "Account",
    "AlreadyRequested",
    "BackendBlind",
    "BackendBroken",
    "BackendBusy",
    "BackendError",
    "BackendFactory",
    "BackendResting",
    "BackendTooSlow",
    "BackendType",
    "BackendUnavailable",
    "BackendUnreachable",
    "CsrfProtected",
    "KeyRefused",
    "MediaBackend",
    "NotAllowed",
    "Opening",
    "Query",
    "QuotaUsedUp",
    "RequestRefused",
    "RequestShelf",
    "Settled",
    "ShelvedRequest",
    "TitleBlocked",
    "TitleUnknown",
    "UnknownBackend",
    "Unsupported",
    "UserUnknown",
]

log = logging.getLogger(__name__)

#: A start waits no longer than this to learn which request manager it is, in seconds; the watch goes on asking.
AT_START: Final = 1.0


class BackendType(StrEnum):
    """The request managers we know by name."""

    OVERSEERR = "overseerr"
    JELLYSEERR = "jellyseerr"
    SEERR = "seerr"
    OMBI = "ombi"
    DEMO = "demo"


class Ability(StrEnum):
    """What not every backend, or not every server, can do. Nobody asks which type a backend is; they ask for these."""

    FOUR_K_MOVIES = "4k-movies"
    FOUR_K_TV = "4k-tv"
    AS_USER = "as-user"  # requests in the name of one of its users, with that user's rights and quota
    SPECIALS = "specials"  # season 0 can be requested
    ASK_AGAIN = "ask-again"  # what was declined can be asked for again
    COLLECTIONS = "collections"
    PEOPLE = "people"  # it knows who plays in what, and who made it
    CHARTS = "charts"
    REQUESTS = "requests"  # it lists requests and takes them back
    DECIDE = "decide"  # approve and decline
    RETRY = "retry"  # hand a request on again that could not be
    DOWNLOADS = "downloads"  # its details tell what is being downloaded
    QUOTAS = "quotas"


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
    answers_as: BackendType | None = None  # what the server is now, where it says: not always what it was at the start


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

    def remove(self, request_id: str) -> bool:
        """Forget a request; False where there is none of that id."""


@dataclass(frozen=True, slots=True)
class Opening:
    """All that a backend may need to open: each takes what concerns it."""

    base_url: str = field(default="", repr=False)  # may hold a password
    api_key: str = field(default="", repr=False)
    ca_file: str | None = None  # PEM file of the roots to trust instead of the public ones
    shelf: RequestShelf | None = None
    clock: Callable[[], float] = time.time  # epoch seconds
    pace: float = 30.0  # seconds that a request of the demo stays at one stage
    count: Callable[[str, str, float], None] | None = None  # told of each call: method, outcome, seconds


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

    @property
    @abstractmethod
    def abilities(self) -> frozenset[Ability]:
        """What it can do, as far as is known now; never asks. `account` brings it up to date."""

    @property
    def rests(self) -> bool:
        """True while it is left alone for a moment, since it failed so often: calls raise BackendResting at once."""
        return False

    @abstractmethod
    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """Films and shows (never people or collections) in the backend's own order; empty when nothing was found.

        Raises BackendBlind where it finds nothing because it cannot look anything up.
        """

    @abstractmethod
    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """The truth about one title now, never from a cache. Raises TitleUnknown."""

    @abstractmethod
    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        """Make the request, sent at most once by this call; as `user` (User.id), whose rights and quota then hold.

        Raises AlreadyRequested when nothing was left to ask for, RequestRefused when it may not be made, and
        BackendUnavailable when it is not known whether it was made.
        """

    @abstractmethod
    def account(self, *, timeout: float) -> Account:
        """Prove the key, and learn the abilities. Raises KeyRefused, or BackendUnavailable while nothing is known."""

    def collections(self, name: str, *, language: str = "en", timeout: float) -> tuple[CollectionName, ...]:
        """Collections of that name, the backend's best first."""
        raise Unsupported(f"{self!r} knows no collections")

    def collection(self, collection_id: int, *, language: str = "en", timeout: float) -> Collection:
        """One collection with its films and how far along each is."""
        raise Unsupported(f"{self!r} knows no collections")

    def people_called(self, name: str, *, language: str = "en", timeout: float) -> tuple[PersonName, ...]:
        """Actors and makers that it finds for this name, the best known first. Raises BackendBlind, as `search`."""
        raise Unsupported(f"{self!r} looks no people up")

    def titles_of(self, person_id: int, *, language: str = "en", timeout: float) -> tuple[Credit, ...]:
        """What somebody plays in or made, each title once; appearances as oneself and talk shows are left out."""
        raise Unsupported(f"{self!r} looks no people up")

    def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
        """Page 1, 2 … of a list of well-known titles; empty past its end."""
        raise Unsupported(f"{self!r} has no charts")

    def requests(self, *, skip: int = 0, take: int = 50, timeout: float) -> tuple[KnownRequest, ...]:
        """The requests it has, newest first, a page of `take` after the first `skip`."""
        raise Unsupported(f"{self!r} does not list its requests")

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        """One request; None when it is gone. `kind` as it was requested: one server counts films and shows apart."""
        raise Unsupported(f"{self!r} does not show its requests")

    def cancel(self, request_id: str, kind: Kind, *, timeout: float) -> bool:
        """Take a request back; False when it was gone already."""
        raise Unsupported(f"{self!r} cannot take a request back")

    def decide(self, request_id: str, kind: Kind, *, approve: bool, reason: str = "", timeout: float) -> None:
        """Approve or decline a request that waits; `reason` is for declining, where the server keeps one."""
        raise Unsupported(f"{self!r} cannot approve or decline")

    def retry(self, request_id: str, kind: Kind, *, timeout: float) -> None:
        """Hand on again what was approved and could not be handed on. RequestRefused where it is gone."""
        raise Unsupported(f"{self!r} cannot try a request again")

    def may_decide(self, user: str, *, timeout: float) -> bool:
        """True for a user (User.id) who may approve and decline the requests of others there. Raises UserUnknown."""
        raise Unsupported(f"{self!r} does not tell who may approve")

    def users(self, *, timeout: float) -> tuple[User, ...]:
        """Everybody it knows."""
        raise Unsupported(f"{self!r} does not list its users")

    def quotas(self, user: str | None = None, *, timeout: float) -> tuple[Quota, ...]:
        """What somebody may still request; without `user`, the key's own."""
        raise Unsupported(f"{self!r} tells no quotas")

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
    def settle(opening: Opening, backend_type: BackendType | None = None, *, timeout: float = AT_START) -> Settled:
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
