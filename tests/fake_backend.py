"""A request manager in memory that behaves: it knows titles, keeps requests, and fails or hangs when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Self

from media import (
    Availability,
    Collection,
    CollectionName,
    Credit,
    Details,
    Kind,
    KnownRequest,
    PersonName,
    Receipt,
    RequestStatus,
    Season,
    Title,
    User,
    Wish,
)
from media_backends import (
    Ability,
    Account,
    AlreadyRequested,
    BackendTooSlow,
    BackendType,
    MediaBackend,
    Opening,
    Query,
    TitleUnknown,
)

MISSING, PENDING, PROCESSING = Availability.MISSING, Availability.PENDING, Availability.PROCESSING
AVAILABLE, PARTIAL, BLOCKED = Availability.AVAILABLE, Availability.PARTIAL, Availability.BLOCKED

DECLINED, REFUSED, FAILED = Availability.DECLINED, Availability.REFUSED, Availability.FAILED


def _of_show(seasons: Iterable[Season]) -> Availability:
    states = {season.availability for season in seasons if season.number > 0}
    if len(states) == 1:
        return states.pop()
    return PARTIAL if AVAILABLE in states else PROCESSING if PROCESSING in states else MISSING


def film(
    name: str,
    title_id: int,
    year: int | None,
    availability: Availability = MISSING,
    released: str | None = None,
    votes: int = 5000,
) -> Details:
    """A film, as far as these tests care about films."""
    released = released or (f"{year}-06-01" if year else None)
    return Details(Title(Kind.MOVIE, title_id, name, year, availability, released, votes=votes))


def show(name: str, title_id: int, year: int, seasons: Mapping[int, Availability] | Iterable[Availability]) -> Details:
    """A show with these seasons; a plain list begins with season one."""
    numbered = dict(seasons) if isinstance(seasons, Mapping) else dict(enumerate(seasons, start=1))
    listed = tuple(Season(number, state) for number, state in sorted(numbered.items()))
    title = Title(Kind.TV, title_id, name, year, _of_show(listed), f"{year}-06-01", votes=5000)
    return Details(title, listed)


DUNE = film("Dune", 438631, 2021)
DUNE_1984 = film("Dune", 841, 1984, votes=900)
JURASSIC_PARK = film("Jurassic Park", 329, 1993, AVAILABLE)
MATRIX = film("The Matrix", 603, 1999, PENDING)
UNRELEASED = film("Tomorrow Again", 990001, 2027, released="2027-03-05")
BLOCKED_FILM = film("The Room", 17473, 2003, BLOCKED)
BREAKING_BAD = show("Breaking Bad", 1396, 2008, [PROCESSING] * 5)
SEVERANCE = show("Severance", 95396, 2022, [MISSING] * 2)
THE_BEAR = show("The Bear", 136315, 2022, {0: MISSING, 1: AVAILABLE, 2: MISSING, 3: MISSING, 4: PROCESSING})
CHERNOBYL = show("Chernobyl", 87108, 2019, [MISSING])
FARGO = show("Fargo", 60622, 2014, [AVAILABLE, MISSING])
LIBRARY = (
    *(DUNE, DUNE_1984, JURASSIC_PARK, MATRIX, UNRELEASED, BLOCKED_FILM),
    *(BREAKING_BAD, SEVERANCE, THE_BEAR, CHERNOBYL, FARGO),
)


def _open_seasons(details: Details, *, four_k: bool) -> Iterable[int]:
    """The specials too."""
    return (season.number for season in details.seasons if season.availability_in(four_k=four_k).is_open)


class FakeBackend(MediaBackend):
    """Counts what it was asked, keeps what was requested, and misbehaves on demand."""

    backend_type: ClassVar[BackendType] = BackendType.OVERSEERR

    def __init__(self, library: Iterable[Details] = LIBRARY) -> None:
        self.submitted: list[str] = []  # "tmdb:438631", "tmdb:1396:2,3", "tmdb:603:4k": every request that was made
        self.cancelled: list[str] = []  # as `submitted`: every request that was taken back
        self.asked_as: list[str | None] = []  # the users in whose names requests were asked for, refused ones too
        self.people: tuple[User, ...] = ()
        self.calls: list[str] = []  # "search", "details", "request", "account", in the order they began
        self.approves = True
        self.deciders: tuple[str, ...] = ()  # users who may approve
        self.decided: list[tuple[str, bool, str]] = []  # request, approved, reason
        self.retried: list[str] = []
        self.can: frozenset[Ability] = frozenset({Ability.ASK_AGAIN, Ability.SPECIALS, Ability.REQUESTS})
        self._library = {details.title.key: details for details in library}
        self._made: dict[str, Wish] = {}  # by the id of its request
        self._collections: dict[int, tuple[str, tuple[str, ...]]] = {}  # id -> name, keys of its films
        self._credits: dict[str, tuple[Credit, ...]] = {}  # by the name of whoever has a part in them
        self._failures: dict[str, Exception] = {}
        self._late_failures: dict[str, Exception] = {}
        self._gates: dict[str, threading.Event] = {}
        self._stuck: list[threading.Event] = []
        self._lock = threading.Lock()

    @classmethod
    def open(cls, opening: Opening) -> Self:
        """Not opened by its address: the house hands it in."""
        del opening
        return cls()

    def fails(self, call: str, failure: Exception) -> None:
        """From now on this call fails before anything happens."""
        self._failures[call] = failure

    def fails_after(self, call: str, failure: Exception) -> None:
        """From now on this call does its work and then fails all the same: the answer is lost on the way."""
        self._late_failures[call] = failure

    def is_down(self, failure: Exception) -> None:
        """Every call fails."""
        told = ("search", "details", "people", "titles-of", "request", "account", "known_request", "cancel")
        for call in (*told, "requests", "decide", "retry", "may_decide"):
            self.fails(call, failure)

    def recovers(self) -> None:
        """All is well again; whatever hangs goes on."""
        self._failures.clear()
        self._late_failures.clear()
        for gate in (*self._gates.values(), *self._stuck):
            gate.set()
        self._gates.clear()
        self._stuck.clear()

    def blocks(self, call: str) -> None:
        """From now on this call hangs, whatever its time-out says, until the backend recovers."""
        self._gates[call] = threading.Event()

    def lets_others_by(self, call: str) -> None:
        """Whoever hangs in this call goes on hanging; those who come now do not."""
        self._stuck.append(self._gates.pop(call))

    def now_has(self, details: Details) -> None:
        """The library changes behind our back."""
        self._library[details.title.key] = details

    def has_collection(self, name: str, collection_id: int, *films: Details) -> None:
        """From now on these films belong together."""
        self.can |= {Ability.COLLECTIONS}
        for one in films:
            self._library.setdefault(one.title.key, one)
        self._collections[collection_id] = (name, tuple(one.title.key for one in films))

    def has_titles_of(self, name: str, *parts: Details, small: Iterable[Details] = ()) -> None:
        """From now on somebody of this name, better known than those after, plays in these; small parts apart."""
        self.can |= {Ability.PEOPLE}
        guest = tuple(small)
        for one in (*parts, *guest):
            self._library.setdefault(one.title.key, one)
        self._credits[name] = tuple(Credit(one.title, is_small=one in guest) for one in (*parts, *guest))

    @property
    def abilities(self) -> frozenset[Ability]:
        return self.can

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        self._begin("search")
        words = set(query.text.casefold().split())
        found = [
            details.title for details in self._library.values() if words & set(details.title.name.casefold().split())
        ]
        self._end("search")
        return tuple(title for title in found if query.kind in {None, title.kind} and query.year in {None, title.year})

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        del language, timeout
        self._begin("details")
        found = self._library.get(f"{kind}:{title_id}")
        if found is None:
            raise TitleUnknown(f"no {kind} {title_id}")
        self._end("details")
        return found

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        del timeout
        self.asked_as.append(user)
        self._begin("request")
        with self._lock:
            receipt = self._take(wish)
        self._end("request")
        return receipt

    def account(self, *, timeout: float) -> Account:
        self._begin("account")
        self._end("account")
        return Account("test")

    def collections(self, name: str, *, language: str = "en", timeout: float) -> tuple[CollectionName, ...]:
        del language, timeout
        self._begin("collections")
        known = ((number, known) for number, (known, _) in self._collections.items())
        return tuple(CollectionName(number, known) for number, known in known if name.casefold() in known.casefold())

    def collection(self, collection_id: int, *, language: str = "en", timeout: float) -> Collection:
        del language, timeout
        self._begin("collection")
        name, keys = self._collections[collection_id]
        return Collection(CollectionName(collection_id, name), tuple(self._library[key].title for key in keys))

    def people_called(self, name: str, *, language: str = "en", timeout: float) -> tuple[PersonName, ...]:
        del language, timeout
        self._begin("people")
        words = set(name.casefold().split())
        known = [PersonName(number, one) for number, one in enumerate(self._credits, start=1)]
        return tuple(one for one in known if words <= set(one.name.casefold().split()))

    def titles_of(self, person_id: int, *, language: str = "en", timeout: float) -> tuple[Credit, ...]:
        del language, timeout
        self._begin("titles-of")
        return list(self._credits.values())[person_id - 1]

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        del timeout
        self._begin("known_request")
        return self._known(request_id, kind)

    def _known(self, request_id: str, kind: Kind) -> KnownRequest | None:
        made = self._made.get(request_id)
        status = RequestStatus.APPROVED if self.approves else RequestStatus.PENDING
        if made is None:
            return None
        now = self._library[made.title.key].title.availability_in(four_k=made.four_k)
        return KnownRequest(request_id, kind, made.title.id, status, now, seasons=made.seasons, four_k=made.four_k)

    def cancel(self, request_id: str, kind: Kind, *, timeout: float) -> bool:
        del kind, timeout
        self._begin("cancel")
        made = self._made.pop(request_id, None)
        if made is None:
            return False
        self.cancelled.append(made.key.replace(f"{made.title.kind}:", "tmdb:"))
        self._reaches(made, MISSING)
        self._end("cancel")
        return True

    def requests(self, *, skip: int = 0, take: int = 50, timeout: float) -> tuple[KnownRequest, ...]:
        self._begin("requests")
        newest_first = [(number, self._made[number].title.kind) for number in reversed(self._made)][skip : skip + take]
        listed = (self._known(number, kind) for number, kind in newest_first)
        return tuple(one for one in listed if one)

    def decide(self, request_id: str, kind: Kind, *, approve: bool, reason: str = "", timeout: float) -> None:
        del kind, timeout
        self._begin("decide")
        self.decided.append((request_id, approve, reason))
        self._reaches(self._made[request_id], PROCESSING if approve else DECLINED)

    def retry(self, request_id: str, kind: Kind, *, timeout: float) -> None:
        del kind, timeout
        self._begin("retry")
        self.retried.append(request_id)
        self._reaches(self._made[request_id], PROCESSING)

    def may_decide(self, user: str, *, timeout: float) -> bool:
        del timeout
        self._begin("may_decide")
        return user in self.deciders

    def users(self, *, timeout: float) -> tuple[User, ...]:
        del timeout
        self._begin("users")
        return self.people

    def _take(self, wish: Wish) -> Receipt:
        details = self._library[wish.title.key]
        if wish.title.kind is Kind.MOVIE:
            if not details.title.availability_in(four_k=wish.four_k).is_open:
                raise AlreadyRequested("the film was requested before")
        else:
            missing = set(_open_seasons(details, four_k=wish.four_k))
            if not missing & set(wish.seasons):
                raise AlreadyRequested("no seasons left")
            # As the real servers do: what was asked for before is dropped, and the answer names what was taken.
            wish = replace(wish, seasons=tuple(number for number in wish.seasons if number in missing))
        self._reaches(wish, PROCESSING if self.approves else PENDING)
        self.submitted.append(wish.key.replace(f"{wish.title.kind}:", "tmdb:"))
        status = RequestStatus.APPROVED if self.approves else RequestStatus.PENDING
        self._made[str(len(self.submitted))] = wish
        return Receipt(str(len(self.submitted)), status, wish.seasons)

    def _reaches(self, wish: Wish, availability: Availability) -> None:
        """From now on the film, or these seasons, have come so far."""
        details = self._library[wish.title.key]
        reached: dict[str, Any] = {"availability_4k" if wish.four_k else "availability": availability}
        if wish.title.kind is Kind.MOVIE:
            changed = replace(details, title=replace(details.title, **reached))
        else:
            seasons = tuple(
                replace(season, **reached) if season.number in wish.seasons else season for season in details.seasons
            )
            changed = replace(details, seasons=seasons, title=replace(details.title, availability=_of_show(seasons)))
        self._library[wish.title.key] = changed

    def _begin(self, call: str) -> None:
        self.calls.append(call)
        gate = self._gates.get(call)
        if gate is not None and not gate.wait(20):
            raise BackendTooSlow("nobody let it go")
        if call in self._failures:
            raise self._failures[call]

    def _end(self, call: str) -> None:
        if call in self._late_failures:
            raise self._late_failures[call]
