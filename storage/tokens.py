"""Keys that open our doors, kept as digests: what is stored cannot be used to come in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import select

from models import Token
from storage.conversations import digest
from storage.database import reading
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


class Tokens:
    """The keys that we made ourselves, by name."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock

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
