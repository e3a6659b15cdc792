"""Why a Seerr-family server said no: its status and message, as an error of the port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backends import outbound_errors_told
from media_backends import (
    AlreadyRequested,
    BackendBlind,
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

CSRF: Final = "csrf"
#: What a 403 means, by words in its message (lower case); the first that fits.
FORBIDDEN: Final[tuple[tuple[str, type[BackendError]], ...]] = (
    (CSRF, CsrfProtected),
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
    message = message_of(answer)
    told = f"{host} said {answer.status}: {message}"
    match answer.status:
        case 401:
            return KeyRefused(told)
        case 403:
            return _why_forbidden(message)(told)
        case 404:
            return TitleUnknown(told)
        case _:
            return _why_not_answered(answer, told)


def why_not_requested(answer: Answer, host: str) -> BackendError:
    """The error behind an answer to POST /request that is not 201; BackendUnavailable leaves it open what was made."""
    message = message_of(answer)
    told = f"{host} said {answer.status}: {message}"
    match answer.status:
        case 202 | 409:  # 202: no season was left to ask for, nothing was made
            return AlreadyRequested(told)
        case 400:
            return RequestRefused(told)
        case 500 if "[TMDB]" in message:  # it looks the title up before it makes anything
            return TitleUnknown(told) if message.endswith("404") else BackendBlind(told)
        case _:
            return _why_not_written(answer, message, told)


def why_not_changed(answer: Answer, host: str) -> BackendError:
    """The error behind an answer to a call that takes back, approves or declines a request."""
    message = message_of(answer)
    return _why_not_written(answer, message, f"{host} said {answer.status}: {message}")


def _why_not_written(answer: Answer, message: str, told: str) -> BackendError:
    match answer.status:
        case 401 if "permission" in message.lower():  # so it is when a request is another's
            return NotAllowed(told)
        case 401:
            return KeyRefused(told)
        case 403:
            return _why_forbidden(message)(told)
        case 400 | 404:
            return RequestRefused(told)
        case _:
            return _why_not_answered(answer, told)


def _why_not_answered(answer: Answer, told: str) -> BackendError:
    match answer.status:
        case 429 | 503:
            return BackendBusy(told, answer.retry_after)
        case 502 | 504:  # a proxy speaks: nobody stands behind it
            return BackendUnreachable(told)
        case _:
            return BackendBroken(told)


def is_csrf(answer: Answer) -> bool:
    """True when a write was refused for want of a CSRF token: nothing was made."""
    return answer.status == 403 and CSRF in message_of(answer).lower()


def _why_forbidden(message: str) -> type[BackendError]:
    spoken = message.lower()
    return next((error for words, error in FORBIDDEN if words in spoken), KeyRefused)


def message_of(answer: Answer) -> str:
    """What the server says, in `message` or, from its middleware, in `error`; never more than a line."""
    try:
        said = fields.text(fields.as_row(answer.json()), "message", "error")
    except Broken as error:
        return str(error)
    return (said or "no reason given")[:200]
