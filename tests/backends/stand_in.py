"""A stand-in Overseerr, Jellyseerr or Seerr on 127.0.0.1, which behaves as the real ones were measured to.

::

    with StandIn(Product.SEERR) as server:
        server.fault(Fault.HANG, on="/search", times=1)
        ...
        assert server.calls["POST /api/v1/request"] == 1
        assert [made.tmdb_id for made in server.requests] == [438631]
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from tests.backends.catalogue import DOZEN, Entry, Media
from tests.backends.door import Fault, Heard
from tests.backends.served import Answered, Served

KEY = "key-of-the-stand-in"
RESERVED = re.compile(r"[:/?#\[\]@!$&'()*+,;=]")

__all__ = ["KEY", "Fault", "Heard", "Made", "Product", "StandIn"]


class Product(StrEnum):
    """Whom it stands in for."""

    OVERSEERR = "Overseerr"
    JELLYSEERR = "Jellyseerr"
    SEERR = "Seerr"


@dataclass(slots=True)
class Made:
    """One request that was accepted."""

    id: int
    kind: str
    tmdb_id: int
    status: int
    is4k: bool = False
    seasons: tuple[int, ...] = ()


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
        self.approves = approves  # a request is approved at once, as for an administrator's key
        self.refusal: str | None = None  # when set, every request is refused with 403 and this message
        self.csrf = False
        self.specials = False  # whether requests for specials are switched on; Overseerr has no such switch
        self.requests: list[Made] = []
        self.titles = {(one.kind, one.id): one for one in titles}
        self.media: dict[tuple[str, int], Media] = {
            (one.kind, one.id): Media(one.status, dict(one.season_statuses))
            for one in titles
            if one.status != 1 or one.season_statuses
        }

    def answer(self, heard: Heard) -> Answered:
        """Status and JSON for a call."""
        path, _, query = heard.target.partition("?")
        with self.lock:
            match (heard.method, path.split("/")[3:]):
                case ("GET", ["status"]):
                    return 200, {"version": "3.1.0", "commitTag": "local", "updateAvailable": False, "commitsBehind": 0}
                case ("GET", ["settings", "public"]):
                    return 200, self._settings()
                case _ if (refused := self._refused(heard)) is not None:
                    return refused
                case ("GET", ["auth", "me"]):
                    return 200, {"id": 1, "displayName": "Ada", "email": "ada@example.org", "permissions": 2}
                case ("GET", ["search"]):
                    return self._search(query)
                case ("GET", ["movie" | "tv" as kind, number]) if number.isdigit():
                    return self._details(kind, int(number))
                case ("POST", ["request"]):
                    return self._request(heard.body)
                case _:
                    return 404, {"message": "not found", "errors": [{"path": path, "message": "not found"}]}

    def _settings(self) -> Mapping[str, object]:
        settings: dict[str, object] = {
            "initialized": True,
            "applicationTitle": self.product.value,
            "movie4kEnabled": False,
            "series4kEnabled": False,
            "partialRequestsEnabled": True,
        }
        if self.product is not Product.OVERSEERR:
            settings["mediaServerType"] = 2
        if self.product is Product.JELLYSEERR:
            settings["hideBlacklisted"] = False
        if self.product is Product.SEERR:
            settings["hideBlocklisted"] = False
        return settings

    def _refused(self, heard: Heard) -> Answered | None:
        given = heard.headers.get("x-api-key", "")
        if not given:
            return 401, {"message": "cookie 'connect.sid' required"}
        if given != self.key:
            return 403, {"status": 403, "error": "You do not have permission to access this endpoint"}
        if self.csrf and heard.method != "GET":
            return 403, {"message": "invalid csrf token"}
        return None

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
        found = [self._row(one) for one in self.titles.values() if _fits(one, words, year)]
        return 200, {"page": 1, "totalPages": 1, "totalResults": len(found) + 1, "results": [*found, *_others(words)]}

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
            "overview": f"About {one.name}.",
        }
        media = self.media.get((one.kind, one.id))
        if media is not None:
            row["mediaInfo"] = {"tmdbId": one.id, "mediaType": one.kind, "status": media.status, "status4k": 1}
        return row

    def _details(self, kind: str, tmdb_id: int) -> Answered:
        one = self.titles.get((kind, tmdb_id))
        if one is None:  # not a 404
            return 500, {"message": f"Unable to retrieve {'movie' if kind == 'movie' else 'series'}."}
        row = self._row(one)
        media = self.media.get((kind, tmdb_id))
        if media is not None:
            row["mediaInfo"] = {
                "tmdbId": tmdb_id,
                "status": media.status,
                "status4k": 1,
                "seasons": [{"seasonNumber": n, "status": s, "status4k": 1} for n, s in media.seasons.items()],
                "requests": [_as_json(made) for made in self._made_for(kind, tmdb_id)],
            }
        if kind == "tv":
            row["seasons"] = [{"seasonNumber": n, "episodeCount": 10, "airDate": one.date} for n in one.seasons]
            row["inProduction"] = one.in_production
        return 200, row

    def _made_for(self, kind: str, tmdb_id: int) -> list[Made]:
        return [made for made in self.requests if (made.kind, made.tmdb_id) == (kind, tmdb_id)]

    def _request(self, body: bytes) -> Answered:
        try:
            asked = json.loads(body)
        except ValueError:
            return 400, {"message": "Expected property name or '}' in JSON at position 1"}
        kind, tmdb_id = asked.get("mediaType"), asked.get("mediaId")
        if kind not in {"movie", "tv"} or not isinstance(tmdb_id, int):
            return 400, {"message": "request.body.mediaId should be number"}
        if self.refusal is not None:
            return 403, {"message": self.refusal}
        one = self.titles.get((kind, tmdb_id))
        if one is None:
            return 500, {"message": "[TMDB] Failed to fetch movie details: Request failed with status code 404"}
        if self.media.get((kind, tmdb_id), Media()).status == 6 and self.product is not Product.OVERSEERR:
            word = "blocklisted" if self.product is Product.SEERR else "blacklisted"
            return 403, {"message": f"This media is {word}."}
        # Left out, "is4k" equals neither true nor false, and nothing is found to be a duplicate.
        live = [made for made in self._made_for(kind, tmdb_id) if made.status != 3 and made.is4k is asked.get("is4k")]
        if kind == "movie":
            return self._movie_request(tmdb_id, asked, live)
        return self._show_request(one, asked, live)

    def _movie_request(self, tmdb_id: int, asked: Mapping[str, object], live: Sequence[Made]) -> Answered:
        if live:
            return 409, {"message": "Request for this media already exists."}
        return self._make("movie", tmdb_id, asked, ())

    def _show_request(self, one: Entry, asked: Mapping[str, object], live: Sequence[Made]) -> Answered:
        wanted = asked.get("seasons")
        if wanted is None:
            return 500, {"message": "Cannot read properties of undefined (reading 'filter')"}
        if wanted == "all":
            wanted = [number for number in one.seasons if number > 0 or self.product is Product.OVERSEERR]
        if not isinstance(wanted, list) or not all(isinstance(number, int) for number in wanted):
            return 400, {"message": "request.body.seasons should be array"}
        scanned = self.media.get(("tv", one.id), Media()).seasons
        taken = {number for made in live for number in made.seasons}
        taken |= {number for number, status in scanned.items() if status not in {1, 7}}
        left = tuple(number for number in wanted if number not in taken and (number > 0 or self._takes_specials()))
        if not left:
            return 202, {"message": "No seasons available to request"}
        return self._make("tv", one.id, asked, left)

    def _takes_specials(self) -> bool:
        return self.product is Product.OVERSEERR or self.specials

    def _make(self, kind: str, tmdb_id: int, asked: Mapping[str, object], seasons: tuple[int, ...]) -> Answered:
        made = Made(
            id=len(self.requests) + 1,
            kind=kind,
            tmdb_id=tmdb_id,
            status=2 if self.approves else 1,
            is4k=bool(asked.get("is4k", False)),
            seasons=seasons,
        )
        self.requests.append(made)
        media = self.media.setdefault((kind, tmdb_id), Media())
        if media.status in {1, 7}:
            media.status = 3 if self.approves else 2
        return 201, {**_as_json(made), "media": {"tmdbId": tmdb_id, "status": 2}}


def _fits(one: Entry, words: str, year: str) -> bool:
    names = f"{one.name} {one.original}".lower()
    return all(word in names for word in words.lower().split()) and one.date.startswith(year)


def _others(words: str) -> list[Mapping[str, object]]:
    """Rows that are no titles: a search finds people and collections too."""
    return [
        {"id": 31, "mediaType": "person", "name": f"Mr {words}"},
        {"id": 2344, "mediaType": "collection", "title": f"The {words} Collection"},
    ]


def _as_json(made: Made) -> dict[str, object]:
    row: dict[str, object] = {"id": made.id, "status": made.status, "type": made.kind, "is4k": made.is4k}
    row["seasons"] = [{"seasonNumber": number, "status": made.status} for number in made.seasons]
    return row
