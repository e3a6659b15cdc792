"""What the contract needs of a server: a scene that can be set, and a look at what the backend did to it.

Each server that can be stood in for has a `Server` here; `test_contract.py` runs every story over every one of them,
over a real socket where the backend has one. A server says as data what it cannot tell or cannot be brought to do;
what its backend cannot do the backend says itself (`abilities`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, Self

import pytest

from media import Availability, Kind, Title
from media_backends import Ability, BackendType, MediaBackend


class Circumstance(Enum):
    """What may hold on a server besides its titles; all of them are off until `let` is called."""

    WAITS_FOR_APPROVAL = "requests with the key's own rights wait for approval"
    FOUR_K = "the server has a place for 4K, for films and (where it has that) for shows"
    TMDB_DOWN = "the server answers, but finds no titles any more"
    CSRF = "writes with a key are refused for want of a CSRF token, and no token helps"
    CSRF_WITH_TOKEN = "writes with a key need a CSRF token, which a read hands out"
    SPECIALS = "specials can be requested"
    DROPS = "the next request is accepted and then gone, as for a show that cannot be handed on"


@dataclass(frozen=True, slots=True)
class Staged:
    """One title that the server knows, and how far along it is.

    Of a show the seasons tell, by number; a season is MISSING where nothing else is said. DECLINED and FAILED mean
    requests that came to that end, PENDING and PROCESSING live ones; REFUSED is DECLINED on a server that takes no
    second request.
    """

    kind: Kind
    id: int
    name: str
    date: str  # ISO date of the release, or of the first airing
    availability: Availability = Availability.MISSING  # of a film
    availability_4k: Availability = Availability.MISSING
    seasons: Mapping[int, Availability] = field(default_factory=dict)  # of a show; 0 holds the specials
    seasons_4k: Mapping[int, Availability] = field(default_factory=dict)
    votes: int = 1000
    collection: tuple[int, str] | None = None  # TMDB id and name, of a film
    cast: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()  # of a show: the creators
    genres: tuple[str, ...] = ()
    runtime: int | None = None
    rating: float | None = None
    in_production: bool = False
    next_airs: str | None = None
    episodes: int = 10  # of each season

    @property
    def title(self) -> Title:
        """As somebody would wish for it."""
        return Title(self.kind, self.id, self.name, int(self.date[:4]))


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that stands at the server."""

    kind: Kind
    title_id: int
    seasons: tuple[int, ...] = ()
    four_k: bool = False
    user: str | None = None  # User.id of whoever asked for it; None: whoever the key belongs to


class Server(Protocol):
    """A request manager for tests. It listens from `__enter__` to `__exit__`, which also closes its backends.

    It knows nothing until a title is staged.
    """

    backend_type: BackendType
    tells: frozenset[Availability]  # the states that it can show of a film
    can: frozenset[Circumstance]  # what `let` takes
    asks_for_a_key: bool
    lists_own_requests: bool  # a staged PENDING is among its requests; the demo's are in its catalogue

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def open(self, *, key: str | None = None) -> MediaBackend:
        """A backend on this server; with its own key where none is given."""
        ...

    def stage(self, *titles: Staged) -> None:
        """Let the server know these titles, each in its state; a title staged again replaces the old one."""
        ...

    def let(self, circumstance: Circumstance) -> None:
        """Bring it about."""
        ...

    def add_user(
        self, name: str, *, may_request: bool = True, quota: int | None = None, may_decide: bool = False
    ) -> str:
        """Somebody who may make `quota` requests more (films, and seasons or episodes, apart). Returns User.id."""
        ...

    def asked(self) -> list[Asked]:
        """The requests that the backend made and that still stand, oldest first; staged ones are left out."""
        ...

    def writes(self) -> int:
        """How many calls that change something were heard, refused ones too."""
        ...

    def reads(self) -> int:
        """How many other calls were heard."""
        ...

    def away(self) -> None:
        """From now on nobody answers."""
        ...


# --- what the stories are told with

PATIENCE = 3.0  # seconds that no good answer needs
MATRIX = (2344, "The Matrix Collection")


def film(availability: Availability = Availability.MISSING, **more: object) -> Staged:
    return Staged(Kind.MOVIE, 438631, "Dune", "2021-09-15", availability, **more)  # type: ignore[arg-type]


def show(*states: Availability, **more: object) -> Staged:
    """Seasons 1, 2 … of a show."""
    seasons = dict(enumerate(states or (Availability.MISSING,) * 3, start=1))
    return Staged(Kind.TV, 1396, "Breaking Bad", "2008-01-20", seasons=seasons, **more)  # type: ignore[arg-type]


DUNE_1984 = Staged(Kind.MOVIE, 841, "Dune", "1984-12-14", votes=3000)
PROPHECY = Staged(Kind.TV, 90228, "Dune Prophecy", "2024-11-17", seasons={1: Availability.MISSING})
DUNE, BREAKING_BAD = film().title, show().title
NOBODY_KNOWS = Title(Kind.MOVIE, 99999999, "Nothing")


def needs(server: Server, *circumstances: Circumstance) -> None:
    """Bring it about, or leave the story out."""
    for one in circumstances:
        if one not in server.can:
            pytest.skip(f"{server.backend_type} cannot be brought to that: {one.value}")
        server.let(one)


def able(server: Server, *abilities: Ability) -> MediaBackend:
    """A backend that knows what it can do, or leave the story out."""
    backend = server.open()
    backend.account(timeout=PATIENCE)
    for one in abilities:
        if one not in backend.abilities:
            pytest.skip(f"{server.backend_type} says that it cannot do that: {one}")
    return backend
