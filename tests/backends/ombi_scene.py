"""The stand-in Ombi as the contract wants a server: scenes that can be set, and what the backend did to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from backends.ombi import OmbiBackend
from media import Availability, Kind
from media_backends import BackendType, MediaBackend, Opening
from tests.backends.contract import Asked, Circumstance, Staged
from tests.backends.ombi_books import Books, Person, Stage
from tests.backends.ombi_stand_in import KEY, OmbiStandIn

#: What a request must have come to for a title to be in this state. Ombi keeps no failures that can be seen.
STAGES = {
    Availability.PENDING: Stage(),
    Availability.PROCESSING: Stage(approved=True),
    Availability.DECLINED: Stage(denied=True, reason="no room"),
    Availability.REFUSED: Stage(denied=True, reason="no room"),
}
READS_BY_POST = ("/search/",)


def stage(server: OmbiStandIn, one: Staged) -> None:
    """Let the server know the title, in its state and in no other."""
    server.titles[one.kind, one.id] = one
    server.purge()
    if one.kind is Kind.MOVIE:
        _stage_film(server.books, one)
    else:
        _stage_show(server.books, one)


def _stage_film(books: Books, one: Staged) -> None:
    books.films = {number: film for number, film in books.films.items() if film.tmdb_id != one.id}
    books.films_there.discard(one.id)
    books.films_there_4k.discard(one.id)
    if one.availability is Availability.AVAILABLE:
        books.films_there.add(one.id)
    if one.availability_4k is Availability.AVAILABLE:
        books.films_there_4k.add(one.id)
    for state, four_k in ((one.availability, False), (one.availability_4k, True)):
        if state in STAGES:
            at = replace(STAGES[state], date=books.now())
            books.keep_film(one.id, "Api", at, four_k=four_k, staged=True)


def _stage_show(books: Books, one: Staged) -> None:
    books.children = {number: child for number, child in books.children.items() if child.tmdb_id != one.id}
    books.parents = {number: show for number, show in books.parents.items() if show != one.id}
    books.there = {episode for episode in books.there if episode[0] != one.id}
    whole = list(range(1, one.episodes + 1))
    for season, state in one.seasons.items():
        if state in STAGES:
            at = replace(STAGES[state], date=books.now())
            books.keep_child(one.id, "Api", at, {season: whole}, staged=True)
        elif state in {Availability.AVAILABLE, Availability.PARTIAL}:
            there = whole if state is Availability.AVAILABLE else whole[: one.episodes // 2]
            books.there |= {(one.id, season, number) for number in there}


class OmbiServer:
    """See `tests.backends.contract.Server`. The key alone is always approved at once, and nothing is ever dropped."""

    backend_type = BackendType.OMBI
    tells = frozenset({Availability.MISSING, Availability.AVAILABLE, *STAGES} - {Availability.DECLINED})
    can = frozenset({Circumstance.FOUR_K, Circumstance.TMDB_DOWN})
    asks_for_a_key = True
    lists_own_requests = True

    def __init__(self) -> None:
        self.wire = OmbiStandIn()
        self._opened: list[MediaBackend] = []

    def __enter__(self) -> Self:
        self.wire.open()
        return self

    def __exit__(self, *_: object) -> None:
        for backend in self._opened:
            backend.close()
        self.wire.close()

    def open(self, *, key: str | None = None) -> MediaBackend:
        backend = OmbiBackend.open(Opening(self.wire.url, KEY if key is None else key))
        self._opened.append(backend)
        return backend

    def stage(self, *titles: Staged) -> None:
        for one in titles:
            stage(self.wire, one)

    def let(self, circumstance: Circumstance) -> None:
        if circumstance not in self.can:
            raise NotImplementedError(circumstance)
        self.wire.books.four_k |= circumstance is Circumstance.FOUR_K
        self.wire.tmdb_down |= circumstance is Circumstance.TMDB_DOWN

    def add_user(
        self, name: str, *, may_request: bool = True, quota: int | None = None, may_decide: bool = False
    ) -> str:
        person = Person(name, quota=quota) if may_request else Person(name, set())
        person.roles |= {"PowerUser"} if may_decide else set()
        self.wire.books.people[name.upper()] = person
        return name

    def asked(self) -> list[Asked]:
        books = self.wire.books
        made: list[tuple[str, Asked]] = []
        for film in books.films.values():
            stages = ((film.hd, False), (film.four_k, True))
            made += [
                (at.date, Asked(Kind.MOVIE, film.tmdb_id, (), four_k, _user(film.user)))
                for at, four_k in stages
                if at is not None and at.date.startswith("2026") and not film.staged
            ]
        made += [
            (child.stage.date, Asked(Kind.TV, child.tmdb_id, tuple(sorted(child.episodes)), user=_user(child.user)))
            for child in books.children.values()
            if not child.staged
        ]
        return [asked for _, asked in sorted(made, key=lambda one: one[0])]

    def writes(self) -> int:
        return sum(count for route, count in self.wire.calls.items() if _writes(route))

    def reads(self) -> int:
        return self.wire.calls.total() - self.writes()

    def away(self) -> None:
        self.wire.close()


def _writes(route: str) -> bool:
    """Searches are POSTs that change nothing."""
    return not route.startswith("GET ") and not any(part in route for part in READS_BY_POST)


def _user(login: str) -> str | None:
    return None if login == "Api" else login
