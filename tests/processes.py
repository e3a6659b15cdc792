"""The service as processes of their own: started with an environment, spoken to over sockets, told to stop, killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import requests

from settings import ROOT

#: Seconds until what should happen counts as never happening; a machine may have much else to do.
PATIENCE = 30.0


def environment(tmp_path: Path, **given: str) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOST": "127.0.0.1", "DATABASE_URL": f"sqlite:///{tmp_path}/x.db", **given}


def free_port() -> str:
    """Below those that the system gives to whoever asks for any: tests that run beside this one are not given it."""
    return free_ports(1)[0]


def free_ports(count: int) -> list[str]:
    found: list[str] = []
    with ExitStack() as held:
        for port in range(20_000 + os.getpid() % 10_000, 32_000):
            with suppress(OSError):
                held.enter_context(closing(socket.create_server(("127.0.0.1", port))))
                found.append(str(port))
            if len(found) == count:
                return found
    pytest.fail("no port is free")


@contextmanager
def started(environ: Mapping[str, str], *arguments: str, module: str = "app") -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
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


@dataclass(frozen=True, slots=True)
class Service:
    """One that takes turns."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    def says(self, text: str, conversation: str = "one", *, speaker: str = "ann", **more: Any) -> dict[str, Any]:
        """One turn over /voice: the whole answer."""
        told = {"text": text, "session": conversation, "speaker": speaker, **more}
        answer = requests.post(f"{self.url}/voice", json=told, timeout=PATIENCE)
        answer.raise_for_status()
        heard: dict[str, Any] = answer.json()
        return heard

    def is_told_to_stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def is_gone(self) -> float:
        """Wait for its end, which must be a good one; seconds that this took."""
        began = time.monotonic()
        assert self.process.wait(PATIENCE) == 0, self.log.read_text()
        return time.monotonic() - began


@contextmanager
def services(folder: Path, *environs: Mapping[str, str], arguments: tuple[str, ...] = ()) -> Iterator[list[Service]]:
    """So many at once, each with its environment, once all of them answer."""
    running: list[Service] = []
    try:
        for number, (environ, port) in enumerate(zip(environs, free_ports(len(environs)), strict=True)):
            log = folder / f"service{number}.log"
            command = [sys.executable, "-m", "app", *arguments]
            with log.open("w") as out:
                process = subprocess.Popen(
                    command, cwd=ROOT, env=dict(environ) | {"PORT": port}, stdout=out, stderr=out, text=True
                )
            running.append(Service(f"http://127.0.0.1:{port}", process, log))
        for one in running:
            wait_for(partial(_answers, one))
        yield running
    finally:
        for one in running:
            one.process.kill()
            one.process.wait(10)


def wait_for(what: Callable[[], object], patience: float = PATIENCE) -> None:
    """Look again and again until it is so."""
    until = time.monotonic() + patience
    while not what():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.02)


def _answers(one: Service) -> bool:
    assert one.process.poll() is None, one.log.read_text()
    with suppress(requests.ConnectionError):
        return requests.get(f"{one.url}/health", timeout=PATIENCE).ok
    return False
