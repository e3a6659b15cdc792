"""What whoever looks after the service may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from errands.condition import Record
from errands.conditions import Conditions, Debts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doors.metering import Meter
    from errands.condition import Condition
    from errands.watch import Watch
    from storage.opening import Storage


@dataclass(frozen=True, slots=True)
class Care:
    """How well the services are, and the figures. Asking costs a few queries of the database, and waits for nobody."""

    conditions: Callable[[], Sequence[Condition]]
    meter: Meter


def open_care(storage: Storage, watch: Watch, now: Callable[[], float], meter: Meter) -> Care:
    """The care of one service; `now` gives Unix seconds."""

    def debts() -> Debts:
        outbox, dead = storage.outbox, storage.jobs.dead()
        return Debts(outbox.depth(), outbox.oldest(), outbox.last_problem(), dead, storage.due_since())

    ours = Record("database"), Record("outbox"), Record("jobs")
    conditions = Conditions(watch.record, *ours, lambda: watch.sight, storage.answers, debts, now)
    meter.watch(conditions.all, lambda: storage.gauges(now()))
    return Care(conditions.all, meter)
