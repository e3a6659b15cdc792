"""Jobs: what is to be done later, written down in the very commit that makes it necessary.

At least once: a job is leased while it is done and gone afterwards; whoever was killed meanwhile leaves a lease that
runs out. Periodic work is a job that never goes, only its time moves on, so that of several processes one does it.
"""

from __future__ import annotations

import uuid
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import aliased

from media import DueJob
from models import Job
from storage.database import reading
from storage.naming import MOST_SAID, storable
from storage.patience import Patience
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy import ColumnElement, Connection, Engine

#: Dead jobs are kept so long, in seconds, for the owner to see why.
KEEP_DEAD: Final = 30 * 86_400.0
#: Kind of the rows that are done by nobody: who holds one leads.
HELD: Final = "held"
#: Kind of what is done in rounds, again and again (errands calls them so).
ROUND: Final = "periodic"
PATIENT: Final = Patience()


def put(connection: Connection, kind: str, key: str, payload: Mapping[str, Any], due: float) -> bool:
    """Have this done, not before `due` (Unix seconds); a job of the same key (unique among all) is that one already.

    Written in the caller's transaction. False where that job was there before.
    """
    row = {"kind": kind, "key": key, "payload": dict(payload), "created": due, "due": due}
    insert = insert_for(connection.engine, Job).values(**row, leased_until=0.0, attempts=0)
    once = insert.on_conflict_do_nothing(index_elements=["key"]).returning(Job.id)
    return connection.execute(once).scalar() is not None


