"""Nothing lost, nothing doubled: the storm of the test, as hard and as long as you like, on both databases."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database import open_database
from storage.migrating import bring_up_to_date
from tests.killing.plan import Plan
from tests.killing.storm import storm
from tests.postgres import serve_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = ("sqlite", "postgresql")


def main(arguments: Sequence[str]) -> None:
    """Let it come, print the counts, and end with 1 unless every wish was requested once."""
    parser = argparse.ArgumentParser(prog="script/bench outbox", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().randrange(10**6), help="what chance does (any)"
    )
    parser.add_argument("--wishes", type=int, default=600, help="how many (600)")
    parser.add_argument("--workers", type=int, default=4, help="processes that send (4)")
    parser.add_argument("--kills", type=int, default=8, help="how often one of them is killed with -9 (8)")
    parser.add_argument("--fails", type=float, default=0.10, help="share of calls that meet 500, 503 or a reset (0.10)")
    parser.add_argument("--silent", type=float, default=0.05, help="share carried out and never answered (0.05)")
    parser.add_argument("--speed", type=float, default=6.0, help="how much faster the workers' clock goes (6)")
    parser.add_argument("--patience", type=float, default=600.0, help="seconds until it counts as stuck (600)")
    parser.add_argument("--on", choices=KINDS, action="append", help="the database; both, unless it is named")
    given = parser.parse_args(arguments)
    hard = (given.wishes, given.workers, given.kills, given.fails, given.silent, given.speed, given.patience)
    plan = Plan(given.seed, *hard)
    held = [_holds(kind, plan) for kind in given.on or KINDS]
    sys.exit(int(not all(held)))


def _holds(kind: str, plan: Plan) -> bool:
    with _database(kind) as url:
        engine = open_database(url)
        bring_up_to_date(engine)
        counts = storm(engine, url, plan)
        engine.dispose()
    print(f"{kind}, seed {plan.seed}: {counts}", flush=True)
    return not (counts.lost or counts.doubled or counts.left)


@contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'overtalkerr.db'}"
    else:
        with serve_postgres() as server:
            yield server.fresh("storm")
