"""Why Ombi said no: the status where it is not 200, else the result in the body, as an error of the port.

Ombi answers nearly every refusal with 200. Its `errorCode` names the reason where there is one; the rules for shows
drop it, and the English of `errorMessage` is all that is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from media_backends import (
    AlreadyRequested,
    BackendBlind,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendUnreachable,
    KeyRefused,
    NotAllowed,
    QuotaUsedUp,
    RequestRefused,
    UserUnknown,
)
from outbound import Broken, fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outbound import Answer

#: Ends (or wholes) of `errorCode`.
CODES: Final[Mapping[str, type[BackendError]]] = {
    "AlreadyRequested": AlreadyRequested,
    "EpisodesAlreadyRequested": AlreadyRequested,
    "NoPermissions": NotAllowed,
    "NoPermissionsOnBehalf": NotAllowed,
    "NoPermissionsRequestMovie": NotAllowed,
    "NoPermissionsRequestTV": NotAllowed,
    "MovieRequestQuotaExceeded": QuotaUsedUp,
    "TvRequestQuotaExceeded": QuotaUsedUp,
}
#: Words of `errorMessage` in lower case; the first that fits. A film that Radarr has "already" is under way.
WORDS: Final[tuple[tuple[str, type[BackendError]], ...]] = (
    ("quota", QuotaUsedUp),
    ("permission", NotAllowed),
    ("already", AlreadyRequested),
    ("try again later", BackendBlind),  # TMDB gave it no film for this id, though it had one a moment ago
)
#: What .NET says where a request, a film or a show is not there: Ombi does not look before it steps.
STUMBLED: Final = "object reference not set"


class NothingThere(BackendBroken):
    """Ombi fell over something that is not there, most often because the id is one it does not know."""


def why_not_answered(answer: Answer, host: str, *, user: str | None, looking_up: bool) -> BackendError:
    """The error behind an answer that is neither 200 nor 204."""
    said, is_its_own = _said(answer)
    told = f"{host} said {answer.status}: {said}"
    match answer.status:
        case 401 if "invalid user" in said.lower():
            return UserUnknown(told)
        case 401:
            return KeyRefused(told)
        case 403:
            return NotAllowed(told) if user else KeyRefused(told)
        case 429 | 503:
            return BackendBusy(told, answer.retry_after)
        case 502 | 504:  # a proxy speaks: nobody stands behind it
            return BackendUnreachable(told)
        case 500 if looking_up and is_its_own:  # an id that TMDB does not know is no 500
            return BackendBlind(told)
        case 500 if STUMBLED in said.lower():
            return NothingThere(told)
        case _:
            return BackendBroken(told)


def why_refused(result: Mapping[str, object], host: str) -> BackendError | None:
    """The error that a result (a body with `result`, `isError`, `errorCode` ...) tells of, if any."""
    code = fields.text(result, "errorCode")
    message = fields.text(result, "errorMessage") or ""
    if not (fields.flag(result, "isError") or code or message):
        return None
    told = f"{host} refused: {code or 'no code'}, {message[:200] or 'no reason given'}"
    spoken = message.lower()
    by_words = next((error for words, error in WORDS if words in spoken), RequestRefused)
    return CODES.get(code or "", by_words)(told)


def _said(answer: Answer) -> tuple[str, bool]:
    """What it says, in no more than a line, and whether that is Ombi's own JSON rather than a proxy's page."""
    try:
        said = fields.text(fields.as_row(answer.json()), "error", "title")
    except Broken as error:
        is_text = bool(answer.body) and "html" not in answer.content_type.lower() and len(answer.body) < 100
        return (answer.body.decode(errors="replace") if is_text else str(error)), False
    return (said or "no reason given")[:200], said is not None
