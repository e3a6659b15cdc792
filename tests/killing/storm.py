"""Wishes by the hundred, processes that are killed while they send them, and a backend that cannot be relied upon."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from storage.outbox import Outbox
from tests.killing.backend import wishes
from tests.killing.plan import Plan
from tests.killing.sender import fast

ROOT = Path(__file__).parents[2]
#: Seconds between two looks at how far it is.
GLANCE = 0.02


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted on the backend's side, and how long it took."""

    wished: frozenset[str]  # Wish.key
    made: Mapping[str, int]  # Wish.key -> how many requests there are
    calls: Mapping[str, int]
    met: Mapping[str, int]  # what went wrong there
    kills: int
    left: int  # rows that are not settled
    seconds: float

    @property
    def lost(self) -> frozenset[str]:
        return self.wished - self.made.keys()

    @property
    def doubled(self) -> dict[str, int]:
        return {key: count for key, count in self.made.items() if count > 1 or key not in self.wished}

    def __str__(self) -> str:
        met = ", ".join(f"{count} × {what}" for what, count in sorted(self.met.items()))
        return (
            f"{len(self.wished)} wishes: {sum(self.made.values())} requests on the backend's side, {len(self.lost)} lost, "
            f"{len(self.doubled)} doubled, {self.left} still owed; {self.kills} × kill -9; {self.seconds:.1f} s; "
            f"{self.calls.get('POST /api/v1/request', 0)} POSTs heard; the backend's faults: {met}"
        )


def storm(engine: Engine, url: str, plan: Plan) -> Counts:
    """Let it come over the database behind `engine`, which `url` names for others."""
    outbox, chance, began = Outbox(engine, partial(fast, plan.speed)), random.Random(plan.seed), time.monotonic()
    with _backend(plan) as backend:
        senders = [_sender(url, backend.url, plan.speed) for _ in range(plan.senders)]
        # By how far it is and not by the clock, so that they are at work when it meets them on any machine.
        kills = sorted(chance.sample(range(plan.wishes // 50, plan.wishes * 9 // 10), plan.kills), reverse=True)
        killed = 0
        try:
            wished = frozenset(_wish(outbox, plan))
            while outbox.depth() and time.monotonic() - began < plan.patience:
                while kills and backend.count() >= kills[-1]:
                    kills.pop()
                    victim = chance.randrange(len(senders))
                    _kill(senders[victim])
                    senders[victim] = _sender(url, backend.url, plan.speed)
                    killed += 1
                time.sleep(GLANCE)
        finally:
            for sender in senders:
                _kill(sender)
        return Counts(wished, **backend.tell(), kills=killed, left=outbox.depth(), seconds=time.monotonic() - began)


def _wish(outbox: Outbox, plan: Plan) -> Iterator[str]:
    """Every wish, and every fifth by a second person."""
    for number, wish in enumerate(wishes(plan)):
        row = outbox.write(wish, channel="voice", speaker=f"person {number % 7}")
        if number % 5 == 0:
            again = outbox.write(wish, channel="voice", speaker="somebody else")
            assert again == row or outbox.outcome(row) is not None
        yield wish.key


class _Backend:
    """The stand-in, seen from here."""

    def __init__(self, plan: Plan) -> None:
        command = [sys.executable, "-m", "tests.killing.backend", json.dumps(asdict(plan))]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()

    def tell(self) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def count(self) -> int:
        return sum(self.tell()["made"].values())

    def end(self) -> None:
        self._process.communicate(timeout=20)


@contextmanager
def _backend(plan: Plan) -> Iterator[_Backend]:
    backend = _Backend(plan)
    try:
        yield backend
    finally:
        backend.end()


def _sender(url: str, backend: str, speed: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.killing.sender", url, backend, str(speed)]
    return subprocess.Popen(command, cwd=ROOT)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9."""
    process.kill()
    process.wait()
