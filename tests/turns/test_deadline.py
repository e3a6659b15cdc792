from tests.house import Clock
from turns.deadline import Deadline


def test_seconds_are_counted_down_and_never_below_zero():
    now = [100.0]
    deadline = Deadline.after(6.5, lambda: now[0])
    assert deadline.left == 6.5
    now[0] = 104.0
    assert deadline.left == 2.5
    now[0] = 106.5
    assert deadline.left == 0.0
    now[0] = 200.0
    assert deadline.left == 0.0


def test_a_negative_budget_is_over_at_once():
    assert Deadline.after(-1, Clock().monotonic).left == 0.0
