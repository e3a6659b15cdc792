"""A stand-in for Amazon: signs requests as Alexa does, from a root of our own, and gets it wrong in every way we know.

`CASES` is the whole matrix as data: each says whether the door must open, and how to write the request.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SKILL = "amzn1.ask.skill.lab"
ADDRESS = "https://s3.amazonaws.com/echo.api/"
SIGNER = "echo-api.amazon.com"
YEAR = timedelta(days=365)
DAY = timedelta(days=1)

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(_owner: str) -> rsa.RSAPrivateKey:
    """The key of an owner: the same each time in one run, for making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True, slots=True)
class Authority:
    """Someone who issues certificates."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey


def pem(*certificates: x509.Certificate) -> bytes:
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


def found_authority(name: str, now: datetime, parent: Authority | None = None) -> Authority:
    key = rsa_key(name)
    blank = _blank(name, key, parent, now - DAY, now + 10 * YEAR)
    return Authority(_signed(_for_authority(blank), parent.key if parent else key), key)


def issue(
    parent: Authority | None, key: Key, names: Sequence[str], begins: datetime, ends: datetime
) -> x509.Certificate:
    """A server's certificate, as Alexa's is; without a parent it vouches for itself."""
    blank = _blank(SIGNER, key, parent, begins, ends)
    blank = blank.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    blank = blank.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    blank = blank.add_extension(_usage(signs_certificates=False), critical=True)
    if names:
        blank = blank.add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
    return _signed(blank, parent.key if parent else key)


def _blank(name: str, key: Key, parent: Authority | None, begins: datetime, ends: datetime) -> x509.CertificateBuilder:
    issuer = parent.certificate.subject if parent else _name(name)
    issuer_key = parent.key.public_key() if parent else key.public_key()
    return (
        x509.CertificateBuilder(issuer, _name(name), key.public_key(), x509.random_serial_number(), begins, ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _for_authority(blank: x509.CertificateBuilder) -> x509.CertificateBuilder:
    blank = blank.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return blank.add_extension(_usage(signs_certificates=True), critical=True)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=not signs_certificates,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(blank: x509.CertificateBuilder, key: Key) -> x509.Certificate:
    return blank.sign(key, hashes.SHA256())


@dataclass(frozen=True, slots=True)
class Letter:
    """A request on the wire."""

    headers: Mapping[str, str]
    body: bytes

    def with_header(self, name: str, value: str) -> Letter:
        return replace(self, headers={**self.headers, name: value})

    def without(self, *names: str) -> Letter:
        return replace(self, headers={name: value for name, value in self.headers.items() if name not in names})


@dataclass(slots=True)
class Bucket:
    """What lies under s3.amazonaws.com/echo.api/, and what was asked of it."""

    files: dict[str, bytes]
    asked: list[str] = field(default_factory=list)

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        try:
            return self.files[url.removeprefix(ADDRESS)]
        except KeyError:
            raise OSError("the answer was 403") from None


@dataclass(frozen=True, slots=True)
class Amazon:
    """Its root, its signing chains (good and broken, by file name), and its hand."""

    now: datetime
    root: Authority
    intermediate: Authority
    files: Mapping[str, bytes]

    @classmethod
    def founded(cls, now: datetime) -> Amazon:
        root = found_authority("Lab Root", now)
        intermediate = found_authority("Lab Intermediate", now, root)
        return cls(now, root, intermediate, _chains(intermediate, now))

    @property
    def roots(self) -> tuple[x509.Certificate, ...]:
        return (self.root.certificate,)

    def bucket(self) -> Bucket:
        return Bucket(dict(self.files))

    def chain(self, begins: datetime, ends: datetime, names: Sequence[str] = (SIGNER,)) -> bytes:
        leaf = issue(self.intermediate, rsa_key(SIGNER), names, begins, ends)
        return pem(leaf, self.intermediate.certificate)

    def envelope(self, seconds: float = 0, skill: str = SKILL) -> dict[str, Any]:
        """A launch, `seconds` from now."""
        moment = self.now + timedelta(seconds=seconds)
        application = {"applicationId": skill}
        return {
            "version": "1.0",
            "session": {"new": True, "sessionId": "lab", "application": application, "user": {"userId": "lab"}},
            "context": {"System": {"application": application, "user": {"userId": "lab"}}},
            "request": {
                "type": "LaunchRequest",
                "requestId": "lab",
                "locale": "en-US",
                "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        }

    def letter(self, envelope: Mapping[str, object] | None = None, chain: str = "chain.pem") -> Letter:
        return sign(json.dumps(self.envelope() if envelope is None else envelope).encode(), chain)


def sign(body: bytes, chain: str = "chain.pem") -> Letter:
    """What Amazon sends with a body: both signatures (the SHA-1 one is legacy) and where the chain lies."""
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Signature": _signature(body, hashes.SHA1()),
        "Signature-256": _signature(body, hashes.SHA256()),
        "SignatureCertChainUrl": ADDRESS + chain,
    }
    return Letter(headers, body)


def _signature(body: bytes, algorithm: hashes.HashAlgorithm) -> str:
    return base64.b64encode(rsa_key(SIGNER).sign(body, PKCS1v15(), algorithm)).decode()


def _chains(intermediate: Authority, now: datetime) -> dict[str, bytes]:
    def leaf(names: Sequence[str] = (SIGNER,), begins: timedelta = -DAY, ends: timedelta = YEAR) -> x509.Certificate:
        return issue(intermediate, rsa_key(SIGNER), names, now + begins, now + ends)

    above = intermediate.certificate
    return {
        "chain.pem": pem(leaf(), above),
        "chain-expired.pem": pem(leaf(begins=-20 * DAY, ends=-10 * DAY), above),
        "chain-notyet.pem": pem(leaf(begins=10 * DAY, ends=20 * DAY), above),
        "chain-wrongsan.pem": pem(leaf(["evil.example"]), above),
        "chain-nosan.pem": pem(leaf([]), above),
        "chain-selfsigned.pem": pem(issue(None, rsa_key(SIGNER), [SIGNER], now - DAY, now + YEAR)),
        "chain-nointer.pem": pem(leaf()),
        "chain-garbage.pem": b"not a certificate",
    }


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the matrix."""

    name: str
    accepted: bool
    write: Callable[[Amazon], Letter]


