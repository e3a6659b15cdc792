"""Jobs: what is to be done later, written down in the very commit that makes it necessary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models import Job
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


def put(connection: Connection, kind: str, key: str, payload: Mapping[str, Any], due: float) -> None:
    """Have this done, not before `due` (Unix seconds); a job of the same key (unique among all) is that one already."""
    row = {"kind": kind, "key": key, "payload": dict(payload), "created": due, "due": due}
    insert = insert_for(connection.engine, Job).values(**row, leased_until=0.0, attempts=0)
    connection.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
