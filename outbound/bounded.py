"""Connections whose every read and write ends with the deadline of the call that is running.

`requests` counts its time-outs anew for each read, so a server that sends one byte a second is waited for without
end. Here the sockets themselves look, before each read and write, how much time the running call has left.
"""

from __future__ import annotations

import socket
import ssl
import sys
import threading
import time
from math import inf
from typing import TYPE_CHECKING, Any, Final, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

# The servers close a connection that was idle for 5 s (`Keep-Alive: timeout=5`); a request sent into that moment is
# lost, and nobody knows whether it was taken. So a connection is not used again after 4 s.
MAX_IDLE: Final = 4.0
QUICK_ACK: Final[int | None] = getattr(socket, "TCP_QUICKACK", None)  # Linux only


class RunningCall(threading.local):
    """When the call that this thread is making must be over; one for each session."""

    ends_at = inf  # on the monotonic clock

    def begin(self, timeout: float) -> None:
        """Start the clock: `timeout` seconds from now."""
        self.ends_at = time.monotonic() + timeout

    def left(self) -> float:
        """Seconds left; negative when the time is over."""
        return self.ends_at - time.monotonic()


class _Bounded(socket.socket):
    """A socket that never waits longer than the running call may."""

    call: RunningCall | None = None
    last_used = 0.0

    def arm(self, share: float = 1.0) -> None:
        """Let the next operation take this share of the time left. Raises TimeoutError when none is left."""
        if self.call is None:
            return
        left = self.call.left()
        if left <= 0:
            raise TimeoutError("timed out")
        self.settimeout(None if left == inf else left * share)
        self.last_used = time.monotonic()

    def recv_into(self, buffer: WriteableBuffer, nbytes: int | None = 0, flags: int = 0) -> int:
        self.arm()
        # A server that writes headers and body apart waits for our acknowledgement in between, which the kernel holds
        # back for 40 ms unless told not to, anew each time.
        if QUICK_ACK is not None:
            self.setsockopt(socket.IPPROTO_TCP, QUICK_ACK, 1)
        return super().recv_into(buffer, nbytes or memoryview(buffer).nbytes, flags)

    def send(self, data: ReadableBuffer, flags: int = 0) -> int:
        self.arm()
        return super().send(data, flags)

    def sendall(self, data: ReadableBuffer, flags: int = 0) -> None:
        self.arm()
        super().sendall(data, flags)


class BoundedTLS(_Bounded, ssl.SSLSocket):
    """The same over TLS; the handshake is bounded by the time-out that the plain socket had."""


def _connect(host: str, port: int, call: RunningCall) -> socket.socket:
    """Try each address of the host, each with its fair share of the time left."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    failure: OSError = OSError("the host has no address")
    for position, (family, kind, protocol, _, address) in enumerate(addresses):
        sock = _Bounded(family, kind, protocol)
        sock.call = call
        try:
            sock.arm(share=1 / (len(addresses) - position))
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.connect(address)
            sock.arm()
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


class _BoundedConnection(HTTPConnection):
    """Makes bounded sockets, and is not used again when it was idle for too long."""

    call: RunningCall

    def _new_conn(self) -> socket.socket:
        try:
            sock = _connect(self.host.strip("[]"), self.port or self.default_port, self.call)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "no connection in time") from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error
        sys.audit("http.client.connect", self, self.host, self.port)
        return sock

    @property
    def is_connected(self) -> bool:
        """Asked by the pool before it hands out a waiting connection; when False it is opened anew."""
        idle = time.monotonic() - getattr(self.sock, "last_used", 0.0)
        return idle < MAX_IDLE and super().is_connected


class _BoundedTLSConnection(_BoundedConnection, HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        cast("BoundedTLS", self.sock).call = self.call


def bounded_pools(call: RunningCall) -> dict[str, Any]:
    """Pool classes by scheme, as urllib3's PoolManager wants them, whose connections obey `call`."""
    plain = type("Connection", (_BoundedConnection,), {"call": call})
    secure = type("TLSConnection", (_BoundedTLSConnection,), {"call": call})
    return {
        "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("TLSPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
