"""All that keeps the requests that are followed up to date: webhooks that came in, and looks of our own."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from errands.reconciling import look_after
from errands.taking_in import NotYet, TakingIn
from errands.worker import Errand
from media_backends import BackendBroken, BackendUnavailable, KeyRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from errands.taking_in import Deliveries, Following
    from media_backends import MediaBackend

log = logging.getLogger(__name__)

#: Seconds between two looks for webhooks that came in, and until the next where the request manager did not answer.
EVERY: Final = 2.0
AFTER_A_FAILURE: Final = 10.0


def follow_requests(
    backend: Callable[[], MediaBackend],
    deliveries: Deliveries,
    following: Following,
    clock: Callable[[], float],
    every: float,
) -> tuple[Errand, ...]:
    """The errands; `every`: seconds between two rounds of looks, 0 for none. `clock` gives Unix seconds."""
    taking_in = TakingIn(backend, deliveries, following, clock)
    return take_in(deliveries, taking_in), *look_after(backend, following, clock, every)


def take_in(deliveries: Deliveries, taking_in: Callable[[Mapping[str, Any]], None]) -> Errand:
    """Look into each webhook that waits; those that have to be tried again wait on."""

    def run() -> float:
        for row in deliveries.waiting():
            try:
                taking_in({"delivery": row})
            except (NotYet, BackendBroken) as problem:  # the next one may fare better
                log.debug("A webhook waits: %s", problem)
            except (BackendUnavailable, KeyRefused) as problem:
                log.debug("Webhooks wait: %s", problem)
                return AFTER_A_FAILURE
        return EVERY

    return Errand("take in webhooks", run)
