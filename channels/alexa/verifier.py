"""Whether a request comes from Alexa, is fresh, and is meant for us: asked before anything else looks at it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import Certificate

from channels.alexa.certificates import Fetch, NotFromAlexa, canonical_url
from channels.alexa.chains import Chains, Clock

__all__ = ["NotFromAlexa", "Verifier"]

TOLERANCE_SECONDS = 150
EVENT_TOLERANCE_SECONDS = 3600
EVENTS = ("AlexaSkillEvent.", "AlexaHouseholdListEvent.")


class Verifier:
    """One for the life of the service, shared by all threads. Every refusal is NotFromAlexa, whatever comes in.

    `roots` are the public roots, `fetch` gives the PEM at a canonical URL or raises OSError, `clock` gives an aware
    datetime. With no `skill_ids`, every skill's requests are accepted.
    """

    def __init__(
        self, *, roots: Sequence[Certificate], fetch: Fetch, clock: Clock, skill_ids: frozenset[str] = frozenset()
    ) -> None:
        self._chains = Chains(roots=roots, fetch=fetch, clock=clock)
        self._clock = clock
        self._skill_ids = skill_ids

    def read(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """The envelope of a request that passes every check, in the order in which they must be made."""
        self.verify(headers, body)
        envelope = _parse(body)
        self.check_freshness(envelope)
        self.check_skill_id(envelope)
        return envelope

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check the signature over the raw bytes. Header names in any case; SHA-1's `Signature` is never looked at."""
        url = canonical_url(_header(headers, "signaturecertchainurl"))
        signature = _decode(_header(headers, "signature-256"))
        try:
            self._chains.key(url).verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise NotFromAlexa("the signature does not fit the body") from error

    def check_freshness(self, envelope: Mapping[str, object]) -> None:
        """Refuse what is more than 150 s off this machine's clock; a skill event may come up to an hour late."""
        late = (self._clock() - _timestamp(envelope)).total_seconds()
        kind = _within(envelope, "request", "type")
        event = isinstance(kind, str) and kind.startswith(EVENTS)
        if late > (EVENT_TOLERANCE_SECONDS if event else TOLERANCE_SECONDS):
            raise NotFromAlexa(f"the request is {late:.0f} s old by this machine's clock")
        if late < -TOLERANCE_SECONDS:
            raise NotFromAlexa(f"the request is {-late:.0f} s ahead of this machine's clock")

    def check_skill_id(self, envelope: Mapping[str, object]) -> None:
        """Refuse a request for a skill that is not ours, or that names two."""
        system = _within(envelope, "context", "System", "application", "applicationId")
        session = _within(envelope, "session", "application", "applicationId")
        if system is not None and session is not None and system != session:
            raise NotFromAlexa("the request names two skills")
        named = session if system is None else system
        if self._skill_ids and not (isinstance(named, str) and named in self._skill_ids):
            raise NotFromAlexa("the request is for another skill (ALEXA_SKILL_IDS)")


def _header(headers: Mapping[str, str], name: str) -> str:
    values = [value for key, value in headers.items() if key.lower() == name]
    if len(values) != 1:
        raise NotFromAlexa(f"the header {name} is missing or comes twice")
    return values[0]


def _decode(signature: str) -> bytes:
    try:
        return base64.b64decode(signature, validate=True)
    except ValueError as error:
        raise NotFromAlexa("the signature is not base64") from error


def _parse(body: bytes) -> dict[str, Any]:
    try:
        envelope = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotFromAlexa("the body is not JSON") from error
    if not isinstance(envelope, dict):
        raise NotFromAlexa("the body is not a JSON object")
    return envelope


def _timestamp(envelope: Mapping[str, object]) -> datetime:
    text = _within(envelope, "request", "timestamp")
    if not isinstance(text, str):
        raise NotFromAlexa("the request has no timestamp")
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotFromAlexa("the request's timestamp is not ISO 8601") from error
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)


def _within(envelope: object, *path: str) -> object:
    for name in path:
        if not isinstance(envelope, Mapping):
            return None
        envelope = envelope.get(name)
    return envelope
