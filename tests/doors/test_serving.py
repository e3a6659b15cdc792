"""The service as a command: it starts, it says where, it stops, and it says why when it cannot."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import requests

from settings import ROOT
from tests.backends.stand_in import KEY, Fault, StandIn
from tests.house import copy_database


def environment(tmp_path: Path, **given: str) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOST": "127.0.0.1", "DATABASE_URL": f"sqlite:///{tmp_path}/x.db", **given}


def free_port() -> str:
    """Below those that the system gives to whoever asks for any: tests that run beside this one are not given it."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with suppress(OSError), closing(socket.create_server(("127.0.0.1", port))):
            return str(port)
    pytest.fail("no port is free")


@contextmanager
def started(environ: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=10)


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


def test_it_stops_at_once_while_the_request_manager_hangs(tmp_path: Path):
    port = free_port()
    with StandIn() as server:
        real = {"MEDIA_BACKEND_URL": server.url, "MEDIA_BACKEND_API_KEY": KEY, "MEDIA_BACKEND_TYPE": "seerr"}
        with started(environment(tmp_path, PORT=port, **real)) as process:
            assert process.stdout
            _ = [process.stdout.readline() for _ in range(3)]
            voice = f"http://127.0.0.1:{port}/voice"
            heard = requests.post(voice, json={"text": "get dune", "session": "one"}, timeout=5).json()
            assert heard["offer"]["title"] == "Dune"
            server.fault(Fault.HANG, on="/api")
            with suppress(requests.ReadTimeout):
                requests.post(voice, json={"text": "yes", "session": "one"}, timeout=0.5)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=10)  # a call that hangs has 25 seconds
            assert process.returncode == 0


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


def test_in_production_what_is_wrong_is_told_as_well(tmp_path: Path):
    with started(environment(tmp_path, PORT="99999"), "--production") as process:
        _, told = process.communicate(timeout=10)
        assert process.returncode == 1
        assert told.startswith("Overtalkerr cannot start.\nPORT is '99999', which is not allowed.")


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
def test_it_is_up_soon_though_the_request_manager_hangs(tmp_path: Path, fresh_database: Path):
    copy_database(fresh_database, tmp_path).rename(tmp_path / "x.db")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with StandIn() as server:
        server.fault(Fault.HANG)
        real = {"MEDIA_BACKEND_URL": server.url, "MEDIA_BACKEND_API_KEY": KEY}
        with started(environment(tmp_path, PORT=port, **real)):
            backend = first_answer(url, within=8)["backend"]  # five for the search, the rest for a busy machine
            assert (backend["type"], backend["certain"]) == ("overseerr", False)
            began = time.monotonic()
            assert requests.get(f"{url}/health", timeout=2).status_code == 200
            help_heard = requests.post(f"{url}/voice", json={"text": "help"}, timeout=2).json()
            assert help_heard["expect_reply"] is True
            assert time.monotonic() - began < 1
