"""Bringing the database up to date at start. Costs one query when there is nothing to do."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

from storage.database import DatabaseUnusable, alone, reading

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)

MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"
#: The newest file in migrations/versions; a test holds the two equal.
HEAD: Final = "0007"


def bring_up_to_date(engine: Engine) -> bool:
    """Run what migrations are missing, under one lock; True when there were any.

    Raises DatabaseUnusable when a newer version of ours has been there.
    """
    with reading(engine) as connection:
        if revision(connection) == HEAD:
            return False
    with alone(engine) as connection:  # a second process waits here and then finds nothing to do
        if revision(connection) == HEAD:
            return False
        _upgrade(connection)
    log.info("The database is up to date (revision %s).", HEAD)
    return True


def revision(connection: Connection) -> str | None:
    """What the database was brought up to; None where it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as problem:  # it does not know the revision it finds
        raise DatabaseUnusable(
            f"The database was written by another version of Overtalkerr ({problem}). Use that version, or a newer one."
        ) from None


def revisions() -> frozenset[str]:
    """All that this version knows, the oldest and the newest among them."""
    return frozenset(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))
