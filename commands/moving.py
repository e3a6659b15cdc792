"""script/move-database: all that is remembered, from one database into another, in one transaction."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import Integer, func, insert, make_url, select, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from commands.refusing import CommandError
from commands.tables import table
from models import Base
from storage.database import DatabaseUnusable, open_database, reading
from storage.migrating import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine, Table

#: Rows that are written with one statement.
AT_ONCE: Final = 500
#: Of the moment: whoever is mid-conversation is asked afresh.
_SKIPPED: Final = frozenset({"conversations"})


def main(arguments: Sequence[str] | None = None) -> str | None:
    """Run the command; returns what went wrong, if anything did."""
    asked = _parser().parse_args(arguments)
    try:
        with _opened(asked.source) as source, _opened(asked.to) as target:
            lines = _move(source, target, dry=asked.dry_run)
    except (CommandError, DatabaseUnusable) as problem:
        return f"move-database: {problem}"
    except SQLAlchemyError as problem:
        cause = getattr(problem, "orig", None) or type(problem).__name__
        return f"move-database: it failed, and nothing was written: {cause}"
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return None


def _move(source: Engine, target: Engine, *, dry: bool) -> list[str]:
    if source.url == target.url:
        raise CommandError("FROM and TO are the same database.")
    bring_up_to_date(source)
    bring_up_to_date(target)
    tables = [one for one in Base.metadata.sorted_tables if one.name not in _SKIPPED]  # what is referred to comes first
    with reading(source) as old, target.begin() as new:
        filled = [one.name for one in tables if _count(new, one)]
        if filled:
            raise CommandError(f"TO is not empty: it has rows in {', '.join(filled)}. Name an empty database.")
        counts = [(one.name, _count(old, one) if dry else _copy(one, old, new)) for one in tables]
        for one in tables:
            _go_on_counting(one, new)
    lines = table(("TABLE", "ROWS"), ((name, str(count)) for name, count in counts))
    if dry:
        return [*lines, "Nothing was written: this was a dry run."]
    return [*lines, "All is there. Set DATABASE_URL to the new one, and start the service."]


def _copy(what: Table, old: Connection, new: Connection) -> int:
    """Every row; how many there were. Raises CommandError when not all of them arrived."""
    rows = old.execution_options(yield_per=AT_ONCE).execute(select(what))
    for some in rows.mappings().partitions(AT_ONCE):
        new.execute(insert(what), [dict(row) for row in some])
    before, after = _count(old, what), _count(new, what)
    if before != after:
        raise CommandError(f"of {before} rows of {what.name} {after} arrived. Stop the service, and try again.")
    return after


def _go_on_counting(what: Table, new: Connection) -> None:
    """PostgreSQL does not notice ids that were written rather than given out."""
    key = what.primary_key.columns
    if new.dialect.name != "postgresql" or len(key) != 1 or not isinstance(key[0].type, Integer):
        return
    highest = new.execute(select(func.max(key[0]))).scalar()
    if highest:
        sequence = {"table": what.name, "column": key[0].name, "last": highest}
        new.execute(text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"), sequence)


def _count(connection: Connection, what: Table) -> int:
    return connection.execute(select(func.count()).select_from(what)).scalar_one()


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    try:
        make_url(url)
    except ArgumentError:
        raise CommandError("a database is named by an address such as sqlite:////data/overtalkerr.db.") from None
    engine = open_database(url, connections=2)
    try:
        yield engine
    finally:
        engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="script/move-database", description="From one database into an empty one.")
    parser.add_argument(
        "source", metavar="FROM", help="the one that is used now (DATABASE_URL); only brought up to date"
    )
    parser.add_argument("to", metavar="TO", help="the address of an empty one")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be copied")
    return parser


if __name__ == "__main__":
    logging.disable()  # what is worth saying is said here
    sys.exit(main())
