"""GET /metrics: figures for Prometheus, for whoever has a key."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, request

from channels import Channel, Front
from doors.metering import CONTENT_TYPE


def open_metrics(front: Front) -> Blueprint:
    """The blueprint of this page."""
    blueprint = Blueprint("metrics", __name__)

    @blueprint.get("/metrics")
    def metrics() -> Response:
        front.guard.admit(request, "metrics")
        return Response(front.care.meter.text(), content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})

    return blueprint


CHANNEL: Final = Channel("metrics", 1.0, open_metrics)
