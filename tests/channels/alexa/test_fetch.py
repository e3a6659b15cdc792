"""Fetching a chain over a real socket, and reading the public roots. Only this machine is spoken to."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import certifi
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.verification import Store

from channels.alexa.certificates import MAX_BYTES, ca_bundle, fetch_over, read_roots
from tests.channels.alexa.signing import DAY, YEAR, Amazon, issue, pem, rsa_key


class Handler(BaseHTTPRequestHandler):
    """A bucket with manners good and bad, by path."""

    def do_GET(self) -> None:
        match self.path:
            case "/small":
                self._answer(200, b"x" * 100)
            case "/full":
                self._answer(200, b"x" * MAX_BYTES)
            case "/large":
                self._answer(200, b"x" * (MAX_BYTES + 1))
            case "/moved":
                self._answer(302, b"", "/small")
            case "/broken":
                self._answer(200, b"x", length=1000)
            case "/dripping":
                self._drip()
            case _:
                self._answer(403, b"AccessDenied")

    def _answer(self, status: int, body: bytes, location: str = "", length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self._answer(200, b"", length=1000)
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    """Stops only when its last answer is out, and keeps quiet about clients that hang up."""

    daemon_threads = False

    def handle_error(self, *_: object) -> None:
        """A client that distrusts us or has had enough is what some stories are about."""


def _serving(server: Server) -> Iterator[Server]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def bucket() -> Iterator[str]:
    for server in _serving(Server(("127.0.0.1", 0), Handler)):
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="module")
def today() -> Amazon:
    """TLS looks at the real clock."""
    return Amazon.founded(datetime.now(UTC))


@pytest.fixture
def trusted(today: Amazon, tmp_path: Path) -> str:
    file = tmp_path / "roots.pem"
    file.write_bytes(pem(*today.roots))
    return str(file)


@pytest.fixture
def tls_bucket(today: Amazon, tmp_path: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate_and_key(today, tmp_path / "server.pem"))
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    for _ in _serving(server):
        yield f"https://localhost:{server.server_port}"


def _certificate_and_key(amazon: Amazon, file: Path) -> Path:
    key = rsa_key("server")
    leaf = issue(amazon.intermediate, key, ["localhost"], amazon.now - DAY, amazon.now + YEAR)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(pem(leaf, amazon.intermediate.certificate) + private)
    return file


@pytest.mark.parametrize(("path", "size"), [("/small", 100), ("/full", MAX_BYTES)])
def test_a_chain_is_fetched(path: str, size: int, bucket: str) -> None:
    assert fetch_over(certifi.where())(bucket + path) == b"x" * size


@pytest.mark.parametrize("path", ["/nothing-here", "/moved", "/large", "/broken"])
def test_what_is_no_chain_is_refused(path: str, bucket: str) -> None:
    with pytest.raises(OSError, match="the answer"):
        fetch_over(certifi.where())(bucket + path)


def test_a_server_that_drips_is_given_up(bucket: str) -> None:
    began = time.monotonic()
    with pytest.raises(OSError, match="too slowly"):
        fetch_over(certifi.where(), seconds=0.3)(bucket + "/dripping")
    assert time.monotonic() - began < 1.5


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(OSError, match="timed out"):
        fetch_over(certifi.where(), seconds=0.3)(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_nobody_at_home_is_an_oserror() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        with pytest.raises(OSError, match="refused"):
            fetch_over(certifi.where())(f"http://127.0.0.1:{deaf.getsockname()[1]}/")


def test_tls_is_checked_against_the_bundle(tls_bucket: str, trusted: str) -> None:
    assert fetch_over(trusted)(tls_bucket + "/small") == b"x" * 100
    with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        fetch_over(certifi.where())(tls_bucket + "/small")


def test_the_public_roots_can_be_read() -> None:
    roots = read_roots(ca_bundle({}))
    assert "Amazon Root CA 1" in {name.value for root in roots for name in root.subject}
    Store(list(roots))


def test_ssl_cert_file_names_other_roots(trusted: str, today: Amazon) -> None:
    assert read_roots(ca_bundle({"SSL_CERT_FILE": trusted})) == today.roots


def test_a_root_that_cannot_be_parsed_does_not_shut_out_the_others(trusted: str, today: Amazon) -> None:
    file = Path(trusted)
    spoilt = b"-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n"
    file.write_bytes(spoilt + file.read_bytes())
    assert read_roots(trusted) == today.roots
