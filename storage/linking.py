"""Codes by which somebody who speaks to us says which user of the request manager they are.

A code has four digits, so guessing must be stopped: whoever was wrong too often within a few minutes is refused, and
so is everybody once all of them together were.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, or_, select, update

from dialogs.wants import Unlinkable
from media import User
from models import LinkCode, LinkTry, Person
from storage.naming import storable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

#: Seconds in which a code can be said.
VALID: Final = 600.0
#: Seconds for which it is known what became of it: until then, whoever says it hears that it is used or too old.
REMEMBERED: Final = 86_400.0
#: Codes that can be said at one moment; of more, the oldest are given up. Each of them makes guessing easier.
MOST_LIVE: Final = 20
#: So many wrong tries within these seconds: of one speaker, and of all together.
WINDOW: Final = 600.0
MOST_TRIES: Final = 5
MOST_TRIES_OF_ALL: Final = 20


def draw_code() -> str:
    """Four digits that nobody can foretell. None begins with 0: "four thousand" can be said, "nought thousand" not."""
    return str(1000 + secrets.randbelow(9000))


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to be shown."""

    code: str
    expires: float  # Unix seconds


class LinkCodes:
    """Makes codes, and takes them."""

    def __init__(self, engine: Engine, clock: Callable[[], float], draw: Callable[[], str] = draw_code) -> None:
        """`clock` gives Unix seconds, `draw` four digits at random."""
        self._engine, self._clock, self._draw = engine, clock, draw

    def make(self, user: User) -> NewCode:
        """A code that no other user has now, for whoever is to ask as this user."""
        now = self._clock()
        with self._engine.begin() as connection:
            connection.execute(delete(LinkCode).where(LinkCode.expires <= now - REMEMBERED))
            self._make_room(connection, now)
            while (code := self._insert(connection, user, now)) is None:
                pass  # at most MOST_LIVE of 9000 are taken
        return NewCode(code, now + VALID)

    def look(self, code: str, channel: str, person: str) -> User | Unlinkable:
        """Whose code this is, or why it does not count. One that is wrong counts as a try of this speaker's."""
        now, whose = self._clock(), _digest(channel, person)
        tried = self._note_try(whose, now)
        with self._engine.begin() as connection:
            # Counted after it was written: of those who try at the same moment, none is overlooked.
            if self._is_too_often(connection, whose, now):
                connection.execute(delete(LinkTry).where(LinkTry.id == tried))
                return Unlinkable.TOO_OFTEN
            known = select(LinkCode.user, LinkCode.name, LinkCode.expires, LinkCode.used).where(LinkCode.code == code)
            row = connection.execute(known).one_or_none()
            if row is None:
                return Unlinkable.WRONG
            if row.used is not None:
                return Unlinkable.USED
            if row.expires <= now:
                return Unlinkable.OLD
            connection.execute(delete(LinkTry).where(LinkTry.id == tried))
            return User(row.user, row.name)

    def use(self, code: str, channel: str, person: str) -> bool:
        """Link this person to the code's user, for good; False where somebody else was faster, or it is too old."""
        now = self._clock()
        live = (LinkCode.code == code, LinkCode.used.is_(None), LinkCode.expires > now)
        with self._engine.begin() as connection:
            taken = update(LinkCode).where(*live).values(used=now).returning(LinkCode.user)
            user = connection.execute(taken).scalar()
            if user is None:
                return False
            row = {"channel": channel, "speaker": storable(person), "seen": now, "user": user}
            linked = {"user": user, "seen": now}
            insert = insert_for(self._engine, Person).values(**row)
            connection.execute(insert.on_conflict_do_update(index_elements=["channel", "speaker"], set_=linked))
            return True

    def forget_old(self) -> int:
        """Delete the codes of which nobody needs to know any more what became of them, and old tries; how many."""
        now = self._clock()
        codes, tries = delete(LinkCode).where(LinkCode.expires <= now - REMEMBERED), delete(LinkTry)
        with self._engine.begin() as connection:
            gone = connection.execute(codes).rowcount
            return gone + connection.execute(tries.where(LinkTry.at <= now - WINDOW)).rowcount

    def _insert(self, connection: Connection, user: User, now: float) -> str | None:
        """The code drawn; None where that one can be said already."""
        row = {"user": user.id, "name": user.name[:200], "created": now, "expires": now + VALID, "used": None}
        insert = insert_for(self._engine, LinkCode).values(code=self._draw(), **row)
        is_over = or_(LinkCode.used.is_not(None), LinkCode.expires <= now)
        free = insert.on_conflict_do_update(index_elements=["code"], set_=row, where=is_over).returning(LinkCode.code)
        return connection.execute(free).scalar()

    def _make_room(self, connection: Connection, now: float) -> None:
        live = select(LinkCode.code).where(LinkCode.used.is_(None), LinkCode.expires > now)
        given_up = live.order_by(LinkCode.created.desc()).offset(MOST_LIVE - 1).limit(MOST_LIVE)
        connection.execute(delete(LinkCode).where(LinkCode.code.in_(connection.execute(given_up).scalars().all())))

    def _note_try(self, whose: str, now: float) -> int:
        insert = insert_for(self._engine, LinkTry).values(speaker=whose, at=now).returning(LinkTry.id)
        with self._engine.begin() as connection:
            connection.execute(delete(LinkTry).where(LinkTry.at <= now - WINDOW))
            return int(connection.execute(insert).scalar_one())

    def _is_too_often(self, connection: Connection, whose: str, now: float) -> bool:
        """True where this try is one too many."""
        lately = select(func.count()).select_from(LinkTry).where(LinkTry.at > now - WINDOW)
        of_one = connection.execute(lately.where(LinkTry.speaker == whose)).scalar_one()
        return of_one > MOST_TRIES or connection.execute(lately).scalar_one() > MOST_TRIES_OF_ALL


def _digest(channel: str, person: str) -> str:
    return sha256(f"{channel}\n{person}".encode("utf-8", "surrogatepass")).hexdigest()
