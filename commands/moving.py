"""script/move-database: all that is remembered, from one database into another."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from commands.refusing import CommandError
from commands.tables import table
from storage.database import DatabaseUnusable, open_database
from storage.moving import NotMoved, move

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import URL, Engine


def main(arguments: Sequence[str] | None = None) -> str | None:
    """Run the command; returns what went wrong, if anything did."""
    asked = _parser().parse_args(arguments)
    try:
        _look_for(asked.source)
        with _opened(asked.source) as source, _opened(asked.to) as target:
            lines = _told(move(source, target, dry=asked.dry_run), dry=asked.dry_run)
    except (CommandError, NotMoved, DatabaseUnusable) as problem:
        return f"move-database: {problem}"
    except SQLAlchemyError as problem:
        cause = getattr(problem, "orig", None) or type(problem).__name__
        return f"move-database: it failed, and nothing was written: {cause}"
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return None


def _told(counts: Sequence[tuple[str, int]], *, dry: bool) -> list[str]:
    lines = table(("TABLE", "ROWS"), ((name, str(count)) for name, count in counts))
    if dry:
        return [*lines, "Nothing was moved: this was a dry run."]
    return [*lines, "All is there. Set DATABASE_URL to the new one, and start the service."]


def _look_for(url: str) -> None:
    """Raises CommandError for a file that is not there: opening it would make an empty one, and move nothing."""
    address = _address(url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        raise CommandError(f"there is no database at {address.database}. An absolute path takes four slashes.")


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):  # the second for a port that is no number
        address = None
    if address is None or address.get_backend_name() not in {"sqlite", "postgresql"}:
        raise CommandError(
            "a database is named by an address such as sqlite:////data/overtalkerr.db or postgresql://user@host/name."
        )
    return address


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    _address(url)
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
