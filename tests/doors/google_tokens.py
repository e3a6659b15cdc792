"""Google, played by us: keys that are published, and identity tokens signed with them, good and bad."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from doors.google_keys import GoogleKeys
from doors.identity import Identity
from outbound import Answer, TimedOut

AUDIENCE = "https://films.example.org/google"
AGENT = "service-123456789012@gcp-sa-dialogflow.iam.gserviceaccount.com"
NOW = 1_795_176_000.0

Json = dict[str, Any]


@cache
def key_named(name: str) -> RSAPrivateKey:
    """A key pair; the same name, the same pair."""
    return generate_private_key(65537, 2048)


def encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def claims(**other: Any) -> Json:
    """What Google says of the caller."""
    told = {"iss": "https://accounts.google.com", "aud": AUDIENCE, "sub": "1", "azp": "1"}
    return told | {"email": AGENT, "email_verified": True, "iat": NOW - 60, "exp": NOW + 3540} | other


def token(told: object = None, key: str = "one", header: object = None) -> str:
    """An identity token; other claims, another key or another header make a bad one."""
    said = {"alg": "RS256", "kid": "one", "typ": "JWT"} if header is None else header
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (said, claims() if told is None else told))
    return f"{signed}.{encoded(key_named(key).sign(signed.encode(), PKCS1v15(), SHA256()))}"


def token_with_public_key_for_a_secret() -> str:
    """HS256, whose secret is the key that everybody knows."""
    public = key_named("one").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    header = {"alg": "HS256", "kid": "one", "typ": "JWT"}
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims()))
    return f"{signed}.{encoded(hmac.digest(public, signed.encode(), sha256))}"


@dataclass(slots=True)
class Google:
    """Publishes keys, counts how often it is asked, and is away when it is told to be."""

    published: list[str] = field(default_factory=lambda: ["one"])
    now: float = NOW
    asked: int = 0
    is_away: bool = False
    status: int = 200
    max_age: float = 20_000.0
    body: bytes | None = None

    def fetch(self) -> Answer:
        self.asked += 1
        if self.is_away:
            raise TimedOut("GET /oauth2/v3/certs at www.googleapis.com brought no whole answer within 1.5 s")
        listed = json.dumps({"keys": [self._listed(name) for name in self.published]}).encode()
        return Answer(self.status, "application/json", self.body or listed, max_age=self.max_age)

    @staticmethod
    def _listed(name: str) -> Json:
        public = key_named(name).public_key().public_numbers()
        numbers = {"n": encoded(public.n.to_bytes(256)), "e": encoded(public.e.to_bytes(3))}
        return {"kid": name, "kty": "RSA", "alg": "RS256", "use": "sig", **numbers}

    def clock(self) -> float:
        return self.now

    @property
    def identity(self) -> Identity:
        return Identity(AUDIENCE, AGENT, GoogleKeys(self.fetch, self.clock), self.clock)