def _at(url: str) -> Callable[[Amazon], Letter]:
    return lambda amazon: amazon.letter().with_header("SignatureCertChainUrl", url)


def _without(*headers: str) -> Callable[[Amazon], Letter]:
    return lambda amazon: amazon.letter().without(*headers)


def _signed_with(signature: str) -> Callable[[Amazon], Letter]:
    return lambda amazon: amazon.letter().with_header("Signature-256", signature)


def _sent(seconds: float) -> Callable[[Amazon], Letter]:
    return lambda amazon: amazon.letter(amazon.envelope(seconds))


def _under(chain: str) -> Callable[[Amazon], Letter]:
    return lambda amazon: amazon.letter(chain=chain)


def _signature_of_another_body(amazon: Amazon) -> Letter:
    letter = amazon.letter()
    return letter.with_header("Signature-256", sign(letter.body + b" ").headers["Signature-256"])


def _sha1_in_place_of_sha256(amazon: Amazon) -> Letter:
    letter = amazon.letter()
    return letter.with_header("Signature-256", letter.headers["Signature"])


def _body_changed_on_the_way(amazon: Amazon) -> Letter:
    letter = amazon.letter()
    return replace(letter, body=letter.body.replace(b"en-US", b"en-GB"))


def _with_timestamp(change: Callable[[str], str | None]) -> Callable[[Amazon], Letter]:
    def write(amazon: Amazon) -> Letter:
        envelope = amazon.envelope()
        changed = change(envelope["request"].pop("timestamp"))
        if changed is not None:
            envelope["request"]["timestamp"] = changed
        return amazon.letter(envelope)

    return write


def _good(name: str, write: Callable[[Amazon], Letter]) -> Case:
    return Case(name, accepted=True, write=write)


def _bad(name: str, write: Callable[[Amazon], Letter]) -> Case:
    return Case(name, accepted=False, write=write)


CASES = (
    _good("none", lambda amazon: amazon.letter()),
    _good("okport", _at("https://s3.amazonaws.com:443/echo.api/chain.pem")),
    _good("okdots", _at("https://s3.amazonaws.com/echo.api/../echo.api/chain.pem")),
    _good("okcase", _at("HTTPS://S3.AMAZONAWS.COM/echo.api/chain.pem")),
    _good("okquery", _at("https://s3.amazonaws.com/echo.api/chain.pem?new=1#top")),
    _good("naive", _with_timestamp(lambda text: text.removesuffix("Z"))),
    _bad("sig", _signature_of_another_body),
    _bad("sigonly1", _without("Signature-256")),
    _bad("sha1in256", _sha1_in_place_of_sha256),
    _bad("nosig", _without("Signature", "Signature-256")),
    _bad("nourl", _without("SignatureCertChainUrl")),
    _bad("badurl", _at("https://evil.example/echo.api/chain.pem")),
    _bad("http", _at("http://s3.amazonaws.com/echo.api/chain.pem")),
    _bad("path", _at("https://s3.amazonaws.com/EcHo.aPi/chain.pem")),
    _bad("dots", _at("https://s3.amazonaws.com/echo.api/../evil/chain.pem")),
    _bad("port", _at("https://s3.amazonaws.com:563/echo.api/chain.pem")),
    _bad("badport", _at("https://s3.amazonaws.com:99999999/echo.api/chain.pem")),
    _bad("userinfo", _at("https://s3.amazonaws.com@evil.example/echo.api/chain.pem")),
    _bad("missing", _at("https://s3.amazonaws.com/echo.api/no-such.pem")),
    _bad("b64", _signed_with("!!not base64!")),
    _bad("body", _body_changed_on_the_way),
    _bad("stale", _sent(-156)),
    _bad("future", _sent(156)),
    _bad("notime", _with_timestamp(lambda _: None)),
    _bad("junk", lambda _: sign(b'{"not json')),
    _bad("expired", _under("chain-expired.pem")),
    _bad("notyet", _under("chain-notyet.pem")),
    _bad("wrongsan", _under("chain-wrongsan.pem")),
    _bad("nosan", _under("chain-nosan.pem")),
    _bad("selfsigned", _under("chain-selfsigned.pem")),
    _bad("nointer", _under("chain-nointer.pem")),
    _bad("garbage", _under("chain-garbage.pem")),
    _bad("otherskill", lambda amazon: amazon.letter(amazon.envelope(skill="amzn1.ask.skill.other"))),
)
