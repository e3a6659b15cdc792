"""GET /health: what is known, at once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import requests
from sqlalchemy import Connection, event

from errands.condition import Health
from media_backends import BackendUnreachable, KeyRefused
from tests.house import House


def test_before_anything_is_known(house: House):
    answer = house.client.get("/health")
    assert answer.status_code == 200
    assert answer.get_json() == {
        "status": "ok",
        "database": True,
        "backend": {
            "type": "overseerr",
            "certain": True,
            "reachable": None,
            "key_accepted": None,
            "resting": False,
            "age_seconds": None,
        },
    }
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_was_seen_and_when(house: House):
    house.worker.run_due()
    house.waits(12)
    backend = house.client.get("/health").get_json()["backend"]
    assert (backend["reachable"], backend["key_accepted"], backend["age_seconds"]) == (True, True, 12.0)


def test_a_backend_that_is_down_is_no_failure_of_ours(house: House):
    house.fake.is_down(BackendUnreachable("x"))
    house.worker.run_due()
    answer = house.client.get("/health")
    assert (answer.status_code, answer.get_json()["backend"]["reachable"]) == (200, False)


def test_a_key_that_is_refused_is_told(house: House):
    house.fake.fails("account", KeyRefused("x"))
    house.worker.run_due()
    assert house.client.get("/health").get_json()["backend"]["key_accepted"] is False


def test_a_database_that_is_gone_is_a_failure(house: House):
    house.built.engine.dispose()
    house.database.unlink()
    house.database.mkdir()
    answer = house.client.get("/health")
    assert (answer.status_code, answer.get_json()["status"]) == (503, "failing")


def test_a_database_that_takes_nothing_is_a_failure_until_it_does_again(house: House):
    def only_read(connection: Connection) -> None:  # as on a disk that is full
        connection.exec_driver_sql("PRAGMA query_only=ON")

    def write(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only=OFF")

    assert house.client.get("/health").status_code == 200
    event.listen(house.built.engine, "begin", only_read)
    house.waits(30)
    assert house.client.get("/health").status_code == 503
    assert house.built.front.care.conditions()[1].health is Health.UNHEALTHY
    event.remove(house.built.engine, "begin", only_read)
    event.listen(house.built.engine, "begin", write)
    house.waits(30)
    assert house.client.get("/health").status_code == 200


def test_however_often_it_is_asked_for_it_writes_now_and_then(house: House):
    written: list[Connection] = []
    event.listen(house.built.engine, "commit", written.append)
    for _ in range(20):
        house.client.get("/health")
    assert len(written) <= 1


def test_nobody_needs_a_key_for_it(house: House):
    assert house.client.get("/health", environ_base={"REMOTE_ADDR": "203.0.113.7"}).status_code == 200


def test_it_answers_in_milliseconds_while_ten_turns_hang(house: House):
    house.fake.blocks("search")
    with ThreadPoolExecutor(10) as people, house.served() as address, requests.Session() as session:
        hanging = [
            people.submit(requests.post, f"{address}/voice", json={"text": "get dune"}, timeout=30) for _ in range(10)
        ]
        until = time.monotonic() + 10
        while house.fake.calls.count("search") < 8 and time.monotonic() < until:
            time.sleep(0.01)
        took = []
        for _ in range(10):
            began = time.perf_counter()
            assert session.get(f"{address}/health", timeout=5).status_code == 200
            took.append(time.perf_counter() - began)
        assert not any(turn.done() for turn in hanging)
        house.fake.recovers()
        assert {turn.result(30).status_code for turn in hanging} == {200}
    assert sorted(took)[5] < 0.05, took
