"""Every call is counted once, with what came of it."""

from __future__ import annotations

import pytest

from outbound import Breaker, Resting, Session, Unreachable
from tests.backends.stand_in import KEY, StandIn

Counted = list[tuple[str, str]]


def test_an_answer_is_counted_by_its_status():
    counted: Counted = []
    with StandIn() as server, _session(server.url, counted) as session:
        session.get("/api/v1/status", timeout=2)
        session.get("/api/v1/nothing-there", timeout=2)
    assert counted == [("GET", "2xx"), ("GET", "4xx")]


def test_a_call_that_brought_no_answer_is_counted_by_what_happened():
    counted: Counted = []
    with _session("http://127.0.0.1:9", counted, Breaker(failures=1)) as session:
        for error in (Unreachable, Resting):
            with pytest.raises(error):
                session.post("/api/v1/request", {}, timeout=1)
    assert counted == [("POST", "Unreachable"), ("POST", "Resting")]


def _session(url: str, counted: Counted, breaker: Breaker | None = None) -> Session:
    def count(method: str, outcome: str, seconds: float) -> None:
        assert 0 <= seconds < 5
        counted.append((method, outcome))

    return Session(url, headers={"X-Api-Key": KEY}, breaker=breaker, count=count)
