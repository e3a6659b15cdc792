"""All that is remembered, from one database into another, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Integer, func, insert, select, text

from models import Base
from storage.database import reading
from storage.migrating import bring_up_to_date, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table

#: Rows that are written with one statement.
AT_ONCE: Final = 500
#: Of the moment: whoever is mid-conversation is asked afresh.
_SKIPPED: Final = frozenset({"conversations"})


class NotMoved(Exception):
    """Nothing was written; the text says why, and what would help."""


def move(source: Engine, target: Engine, *, dry: bool = False) -> tuple[tuple[str, int], ...]:
    """Copy every table into an empty database, or count what would be copied; name and rows of each.

    Both are brought up to date first. Raises NotMoved, and SQLAlchemy's own errors.
    """
    if source.url == target.url:
        raise NotMoved("FROM and TO are the same database.")
    with reading(source) as old:
        if revision(old) is None:
            raise NotMoved("FROM is no database of Overtalkerr. Look at its address.")
    bring_up_to_date(source)
    bring_up_to_date(target)
    tables = [one for one in Base.metadata.sorted_tables if one.name not in _SKIPPED]  # what is referred to comes first
    with reading(source) as old, target.begin() as new:
        filled = [one.name for one in tables if _count(new, one)]
        if filled:
            raise NotMoved(f"TO is not empty: it has rows in {', '.join(filled)}. Name an empty database.")
        counts = tuple((one.name, _count(old, one) if dry else _copy(one, old, new)) for one in tables)
        for one in tables:
            _go_on_counting(one, new)
    return counts


def _copy(what: Table, old: Connection, new: Connection) -> int:
    """Every row; how many there were. Raises NotMoved when not all of them arrived."""
    rows = old.execution_options(yield_per=AT_ONCE).execute(select(what))
    for some in rows.mappings().partitions(AT_ONCE):
        new.execute(insert(what), [dict(row) for row in some])
    before, after = _count(old, what), _count(new, what)
    if before != after:
        raise NotMoved(f"of {before} rows of {what.name} {after} arrived. Stop the service, and try again.")
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
