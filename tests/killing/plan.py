"""How hard it comes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that chance does follows from `seed`, but for what the machine does meanwhile."""

    seed: int
    wishes: int = 600
    senders: int = 4  # processes that send
    kills: int = 8  # kill -9
    fails: float = 0.10  # the share of calls that meet 500, 503 or a reset
    silent: float = 0.05  # the share that is carried out and never answered
    speed: float = (
        4.0  # how many of the senders' seconds go by in one: a lease that nobody holds any more runs out sooner
    )
    patience: float = 55.0  # seconds until it counts as stuck
