"""The errands there are: what each does, and how often."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from errands.worker import Errand
from media_backends import BackendBroken, BackendError, BackendUnavailable, BackendUnreachable, KeyRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from media import Owing

log = logging.getLogger(__name__)

#: Seconds between looks for owed requests, and between clearings.
OWED_EVERY: Final = 2.0
CLEAR_EVERY: Final = 600.0
#: After so many failures in a row the backend is down, and the others wait for the next look.
ENOUGH: Final = 3


def send_owed(
    lease_due: Callable[[], Owing | None],
    send: Callable[[Owing], object],
    put_off: Callable[[Owing, str, str], object],
    stops: Callable[[], bool] = lambda: False,
) -> Errand:
    """Send what is owed and due, one at a time; no further one once `stops`. `send` settles or postpones by itself.

    `put_off` gets what met with a bug of ours instead: the problem, and the key of what is said of it.
    """

    def run() -> float:
        failed = 0  # in a row
        while failed < ENOUGH and not stops() and (owing := lease_due()) is not None:
            try:
                send(owing)
                log.info("%s was owed and is settled now.", owing.wish.key)
                failed = 0
            except (BackendUnreachable, BackendBroken):
                failed += 1  # a single answer may be lost on the way
            except (BackendUnavailable, KeyRefused):
                break  # the others would fare no better now
            except Exception as bug:
                log.exception("Sending %s failed.", owing.wish.key)
                put_off(owing, f"{type(bug).__name__}: {bug}", BackendError.speech_key)
        return OWED_EVERY

    return Errand("send what is owed", run)


def clear_old(*forget: Callable[[], int]) -> Errand:
    """Delete what is past its age."""

    def run() -> float:
        gone = sum(forget_old() for forget_old in forget)
        if gone:
            log.info("Cleared away %d old rows.", gone)
        return CLEAR_EVERY

    return Errand("clear away what is old", run)
