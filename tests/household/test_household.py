"""A household talks to the whole service: everybody gets what they want, and nothing else is requested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.house import House
from tests.household.living import backend_of, live
from tests.household.people import MOST_TURNS, Person, everybody

EVERYBODY = everybody()


def _case(person: Person) -> object:
    marks = [pytest.mark.xfail(reason=person.fails)] if person.fails else []
    return pytest.param(person, id=person.id, marks=marks)


@pytest.mark.parametrize("person", [_case(person) for person in EVERYBODY])
def test_everybody_gets_what_they_want_and_nothing_else(person: Person, build_house: Callable[..., House]):
    lived = live(person, build_house(backend_of(person)))
    assert lived.is_right, f"{lived.requested}\n{lived.dialog}"
    assert lived.was_told, lived.dialog
    assert len(lived.turns) <= person.within, lived.dialog
    for turn in (*lived.turns, *lived.afterwards):
        assert turn.heard.speech.endswith("?") == turn.heard.expects_reply, turn


def test_the_scripts_are_many_and_each_has_a_name_and_a_goal():
    names = Counter(person.name for person in EVERYBODY)
    assert len(EVERYBODY) >= 40
    assert [name for name, times in names.items() if times > 1] == []
    assert [person.name for person in EVERYBODY if not (person.wants or person.hears)] == []
    assert [person.name for person in EVERYBODY if person.within > MOST_TURNS] == []
