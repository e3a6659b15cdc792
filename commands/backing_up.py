"""script/backup: a whole copy of SQLite's database while it is in use, and back again.

SQLite's own online backup copies page by page under its own locks: a copy of the file alone would miss what still
stands in the write-ahead log, and could be torn.
"""

from __future__ import annotations

import argparse
import logging
import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import make_url

from commands.refusing import CommandError
from settings import SettingsError, read_settings
from storage.migrating import revisions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from settings import Settings

_NAME: Final = "overtalkerr-%Y%m%d-%H%M%S.db"
_OURS: Final = "overtalkerr-????????-??????.db"
#: Seconds that a copy waits for a writer.
PATIENCE: Final = 30.0
DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def main(
    arguments: Sequence[str] | None = None,
    settings: Settings | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> str | None:
    """Run the command; returns what went wrong, if anything did. `settings` otherwise come from the environment."""
    asked = _parser().parse_args(arguments)
    try:
        database = _file_of((settings or read_settings()).database_url)
        if asked.restore is not None:
            told = _restore(asked.restore, database, now())
        else:
            told = _back_up(database, _target(asked.to, now()), asked.keep)
    except (CommandError, SettingsError) as problem:
        return f"backup: {problem}"
    except (OSError, sqlite3.Error) as problem:
        return f"backup: it failed: {problem}. Nothing was changed."
    sys.stdout.write(f"{told}\n")
    return None


def _back_up(database: Path, target: Path, keep: int | None) -> str:
    if not database.is_file():
        raise CommandError(f"there is no database at {database} yet. Check DATABASE_URL.")
    if target.exists():
        raise CommandError(f"{target} is there already; name another file.")
    partial = _partial(target)
    try:
        _copy(database, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    gone = _thin_out(target.parent, keep) if keep is not None else 0
    older = f", {gone} older removed" if gone else ""
    size = target.stat().st_size // 1024
    return f"Wrote {target} ({size} kB, checked{older}). It tells who asked for what: keep it as you keep .env."


def _restore(copy: Path, database: Path, now: datetime) -> str:
    """Into the live file by SQLite's own means: whoever has it open sees the old or the new, never a mixture."""
    if not copy.is_file():
        raise CommandError(f"there is no file {copy}.")
    _check(copy)
    database.parent.mkdir(parents=True, exist_ok=True)
    aside = ""
    try:
        with closing(_open(copy)) as source, closing(_open(database)) as target:
            source.backup(target)
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode & 0xFF not in DAMAGED:
            raise
        aside = f" What stood there was damaged, and is {_take_place(copy, database, now)} now."
    return f"{database} is as it was in {copy}.{aside} Start the service, or start it anew."


def _take_place(copy: Path, database: Path, now: datetime) -> Path:
    """In the place of a file that SQLite cannot use, which is set aside with what belongs to it; where it is now."""
    partial, aside = _partial(database), database.with_name(now.strftime(f"{database.name}.damaged-%Y%m%d-%H%M%S"))
    try:
        _copy(copy, partial)
        _let_use_as(database, partial)
        for end in ("-wal", "-shm", ""):  # a log that stays behind would be taken for the new one's
            if (file := database.with_name(database.name + end)).exists():
                file.rename(aside.with_name(aside.name + end))
        partial.replace(database)
    finally:
        partial.unlink(missing_ok=True)
    return aside


def _let_use_as(old: Path, new: Path) -> None:
    """By the same people: root may restore what another user's service opens."""
    was = old.stat()
    new.chmod(was.st_mode & 0o777)
    os.chown(new, was.st_uid, was.st_gid)


def _partial(target: Path) -> Path:
    return target.with_name(f".{target.name}.partial")


def _copy(database: Path, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # before anything of it can be read
    with closing(_open(database)) as source, closing(_open(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole in itself
    _check(target)


def _check(copy: Path) -> None:
    """Raises CommandError for what is no whole database that this version can use."""
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            sound = opened.execute("PRAGMA quick_check").fetchone()[0]
            (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.DatabaseError, TypeError) as problem:
        raise CommandError(f"{copy} is no database of Overtalkerr ({problem}).") from None
    if sound != "ok":
        raise CommandError(f"{copy} is damaged: {sound}.")
    if revision not in revisions():
        raise CommandError(f"{copy} was written by a newer version (revision {revision}). Use that version.")


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=PATIENCE)


def _thin_out(folder: Path, keep: int) -> int:
    old = sorted(folder.glob(_OURS))[:-keep]
    for file in old:
        file.unlink()
    return len(old)


def _target(to: Path, now: datetime) -> Path:
    return to / now.strftime(_NAME) if to.is_dir() else to


def _file_of(url: str) -> Path:
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise CommandError("the database is no file. For PostgreSQL: pg_dump --format=custom, and pg_restore.")
    return Path(address.database)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("how many to keep is 1 or more")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="script/backup", description="A copy of the database, while it is in use.")
    parser.add_argument("to", nargs="?", type=Path, default=Path(), metavar="FILE or FOLDER", help="here, if not named")
    parser.add_argument("--keep", type=_count, metavar="N", help="remove all but the N newest copies in the folder")
    parser.add_argument("--restore", type=Path, metavar="FILE", help="put this copy back instead")
    return parser


if __name__ == "__main__":
    logging.disable()  # what is worth saying is said here
    sys.exit(main())
