"""A stand-in Ombi on 127.0.0.1, which behaves as the sources of 4.59.3 say.

::

    with OmbiStandIn(titles) as server:
        server.fault(Fault.HANG, on="/search", times=1)
        ...
        assert server.calls["POST /api/v2/requests/tv"] == 1
        assert [child.episodes for child in server.books.children.values()] == [{2: [1, 2, 3]}]

Paths are compared without regard to case, and written small in `calls` and `fault`.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import unquote

from media import Kind
from tests.backends.contract import Staged
from tests.backends.door import Door, Heard, Trouble
from tests.backends.ombi_books import Books
from tests.backends.ombi_pages import Pages, light_row
from tests.backends.served import Answered, Served

KEY = "key-of-the-stand-in"
PAGE_OF_THE_APP = b"<!doctype html><html><head><title>Ombi</title></head><body><app-ombi></app-ombi></body></html>"
NULL_REFERENCE = "Object reference not set to an instance of an object."
#: Without a key too.
OPEN = {("GET", "v1/status"), ("GET", "v1/status/info"), ("GET", "v2/features"), ("GET", "v1/request/count")}
#: Words that mean a chart where v1 is searched by GET.
SHADOWED = {"popular", "nowplaying", "toprated", "upcoming", "anticipated", "mostwatched", "trending"}


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer that is no JSON."""

    body: bytes = b""
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False  # more was announced, and the connection is closed


HTML = Raw(PAGE_OF_THE_APP, "text/html")


class OmbiDoor(Door):
    """Says things that are no JSON, too."""

    def _send_nonsense(self, trouble: Trouble, status: int, answered: object) -> None:
        super()._send_nonsense(trouble, status, {} if isinstance(answered, Raw) else answered)

    def _drip(self, trouble: Trouble, status: int, answered: object) -> None:
        super()._drip(trouble, status, {} if isinstance(answered, Raw) else answered)

    def _send(self, status: int, answered: object, headers: Mapping[str, str] | None = None) -> None:
        if not isinstance(answered, Raw):
            super()._send(status, answered, headers)
            return
        self.send_response(status)
        if answered.content_type:
            self.send_header("Content-Type", answered.content_type)
        for name, value in answered.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answered.body) + 50 * answered.cut))
        self.end_headers()
        self.wfile.write(answered.body)
        self.close_connection = self.close_connection or answered.cut


