"""Webhooks that came in: each kept once, with one job."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, select

from models import Delivery, Job
from storage.deliveries import KEEP, LOOK_INTO, Deliveries
from tests.house import Clock

BODY = {"event": "available"}


@pytest.fixture
def deliveries(engine: Engine, clock: Clock) -> Deliveries:
    return Deliveries(engine, clock.now)


def jobs(engine: Engine) -> list[dict[str, int]]:
    with engine.connect() as connection:
        return list(connection.execute(select(Job.payload).where(Job.kind == LOOK_INTO)).scalars())


def test_one_is_kept_with_its_job_in_one_commit(deliveries: Deliveries, engine: Engine, clock: Clock):
    assert deliveries.take("ombi", "key", BODY)
    (row,) = deliveries.waiting()
    assert jobs(engine) == [{"delivery": row}]
    delivered = deliveries.get(row)
    assert delivered is not None
    assert (delivered.sender, delivered.body, delivered.received) == ("ombi", BODY, clock.now())


def test_the_same_again_is_nothing_new(deliveries: Deliveries, engine: Engine, clock: Clock):
    assert deliveries.take("ombi", "key", BODY)
    clock.turn(60)
    assert not deliveries.take("ombi", "key", BODY)
    assert len(jobs(engine)) == 1
    assert deliveries.last() == {"ombi": clock.now() - 60}


def test_another_sender_may_have_the_same_key(deliveries: Deliveries, engine: Engine):
    assert deliveries.take("ombi", "key", BODY)
    assert deliveries.take("overseerr", "key", BODY)
    assert len(jobs(engine)) == 2


def test_the_same_from_many_at_once_is_kept_once(deliveries: Deliveries, engine: Engine):
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: deliveries.take("ombi", "key", BODY), range(24)))
    assert taken.count(True) == 1
    assert len(jobs(engine)) == 1


def test_what_was_looked_into_waits_no_more(deliveries: Deliveries, engine: Engine):
    deliveries.take("ombi", "key", BODY)
    (row,) = deliveries.waiting()
    deliveries.finish(row, "x" * 1000)
    assert (deliveries.get(row), deliveries.waiting()) == (None, ())
    with engine.connect() as connection:
        assert connection.execute(select(Delivery.result)).scalar_one() == "x" * 200


def test_a_sign_of_life_is_no_job_and_each_one_counts(deliveries: Deliveries, engine: Engine, clock: Clock):
    deliveries.heard_from("overseerr", "key", {}, "test")
    clock.turn(60)
    deliveries.heard_from("overseerr", "key", {}, "test")
    assert (jobs(engine), deliveries.waiting()) == ([], ())
    assert deliveries.last() == {"overseerr": clock.now()}


def test_after_a_week_it_is_forgotten(deliveries: Deliveries, clock: Clock):
    deliveries.take("ombi", "key", BODY)
    assert deliveries.forget_old() == 0
    clock.turn(KEEP + 1)
    assert deliveries.forget_old() == 1
    assert deliveries.take("ombi", "key", BODY)
