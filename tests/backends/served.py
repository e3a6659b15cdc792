"""A server on 127.0.0.1 that counts what it hears and goes wrong on demand; what it answers is for others to say."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

from tests.backends.door import Door, Fault, Heard, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

Answered = tuple[int, object]  # status, JSON


class Served(ABC):
    """Its life, its faults and its counts."""

    door: ClassVar[type[Door]] = Door

    def __init__(self, *, keep_alive: float = 5.0, nagle: bool = False) -> None:
        self.calls: Counter[str] = Counter()  # "GET /api/v1/movie/{id}" -> how often it was called
        self.heard: list[Heard] = []
        self.lock = threading.RLock()
        self.closing = threading.Event()  # what hangs or drips waits on it
        self._keep_alive = keep_alive
        self._nagle = nagle
        self._faults: list[tuple[Trouble, int | None]] = []
        self.tls: ssl.SSLContext | None = None
        self.handshake_takes = 0.0  # seconds until it begins
        self._server: Listener | None = None
        self._thread: threading.Thread | None = None
        self._port = 0

    @abstractmethod
    def answer(self, heard: Heard) -> Answered:
        """Status and JSON for a call."""

    def headers_for(self, heard: Heard) -> Mapping[str, Sequence[str]]:
        """Headers of the answer besides the usual ones."""
        return {}

    # --- its life

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Begin to listen, on the same port as before if it was open once."""
        self.closing.clear()
        door = type(
            "OpenDoor",
            (self.door,),
            {"served": self, "timeout": self._keep_alive, "disable_nagle_algorithm": not self._nagle},
        )
        self._server = Listener(("127.0.0.1", self._port), door, self)
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self) -> None:
        """Stop listening and cut every connection; from then on calls are refused."""
        self.closing.set()
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join()
        self._server.cut_all()
        self._server.server_close()
        self._server = None

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Refuse every connection while the block runs."""
        self.close()
        try:
            with socket.socket() as refusing:  # bound and not listening: the port stays ours, nobody else is given it
                refusing.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                refusing.bind(("127.0.0.1", self._port))
                yield
        finally:
            self.open()

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self._port}"

    def speak_tls(self, certificate: Path, handshake_takes: float = 0.0) -> None:
        """From the next connection on; `certificate` holds the key too."""
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(certificate)
        self.handshake_takes = handshake_takes

    @property
    def connections(self) -> int:
        """Connections that are open now."""
        return self._server.now_open if self._server else 0

    @property
    def connected(self) -> int:
        """Connections that were ever made since it was opened."""
        return self._server.ever_open if self._server else 0

    # --- faults

    def fault(
        self,
        fault: Fault,
        *,
        on: str = "",
        times: int | None = None,
        seconds: float = 0.0,
        status: int = 500,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Let calls whose "METHOD /path" holds `on` go wrong; the next `times` of them, or all until `mend`."""
        with self.lock:
            self._faults.append((Trouble(fault, on, seconds, status, headers or {}), times))

    def mend(self) -> None:
        """No more faults."""
        with self.lock:
            self._faults.clear()

    def trouble_for(self, method: str, target: str) -> Trouble | None:
        """The fault that this call meets, counted down."""
        with self.lock:
            for position, (trouble, times) in enumerate(self._faults):
                if trouble.on not in f"{method} {target}":
                    continue
                if times == 1:
                    del self._faults[position]
                elif times is not None:
                    self._faults[position] = (trouble, times - 1)
                return trouble
            return None

    def note(self, heard: Heard) -> None:
        """Count a call."""
        route = re.sub(r"/\d+", "/{id}", heard.target.partition("?")[0])
        with self.lock:
            self.calls[f"{heard.method} {route}"] += 1
            self.heard.append(heard)


class Listener(ThreadingHTTPServer):
    """Waits for its threads when it closes, and can cut what they still hold open."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], door: type[Door], served: Served) -> None:
        self._served = served
        self._open: set[Door] = set()
        self._open_lock = threading.Lock()
        self.ever_open = 0
        super().__init__(address, door)

    @property
    def now_open(self) -> int:
        with self._open_lock:
            return len(self._open)

    def entered(self, door: Door) -> None:
        with self._open_lock:
            self._open.add(door)
            self.ever_open += 1

    def left(self, door: Door) -> None:
        with self._open_lock:
            self._open.discard(door)

    def cut_all(self) -> None:
        with self._open_lock:
            doors = list(self._open)
        for door in doors:
            door.cut()

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self._served.tls is None:
            super().finish_request(request, client_address)
            return
        self._served.closing.wait(self._served.handshake_takes)
        with suppress(OSError), self._served.tls.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)
