"""Alexa's signing certificates: where they may lie, how they are fetched, and whether they are hers.

The rules are Amazon's, from "Host a Custom Skill as a Web Service":
https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
"""

from __future__ import annotations

import posixpath
import re
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import certifi
import requests
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import (
    Certificate,
    DNSName,
    DuplicateExtension,
    InvalidVersion,
    UnsupportedGeneralNameType,
    load_pem_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

SIGNER = DNSName("echo-api.amazon.com")
HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"
MAX_BYTES = 64 * 1024
FETCH_SECONDS = 3.0

# Amazon's names are letters, digits, dots and dashes. Percent signs stay out: they would give one chain many names.
_PATH = re.compile(r"/echo\.api/[A-Za-z0-9._~/-]{1,200}")
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    DuplicateExtension,
    InvalidVersion,
    UnsupportedGeneralNameType,
)

Fetch = Callable[[str], bytes]
"""Takes a canonical URL, gives the PEM that lies there, or raises OSError when it cannot be had."""


class NotFromAlexa(Exception):
    """The request cannot be shown to come from Alexa: answer 400. The text is for the owner's log alone."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A key that Alexa may sign with, and the time (aware) in which its whole chain is valid."""

    key: RSAPublicKey
    valid_from: datetime
    valid_until: datetime


def canonical_url(text: str) -> str:
    """The one spelling of a certificate URL: what its chain is kept under, and where it is fetched from.

    Raises NotFromAlexa for any address that could not be Amazon's.
    """
    try:
        parts = urlsplit(text)
        ours = _at_amazon(parts)
    except ValueError as error:
        raise NotFromAlexa("the certificate URL is malformed") from error
    if not ours:
        raise NotFromAlexa(f"the certificate URL is not under https://{HOST}{FOLDER}")
    path = posixpath.normpath(parts.path)
    if not _PATH.fullmatch(path):
        raise NotFromAlexa(f"the certificate URL is not a file under {FOLDER}")
    return f"https://{HOST}{path}"


def _at_amazon(parts: SplitResult) -> bool:
    return parts.scheme == "https" and parts.hostname == HOST and parts.port in (None, 443) and "@" not in parts.netloc


def ca_bundle(environ: Mapping[str, str]) -> str:
    """The file of public roots: SSL_CERT_FILE, as everywhere with OpenSSL, else certifi's."""
    return environ.get("SSL_CERT_FILE") or certifi.where()


def read_roots(bundle: str) -> Sequence[Certificate]:
    """The roots in a PEM file. One that cannot be parsed is left out, so that it does not shut out all the others."""
    blocks = _PEM.findall(Path(bundle).read_bytes())
    with warnings.catch_warnings():
        # Some public roots have a serial number of zero; that is theirs to mend.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return tuple(_readable(blocks))


def _readable(blocks: Iterable[bytes]) -> Iterable[Certificate]:
    for block in blocks:
        try:
            yield load_pem_x509_certificate(block)
        except _UNREADABLE:
            continue


def read_signer(pem: bytes, roots: Store, now: datetime) -> Signer:
    """Judge a chain: leaf first, intermediates after it, up to one of the roots, valid now, made out to Alexa.

    Raises NotFromAlexa.
    """
    try:
        leaf, *intermediates = load_pem_x509_certificates(pem)
        verifier = PolicyBuilder().store(roots).time(now).build_server_verifier(SIGNER)
        chain = verifier.verify(leaf, intermediates)
        key = leaf.public_key()
    except VerificationError as error:
        raise NotFromAlexa(f"the certificate chain does not hold: {error}"[:300]) from error
    except _UNREADABLE as error:
        raise NotFromAlexa("the certificate chain cannot be read") from error
    if not isinstance(key, RSAPublicKey):
        raise NotFromAlexa("the certificate's key is not RSA")
    return Signer(key, max(one.not_valid_before_utc for one in chain), min(one.not_valid_after_utc for one in chain))


def fetch_over(bundle: str, seconds: float = FETCH_SECONDS) -> Fetch:
    """A real fetch, trusting the servers that `bundle` (a PEM file) vouches for: no redirects, at most 64 kB.

    It ends within about `seconds`: connecting and each read may take half of that, and between reads the clock is
    looked at. Only a server with a trusted certificate for Amazon's name could draw it out, by dripping its headers.
    """

    def fetch(url: str) -> bytes:
        give_up = time.monotonic() + seconds
        plain = {"Accept-Encoding": "identity"}
        with requests.get(
            url, headers=plain, timeout=seconds / 2, verify=bundle, stream=True, allow_redirects=False
        ) as response:
            if response.status_code != requests.codes.ok:
                raise OSError(f"the answer was {response.status_code}")
            return _read_all(response.raw, give_up)

    return fetch


def _read_all(stream: BaseHTTPResponse, give_up: float) -> bytes:
    read = bytearray()
    try:
        # read1 gives what has come; read would wait for a full piece, and a server that drips could hold it for hours.
        while piece := stream.read1(8192):
            read += piece
            if len(read) > MAX_BYTES:
                raise OSError(f"the answer is larger than {MAX_BYTES} bytes")
            if time.monotonic() > give_up:
                raise OSError("the answer came too slowly")
    except HTTPError as error:
        raise OSError("the answer broke off") from error
    return bytes(read)
