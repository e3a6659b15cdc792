"""Whatever goes wrong on the wire: no call is late, no fault is taken for an answer, no write is sent twice.

One server of the Seerr family speaks for the three, which are called by the same code. Counts are the server's own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from backends.seerr import SeerrBackend
from media import Kind, Wish
from media_backends import (
    AlreadyRequested,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendFactory,
    BackendResting,
    BackendTooSlow,
    BackendUnavailable,
    BackendUnreachable,
    MediaBackend,
    Opening,
    Query,
)
from tests.backends.books import Product
from tests.backends.contract import BREAKING_BAD, DUNE, Asked, Server, film, show
from tests.backends.door import Fault
from tests.backends.served import Served
from tests.backends.servers import SERVERS
from tests.backends.stand_in import KEY, StandIn
from tests.outbound.certificates import certificate_of_this_machine

GRACE = 0.2  # seconds a call may come back late
ENOUGH = 3.0  # seconds that no answer needs, retries included
SHORT = 0.1
#: Server: how it hears of a film that is requested.
REQUESTED = {"seerr": "POST /api/v1/request", "ombi": "POST /api/v1/request/movie"}


class Scene:
    """A server with a film and a show, a backend on it, and its wire."""

    def __init__(self, name: str, server: Server) -> None:
        self.server = server
        self.asks = REQUESTED[name]
        self.wire: Served = server.wire  # type: ignore[attr-defined]  # those that go over one have it
        server.stage(film(), show())
        self.backend: MediaBackend = server.open()

    def make(self, call: str, timeout: float) -> object:
        match call:
            case "search":
                return self.backend.search(Query("dune"), timeout=timeout)
            case "details":
                return self.backend.details(Kind.TV, BREAKING_BAD.id, timeout=timeout)
            case "people":
                return self.backend.people_called("zendaya", timeout=timeout)
            case "titles":
                return self.backend.titles_of(1, timeout=timeout)
            case "account":
                return self.backend.account(timeout=timeout)
            case "film":
                return self.backend.request(Wish(DUNE), timeout=timeout)
            case _:
                return self.backend.request(Wish(BREAKING_BAD, (1, 2)), timeout=timeout)

    def sent(self) -> int:
        """How often the film was asked for on the wire."""
        return self.wire.calls[self.asks]


@pytest.fixture(params=REQUESTED)
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    with SERVERS[request.param]() as server:
        yield Scene(request.param, server)


@contextmanager
def in_time(timeout: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < timeout + GRACE


FAULTS: list[tuple[Fault, int, type[BackendError]]] = [
    (Fault.RESET_BEFORE, 0, BackendBroken),
    (Fault.RESET_AFTER, 0, BackendBroken),
    (Fault.DROP, 0, BackendBroken),
    (Fault.HANG, 0, BackendTooSlow),
    (Fault.HANG_AFTER, 0, BackendTooSlow),
    (Fault.DRIP_STATUS, 0, BackendTooSlow),
    (Fault.DRIP_HEADERS, 0, BackendTooSlow),
    (Fault.DRIP_BODY, 0, BackendTooSlow),
    (Fault.STATUS, 500, BackendBroken),
    (Fault.STATUS, 502, BackendUnreachable),
    (Fault.STATUS, 503, BackendBusy),
    (Fault.STATUS, 504, BackendUnreachable),
    (Fault.STATUS, 429, BackendBusy),
    (Fault.HTML, 200, BackendBroken),
    (Fault.HTML, 500, BackendBroken),
    (Fault.HTML, 502, BackendUnreachable),
    (Fault.TRUNCATED, 0, BackendBroken),
    (Fault.CUT_OFF, 0, BackendBroken),
    (Fault.HUGE, 0, BackendBroken),
    (Fault.GARBAGE, 0, BackendBroken),
    (Fault.WRONG_SHAPE, 200, BackendBroken),
    (Fault.REDIRECT, 0, BackendBroken),
]


@pytest.mark.parametrize(("fault", "status", "error"), FAULTS)
@pytest.mark.parametrize("call", ["search", "details", "account", "film", "seasons"])
def test_no_fault_is_taken_for_an_answer_and_none_is_late(
    scene: Scene, fault: Fault, status: int, error: type[BackendError], call: str
):
    scene.wire.fault(fault, status=status, seconds=0.01)
    timeout = SHORT if error is BackendTooSlow else ENOUGH
    with in_time(timeout), pytest.raises(error):
        scene.make(call, timeout)
    assert scene.server.reads() <= 4  # a search of Ombi's is two questions, each asked twice
    assert scene.server.writes() <= 1


@pytest.mark.parametrize(("fault", "status", "error"), FAULTS)
@pytest.mark.parametrize("call", ["people", "titles"])
def test_no_fault_is_taken_for_somebody_without_titles(fault: Fault, status: int, error: type[BackendError], call: str):
    with SERVERS["seerr"]() as server:
        scene = Scene("seerr", server)
        scene.wire.fault(fault, status=status, seconds=0.01)
        timeout = SHORT if error is BackendTooSlow else ENOUGH
        with in_time(timeout), pytest.raises(error):
            scene.make(call, timeout)
        assert scene.server.reads() <= 3  # where nobody stands behind the proxy, it is asked twice more


@pytest.mark.parametrize(
    ("fault", "made"),
    [
        (Fault.RESET_BEFORE, 0),
        (Fault.DROP, 0),
        (Fault.HANG, 0),
        (Fault.RESET_AFTER, 1),
        (Fault.HANG_AFTER, 1),
        (Fault.TRUNCATED, 1),
        (Fault.CUT_OFF, 1),
        (Fault.DRIP_BODY, 1),
    ],
)
def test_a_request_in_doubt_is_sent_once_and_what_became_of_it_can_be_read(scene: Scene, fault: Fault, made: int):
    scene.wire.fault(fault, on=scene.asks, times=1, seconds=0.05)
    with in_time(0.3), pytest.raises(BackendUnavailable):
        scene.make("film", 0.3)
    assert scene.sent() == (0 if fault is Fault.RESET_BEFORE else 1)
    assert len(scene.server.asked()) == made
    state = scene.backend.details(Kind.MOVIE, DUNE.id, timeout=ENOUGH).title.availability
    assert state.is_asked_for is bool(made)
    if made:
        with pytest.raises(AlreadyRequested):
            scene.make("film", ENOUGH)
    else:
        scene.make("film", ENOUGH)
    assert scene.server.asked() == [Asked(Kind.MOVIE, DUNE.id)]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_for_how_long_and_is_not_pressed(scene: Scene, status: int):
    scene.wire.fault(Fault.STATUS, on=scene.asks, status=status, headers={"Retry-After": "30"})
    with in_time(0), pytest.raises(BackendBusy) as caught:
        scene.make("film", ENOUGH)
    assert caught.value.retry_after == 30
    assert scene.sent() == 1


def test_a_large_answer_is_read_as_any_other(scene: Scene):
    scene.wire.fault(Fault.PADDED)
    for call in ("search", "details", "film"):
        with in_time(ENOUGH):
            scene.make(call, ENOUGH)
    assert scene.server.asked() == [Asked(Kind.MOVIE, DUNE.id)]


def test_fields_of_another_type_are_as_if_they_were_not_there(scene: Scene):
    scene.wire.fault(Fault.WRONG_TYPES, on="/1396")
    with pytest.raises(BackendBroken):
        scene.make("details", ENOUGH)


def test_a_server_that_keeps_failing_is_left_alone(scene: Scene):
    scene.wire.fault(Fault.HTML, status=500)
    for _ in range(5):
        with pytest.raises(BackendBroken):
            scene.make("film", ENOUGH)
    heard = scene.server.writes() + scene.server.reads()
    assert scene.backend.rests
    with in_time(0), pytest.raises(BackendResting):
        scene.make("film", ENOUGH)
    assert scene.server.writes() + scene.server.reads() == heard


# --- over TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_of_this_machine(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def secure(certificate: Path) -> Iterator[StandIn]:
    with StandIn(Product.SEERR) as server:
        server.speak_tls(certificate)
        yield server


@contextmanager
def opened(server: StandIn, ca_file: Path | None) -> Iterator[MediaBackend]:
    backend = SeerrBackend.open(Opening(server.url, KEY, ca_file=None if ca_file is None else str(ca_file)))
    yield backend
    backend.close()


def test_a_certificate_of_the_owners_own_is_trusted_when_it_is_named(secure: StandIn, certificate: Path):
    with opened(secure, certificate) as backend:
        assert backend.search(Query("dune"), timeout=ENOUGH)
    assert BackendFactory.detect_backend_type(secure.url, ca_file=str(certificate)) == "seerr"


def test_a_certificate_that_nobody_vouches_for_says_so(secure: StandIn):
    with opened(secure, None) as backend, pytest.raises(BackendUnreachable, match=r"self.signed certificate"):
        backend.search(Query("dune"), timeout=ENOUGH)
    assert not secure.heard


def test_a_slow_handshake_costs_no_more_than_the_time_given(secure: StandIn, certificate: Path):
    secure.handshake_takes = 5.0
    with opened(secure, certificate) as backend, in_time(SHORT), pytest.raises(BackendTooSlow):
        backend.request(Wish(DUNE), timeout=SHORT)
    assert not secure.requests
