"""Messages to people: written once in the commit that puts down the job of sending, and marked before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select, update

from media_notices import Notice, Result, Way
from models import NoticeRow
from storage.database import one_at_a_time, reading
from storage.jobs import put
from storage.naming import storable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection, Engine

#: The job that sends a message; its payload is {"notice": row}.
NOTICE: Final = "notice"
#: So long, in seconds, nothing is told twice: longer than a request is followed after its end.
KEEP: Final = 60 * 86_400.0
BEGAN, ENDED = "began", "ended"


class Notices:
    """The messages there are."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock

    def write(self, notices: Iterable[Notice]) -> int:
        """Write these down, each with the job that sends it; what was written before is left. How many are new."""
        with self._engine.begin() as connection:
            return self._write(connection, notices)

    def get(self, row: int) -> Notice | None:
        """One of them; None where it is forgotten."""
        with reading(self._engine) as connection:
            found = connection.execute(select(NoticeRow.__table__).where(NoticeRow.id == row)).one_or_none()
        if found is None:
            return None
        about = {"request": found.request, "event": found.event, "what": found.what}
        whom = {"channel": found.channel, "person": found.speaker, "locale": found.locale}
        state = {"row": found.id, "tried": found.tried, "result": Result(found.result) if found.result else None}
        return Notice(found.key, Way(found.way), found.target, at=found.at, due=found.at, **about, **whom, **state)

    def try_once(self, row: int) -> bool:
        """Write down that it is being sent now; False where it was tried or settled before."""
        untried = NoticeRow.id == row, NoticeRow.tried.is_(None), NoticeRow.result.is_(None)
        with self._engine.begin() as connection:
            return connection.execute(update(NoticeRow).where(*untried).values(tried=self._clock())).rowcount == 1

    def did_not_go(self, row: int) -> None:
        """It certainly was not sent, and may be tried again."""
        with self._engine.begin() as connection:
            unsettled = NoticeRow.id == row, NoticeRow.result.is_(None)
            connection.execute(update(NoticeRow).where(*unsettled).values(tried=None))

    def settle(self, row: int, result: Result) -> None:
        """Write down what came of it."""
        with self._engine.begin() as connection:
            unsettled = NoticeRow.id == row, NoticeRow.result.is_(None)
            connection.execute(update(NoticeRow).where(*unsettled).values(result=result, settled=self._clock()))

    def outage(
        self, service: str, *, is_down: bool, since: float, notices: Callable[[str, float], Iterable[Notice]]
    ) -> str | None:
        """Tell that an outage began, or that it ended; what was written down ("began", "ended"), None where nothing.

        `since`: how long it has been so, in Unix seconds. `notices` are made of what happened and when the outage
        began. However many processes see the same, one of them tells it.
        """
        with self._engine.begin() as connection:
            one_at_a_time(connection, f"outage:{service}")
            last = connection.execute(
                select(NoticeRow.what, NoticeRow.created)
                .where(NoticeRow.key.startswith(f"outage:{service}:", autoescape=True))
                .order_by(NoticeRow.created.desc(), NoticeRow.id.desc())
                .limit(1)
            ).one_or_none()
            state = last.what["state"] if last else ENDED
            # What one process still sees, another may have told the end of already.
            is_new = last is None or since > last.created
            if is_down and state == ENDED and is_new:
                self._write(connection, notices(BEGAN, since))
                return BEGAN
            if not is_down and last is not None and state == BEGAN and is_new:
                self._write(connection, notices(ENDED, float(last.what["since"])))
                return ENDED
        return None

    def forget_old(self) -> int:
        """Delete what was written long ago; how many that were."""
        with self._engine.begin() as connection:
            return connection.execute(delete(NoticeRow).where(NoticeRow.created < self._clock() - KEEP)).rowcount

    def _write(self, connection: Connection, notices: Iterable[Notice]) -> int:
        written = 0
        for notice in notices:
            whom = {"channel": notice.channel, "speaker": storable(notice.person), "locale": notice.locale}
            about = {"request": notice.request, "event": notice.event, "what": dict(notice.what), "at": notice.at}
            add = insert_for(self._engine, NoticeRow).values(
                key=notice.key, way=notice.way, target=notice.target, created=self._clock(), **whom, **about
            )
            once = add.on_conflict_do_nothing(index_elements=["key"]).returning(NoticeRow.id)
            row: Any = connection.execute(once).scalar()
            if row is not None:
                put(connection, NOTICE, f"{NOTICE}:{row}", {"notice": row}, notice.due)
                written += 1
        return written
