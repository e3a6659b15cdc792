"""One server that we call: its address, its key, and calls that end in time."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import unquote, urlsplit

from outbound.errors import BadAddress, Broken, OutboundError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from outbound.breaker import Breaker, BreakerState

MAX_BYTES: Final = 4_000_000  # the largest true answer seen is 30 kB
HOST: Final = re.compile(r"[\w.:%-]+")  # a name in any script, or an address of either family
POOL_SIZE: Final = 32  # connections kept; more threads than this get one each that is closed after the call


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, whatever its status."""

    status: int
    content_type: str
    body: bytes = field(repr=False)
    retry_after: float | None = None  # seconds the server asks us to wait
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)  # those it wants to set; none is sent back
    max_age: float = 0.0  # seconds for which the server lets us keep it

    def json(self) -> object:
        """The body as JSON. Raises Broken when it is none, saying what it is instead."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):  # json's own errors and bad UTF-8 are ValueErrors
            what = self.content_type.partition(";")[0] or "something"
            message = f"no JSON, but {len(self.body)} bytes of {what} (status {self.status})"
            raise Broken(message) from None


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, taken apart; the login is not shown."""

    root: str  # scheme, host and base path, without a login and without a slash at the end
    host: str  # "nas:5055", for people
    secure: bool
    login: tuple[str, str] | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read "http://nas:5055" or "https://user:password@host/base/". Raises BadAddress, without the text."""
        try:
            parts = urlsplit(text.strip())
            port = parts.port
        except ValueError:
            raise BadAddress("the address cannot be read: write it like http://nas:5055") from None
        name = parts.hostname or ""
        if parts.scheme not in {"http", "https"} or not _is_host(name):
            raise BadAddress("the address must begin with http:// or https:// and name a host")
        host = f"[{name}]" if ":" in name else name
        host = host if port is None else f"{host}:{port}"
        login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        root = f"{parts.scheme}://{host}{parts.path.rstrip('/')}"
        return cls(root=root, host=host, secure=parts.scheme == "https", login=login)


def _is_host(name: str) -> bool:
    try:
        return HOST.fullmatch(name) is not None and bool(name.encode("idna"))
    except UnicodeError:  # a part of it is empty or too long
        return False


class Session:
    """Calls one server, from as many threads as you like.

    `timeout` is the time in seconds for the whole call: connecting, TLS, retries, headers and body, down to the last
    byte, however slowly the server drips. Only the lookup of the host's name is the system's own, never cut short.
    Reads (GET) are tried again when the connection drops and on 502, 503 and 504, within that time; what writes is
    tried again only when the connection was refused, so nothing had been sent. Redirects are never followed: a key
    must not travel to where it was not meant to go. Cookies, proxies and .netrc are not used.

    Errors are those of `outbound.errors`; an answer of any status is an `Answer`.
    """

    def __init__(
        self,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        ca_file: str | None = None,
        max_bytes: int = MAX_BYTES,
        breaker: Breaker | None = None,
        count: Callable[[str, str, float], None] | None = None,
    ) -> None:
        """Nothing is sent yet. `headers` go with every call; `ca_file` (PEM) takes the place of the public roots.

        With a `breaker`, calls to a server that keeps failing raise Resting at once. `count` is told of each call:
        its method, what came of it ("2xx" or the error's name), and the seconds that it took.
        """
        # Loading requests takes a tenth of a second: whoever never calls out should not wait for it.
        from outbound.wire import Wire

        self._address = Address.parse(base_url)
        self._wire = Wire(self._address, headers or {}, ca_file, POOL_SIZE, max_bytes)
        self._breaker = breaker
        self._count = count

    @property
    def host(self) -> str:
        """Host and port, fit to be shown."""
        return self._address.host

    @property
    def url(self) -> str:
        """The address without a login, fit to be shown."""
        return self._address.root

    def get(self, path: str, *, timeout: float) -> Answer:
        """Read `path` ("/api/v1/search?query=dune"): it goes out as it stands, so its query must be encoded."""
        return self.send("GET", path, timeout=timeout)

    def post(self, path: str, payload: object, *, timeout: float) -> Answer:
        """Send `payload` as JSON, once."""
        return self.send("POST", path, payload, timeout=timeout)

    def send(
        self,
        method: str,
        path: str,
        payload: object = None,
        *,
        timeout: float,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One call of any method; `headers` go with this call alone. `payload` is sent as JSON, bytes as they are."""

        def exchange() -> Answer:
            return self._wire.exchange(method, path, payload, timeout, headers or {})

        if self._breaker is None:
            return self._counted(method, exchange)
        what, breaker = f"{method} {path.partition('?')[0]} at {self.host}", self._breaker
        return self._counted(method, lambda: breaker.call(exchange, what, timeout))

    def _counted(self, method: str, call: Callable[[], Answer]) -> Answer:
        if self._count is None:
            return call()
        began, outcome = time.monotonic(), "Bug"
        try:
            answer = call()
            outcome = f"{answer.status // 100}xx"
        except OutboundError as error:
            outcome = type(error).__name__
            raise
        finally:
            self._count(method, outcome, time.monotonic() - began)
        return answer

    @property
    def breaker(self) -> BreakerState | None:
        """What its breaker knows, if it has one."""
        return None if self._breaker is None else self._breaker.state

    @property
    def rests(self) -> bool:
        """True while its breaker leaves the server alone for a moment."""
        return self._breaker is not None and self._breaker.state.rests_for is not None

    def close(self) -> None:
        """Close the connections that wait in the pool."""
        self._wire.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Session {self.host}>"
