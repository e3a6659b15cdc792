"""GET /health and /health/detail: for whoever looks after the service. Neither ever waits for the request manager.

The first is for everybody and cheap: is the service alive. The second tells the owner how well all is that it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, jsonify, request

from channels import Channel, Front
from errands.condition import Health

if TYPE_CHECKING:
    from collections.abc import Sequence

    from errands.condition import Condition

#: The worst comes first: so well is the whole.
_WORST: Final = (Health.UNHEALTHY, Health.DEGRADED, Health.UNKNOWN, Health.HEALTHY)


def open_health(front: Front) -> Blueprint:
    """The blueprint of this page."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health")
    def health() -> Response:
        sight, database = front.sight(), front.database_answers()
        age = None if sight.seen_at is None else round(max(0.0, front.now() - sight.seen_at), 1)
        response = jsonify(
            status="ok" if database else "failing",
            database=database,
            backend={
                "type": sight.type,
                "certain": sight.certain,
                "reachable": sight.reachable,
                "key_accepted": sight.key_accepted,
                "resting": sight.resting,
                "age_seconds": age,
            },
        )
        response.status_code = 200 if database else 503
        response.headers["Cache-Control"] = "no-store"
        return response

    @blueprint.get("/health/detail")
    def detail() -> Response:
        front.guard.admit(request, "metrics")
        conditions = front.care.conditions()
        breaker = "open" if front.sight().resting else "closed"
        told = {condition.service: _told(condition, front.now()) for condition in conditions}
        if "backend" in told:
            told["backend"] |= {"breaker": breaker, "type": front.sight().type}
        response = jsonify(status=_whole(conditions), services=told)
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint


def _whole(conditions: Sequence[Condition]) -> str:
    return min((condition.health for condition in conditions), key=_WORST.index, default=Health.UNKNOWN)


def _told(condition: Condition, now: float) -> dict[str, object]:
    checked, since = condition.checked, condition.since
    return {
        "state": condition.health,
        "why": condition.why,
        "checked_seconds_ago": None if checked is None else round(max(0.0, now - checked), 1),
        "so_for_seconds": None if since is None else round(max(0.0, now - since), 1),
        "latency_seconds": None if condition.seconds is None else round(condition.seconds, 4),
        "uptime_last_day": condition.uptime,
    }


CHANNEL: Final = Channel("health", 1.0, open_health)
