"""The same service in a process of its own, over the same database: `python -m tests.turns.another_process FILE`.

Reads turns, a line of JSON each, and writes the answers; "requested" tells what it has requested so far.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tests.fake_backend import FakeBackend, film
from tests.house import House

ROOT = Path(__file__).parents[2]
ALIENS = tuple(film(f"Alien {number}", 9000 + number, 1980 + number) for number in range(1, 9))


class Another:
    """Such a process, seen from here."""

    def __init__(self, database: Path) -> None:
        command = [sys.executable, "-m", "tests.turns.another_process", str(database)]
        self._process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.answer() == {"ready": True}

    def says(self, text: str, session: str, **more: Any) -> Self:
        """Say something, without waiting for the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"text": text, "session": session, **more}) + "\n")
        self._process.stdin.flush()
        return self

    def waits(self) -> None:
        """Come back when a turn waits there for another one."""
        assert self._line() == {"waits": True}

    def answer(self) -> dict[str, Any]:
        """What came of the next turn."""
        while (told := self._line()) == {"waits": True}:
            pass
        return told

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def end(self) -> None:
        self._process.communicate(timeout=20)


@contextmanager
def another(house: House) -> Iterator[Another]:
    """One beside this house."""
    process = Another(house.database)
    try:
        yield process
    finally:
        process.end()


def main(database: str) -> None:
    house = House(Path(database), FakeBackend())
    try:
        _tell({"ready": True})
        for line in sys.stdin:
            with ThreadPoolExecutor(1) as speaking:
                turn = speaking.submit(house.posts, **json.loads(line))
                while not turn.done() and not house.somebody_waits.wait(0.01):
                    pass
                if house.somebody_waits.is_set():
                    _tell({"waits": True})
                house.somebody_waits.clear()
            _tell({"told": turn.result(), "requested": house.fake.submitted})
    finally:
        house.close()


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
