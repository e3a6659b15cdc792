"""Keeping an eye on the request manager: which one it is, whether it answers, whether it takes our key."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from errands.condition import Health, Record
from media_backends import (
    BackendBroken,
    BackendError,
    BackendFactory,
    BackendResting,
    BackendUnavailable,
    KeyRefused,
    Settled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from media_backends import BackendType, MediaBackend, Opening, Settle

log = logging.getLogger(__name__)

#: What it is called where the health of services is told.
SERVICE: Final = "backend"
#: Seconds between looks while all is well, and while it is not.
CALM: Final = 60.0
ANXIOUS: Final = 5.0
PATIENCE: Final = 5.0
#: A look that takes longer, in seconds, finds a server on which turns will often be late.
SLOW: Final = 2.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What was last known of the backend, and when (Unix seconds; None: not looked yet)."""

    type: str
    certain: bool  # False while nothing has answered yet and Overseerr was assumed
    reachable: bool | None = None
    key_accepted: bool | None = None
    problem: str | None = None
    seen_at: float | None = None
    resting: bool = False  # left alone for a moment, since it failed so often


class Watch:
    """Holds the backend that turns use, and looks after it. Reading it never waits."""

    def __init__(
        self,
        settled: Settled,
        settle: Callable[[], Settled],
        clock: Callable[[], float],
        is_back: Callable[[], object] = lambda: None,
    ) -> None:
        """`settle` finds out which one it is, or raises BackendUnavailable while nobody answers; `clock`: Unix time.

        `is_back` is called when it takes our calls again, or for the first time since the start.
        """
        self._is_back = is_back
        self._settled, self._settle, self._clock = settled, settle, clock
        self.record = Record(SERVICE)  # how well it is, by each look
        self._sight = Sight(settled.backend.backend_type, settled.certain)
        self._stranger: str | None = None  # what was last said of somebody unknown at the address
        self._lock = threading.Lock()

    @property
    def backend(self) -> MediaBackend:
        """The backend as far as it is known now."""
        return self._settled.backend

    @property
    def sight(self) -> Sight:
        """What the last look saw; and whether calls are being held back now."""
        return replace(self._sight, resting=self.backend.rests)

    def look(self) -> float:
        """Look once, off the voice path; returns the seconds until the next look."""
        with self._lock:
            if not self._settled.certain:
                self._detect_again()
            before, began = self._sight, self._clock()
            self._sight, is_another = self._see()
            if is_another and self._detect_again():
                began = self._clock()
                self._sight, _ = self._see()
            _note(self.record, self._sight, self._clock() - began)
        if before.seen_at is None or self._sight.problem != before.problem:
            _tell(self._sight)
        if self._sight.key_accepted and not before.key_accepted:
            self._is_back()
        return CALM if self._sight.key_accepted else ANXIOUS

    def close(self) -> None:
        """Let go of the backend's connections."""
        self._settled.backend.close()

    def _detect_again(self) -> bool:
        """Find out anew which one it is; True when that changed."""
        try:
            found = self._settle()
        except BackendUnavailable as problem:
            log.debug("Still nobody answers: %s", problem)
            return False
        except BackendError as problem:
            if str(problem) != self._stranger:
                log.error("%s", problem)  # noqa: TRY400 - the text says it all
            self._stranger = str(problem)
            return False
        before, known = self._settled.backend, self._settled.certain
        if known and found.backend.backend_type is before.backend_type:
            found.backend.close()
            return False
        if known:
            log.info("The request manager is %s now, no longer %s.", found.backend.backend_type, before.backend_type)
        # The old one is not closed: turns that run now may still be using it.
        self._settled = found
        return True

    def _see(self) -> tuple[Sight, bool]:
        """What there is to see, and whether it seems to be another product than it was: it may have been upgraded."""
        backend = self._settled.backend
        reachable: bool | None = True
        key_accepted: bool | None = True
        problem, is_another = None, False
        try:
            account = backend.account(timeout=PATIENCE)
            is_another = account.answers_as not in {None, backend.backend_type}
        except KeyRefused as refused:
            key_accepted, problem = False, str(refused)
        except BackendResting as resting:  # it was not asked: what it said last is what the owner can mend
            reachable, key_accepted, problem = False, None, self._sight.problem or str(resting)
        except BackendUnavailable as unavailable:
            reachable, key_accepted, problem = False, None, str(unavailable)
            is_another = isinstance(unavailable, BackendBroken)
        except BackendError as other:
            key_accepted, problem = None, str(other)
        seen = Sight(backend.backend_type, self._settled.certain, reachable, key_accepted, problem, self._clock())
        return seen, is_another


def open_watch(
    opening: Opening, backend_type: BackendType | None, settle: Settle, is_back: Callable[[], object] = lambda: None
) -> Watch:
    """Find the backend; while nobody answers, the watch looks again. A type that is given stays, whatever answers.

    `is_back`: see Watch.

    Raises BackendError when something answers that we do not know, or the address cannot be used.
    """

    def settle_again() -> Settled:
        found = backend_type or BackendFactory.detect_backend_type(opening.base_url, ca_file=opening.ca_file)
        return settle(opening, found)

    return Watch(settle(opening, backend_type), settle_again, opening.clock, is_back)


def _note(record: Record, sight: Sight, seconds: float) -> None:
    at = sight.seen_at or 0.0
    if sight.problem is not None:
        record.note(Health.UNHEALTHY, at, why=sight.problem, seconds=seconds)
    elif seconds > SLOW:
        record.note(Health.DEGRADED, at, why=f"it took {seconds:.1f} s to answer", seconds=seconds)
    else:
        record.note(Health.HEALTHY, at, seconds=seconds)


def _tell(sight: Sight) -> None:
    if sight.problem is None:
        log.info("The request manager (%s) answers and accepts the key.", sight.type)
    else:
        log.warning("The request manager (%s): %s", sight.type, sight.problem)
