"""Working off the jobs: each by what is done about its kind, again and again until it is done or given up."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from errands.worker import AFTER_A_BUG, Errand

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from media import DueJob

log = logging.getLogger(__name__)

#: Seconds between two looks, at most: a job that another process puts down waits no longer.
LOOK_EVERY: Final = 2.0
#: Nobody else takes up a job for this long, in seconds.
LEASE: Final = 120.0
#: Kind of the jobs that never go.
PERIODIC: Final = "periodic"


class Hopeless(Exception):
    """Trying this job again will not help; the text says why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is done about jobs of one kind.

    `run` gets the payload and returns once it is done. It may be called again for what it did already: after a crash,
    or when it took longer than `lease` seconds. What it raises is logged, and it is called again later, after
    `retry_after` seconds at least where the exception has such an attribute; Hopeless ends it.
    """

    name: str
    run: Callable[[Mapping[str, Any]], object]
    lease: float = LEASE


class Jobs(Protocol):
    """Where jobs stand (storage keeps them)."""

    def put(self, kind: str, key: str, payload: Mapping[str, Any] | None = None, *, after: float = 0.0) -> bool: ...
    def lease(self, kinds: Collection[str], seconds: float) -> DueJob | None: ...
    def take(self, key: str, seconds: float) -> DueJob | None: ...
    def finish(self, job: DueJob) -> bool: ...
    def again(self, job: DueJob, seconds: float) -> bool: ...
    def postpone(
        self, job: DueJob, problem: str, *, asked: float | None = None, hopeless: bool = False
    ) -> float | None: ...
    def next_due(self, kinds: Collection[str]) -> float | None: ...


def work_off(jobs: Jobs, kinds: Sequence[Kind], stops: Callable[[], bool] = lambda: False) -> Errand:
    """Do every job that is due, one at a time; no further one once `stops`."""
    known = {kind.name: kind for kind in kinds}

    def run() -> float:
        lease = max((kind.lease for kind in kinds), default=LEASE)
        while known and not stops() and (job := jobs.lease(known, lease)) is not None:
            _do(job, known[job.kind], jobs)
        due = jobs.next_due(known) if known else None
        return LOOK_EVERY if due is None else min(LOOK_EVERY, max(0.0, due))

    return Errand("work off jobs", run)


def by_one_of_all(errand: Errand, jobs: Jobs) -> Errand:
    """The same errand, run by one process at a time, and no more often for there being several."""
    key, was_put = f"{PERIODIC}:{errand.name}", False

    def run() -> float:
        nonlocal was_put
        if not was_put:
            jobs.put(PERIODIC, key)
            was_put = True
        job = jobs.take(key, LEASE)
        if job is None:
            return LOOK_EVERY
        seconds = _seconds(errand)
        jobs.again(job, seconds)
        return seconds

    return Errand(errand.name, run)


def _seconds(errand: Errand) -> float:
    try:
        return errand.run()
    except Exception:
        log.exception("The errand %r failed; it will run again in %.0f s.", errand.name, AFTER_A_BUG)
        return AFTER_A_BUG


def _do(job: DueJob, kind: Kind, jobs: Jobs) -> None:
    try:
        kind.run(job.payload)
    except Exception as problem:
        hopeless = isinstance(problem, Hopeless)
        text, asked = f"{type(problem).__name__}: {problem}", getattr(problem, "retry_after", None)
        delay = jobs.postpone(job, text, asked=asked, hopeless=hopeless)
        if delay is None:
            log.exception("The job %s %d is given up.", job.kind, job.row)
        else:
            log.warning("The job %s %d failed and is tried again in %.0f s: %s", job.kind, job.row, delay, text)
    else:
        if not jobs.finish(job):
            log.warning("The job %s %d took longer than its lease; somebody else may do it again.", job.kind, job.row)
