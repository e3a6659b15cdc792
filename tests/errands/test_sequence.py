"""Which news count: all pairs of stages, told by somebody who may be late, or read just now."""

from __future__ import annotations

import pytest

from errands.sequence import PROVISIONAL, SEEN_STEPS, STEPS, after
from media import News, Stage

PAIRS = [(before, then) for before in Stage for then in Stage]
#: In words: what is old when it comes after this.
OLD = {
    (Stage.READY, Stage.APPROVED),
    (Stage.READY, Stage.FAILED),
    (Stage.READY, Stage.GONE),  # a request that is cleared away afterwards takes nothing from the screen
    (Stage.READY, Stage.PARTIAL),
    (Stage.APPROVED, Stage.PENDING),
    (Stage.PARTIAL, Stage.APPROVED),
    (Stage.DOWNLOADING, Stage.APPROVED),
    (Stage.DECLINED, Stage.APPROVED),
    (Stage.WITHDRAWN, Stage.PENDING),
    (Stage.GONE, Stage.READY),
}
NEW = {
    (Stage.OWED, Stage.PENDING),
    (Stage.PENDING, Stage.APPROVED),
    (Stage.PENDING, Stage.READY),
    (Stage.APPROVED, Stage.FAILED),
    (Stage.FAILED, Stage.APPROVED),
    (Stage.APPROVED, Stage.DECLINED),
    (Stage.DOWNLOADING, Stage.READY),
    (Stage.PARTIAL, Stage.READY),
    (Stage.APPROVED, Stage.GONE),
}


@pytest.mark.parametrize(("before", "then"), sorted(OLD))
def test_old_news(before: Stage, then: Stage):
    assert not after(before, News(then, "webhook"))


@pytest.mark.parametrize(("before", "then"), sorted(NEW))
def test_new_news(before: Stage, then: Stage):
    assert after(before, News(then, "webhook"))
    assert after(before, News(then, "look"), seen=True)


@pytest.mark.parametrize(("before", "then"), PAIRS)
def test_nothing_goes_back_to_being_owed(before: Stage, then: Stage):
    if then is Stage.OWED and before is not then:
        assert not after(before, News(then, "webhook"), seen=True)


@pytest.mark.parametrize("end", [stage for stage in Stage if stage.is_end])
def test_an_end_is_an_end_unless_somebody_thought_better_of_declining_or_restored_the_server(end: Stage):
    follow = {then for then in Stage if after(end, News(then, "look"), seen=True)}
    assert (follow == {end}) is (end not in PROVISIONAL)
    assert {then for then in Stage if after(end, News(then, "webhook"))} == {end}


def test_the_tables_do_not_overlap():
    assert all(not STEPS.get(stage, frozenset()) & more for stage, more in SEEN_STEPS.items())


def test_that_it_is_approved_tells_nothing_of_what_is_on_its_way():
    for stage in (Stage.DOWNLOADING, Stage.PARTIAL, Stage.READY):
        assert not after(stage, News(Stage.APPROVED, "look"), seen=True)
