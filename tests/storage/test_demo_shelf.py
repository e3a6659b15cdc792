"""The demo's requests outlive a restart."""

from __future__ import annotations

from sqlalchemy import Engine

from media import Wish
from storage.demo_shelf import DemoShelf
from tests.fake_backend import DUNE, SEVERANCE


def test_the_shelf_keeps_requests_in_order(engine: Engine):
    shelf = DemoShelf(engine)
    ids = [shelf.add(Wish(SEVERANCE.title, (1, 2)), 5.0), shelf.add(Wish(DUNE.title), 6.0)]
    kept = DemoShelf(engine).all()
    assert [one.id for one in kept] == ids
    assert [(one.wish.key, one.at) for one in kept] == [("tv:95396:1,2", 5.0), ("movie:438631", 6.0)]


def test_what_is_taken_back_is_off_the_shelf(engine: Engine):
    shelf = DemoShelf(engine)
    made = shelf.add(Wish(DUNE.title), 5.0)
    assert shelf.remove(made)
    assert not shelf.remove(made)
    assert not shelf.remove("no number")
    assert shelf.all() == ()
