"""Calls over TLS: who is trusted, and that the deadline holds in the handshake and after it."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from outbound import BadAddress, CertificateRefused, Session, TimedOut
from tests.outbound.certificates import certificate_of_this_machine

GRACE = 0.2
SHORT = 0.2
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_of_this_machine(tmp_path_factory.mktemp("tls"))


def answer(connection: socket.socket, over: threading.Event) -> None:
    connection.recv(65536)
    connection.sendall(ANSWER)
    connection.recv(65536)  # until the client closes


def drip(connection: socket.socket, over: threading.Event) -> None:
    connection.recv(65536)
    for byte in ANSWER:
        if over.wait(0.02):
            return
        connection.sendall(bytes([byte]))


def say_nothing(connection: socket.socket, over: threading.Event) -> None:
    over.wait()


@contextmanager
def serving(behaviour: Callable[[socket.socket, threading.Event], None], pem: Path | None) -> Iterator[str]:
    """One connection, served over TLS with this certificate, or without a handshake when there is none."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                connection, _ = listening.accept()
                if pem is not None:
                    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    context.load_cert_chain(pem)
                    connection = context.wrap_socket(connection, server_side=True)
                with connection:
                    behaviour(connection, over)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            over.set()
            listening.close()
            thread.join()


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path):
    with (
        serving(answer, certificate) as url,
        Session(url) as session,
        pytest.raises(CertificateRefused, match=r"self.signed certificate"),
    ):
        session.get("/", timeout=2)


def test_a_certificate_that_the_owner_trusts_is_taken(certificate: Path):
    with serving(answer, certificate) as url, Session(url, ca_file=str(certificate)) as session:
        assert session.get("/", timeout=2).json() == {}


def test_a_certificate_for_another_host_is_refused(certificate: Path):
    with (
        serving(answer, certificate) as url,
        Session(url.replace("127.0.0.1", "localhost"), ca_file=str(certificate)) as session,
        pytest.raises(CertificateRefused, match="localhost"),
    ):
        session.get("/", timeout=2)


@pytest.mark.parametrize("behaviour", [say_nothing, drip])
def test_the_deadline_holds_over_tls(certificate: Path, behaviour):
    with serving(behaviour, certificate) as url, Session(url, ca_file=str(certificate)) as session:
        began = time.monotonic()
        with pytest.raises(TimedOut):
            session.get("/", timeout=SHORT)
        assert time.monotonic() - began < SHORT + GRACE


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_deadline_holds_in_a_handshake_that_never_ends(certificate: Path, method: str):
    with serving(say_nothing, None) as url, Session(url, ca_file=str(certificate)) as session:
        began = time.monotonic()
        with pytest.raises(TimedOut):
            session.get("/", timeout=SHORT) if method == "GET" else session.post("/", {}, timeout=SHORT)
        assert time.monotonic() - began < SHORT + GRACE


def test_a_server_that_speaks_no_tls_is_said_so(certificate: Path):
    with (
        serving(lambda connection, _: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"), None) as url,
        Session(url, ca_file=str(certificate)) as session,
        pytest.raises(CertificateRefused, match="no trusted TLS connection"),
    ):
        session.get("/", timeout=2)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_that_holds_no_certificate_is_refused_at_once(tmp_path: Path, content: str | None):
    file = tmp_path / "roots.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(BadAddress, match=r"roots\.pem"):
        Session("https://nas", ca_file=str(file))
