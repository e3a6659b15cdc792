"""What happened to the requests that are followed, and who is to hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from media import Stage
from models import Follower, RequestEvent
from storage.database import reading

if TYPE_CHECKING:
    from sqlalchemy import Engine, Select


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a request."""

    id: int  # ids only ever grow
    request: int  # Followed.row
    at: float  # Unix seconds
    stage: Stage
    source: str  # who told us: "outbox", "webhook", "look"
    reason: str | None
    ready: tuple[int, ...]  # seasons that are there


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who wants to hear how a request goes on."""

    channel: str
    person: str
    locale: str
    heard: float | None = None  # when they last heard by voice how it stands, in Unix seconds


class Timeline:
    """What happened, in the order in which it did."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, event: int) -> Happening | None:
        """One of them; None when it is forgotten."""
        return next(iter(self._read(_events().where(RequestEvent.id == event))), None)

    def of(self, request: int) -> tuple[Happening, ...]:
        """All that happened to one request (Followed.row), the first first."""
        return self._read(_events().where(RequestEvent.request == request))

    def since(self, event: int, most: int) -> tuple[Happening, ...]:
        """What happened after that event, the first first."""
        return self._read(_events().where(RequestEvent.id > event).limit(most))

    def last(self) -> int:
        """The id of what happened last; 0 where nothing did."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.max(RequestEvent.id))).scalar() or 0

    def listeners(self, request: int) -> tuple[Listener, ...]:
        """Everyone who wants to hear how this request goes on."""
        query = (
            select(Follower.channel, Follower.speaker, Follower.locale, Follower.heard)
            .where(Follower.request == request, Follower.muted.is_(None))
            .order_by(Follower.id)
        )
        with reading(self._engine) as connection:
            return tuple(Listener(*row) for row in connection.execute(query).all())

    def _read(self, query: Select[tuple[RequestEvent]]) -> tuple[Happening, ...]:
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(
            Happening(row.id, row.request, row.at, Stage(row.stage), row.source, row.reason, tuple(row.ready))
            for row in rows
        )


def _events() -> Select[tuple[RequestEvent]]:
    return select(RequestEvent.__table__).order_by(RequestEvent.id)
