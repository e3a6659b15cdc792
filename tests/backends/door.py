"""The wire of a server for tests: one thread a connection, and every way in which an answer can go wrong."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tests.backends.served import Served

RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Fault(Enum):
    """What can be made to go wrong with an answer."""

    RESET_BEFORE = "the connection is reset before the call is looked at"
    RESET_AFTER = "the call is carried out, then the connection is reset"
    DROP = "the connection is closed without a word"
    HANG = "no answer, for as long as the server lives"
    HANG_AFTER = "the call is carried out, and never answered"
    SLOW = "the answer comes `seconds` late"
    DRIP_STATUS = "the status line comes one byte every `seconds`"
    DRIP_HEADERS = "the headers come one byte every `seconds`"
    DRIP_BODY = "the body comes one byte every `seconds`"
    STATUS = "this `status` instead of an answer, with these `headers`"
    HTML = "a page of HTML with `status`"
    TRUNCATED = "half of the JSON, as if it were all"
    CUT_OFF = "half of the body that was announced, then the connection is closed"
    HUGE = "ten million bytes"
    PADDED = "the answer, and two million bytes of a field that nobody knows"
    WRONG_TYPES = "the answer, with every name a number and every number a name"
    GARBAGE = "no HTTP at all"
    WRONG_SHAPE = "JSON of another shape"
    REDIRECT = "a redirect to `location`"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault that waits for calls."""

    fault: Fault
    on: str = ""
    seconds: float = 0.0
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    location: str = "https://elsewhere.example/login?secret=1"


@dataclass(frozen=True, slots=True)
class Heard:
    """One call as it came over the wire."""

    method: str
    target: str  # path and query, still encoded
    headers: Mapping[str, str]
    body: bytes


class Door(BaseHTTPRequestHandler):
    """Hears one connection's calls and answers them, or does what the waiting fault says."""

    served: ClassVar[Served]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        self._extra: Mapping[str, Sequence[str]] = {}
        super().setup()
        self.server.entered(self)  # type: ignore[attr-defined]

    def finish(self) -> None:
        self.server.left(self)  # type: ignore[attr-defined]
        with suppress(OSError):  # the other side has gone
            super().finish()

    def handle(self) -> None:
        with suppress(OSError):  # the other side has gone, or the server is closing
            super().handle()

    def cut(self) -> None:
        with suppress(OSError):  # it was closed already
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self) -> None:
        self._hear()

    def do_POST(self) -> None:
        self._hear()

    def do_PUT(self) -> None:
        self._hear()

    def do_DELETE(self) -> None:
        self._hear()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server has it
        """Be silent."""

    def _hear(self) -> None:
        trouble = self.served.trouble_for(self.command, self.path)
        if trouble is not None and trouble.fault is Fault.RESET_BEFORE:
            self._reset()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        heard = Heard(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        self.served.note(heard)
        self._extra = self.served.headers_for(heard)
        if trouble is None:
            self._send(*self.served.answer(heard))
        else:
            self._go_wrong(trouble, heard)

    def _go_wrong(self, trouble: Trouble, heard: Heard) -> None:
        match trouble.fault:
            case Fault.DROP:
                self.close_connection = True
            case Fault.RESET_AFTER:
                self.served.answer(heard)
                self._reset()
            case Fault.HANG:
                self.served.closing.wait()
                self.close_connection = True
            case Fault.HANG_AFTER:
                self.served.answer(heard)
                self.served.closing.wait()
                self.close_connection = True
            case Fault.SLOW:
                self.served.closing.wait(trouble.seconds)
                self._send(*self.served.answer(heard))
            case Fault.DRIP_STATUS | Fault.DRIP_HEADERS | Fault.DRIP_BODY:
                self._drip(trouble, *self.served.answer(heard))
            case Fault.STATUS:
                self._send(trouble.status, {"message": "something failed"}, trouble.headers)
            case Fault.REDIRECT:
                self._send(302, {}, {**trouble.headers} or {"Location": trouble.location})
            case Fault.WRONG_SHAPE:
                self._send(trouble.status, ["neither", 1, None])
            case _:
                self._send_nonsense(trouble, *self.served.answer(heard))

    def _send_nonsense(self, trouble: Trouble, status: int, answered: object) -> None:
        whole = json.dumps(answered).encode()
        match trouble.fault:
            case Fault.HTML:
                self._send_bytes(trouble.status, b"<!doctype html><title>Log in</title>", "text/html")
            case Fault.TRUNCATED:
                self._send_bytes(status, whole[: len(whole) // 2], "application/json")
            case Fault.CUT_OFF:
                self.wfile.write(self._head(status, len(whole)) + whole[: len(whole) // 2])
                self.close_connection = True
            case Fault.PADDED:
                padded = {**answered, "padding": "x" * 2_000_000} if isinstance(answered, dict) else answered
                self._send(status, padded)
            case Fault.WRONG_TYPES:
                self._send(status, _twisted(answered))
            case Fault.HUGE:
                self._send_bytes(status, b'"' + b"x" * 10_000_000 + b'"', "application/json")
            case _:
                self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
                self.close_connection = True

    def _drip(self, trouble: Trouble, status: int, answered: object) -> None:
        body = json.dumps(answered).encode()
        head = self._head(status, len(body))
        quick = {
            Fault.DRIP_STATUS: 0,
            Fault.DRIP_HEADERS: head.index(b"\r\n") + 2,
            Fault.DRIP_BODY: len(head),
        }[trouble.fault]
        self.wfile.write((head + body)[:quick])
        self.close_connection = True  # as the head says, so that nobody sends into a connection that is being closed
        for byte in (head + body)[quick:]:
            if self.served.closing.wait(trouble.seconds):
                return
            self.wfile.write(bytes([byte]))

    def _head(self, status: int, length: int) -> bytes:
        return (
            f"HTTP/1.1 {status} Somehow\r\nContent-Type: application/json; charset=utf-8\r\n"
            f"Connection: close\r\nContent-Length: {length}\r\n\r\n"
        ).encode()

    def _send(self, status: int, answered: object, headers: Mapping[str, str] | None = None) -> None:
        body = b"" if status == 204 else json.dumps(answered).encode()
        self._send_bytes(status, body, "application/json; charset=utf-8", headers)

    def _send_bytes(self, status: int, body: bytes, content_type: str, extra: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Keep-Alive", f"timeout={self.timeout:.0f}")
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        for name, values in self._extra.items():
            for value in values:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        for end in (self.rfile, self.wfile, self.connection):  # the last one closed sends the reset
            end.close()
        raise ConnectionAbortedError


def _twisted(value: object) -> object:
    match value:
        case dict():
            return {name: _twisted(inner) for name, inner in value.items()}
        case list():
            return [_twisted(inner) for inner in value]
        case str():
            return len(value)
        case bool() | None:
            return "maybe"
        case _:
            return str(value)
