"""Opening the database: SQLite in WAL mode by default, PostgreSQL when it is outgrown."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event, func, make_url, select, text
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine

log = logging.getLogger(__name__)

#: How long one writer waits for another, in milliseconds. Shorter than any channel's budget.
BUSY_MILLISECONDS: Final = 3000
#: The same for a process that finds another one migrating; nobody speaks to it yet.
MIGRATION_MILLISECONDS: Final = 60_000
WAL_PAUSE_MILLISECONDS: Final = 30
#: What each connection keeps of the file; there are dozens, and the system keeps all of it for them anyway: with 512
#: no turn is faster.
CACHE_KILOBYTES: Final = 64
_LOCK: Final = 0x6F766572  # any fixed number, the same for every process of ours


class DatabaseUnusable(Exception):
    """The database cannot be used as it is configured. The text is for the owner and holds no password."""


def open_database(url: str, *, connections: int = 20) -> Engine:
    """An engine for this SQLAlchemy address; `connections` is how many threads may use it at once.

    Raises DatabaseUnusable when it cannot be opened.
    """
    address = make_url(url)
    try:
        engine = _open_sqlite(address, connections) if _is_sqlite(address) else _open_server(address, connections)
        engine.connect().close()
    except (OSError, SQLAlchemyError) as problem:
        cause = getattr(problem, "orig", None) or problem
        raise DatabaseUnusable(f"The database cannot be opened: {cause}. Check DATABASE_URL.") from None
    return engine


def reading(engine: Engine) -> Connection:
    """A connection for reading only: it does not wait for writers, nor they for it."""
    return engine.connect().execution_options(reading=True)


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other process shares in, for migrations: waits a minute for them rather than seconds."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if engine.dialect.name == "sqlite":  # BEGIN IMMEDIATE is the lock
            driver.execute(f"PRAGMA busy_timeout={MIGRATION_MILLISECONDS}")
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection
        if engine.dialect.name == "sqlite":
            driver.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def one_at_a_time(connection: Connection, what: str) -> None:
    """Wait until no other transaction is about the same, and let none be until this one ends."""
    if connection.dialect.name == "postgresql":  # with SQLite, there is no other transaction that writes
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK, func.hashtext(what))))


def answers(engine: Engine) -> bool:
    """True while the database does what it is asked."""
    try:
        with reading(engine) as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        log.exception("The database does not answer.")
        return False
    return True


def takes_writing(engine: Engine) -> bool:
    """False while nothing can be kept: the disk is full, or it may only be read."""
    try:
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except SQLAlchemyError:
        log.exception("The database takes nothing that is written.")
        return False
    return True


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _open_server(address: URL, connections: int) -> Engine:
    try:
        return create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=5,
            json_deserializer=_read_json,
        )
    except ImportError:
        raise DatabaseUnusable("PostgreSQL needs the package psycopg[binary], which is not installed.") from None


def _open_sqlite(address: URL, connections: int) -> Engine:
    file = address.database
    if not file or file == ":memory:":
        raise DatabaseUnusable("DATABASE_URL must name a file: in memory, each thread has another database.")
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=5,
        pool_use_lifo=True,  # the one that was used last holds the pages that are wanted next; others stay small
        json_deserializer=_read_json,
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _read_json(stored: str) -> Any:
    """What is no JSON comes as the text it is: whoever unpacks it says that it cannot be read."""
    try:
        return json.loads(stored)
    except ValueError:
        return stored


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transaction control starts them too late; `_begin_immediate` does it instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    _change_to_wal(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", f"cache_size=-{CACHE_KILOBYTES}"):
        connection.execute(f"PRAGMA {pragma}")


def _change_to_wal(connection: Any) -> None:
    """Two processes may make the database at once, and SQLite does not wait for the other here by itself."""
    for _ in range(BUSY_MILLISECONDS // WAL_PAUSE_MILLISECONDS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem):
                raise
            time.sleep(WAL_PAUSE_MILLISECONDS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _begin_immediate(connection: Connection) -> None:
    # A plain BEGIN takes the write lock only at the first write, and then fails at once when another holds it,
    # whatever the busy timeout says: 177 of 240 read-then-write turns on four threads, against none so.
    reads = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
