"""A service under steady load for a while: is memory flat, no thread or connection left over, the database bounded?

The service runs as in production (gunicorn, SQLite, by default) and the stand-in request manager in a process of its
own; now and then it fails. With --hours, time is turned by hand instead and every table is counted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression
from typing import TYPE_CHECKING, Final

import requests

from bench.measuring import Service, Spread, service
from tests.soaking.households import Household, conversations
from tests.soaking.turned import turned
from tests.soaking.unreliable import failing_backend

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Seconds between two looks, and how long a service may take to let go of what a load held.
LOOK_EVERY: Final = 10.0
TO_REST: Final = 10.0
#: The share of the time after which caches are warm and pools are full.
WARM: Final = 0.4
#: What counts as flat: megabytes an hour, and bytes of database for each turn taken.
MOST_MEGABYTES_AN_HOUR: Final = 12.0
MOST_BYTES_A_TURN: Final = 4000.0
TALKERS: Final = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """What was seen at one moment."""

    at: float  # seconds since the load began
    turns: int
    memory: float  # MB of its own
    threads: int
    files: int  # open descriptors, connections among them
    database: float  # MB, what stands beside the file included
    spread: Spread  # of the answers since the last look
    slowest: float  # milliseconds

    def row(self) -> str:
        """One line of the table."""
        cells = (f"{self.at:.0f}", str(self.turns), f"{self.memory:.1f}", str(self.threads), str(self.files))
        times = (f"{self.spread.p50:.0f}", f"{self.spread.p95:.0f}", f"{self.slowest:.0f}")
        return f"| {' | '.join((*cells, f'{self.database:.2f}', *times))} |"


@dataclass(slots=True)
class Load:
    """What the talkers did so far."""

    times: list[float] = field(default_factory=list)
    turns: int = 0
    failed: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, seconds: float, problem: str = "") -> None:
        """One turn."""
        with self.lock:
            self.turns += 1
            self.times.append(seconds)
            if problem:
                self.failed.append(problem)

    def taken(self) -> list[float]:
        """The times since the last look."""
        with self.lock:
            times, self.times = self.times, []
        return times


def main(arguments: Sequence[str]) -> None:
    """Soak, print Markdown, and end with 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(prog="script/bench soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    parser.add_argument("--rate", type=float, default=20.0, help="turns a second (20)")
    parser.add_argument("--hours", type=float, default=0.0, help="turn time by hand instead, so many hours")
    parser.add_argument("--port", type=int, default=5895, help="the port to use (5895)")
    parser.add_argument("--seed", type=int, default=20261120, help="what chance does")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if given.hours:
            problems = _turned(Path(folder), given.hours)
        else:
            problems = _soak(Path(folder), given.minutes * 60, given.rate, given.port, given.seed)
    for problem in problems:
        print(f"**{problem}**")
    print("\nNot as it should be." if problems else "\nAs it should be.")
    sys.exit(int(bool(problems)))


def _turned(folder: Path, hours: float) -> list[str]:
    counted = turned(folder, hours)
    print("| table | rows at most | rows at the end |\n|---|---|---|")
    for table, (most, last) in sorted(counted.rows.items()):
        print(f"| {table} | {most} | {last} |")
    print(f"\n{hours:g} hours, {counted.turns} turns.")
    return list(counted.problems)


def _soak(folder: Path, seconds: float, rate: float, port: int, seed: int) -> list[str]:
    with failing_backend(seed) as manager, service(manager, port, folder, production=True, learns=20_000) as running:
        load, samples = Load(), list[Sample]()
        database = folder / f"{port}.db"
        print(f"{rate:g} turns a second for {seconds / 60:g} min, seed {seed}; the machine's load: {_busy()}.\n")
        print("| s | turns | MB | threads | files | database MB | p50 ms | p95 ms | slowest ms |\n" + "|---" * 9 + "|")
        began = time.monotonic()
        talkers = [
            _talker(running.url, number, rate / TALKERS, began + seconds, load, seed) for number in range(TALKERS)
        ]
        while (left := began + seconds - time.monotonic()) > 0:
            time.sleep(min(LOOK_EVERY, left))
            samples.append(_look(running, database, time.monotonic() - began, load))
            print(samples[-1].row(), flush=True)
        for talker in talkers:
            talker.join()
        time.sleep(TO_REST)
        at_rest = _look(running, database, time.monotonic() - began, load)
        print(at_rest.row())
        open_ones = _connections(port)
        return _verdict(samples, at_rest, open_ones, load, rate)


def _talker(url: str, number: int, rate: float, until: float, load: Load, seed: int) -> threading.Thread:
    """Some of the household: takes `rate` turns a second, whether or not the last one took long."""
    talker = threading.Thread(target=_talk, args=(url, Household(number, seed), 1 / rate, until, load))
    talker.start()
    return talker


def _talk(url: str, household: Household, every: float, until: float, load: Load) -> None:
    session = requests.Session()
    due = time.monotonic()
    for said in conversations(household):
        due = max(
            due + every, time.monotonic() - 1.0
        )  # what a slow second cost is caught up with, a slow minute is not
        if due > until:
            return
        time.sleep(max(0.0, due - time.monotonic()))
        began = time.perf_counter()
        problem = _say(session, url, said, stays=household.keeps_its_connection)
        load.note(time.perf_counter() - began, problem)


def _say(session: requests.Session, url: str, said: dict[str, str], *, stays: bool) -> str:
    """Take one turn, over a connection that `stays` for the next; what went wrong."""
    session.trust_env = False
    headers = {} if stays else {"Connection": "close"}
    try:
        answer = session.post(f"{url}/voice", json=said, headers=headers, timeout=30)
    except requests.RequestException as problem:
        return type(problem).__name__
    return "" if answer.ok and answer.json()["speech"] else f"{answer.status_code} {answer.text[:80]}"


def _look(running: Service, database: Path, at: float, load: Load) -> Sample:
    times = load.taken() or [0.0]
    pids = running.pids()
    threads, files = (sum(_count(f"/proc/{pid}/{what}") for pid in pids) for what in ("task", "fd"))
    size = sum(beside.stat().st_size for beside in database.parent.glob(f"{database.name}*")) / 1e6
    return Sample(at, load.turns, running.own_memory(), threads, files, size, Spread.of(times), 1000 * max(times))


def _count(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def _connections(port: int) -> int:
    """Those that are open at our end of this port, or half closed."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    at_port = [row for row in rows if int(row[1].rpartition(":")[2], 16) == port]
    return sum(row[3] in {"01", "08"} for row in at_port)  # ESTABLISHED, CLOSE_WAIT


def _busy() -> str:
    return Path("/proc/loadavg").read_text().rpartition(" ")[0]


def _verdict(samples: Sequence[Sample], at_rest: Sample, open_ones: int, load: Load, rate: float) -> list[str]:
    """Say how it went; what is not as it should be."""
    warm = [sample for sample in samples if sample.at >= WARM * samples[-1].at]
    hour = 3600 * linear_regression([one.at for one in warm], [one.memory for one in warm]).slope
    a_turn = 1e6 * (warm[-1].database - warm[0].database) / max(1, warm[-1].turns - warm[0].turns)
    halves = warm[: len(warm) // 2], warm[len(warm) // 2 :]
    threads = [max(one.threads for one in half) for half in halves]
    files = [max(one.files for one in half) for half in halves]
    print(f"\n- memory, warm: {hour:+.1f} MB an hour ({warm[0].memory:.1f} MB, then {warm[-1].memory:.1f} MB)")
    print(f"- threads at most: {threads[0]}, then {threads[1]}; at rest {at_rest.threads}")
    print(f"- files at most: {files[0]}, then {files[1]}; at rest {at_rest.files}; connections at rest: {open_ones}")
    print(f"- database: {a_turn:.0f} bytes a turn")
    print(f"- {load.turns} turns, {load.turns / samples[-1].at:.1f} a second; {len(load.failed)} failed")
    for problem in load.failed[:5]:
        print(f"  - {problem}")
    print(f"- the machine's load: {_busy()}")
    wrong = {
        f"memory grows by {hour:.1f} MB an hour": hour > MOST_MEGABYTES_AN_HOUR,
        "threads are left over": threads[1] > threads[0] + 2,
        "files are left open": files[1] > files[0] + 4,
        f"{open_ones} connections are left over": open_ones > 0,
        f"the database grows by {a_turn:.0f} bytes a turn": a_turn > MOST_BYTES_A_TURN,
        f"{len(load.failed)} turns failed": bool(load.failed),
        "it did not keep up": load.turns < 0.9 * rate * samples[-1].at,
    }
    return [what for what, is_so in wrong.items() if is_so]
