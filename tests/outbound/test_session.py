"""Calls over a real socket to a server that fails in every way: each ends in time, and says what happened."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from outbound import (
    Answer,
    BadAddress,
    Broken,
    OutboundError,
    Redirected,
    Session,
    TimedOut,
    TooLarge,
    Unreachable,
    bounded,
)
from tests.backends.stand_in import KEY, Fault, StandIn

STATUS = "/api/v1/status"
GRACE = 0.2  # seconds a call may come back late
SHORT = 0.2


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture
def session(server: StandIn) -> Iterator[Session]:
    with Session(server.url, headers={"X-Api-Key": KEY}) as opened:
        yield opened


def send(session: Session, method: str, *, timeout: float) -> Answer:
    if method == "GET":
        return session.get(STATUS, timeout=timeout)
    return session.post("/api/v1/request", movie(), timeout=timeout)


def movie(tmdb_id: int = 438631) -> dict[str, object]:
    return {"mediaType": "movie", "mediaId": tmdb_id, "is4k": False}


# --- the deadline


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.DRIP_STATUS, Fault.DRIP_HEADERS, Fault.DRIP_BODY])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_server_that_hangs_or_drips_costs_no_more_than_the_time_given(
    server: StandIn, session: Session, fault: Fault, method: str
):
    server.fault(fault, seconds=0.02)
    began = time.monotonic()
    with pytest.raises(TimedOut, match=r"within 0\.2 s"):
        send(session, method, timeout=SHORT)
    assert SHORT - 0.01 <= time.monotonic() - began < SHORT + GRACE
    assert len(server.heard) == 1


def test_a_server_that_never_accepts_costs_no_more_than_the_time_given():
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        with (
            socket.create_connection(deaf.getsockname()),
            Session(f"http://127.0.0.1:{deaf.getsockname()[1]}") as one,
        ):
            began = time.monotonic()
            with pytest.raises(TimedOut):
                one.get(STATUS, timeout=SHORT)
            assert time.monotonic() - began < SHORT + GRACE


def test_an_answer_that_is_slow_but_in_time_is_an_answer(server: StandIn, session: Session):
    server.fault(Fault.DRIP_BODY, seconds=0.0005)
    assert session.get(STATUS, timeout=5).status == 200


def test_retries_stay_within_the_time_given(server: StandIn, session: Session):
    server.fault(Fault.STATUS, status=503, headers={"Retry-After": "1"})
    began = time.monotonic()
    assert session.get(STATUS, timeout=SHORT).status == 503
    assert time.monotonic() - began < SHORT
    assert len(server.heard) == 1


def test_a_server_that_asks_for_a_little_patience_is_asked_again(server: StandIn, session: Session):
    server.fault(Fault.STATUS, status=503, headers={"Retry-After": "1"}, times=1)
    began = time.monotonic()
    assert session.get(STATUS, timeout=3).status == 200
    assert time.monotonic() - began >= 1


def test_no_time_left_means_nothing_is_sent(server: StandIn, session: Session):
    with pytest.raises(TimedOut, match="not sent"):
        session.post("/api/v1/request", movie(), timeout=0)
    assert not server.heard


def test_many_threads_that_hang_all_come_back_in_time(server: StandIn, session: Session):
    server.fault(Fault.HANG)

    def call(_: int) -> float:
        began = time.monotonic()
        with pytest.raises(TimedOut):
            session.get(STATUS, timeout=SHORT)
        return time.monotonic() - began

    with ThreadPoolExecutor(24) as pool:
        assert max(pool.map(call, range(24))) < SHORT + 2 * GRACE


def test_a_thread_with_little_time_does_not_shorten_the_call_of_another(server: StandIn, session: Session):
    server.fault(Fault.SLOW, on="/auth/me", seconds=0.4)
    with ThreadPoolExecutor(2) as pool:
        patient = pool.submit(session.get, "/api/v1/auth/me", timeout=5)
        assert session.get(STATUS, timeout=0.2).status == 200
        assert patient.result().status == 200


# --- what is tried again


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.DROP])
def test_a_read_whose_connection_drops_is_tried_again(server: StandIn, session: Session, fault: Fault):
    server.fault(fault, times=1)
    assert session.get(STATUS, timeout=2).status == 200


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_read_is_tried_again_while_the_server_is_away(server: StandIn, session: Session, status: int):
    server.fault(Fault.STATUS, status=status, times=2)
    assert session.get(STATUS, timeout=2).status == 200
    assert server.calls["GET /api/v1/status"] == 3


def test_a_read_is_given_up_after_three_tries(server: StandIn, session: Session):
    server.fault(Fault.STATUS, status=503)
    assert session.get(STATUS, timeout=5).status == 503
    assert server.calls["GET /api/v1/status"] == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 500])
def test_an_answer_that_will_not_change_is_asked_for_once(server: StandIn, session: Session, status: int):
    server.fault(Fault.STATUS, status=status)
    assert session.get(STATUS, timeout=2).status == status
    assert server.calls["GET /api/v1/status"] == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("seconds", [2, 3600])
def test_a_server_that_asks_for_much_patience_is_not_asked_again(
    server: StandIn, session: Session, status: int, seconds: int
):
    server.fault(Fault.STATUS, status=status, headers={"Retry-After": str(seconds)})
    began = time.monotonic()
    answer = session.get(STATUS, timeout=5)
    assert (answer.status, answer.retry_after) == (status, seconds)
    assert time.monotonic() - began < GRACE
    assert len(server.heard) == 1


def test_a_retry_after_that_is_no_number_is_passed_over(server: StandIn, session: Session):
    server.fault(Fault.STATUS, status=503, headers={"Retry-After": "soon"})
    answer = session.get(STATUS, timeout=2)
    assert (answer.status, answer.retry_after) == (503, None)


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.DROP, Fault.CUT_OFF, Fault.GARBAGE])
def test_a_post_that_breaks_off_is_sent_once_and_said_to_be_broken(server: StandIn, session: Session, fault: Fault):
    server.fault(fault, on="POST")
    with pytest.raises(Broken):
        session.post("/api/v1/request", movie(), timeout=2)
    assert server.calls["POST /api/v1/request"] == (0 if fault is Fault.RESET_BEFORE else 1)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_post_is_never_sent_again_whatever_the_answer(server: StandIn, session: Session, status: int):
    server.fault(Fault.STATUS, status=status, headers={"Retry-After": "0"})
    assert session.post("/api/v1/request", movie(), timeout=2).status == status
    assert server.calls["POST /api/v1/request"] == 1


# --- connections


def test_one_connection_serves_call_after_call(server: StandIn, session: Session):
    for _ in range(3):
        assert session.get(STATUS, timeout=2).status == 200
    assert server.connected == 1


def test_headers_and_body_that_come_apart_are_not_waited_for():
    with StandIn(nagle=True) as server, Session(server.url) as session:
        took = sorted(seconds_for(lambda: session.get(STATUS, timeout=2)) for _ in range(9))
    assert took[4] < 0.03  # left to itself, the kernel makes the server wait 0.04 s


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_waiting_connection_that_the_server_closed_is_no_error(method: str):
    with StandIn(keep_alive=0.05) as server, Session(server.url, headers={"X-Api-Key": KEY}) as session:
        assert session.get(STATUS, timeout=2).status == 200
        wait_until(lambda: server.connections == 0)
        again = send(session, method, timeout=2)
        assert again.status in {200, 201}


def test_a_connection_that_waited_too_long_is_not_used_again(
    server: StandIn, session: Session, monkeypatch: pytest.MonkeyPatch
):
    session.get(STATUS, timeout=2)
    monkeypatch.setattr(bounded, "MAX_IDLE", 0.0)  # time cannot be turned under a real socket
    assert session.post("/api/v1/request", movie(), timeout=2).status == 201
    assert server.connected == 2


def test_a_closed_session_leaves_no_connection_and_no_thread(server: StandIn):
    before = threading.active_count()
    session = Session(server.url)
    session.get(STATUS, timeout=2)
    assert threading.active_count() == before + 1  # the server's own
    session.close()
    wait_until(lambda: server.connections == 0)


def test_neither_a_proxy_nor_a_netrc_of_the_environment_gets_between(
    server: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login eve password eve")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    with Session(server.url) as session:
        assert session.get(STATUS, timeout=2).status == 200
    assert "authorization" not in server.heard[0].headers


def test_cookies_do_not_travel_from_call_to_call(server: StandIn, session: Session):
    server.fault(Fault.STATUS, status=200, headers={"Set-Cookie": "connect.sid=abc; Path=/"}, times=1)
    session.get(STATUS, timeout=2)
    session.get(STATUS, timeout=2)
    assert all("cookie" not in heard.headers for heard in server.heard)


# --- what goes wrong says so


def test_a_server_that_is_not_there_is_unreachable(server: StandIn, session: Session):
    with server.closed():
        for call in (lambda: session.get(STATUS, timeout=2), lambda: session.post("/x", {}, timeout=2)):
            with pytest.raises(Unreachable, match=f"{session.host}: no connection .*refused"):
                call()
    assert session.get(STATUS, timeout=2).status == 200


def test_a_host_that_does_not_exist_is_unreachable():
    with Session("http://no-such-host.invalid:5055") as session, pytest.raises(Unreachable, match="no-such-host"):
        session.get(STATUS, timeout=5)


@pytest.mark.parametrize("fault", [Fault.CUT_OFF, Fault.GARBAGE])
def test_half_an_answer_is_broken(server: StandIn, session: Session, fault: Fault):
    server.fault(fault)
    with pytest.raises(Broken):
        session.get(STATUS, timeout=2)


@pytest.mark.parametrize(("fault", "said"), [(Fault.HTML, "text/html"), (Fault.TRUNCATED, "application/json")])
def test_an_answer_that_is_no_json_says_what_it_is(server: StandIn, session: Session, fault: Fault, said: str):
    server.fault(fault, status=200)
    answer = session.get(STATUS, timeout=2)
    with pytest.raises(Broken, match=said):
        answer.json()


def test_an_answer_nested_without_end_is_no_json(server: StandIn, session: Session):
    with pytest.raises(Broken):
        Answer(200, "application/json", b"[" * 500_000).json()


def test_a_huge_answer_is_not_read_to_its_end(server: StandIn, session: Session):
    server.fault(Fault.HUGE)
    with pytest.raises(TooLarge, match="4000000 bytes"):
        session.get(STATUS, timeout=5)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirect_is_explained_and_not_followed(server: StandIn, session: Session, method: str):
    server.fault(Fault.REDIRECT)
    with pytest.raises(Redirected, match=r"https://elsewhere\.example/login") as caught:
        send(session, method, timeout=2)
    assert "secret" not in str(caught.value)
    assert len(server.heard) == 1


def test_a_redirect_to_https_says_what_to_write(server: StandIn, session: Session):
    server.fault(Fault.REDIRECT, headers={"Location": "https://127.0.0.1/"})
    with pytest.raises(Redirected, match="https only") as caught:
        session.get(STATUS, timeout=2)
    assert caught.value.to_https


# --- addresses and secrets


@pytest.mark.parametrize(
    "address",
    ["", "nas:5055", "ftp://nas", "http://", "http://nas:port", "http://[::1", "http://na s", f"http://{'a' * 70}"],
)
def test_an_address_that_cannot_be_called_is_refused_at_once(address: str):
    with pytest.raises(BadAddress):
        Session(address)


@pytest.mark.parametrize("key", ["two\nlines", "schlüssel", " spaced"])
def test_a_key_that_cannot_be_sent_is_refused_without_being_shown(key: str):
    with pytest.raises(BadAddress, match="X-Api-Key") as caught:
        Session("http://nas:5055", headers={"X-Api-Key": key})
    assert key.strip() not in str(caught.value)


def test_a_login_in_the_address_is_sent_as_a_header_and_never_shown(server: StandIn):
    with Session(server.url.replace("http://", "http://ada:s3cret%40@") + "/base/") as session:
        session.get("/api/v1/status", timeout=2)
        shown = f"{session!r} {session.host} {session.url} {session._address}"
    assert "s3cret" not in shown
    assert server.heard[0].target == "/base/api/v1/status"
    assert server.heard[0].headers["authorization"].removeprefix("Basic ") == "YWRhOnMzY3JldEA="  # ada:s3cret@


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.DROP, Fault.REDIRECT, Fault.HUGE, Fault.GARBAGE])
def test_no_error_shows_the_key_or_the_query(
    server: StandIn, session: Session, fault: Fault, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    server.fault(fault)
    with pytest.raises(OutboundError) as caught:
        session.get("/api/v1/search?query=a%20private%20wish", timeout=SHORT)
    assert KEY not in f"{caught.value!r}{caught.value.__context__!r}{caplog.text}"
    assert "private" not in str(caught.value)


def seconds_for(call: Callable[[], object]) -> float:
    began = time.monotonic()
    call()
    return time.monotonic() - began


def wait_until(reached) -> None:
    ends = time.monotonic() + 2
    while not reached():
        assert time.monotonic() < ends, "never reached"
        time.sleep(0.005)
