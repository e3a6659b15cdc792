"""A stand-in Overseerr, Jellyseerr or Seerr on 127.0.0.1, which behaves as the real ones were measured to.

::

    with StandIn(Product.SEERR) as server:
        server.fault(Fault.HANG, on="/search", times=1)
        ...
        assert server.calls["POST /api/v1/request"] == 1
        assert [made.tmdb_id for made in server.requests] == [438631]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from tests.backends.books import ADMIN, Books, Crashed, Made, Person, Product
from tests.backends.catalogue import COMMON, DOZEN, Entry, Media
from tests.backends.combined_credits import everybody, found_people, parts_of, person_id
from tests.backends.door import Fault, Heard
from tests.backends.fitting import misfits
from tests.backends.served import Answered, Served

KEY = "key-of-the-stand-in"
RESERVED = re.compile(r"[:/?#\[\]@!$&'()*+,;=]")
NO_ACCESS = {"status": 403, "error": "You do not have permission to access this endpoint"}

__all__ = ["KEY", "Fault", "Heard", "Made", "Person", "Product", "StandIn"]


class StandIn(Served):
    """The server: a small catalogue in memory, faults on demand, and counts of what it was asked."""

    def __init__(
        self,
        product: Product = Product.SEERR,
        *,
        key: str = KEY,
        titles: Sequence[Entry] = DOZEN,
        keep_alive: float = 5.0,
        nagle: bool = False,
        approves: bool = True,
    ) -> None:
        super().__init__(keep_alive=keep_alive, nagle=nagle)
        self.product = product
        self.key = key
        self.csrf = False  # writes with a key are refused
        self.csrf_token: str | None = None  # unless they bring this token, which reads hand out
        self.four_k = False
        self.misfits: list[str] = []  # what was heard that the server's own OpenAPI document does not allow
        self.titles: dict[tuple[str, int], Entry] = {}
        self.downloads: dict[tuple[str, int], list[object]] = {}  # rows of `downloadStatus`
        self.books = Books(product, self.titles)
        self.books.approves = approves
        for one in titles:
            self.add(one)

    def add(self, one: Entry) -> None:
        """Let it know a title."""
        self.titles[one.kind, one.id] = one
        if one.status != 1 or one.season_statuses:
            self.media[one.kind, one.id] = Media(one.status, dict(one.season_statuses))

    @property
    def requests(self) -> list[Made]:
        return self.books.requests

    @property
    def media(self) -> dict[tuple[str, int], Media]:
        return self.books.media

    def answer(self, heard: Heard) -> Answered:
        """Status and JSON for a call."""
        path, _, query = heard.target.partition("?")
        with self.lock:
            if self.books.crashed:
                raise Crashed
            self.misfits += misfits(self.product.lower(), heard)
            return self._answer(heard, path.split("/")[3:], query)

    def _answer(self, heard: Heard, path: Sequence[str], query: str) -> Answered:
        match (heard.method, path):
            case ("GET", ["status"]):
                return 200, {"version": "3.1.0", "commitTag": "local", "updateAvailable": False, "commitsBehind": 0}
            case ("GET", ["settings", "public"]):
                return 200, self._settings()
            case _ if (refused := self._refused(heard)) is not None:
                return refused
            case ("GET", ["search" | "movie" | "tv" | "collection" | "person" | "discover", *_]):
                return self._ask_tmdb(path, query)
            case _:
                return self._ask_books(heard, path, query)

    def _ask_tmdb(self, path: Sequence[str], query: str) -> Answered:
        match path:
            case ["search"]:
                return self._search(query)
            case ["movie" | "tv" as kind, number] if number.isdigit():
                return self._details(kind, int(number))
            case ["collection", number] if number.isdigit():
                return self._collection(int(number))
            case ["person", number, "combined_credits"] if number.isdigit():
                return self._combined_credits(int(number))
            case ["discover", *which]:
                return self._discover("/".join(which), _fields(query))
            case _:
                return 404, {"message": "not found"}

    def _ask_books(self, heard: Heard, path: Sequence[str], query: str) -> Answered:
        user = int(heard.headers.get("x-api-user") or ADMIN)
        match (heard.method, path):
            case ("POST", ["request"]):
                return self.books.post(heard.body, user)
            case ("DELETE", ["request", number]) if number.isdigit():
                return self.books.change(int(number), "delete", user)
            case ("POST", ["request", number, "approve" | "decline" | "retry" as verb]) if number.isdigit():
                return self.books.change(int(number), verb, user)
            case ("GET", _):
                return self._read_books(path, _fields(query), user)
            case _:
                return 404, {"message": "not found"}

    def _read_books(self, path: Sequence[str], given: Mapping[str, str], user: int) -> Answered:
        match path:
            case ["auth", "me"]:
                return 200, {"id": user, "displayName": self.books.people[user].name, "permissions": 2}
            case ["request"]:
                return self.books.listed(given)
            case ["request", number] if number.isdigit():
                return self.books.one(int(number))
            case ["user"]:
                return self.books.users(given)
            case ["user", number] if number.isdigit():
                return self.books.person(int(number))
            case ["user", number, "quota"] if number.isdigit():
                return self.books.quota(int(number))
            case ["user", number, "requests"] if number.isdigit():
                return self.books.listed(given, int(number))
            case _:
                return 404, {"message": "not found", "errors": [{"message": "not found"}]}

    def headers_for(self, heard: Heard) -> Mapping[str, Sequence[str]]:
        """While CSRF protection is on, a read hands out the token."""
        if self.csrf_token is None:
            return {}
        token = f"XSRF-TOKEN={self.csrf_token}; Path=/; Secure; SameSite=Strict"
        return {"Set-Cookie": ["_csrf=salt; Path=/; HttpOnly; Secure; SameSite=Strict", token]}

    def _settings(self) -> Mapping[str, object]:
        settings: dict[str, object] = {
            "initialized": True,
            "applicationTitle": self.product.value,
            "movie4kEnabled": self.four_k,
            "series4kEnabled": self.four_k,
            "partialRequestsEnabled": True,
        }
        if self.product is not Product.OVERSEERR:
            settings |= {"mediaServerType": 2, "enableSpecialEpisodes": self.books.specials}
        if self.product is Product.JELLYSEERR:
            settings["hideBlacklisted"] = False
        if self.product is Product.SEERR:
            settings["hideBlocklisted"] = False
        return settings

    def _refused(self, heard: Heard) -> Answered | None:
        given, user = heard.headers.get("x-api-key", ""), heard.headers.get("x-api-user", "")
        if heard.method != "GET" and self._wants_token(heard):
            return 403, {"message": "invalid csrf token"}
        if not given:
            return 401, {"message": "cookie 'connect.sid' required"}
        if given != self.key:
            return 403, NO_ACCESS
        if user and not user.isdigit():
            self.books.crashed = True
            raise Crashed
        if user and int(user) not in self.books.people:
            return 403, NO_ACCESS
        return None

    def _wants_token(self, heard: Heard) -> bool:
        if self.csrf_token is None:
            return self.csrf
        cookies = f"_csrf=salt; XSRF-TOKEN={self.csrf_token}"
        return (heard.headers.get("cookie"), heard.headers.get("x-xsrf-token")) != (cookies, self.csrf_token)

    def _search(self, query: str) -> Answered:
        fields = [part.partition("=")[::2] for part in query.split("&")]
        if any(name not in {"query", "page", "language"} for name, _ in fields):
            return 400, {"message": "Unknown query parameter"}
        given = dict(fields)
        if any(not value for value in given.values()) or "query" not in given:
            return 400, {"message": "Empty value found for query parameter"}
        if RESERVED.search(given["query"]):
            return 400, {
                "message": "Parameter 'query' must be url encoded. Its value may not contain reserved characters."
            }
        words, _, year = unquote(given["query"]).partition(" year:")
        rows = [] if self.books.tmdb_down else self._found(words, year)
        return 200, {"page": 1, "totalPages": 1, "totalResults": len(rows), "results": rows}

    def _found(self, words: str, year: str) -> list[object]:
        found: list[object] = [self._row(one) for one in self.titles.values() if _fits(one, words, year)]
        if words.lower() in COMMON:
            found.append({"id": 1, "mediaType": "movie", "title": words.title(), "releaseDate": "2001-01-01"})
        people = [] if year else found_people(self.titles.values(), words)
        return [*found, *people, *(self._others(words) if found else ())]

    def _others(self, words: str) -> list[object]:
        """Rows that are no titles: a search finds people and collections too."""
        known = {one.collection for one in self.titles.values() if one.collection is not None}
        fitting = [pair for pair in sorted(known) if words.lower() in pair[1].lower()]
        rows = [{"id": number, "mediaType": "collection", "title": name} for number, name in fitting]
        return [{"id": 31, "mediaType": "person", "name": f"Mr {words}"}, *rows]

    def _collection(self, number: int) -> Answered:
        parts = [one for one in self.titles.values() if one.collection is not None and one.collection[0] == number]
        if not parts or self.books.tmdb_down:
            return 500, {"message": "Unable to retrieve collection."}
        name = next(one.collection[1] for one in parts if one.collection is not None)
        return 200, {"id": number, "name": name, "parts": [self._row(one) for one in parts]}

    def _combined_credits(self, number: int) -> Answered:
        known = {person_id(name): name for name in everybody(self.titles.values())}
        if number not in known or self.books.tmdb_down:
            return 500, {"message": "Unable to retrieve combined credits."}
        return 200, {"id": number, **parts_of(known[number], self.titles.values(), self._row)}

    def _discover(self, which: str, given: Mapping[str, str]) -> Answered:
        if which not in {"trending", "movies", "tv", "movies/upcoming", "tv/upcoming"}:
            return 404, {"message": "not found"}
        if self.books.tmdb_down:
            return 500, {"message": "Unable to retrieve titles."}
        kinds = {"trending": ("movie", "tv")}.get(which, ("movie",) if which.startswith("movies") else ("tv",))
        known = sorted((one for one in self.titles.values() if one.kind in kinds), key=lambda one: -one.votes)
        page = int(given.get("page", 1))
        rows: list[object] = [self._row(one) for one in known[20 * (page - 1) : 20 * page]]
        if which == "trending" and rows:
            rows.insert(1, {"id": 31, "mediaType": "person", "name": "Somebody"})
        return 200, {"page": page, "results": rows}

    def _row(self, one: Entry) -> dict[str, object]:
        movie = one.kind == "movie"
        row: dict[str, object] = {
            "id": one.id,
            "mediaType": one.kind,
            "title" if movie else "name": one.name,
            "originalTitle" if movie else "originalName": one.original or one.name,
            "releaseDate" if movie else "firstAirDate": one.date,
            "posterPath": f"/{one.id}.jpg",
            "voteCount": one.votes,
            "voteAverage": one.rating,
            "overview": f"About {one.name}.",
        }
        media = self.media.get((one.kind, one.id))
        if media is not None:
            row["mediaInfo"] = {
                "tmdbId": one.id,
                "mediaType": one.kind,
                "status": media.status,
                "status4k": media.status_4k,
            }
        return row

    def _details(self, kind: str, tmdb_id: int) -> Answered:
        one = self.titles.get((kind, tmdb_id))
        if one is None or self.books.tmdb_down:  # not a 404
            return 500, {"message": f"Unable to retrieve {'movie' if kind == 'movie' else 'series'}."}
        row = {**self._row(one), **_described(one)}
        media = self.media.get((kind, tmdb_id))
        if media is not None:
            numbers = sorted({*media.seasons, *media.seasons_4k})
            row["mediaInfo"] = {
                "tmdbId": tmdb_id,
                "status": media.status,
                "status4k": media.status_4k,
                "downloadStatus": self.downloads.get((kind, tmdb_id), []),
                "seasons": [
                    {
                        "seasonNumber": number,
                        "status": media.seasons.get(number, 1),
                        "status4k": media.seasons_4k.get(number, 1),
                    }
                    for number in numbers
                ],
                "requests": [self.books.as_json(made) for made in self.books.made_for(kind, tmdb_id)],
            }
        return 200, row


def _described(one: Entry) -> dict[str, object]:
    """What only the details tell."""
    cast = [{"name": name, "order": order} for order, name in enumerate(one.cast)]
    row: dict[str, object] = {"genres": [{"id": 1, "name": name} for name in one.genres]}
    if one.kind == "movie":
        crew = [{"name": name, "job": "Director"} for name in one.directors]
        row |= {"runtime": one.runtime or 0, "credits": {"cast": cast, "crew": [{"name": "X", "job": "Editor"}, *crew]}}
        if one.collection is not None:
            row["collection"] = {"id": one.collection[0], "name": one.collection[1]}
        return row
    row |= {
        "episodeRunTime": [one.runtime] if one.runtime else [],
        "credits": {"cast": cast, "crew": []},
        "createdBy": [{"id": 1, "name": name} for name in one.directors],
        "seasons": [{"seasonNumber": n, "episodeCount": one.episodes, "airDate": one.date} for n in one.seasons],
        "inProduction": one.in_production,
        "externalIds": {} if one.tvdb is None else {"tvdbId": one.id + 100_000 if one.tvdb else None},
    }
    if one.next_airs is not None:
        row["nextEpisodeToAir"] = {"airDate": one.next_airs, "episodeNumber": 2}
    return row


def _fits(one: Entry, words: str, year: str) -> bool:
    names = f"{one.name} {one.original}".lower()
    return all(word in names for word in words.lower().split()) and one.date.startswith(year)


def _fields(query: str) -> Mapping[str, str]:
    return {name: unquote(value) for name, _, value in (part.partition("=") for part in query.split("&")) if name}
