"""The books of a stand-in Seerr: requests made, who made them, what has become of the media.

It answers as the real servers were measured to, three products with their differences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tests.backends.catalogue import Entry, Media
from tests.backends.served import Answered

ADMIN = 1
OVER = {3, 5}  # statuses of requests that stand in nobody's way; 4 (failed) does


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
    user: int = ADMIN
    created: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(slots=True)
class Person:
    """One user."""

    id: int
    name: str
    may_request: bool = True
    quota: int | None = None  # films, and seasons, in a week
    may_decide: bool = False  # manage the requests of others


class Crashed(ConnectionAbortedError):
    """The server's process has exited."""


class Books:
    """Requests, users and media."""

    def __init__(self, product: Product, titles: Mapping[tuple[str, int], Entry]) -> None:
        self.product = product
        self.titles = titles
        self.requests: list[Made] = []
        self.media: dict[tuple[str, int], Media] = {}
        self.people = {ADMIN: Person(ADMIN, "Ada")}
        self.approves = True  # a request is approved at once, as for an administrator's key
        self.refusal: str | None = None  # when set, every request is refused with 403 and this message
        self.specials = False  # whether requests for specials are switched on; Overseerr has no such switch
        self.drops = False  # the next request is gone right after it was accepted
        self.tmdb_down = False
        self.crashed = False
        self._ids = 0

    # --- making requests

    def post(self, body: bytes, user: int) -> Answered:
        try:
            asked = json.loads(body)
        except ValueError:
            return 400, {"message": "Expected property name or '}' in JSON at position 1"}
        kind, tmdb_id = asked.get("mediaType"), asked.get("mediaId")
        if kind not in {"movie", "tv"} or not isinstance(tmdb_id, int):
            return 400, {"message": "request.body.mediaId should be number"}
        one = self.titles.get((kind, tmdb_id))
        if (refused := self._forbidden(kind, asked, user)) is not None:
            return 403, {"message": refused}
        if one is None or self.tmdb_down:
            code = 503 if self.tmdb_down else 404
            return 500, {"message": f"[TMDB] Failed to fetch {kind} details: Request failed with status code {code}"}
        if self.media.get((kind, tmdb_id), Media()).status == 6 and self.product is not Product.OVERSEERR:
            word = "blocklisted" if self.product is Product.SEERR else "blacklisted"
            return 403, {"message": f"This media is {word}."}
        # Left out, "is4k" equals neither true nor false, and nothing is found to be a duplicate.
        live = [made for made in self.made_for(kind, tmdb_id) if made.status not in OVER]
        live = [made for made in live if made.is4k is asked.get("is4k")]
        if kind == "movie":
            return self._post_movie(one, asked, live, user)
        return self._post_show(one, asked, live, user)

    def _forbidden(self, kind: str, asked: Mapping[str, object], user: int) -> str | None:
        person = self.people[user]
        if self.refusal is not None:
            return self.refusal
        if not person.may_request:
            what = f"{'4K ' if asked.get('is4k') else ''}{'movie' if kind == 'movie' else 'series'}"
            return f"You do not have permission to make {what} requests."
        seasons = asked.get("seasons")
        more = len(seasons) if kind == "tv" and isinstance(seasons, list) else 1
        if person.quota is not None and self.used(person, kind) + more > person.quota:
            return f"{'Movie' if kind == 'movie' else 'Series'} Quota exceeded."
        return None

    def _post_movie(self, one: Entry, asked: Mapping[str, object], live: Sequence[Made], user: int) -> Answered:
        if live:
            return 409, {"message": "Request for this media already exists."}
        return self._make(one, asked, (), user)

    def _post_show(self, one: Entry, asked: Mapping[str, object], live: Sequence[Made], user: int) -> Answered:
        wanted = asked.get("seasons")
        if wanted is None:
            return 500, {"message": "Cannot read properties of undefined (reading 'filter')"}
        if wanted == "all":
            wanted = [number for number in one.seasons if number > 0 or self.product is Product.OVERSEERR]
        if not isinstance(wanted, list) or not all(isinstance(number, int) for number in wanted):
            return 400, {"message": "request.body.seasons should be array"}
        media = self.media.get(("tv", one.id), Media())
        scanned = media.seasons_4k if asked.get("is4k") else media.seasons
        taken = {number for made in live for number in made.seasons}
        taken |= {number for number, status in scanned.items() if status not in {1, 7}}
        left = tuple(number for number in wanted if number not in taken and (number > 0 or self._takes_specials()))
        if not left:
            return 202, {"message": "No seasons available to request"}
        return self._make(one, asked, left, user)

    def _takes_specials(self) -> bool:
        return self.product is Product.OVERSEERR or self.specials

    def _make(self, one: Entry, asked: Mapping[str, object], seasons: tuple[int, ...], user: int) -> Answered:
        status = 2 if self.approves and user == ADMIN else 1
        made = Made(self.next_id(), one.kind, one.id, status, bool(asked.get("is4k", False)), seasons, user)
        homeless = one.kind == "tv" and (self.drops or one.tvdb is False)
        tvdb = None if homeless or one.kind == "movie" else one.id + 100_000
        answer: Answered = (201, {**self.as_json(made), "media": {"tmdbId": one.id, "status": 2, "tvdbId": tvdb}})
        if homeless and status == 2:
            return self._drop(answer[1])
        self.requests.append(made)
        self._mark(made, 3 if status == 2 else 2)
        return answer

    def _drop(self, answer: object) -> Answered:
        """It cannot be handed on, and each of the three takes that in its own way."""
        if self.product is Product.OVERSEERR:
            return 500, {"message": 'Could not find any entity of type "Media" matching: {"where": {"id": 7}}'}
        if self.product is Product.JELLYSEERR:
            self.crashed = True
            return 201, answer
        return 201, {name: value for name, value in dict(answer).items() if name != "id"}  # type: ignore[call-overload]

    def next_id(self) -> int:
        self._ids = max([self._ids, *(made.id for made in self.requests)]) + 1
        return self._ids

    # --- what became of them

    def change(self, number: int, verb: str, user: int) -> Answered:
        """DELETE, or POST …/approve, …/decline and …/retry."""
        made = self._number(number)
        if made is None:
            return 404, {"message": "Request not found."}
        if verb == "delete":
            if user not in {ADMIN, made.user} and made.status != 1:
                return 401, {"message": "You do not have permission to delete this request."}
            self.requests.remove(made)
            self._mark(made, 1)
            return 204, ""
        if user != ADMIN:
            return 403, {"status": 403, "error": "You do not have permission to access this endpoint"}
        made.status = 3 if verb == "decline" else 2
        self._mark(made, 1 if verb == "decline" else 3)
        return 200, self.as_json(made)

    def _mark(self, made: Made, status: int) -> None:
        """A request moves its title along, but never takes back what a scan has found."""
        media = self.media.setdefault((made.kind, made.tmdb_id), Media())
        if made.is4k and media.status_4k in {1, 2, 3, 7}:
            media.status_4k = status
        elif not made.is4k and media.status in {1, 2, 3, 7}:
            media.status = status

    # --- reading

    def made_for(self, kind: str, tmdb_id: int) -> list[Made]:
        return [made for made in self.requests if (made.kind, made.tmdb_id) == (kind, tmdb_id)]

    def one(self, number: int) -> Answered:
        made = self._number(number)
        return (404, {"message": "Request not found."}) if made is None else (200, self.as_json(made))

    def listed(self, query: Mapping[str, str], user: int | None = None) -> Answered:
        """Newest first; all of them, or one user's."""
        mine = [made for made in reversed(self.requests) if user in {None, made.user}]
        return 200, _page([self.as_json(made) for made in mine], query)

    def person(self, number: int) -> Answered:
        person = self.people.get(number)
        if person is None:
            return 404, {"message": "User not found."}
        return 200, {**_person(person), "permissions": 2 if number == ADMIN else 16 + 32 if person.may_decide else 32}

    def users(self, query: Mapping[str, str]) -> Answered:
        return 200, _page([_person(person) for person in self.people.values()], query)

    def quota(self, number: int) -> Answered:
        person = self.people.get(number)
        if person is None:
            return 404, {"message": "User not found."}
        return 200, {"movie": self._quota(person, "movie"), "tv": self._quota(person, "tv")}

    def _quota(self, person: Person, kind: str) -> dict[str, object]:
        used = self.used(person, kind)
        if person.quota is None:
            return {"limit": 0, "used": used, "restricted": False}
        left = max(0, person.quota - used)
        return {"days": 7, "limit": person.quota, "used": used, "remaining": left, "restricted": left == 0}

    def used(self, person: Person, kind: str) -> int:
        since = datetime.now(UTC) - timedelta(days=7)
        mine = [made for made in self.requests if (made.user, made.kind) == (person.id, kind)]
        return sum(len(made.seasons) or 1 for made in mine if made.status != 3 and made.created > since)

    def as_json(self, made: Made) -> dict[str, object]:
        media = self.media.get((made.kind, made.tmdb_id), Media())
        whole = {"tmdbId": made.tmdb_id, "mediaType": made.kind, "status": media.status, "status4k": media.status_4k}
        # A request that failed leaves its seasons "approved".
        of_season = 2 if made.status == 4 else made.status
        return {
            "id": made.id,
            "status": made.status,
            "type": made.kind,
            "is4k": made.is4k,
            "createdAt": made.created.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "media": whole,
            "requestedBy": _person(self.people.get(made.user, Person(made.user, "Somebody"))),
            "seasons": [{"seasonNumber": number, "status": of_season} for number in made.seasons],
        }

    def _number(self, number: int) -> Made | None:
        return next((made for made in self.requests if made.id == number), None)


def _person(person: Person) -> dict[str, object]:
    return {"id": person.id, "displayName": person.name, "email": f"{person.name.lower()}@example.org"}


def _page(rows: Sequence[object], query: Mapping[str, str]) -> dict[str, object]:
    take, skip = int(query.get("take", 10)), int(query.get("skip", 0))
    return {"pageInfo": {"results": len(rows), "pageSize": take}, "results": rows[skip : skip + take]}
