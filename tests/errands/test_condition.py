"""How well a service is: since when, why, and for how much of the day."""

from __future__ import annotations

import pytest

from errands.condition import DAY, MOST_CHANGES, Condition, Health, Record

WELL, ILL, SLOW = Health.HEALTHY, Health.UNHEALTHY, Health.DEGRADED


def test_nothing_is_known_before_the_first_look():
    assert Record("backend").condition == Condition("backend", Health.UNKNOWN)


def test_it_tells_since_when_and_why():
    record = Record("backend")
    record.note(WELL, 10.0, seconds=0.2)
    record.note(ILL, 20.0, why="refused")
    record.note(ILL, 30.0, why="no answer")
    assert record.condition == Condition("backend", ILL, "no answer", 30.0, 20.0, None, 0.5)


def test_a_slow_service_works():
    record = Record("backend")
    record.note(WELL, 0.0)
    record.note(SLOW, 10.0, why="it took 4 s")
    record.note(SLOW, 20.0, why="it took 4 s")
    assert record.condition.uptime == 1.0


@pytest.mark.parametrize(
    ("looks", "uptime"),
    [
        ([(0, WELL)], 1.0),
        ([(0, ILL), (100, ILL)], 0.0),
        ([(0, WELL), (75, ILL), (100, WELL)], 0.75),
        ([(0, ILL), (50, WELL), (75, ILL), (100, ILL)], 0.25),
    ],
)
def test_uptime_is_the_share_in_which_it_worked(looks: list[tuple[float, Health]], uptime: float):
    record = Record("backend")
    for at, health in looks:
        record.note(health, at)
    assert record.condition.uptime == uptime


def test_what_was_a_day_ago_counts_no_more():
    record = Record("backend")
    record.note(ILL, 0.0)
    record.note(WELL, DAY)
    record.note(WELL, 2 * DAY)
    assert record.condition.uptime == 1.0


def test_one_that_comes_and_goes_all_the_time_takes_no_more_room():
    record = Record("backend")
    for look in range(3 * MOST_CHANGES):
        record.note(ILL if look % 2 else WELL, float(look))
    assert record.condition.uptime == pytest.approx(0.5, abs=0.01)


def test_each_change_is_told_once():
    told: list[Health] = []
    record = Record("backend", lambda condition: told.append(condition.health))
    for at, health in enumerate([WELL, WELL, ILL, ILL, WELL]):
        record.note(health, float(at))
    assert told == [WELL, ILL, WELL]
