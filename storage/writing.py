"""INSERT … ON CONFLICT for whichever database this is: both speak it, each in a dialect of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from models import Base


def insert_for(engine: Engine, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert into `table` that may say what to do on a conflict."""
    if engine.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def one_by_one(connection: Connection, what: str) -> None:
    """Let nobody else into a transaction about the same thing until this one ends; on SQLite that is so anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:what))"), {"what": what})
