"""Whether the database takes what is written.

A full disk, a read-only folder or a lock that nobody lets go of leave it answering, while no turn can be taken.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from sqlalchemy import Engine

log = logging.getLogger(__name__)

#: Seconds between tries while all is well, and while it is not.
CALM: Final = 30.0
ANXIOUS: Final = 5.0
#: Writes what stands there already; a page of SQLite, a row of PostgreSQL.
_THE_SAME: Final = text("UPDATE alembic_version SET version_num = version_num")
#: PostgreSQL waits for a lock as long as it takes, and whatever else this thread looks at would wait as well.
_NOT_FOR_LONG: Final = text("SET LOCAL lock_timeout = '3s'")


class Writable:
    """What the last try saw; nobody who asks for it waits."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.problem: str | None = None  # None: it takes what is written, as far as is known

    def look(self) -> float:
        """Try; returns the seconds until the next time."""
        before, self.problem = self.problem, self._try()
        if self.problem != before:
            if self.problem:
                log.error("The database takes nothing that is written: %s", self.problem)
            else:
                log.info("The database takes what is written again.")
        return ANXIOUS if self.problem else CALM

    def _try(self) -> str | None:
        try:
            with self._engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(_NOT_FOR_LONG)
                connection.execute(_THE_SAME)
        except SQLAlchemyError as problem:
            return str(getattr(problem, "orig", None) or problem)
        return None
