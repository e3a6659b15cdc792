"""Jobs: put down once, done by one, again after a failure, and dead with the reason when it goes on for too long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine

from media import DueJob
from storage.jobs import KEEP_DEAD, Jobs, put
from storage.patience import Patience
from tests.house import Clock

PATIENCE = Patience(lambda: 1.0, first=5.0, longest=60.0, gives_up=3600.0)


@pytest.fixture
def jobs(engine: Engine, clock: Clock) -> Jobs:
    return Jobs(engine, clock.now, PATIENCE)


def leased(jobs: Jobs, kind: str = "tell") -> DueJob:
    job = jobs.lease([kind], 60)
    assert job is not None
    return job


def test_a_job_is_put_down_once_whoever_puts_it(jobs: Jobs):
    assert jobs.put("tell", "tell:1", {"event": 1})
    assert not jobs.put("tell", "tell:1", {"event": 1})
    assert jobs.waiting() == {"tell": 1}


def test_it_is_put_down_in_the_commit_that_makes_it_necessary_or_not_at_all(jobs: Jobs, engine: Engine, clock: Clock):
    for commits in (False, True):
        with engine.connect() as connection, connection.begin() as transaction:
            put(connection, "tell", "tell:1", {}, clock.now())
            if not commits:
                transaction.rollback()
        assert jobs.waiting() == ({"tell": 1} if commits else {})


def test_it_comes_with_its_payload_and_is_gone_once_done(jobs: Jobs):
    jobs.put("tell", "tell:1", {"event": 1})
    job = leased(jobs)
    assert (job.kind, job.payload, job.attempts) == ("tell", {"event": 1}, 1)
    assert jobs.finish(job)
    assert jobs.waiting() == {}
    assert jobs.put("tell", "tell:1", {"event": 1})


def test_only_known_kinds_are_taken_and_nobody_else_gets_a_leased_one(jobs: Jobs):
    jobs.put("tell", "tell:1")
    assert jobs.lease(["clear"], 60) is None
    leased(jobs)
    assert jobs.lease(["tell"], 60) is None


def test_it_is_not_due_before_its_time_and_the_longest_due_comes_first(jobs: Jobs, clock: Clock):
    jobs.put("tell", "late", after=10)
    jobs.put("tell", "soon", {"soon": True}, after=5)
    assert jobs.lease(["tell"], 60) is None
    assert jobs.next_due(["tell"]) == 5
    clock.turn(10)
    assert leased(jobs).payload == {"soon": True}
    assert jobs.next_due(["clear"]) is None


def test_a_crash_is_a_lease_that_runs_out(jobs: Jobs, engine: Engine, clock: Clock):
    jobs.put("tell", "tell:1")
    lost = leased(jobs)
    clock.turn(60)
    again = leased(Jobs(engine, clock.now, PATIENCE))
    assert again.attempts == 2
    assert not jobs.finish(lost)
    assert not jobs.renew(lost, 60)
    assert jobs.postpone(lost, "late") is not None
    assert jobs.renew(again, 600)
    clock.turn(599)
    assert jobs.lease(["tell"], 60) is None
    assert jobs.finish(again)


def test_waits_between_attempts_double_up_to_the_longest(jobs: Jobs, clock: Clock):
    jobs.put("tell", "tell:1")
    waits = []
    for _ in range(6):
        waits.append(jobs.postpone(leased(jobs), "no"))
        clock.turn(waits[-1] or 0.0)
    assert waits == [5, 10, 20, 40, 60, 60]


def test_who_asks_for_patience_gets_it(jobs: Jobs, clock: Clock):
    jobs.put("tell", "tell:1")
    assert jobs.postpone(leased(jobs), "busy", asked=120) == 120
    clock.turn(119)
    assert jobs.lease(["tell"], 60) is None


def test_after_the_owners_limit_it_is_dead_and_says_why(jobs: Jobs, clock: Clock):
    jobs.put("tell", "tell:1")
    while jobs.postpone(leased(jobs), "nobody answers") is not None:
        clock.turn(60)
    assert jobs.dead() == (("tell:1", "nobody answers"),)
    assert jobs.waiting() == {}
    clock.turn(86_400)
    assert jobs.lease(["tell"], 60) is None
    clock.turn(KEEP_DEAD)
    assert jobs.forget_old() == 1


def test_the_last_attempt_comes_at_the_limit_and_not_long_after(jobs: Jobs, clock: Clock):
    jobs.put("tell", "tell:1")
    clock.turn(3590)
    assert jobs.postpone(leased(jobs), "no") == 5
    clock.turn(5)
    assert jobs.postpone(leased(jobs), "no") == 5
    clock.turn(5)
    assert jobs.postpone(leased(jobs), "no") is None


def test_whatever_is_said_of_a_difficulty_will_do(jobs: Jobs):
    jobs.put("print", "print:1")
    assert jobs.postpone(leased(jobs, "print"), "OSError: \0 \ud83d", hopeless=True) is None
    assert jobs.dead() == (("print:1", "OSError:  ?"),)


def test_what_is_hopeless_is_dead_at_once(jobs: Jobs):
    jobs.put("tell", "tell:1")
    assert jobs.postpone(leased(jobs), "no such event", hopeless=True) is None
    assert jobs.dead() == (("tell:1", "no such event"),)


def test_what_is_handed_back_is_had_by_others_at_once_and_was_no_attempt(jobs: Jobs):
    jobs.put("tell", "tell:1")
    assert jobs.hand_back(leased(jobs))
    assert leased(jobs).attempts == 1


def test_periodic_work_moves_on(jobs: Jobs, clock: Clock):
    jobs.put("periodic", "clear")
    job = jobs.take("clear", 60)
    assert job is not None
    assert jobs.take("clear", 60) is None
    assert jobs.again(job, 600)
    clock.turn(599)
    assert jobs.take("clear", 60) is None
    clock.turn(1)
    later = jobs.take("clear", 60)
    assert later is not None
    assert later.attempts == 1


def test_of_several_processes_one_leads_until_it_lets_go_or_is_gone(engine: Engine, clock: Clock):
    one, two = Jobs(engine, clock.now), Jobs(engine, clock.now)
    assert one.hold("learn", 60)
    assert not two.hold("learn", 60)
    assert one.hold("learn", 60)
    one.let_go()
    assert two.hold("learn", 60)
    clock.turn(60)
    assert one.hold("learn", 60)
    assert one.waiting() == {}


def test_eight_at_once_do_each_job_once(jobs: Jobs):
    for number in range(40):
        jobs.put("tell", f"tell:{number}", {"event": number})
    barrier = Barrier(8)

    def work(_: int) -> list[int]:
        barrier.wait(10)
        done = []
        while (job := jobs.lease(["tell"], 60)) is not None:
            done.append(job.payload["event"])
            assert jobs.finish(job)
        return done

    with ThreadPoolExecutor(8) as pool:
        done = [event for each in pool.map(work, range(8)) for event in each]
    assert sorted(done) == list(range(40))


def test_what_waits_for_its_turn_while_its_kind_is_worked_off_is_not_idle(jobs: Jobs, clock: Clock):
    for kind in ("notice", "notice", "delivery"):
        jobs.put(kind, f"{kind}:{jobs.waiting().get(kind, 0)}")
    clock.turn(600)
    assert jobs.overdue() == (3, 600)
    leased(jobs, "notice")
    assert jobs.overdue() == (1, 600)
    leased(jobs, "delivery")
    assert jobs.overdue() == (0, 0.0)
