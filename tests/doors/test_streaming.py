"""Calls that take long, as gunicorn serves them: they end when the service stops, and leave threads to who speaks."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from doors.gunicorn_worker import MOST_SECONDS
from storage.database import open_database
from tests.processes import environment, free_port, started
from tests.requests_told import Told

STREAM = {"Accept": "text/event-stream"}


@contextmanager
def in_production(tmp_path: Path, threads: int) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    port = free_port()
    environ = environment(tmp_path, PORT=port, WEB_THREADS=str(threads))
    with started(environ, "--production") as process:
        assert process.stderr
        assert any("Booting worker" in line for line in process.stderr)
        yield f"http://127.0.0.1:{port}", process
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


def watch(url: str) -> requests.Response:
    return requests.get(f"{url}/events", headers=STREAM, stream=True, timeout=10)


def until_seated(url: str, within: float) -> bool:
    """Whether a seat is free in time."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        with watch(url) as stream:
            if stream.status_code == 200:
                return True
    return False


def test_an_open_stream_does_not_hold_up_the_end(tmp_path: Path):
    with in_production(tmp_path, threads=6) as (url, process), watch(url) as one, watch(url) as two:
        lines = [stream.iter_lines() for stream in (one, two)]  # one that is let go of hangs up
        assert [next(each) for each in lines] == [b"retry: 2000"] * 2
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=10)
        assert time.monotonic() - began < 3  # 8 where nobody tells the streams
        assert process.returncode == 0
        assert "Traceback" not in log
        assert {line for each in lines for line in each} <= {b"", b"id: 0"}


def test_with_all_seats_taken_whoever_speaks_is_answered_and_whoever_watches_asks_again(tmp_path: Path):
    with in_production(tmp_path, threads=6) as (url, _), ExitStack() as held:
        streams = [held.enter_context(watch(url)) for _ in range(4)]
        assert [stream.status_code for stream in streams] == [200, 200, 204, 204]
        began = time.monotonic()
        for _ in range(5):
            answer = requests.post(f"{url}/voice", json={"text": "get dune"}, timeout=10)
            assert answer.json()["offer"]["title"] == "Dune"
        assert time.monotonic() - began < 5
        streams[1].close()
        assert until_seated(url, within=3.0)
        engine = open_database(f"sqlite:///{tmp_path}/x.db")
        begin = requests.get(f"{url}/events", timeout=10).json()["last"]
        Told(engine, time.time).request("Heat")
        engine.dispose()
        asked = requests.get(f"{url}/events", params={"since": begin}, timeout=10).json()
        assert [event["title"] for event in asked["events"]] == ["Heat"]
        lines = (line for line in streams[0].iter_lines() if line.startswith(b"data:"))
        assert b'"title": "Heat"' in next(lines)


HALF_CALLS = (
    b"POST /voice HTTP/1.1\r\nHost: overtalkerr\r\nContent-",
    b"POST /voice HTTP/1.1\r\nHost: overtalkerr\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n{",
    b"POST /webhooks/generic HTTP/1.1\r\nHost: overtalkerr\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
)


@pytest.mark.slow
def test_whoever_never_finishes_a_call_leaves_the_threads_to_the_others_after_seconds(tmp_path: Path):
    with in_production(tmp_path, threads=len(HALF_CALLS)) as (url, _), ExitStack() as callers:
        for half in HALF_CALLS:
            caller = callers.enter_context(socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))))
            caller.sendall(half)
        assert requests.post(f"{url}/voice", json={"text": "get dune"}, timeout=30).json()["offer"]["title"] == "Dune"


@pytest.mark.slow
def test_a_stream_lasts_longer_than_a_call_may_take_to_be_read(tmp_path: Path):
    with in_production(tmp_path, threads=6) as (url, _):
        caller = socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=MOST_SECONDS + 3)
        with caller, caller.makefile("rb", buffering=0) as told:
            caller.sendall(b"GET /events HTTP/1.1\r\nHost: overtalkerr\r\nAccept: text/event-stream\r\n\r\n")
            while not told.readline().startswith(b"id: "):
                pass
            told.read(4)  # the rest of this chunk
            with pytest.raises(TimeoutError):  # it goes on, and nothing happens
                told.read(1)


@pytest.mark.slow
def test_the_time_to_read_a_call_begins_with_its_first_byte(tmp_path: Path):
    """Browsers open connections before they want anything."""
    call = b"POST /voice HTTP/1.1\r\nHost: overtalkerr\r\nConnection: close\r\nContent-Type: application/json\r\n"
    body = b"Content-Length: 19\r\n\r\n" + b'{"text":"get dune"}'
    with in_production(tmp_path, threads=3) as (url, _), ExitStack() as callers:
        caller = callers.enter_context(socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))))
        time.sleep(4.0)  # gunicorn waits for five
        caller.sendall(call)
        time.sleep(3.0)
        caller.sendall(body)
        assert caller.recv(100).startswith(b"HTTP/1.1 200")
