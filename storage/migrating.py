"""Bringing the database up to date at start. Costs one query when there is nothing to do."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)

MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"
#: The newest file in migrations/versions; a test holds the two equal.
HEAD: Final = "0002"
_LOCK: Final = 0x6F766572  # any fixed number, the same for every process of ours


def bring_up_to_date(engine: Engine) -> bool:
    """Run what migrations are missing, under one lock; True when there were any."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        # On SQLite BEGIN IMMEDIATE is the lock: a second process waits here and then finds nothing to do.
        if _revision(connection) == HEAD:
            return False
        _upgrade(connection)
    log.info("The database is up to date (revision %s).", HEAD)
    return True


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