class OmbiStandIn(Served):
    """The server: titles in memory, faults on demand, and counts of what it was asked."""

    door: ClassVar[type[Door]] = OmbiDoor

    def __init__(self, titles: Sequence[Staged] = (), *, key: str = KEY, base_path: str = "") -> None:
        super().__init__()
        self.key = key
        self.base_path = base_path  # "/ombi": then only what is behind it is Ombi's
        self.tmdb_down = False
        self.breaks_off = True  # in the middle of refusing a user it does not know
        self.has_no_lists = False  # null, and that is 204 there, for a list of films
        self.titles: dict[tuple[Kind, int], Staged] = {(one.kind, one.id): one for one in titles}
        self.books = Books(self.titles)
        self.pages = Pages(self.books)
        self.told: list[tuple[str, str | None]] = []  # route and UserName of each call that got past the door
        self._cached: dict[str, object] = {}  # for 12 hours, that is for ever

    def purge(self) -> None:
        """As a change of requests or a sync with Plex does."""
        self._cached.clear()

    @property
    def root(self) -> str:
        """The address to configure."""
        return f"{self.url}{self.base_path}"

    def answer(self, heard: Heard) -> Answered:
        path = heard.target.partition("?")[0]
        if not path.lower().startswith(f"{self.base_path}/api/"):
            return (404, Raw(b"Not here", "text/plain")) if self.base_path else _no_such_route(heard.method)
        route = path[len(f"{self.base_path}/api/") :]
        with self.lock:
            return self._turned_away(heard, route.lower()) or self._routed(heard, route)

    def note(self, heard: Heard) -> None:
        path = heard.target.partition("?")[0].lower().removeprefix(self.base_path)
        route = re.sub(r"/\d+", "/{id}", re.sub(r"/multi/.*", "/multi/{term}", path))
        with self.lock:
            self.calls[f"{heard.method} {route}"] += 1
            self.heard.append(heard)

    def trouble_for(self, method: str, target: str) -> Trouble | None:
        return super().trouble_for(method, target.lower())

    # --- the door

    def _turned_away(self, heard: Heard, route: str) -> Answered | None:
        """The key is looked at before the route, and a user's name after it."""
        given, name = heard.headers.get("apikey"), heard.headers.get("username")
        if given is not None and given.upper() != self.key.upper():
            return 401, Raw(b"Invalid API Key")
        if given is not None and name is not None and name.upper() not in self.books.people:
            return 401, Raw(b"Invalid User", cut=self.breaks_off)
        if given is None and (heard.method, route.rstrip("/")) not in OPEN:
            return 401, Raw(headers={"WWW-Authenticate": "Bearer"})
        self.told.append((f"{heard.method} {route}", name))
        return None

    def _routed(self, heard: Heard, route: str) -> Answered:
        body = json.loads(heard.body) if heard.body else {}
        name = heard.headers.get("username")
        login = self.books.people[name.upper()].login if name is not None else None
        parts = route.split("/")
        low = [part.lower() for part in parts]
        try:
            for area in (self._about, self._search, self._requests):
                answered = area(heard.method, low, parts, body, login)
                if answered is not None:
                    return answered
        except (KeyError, StopIteration):
            return 500, {"error": NULL_REFERENCE}
        except TypeError as error:
            return 500, {"error": str(error)}
        return _no_such_route(heard.method)

    # --- the routes: None where there is no such one

    def _about(
        self, method: str, low: list[str], parts: list[str], body: Mapping[str, object], login: str | None
    ) -> Answered | None:
        match (method, low):
            case ("GET", ["v1", "status"]):
                return 200, 200
            case ("GET", ["v1", "status", "info"]):
                return 200, "4.59.3"
            case ("GET", ["v2", "features"]):
                return 200, [{"name": "Movie4KRequests", "enabled": self.books.four_k}]
            case ("GET", ["v1", "identity", "users"]):
                return 200, self.pages.users()
            case ("GET", ["v1", "request", "movie" | "tv" as kind, "remaining"]):
                return 200, self.books.remaining(login, films=kind == "movie")
            case _:
                return None

    def _search(
        self, method: str, low: list[str], parts: list[str], body: Mapping[str, object], login: str | None
    ) -> Answered | None:
        if low[1] != "search":
            return None
        match (method, [low[0], *low[2:]]):
            case ("POST", ["v1", "movie"]) if self.has_no_lists:
                return 204, Raw()
            case ("POST", ["v1", "movie"]):
                return 200, [self.pages.film(one) for one in self._films(body)][:10]
            case ("POST", ["v1", "movie", "info"]):
                one = self._known(Kind.MOVIE, body["theMovieDbId"])
                return 200, self.pages.film(one) if one else {"id": 0, "title": None, "available": False}
            case ("GET", ["v1", "movie" | "tv", word]) if word in SHADOWED:
                return self._chart("v1", word)
            case ("POST", ["v2", "multi", _]):
                return self._multi(unquote(unquote(parts[3])), body)
            case ("GET", ["v2", *rest]):
                return self._page(low, rest)
            case _:
                return None

    def _page(self, low: list[str], rest: list[str]) -> Answered | None:
        match rest:
            case ["movie", "collection", number]:
                return 200, self.pages.collection(int(number))
            case ["movie" | "tv" as kind, which, start, amount]:
                return self._chart(kind, which, int(start), int(amount))
            case ["movie", number] if number.isdigit():
                one = self._known(Kind.MOVIE, int(number))
                return 200, self._cache(low, self.pages.film_page(one)) if one else {"id": 0, "title": None}
            case ["tv", "moviedb", number] if number.isdigit():
                one = self._known(Kind.TV, int(number))
                return (200, self._cache(low, self.pages.show_page(one))) if one else (204, Raw())
            case _:
                return None

    def _requests(
        self, method: str, low: list[str], parts: list[str], body: Mapping[str, object], login: str | None
    ) -> Answered | None:
        match (method, low):
            case ("GET", ["v2", "requests", "movie", count, position, "requesteddate", "desc"]):
                rows = [self.pages.film_request(row) for row in reversed(self.books.films.values())]
                return 200, {"collection": rows[int(position) :][: int(count)], "total": len(rows)}
            case ("GET", ["v1", "request", "tv", count, position, _, _, _]):
                rows = [self.pages.parent(number) for number in reversed(self.books.parents)]
                return 200, {"collection": rows[int(position) :][: int(count)], "total": 0}
            case ("GET", ["v1", "request", "tvlite"]):
                return 200, [self.pages.parent(number, light=True) for number in self.books.parents]
            case ("GET", ["v1", "request", "movie", "info", number]):
                return 200, self.pages.film_request(self.books.films[int(number)])
            case ("GET", ["v1", "request", "tv", number]):
                return 200, self.pages.parent(int(number))
            case _:
                return self._write(method, low, body, login)

    def _write(self, method: str, low: list[str], body: Mapping[str, object], login: str | None) -> Answered | None:
        self.purge()
        match (method, low):
            case ("POST", ["v1", "request", "movie"]):
                return 200, self.books.ask_for_film(body, login)
            case ("POST", ["v2", "requests", "tv"]):
                return 200, self.books.ask_for_show(body, login)
            case ("DELETE", ["v1", "request", "movie", number]):
                return 200, self.books.delete_film(int(number))
            case ("DELETE", ["v1", "request", "tv", "child", number]):
                return 200, self.books.delete_child(int(number))
            case ("POST", ["v1", "request", "movie", "approve"]) | ("PUT", ["v1", "request", "movie", "deny"]):
                return 200, self.books.decide_film(body, approve=method == "POST")
            case ("POST", ["v2", "requests", "reprocess", "0" | "1" as sort, number, "true" | "false"]):
                return 200, self.books.reprocess(int(number), is_film=sort == "1")
            case ("POST", ["v1", "request", "tv", "approve"]) | ("PUT", ["v1", "request", "tv", "deny"]):
                return 200, self.books.decide_child(body, approve=method == "POST")
            case _:
                return None

    # --- what TMDB would say

    def _known(self, kind: Kind, number: object) -> Staged | None:
        return None if self.tmdb_down or not isinstance(number, int) else self.titles.get((kind, number))

    def _films(self, asked: Mapping[str, object]) -> list[Staged]:
        year = asked.get("year")
        found = self._named(str(asked["searchTerm"]), Kind.MOVIE)
        return [one for one in found if year is None or one.date.startswith(str(year))]

    def _multi(self, term: str, wanted: Mapping[str, object]) -> Answered:
        if self.tmdb_down:
            return 500, {"error": NULL_REFERENCE}
        kinds = [kind for kind, name in ((Kind.MOVIE, "movies"), (Kind.TV, "tvShows")) if wanted.get(name)]
        rows = [light_row(one) for one in self._named(term) if one.kind in kinds]
        people = [{"id": "31", "mediaType": "person", "title": f"Mr {term}"}] if wanted.get("people") else []
        return 200, [*rows[:20], *people]

    def _named(self, words: str, kind: Kind | None = None) -> list[Staged]:
        """The titles that hold all words, the best known first; none while TMDB does not answer."""
        found = [
            one
            for one in self.titles.values()
            if kind in {None, one.kind} and all(word in one.name.lower() for word in words.lower().split())
        ]
        return [] if self.tmdb_down else sorted(found, key=lambda one: -one.votes)

    def _chart(self, kind: str, which: str, start: int = 0, amount: int = 20) -> Answered:
        films, shows = (
            sorted((one for one in self.titles.values() if one.kind is wanted), key=lambda one: -one.votes)
            for wanted in Kind
        )
        if self.tmdb_down:
            return 500, {"error": NULL_REFERENCE}
        if kind == "movie" and which in {"popular", "upcoming", "nowplaying"}:
            return 200, [self.pages.film(one) for one in films][start : start + amount]
        if kind != "movie" and which in {"popular", "trending", "anticipated"}:
            return 200, [self.pages.show_row(one) for one in shows][start : start + amount]
        return 500, {"error": NULL_REFERENCE}

    def _cache(self, low: list[str], page: object) -> object:
        return self._cached.setdefault("/".join(low), copy.deepcopy(page))


def _no_such_route(method: str) -> Answered:
    if method == "GET":
        return 200, HTML
    return 500, {"error": "The SPA default page middleware could not return the default page"}