class Jobs:
    """The jobs there are, for one process."""

    def __init__(self, engine: Engine, clock: Callable[[], float], patience: Patience = PATIENT) -> None:
        """`clock` gives Unix seconds; after `patience` a job that always fails is dead."""
        self._engine, self._clock, self._patience = engine, clock, patience
        self._me = uuid.uuid4().hex[:8]  # what this process leases begins so

    def put(self, kind: str, key: str, payload: Mapping[str, Any] | None = None, *, after: float = 0.0) -> bool:
        """As the function `put`, in a transaction of its own, due `after` so many seconds."""
        with self._engine.begin() as connection:
            return put(connection, kind, key, payload or {}, self._clock() + after)

    def lease(self, kinds: Collection[str], seconds: float) -> DueJob | None:
        """Take the job of one of these kinds that has been due longest, if there is one."""
        return self._take(Job.kind.in_(tuple(kinds)), seconds)

    def take(self, key: str, seconds: float) -> DueJob | None:
        """Take this one job; None unless it is due and nobody has it."""
        return self._take(Job.key == key, seconds)

    def renew(self, job: DueJob, seconds: float) -> bool:
        """Keep it for so long from now on; False when the lease was lost to somebody else meanwhile."""
        return self._write(job, leased_until=self._clock() + seconds)

    def finish(self, job: DueJob) -> bool:
        """It is done; False when the lease was lost to somebody else meanwhile, who does it again."""
        with self._engine.begin() as connection:
            return connection.execute(delete(Job).where(*_mine(job))).rowcount == 1

    def again(self, job: DueJob, seconds: float) -> bool:
        """It is done and will be wanted again after so many seconds."""
        due = self._clock() + seconds
        return self._write(job, due=due, created=due, attempts=0, problem=None, lease=None, leased_until=0.0)

    def postpone(
        self, job: DueJob, problem: str, *, asked: float | None = None, hopeless: bool = False
    ) -> float | None:
        """It failed: try again after a while that grows; `asked`: the Retry-After of whoever was asked.

        Returns the seconds until then; None where it was tried for long enough, or is `hopeless`: it is dead.
        """
        now, free = self._clock(), {"lease": None, "leased_until": 0.0, "problem": storable(problem, MOST_SAID)}
        with reading(self._engine) as connection:
            created = connection.execute(select(Job.created).where(Job.id == job.row)).scalar() or now
        left = created + self._patience.gives_up - now
        if hopeless or left <= 0:
            self._write(job, **free, died=now)
            return None
        delay = max(min(self._patience.wait(job.attempts, asked), left), asked or 0.0)
        self._write(job, **free, due=now + delay)
        return delay

    def hand_back(self, job: DueJob) -> bool:
        """It was not begun, or does no harm when it is begun again: somebody else may have it at once."""
        return self._write(job, lease=None, leased_until=0.0, attempts=job.attempts - 1)

    def hold(self, key: str, seconds: float) -> bool:
        """Lead in this for so long, and longer by holding it again in time; False while another process leads."""
        now, lease = self._clock(), f"{self._me}-leads"
        free = (Job.leased_until <= now) | (Job.lease == lease)
        with self._engine.begin() as connection:
            put(connection, HELD, key, {}, now)
            held = update(Job).where(Job.key == key, free).values(lease=lease, leased_until=now + seconds)
            return connection.execute(held).rowcount == 1

    def let_go(self) -> None:
        """This process ends: it leads in nothing any more, and others take up at once what it could not finish."""
        mine = update(Job).where(Job.lease.startswith(self._me))
        with self._engine.begin() as connection:
            connection.execute(mine.values(lease=None, leased_until=0.0))

    def next_due(self, kinds: Collection[str]) -> float | None:
        """Seconds until one of these kinds is due, 0 or less where one is; None where there is none to be had."""
        now = self._clock()
        free = Job.kind.in_(tuple(kinds)), Job.died.is_(None), Job.leased_until <= now
        with reading(self._engine) as connection:
            due = connection.execute(select(func.min(Job.due)).where(*free)).scalar()
        return None if due is None else due - now

    def waiting(self) -> dict[str, int]:
        """How many there are of each kind that are neither done nor dead."""
        query = select(Job.kind).where(Job.died.is_(None), Job.kind != HELD)
        with reading(self._engine) as connection:
            return dict(Counter(connection.execute(query).scalars()))

    def overdue(self) -> tuple[int, float]:
        """How many are due that nobody takes up; seconds since the first of them was due.

        Rounds are left out: one that is switched off stays behind. So is what waits while somebody does another of its
        kind: it comes to all of them, one at a time.
        """
        now, at_hand = self._clock(), aliased(Job)
        is_done = exists(select(at_hand.id).where(at_hand.kind == Job.kind, at_hand.leased_until > now))
        idle = Job.died.is_(None), Job.due <= now, Job.leased_until <= now, Job.kind.not_in((HELD, ROUND)), ~is_done
        with reading(self._engine) as connection:
            count, since = connection.execute(select(func.count(), func.min(Job.due)).where(*idle)).one()
        return count, now - since if count else 0.0

    def failing(self, kind: str) -> tuple[int, str]:
        """How many of this kind failed and will be tried again; and why the one that failed last did."""
        failed = Job.kind == kind, Job.died.is_(None), Job.problem.is_not(None)
        with reading(self._engine) as connection:
            problems = connection.execute(select(Job.problem).where(*failed).order_by(Job.due.desc())).scalars().all()
        return len(problems), problems[0] or "" if problems else ""

    def dead(self) -> tuple[tuple[str, str], ...]:
        """Those that were given up, the last first: their keys, and why."""
        query = select(Job.key, Job.problem).where(Job.died.is_not(None)).order_by(Job.died.desc())
        with reading(self._engine) as connection:
            return tuple((row.key, row.problem or "") for row in connection.execute(query).all())

    def forget_old(self) -> int:
        """Delete what died long ago; how many that were."""
        with self._engine.begin() as connection:
            return connection.execute(delete(Job).where(Job.died < self._clock() - KEEP_DEAD)).rowcount

    def _take(self, which: ColumnElement[bool], seconds: float) -> DueJob | None:
        now, lease = self._clock(), f"{self._me}{uuid.uuid4().hex}"
        free = Job.died.is_(None), Job.due <= now, Job.leased_until <= now
        found = select(Job.id).where(which, *free).order_by(Job.due, Job.id).limit(1)
        taken = (
            update(Job)
            # SQLite has one writer at a time and leaves the locking out.
            .where(Job.id == found.with_for_update(skip_locked=True).scalar_subquery(), *free)
            .values(lease=lease, leased_until=now + seconds, attempts=Job.attempts + 1)
            .returning(Job.id, Job.kind, Job.payload, Job.attempts)
        )
        with self._engine.begin() as connection:
            row = connection.execute(taken).one_or_none()
        return DueJob(row.id, lease, row.kind, row.payload, row.attempts) if row else None

    def _write(self, job: DueJob, **values: Any) -> bool:
        with self._engine.begin() as connection:
            return connection.execute(update(Job).where(*_mine(job)).values(**values)).rowcount == 1


def _mine(job: DueJob) -> tuple[ColumnElement[bool], ...]:
    return Job.id == job.row, Job.lease == job.lease, Job.died.is_(None)
