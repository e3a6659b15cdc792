"""What is followed, as it is shown: listed page by page, with who asked for it, and what happened since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from intents.words import fold
from models import FollowedRequest, Follower
from storage.database import reading
from storage.following import read_followed
from storage.timeline import Happening, Timeline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy import Engine, Row

    from media import Followed, Stage

#: Rows that are read in one go while words are looked for, and at the most: far more than a household asks for.
CHUNK: Final = 200
MOST_READ: Final = 10_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which requests are to be listed; nothing said: all."""

    stages: Collection[Stage] = ()
    kind: str = ""
    words: str = ""  # of the title, in whatever order
    before: int | None = None  # only those that are older than this one (Followed.row)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody who has to do with a request."""

    channel: str
    person: str
    asked: bool  # False: wants to hear of it, and came later
    is_told: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, and the request as it stands."""

    happening: Happening
    request: Followed


class Listing:
    """Reads only; safe for many threads."""

    def __init__(self, engine: Engine, timeline: Timeline) -> None:
        self._engine, self._timeline = engine, timeline

    def page(self, wanted: Wanted, most: int) -> tuple[tuple[Followed, ...], bool]:
        """The newest of them, the newest first, and whether there are more."""
        found: list[Followed] = []
        for one in self._all(wanted):
            if len(found) == most:
                return tuple(found), True
            found.append(one)
        return tuple(found), False

    def concerned(self, requests: Collection[int]) -> Mapping[int, tuple[Concerned, ...]]:
        """Everybody who has to do with these requests (Followed.row), the first first."""
        columns = Follower.request, Follower.channel, Follower.speaker, Follower.created, Follower.muted
        query = (
            select(*columns, FollowedRequest.created.label("began"))
            .join(FollowedRequest, FollowedRequest.id == Follower.request)
            .where(Follower.request.in_(requests))
            .order_by(Follower.id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        people: dict[int, tuple[Concerned, ...]] = dict.fromkeys(requests, ())
        for row in rows:
            # Whoever asks follows from the commit on in which the wish is written down.
            one = Concerned(row.channel, row.speaker, row.created <= row.began, row.muted is None)
            people[row.request] += (one,)
        return people

    def since(self, event: int, most: int) -> tuple[tuple[Happening, ...], tuple[Told, ...]]:
        """What happened after that event, the first first: all of it, and what of it can be told."""
        happened = self._timeline.since(event, most)
        rows = {one.request for one in happened}
        with reading(self._engine) as connection:
            query = select(FollowedRequest.__table__).where(FollowedRequest.id.in_(rows))
            read = connection.execute(query).all() if rows else ()
        requests = {row.id: request for row in read if (request := read_followed(row)) is not None}
        told = tuple(Told(one, requests[one.request]) for one in happened if one.request in requests)
        return happened, told

    def _all(self, wanted: Wanted) -> Iterator[Followed]:
        words, before = fold(wanted.words).split(), wanted.before
        for _ in range(MOST_READ // CHUNK):
            rows = self._read(wanted, before)
            for row in rows:
                request = read_followed(row)
                if request is not None and _has(request, words):
                    yield request
            if len(rows) < CHUNK:
                return
            before = rows[-1].id

    def _read(self, wanted: Wanted, before: int | None) -> list[Row[Any]]:
        query = select(FollowedRequest.__table__).order_by(FollowedRequest.id.desc()).limit(CHUNK)
        if wanted.stages:
            query = query.where(FollowedRequest.stage.in_(tuple(wanted.stages)))
        if wanted.kind:
            query = query.where(FollowedRequest.kind == wanted.kind)
        if before is not None:
            query = query.where(FollowedRequest.id < before)
        with reading(self._engine) as connection:
            return list(connection.execute(query).all())


def _has(request: Followed, words: Collection[str]) -> bool:
    """Each word somewhere in the title's name, or in the name that it has in its own language."""
    title = request.wish.title
    name = fold(f"{title.name} {title.original_name or ''}")
    return all(word in name for word in words)
