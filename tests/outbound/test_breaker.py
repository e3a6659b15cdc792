"""A server that keeps failing is left alone for a moment, and one call at a time finds out whether it is back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from outbound import Answer, BadAddress, Breaker, Broken, OutboundError, Redirected, Resting, Session, TimedOut
from outbound.errors import Unreachable
from tests.backends.stand_in import KEY, Fault, StandIn
from tests.house import StoppedClock

WELL = Answer(200, "application/json", b"{}")
STATUS = "/api/v1/status"


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(100.0)


@pytest.fixture
def breaker(clock: StoppedClock) -> Breaker:
    return Breaker(clock, failures=3, pause=10.0)


def try_with(breaker: Breaker, outcome: Answer | OutboundError, timeout: float = 5.0) -> Answer:
    def make() -> Answer:
        if isinstance(outcome, OutboundError):
            raise outcome
        return outcome

    return breaker.call(make, "GET /x at nas", timeout)


def fail(breaker: Breaker, times: int, outcome: OutboundError | None = None) -> None:
    for _ in range(times):
        with pytest.raises(type(outcome or Unreachable())):
            try_with(breaker, outcome or Unreachable("refused"))


def test_it_opens_after_so_many_failures_and_sends_nothing_more(breaker: Breaker):
    fail(breaker, 3)
    with pytest.raises(Resting, match=r"GET /x at nas was not sent: the server failed 3 times"):
        try_with(breaker, WELL)
    assert breaker.state.rests_for == 10.0


def test_a_success_in_between_begins_the_count_anew(breaker: Breaker):
    fail(breaker, 2)
    try_with(breaker, WELL)
    fail(breaker, 2)
    assert try_with(breaker, WELL) is WELL


def test_after_the_pause_a_success_closes_it(breaker: Breaker, clock: StoppedClock):
    fail(breaker, 3)
    clock.now += 10
    assert try_with(breaker, WELL) is WELL
    assert (breaker.state.failures, breaker.state.rests_for) == (0, None)


def test_after_the_pause_a_failure_begins_another(breaker: Breaker, clock: StoppedClock):
    fail(breaker, 3)
    clock.now += 10
    fail(breaker, 1)
    with pytest.raises(Resting):
        try_with(breaker, WELL)
    assert breaker.state.rests_for == 10.0


def test_one_call_at_a_time_tries_whether_it_is_back(breaker: Breaker, clock: StoppedClock):
    fail(breaker, 3)
    clock.now += 10
    under_way, go_on = threading.Event(), threading.Event()

    def slow() -> Answer:
        under_way.set()
        assert go_on.wait(5)
        return WELL

    with ThreadPoolExecutor(1) as pool:
        probe = pool.submit(breaker.call, slow, "probe", 5.0)
        assert under_way.wait(5)
        with pytest.raises(Resting):
            try_with(breaker, WELL)
        go_on.set()
        assert probe.result() is WELL
    assert try_with(breaker, WELL) is WELL


def test_a_try_that_tells_nothing_lets_the_next_one_try(breaker: Breaker, clock: StoppedClock):
    fail(breaker, 3)
    clock.now += 10
    with pytest.raises(BadAddress):
        try_with(breaker, BadAddress("nonsense"))
    assert try_with(breaker, WELL) is WELL


def test_a_bug_in_a_try_does_not_keep_it_open_for_ever(breaker: Breaker, clock: StoppedClock):
    fail(breaker, 3)
    clock.now += 10
    with pytest.raises(ZeroDivisionError):
        breaker.call(lambda: 1 // 0, "GET /x", 5.0)  # type: ignore[arg-type, return-value]
    assert try_with(breaker, WELL) is WELL


def test_calls_that_were_under_way_do_not_make_the_pause_longer(breaker: Breaker, clock: StoppedClock):
    under_way, go_on = threading.Event(), threading.Event()

    def late() -> Answer:
        under_way.set()
        assert go_on.wait(5)
        raise Unreachable("refused")

    with ThreadPoolExecutor(1) as pool:
        straggler = pool.submit(breaker.call, late, "GET /x", 5.0)
        assert under_way.wait(5)
        fail(breaker, 3)
        clock.now += 4
        go_on.set()
        with pytest.raises(Unreachable):
            straggler.result()
    assert breaker.state.rests_for == 6.0


def test_a_call_that_was_under_way_does_not_let_a_second_one_try(breaker: Breaker, clock: StoppedClock):
    gates = {name: (threading.Event(), threading.Event()) for name in ("straggler", "probe")}

    def slow(name: str, *, well: bool) -> Answer:
        under_way, go_on = gates[name]
        under_way.set()
        assert go_on.wait(5)
        if well:
            return WELL
        raise TimedOut("slow")

    with ThreadPoolExecutor(2) as pool:
        straggler = pool.submit(breaker.call, lambda: slow("straggler", well=False), "GET /x", 5.0)
        assert gates["straggler"][0].wait(5)
        fail(breaker, 3)
        clock.now += 10
        probe = pool.submit(breaker.call, lambda: slow("probe", well=True), "GET /x", 5.0)
        assert gates["probe"][0].wait(5)
        gates["straggler"][1].set()
        with pytest.raises(TimedOut):
            straggler.result()
        with pytest.raises(Resting):  # the probe is still under way
            try_with(breaker, WELL)
        gates["probe"][1].set()
        assert probe.result() is WELL


@pytest.mark.parametrize(
    "outcome",
    [
        *(Answer(status, "application/json", b"{}") for status in (400, 401, 403, 404, 409, 429, 500)),
        Answer(403, "text/html", b""),
    ],
)
def test_a_refusal_is_no_failure(breaker: Breaker, outcome: Answer):
    for _ in range(9):
        assert try_with(breaker, outcome) is outcome


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_proxy_without_a_server_is_a_failure(breaker: Breaker, status: int):
    for _ in range(3):
        try_with(breaker, Answer(status, "text/html", b""))
    with pytest.raises(Resting):
        try_with(breaker, WELL)


@pytest.mark.parametrize("error", [TimedOut("slow"), Broken("half"), Unreachable("refused")])
def test_no_answer_is_a_failure(breaker: Breaker, error: OutboundError):
    fail(breaker, 3, error)
    with pytest.raises(Resting):
        try_with(breaker, WELL)


def test_a_call_that_had_hardly_any_time_says_nothing_about_the_server(breaker: Breaker):
    for _ in range(9):
        with pytest.raises(TimedOut):
            try_with(breaker, TimedOut("slow"), timeout=0.2)
    assert try_with(breaker, WELL) is WELL


def test_a_redirect_comes_from_a_server_that_is_well(breaker: Breaker):
    fail(breaker, 9, Redirected("sends us on", "https://nas"))


# --- over a real socket


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


def test_a_server_that_is_left_alone_hears_nothing(server: StandIn, breaker: Breaker, clock: StoppedClock):
    with Session(server.url, headers={"X-Api-Key": KEY}, breaker=breaker) as session:
        server.fault(Fault.DROP)
        for _ in range(3):
            with pytest.raises(Broken):
                session.post("/api/v1/request", {}, timeout=2)
        for method in ("GET", "POST"):
            with pytest.raises(Resting):
                session.send(method, STATUS, timeout=2)
        assert len(server.heard) == 3
        server.mend()
        clock.now += 10
        assert session.get(STATUS, timeout=2).status == 200
        assert session.breaker == breaker.state
