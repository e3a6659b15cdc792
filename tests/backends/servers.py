"""The servers that the contract runs over: Overseerr, Jellyseerr, Seerr, Ombi, the demo."""

from __future__ import annotations

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from backends.demo import DemoBackend
from backends.demo.shelf import MemoryShelf
from backends.seerr import BACKENDS
from media import Availability, Kind
from media_backends import BackendType, MediaBackend, Opening
from tests.backends.books import ADMIN, Made, Person
from tests.backends.catalogue import Entry, Media
from tests.backends.contract import Asked, Circumstance, Server, Staged
from tests.backends.ombi_scene import OmbiServer
from tests.backends.stand_in import KEY, Product, StandIn

MISSING, PENDING, PROCESSING, PARTIAL, AVAILABLE, BLOCKED, DECLINED, _, FAILED = Availability
CLASSES = {kind.backend_type: kind for kind in BACKENDS}
#: What a state is there: the status of the media, and of a request that led to it.
MEDIA: Mapping[Availability, int] = {PENDING: 2, PROCESSING: 3, PARTIAL: 4, AVAILABLE: 5, BLOCKED: 6, FAILED: 3}
REQUEST: Mapping[Availability, int] = {PENDING: 1, PROCESSING: 2, DECLINED: 3, FAILED: 4}


class SeerrServer:
    """A stand-in of the family."""

    asks_for_a_key = True
    lists_own_requests = True

    def __init__(self, product: Product) -> None:
        self.wire = StandIn(product, titles=())
        self.backend_type = BackendType(product.lower())
        states = set(Availability) - {PARTIAL, Availability.REFUSED}
        self.tells = frozenset(states - {BLOCKED} if product is Product.OVERSEERR else states)
        drops = product is Product.SEERR  # the other two go down with the request
        self.can = frozenset(one for one in Circumstance if drops or one is not Circumstance.DROPS)
        self._opened: list[MediaBackend] = []
        self._staged: set[int] = set()

    def __enter__(self) -> Self:
        self.wire.open()
        return self

    def __exit__(self, *_: object) -> None:
        for backend in self._opened:
            backend.close()
        self.wire.close()
        assert self.wire.misfits == [], "calls that the server's own OpenAPI document does not allow"

    def open(self, *, key: str | None = None) -> MediaBackend:
        backend = CLASSES[self.backend_type].open(Opening(self.wire.url, KEY if key is None else key))
        self._opened.append(backend)
        return backend

    def stage(self, *titles: Staged) -> None:
        for one in titles:
            self.wire.add(_entry(one))
            self.wire.media.pop((one.kind, one.id), None)
            self._ask(one, one.seasons or {0: one.availability}, four_k=False)
            self._ask(one, one.seasons_4k or {0: one.availability_4k}, four_k=True)

    def _ask(self, one: Staged, states: Mapping[int, Availability], *, four_k: bool) -> None:
        by_state: defaultdict[Availability, list[int]] = defaultdict(list)
        for number, state in states.items():
            by_state[state].append(number)
        for state, numbers in by_state.items():
            if state in REQUEST:
                seasons = tuple(numbers) if one.kind is Kind.TV else ()
                made = Made(self.wire.books.next_id(), one.kind, one.id, REQUEST[state], four_k, seasons)
                self.wire.requests.append(made)
                self._staged.add(made.id)
            if state is not MISSING:
                self._mark(one, state, numbers, four_k=four_k)

    def _mark(self, one: Staged, state: Availability, numbers: list[int], *, four_k: bool) -> None:
        media = self.wire.media.setdefault((one.kind, one.id), Media())
        status = MEDIA.get(state, 1)
        if one.kind is Kind.TV and state in {AVAILABLE, PARTIAL}:  # what a scan has found stands season by season
            (media.seasons_4k if four_k else media.seasons).update(dict.fromkeys(numbers, status))
            status = 4
        if four_k:
            media.status_4k = max(media.status_4k, status)
        else:
            media.status = max(media.status, status)

    def let(self, circumstance: Circumstance) -> None:
        books = self.wire.books
        match circumstance:
            case Circumstance.WAITS_FOR_APPROVAL:
                books.approves = False
            case Circumstance.FOUR_K:
                self.wire.four_k = True
            case Circumstance.TMDB_DOWN:
                books.tmdb_down = True
            case Circumstance.CSRF:
                self.wire.csrf = True
            case Circumstance.CSRF_WITH_TOKEN:
                self.wire.csrf_token = "token-of-the-stand-in"
            case Circumstance.SPECIALS:
                books.specials = True
            case Circumstance.DROPS:
                books.drops = True

    def add_user(
        self, name: str, *, may_request: bool = True, quota: int | None = None, may_decide: bool = False
    ) -> str:
        number = len(self.wire.books.people) + 1
        self.wire.books.people[number] = Person(number, name, may_request, quota, may_decide)
        return str(number)

    def asked(self) -> list[Asked]:
        made = (one for one in self.wire.requests if one.id not in self._staged)
        return [
            Asked(Kind(one.kind), one.tmdb_id, one.seasons, one.is4k, None if one.user == ADMIN else str(one.user))
            for one in made
        ]

    def writes(self) -> int:
        return sum(heard.method != "GET" for heard in self.wire.heard)

    def reads(self) -> int:
        return len(self.wire.heard) - self.writes()

    def away(self) -> None:
        self.wire.close()


