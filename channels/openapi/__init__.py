"""GET /openapi.json: what programs may ask, and what they are answered, as an OpenAPI document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from flask import Blueprint, Response, jsonify

from channels import Channel
from doors.described import Answer, Operation

if TYPE_CHECKING:
    from channels import Front


def open_openapi(front: Front) -> Blueprint:
    """The blueprint of the document, which is made when it is first asked for."""
    del front  # it is the same for every service
    blueprint = Blueprint("openapi", __name__)

    @cache
    def made() -> dict[str, Any]:
        from channels.openapi.document import document

        return document()

    @blueprint.get("/openapi.json")
    def openapi() -> Response:
        return jsonify(made())

    return blueprint


OPERATIONS: Final = (
    Operation(
        "get",
        "/openapi.json",
        "openapi",
        "This document",
        {200: Answer(dict[str, Any], "An OpenAPI 3.1 document.")},
        is_keyed=False,
    ),
)
CHANNEL: Final = Channel("openapi", 1.0, open_openapi, operations=OPERATIONS)
