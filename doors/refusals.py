"""Saying no to a caller, in one shape: {"error": {"code": …, "message": …}}."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from flask import Response, jsonify, request
from werkzeug.exceptions import HTTPException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

log = logging.getLogger(__name__)

#: What a status is called, and what it tells a caller who gave no further reason.
CODES: Final = {
    400: ("bad_request", "The request cannot be understood."),
    401: ("unauthorized", "A key is needed: send the header 'Authorization: Bearer KEY'. KEY is VOICE_TOKEN."),
    403: (
        "forbidden",
        "Pages of other sites may not ask this: call without the header Origin, or from our own.",
    ),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "The request is too large."),
    415: ("unsupported_media_type", "Send JSON: 'Content-Type: application/json'."),
    429: ("rate_limited", "Too many requests in a short time. Wait as many seconds as Retry-After says."),
    500: ("internal", "Something went wrong on our side. It has been logged."),
}


class Refused(Exception):
    """The caller is turned away with this status; `message` tells how to do it right, `headers` go along."""

    def __init__(self, status: int, message: str | None = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message or CODES[status][1])
        self.status = status
        self.headers = dict(headers or {})


def refusal(status: int, message: str | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that turns a caller away."""
    code, default = CODES.get(status, ("error", "The request failed."))
    response = jsonify(error={"code": code, "message": message or default})
    response.status_code = status
    response.headers.update(headers or {})
    return response


def answer_errors_with_json(app: Flask) -> None:
    """Every error leaves in the one shape; what nobody expected is logged and says nothing of itself."""

    @app.errorhandler(Refused)
    def refused(problem: Refused) -> Response:
        return refusal(problem.status, str(problem), problem.headers)

    @app.errorhandler(HTTPException)
    def http(problem: HTTPException) -> Response:
        kept = {name: value for name, value in problem.get_headers() if name in {"Allow", "Retry-After"}}
        return refusal(problem.code or 500, headers=kept)

    @app.errorhandler(Exception)
    def bug(problem: Exception) -> Response:
        log.error("%s %s failed", request.method, request.path, exc_info=problem)
        return refusal(500)
