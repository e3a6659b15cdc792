"""How well all is: the request manager as it was seen last, the database as it answers, what is owed as it stands."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from errands.condition import Condition, Health

if TYPE_CHECKING:
    from collections.abc import Callable

    from errands.condition import Record
    from errands.watch import Sight

#: What is owed for longer, in seconds, has met with a difficulty.
LATE: Final = 300.0


@dataclass(frozen=True, slots=True)
class Debts:
    """What is owed."""

    count: int
    oldest: float | None  # Unix seconds of the oldest wish; None where nothing is owed
    problem: str | None  # of the last attempt that failed
    dead: tuple[tuple[str, str], ...] = ()  # jobs that were given up, the last first: their keys, and why
    due_since: float | None = None  # Unix seconds since which something is due that nobody has in hand


@dataclass(frozen=True, slots=True)
class Conditions:
    """Everything that a turn depends on."""

    backend: Record
    database: Record
    outbox: Record
    jobs: Record
    sight: Callable[[], Sight]
    database_answers: Callable[[], bool]
    debts: Callable[[], Debts]
    now: Callable[[], float]  # Unix seconds

    def all(self) -> tuple[Condition, ...]:
        """As they are now."""
        began = time.perf_counter()
        if self.database_answers():
            self.database.note(Health.HEALTHY, self.now(), seconds=time.perf_counter() - began)
            debts = self.debts()
            self._look_at_owed(debts)
            self._look_at_jobs(debts)
        else:
            self.database.note(
                Health.UNHEALTHY,
                self.now(),
                why="the database does not answer, or takes nothing that is written; see the log",
            )
        return (self._backend(), self.database.condition, self.outbox.condition, self.jobs.condition)

    def _backend(self) -> Condition:
        seen, sight = self.backend.condition, self.sight()
        if not sight.resting or seen.health is Health.UNHEALTHY:
            return seen
        why = "it failed so often in a row that it is left alone for a moment"
        return Condition(seen.service, Health.DEGRADED, why, seen.checked, seen.since, seen.seconds, seen.uptime)

    def _look_at_jobs(self, debts: Debts) -> None:
        now = self.now()
        if debts.due_since is not None and now - debts.due_since >= LATE:
            why = f"something has been due for {(now - debts.due_since) / 60:.0f} min, and nobody does it: "
            why += "with WORKERS=0, script/worker has to run"
            self.jobs.note(Health.UNHEALTHY, now, why=why)
        elif debts.dead:
            (key, problem), count = debts.dead[0], len(debts.dead)
            self.jobs.note(Health.DEGRADED, now, why=f"{count} given up, the last one {key}: {problem}")
        else:
            self.jobs.note(Health.HEALTHY, now)

    def _look_at_owed(self, debts: Debts) -> None:
        now = self.now()
        late = 0.0 if debts.oldest is None else now - debts.oldest
        if late < LATE:
            self.outbox.note(Health.HEALTHY, now)
            return
        reason = f": {debts.problem}" if debts.problem else ""
        self.outbox.note(Health.DEGRADED, now, why=f"{debts.count} owed, the oldest for {late / 60:.0f} min{reason}")
