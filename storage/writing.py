"""Writing what either database takes: INSERT … ON CONFLICT in the dialect of each, and text that both can keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from models import Base


def insert_for(engine: Engine, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert into `table` that may say what to do on a conflict."""
    if engine.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def storable(text: str, most: int) -> str:
    """The first `most` characters, without what a database cannot keep: platforms send half characters, and NUL."""
    return text[:most].replace("\0", "").encode("utf-8", "replace").decode()
