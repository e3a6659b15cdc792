"""Who is who, kept over restarts."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from storage.people import People
from tests.house import Clock


@pytest.fixture
def people(engine: Engine, clock: Clock) -> People:
    return People(engine, clock.now, "7")


def test_whoever_was_met_is_known(people: People):
    assert not people.is_known("voice", "ann")
    people.meet("voice", "ann")
    assert people.is_known("voice", "ann")
    assert not people.is_known("alexa", "ann")


def test_the_linked_ask_in_their_own_name_and_the_others_in_the_default_one(people: People):
    people.link("voice", "ann", "3")
    assert [people.user_of("voice", one) for one in ("ann", "bob")] == ["3", "7"]
    people.link("voice", "ann", None)
    assert people.user_of("voice", "ann") == "7"


def test_that_they_can_be_linked_is_told_once_and_only_to_those_who_are_not(people: People):
    people.link("voice", "ann", "3")
    people.meet("voice", "bob")
    assert [people.tell_once("voice", one) for one in ("ann", "bob", "bob", "cleo")] == [False, True, False, False]


def test_the_last_seen_come_first(people: People, clock: Clock):
    for person in ("ann", "bob", "ann"):
        people.meet("voice", person)
        clock.turn(1)
    assert [one.person for one in people.everybody()] == ["ann", "bob"]


@pytest.mark.parametrize("person", ["\ud800", "\0ann", "x" * 10_000, "\U0001f600" * 400])
def test_any_name_will_do(people: People, person: str):
    people.meet("voice", person)
    people.meet("voice", person)
    assert people.is_known("voice", person)
    assert len(people.everybody()) == 1
