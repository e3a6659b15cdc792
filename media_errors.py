"""What can go wrong with a request manager.

Errors, one class a consequence; `speech_key` names the sentence a person hears::

    BackendError
    ├── BackendUnavailable      try again later; nothing is known about the answer
    │   ├── BackendUnreachable      nobody answers at the address
    │   ├── BackendTooSlow          no answer within the time we had
    │   ├── BackendBusy             429 or 503: it asks for patience (`retry_after` seconds)
    │   ├── BackendBroken           it answers, but nothing that makes sense
    │   ├── BackendBlind            it answers, but cannot look titles up (its TMDB does not answer)
    │   └── BackendResting          it failed so often lately that it is left alone for a moment
    ├── KeyRefused              the owner must mend the key
    ├── RequestRefused          it will not take this request, and asking again will not help
    │   ├── NotAllowed              the user lacks the permission
    │   ├── QuotaUsedUp             the user's quota is used up
    │   ├── TitleBlocked            the title is on the blocklist
    │   ├── CsrfProtected           CSRF protection is on: the owner must switch it off
    │   ├── TitleUnknown            it knows no such title
    │   ├── UserUnknown             it knows no such user, or the user's id cannot be sent
    │   └── Unsupported             it cannot do that at all (see `Ability`)
    ├── AlreadyRequested        somebody asked for it before: nothing was made
    └── UnknownBackend          something answers, but nothing that we know (at start)

"Nothing found" is an empty answer and never an error; "could not ask" is an error and never an empty answer.
"""

from __future__ import annotations

from typing import ClassVar


class BackendError(Exception):
    """The backend could not do what it was asked. The text is for the owner's log, never spoken."""

    speech_key: ClassVar[str] = "backend-broken"


class BackendUnavailable(BackendError):
    """Try again later; nothing is known about the answer."""

    retry_after: float | None = None  # seconds the backend asked us to wait


class BackendUnreachable(BackendUnavailable):
    """Nobody answers at the address."""

    speech_key = "backend-unreachable"


class BackendTooSlow(BackendUnavailable):
    """No whole answer came within the time we had."""

    speech_key = "backend-too-slow"


class BackendBusy(BackendUnavailable):
    """The backend asks for patience (429 or 503)."""

    speech_key = "backend-busy"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BackendBroken(BackendUnavailable):
    """It answers, but not what was asked: an error 500, HTML, half a JSON."""

    speech_key = "backend-broken"


class BackendBlind(BackendUnavailable):
    """It answers, but cannot look titles up, since its own source (TMDB) does not: not the same as nothing found."""

    speech_key = "backend-blind"


class BackendResting(BackendUnavailable):
    """It failed so often lately that it is left alone for a moment; nothing was sent."""

    speech_key = "backend-resting"


class KeyRefused(BackendError):
    """The key is missing, wrong, or of a user who may not do this at all."""

    speech_key = "backend-key-refused"


class RequestRefused(BackendError):
    """The backend will not take this request, and asking again will not help."""

    speech_key = "request-refused"


class NotAllowed(RequestRefused):
    """The user lacks the permission for this kind of request."""

    speech_key = "request-not-allowed"


class QuotaUsedUp(RequestRefused):
    """The user's quota is used up. `frees` is the ISO date on which the next request is free, where the server says."""

    speech_key = "request-quota"

    def __init__(self, message: str, frees: str | None = None) -> None:
        super().__init__(message)
        self.frees = frees


class TitleBlocked(RequestRefused):
    """The title is on the blocklist."""

    speech_key = "request-blocked"


class CsrfProtected(RequestRefused):
    """The server refuses every write with a key while its CSRF protection is on."""

    speech_key = "request-csrf"


class TitleUnknown(RequestRefused):
    """The backend knows no such title."""

    speech_key = "title-unknown"


class UserUnknown(RequestRefused):
    """The backend knows no such user, or the id is none that can be sent: nothing was sent."""

    speech_key = "request-user-unknown"


class Unsupported(RequestRefused):
    """This backend cannot do that at all; `abilities` says so beforehand."""

    speech_key = "request-unsupported"


class AlreadyRequested(BackendError):
    """Somebody asked for it before; nothing was made."""

    speech_key = "request-already"


class UnknownBackend(BackendError):
    """Something answers at the address, but no request manager that we know."""

    speech_key = "backend-broken"
