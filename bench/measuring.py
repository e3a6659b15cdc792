"""Counting milliseconds, and a service and a backend to count them on."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests

from tests.backends.stand_in import KEY, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0  # seconds until a service that does not come up counts as broken


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds: the median and the slow ends."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Spread:
        """The spread of these times in seconds."""
        ordered = sorted(seconds)
        return cls(*(1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)))

    def row(self, name: str) -> str:
        """One line of a table."""
        return f"| {name} | {self.p50:.2f} | {self.p95:.2f} | {self.p99:.2f} |"


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


@dataclass(slots=True)
class Backend:
    """A stand-in request manager without latency of its own, in a process of its own."""

    url: str
    pipe: Connection

    def calls(self) -> dict[str, int]:
        """How often each route was asked since the last look."""
        self.pipe.send("calls")
        counted: dict[str, int] = self.pipe.recv()
        return counted


@contextmanager
def backend() -> Iterator[Backend]:
    """Start the stand-in; it ends with the block."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve_backend, args=(theirs,), daemon=True)
    process.start()
    try:
        yield Backend(ours.recv(), ours)
    finally:
        process.kill()
        process.join()


def _serve_backend(pipe: Connection) -> None:
    with StandIn(keep_alive=60.0) as server:
        pipe.send(server.url)
        while pipe.recv():
            counted, server.calls = dict(server.calls), type(server.calls)()
            pipe.send(counted)


@dataclass(frozen=True, slots=True)
class Service:
    """A running Overtalkerr."""

    url: str
    pid: int
    first_answer: float  # seconds from the start of the process

    def memory(self) -> float:
        """Megabytes, its children's too; what they share is counted once (PSS)."""
        return sum(_resident(pid) for pid in self.pids())

    def own_memory(self) -> float:
        """Megabytes that no file stands behind; what is shared weighs less or more as others come and go."""
        return sum(_resident(pid, "Anonymous:") for pid in self.pids())

    def pids(self) -> list[int]:
        """The process and its children."""
        return [self.pid, *_children(self.pid)]


@contextmanager
def service(
    backend_url: str, port: int, folder: Path, *, production: bool = False, learns: int = 0
) -> Iterator[Service]:
    """Start one on this port with its database in `folder`; it ends with the block.

    It `learns` so many titles: what is learned in the background is not the price of a turn.
    """
    environment = os.environ | {
        "MEDIA_BACKEND_URL": backend_url,
        "MEDIA_BACKEND_API_KEY": KEY,
        "DATABASE_URL": f"sqlite:///{folder / f'{port}.db'}",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "LOG_LEVEL": "WARNING",
        "LEARNED_TITLES": str(learns),
        "VOICE_TOKEN": "only-for-measuring",
    }
    command = [sys.executable, "-m", "app", *(["--production"] if production else [])]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    try:
        url = f"http://127.0.0.1:{port}"
        _first_answer(url, process)
        yield Service(url, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait()


def _first_answer(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end and process.poll() is None:
        try:
            if say(requests.Session(), url, "hello", "first").get("speech"):
                return
        except requests.ConnectionError:
            time.sleep(0.01)
    sys.exit("the service did not come up")


def say(session: requests.Session, url: str, text: str, conversation: str) -> dict[str, Any]:
    """One turn over /voice."""
    answer = session.post(f"{url}/voice", json={"text": text, "session": conversation}, timeout=PATIENCE)
    answer.raise_for_status()
    told: dict[str, Any] = answer.json()
    return told


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def _resident(pid: int, which: str = "Pss:") -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    return 0.0
