"""Who is who: the people who speak to us, and the users they are at the request manager."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select, update

from models import Person
from storage.database import reading
from storage.naming import storable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine

#: Whoever is not linked is kept so long after they were heard last, in seconds.
KEEP_STRANGERS: Final = 365 * 86_400.0


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who spoke to us."""

    channel: str
    person: str
    user: str | None  # User.id at the request manager
    seen: float  # Unix seconds
    locale: str | None = None  # what they spoke last, "en-GB"
    zone: str | None = None  # where they were then, as far as that was told: an IANA name


class People:
    """Links people to users. Whoever is not linked gets the default user, or none: then the key's own."""

    def __init__(self, engine: Engine, clock: Callable[[], float], default_user: str | None) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock, self._default = engine, clock, default_user or None

    def is_known(self, channel: str, person: str) -> bool:
        """True for somebody who asked for something before, or was linked."""
        with reading(self._engine) as connection:
            return connection.execute(select(Person.id).where(*_is(channel, person))).scalar() is not None

    def user_of(self, channel: str, *persons: str) -> str | None:
        """The user in whose name they ask: that of the first of `persons` who is linked, else the default user.

        `persons` are who it is and what else they may be taken for, nearest first: a voice, its device, its account.
        """
        return self._link_of(channel, persons) or self._default

    def linked(self, channel: str, *persons: str) -> str | None:
        """The user that the owner has linked the first of them to who is linked; never the default user."""
        return self._link_of(channel, persons)

    def tell_once(self, channel: str, person: str, *also: str) -> bool:
        """True the first time for somebody we met who is not linked: they should hear that they can be.

        `also`: what else they may be taken for, as for `user_of`.
        """
        if self._link_of(channel, also):
            return False
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
        who = (Person.channel, Person.speaker, Person.user, Person.seen, Person.locale, Person.zone)
        query = select(*who).order_by(Person.seen.desc())
        with reading(self._engine) as connection:
            return tuple(Known(*row) for row in connection.execute(query).all())

    def meet(self, channel: str, person: str, locale: str = "", zone: str = "") -> None:
        """Somebody asks for something: remember them, so that the owner can link them.

        `locale` and `zone` (an IANA name) are those of this moment; what is not told stays as it was.
        """
        now = {"seen": self._clock(), "locale": locale[:40], "zone": zone[:60]}
        told = {column: value for column, value in now.items() if value != ""}
        insert = insert_for(self._engine, Person).values(channel=channel, speaker=storable(person), **told)
        upsert = insert.on_conflict_do_update(index_elements=["channel", "speaker"], set_=told)
        with self._engine.begin() as connection:
            connection.execute(upsert)

    def forget_old(self) -> int:
        """Delete whoever is not linked and was not heard of for a year; how many that were."""
        strangers = Person.user.is_(None), Person.seen < self._clock() - KEEP_STRANGERS
        with self._engine.begin() as connection:
            return connection.execute(delete(Person).where(*strangers)).rowcount

    def _link_of(self, channel: str, persons: tuple[str, ...]) -> str | None:
        """The user of the first of them who is linked."""
        names = [storable(person) for person in persons]
        linked = select(Person.speaker, Person.user).where(Person.channel == channel, Person.speaker.in_(names))
        with reading(self._engine) as connection:
            users = {row.speaker: row.user for row in connection.execute(linked).all()}
        return next((user for name in names if (user := users.get(name))), None)


def _is(channel: str, person: str) -> tuple[ColumnElement[bool], ...]:
    return (Person.channel == channel, Person.speaker == storable(person))