def _entry(one: Staged) -> Entry:
    return Entry(
        kind=one.kind,
        id=one.id,
        name=one.name,
        date=one.date,
        votes=one.votes,
        seasons=tuple(sorted({*one.seasons, *one.seasons_4k})),
        in_production=one.in_production,
        collection=one.collection,
        cast=one.cast,
        directors=one.directors,
        genres=one.genres,
        runtime=one.runtime,
        rating=one.rating or 0.0,
        next_airs=one.next_airs,
        episodes=one.episodes,
    )


class DemoServer:
    """The demo, over a catalogue of the contract's own; nothing goes over a wire."""

    backend_type = BackendType.DEMO
    tells = frozenset({MISSING, PENDING, PROCESSING, AVAILABLE, BLOCKED})
    can = frozenset({Circumstance.WAITS_FOR_APPROVAL})
    asks_for_a_key = False
    lists_own_requests = False

    def __init__(self) -> None:
        self._shelf = MemoryShelf()
        self._titles: dict[str, Staged] = {}
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def open(self, *, key: str | None = None) -> MediaBackend:
        path = Path(self._folder.name) / "catalogue.jsonl"
        path.write_text("\n".join(json.dumps(_line(one)) for one in self._titles.values()), encoding="utf-8")
        return DemoBackend(self._shelf, time.time, 3600.0, path)

    def stage(self, *titles: Staged) -> None:
        self._titles |= {one.title.key: one for one in titles}

    def let(self, circumstance: Circumstance) -> None:
        """Every request waits there, for a while."""

    def add_user(
        self, name: str, *, may_request: bool = True, quota: int | None = None, may_decide: bool = False
    ) -> str:
        raise NotImplementedError("the demo has no users")

    def asked(self) -> list[Asked]:
        wishes = (kept.wish for kept in self._shelf.all())
        return [Asked(wish.title.kind, wish.title.id, wish.seasons) for wish in wishes]

    def writes(self) -> int:
        return len(self._shelf.all())

    def reads(self) -> int:
        return 0

    def away(self) -> None:
        raise NotImplementedError("the demo is always there")


def _line(one: Staged) -> dict[str, object]:
    line: dict[str, object] = {"kind": one.kind, "id": one.id, "title": one.name, "released": one.date}
    line |= {"votes": one.votes, "plot": f"About {one.name}.", "cast": one.cast, "genre": ", ".join(one.genres)}
    if one.kind is Kind.MOVIE:
        line |= {"availability": one.availability, "runtime": one.runtime, "director": ", ".join(one.directors)}
        if one.collection is not None:
            line["collection"] = {"id": one.collection[0], "name": one.collection[1]}
        return line
    line["seasons"] = [
        {"number": number, "availability": state, "episodes": one.episodes, "aired": one.date}
        for number, state in sorted(one.seasons.items())
    ]
    return line | {"ended": not one.in_production}


SERVERS: Mapping[str, Callable[[], Server]] = {
    "overseerr": lambda: SeerrServer(Product.OVERSEERR),
    "jellyseerr": lambda: SeerrServer(Product.JELLYSEERR),
    "seerr": lambda: SeerrServer(Product.SEERR),
    "ombi": OmbiServer,
    "demo": DemoServer,
}
