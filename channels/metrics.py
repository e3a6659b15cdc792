"""GET /metrics and /health/detail: for whoever looks after the service and has a key. Neither waits for the backend.

The first is read by Prometheus, the second by the owner: how well all is that a turn depends on, and why not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front
from doors.described import Answer, Operation
from doors.metering import CONTENT_TYPE
from errands.condition import Health

if TYPE_CHECKING:
    from collections.abc import Sequence

    from errands.condition import Condition

#: The worst comes first: so well is the whole.
_WORST: Final = (Health.UNHEALTHY, Health.DEGRADED, Health.UNKNOWN, Health.HEALTHY)


class ServiceHealth(BaseModel):
    """How well one service is; null: not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: Health
    why: Annotated[str | None, Field(description="Only where it is not healthy.")]
    checked_seconds_ago: Annotated[float, Field(ge=0)] | None
    so_for_seconds: Annotated[float, Field(ge=0)] | None
    latency_seconds: Annotated[float, Field(ge=0)] | None
    uptime_last_day: Annotated[float, Field(ge=0, le=1)] | None


class Detail(BaseModel):
    """How well all is; the whole is as well as the worst of its parts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Health
    breaker: Annotated[str, Field(description="open while the request manager is left alone for a moment.")]
    services: dict[str, ServiceHealth]


def open_metrics(front: Front) -> Blueprint:
    """The blueprint of these pages."""
    blueprint = Blueprint("metrics", __name__)

    @blueprint.get("/metrics")
    def metrics() -> Response:
        front.guard.admit(request, "metrics")
        return Response(front.care.meter.text(), content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})

    @blueprint.get("/health/detail")
    def detail() -> Response:
        front.guard.admit(request, "metrics")
        conditions, now = front.care.conditions(), front.now()
        response = jsonify(
            status=_whole(conditions),
            breaker="open" if front.sight().resting else "closed",
            services={condition.service: _told(condition, now) for condition in conditions},
        )
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


OPERATIONS: Final = (
    Operation("get", "/health/detail", "health", "How well all is", {200: Answer(Detail, "As far as is known.")}),
)
CHANNEL: Final = Channel("metrics", 1.0, open_metrics, operations=OPERATIONS)
