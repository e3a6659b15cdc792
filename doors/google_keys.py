"""The keys that Google signs identity tokens with: fetched when one is needed, kept as long as Google allows."""

from __future__ import annotations

import logging
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

from outbound import Answer, OutboundError, Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

log = logging.getLogger(__name__)

#: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken: `jwks_uri`.
HOST: Final = "https://www.googleapis.com"
PATH: Final = "/oauth2/v3/certs"
#: Seconds for the whole fetch. Dialogflow waits for 5, and the turn needs some of them.
PATIENCE: Final = 1.5
MOST_BYTES: Final = 64 * 1024
MOST_KEYS: Final = 16
#: Seconds. Google says hours.
LONGEST_KEPT: Final = 24 * 3600.0
#: Seconds between two fetches: an outsider may name keys that are unknown. A fetch that failed is tried again sooner.
REST, REST_AFTER_FAILURE = 60.0, 5.0
#: Bits. Google's have 2048.
SIZES: Final = range(2048, 8193)
_NUMBER: Final = re.compile(r"[A-Za-z0-9_-]{1,1400}")

Fetch = Callable[[], Answer]


class GoogleKeys:
    """Public keys by their ids. Safe to use from many threads: one fetches, the others wait for it."""

    def __init__(self, fetch: Fetch, clock: Callable[[], float]) -> None:
        """`fetch` gets the list (a JWK set) or raises OutboundError; `clock` gives seconds."""
        self._fetch, self._clock = fetch, clock
        self._lock = Lock()
        self._keys: Mapping[str, RSAPublicKey] = {}
        self._until = self._rests_until = float("-inf")

    def key(self, kid: str) -> RSAPublicKey | None:
        """The key of this id; None where Google publishes none, or its list cannot be had in time."""
        if not self._lock.acquire(timeout=PATIENCE):
            return None
        try:
            now = self._clock()
            if kid not in self._known(now) and now >= self._rests_until:
                self._refresh(now)
            return self._known(now).get(kid)
        finally:
            self._lock.release()

    def _known(self, now: float) -> Mapping[str, RSAPublicKey]:
        return self._keys if now < self._until else {}

    def _refresh(self, now: float) -> None:
        self._rests_until = now + REST_AFTER_FAILURE
        try:
            answer = self._fetch()
            keys = _keys_in(answer.json()) if answer.status == 200 else {}
        except OutboundError as problem:
            log.warning("Google's keys for identity tokens cannot be had: %s", problem)
            return
        if not keys:
            log.warning("Google's keys for identity tokens cannot be had: status %d, no keys", answer.status)
            return
        self._keys, self._rests_until = keys, now + REST
        self._until = now + min(max(answer.max_age, REST), LONGEST_KEPT)


def google_fetch() -> Fetch:
    """A real fetch, over TLS that public roots vouch for: no redirects, bounded in time and size."""
    session = Session(HOST, max_bytes=MOST_BYTES)
    return lambda: session.get(PATH, timeout=PATIENCE)


def _keys_in(told: object) -> dict[str, RSAPublicKey]:
    listed = told.get("keys") if isinstance(told, dict) else None
    rows = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    found = [(one.get("kid"), _key(one)) for one in rows[:MOST_KEYS]]
    return {kid: key for kid, key in found if isinstance(kid, str) and key is not None}


def _key(one: Mapping[str, Any]) -> RSAPublicKey | None:
    """An RSA key for signatures; None for whatever else is listed."""
    if one.get("kty") != "RSA" or one.get("use", "sig") != "sig" or one.get("alg", "RS256") != "RS256":
        return None
    try:
        modulus, exponent = _number(one.get("n")), _number(one.get("e"))
        return RSAPublicNumbers(exponent, modulus).public_key() if modulus.bit_length() in SIZES else None
    except ValueError:  # no base64, or numbers that make no key
        return None


def _number(text: object) -> int:
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        return 0
    return int.from_bytes(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
