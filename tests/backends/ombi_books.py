"""The books of a stand-in Ombi: its users and the requests it took, with the rules by which it takes them.

Films, shows (parents) and the single requests for a show (children) are numbered apart. All refusals are results with
status 200, as its sources have them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from media import Kind
from tests.backends.contract import Staged

UNSET = "0001-01-01T00:00:00Z"
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
ROLES = ("RequestMovie", "RequestTv", "Request4KMovie")

Row = Mapping[str, object]
Result = dict[str, object]


@dataclass(slots=True)
class Person:
    """One user; with `quota` requests for films, and for episodes, that may still be made."""

    login: str
    roles: set[str] = field(default_factory=lambda: set(ROLES))
    alias: str | None = None
    quota: int | None = None


@dataclass(slots=True)
class Stage:
    """How far one request has come."""

    date: str = UNSET
    approved: bool = False
    available: bool = False
    denied: bool | None = None
    reason: str | None = None


@dataclass(slots=True)
class Film:
    """One row of films: a request in HD, one in 4K, or both."""

    id: int
    tmdb_id: int
    user: str
    hd: Stage = field(default_factory=Stage)
    four_k: Stage | None = None
    staged: bool = False


@dataclass(slots=True)
class Child:
    """One request for seasons of a show."""

    id: int
    parent: int
    tmdb_id: int
    user: str
    stage: Stage
    episodes: dict[int, list[int]]  # by season
    staged: bool = False


class Books:
    """All requests and users."""

    def __init__(self, titles: Mapping[tuple[Kind, int], Staged]) -> None:
        self.titles = titles
        self.people: dict[str, Person] = {}
        self.films: dict[int, Film] = {}  # by their number
        self.children: dict[int, Child] = {}
        self.parents: dict[int, int] = {}  # number -> TMDB id
        self.there: set[tuple[int, int, int]] = set()  # episodes in the library: TMDB id, season, number
        self.films_there: set[int] = set()
        self.films_there_4k: set[int] = set()
        self.four_k = False
        self.is_plex = False  # Ombi refuses what is there for Plex alone
        self.monitored: set[int] = set()  # films that Radarr has though nobody asked Ombi
        self.in_sonarr: set[int] = set()  # shows that Sonarr has though nobody asked Ombi
        self.sonarr_fails = False
        self.reprocessed: list[int] = []
        self._moments = 0

    def now(self) -> str:
        """A moment later than all before."""
        self._moments += 1
        return (FIRST + timedelta(minutes=self._moments)).isoformat().replace("+00:00", "Z")

    # --- films

    def film_of(self, tmdb_id: int) -> Film | None:
        return next((film for film in self.films.values() if film.tmdb_id == tmdb_id), None)

    def ask_for_film(self, asked: Row, login: str | None) -> Result:
        tmdb_id = _int(asked.get("theMovieDbId"))
        four_k = bool(asked.get("is4kRequest"))
        if (Kind.MOVIE, tmdb_id) not in self.titles:
            return refusal("Please try again later")
        row = self.film_of(tmdb_id)
        if row is not None and (row.four_k if four_k else row.hd.date != UNSET):
            return refusal(f'"{self.titles[Kind.MOVIE, tmdb_id].name}" has already been requested', "AlreadyRequested")
        if self.is_plex and tmdb_id in self.films_there and not four_k:
            return refusal("This movie is already available.", "AlreadyRequested")
        refused = self._forbidden_film(login, four_k=four_k)
        if refused is not None:
            return refused
        approved = self._approves(login, "AutoApprove4KMovie" if four_k else "AutoApproveMovie")
        row = self.keep_film(tmdb_id, login or "Api", Stage(self.now(), approved), four_k=four_k)
        if tmdb_id in self.monitored:  # the row stays, and is approved
            return refusal("Movie is already monitored")
        one = self.titles[Kind.MOVIE, tmdb_id]
        return done(f"{one.name} ({one.date[:4]}) has been successfully added!", row.id)

    def keep_film(self, tmdb_id: int, user: str, stage: Stage, *, four_k: bool = False, staged: bool = False) -> Film:
        row = self.film_of(tmdb_id) or Film(max(self.films, default=40) + 1, tmdb_id, user, staged=staged)
        if four_k:
            row.four_k = stage
        else:
            row.hd = stage
        return self.films.setdefault(row.id, row)

    def _forbidden_film(self, login: str | None, *, four_k: bool) -> Result | None:
        person = self.people.get((login or "").upper())
        if person is None:
            return None
        if ("Request4KMovie" if four_k else "RequestMovie") not in person.roles | _all_of(person):
            return refusal("You do not have permissions to Request a Movie", "NoPermissionsRequestMovie")
        if person.quota is not None and self.films_of(person) >= person.quota:
            return refusal("You have exceeded your Movie request quota!", "MovieRequestQuotaExceeded")
        return None

    def films_of(self, person: Person) -> int:
        return sum(film.user == person.login for film in self.films.values())

    # --- shows

    def parent_of(self, tmdb_id: int) -> int | None:
        return next((number for number, show in self.parents.items() if show == tmdb_id), None)

    def children_of(self, tmdb_id: int) -> list[Child]:
        return [child for child in self.children.values() if child.tmdb_id == tmdb_id]

    def ask_for_show(self, asked: Row, login: str | None) -> Result:
        """Raises KeyError for a show it does not know, TypeError for a null: both are a 500 there."""
        tmdb_id = _int(asked.get("theMovieDbId"))
        one = self.titles[Kind.TV, tmdb_id]
        wanted = self._wanted(one, asked)
        person = self.people.get((login or "").upper())
        if person is not None and "RequestTv" not in person.roles | _all_of(person):
            return refusal("You do not have permissions to Request a TV Show")
        more = sum(map(len, wanted.values()))
        if person is not None and person.quota is not None and self.episodes_of(person) + more > person.quota:
            return refusal("You have exceeded your Episode request quota!")
        there = {(season, number) for show, season, number in self.there if show == tmdb_id} if self.is_plex else set()
        before = {(s, n) for child in self.children_of(tmdb_id) for s in child.episodes for n in child.episodes[s]}
        left = {s: [n for n in numbers if (s, n) not in before | there] for s, numbers in wanted.items()}
        left = {season: numbers for season, numbers in left.items() if numbers}
        if not left and (before or there):
            if before:
                return refusal(f"We already have episodes requested from series {one.name}")
            return refusal("This has already been requested", "AlreadyRequested")
        child = self.keep_child(
            tmdb_id, login or "Api", Stage(self.now(), self._approves(login, "AutoApproveTv")), left
        )
        if self.sonarr_fails:
            return {**done(None, child.id), "result": False}
        return done(None, child.id)  # though nothing may be in it

    def keep_child(
        self, tmdb_id: int, user: str, stage: Stage, episodes: dict[int, list[int]], *, staged: bool = False
    ) -> Child:
        parent = self.parent_of(tmdb_id) or max(self.parents, default=0) + 1
        self.parents[parent] = tmdb_id
        number = max(self.children, default=6) + 1
        return self.children.setdefault(number, Child(number, parent, tmdb_id, user, stage, episodes, staged))

    def _wanted(self, one: Staged, asked: Row) -> dict[int, list[int]]:
        """Seasons that bring no episodes are dropped, and so are episodes that there are none of."""
        if asked.get("requestAll"):
            return {number: list(range(1, one.episodes + 1)) for number in one.seasons if number > 0}
        wanted: dict[int, list[int]] = {}
        for row in _rows(asked.get("seasons", [])):
            number = _int(row.get("seasonNumber"))
            listed = [_int(episode.get("episodeNumber")) for episode in _rows(row.get("episodes", []))]
            if number > 0 and number in one.seasons:
                wanted[number] = [episode for episode in listed if 0 < episode <= one.episodes]
        return {number: episodes for number, episodes in wanted.items() if episodes}

    def episodes_of(self, person: Person) -> int:
        mine = [child for child in self.children.values() if child.user == person.login]
        return sum(len(numbers) for child in mine for numbers in child.episodes.values())

    # --- what becomes of them

    def delete_film(self, number: int) -> Result:
        """Raises KeyError for a number it does not know, here and below: a 500 there."""
        del self.films[number]
        return done(None)

    def delete_child(self, number: int) -> Result:
        child = self.children.pop(number)
        if not self.children_of(child.tmdb_id):
            del self.parents[child.parent]
        return done(None)

    def decide_film(self, asked: Row, *, approve: bool) -> Result:
        film = self.films.get(_int(asked.get("id")))
        if film is None:
            return refusal("Request does not exist")
        stage = film.four_k if asked.get("is4K") else film.hd
        assert stage is not None
        _decide(stage, asked, approve=approve)
        if approve and film.tmdb_id in self.monitored:
            return refusal("Movie is already monitored")
        return done(None if approve else "Request successfully deleted")

    def decide_child(self, asked: Row, *, approve: bool) -> Result:
        child = self.children.get(_int(asked.get("id")))
        if child is None:
            return refusal("Child Request does not exist", "ChildRequestDoesNotExist")
        _decide(child.stage, asked, approve=approve)
        return done(None)

    def reprocess(self, number: int, *, is_film: bool) -> Result:
        """Hand it on to Radarr or Sonarr once more."""
        if number not in (self.films if is_film else self.children):
            return refusal("Request does not exist", "RequestDoesNotExist")
        self.reprocessed.append(number)
        return done(None, number)

    def remaining(self, login: str | None, *, films: bool) -> Row:
        person = self.people.get((login or "").upper())
        if person is None or person.quota is None:
            return {"hasLimit": False, "limit": 0, "remaining": 0, "nextRequest": UNSET}
        used = self.films_of(person) if films else self.episodes_of(person)
        left = max(0, person.quota - used)
        return {"hasLimit": True, "limit": person.quota, "remaining": left, "nextRequest": "2027-01-05T00:00:00Z"}

    def _approves(self, login: str | None, role: str) -> bool:
        """Whatever comes with the key alone."""
        return login is None or bool({role, "Admin"} & self.people[login.upper()].roles)


def done(message: str | None, number: int = 0) -> Result:
    """A result without an error."""
    empty = {"isError": False, "errorMessage": None, "errorCode": None}
    return {"result": True, "message": message, **empty, "requestId": number}


def refusal(message: str, code: str | None = None) -> Result:
    """A result that says no."""
    error = {"isError": True, "errorMessage": message, "errorCode": code}
    return {"result": False, "message": None, **error, "requestId": 0}


def _decide(stage: Stage, asked: Row, *, approve: bool) -> None:
    stage.approved = approve or stage.approved
    stage.denied = not approve
    stage.reason = None if approve else str(asked["reason"])


def _all_of(person: Person) -> set[str]:
    return set(ROLES) if "Admin" in person.roles else set()


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _rows(value: object) -> Sequence[Row]:
    if not isinstance(value, list):
        raise TypeError("Value cannot be null. (Parameter 'source')")
    return value
