"""Who is who: the people who speak to us, and the users they are at the request manager."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from models import Person
from storage.database import reading
from storage.naming import storable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who spoke to us."""

    channel: str
    person: str
    user: str | None  # User.id at the request manager
    seen: float  # Unix seconds


class People:
    """Links people to users. Whoever is not linked gets the default user, or none: then the key's own."""

    def __init__(self, engine: Engine, clock: Callable[[], float], default_user: str | None) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock, self._default = engine, clock, default_user or None

    def is_known(self, channel: str, person: str) -> bool:
        """True for somebody who asked for something before, or was linked."""
        with reading(self._engine) as connection:
            return connection.execute(select(Person.id).where(*_is(channel, person))).scalar() is not None

    def user_of(self, channel: str, person: str) -> str | None:
        """The user in whose name this person asks."""
        with reading(self._engine) as connection:
            user = connection.execute(select(Person.user).where(*_is(channel, person))).scalar()
        return user or self._default

    def linked(self, channel: str, person: str) -> str | None:
        """The user that the owner has linked this person to; never the default user."""
        with reading(self._engine) as connection:
            return connection.execute(select(Person.user).where(*_is(channel, person))).scalar()

    def tell_once(self, channel: str, person: str) -> bool:
        """True the first time for somebody we met who is not linked: they should hear that they can be."""
        untold = update(Person).where(*_is(channel, person), Person.told.is_(None), Person.user.is_(None))
        with self._engine.begin() as connection:
            return connection.execute(untold.values(told=self._clock())).rowcount == 1

    def link(self, channel: str, person: str, user: str | None) -> None:
        """From now on this person asks in that user's name; None unlinks them."""
        self.meet(channel, person)
        with self._engine.begin() as connection:
            connection.execute(update(Person).where(*_is(channel, person)).values(user=user))

    def everybody(self) -> tuple[Known, ...]:
        """Everybody who asked for something or was linked, the last seen first."""
        query = select(Person.channel, Person.speaker, Person.user, Person.seen).order_by(Person.seen.desc())
        with reading(self._engine) as connection:
            return tuple(Known(*row) for row in connection.execute(query).all())

    def meet(self, channel: str, person: str) -> None:
        """Somebody asks for something: remember them, so that the owner can link them."""
        row = {"channel": channel, "speaker": storable(person), "seen": self._clock()}
        insert = insert_for(self._engine, Person).values(**row)
        upsert = insert.on_conflict_do_update(index_elements=["channel", "speaker"], set_={"seen": row["seen"]})
        with self._engine.begin() as connection:
            connection.execute(upsert)


def _is(channel: str, person: str) -> tuple[ColumnElement[bool], ...]:
    return (Person.channel == channel, Person.speaker == storable(person))
