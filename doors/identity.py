"""Google's identity tokens: whether the one account that an owner named is the caller, and calls us and nobody else.

The claims: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken. Nothing of a token
is ever put into a text.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

if TYPE_CHECKING:
    from collections.abc import Callable

    from doors.google_keys import GoogleKeys

ISSUER: Final = "https://accounts.google.com"
#: Characters. Google's are about a thousand.
LONGEST: Final = 8192
LONGEST_KID: Final = 200
#: Seconds that two clocks may differ by.
LEEWAY: Final = 60
_SHAPE: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class NotFromGoogle(Exception):
    """The token does not show that the named account calls. The text, for the owner's log alone, says why."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom we take for a caller: this account of Google's, with tokens that are made out to us."""

    audience: str  # our address, as it stands at Google
    email: str
    keys: GoogleKeys
    clock: Callable[[], float]  # Unix seconds

    def check(self, token: str) -> None:
        """Raises NotFromGoogle. A key is looked up (at most some seconds) only for what could be a good token."""
        if len(token) > LONGEST or not _SHAPE.fullmatch(token):
            raise NotFromGoogle("it is no identity token")
        head, body, seal = token.split(".")
        header, claims = _object_in(head), _object_in(body)
        if header.get("alg") != "RS256" or "crit" in header:
            raise NotFromGoogle("it is not signed with RS256")
        kid = header.get("kid")
        if not isinstance(kid, str) or not 0 < len(kid) <= LONGEST_KID:
            raise NotFromGoogle("it names no key")
        self._check_claims(claims)
        self._check_seal(kid, f"{head}.{body}".encode(), _bytes_in(seal))

    def _check_claims(self, claims: dict[str, Any]) -> None:
        if claims.get("iss") != ISSUER:
            raise NotFromGoogle(f"it was not issued by {ISSUER}")
        if claims.get("aud") != self.audience:
            raise NotFromGoogle("it is made out to another audience than GOOGLE_AUDIENCE")
        if claims.get("email") != self.email or claims.get("email_verified") is not True:
            raise NotFromGoogle("it is of another account than GOOGLE_SERVICE_AGENT")
        now, issued, expires = self.clock(), claims.get("iat"), claims.get("exp")
        if not _is_time(issued) or not _is_time(expires):
            raise NotFromGoogle("it does not say from when and until when it holds")
        if issued > now + LEEWAY:
            raise NotFromGoogle("it holds from later on: are the clocks right?")
        if expires <= now - LEEWAY:
            raise NotFromGoogle("it has expired: are the clocks right?")

    def _check_seal(self, kid: str, signed: bytes, seal: bytes) -> None:
        key = self.keys.key(kid)
        if key is None:
            raise NotFromGoogle("it is signed with a key that Google does not publish, or whose list cannot be had")
        try:
            key.verify(seal, signed, PKCS1v15(), SHA256())
        except InvalidSignature:
            raise NotFromGoogle("its signature does not hold") from None


def _object_in(part: str) -> dict[str, Any]:
    try:
        told = json.loads(_bytes_in(part))
    except (ValueError, RecursionError):  # bad JSON, bad UTF-8, numbers that are too long, too deep
        raise NotFromGoogle("it cannot be read") from None
    if not isinstance(told, dict):
        raise NotFromGoogle("it cannot be read")
    return told


def _bytes_in(part: str) -> bytes:
    try:
        return urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        raise NotFromGoogle("it cannot be read") from None


def _is_time(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e12
