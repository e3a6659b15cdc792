"""Keys that open our doors, kept as digests: what is stored cannot be used to come in.

One key opens all doors ("voice": it was made at the first start); the others each open one channel alone.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from models import Token
from storage.conversations import digest
from storage.database import reading
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


#: The channels that take keys of their own.
CHANNELS: Final = ("google", "homeassistant", "mcp", "metrics", "voice")
#: Between the channel and the name of a key. What stands before the first of them is the channel.
_OF: Final = "/"


@dataclass(frozen=True, slots=True)
class ChannelKey:
    """A key that opens one channel; of the key itself nobody knows more than whoever it was shown to."""

    channel: str
    name: str
    created: float  # Unix seconds


class Tokens:
    """The keys that we made ourselves, by name."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock
        self._opened: set[tuple[str, str]] = set()  # channel and digest of those that did when they were last shown

    def make_once(self, name: str) -> str | None:
        """Make this key and return it, to be shown once; None when it was made before."""
        token = secrets.token_urlsafe(24)
        insert = insert_for(self._engine, Token).values(name=name, digest=digest(token), created=self._clock())
        once = insert.on_conflict_do_nothing(index_elements=["name"]).returning(Token.name)
        with self._engine.begin() as connection:
            return token if connection.execute(once).scalar() else None

    def digest_of(self, name: str) -> str | None:
        """The digest to compare a shown key with; None where there is no such key."""
        with reading(self._engine) as connection:
            return connection.execute(select(Token.digest).where(Token.name == name)).scalar()

    def make(self, channel: str, name: str) -> str | None:
        """Make a key that opens this channel and return it, to be shown once; None where it has one of that name."""
        return self.make_once(f"{channel}{_OF}{name}")

    def opens(self, channel: str, shown: str) -> bool:
        """True where this is the digest of one of the channel's keys.

        While the database does not answer, what opened the channel when it was last shown goes on to: the figures must
        be able to tell of that very outage. Of any other key nothing is known then, and SQLAlchemyError is raised.
        """
        try:
            opens = self._is_there(channel, shown)
        except SQLAlchemyError:
            if (channel, shown) in self._opened:
                return True
            raise
        (self._opened.add if opens else self._opened.discard)((channel, shown))
        return opens

    def _is_there(self, channel: str, shown: str) -> bool:
        its_own = Token.name.startswith(f"{channel}{_OF}", autoescape=True)
        with reading(self._engine) as connection:
            return connection.execute(select(Token.name).where(Token.digest == shown, its_own)).first() is not None

    def of_channels(self) -> tuple[ChannelKey, ...]:
        """Every key that opens one channel, by channel and name."""
        query = select(Token.name, Token.created).where(Token.name.contains(_OF)).order_by(Token.name)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        parted = [(row.name.partition(_OF), row.created) for row in rows]
        return tuple(ChannelKey(channel, name, created) for (channel, _, name), created in parted)

    def revoke(self, channel: str, name: str) -> bool:
        """Let this key open nothing any more; False where there is none of that name."""
        with self._engine.begin() as connection:
            gone = connection.execute(delete(Token).where(Token.name == f"{channel}{_OF}{name}"))
            return gone.rowcount == 1
