"""A worker that is killed while it sends: what may have arrived is not sent again by the next one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from media import News, Stage, Wish
from media_notices import BY_DEFAULT, Result
from storage.opening import Storage, open_storage
from tests.backends.stand_in import StandIn
from tests.fake_backend import DUNE, SEVERANCE
from tests.house import copy_database
from tests.killing.sender import fast
from tests.notices.receivers import takes_json

ROOT = Path(__file__).parents[2]
#: How many of the worker's seconds go by in one: the lease of a job whose worker is dead runs out sooner.
SPEED = 60.0
PATIENCE = 30.0


@contextmanager
def working(database: str, manager: StandIn) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of its own; whatever it was doing, it is gone afterwards."""
    command = [sys.executable, "-m", "tests.killing.sender", database, manager.url, str(SPEED)]
    worker = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"NOTICE_MORE_SCHEMES": "json", "WORKERS": "1"})
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.slow
def test_a_worker_killed_while_it_sends_and_one_killed_before(tmp_path: Path, fresh_database: Path):
    url = f"sqlite:///{copy_database(fresh_database, tmp_path)}"
    storage = open_storage(url, 2, lambda: fast(SPEED), 3600, None)
    with StandIn() as manager, takes_json() as got:
        storage.addresses.add("voice", "ann", got.url, BY_DEFAULT, "")
        first, second = (is_ready(storage, wish) for wish in (Wish(DUNE.title), Wish(SEVERANCE.title, (1,))))
        with working(url, manager) as worker:
            got.on_arrival = worker.kill  # it has arrived, and nobody lives to write that down
            wait_for(lambda: worker.poll() is not None)
        got.on_arrival = lambda: None
        assert len(got.titles) >= 1
        with working(url, manager):
            wait_for(lambda: all(result(storage, row) for row in (first, second)))
    assert sorted(got.titles) == ["Dune: ready to watch", "Season one of Severance: ready to watch"]
    assert {result(storage, first), result(storage, second)} <= {Result.SENT, Result.UNSURE}
    assert Result.UNSURE in {result(storage, first), result(storage, second)}
    storage.engine.dispose()


def is_ready(storage: Storage, wish: Wish) -> int:
    """Ann asked for it, and it is there; the row of the request."""
    owed = storage.outbox.write(wish, channel="voice", speaker="ann")
    (one,) = storage.following.of_title(wish.title.key)
    assert storage.outbox.withdraw(owed, "voice", "ann", "")
    storage.following.note(one.row, News(Stage.READY, "webhook"))
    return one.row


def result(storage: Storage, request: int) -> Result | None:
    """What came of the message about it."""
    found = (storage.notices.get(row) for row in (1, 2))
    return next((notice.result for notice in found if notice is not None and notice.request == request), None)
