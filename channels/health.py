"""GET /health: for whoever looks after the service. It tells what is known and never waits for the backend."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front
from doors.described import Answer, Operation


class BackendHealth(BaseModel):
    """What is known of the request manager; null: not known yet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    certain: Annotated[bool, Field(description="False while nothing has answered yet and Overseerr is assumed.")]
    reachable: bool | None
    key_accepted: bool | None
    resting: Annotated[bool, Field(description="Left alone for a moment, since it failed so often.")]
    age_seconds: Annotated[float, Field(ge=0)] | None


class Health(BaseModel):
    """How the service is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["ok", "failing"]
    database: bool
    backend: BackendHealth


def open_health(front: Front) -> Blueprint:
    """The blueprint of this page."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health")
    def health() -> Response:
        sight, database = front.sight(), front.database_answers()
        age = None if sight.seen_at is None else round(max(0.0, front.now() - sight.seen_at), 1)
        backend = BackendHealth(
            type=sight.type,
            certain=sight.certain,
            reachable=sight.reachable,
            key_accepted=sight.key_accepted,
            resting=sight.resting,
            age_seconds=age,
        )
        told = Health(status="ok" if database else "failing", database=database, backend=backend)
        response = jsonify(told.model_dump(mode="json"))
        response.status_code = 200 if database else 503
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint


OPERATIONS: Final = (
    Operation(
        "get",
        "/health",
        "health",
        "How the service is",
        {
            200: Answer(Health, "It works."),
            503: Answer(Health, "The database does not answer, or takes nothing that is written."),
        },
        is_keyed=False,
        is_counted=False,
    ),
)
CHANNEL: Final = Channel("health", 1.0, open_health, operations=OPERATIONS, is_counted=False)
