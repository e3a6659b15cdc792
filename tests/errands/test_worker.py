"""The quiet thread beside the turns."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine

from errands.duties import CLEAR_EVERY, ENOUGH, OWED_EVERY, clear_old, send_owed
from errands.jobs import LOOK_EVERY, Hopeless, Kind, by_one_of_all, work_off
from errands.worker import AFTER_A_BUG, Errand, Worker
from media import Owing, Wish
from media_backends import BackendBroken, BackendBusy, BackendTooSlow, BackendUnreachable, KeyRefused
from storage.jobs import Jobs
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


def no_bug(_: Owing, problem: str, __: str) -> None:
    raise AssertionError(problem)


def test_everything_that_is_owed_is_sent():
    waiting, sent = [owing(1), owing(2)], list[int]()
    errand = send_owed(lambda: waiting.pop(0) if waiting else None, lambda one: sent.append(one.row), no_bug)
    assert errand.run() == OWED_EVERY
    assert sent == [1, 2]


def tried_when_all_fail(failure: Exception) -> int:
    waiting, tried = [owing(row) for row in range(9)], list[int]()

    def send(one: Owing) -> None:
        tried.append(one.row)
        raise failure

    assert send_owed(lambda: waiting.pop(0) if waiting else None, send, no_bug).run() == OWED_EVERY
    return len(tried)


@pytest.mark.parametrize("failure", [BackendTooSlow("hangs"), BackendBusy("429"), KeyRefused("no")])
def test_where_the_others_would_fare_no_better_they_wait_for_the_next_look(failure: Exception):
    assert tried_when_all_fail(failure) == 1


@pytest.mark.parametrize("failure", [BackendUnreachable("down"), BackendBroken("reset")])
def test_an_answer_that_is_lost_on_the_way_holds_up_nobody_but_several_in_a_row_do(failure: Exception):
    assert tried_when_all_fail(failure) == ENOUGH


def test_who_is_told_to_stop_sends_no_further_one():
    waiting, stopping = [owing(1), owing(2)], threading.Event()
    send_owed(lambda: waiting.pop(0) if waiting else None, lambda _: stopping.set(), no_bug, stopping.is_set).run()
    assert [one.row for one in waiting] == [2]


def test_what_is_old_is_cleared_away(caplog):
    caplog.set_level("INFO")
    assert clear_old(lambda: 2, lambda: 0).run() == CLEAR_EVERY
    assert "Cleared away 2 old rows." in caplog.text


def test_the_house_forgets_old_conversations_by_itself(house: House):
    house.hears("get dune")
    house.waits(25 * 3600)
    house.worker.run_due()
    assert house.built.front.turns._store.forget_old() == 0  # type: ignore[attr-defined]


# --- what is shared with other processes


def test_shared_errands_run_in_threads_of_their_own_beside_one_that_takes_long():
    together, ran = threading.Barrier(3), threading.Event()

    def meet() -> float:
        together.wait(10)  # only where both threads and the test are here at once
        return 3600

    def long() -> float:
        ran.set()
        together.wait(10)
        return 3600

    worker = Worker((Errand("long", long),), Clock().monotonic, (Errand("meet", meet),), threads=1)
    worker.start()
    assert ran.wait(10)
    together.wait(10)
    worker.stop()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("errands", "worker"))]


def test_without_threads_of_its_own_a_service_leaves_shared_errands_to_others():
    ran, done = threading.Event(), Done()

    def run() -> float:
        ran.set()
        return 3600

    worker = Worker((Errand("own", run),), Clock().monotonic, (done.errand("shared", 1),), threads=0)
    worker.start()
    assert ran.wait(10)
    worker.stop()
    assert done.names == []


def test_what_it_led_in_is_let_go_at_the_end_even_by_a_database_that_does_not_answer(caplog):
    def fails() -> None:
        raise OSError("gone")

    worker = Worker((), Stopped(), at_the_end=fails)
    worker.start()
    worker.stop()
    assert "others wait until its lease runs out" in caplog.text


class Ledger:
    """Jobs of one process, and what was done about them."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.jobs = Jobs(engine, clock.now)
        self.done: list[object] = []
        self.failure: Exception | None = None
        self.errand = work_off(self.jobs, (Kind("tell", self.tell), Kind("other", self.tell)))

    def tell(self, payload: Mapping[str, Any]) -> None:
        if self.failure:
            raise self.failure
        self.done.append(payload.get("event"))


@pytest.fixture
def ledger(engine: Engine, clock: Clock) -> Ledger:
    return Ledger(engine, clock)


def test_every_job_that_is_due_is_done(ledger: Ledger, clock: Clock):
    for event in (1, 2):
        ledger.jobs.put("tell", f"tell:{event}", {"event": event})
    ledger.jobs.put("tell", "tell:3", {"event": 3}, after=1)
    assert ledger.errand.run() == 1
    assert ledger.done == [1, 2]
    clock.turn(1)
    assert ledger.errand.run() == LOOK_EVERY
    assert (ledger.done, ledger.jobs.waiting()) == ([1, 2, 3], {})


def test_one_that_fails_is_tried_again_and_holds_up_nobody(ledger: Ledger, clock: Clock, caplog):
    ledger.jobs.put("tell", "tell:1", {"event": 1})
    ledger.failure = BackendBusy("429", retry_after=90)
    ledger.errand.run()
    assert "failed and is tried again in 90 s: BackendBusy: 429" in caplog.text
    ledger.failure = None
    clock.turn(89)
    ledger.errand.run()
    assert ledger.done == []
    clock.turn(1)
    ledger.errand.run()
    assert ledger.done == [1]


def test_one_that_is_hopeless_is_given_up_at_once(ledger: Ledger, caplog):
    ledger.jobs.put("tell", "tell:1", {"event": 1})
    ledger.failure = Hopeless("no such event")
    ledger.errand.run()
    assert ledger.jobs.dead() == (("tell:1", "Hopeless: no such event"),)
    assert "is given up" in caplog.text


def test_of_several_processes_one_runs_what_is_periodic(engine: Engine, clock: Clock):
    done = Done()
    errands = [by_one_of_all(done.errand("clear", 600), Jobs(engine, clock.now)) for _ in range(3)]
    for _ in range(2):
        for errand in errands:
            errand.run()
    assert done.names == ["clear"]
    clock.turn(600)
    for errand in errands:
        errand.run()
    assert done.names == ["clear", "clear"]


def test_periodic_work_that_fails_is_run_again_later(engine: Engine, clock: Clock, caplog):
    done = Done()
    errand = by_one_of_all(done.errand("clear", 600, ValueError("a bug")), Jobs(engine, clock.now))
    assert errand.run() == AFTER_A_BUG
    assert "a bug" in caplog.text
    clock.turn(AFTER_A_BUG)
    errand.run()
    assert done.names == ["clear", "clear"]


def test_the_house_works_and_stops_in_its_own_thread(house: House):
    house.built.start()
    house.built.stop()
    assert "errands" not in [thread.name for thread in threading.enumerate()]
