"""Finding out which request manager answers, and making the one class that speaks with it."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from media_backends import (
    BackendError,
    BackendFactory,
    BackendTooSlow,
    BackendType,
    BackendUnavailable,
    BackendUnreachable,
    Opening,
    UnknownBackend,
)
from tests.backends.stand_in import KEY, Fault, Product, StandIn

ROOT = Path(__file__).parents[2]
NOBODY = "http://127.0.0.1:9"  # the discard port: nothing listens there


@pytest.fixture(autouse=True)
def _all_lines_are_caught(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


@pytest.mark.parametrize("product", Product)
def test_each_of_the_three_is_told_by_its_settings(product: Product, caplog: pytest.LogCaptureFixture):
    with StandIn(product) as server:
        assert BackendFactory.detect_backend_type(server.url) == product.lower()
        assert [heard.target for heard in server.heard] == ["/api/v1/settings/public"]
    assert f"Detected {product} backend" in caplog.messages


@pytest.mark.parametrize("product", Product)
def test_what_is_detected_is_made(product: Product, caplog: pytest.LogCaptureFixture):
    with StandIn(product) as server:
        backend = BackendFactory.create(base_url=server.url + "/", api_key=f" {KEY}\n")
        assert type(backend).__name__ == f"{product}Backend"
        assert backend.account(timeout=2).name == "Ada"
        backend.close()
    assert caplog.messages[-2:] == [f"Detected {product} backend", f"Initialized {product}Backend"]


def test_a_key_is_not_shown_to_a_server_that_is_not_known_yet(server: StandIn):
    BackendFactory.detect_backend_type(server.url, KEY)
    assert "x-api-key" not in server.heard[0].headers


def test_a_forced_type_asks_nobody(server: StandIn, caplog: pytest.LogCaptureFixture):
    settled = BackendFactory.settle(Opening(server.url, KEY), BackendType.JELLYSEERR)
    assert (settled.backend.backend_type, settled.certain) == (BackendType.JELLYSEERR, True)
    assert not server.heard
    assert caplog.messages == ["Initialized JellyseerrBackend"]


def test_when_nobody_answers_it_is_taken_for_overseerr_until_somebody_does(caplog: pytest.LogCaptureFixture):
    settled = BackendFactory.settle(Opening(NOBODY, KEY))
    assert (settled.backend.backend_type, settled.certain) == (BackendType.OVERSEERR, False)
    assert "Could not detect backend type, defaulting to Overseerr" in caplog.messages
    assert caplog.messages[-1] == "Initialized OverseerrBackend"


def test_once_it_answers_it_is_detected_for_certain(server: StandIn):
    with server.closed():
        assert not BackendFactory.settle(Opening(server.url, KEY)).certain
    settled = BackendFactory.settle(Opening(server.url, KEY))
    assert (settled.backend.backend_type, settled.certain) == (BackendType.SEERR, True)


def test_a_server_that_hangs_is_given_up_in_time(server: StandIn):
    server.fault(Fault.HANG)
    began = time.monotonic()
    with pytest.raises(BackendTooSlow):
        BackendFactory.detect_backend_type(server.url, timeout=0.3)
    assert time.monotonic() - began < 0.5


def test_a_proxy_with_nobody_behind_it_is_nobody(server: StandIn):
    server.fault(Fault.STATUS, status=502)
    with pytest.raises(BackendUnreachable, match=r"Only a proxy .* \(502\)"):
        BackendFactory.detect_backend_type(server.url)


@pytest.mark.parametrize("fault", [Fault.DROP, Fault.GARBAGE, Fault.CUT_OFF])
def test_an_answer_that_breaks_off_tells_nothing_about_the_type(server: StandIn, fault: Fault):
    server.fault(fault)
    with pytest.raises(BackendUnavailable):
        BackendFactory.detect_backend_type(server.url)


@pytest.mark.parametrize(
    ("fault", "status", "told"),
    [
        (Fault.STATUS, 404, r"\(404\)"),
        (Fault.STATUS, 500, r"\(500\)"),
        (Fault.HTML, 200, r"\(no JSON, but \d+ bytes of text/html \(status 200\)\)"),
        (Fault.WRONG_SHAPE, 200, r"\(200, but not as we know it\)"),
        (Fault.REDIRECT, 302, r"\(sends us on to https://elsewhere.example/login\)"),
    ],
)
def test_a_stranger_is_an_error_that_lists_what_was_tried(server: StandIn, fault: Fault, status: int, told: str):
    server.fault(fault, status=status)
    expected = (
        rf"^No known request manager answers at {server.url}\. Tried /api/v1/settings/public {told} "
        rf"and /api/v1/Status/info {told}\. Check MEDIA_BACKEND_URL\.$"
    )
    with pytest.raises(UnknownBackend, match=expected):
        BackendFactory.create(base_url=server.url, api_key=KEY)


def test_a_server_that_wants_https_is_told_apart_from_a_stranger(server: StandIn):
    server.fault(Fault.REDIRECT, headers={"Location": "https://127.0.0.1:5056/api/v1/settings/public"})
    with pytest.raises(
        UnknownBackend, match=r"sends us on to https://127\.0\.0\.1:5056/.*: it answers over https only"
    ):
        BackendFactory.create(base_url=server.url, api_key=KEY)


@pytest.mark.parametrize("address", ["", "nas:5055", "ftp://nas"])
def test_an_address_that_cannot_be_called_is_not_taken_for_a_server_that_is_down(address: str):
    with pytest.raises(BackendError, match="Check the address") as caught:
        BackendFactory.create(base_url=address, api_key=KEY)
    assert not isinstance(caught.value, BackendUnavailable)


def test_a_key_that_cannot_be_sent_is_refused_without_being_shown(server: StandIn):
    with pytest.raises(BackendError, match="X-Api-Key") as caught:
        BackendFactory.create(base_url=server.url, api_key="schlüssel")
    assert "schlüssel" not in str(caught.value)


def test_a_type_that_is_not_installed_is_said_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("backends.known_backends", tuple)
    with pytest.raises(UnknownBackend, match="No backend of type seerr"):
        BackendFactory.create(BackendType.SEERR, NOBODY, KEY)


def test_each_known_type_is_found_once():
    found = [known.backend_type for known in BackendFactory.known_backends()]
    assert len(found) == len(set(found))
    assert {BackendType.OVERSEERR, BackendType.JELLYSEERR, BackendType.SEERR} <= set(found)


def test_an_opening_shows_neither_address_nor_key():
    assert repr(Opening("http://ada:s3cret@nas", KEY)).count("s3cret") + repr(Opening("x", KEY)).count(KEY) == 0


def test_finding_the_backends_does_not_load_what_only_calling_needs():
    lines = "import sys, backends; backends.known_backends(); sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", lines], cwd=ROOT, check=False).returncode == 0
