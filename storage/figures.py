"""How many there are of what is kept: for the owner's figures. Each is one cheap query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from models import Conversation, Delivery, FollowedRequest, Job, OwedRequest
from storage.database import reading
from storage.jobs import HELD

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Select


def gauges(engine: Engine, now: float) -> tuple[tuple[str, str, float], ...]:
    """Name, what it tells, and value of each; `now` is Unix seconds. None while the database does not answer."""
    try:
        return _gauges(engine, now)
    except SQLAlchemyError:  # that is told as the database's own health
        return ()


def _gauges(engine: Engine, now: float) -> tuple[tuple[str, str, float], ...]:
    unsettled, alive = OwedRequest.outcome.is_(None), Job.died.is_(None)
    counts = {
        "outbox_depth": ("Wishes that are owed.", _count(OwedRequest).where(unsettled)),
        "jobs_waiting": ("Jobs that are due or under way.", _count(Job).where(alive, Job.due <= now, Job.kind != HELD)),
        "jobs_dead": ("Jobs that were given up.", _count(Job).where(~alive)),
        "requests_followed": (
            "Requests on their way.",
            _count(FollowedRequest).where(FollowedRequest.closed.is_(None)),
        ),
        "conversations": ("Conversations that are remembered.", _count(Conversation)),
        "webhooks_waiting": (
            "Webhooks that came in and are not done.",
            _count(Delivery).where(Delivery.done.is_(None)),
        ),
    }
    with reading(engine) as connection:
        told = [(name, text, float(connection.execute(query).scalar_one())) for name, (text, query) in counts.items()]
        age = _age(connection, select(func.min(OwedRequest.created)).where(unsettled), now)
    return (*told, ("outbox_age_seconds", "Seconds since the oldest wish that is owed.", age))


def _count(table: type[object]) -> Select[int]:
    return select(func.count()).select_from(table)


def _age(connection: Connection, query: Select[float], now: float) -> float:
    oldest = connection.execute(query).scalar()
    return 0.0 if oldest is None else max(0.0, now - oldest)
