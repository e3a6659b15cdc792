"""The owner hears once that the request manager is away, and once that it is back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from errands.watch import ANXIOUS
from media_backends import BackendUnreachable
from notices.outages import LASTS
from tests.fake_backend import FakeBackend
from tests.house import House
from tests.notices.receivers import Got, takes_json

BEGAN = "Overtalkerr: the request manager is out of order"
ENDED = "Overtalkerr: the request manager works again"


@pytest.fixture
def owner() -> Iterator[Got]:
    with takes_json() as got:
        yield got


@pytest.fixture
def watched(build_house: Callable[..., House], owner: Got) -> House:
    house = build_house(FakeBackend(), notice_more_schemes={"json"}, owner_notice_urls=owner.url)
    passes(house, 60)
    return house


def passes(house: House, seconds: float) -> None:
    for _ in range(int(seconds // ANXIOUS)):
        house.waits(ANXIOUS)
        house.worker.run_due()


def test_an_outage_that_lasts_is_told_once_when_it_begins_and_once_when_it_ends(watched: House, owner: Got):
    watched.fake.is_down(BackendUnreachable("connection refused"))
    passes(watched, LASTS)
    assert owner.titles == []
    passes(watched, 120)
    assert owner.titles == [BEGAN]
    assert owner.bodies[0].startswith("The request manager hasn't worked for 2 minutes. What people ask for is written")
    assert owner.bodies[0].endswith("What was seen last: connection refused")
    passes(watched, 600)
    watched.fake.recovers()
    passes(watched, LASTS)
    assert owner.titles == [BEGAN]
    passes(watched, 60)
    assert owner.titles == [BEGAN, ENDED]
    assert "works again, after 1" in owner.bodies[1]
    passes(watched, 600)
    assert owner.titles == [BEGAN, ENDED]


def test_what_is_over_soon_is_told_to_nobody(watched: House, owner: Got):
    watched.fake.is_down(BackendUnreachable("refused"))
    passes(watched, 60)
    watched.fake.recovers()
    passes(watched, 300)
    assert owner.titles == []


def test_one_that_comes_back_for_moments_only_is_away_all_the_time(watched: House, owner: Got):
    for _ in range(5):
        watched.fake.is_down(BackendUnreachable("refused"))
        passes(watched, 300)
        watched.fake.recovers()
        passes(watched, 60)
    assert owner.titles == [BEGAN]
    passes(watched, LASTS)
    assert owner.titles == [BEGAN, ENDED]


def test_a_second_outage_is_told_as_the_first_was(watched: House, owner: Got):
    for _ in range(2):
        watched.fake.is_down(BackendUnreachable("refused"))
        passes(watched, 300)
        watched.fake.recovers()
        passes(watched, 180)
    assert owner.titles == [BEGAN, ENDED] * 2


def test_a_restart_in_the_midst_of_it_tells_nothing_twice(watched: House, owner: Got):
    watched.fake.is_down(BackendUnreachable("refused"))
    passes(watched, 300)
    watched.restart()
    passes(watched, 300)
    assert owner.titles == [BEGAN]
    watched.fake.recovers()
    watched.restart()
    passes(watched, 180)
    assert owner.titles == [BEGAN, ENDED]


def test_of_two_processes_one_tells_it(watched: House, owner: Got, tmp_path):
    other = House(watched.database, watched.fake, watched.clock, dict(watched.given))
    try:
        passes(other, 60)
        watched.fake.is_down(BackendUnreachable("refused"))
        for _ in range(60):
            passes(watched, 5)
            other.worker.run_due()
        watched.fake.recovers()
        for _ in range(30):
            passes(other, 5)
            watched.worker.run_due()
        assert owner.titles == [BEGAN, ENDED]
    finally:
        other.close()
