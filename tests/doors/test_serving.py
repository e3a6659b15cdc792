"""The service as a command: it starts, it says where, it stops, and it says why when it cannot."""

from __future__ import annotations

import signal
import socket
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
import requests

from media_backends import AT_START
from tests.backends.stand_in import KEY, Fault, StandIn
from tests.house import copy_database
from tests.processes import environment, free_port, started


def test_it_starts_answers_and_stops(tmp_path: Path):
    port = free_port()
    with started(environment(tmp_path, PORT=port)) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(3)]
        assert told[1].startswith("  Overtalkerr is up (demo). It speaks with the built-in demo")
        assert told[2] == f"  Try it: http://localhost:{port}/test\n"
        answer = requests.post(f"http://127.0.0.1:{port}/voice", json={"text": "get dune"}, timeout=10)
        assert answer.json()["offer"]["title"] == "Dune"
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=10)
        assert process.returncode == 0
        assert "Stopping." in log
        assert "Traceback" not in log


def test_a_port_that_is_taken_is_told(tmp_path: Path):
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as taken,
        started(environment(tmp_path, PORT=str(taken.getsockname()[1]), LOG_LEVEL="ERROR")) as process,
    ):
        _, log = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "Overtalkerr cannot start.\nPort " in log
    assert "is taken. Stop what listens there, or choose another with PORT=" in log
    assert len(log.splitlines()) == 2


def test_an_address_that_is_not_ours_is_told(tmp_path: Path):
    with started(environment(tmp_path, HOST="203.0.113.9", LOG_LEVEL="ERROR")) as process:
        _, log = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "Cannot listen on 203.0.113.9 port 5000" in log
    assert "Check HOST and PORT." in log


def test_in_production_gunicorn_answers(tmp_path: Path):
    port = free_port()
    with started(environment(tmp_path, PORT=port, WEB_THREADS="3"), "--production") as process:
        assert process.stderr
        assert any("Booting worker" in line for line in process.stderr)
        answer = requests.post(f"http://127.0.0.1:{port}/voice", json={"text": "get dune"}, timeout=10)
        assert answer.json()["offer"]["title"] == "Dune"
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=10)
        assert process.returncode == 0
        assert "Traceback" not in log


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="what a process was started with is read in /proc")
@pytest.mark.parametrize(("owner", "has"), [({}, "2"), ({"MALLOC_ARENA_MAX": "4"}, "4")])
def test_in_production_little_memory_is_kept_free_unless_the_owner_says_how_much(
    tmp_path: Path, owner: dict[str, str], has: str
):
    with started(environment(tmp_path, PORT=free_port(), **owner), "--production") as process:
        assert process.stderr
        assert any("Starting gunicorn" in line for line in process.stderr)
        was_started_with = Path(f"/proc/{process.pid}/environ").read_text(encoding="utf-8").split("\0")
        assert f"MALLOC_ARENA_MAX={has}" in was_started_with


def test_in_production_what_is_wrong_is_told_as_well(tmp_path: Path):
    with started(environment(tmp_path, PORT="99999"), "--production") as process:
        _, told = process.communicate(timeout=10)
        assert process.returncode == 1
        assert told.startswith("Overtalkerr cannot start.\nPORT is '99999', which is not allowed.")


def test_in_production_what_is_wrong_beyond_the_settings_is_told_without_a_traceback(tmp_path: Path):
    wrong = environment(tmp_path, PORT=free_port(), NOTICE_URLS="file:///etc/hush")
    with started(wrong, "--production") as process:
        _, told = process.communicate(timeout=60)
        assert process.returncode != 0
        assert "Overtalkerr cannot start.\nNOTICE_URLS is not allowed: file:// may not be used" in told
        assert "Traceback" not in told
        assert "hush" not in told


def first_answer(url: str, within: float) -> dict[str, Any]:
    """What /health says as soon as anybody listens."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        with suppress(requests.ConnectionError):
            told: dict[str, Any] = requests.get(f"{url}/health", timeout=until - time.monotonic()).json()
            return told
        time.sleep(0.02)
    pytest.fail(f"nobody answered within {within} s")


@pytest.mark.slow
def test_it_is_up_before_the_request_manager_has_said_a_word(tmp_path: Path, fresh_database: Path):
    copy_database(fresh_database, tmp_path).rename(tmp_path / "x.db")
    with StandIn() as server:
        real = {"MEDIA_BACKEND_URL": server.url, "MEDIA_BACKEND_API_KEY": KEY}
        takes = time_to_answer(environment(tmp_path, **real))  # with a server that answers, on this very machine
        server.fault(Fault.HANG)
        waited = time_to_answer(environment(tmp_path, **real))
        assert waited < 2 * takes + AT_START + 1, "the rest is for a machine that gets busy in between"


def time_to_answer(environ: dict[str, str]) -> float:
    """Seconds from the start of the process until the first two turns are answered; a turn waits for nobody."""
    port, began = free_port(), time.monotonic()
    with started(environ | {"PORT": port}):
        url = f"http://127.0.0.1:{port}"
        first_answer(url, within=30)
        assert requests.post(f"{url}/voice", json={"text": "help"}, timeout=2).json()["expect_reply"] is True
        return time.monotonic() - began


@pytest.mark.slow
def test_who_it_is_that_hangs_at_the_start_is_found_out_later(tmp_path: Path, fresh_database: Path):
    copy_database(fresh_database, tmp_path).rename(tmp_path / "x.db")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with StandIn() as server:
        server.fault(Fault.SLOW, seconds=AT_START + 0.5, times=2)  # the first look, and the second: both too late
        real = {"MEDIA_BACKEND_URL": server.url, "MEDIA_BACKEND_API_KEY": KEY}
        with started(environment(tmp_path, PORT=port, **real)):
            seen = first_answer(url, within=30)["backend"]
            assert (seen["type"], seen["certain"]) == ("overseerr", False)
            until = time.monotonic() + 20
            while not (seen := requests.get(f"{url}/health", timeout=5).json()["backend"])["certain"]:
                assert time.monotonic() < until
                time.sleep(0.05)
            assert seen["type"] == "seerr"
