"""What a Session is made of: requests, urllib3's Retry and bounded connections. Loaded with the first Session."""

from __future__ import annotations

import re
import ssl
import time
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import (
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
    ResponseError,
)
from urllib3.poolmanager import PoolManager
from urllib3.util.retry import Retry

from outbound.bounded import BoundedTLS, RunningCall, bounded_pools
from outbound.errors import (
    BadAddress,
    Broken,
    CertificateRefused,
    OutboundError,
    Redirected,
    TimedOut,
    TooLarge,
    Unreachable,
)
from outbound.session import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from urllib3.connectionpool import ConnectionPool
    from urllib3.response import BaseHTTPResponse

    from outbound.session import Address

CHUNK: Final = 65_536
PATIENCE: Final = 1.0  # seconds we are ready to wait for a busy server inside one call
WORTHWHILE: Final = 0.1  # seconds; a try that has less would only turn an answer that we have into a time-out
DROPPED_OR_BUSY: Final = {
    "total": 2,
    "connect": 1,
    "read": 1,
    "status": 2,
    "other": 0,
    "redirect": 0,
    "allowed_methods": frozenset({"GET"}),
    "status_forcelist": (502, 503, 504),
    "backoff_factor": 0.1,
    "backoff_jitter": 0.1,
    "raise_on_status": False,
}


class BoundedRetry(Retry):
    """urllib3's Retry, which neither tries again nor sleeps past the deadline of the running call.

    A server that asks for more patience than we have is not asked again: its answer is handed on as it is.
    """

    call: RunningCall
    pause = 0.0  # seconds to wait before the next try

    @classmethod
    def of(cls, call: RunningCall) -> Self:
        """Retries for one session."""
        retry = cls(**DROPPED_OR_BUSY)  # type: ignore[arg-type]  # a table of several types
        retry.call = call
        return retry

    def new(self, **kw: Any) -> Self:
        retry = super().new(**kw)
        retry.call = self.call
        return retry

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        retry = super().increment(method, url, response, error, _pool, _stacktrace)
        asked = asked_to_wait(response.headers.get("Retry-After")) if response is not None else None
        retry.pause = asked or retry.get_backoff_time()
        if retry.pause > PATIENCE or retry.pause + WORTHWHILE > self.call.left():
            reason = error or ResponseError("no time to try again")
            raise MaxRetryError(_pool, url, reason)  # type: ignore[arg-type]  # as urllib3 itself does
        return retry

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:  # noqa: ARG002 - as urllib3 declares it
        time.sleep(self.pause)


def asked_to_wait(header: str | None) -> float | None:
    """Seconds that a Retry-After header asks for, whether it counts them or names a date."""
    if not header:
        return None
    try:
        return float(Retry().parse_retry_after(header))
    except (InvalidHeader, ValueError, OverflowError):
        return None


def may_be_kept(header: str) -> float:
    """Seconds that a Cache-Control header allows; 0 where it allows none, or cannot be read."""
    said = {part.strip().lower() for part in header.split(",")}
    if said & {"no-store", "no-cache"}:
        return 0.0
    ages = [part.removeprefix("max-age=") for part in said if part.startswith("max-age=")]
    return float(ages[0]) if len(ages) == 1 and re.fullmatch(r"[0-9]{1,9}", ages[0]) else 0.0


class BoundedAdapter(HTTPAdapter):
    """Lets requests use bounded connections, and one TLS context for all of them."""

    def __init__(self, call: RunningCall, context: ssl.SSLContext | None, pool_size: int) -> None:
        self._call = call
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=pool_size, max_retries=BoundedRetry.of(call))

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:  # noqa: FBT001, FBT002 - as requests declares it
        if self._context is not None:
            pool_kwargs["ssl_context"] = self._context
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = bounded_pools(self._call)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002 - as requests declares it
        # The context has loaded its roots already; requests would have them read again for each connection.
        conn.cert_reqs = "CERT_REQUIRED"


def trusting(ca_file: str | None) -> ssl.SSLContext:
    """Trust the roots in this file, or the public ones. Raises BadAddress."""
    try:
        context = ssl.create_default_context(cafile=ca_file or certifi.where())
    except (OSError, ssl.SSLError):
        message = f"the certificate file {ca_file} cannot be read, or holds no PEM certificate"
        raise BadAddress(message) from None
    context.sslsocket_class = BoundedTLS
    return context


