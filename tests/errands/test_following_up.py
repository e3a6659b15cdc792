"""Webhooks that wait are looked into in turn; one that cannot be settled holds up as few others as may be."""

from __future__ import annotations

import pytest

from errands.following import AFTER_A_FAILURE, EVERY, take_in
from errands.taking_in import NotYet
from media_backends import BackendBroken, BackendUnreachable, KeyRefused


class Slips:
    """Two that wait; the first meets trouble."""

    def __init__(self, trouble: Exception) -> None:
        self.trouble, self.left = trouble, [1, 2]
        self.tried: list[int] = []

    def waiting(self):
        return tuple(self.left)

    def get(self, row):
        raise NotImplementedError

    def finish(self, row, result):
        raise NotImplementedError

    def __call__(self, payload):
        self.tried.append(payload["delivery"])
        if payload["delivery"] == 1:
            raise self.trouble
        self.left.remove(payload["delivery"])


@pytest.mark.parametrize("trouble", [NotYet("a moment"), BackendBroken("500")])
def test_one_that_makes_no_sense_does_not_hold_up_the_next(trouble: Exception):
    slips = Slips(trouble)
    assert take_in(slips, slips).run() == EVERY
    assert (slips.tried, slips.left) == ([1, 2], [1])


@pytest.mark.parametrize("trouble", [BackendUnreachable("nobody"), KeyRefused("403")])
def test_where_nobody_answers_all_wait(trouble: Exception):
    slips = Slips(trouble)
    assert take_in(slips, slips).run() == AFTER_A_FAILURE
    assert (slips.tried, slips.left) == ([1], [1, 2])
