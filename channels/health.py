"""GET /health: for whoever looks after the service. It tells what is known and never waits for the backend."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, jsonify

from channels import Channel, Front


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

    return blueprint


CHANNEL: Final = Channel("health", 1.0, open_health, is_counted=False)
