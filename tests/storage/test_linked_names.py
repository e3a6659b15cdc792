"""Whoever is linked to one user under several names is one person: told once, and left alone once."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from media import News, Stage, Wish
from storage.following import Following
from storage.people import People
from storage.tidings import Tidings
from tests.fake_backend import DUNE
from tests.house import Clock


@pytest.fixture
def row(engine: Engine, clock: Clock) -> int:
    """A request that Ann follows by Alexa and by phone, and Ben follows too."""
    people, following = People(engine, clock.now, None), Following(engine, clock.now)
    for channel, name in (("alexa", "ann"), ("voice", "ann's phone")):
        people.link(channel, name, "3")
    people.link("voice", "ben", "4")
    adopted = following.adopt(Wish(DUNE.title), News(Stage.APPROVED, "look", request_id="7"))
    for channel, name in (("alexa", "ann"), ("voice", "ann's phone"), ("voice", "ben")):
        following.follow(adopted, channel, name, "en-US")
    clock.turn(60)
    following.note(adopted, News(Stage.READY, "webhook"))
    return adopted


def test_what_was_told_to_one_name_is_news_to_none_of_the_others(row: int, engine: Engine, clock: Clock):
    tidings = Tidings(engine, clock.now)
    assert [one.stage for one in tidings.take("alexa", "ann", 2)[0]] == [Stage.READY]
    assert tidings.take("voice", "ann's phone", 2) == ((), 0)
    assert [one.stage for one in tidings.take("voice", "ben", 2)[0]] == [Stage.READY]


def test_who_wants_to_hear_no_more_says_it_for_all_their_names(row: int, engine: Engine, clock: Clock):
    following, tidings = Following(engine, clock.now), Tidings(engine, clock.now)
    assert following.unfollow("voice", "ann's phone", row) == 1
    assert tidings.take("alexa", "ann", 2) == ((), 0)
    assert tidings.take("voice", "ben", 2)[0]


def test_who_heard_it_by_voice_under_one_name_has_heard_it(row: int, engine: Engine, clock: Clock):
    Following(engine, clock.now).heard(row, "voice", "ann's phone")
    assert Tidings(engine, clock.now).take("alexa", "ann", 2) == ((), 0)