class Wire:
    """A `requests.Session` for one server, without cookies, proxies, .netrc or redirects."""

    def __init__(
        self, address: Address, headers: Mapping[str, str], ca_file: str | None, pool_size: int, max_bytes: int
    ) -> None:
        _check(headers)
        self._address = address
        self._max_bytes = max_bytes
        self._call = RunningCall()
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._http.auth = address.login
        self._http.headers.update({"Accept": "application/json", "User-Agent": "Overtalkerr", **headers})
        context = trusting(ca_file) if address.secure else None
        self._http.mount(f"{address.root}/", BoundedAdapter(self._call, context, pool_size))

    def exchange(self, method: str, path: str, payload: object, timeout: float, headers: Mapping[str, str]) -> Answer:
        """Send one request and read the whole answer. Raises OutboundError."""
        _check(headers)
        what = f"{method} {path.partition('?')[0]} at {self._address.host}"
        if timeout <= 0:
            message = f"{what} was not sent: no time was left"
            raise TimedOut(message)
        self._call.begin(timeout)
        try:
            request = requests.Request(method, f"{self._address.root}{path}", dict(headers), **_body_of(payload))
            return self._exchange(self._http.prepare_request(request), timeout, what)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise self._explained(error, what, timeout) from None

    def _exchange(self, request: requests.PreparedRequest, timeout: float, what: str) -> Answer:
        with self._http.send(request, timeout=timeout, stream=True, allow_redirects=False) as response:
            if response.is_redirect:
                raise _redirected(response, what)
            return Answer(
                status=response.status_code,
                content_type=response.headers.get("Content-Type", ""),
                body=self._body(response, what),
                retry_after=asked_to_wait(response.headers.get("Retry-After")),
                cookies=_cookies(response),
                max_age=may_be_kept(response.headers.get("Cache-Control", "")),
            )

    def _body(self, response: requests.Response, what: str) -> bytes:
        body = bytearray()
        for chunk in response.iter_content(CHUNK):
            body += chunk
            if len(body) > self._max_bytes:
                message = f"{what} answered with more than {self._max_bytes} bytes"
                raise TooLarge(message)
        return bytes(body)

    def _explained(self, error: Exception, what: str, timeout: float) -> OutboundError:
        cause = error.args[0] if error.args else None
        reason = cause.reason if isinstance(cause, MaxRetryError) else cause
        timed_out = isinstance(error, requests.Timeout) or isinstance(reason, ReadTimeoutError)
        if timed_out or self._call.left() <= 0:
            return TimedOut(f"{what} brought no whole answer within {timeout:.1f} s")
        if isinstance(error, requests.exceptions.SSLError):
            return CertificateRefused(f"{what}: no trusted TLS connection ({_last_words(reason)})")
        if isinstance(reason, NewConnectionError):
            return Unreachable(f"{what}: no connection ({_last_words(reason)})")
        return Broken(f"{what}: the answer broke off or is no HTTP ({type(reason or error).__name__})")

    def close(self) -> None:
        """Close the connections that wait in the pool."""
        self._http.close()


def _body_of(payload: object) -> dict[str, Any]:
    return {"data": payload} if isinstance(payload, bytes) else {"json": payload}


def _check(headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        if not (value.isascii() and value.isprintable() and value == value.strip()):
            message = f"the value for {name} holds spaces or characters that cannot be sent"
            raise BadAddress(message)


def _cookies(response: requests.Response) -> Mapping[str, str]:
    pairs = (line.partition(";")[0].partition("=") for line in response.raw.headers.getlist("Set-Cookie"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _last_words(reason: object) -> str:
    """The end of a urllib3 message: what happened, without the objects it happened to."""
    return str(reason).rpartition(": ")[2].strip("()' ")


def _redirected(response: requests.Response, what: str) -> Redirected:
    parts = urlsplit(response.headers.get("Location", ""))
    host = parts.hostname or ""
    where_to = urlunsplit((parts.scheme, f"{host}:{parts.port}" if parts.port else host, parts.path, "", ""))
    asked = urlsplit(response.url)
    to_https = (asked.scheme, parts.scheme, asked.hostname) == ("http", "https", host)
    advice = "it answers over https only, so let the address begin so" if to_https else "use the address where it ends"
    return Redirected(f"{what} sends us on to {where_to}: {advice}", where_to, to_https=to_https)
