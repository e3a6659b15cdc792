"""Alembic's entry: runs on the connection that storage/migrating.py hands over, or on DATABASE_URL by hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from alembic import context

from models import Base
from storage.database import open_database

if TYPE_CHECKING:
    from sqlalchemy import Connection


def run(connection: Connection) -> None:
    """Run the migrations; batch mode, since SQLite cannot alter a table in place."""
    context.configure(
        connection=connection, target_metadata=Base.metadata, render_as_batch=True, transaction_per_migration=False
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with open_database(os.environ.get("DATABASE_URL", "sqlite:///data/overtalkerr.db")).begin() as own:
        run(own)
