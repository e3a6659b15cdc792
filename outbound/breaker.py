"""A circuit breaker: a server that failed often in a row is left alone for a moment, and the answer comes at once.

It stands beside two other bounds and needs no third: every call has its own deadline, and the pool that makes the
calls has so many threads and no more, which is the bulkhead. The breaker spares those threads, and the people who
would wait for them, while nothing good can come of a call.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from outbound.errors import BadAddress, Broken, OutboundError, Redirected, Resting, TimedOut, Unreachable

if TYPE_CHECKING:
    from collections.abc import Callable

    from outbound.session import Answer

FAILURES: Final = 5  # in a row, until it opens
PAUSE: Final = 10.0  # seconds, until one call may try again
#: A call that had less time than this, in seconds, and did not make it says nothing about the server.
FAIR_CHANCE: Final = 1.0
#: What a proxy says when nobody stands behind it, or the server when it is overwhelmed.
AWAY: Final = frozenset({502, 503, 504})


@dataclass(frozen=True, slots=True)
class BreakerState:
    """What a breaker knows."""

    failures: int  # in a row
    rests_for: float | None  # seconds until the next try; None while calls go through


class Breaker:
    """Lets calls through while they succeed; for one server, from as many threads as you like."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, failures: int = FAILURES, pause: float = PAUSE
    ) -> None:
        """`clock` counts seconds; it opens after so many failures in a row, for a `pause` of so many seconds."""
        self._clock, self._most, self._pause = clock, failures, pause
        self._lock = threading.Lock()
        self._failures = 0
        self._tries_at: float | None = None  # while open: when one call may try
        self._probing = False

    @property
    def state(self) -> BreakerState:
        """What is known now; never waits for a call."""
        with self._lock:
            rests_for = None if self._tries_at is None else max(0.0, self._tries_at - self._clock())
            return BreakerState(self._failures, rests_for)

    def call(self, make: Callable[[], Answer], what: str, timeout: float) -> Answer:
        """Make the call, which has `timeout` seconds, or raise Resting at once; `what` names it."""
        probe = self._enter(what)
        verdict: bool | None = None  # whether the server is well; None: that says nothing
        try:
            answer = make()
            verdict = _is_well(answer)
        except OutboundError as error:
            verdict = _verdict(error, timeout)
            raise
        finally:
            self._leave(verdict, probe=probe)
        return answer

    def _enter(self, what: str) -> bool:
        with self._lock:
            if self._tries_at is None:
                return False
            if self._probing or self._clock() < self._tries_at:
                raise Resting(f"{what} was not sent: the server failed {self._failures} times in a row")
            self._probing = True
            return True

    def _leave(self, verdict: bool | None, *, probe: bool) -> None:  # noqa: FBT001 - three answers, not a switch
        with self._lock:
            self._probing = self._probing and not probe
            if verdict:
                self._failures, self._tries_at = 0, None
            elif verdict is False:
                self._failures += 1
                # Calls that were under way when it opened do not make the pause longer.
                if probe or (self._tries_at is None and self._failures >= self._most):
                    self._tries_at = self._clock() + self._pause


def _is_well(answer: Answer) -> bool:
    """A refusal comes from a server that is well; so does a 500 in JSON, which tells of one title it could not get."""
    return answer.status not in AWAY and (answer.status < 500 or "json" in answer.content_type)


def _verdict(error: OutboundError, timeout: float) -> bool | None:
    match error:
        case BadAddress():
            return None
        case Redirected():
            return True
        case TimedOut():
            return False if timeout >= FAIR_CHANCE else None
        case Unreachable() | Broken():
            return False
        case _:
            return None
