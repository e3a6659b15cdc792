"""What is remembered is bounded in time and in number."""

from __future__ import annotations

from backends.ombi.recent import LIFETIME, MOST, Recent


def test_a_value_is_kept_for_five_minutes():
    now = [0.0]
    recent: Recent[str, int] = Recent(lambda: now[0])
    assert recent.keep("a", 1) == 1
    now[0] = LIFETIME - 1
    assert recent.get("a") == 1
    now[0] = LIFETIME
    assert recent.get("a") is None


def test_the_oldest_goes_when_there_are_too_many():
    recent: Recent[int, int] = Recent(lambda: 0.0)
    for number in range(MOST + 1):
        recent.keep(number, number)
    assert (recent.get(0), recent.get(1), recent.get(MOST)) == (None, 1, MOST)


def test_what_is_forgotten_is_gone():
    recent: Recent[str, int] = Recent(lambda: 0.0)
    recent.keep("a", 1)
    recent.forget("a")
    recent.forget("never known")
    assert recent.get("a") is None
