"""Figures for whoever watches the service with Prometheus: counted as things happen, read when they are asked for.

Each service has a registry of its own, so that two in one process count apart. Labels are taken from small, closed
sets (channel, intent, outcome): never what somebody said, never who.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from errands.condition import Condition

#: In seconds: from a turn that needs nobody to the longest budget of a channel.
TURN_SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 20.0)
CALL_SECONDS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0)
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
#: The outcome of a turn that ended in an error of ours.
FAILED: Final = "failed"
#: A gauge of the moment: name, what it tells, its value.
Gauge = tuple[str, str, float]


class Meter:
    """Counts what happens in one service. Safe for many threads."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry(auto_describe=False)
        self._turns = Counter("overtalkerr_turns", "Turns taken.", ("channel", "intent", "outcome"), registry=registry)
        # Without labels it stands there from the start: of one that appears with its first failure, that one is lost.
        self._failed = Counter("overtalkerr_turns_failed", "Turns that ended in an error of ours.", registry=registry)
        self._seconds = Histogram(
            "overtalkerr_turn_seconds", "Seconds a turn took.", ("channel",), buckets=TURN_SECONDS, registry=registry
        )
        self._calls = Counter(
            "overtalkerr_backend_calls", "Calls to the request manager.", ("method", "outcome"), registry=registry
        )
        self._call_seconds = Histogram(
            "overtalkerr_backend_call_seconds",
            "Seconds they took.",
            ("method",),
            buckets=CALL_SECONDS,
            registry=registry,
        )
        self._webhooks = Counter("overtalkerr_webhooks", "Webhooks.", ("sender", "outcome"), registry=registry)
        self._notices = Counter("overtalkerr_notices", "Messages to people.", ("way", "outcome"), registry=registry)

    def turn(self, channel: str, intent: str, outcome: str, seconds: float) -> None:
        """A turn was answered."""
        self._turns.labels(channel, intent, outcome).inc()
        self._seconds.labels(channel).observe(seconds)
        if outcome == FAILED:
            self._failed.inc()

    def call(self, method: str, outcome: str, seconds: float) -> None:
        """The request manager was called; `outcome` is "2xx" … or what went wrong."""
        self._calls.labels(method, outcome).inc()
        self._call_seconds.labels(method).observe(seconds)

    def webhook(self, sender: str, outcome: str) -> None:
        """A webhook came in."""
        self._webhooks.labels(sender, outcome).inc()

    def notice(self, way: str, outcome: str) -> None:
        """Somebody was told, or could not be."""
        self._notices.labels(way, outcome).inc()

    def watch(self, conditions: Callable[[], Iterable[Condition]], gauges: Callable[[], Iterable[Gauge]]) -> None:
        """Ask these each time the figures are read."""
        self._registry.register(_Moment(conditions, gauges))

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)


class _Moment:
    """What is so at the moment in which somebody asks."""

    def __init__(self, conditions: Callable[[], Iterable[Condition]], gauges: Callable[[], Iterable[Gauge]]) -> None:
        self._conditions, self._gauges = conditions, gauges

    def collect(self) -> Iterator[GaugeMetricFamily]:
        health = GaugeMetricFamily(
            "overtalkerr_health", "1 for the state a service is in.", labels=("service", "state")
        )
        uptime = GaugeMetricFamily("overtalkerr_uptime_ratio", "Share of the last day it worked.", labels=("service",))
        for condition in self._conditions():
            health.add_metric((condition.service, condition.health), 1)
            if condition.uptime is not None:
                uptime.add_metric((condition.service,), condition.uptime)
        yield health
        yield uptime
        for name, told, value in self._gauges():
            yield GaugeMetricFamily(f"overtalkerr_{name}", told, value)
