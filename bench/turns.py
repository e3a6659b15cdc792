"""What a turn costs: our own time beside the raw round trip, backend calls, throughput, memory, start."""

from __future__ import annotations

import argparse
import itertools
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from bench.measuring import Backend, Service, Spread, backend, say, service, timed
from tests.backends.stand_in import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How the service is started -> with gunicorn or not.
SERVERS = {"script/run": False, "script/run --production": True}


def main(arguments: Sequence[str]) -> None:
    """Measure and print Markdown."""
    parser = argparse.ArgumentParser(prog="script/bench turns", description=__doc__)
    parser.add_argument("--turns", type=int, default=300, help="turns of each kind (300)")
    parser.add_argument("--seconds", type=float, default=5.0, help="length of each throughput run (5)")
    parser.add_argument("--port", type=int, default=5890, help="first of the ports to use (5890)")
    options = parser.parse_args(arguments)
    for port, (name, production) in enumerate(SERVERS.items(), options.port):
        print(f"\n## {name}\n")
        with backend() as manager, tempfile.TemporaryDirectory() as folder:
            with service(manager.url, port, Path(folder), production=production) as fresh:
                first_start = fresh.first_answer
            with service(manager.url, port, Path(folder), production=production) as running:
                before = running.memory()
                _own_time(running, manager, options.turns)
                _calls(running, manager)
                _throughput(running, options.seconds)
                print(f"\nFrom the start of the process to the first answer: {running.first_answer:.2f} s", end="")
                print(f" ({first_start:.2f} s where the database has to be made first).")
                print(f"Memory: {before:.0f} MB after the first turn, {running.memory():.0f} MB after all of them.")


def _own_time(running: Service, manager: Backend, turns: int) -> None:
    """Raw round trips and turns take their places in one loop, so that a noisy machine disturbs both alike."""
    session = requests.Session()
    session.trust_env = False
    times: dict[str, list[float]] = {"backend": [], "service": [], "ask": [], "no": [], "own ask": [], "own no": []}
    search = f"{manager.url}/api/v1/search?query=dune&language=en"
    for number in range(turns):
        conversation = f"own-{number}"
        raw_backend = timed(lambda: session.get(search, headers={"X-Api-Key": KEY}, timeout=10))
        raw_service = timed(lambda: session.get(f"{running.url}/favicon.none", timeout=10))
        ask = timed(partial(say, session, running.url, f"download {_spelled('interstellar', number)}", conversation))
        say(session, running.url, "download dune", conversation)
        no = timed(partial(say, session, running.url, "no", conversation))
        for name, seconds in (
            ("backend", raw_backend),
            ("service", raw_service),
            ("ask", ask),
            ("no", no),
            ("own ask", ask - raw_backend - raw_service),
            ("own no", no - raw_service),
        ):
            times[name].append(seconds)
    print(f"Milliseconds over {turns} rounds:\n\n| | p50 | p95 | p99 |\n|---|---|---|---|")
    for name, title in (
        ("backend", "raw round trip to the request manager"),
        ("service", "raw round trip to the service (a page that is not there)"),
        ("ask", '"download interstellar" to the offer'),
        ("no", '"no" to the next offer'),
        ("own ask", "**own time** of the first: less both round trips"),
        ("own no", "**own time** of the second: less the service's round trip"),
    ):
        print(Spread.of(times[name]).row(title))


def _spelled(title: str, number: int) -> str:
    """The title in capitals and small letters of its own for each number: what was searched for is remembered."""
    return "".join(letter.upper() if number >> place & 1 else letter for place, letter in enumerate(title))


def _calls(running: Service, manager: Backend) -> None:
    print("\nBackend calls:\n\n| turn | before the answer | while the person thinks |\n|---|---|---|")
    session = requests.Session()
    film = ("download dune", "no", "no", "no", "download dune from 1984", "yes")
    show = ("get the office", "yes", "two and three")
    for conversation, turns in (("film", film), ("show", show)):
        for text in turns:
            manager.calls()
            say(session, running.url, text, f"calls-{conversation}")
            in_the_turn = _told(manager)
            time.sleep(0.3)
            print(f"| {text} | {in_the_turn} | {_told(manager)} |")


def _told(manager: Backend) -> str:
    calls = {route: count for route, count in manager.calls().items() if "auth" not in route}
    return ", ".join(f"{count} × {route}" for route, count in calls.items()) or "none"


def _throughput(running: Service, seconds: float) -> None:
    print("\n| people at once | turns a second | p50 ms | p95 ms |\n|---|---|---|---|")
    for people in (1, 8, 32):
        times: list[float] = []
        began = time.perf_counter()
        talkers = [
            threading.Thread(target=_talk, args=(running.url, f"{people}-{one}", began + seconds, times))
            for one in range(people)
        ]
        for talker in talkers:
            talker.start()
        for talker in talkers:
            talker.join()
        spread = Spread.of(times)
        print(f"| {people} | {len(times) / (time.perf_counter() - began):.0f} | {spread.p50:.1f} | {spread.p95:.1f} |")


def _talk(url: str, person: str, until: float, times: list[float]) -> None:
    session = requests.Session()
    session.trust_env = False
    for number in itertools.count():
        for text in ("download dune", "no"):
            if time.perf_counter() > until:
                return
            times.append(timed(partial(say, session, url, text, f"{person}-{number}")))
