"""The quiet thread beside the turns."""

from __future__ import annotations

import threading

import pytest

from errands.duties import CLEAR_EVERY, OWED_EVERY, clear_old, send_owed
from errands.worker import Errand, Worker
from media import Owing, Wish
from media_backends import BackendUnreachable, KeyRefused
from tests.fake_backend import DUNE
from tests.house import Clock, House


class Done:
    """Remembers what was run."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def errand(self, name: str, again_after: float, failure: Exception | None = None) -> Errand:
        def run() -> float:
            self.names.append(name)
            if failure:
                raise failure
            return again_after

        return Errand(name, run)


class Stopped:
    """A clock that goes only when it is turned."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_each_errand_runs_when_it_is_due():
    done, clock = Done(), Stopped()
    worker = Worker((done.errand("often", 2), done.errand("seldom", 60)), clock)
    assert worker.run_due() == 2
    assert done.names == ["often", "seldom"]
    clock.seconds = 1.9
    worker.run_due()
    assert done.names == ["often", "seldom"]
    clock.seconds = 2
    assert worker.run_due() == 2
    assert done.names == ["often", "seldom", "often"]


def test_one_that_fails_is_logged_and_tried_again_and_holds_up_nobody(caplog):
    done, clock = Done(), Stopped()
    worker = Worker((done.errand("bad", 2, ValueError("a bug")), done.errand("good", 2)), clock)
    worker.run_due()
    assert done.names == ["bad", "good"]
    assert "The errand 'bad' failed" in caplog.text
    assert "ValueError: a bug" in caplog.text
    clock.seconds = 59
    worker.run_due()
    assert done.names == ["bad", "good", "good"]
    clock.seconds = 61
    worker.run_due()
    assert done.names[3:] == ["bad", "good"]


def test_it_never_spins():
    worker = Worker((Done().errand("eager", 0),), Stopped())
    assert worker.run_due() >= 0.05


def test_with_nothing_to_do_it_sleeps():
    assert Worker((), Stopped()).run_due() == 60


def test_it_runs_on_its_own_and_stops_at_once():
    ran = threading.Event()

    def run() -> float:
        ran.set()
        return 3600

    worker = Worker((Errand("one", run),), Clock().monotonic)
    worker.start()
    worker.start()
    assert ran.wait(5)
    assert [thread.name for thread in threading.enumerate()].count("errands") == 1
    worker.stop()
    assert "errands" not in [thread.name for thread in threading.enumerate()]


def test_once_stopped_it_starts_nothing_more():
    done = Done()
    worker = Worker((done.errand("late", 1),), Stopped())
    worker.stop()
    worker.run_due()
    assert done.names == []


# --- duties


def owing(row: int) -> Owing:
    return Owing(row, "lease", Wish(DUNE.title), 1)


def test_everything_that_is_owed_is_sent():
    waiting, sent = [owing(1), owing(2)], list[int]()
    errand = send_owed(lambda: waiting.pop(0) if waiting else None, lambda one: sent.append(one.row))
    assert errand.run() == OWED_EVERY
    assert sent == [1, 2]


@pytest.mark.parametrize("failure", [BackendUnreachable("down"), KeyRefused("no")])
def test_after_a_failure_the_others_wait_for_the_next_round(failure: Exception):
    waiting, tried = [owing(1), owing(2)], list[int]()

    def send(one: Owing) -> None:
        tried.append(one.row)
        raise failure

    send_owed(lambda: waiting.pop(0) if waiting else None, send).run()
    assert tried == [1]


def test_what_is_old_is_cleared_away(caplog):
    caplog.set_level("INFO")
    assert clear_old(lambda: 2, lambda: 0).run() == CLEAR_EVERY
    assert "Cleared away 2 old rows." in caplog.text


def test_the_house_forgets_old_conversations_by_itself(house: House):
    house.hears("get dune")
    house.waits(25 * 3600)
    house.worker.run_due()
    assert house.built.front.turns._store.forget_old() == 0  # type: ignore[attr-defined]


def test_the_house_works_and_stops_in_its_own_thread(house: House):
    house.built.start()
    house.built.stop()
    assert "errands" not in [thread.name for thread in threading.enumerate()]
