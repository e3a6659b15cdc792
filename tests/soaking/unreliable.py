"""A stand-in request manager in its own process that now and then fails: `python -m tests.soaking.unreliable 7`."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from settings import ROOT
from tests.backends.door import Fault, Heard, Trouble
from tests.backends.stand_in import StandIn
from tests.soaking.households import everything

#: What goes wrong with one call in fifty.
TROUBLES = (
    Trouble(Fault.STATUS, status=500),
    Trouble(Fault.STATUS, status=503, headers={"Retry-After": "1"}),
    Trouble(Fault.RESET_BEFORE),
    Trouble(Fault.RESET_AFTER),
    Trouble(Fault.SLOW, seconds=1.0),
    Trouble(Fault.CUT_OFF),
)
SHARE = 0.02


class NowAndThen(StandIn):
    def __init__(self, seed: int) -> None:
        super().__init__(titles=everything(), keep_alive=60.0)
        self._chance = random.Random(seed)

    def trouble_for(self, method: str, target: str) -> Trouble | None:
        with self.lock:
            if "settings" in target or self._chance.random() >= SHARE:
                return None
            return self._chance.choice(TROUBLES)

    def note(self, heard: Heard) -> None:
        """Counts nothing: it runs for long."""


@contextmanager
def failing_backend(seed: int) -> Iterator[str]:
    """Its address."""
    command = [sys.executable, "-m", "tests.soaking.unreliable", str(seed)]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def main(seed: int) -> None:
    with NowAndThen(seed) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
