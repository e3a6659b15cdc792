"""Where programs that cannot speak leave word: who may, shown by a secret or by a signature; and each word kept once.

The secret travels with every webhook of Overseerr's family and of Ombi. Whoever can sign need not send it: HMAC-SHA256
over the time and the body, which holds for five minutes.
"""

from __future__ import annotations

import hmac
import logging
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import SQLAlchemyError

from doors.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flask import Request

    from settings import Settings
    from storage.deliveries import Deliveries

log = logging.getLogger(__name__)

#: Seconds by which a signature may be too old, or its sender's clock ahead of ours.
WINDOW: Final = 300.0
SIGNATURE: Final = "X-Overtalkerr-Signature"
TIMESTAMP: Final = "X-Overtalkerr-Timestamp"
SHUT: Final = "No webhooks are taken in yet: set WEBHOOK_SECRET and give it to the sender. docs/webhooks.md tells how."
WRONG: Final = "The secret is missing or wrong: send WEBHOOK_SECRET as 'Authorization' or 'Access-Token'."
UNSIGNED: Final = f"The signature does not fit: {SIGNATURE} is HMAC-SHA256 over '{TIMESTAMP}.body' in hex."
LATE: Final = f"{TIMESTAMP} must be the time now, in Unix seconds: it is more than five minutes off."


class Letterbox:
    """Takes in what is well signed, or comes with the secret."""

    def __init__(self, secret: str, deliveries: Deliveries, clock: Callable[[], float]) -> None:
        """`secret` is empty where the owner wants no webhooks; `clock` gives Unix seconds."""
        self._secret, self._deliveries, self._clock = secret.encode(), deliveries, clock

    def admit(self, request: Request) -> None:
        """Let in whoever shows the secret, "Bearer" or not. Raises Refused with 401, or 403 where there is none."""
        self._needs_a_secret()
        shown = request.headers.get("Access-Token") or request.headers.get("Authorization", "")
        scheme, _, key = shown.strip().partition(" ")
        bare = key.strip() if scheme.lower() == "bearer" else ""
        if not (self._is_secret(shown.strip()) or self._is_secret(bare)):
            raise Refused(401, WRONG)

    def admit_signed(self, request: Request, body: bytes) -> str:
        """Let in a body that was signed just now; its signature. Raises Refused with 401, or 403 as `admit`."""
        self._needs_a_secret()
        signature, moment = request.headers.get(SIGNATURE, ""), request.headers.get(TIMESTAMP, "").strip()
        right = hmac.new(self._secret, moment.encode("utf-8", "replace") + b"." + body, sha256).hexdigest()
        shown = signature.strip().removeprefix("sha256=").lower()
        if not hmac.compare_digest(right.encode(), shown.encode("utf-8", "replace")):
            raise Refused(401, UNSIGNED)
        if not (moment.isascii() and moment.isdigit() and abs(self._clock() - int(moment[:12])) <= WINDOW):
            raise Refused(401, LATE)
        return right

    def take(self, sender: str, key: str, body: Mapping[str, Any], *, nothing_follows: str = "") -> bool:
        """Keep it, to be looked into; False where it was here before. Raises Refused with 503: it cannot be kept now.

        With `nothing_follows`, which says why, it is kept as a sign that the sender can reach us.
        """
        try:
            if not nothing_follows:
                return self._deliveries.take(sender, key, body)
            self._deliveries.heard_from(sender, key, body, nothing_follows)
        except SQLAlchemyError:
            log.exception("A webhook cannot be written down.")
            raise Refused(503, "The database does not answer.", headers={"Retry-After": "60"}) from None
        return True

    def _needs_a_secret(self) -> None:
        if not self._secret:
            raise Refused(403, SHUT)

    def _is_secret(self, shown: str) -> bool:
        """In the same time whatever is shown, its length included."""
        digests = (sha256(text).digest() for text in (shown.encode("utf-8", "replace"), self._secret))
        return hmac.compare_digest(*digests)


def open_letterbox(settings: Settings, deliveries: Deliveries, clock: Callable[[], float]) -> Letterbox:
    """As the owner has set it."""
    return Letterbox(settings.webhook_secret.get_secret_value(), deliveries, clock)
