"""Those who take messages, on real sockets of this machine: a server that takes JSON, and one that takes mail."""

from __future__ import annotations

import json
import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.header import decode_header, make_header
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


#: Instead of a status: who took it hangs up without a word.
HUNG_UP = 0


@dataclass(slots=True)
class Got:
    """What arrived."""

    url: str = ""  # as apprise wants it
    titles: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    status: int = 200  # what is answered from now on; HUNG_UP: nothing
    location: str = ""  # where else to go
    on_arrival: Callable[[], None] = lambda: None  # called once it arrived, before it is answered


@contextmanager
def takes_json() -> Iterator[Got]:
    """A server that takes what json:// sends."""
    got = Got()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if got.status in {200, HUNG_UP}:
                got.titles.append(body["title"])
                got.bodies.append(body["message"])
            got.on_arrival()
            if got.status == HUNG_UP:
                self.close_connection = True
                return
            self.send_response(got.status)
            self.send_header("Content-Length", "0")
            self.send_header("Location", got.location)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with _serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        got.url = f"json://127.0.0.1:{port}/hush-hush-token"
        yield got


@contextmanager
def takes_mail() -> Iterator[Got]:
    """As much of SMTP as it takes to hand in one mail after the other."""
    got = Got()

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def handle(self) -> None:
            self.say("220 here")
            for line in self.rfile:
                match line.upper().split()[:1]:
                    case [b"EHLO" | b"HELO" | b"MAIL" | b"RCPT" | b"RSET"]:
                        self.say("250 all right")
                    case [b"DATA"]:
                        self.say("354 go on")
                        self.read_mail()
                        got.on_arrival()
                        if got.status == HUNG_UP:
                            return
                        self.say("250 taken" if got.status == 200 else "451 not now")
                    case [b"QUIT"]:
                        self.say("221 bye")
                        return
                    case _:
                        self.say("502 what?")

        def read_mail(self) -> None:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line)
            mail = message_from_bytes(b"".join(lines))
            got.titles.append(str(make_header(decode_header(mail["Subject"]))))
            parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
            payload = parts[0].get_payload(decode=True)
            assert isinstance(payload, bytes)
            got.bodies.append(payload.decode())

    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        got.url = f"mailto://127.0.0.1:{port}?smtp=127.0.0.1&from=house@example.com&to=ann@example.com"
        yield got


@contextmanager
def hangs_up() -> Iterator[int]:
    """A port where whoever has said something is left alone."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)

    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        yield port


@contextmanager
def _serving(server: socketserver.BaseServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="receiver")
    thread.start()
    try:
        yield server.server_address[1]  # type: ignore[index,misc]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
