"""Why a Seerr-family server said no: its status and message, as an error of the port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backends import outbound_errors_told
from media_backends import (
    AlreadyRequested,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendUnreachable,
    CsrfProtected,
    KeyRefused,
    NotAllowed,
    QuotaUsedUp,
    RequestRefused,
    TitleBlocked,
    TitleUnknown,
)
from outbound import Broken, fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outbound import Answer

#: What a 403 means, by words in its message (lower case); the first that fits.
FORBIDDEN: Final[tuple[tuple[str, type[BackendError]], ...]] = (
    ("csrf", CsrfProtected),
    ("quota", QuotaUsedUp),
    ("blocklisted", TitleBlocked),
    ("blacklisted", TitleBlocked),  # as Jellyseerr says it
    ("permission to access this endpoint", KeyRefused),  # a wrong key too
    ("permission", NotAllowed),
)


def row_of(answer: Answer, host: str) -> Mapping[str, object]:
    """The JSON object that was answered. Raises BackendBroken."""
    with outbound_errors_told():
        body = answer.json()
    if not isinstance(body, dict):
        message = f"{host} answered JSON of another shape (status {answer.status})"
        raise BackendBroken(message)
    return fields.as_row(body)


def why_not_read(answer: Answer, host: str) -> BackendError:
    """The error behind an answer to a GET that is not 200."""
    told = f"{host} said {answer.status}: {_message(answer)}"
    match answer.status:
        case 401 | 403:
            return KeyRefused(told)
        case 404:
            return TitleUnknown(told)
        case 429 | 503:
            return BackendBusy(told, answer.retry_after)
        case 502 | 504:  # a proxy speaks: nobody stands behind it
            return BackendUnreachable(told)
        case _:
            return BackendBroken(told)


def why_not_requested(answer: Answer, host: str) -> BackendError:
    """The error behind an answer to POST /request that is not 201; BackendUnavailable leaves it open what was made."""
    message = _message(answer)
    told = f"{host} said {answer.status}: {message}"
    match answer.status:
        case 202 | 409:  # 202: no season was left to ask for, nothing was made
            return AlreadyRequested(told)
        case 400:
            return RequestRefused(told)
        case 401:
            return KeyRefused(told)
        case 403:
            return _why_forbidden(message)(told)
        case 429 | 503:
            return BackendBusy(told, answer.retry_after)
        case 500 if "[TMDB]" in message and message.endswith("404"):
            return TitleUnknown(told)
        case _:
            return BackendBroken(told)


def _why_forbidden(message: str) -> type[BackendError]:
    spoken = message.lower()
    return next((error for words, error in FORBIDDEN if words in spoken), KeyRefused)


def _message(answer: Answer) -> str:
    """What the server says, in `message` or, from its middleware, in `error`; never more than a line."""
    try:
        said = fields.text(fields.as_row(answer.json()), "message", "error")
    except Broken as error:
        return str(error)
    return (said or "no reason given")[:200]
