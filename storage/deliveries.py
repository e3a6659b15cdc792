"""Webhooks that came in: each written down once, in the commit that also puts down the job to look into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, select, update

from models import Delivery
from storage.database import reading
from storage.jobs import put
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Engine

#: The job that looks into one; its payload is {"delivery": id}.
LOOK_INTO: Final = "delivery"
#: So long a delivery that comes again is known, in seconds. What a true second one would tell is found by looking.
KEEP: Final = 7 * 86_400.0
MOST_WAITING: Final = 50


@dataclass(frozen=True, slots=True)
class Delivered:
    """One that nobody has looked into yet."""

    id: int
    sender: str
    body: Mapping[str, Any]  # what is believed of it
    received: float  # Unix seconds


class Deliveries:
    """What senders told us."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock

    def take(self, sender: str, key: str, body: Mapping[str, Any]) -> bool:
        """Write one down, with its job; False where it was here before: then nothing is done."""
        now = self._clock()
        insert = insert_for(self._engine, Delivery).values(sender=sender, key=key, body=dict(body), received=now)
        once = insert.on_conflict_do_nothing(index_elements=["sender", "key"]).returning(Delivery.id)
        with self._engine.begin() as connection:
            row = connection.execute(once).scalar()
            if row is not None:
                put(connection, LOOK_INTO, f"{LOOK_INTO}:{row}", {"delivery": row}, now)
            return row is not None

    def heard_from(self, sender: str, key: str, body: Mapping[str, Any], result: str) -> None:
        """Write down that a sender told us something of which nothing follows: that it can reach us, at the least."""
        now, row = self._clock(), {"sender": sender, "key": key, "body": dict(body)}
        insert = insert_for(self._engine, Delivery).values(**row, received=now, done=now, result=result[:200])
        again = insert.on_conflict_do_update(index_elements=["sender", "key"], set_={"received": now})
        with self._engine.begin() as connection:
            connection.execute(again)

    def get(self, row: int) -> Delivered | None:
        """One of them; None when it was looked into, or is forgotten."""
        query = select(Delivery.id, Delivery.sender, Delivery.body, Delivery.received)
        with reading(self._engine) as connection:
            found = connection.execute(query.where(Delivery.id == row, Delivery.done.is_(None))).one_or_none()
        return Delivered(*found) if found else None

    def finish(self, row: int, result: str) -> None:
        """Write down what came of it, in a few words for the owner."""
        with self._engine.begin() as connection:
            which = Delivery.id == row
            connection.execute(update(Delivery).where(which).values(done=self._clock(), result=result[:200]))

    def waiting(self) -> tuple[int, ...]:
        """Those that nobody has looked into yet, the first first."""
        query = select(Delivery.id).where(Delivery.done.is_(None)).order_by(Delivery.id).limit(MOST_WAITING)
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())

    def last(self) -> Mapping[str, float]:
        """Who told us something lately, and when the last time (Unix seconds)."""
        query = select(Delivery.sender, func.max(Delivery.received).label("received")).group_by(Delivery.sender)
        with reading(self._engine) as connection:
            return {row.sender: row.received for row in connection.execute(query).all()}

    def forget_old(self) -> int:
        """Delete what came long ago; how many that were."""
        with self._engine.begin() as connection:
            return connection.execute(delete(Delivery).where(Delivery.received < self._clock() - KEEP)).rowcount
