"""Looking through the requests that are followed."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from media import News, Stage, Wish
from storage.browsing import Browsing
from storage.outbox import Outbox
from tests.fake_backend import DUNE, JURASSIC_PARK, MATRIX
from tests.house import Clock


@pytest.fixture
def browsing(engine: Engine, clock: Clock) -> Browsing:
    return Browsing(engine, clock.now)


@pytest.fixture
def outbox(engine: Engine, clock: Clock) -> Outbox:
    return Outbox(engine, clock.now)


def test_ones_own_are_apart_and_what_is_over_comes_last(browsing: Browsing, outbox: Outbox):
    for wanted, speaker in ((DUNE, "ann"), (MATRIX, "ann"), (JURASSIC_PARK, "ben")):
        outbox.write(Wish(wanted.title), channel="voice", speaker=speaker)
    (newest, _), _ = browsing.latest("voice", "ann")
    assert newest.wish.title == MATRIX.title
    browsing.note(newest.row, News(Stage.READY, "look"))
    mine, others = browsing.latest("voice", "ann")
    assert [one.wish.title.name for one in mine] == ["Dune", "The Matrix"]
    assert [one.wish.title.name for one in others] == ["Jurassic Park"]


def test_what_somebody_wants_to_hear_no_more_of_is_still_theirs(browsing: Browsing, outbox: Outbox):
    outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    assert browsing.unfollow("voice", "ann") == 1
    assert len(browsing.latest("voice", "ann")[0]) == 1


def test_nothing_belongs_to_whoever_has_no_name(browsing: Browsing, outbox: Outbox):
    outbox.write(Wish(DUNE.title), channel="voice", speaker="")
    mine, others = browsing.latest("voice", "")
    assert (mine, len(others)) == ((), 1)


def test_a_channel_has_people_of_its_own(browsing: Browsing, outbox: Outbox):
    outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    assert browsing.latest("alexa", "ann")[0] == ()
