"""The house of the tests itself: what other tests lean on."""

import socket
from collections.abc import Callable

import pytest

from tests.house import House


def test_asking_twice_makes_no_duplicate(house: House):
    assert house.hears("get dune").hears("yes").says == "requested"
    assert house.hears("get dune").hears("yes").says == "already"
    assert house.fake.submitted == ["tmdb:438631"]


def test_two_people_hold_two_conversations(house: House):
    house.hears("get dune")
    assert house.person("ann").hears("yes").says == "remind-nothing"


def test_a_restart_keeps_the_conversation(house: House):
    house.hears("get dune")
    house.restart()
    assert house.hears("yes").says == "requested"


def test_nothing_leaves_this_machine():
    with socket.socket() as leaving, pytest.raises(pytest.fail.Exception, match="leave this machine"):
        leaving.connect(("192.0.2.1", 80))


def test_two_houses_do_not_notice_each_other(build_house: Callable[..., House]):
    from tests.fake_backend import FakeBackend

    mine, yours = build_house(FakeBackend()), build_house(FakeBackend())
    mine.hears("get dune")
    assert yours.hears("yes").says == "remind-nothing"
    mine.hears("yes")
    assert (mine.fake.submitted, yours.fake.submitted) == (["tmdb:438631"], [])
    mine.waits(86_400 * 3)
    assert yours.clock.now() < mine.clock.now()
    assert yours.hears("get dune").hears("yes").says == "requested"
