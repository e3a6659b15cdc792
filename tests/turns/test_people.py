"""In whose name: who is linked asks as their user; who is not, as the default user, or as the key's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from intents import AskFor
from media_backends import Ability, BackendUnreachable, QuotaUsedUp
from storage.people import Known, People
from tests.fake_backend import FakeBackend, film
from tests.house import House
from turns.taking import Understood

HINT = " By the way, the owner's page has a code for you: say link me, and your requests carry your own name."


def people(house: House) -> People:
    return People(house.built.engine, house.clock.now, house.settings.default_user)


def open_house(build_house: Callable[..., House], **given: str) -> House:
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER}
    return build_house(backend, **given)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    return open_house(build_house)


def test_who_is_not_linked_asks_as_the_keys_own_user(house: House):
    house.person("ann").hears("get dune").hears("yes")
    assert house.fake.asked_as == [None]


def test_who_is_not_linked_asks_as_the_default_user_where_there_is_one(build_house: Callable[..., House]):
    house = open_house(build_house, default_user="7")
    house.person("ann").hears("get dune").hears("yes")
    house.person("").hears("get severance").hears("yes").hears("season one")
    assert house.fake.asked_as == ["7", "7"]


def test_where_the_backend_has_no_users_nobodys_name_is_used(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), default_user="7")
    house.person("ann").hears("get dune").hears("yes")
    assert house.fake.asked_as == [None]


def test_who_is_linked_asks_as_their_user(build_house: Callable[..., House]):
    house = open_house(build_house, default_user="7")
    people(house).link("voice", "ann", "12")
    house.person("ann").hears("get dune").hears("yes")
    house.person("bob").hears("get severance").hears("yes").hears("season one")
    assert house.fake.asked_as == ["12", "7"]


def test_a_link_holds_on_its_own_channel_alone(house: House):
    people(house).link("alexa", "ann", "12")
    house.person("ann").hears("get dune").hears("yes")
    assert house.fake.asked_as == [None]


def test_who_is_unlinked_again_asks_as_before(house: House):
    people(house).link("voice", "ann", "12")
    people(house).link("voice", "ann", None)
    house.person("ann").hears("get dune").hears("yes")
    assert house.fake.asked_as == [None]


def test_every_film_of_a_collection_is_requested_as_that_user(house: House):
    people(house).link("voice", "ann", "12")
    house.fake.has_collection("Alien Collection", 1, film("Alien", 348, 1979), film("Aliens", 679, 1986))
    house.person("ann").hears(Understood(AskFor("alien", collection=True))).hears("yes")
    assert house.fake.asked_as == ["12", "12"]


def test_the_quota_of_that_user_is_what_is_told(house: House):
    people(house).link("voice", "ann", "12")
    house.fake.fails("request", QuotaUsedUp("x", "2026-12-01"))
    answer = house.person("ann").hears("get dune").hears("yes")
    assert answer.reply.gaps["frees"] == "2026-12-01"
    assert house.fake.asked_as == ["12"]


# --- said once


def test_who_is_not_linked_is_told_once_that_they_can_be(house: House):
    ann = house.person("ann")
    assert ann.hears("get dune").hears("yes").speech == f"Okay, I've requested the movie Dune.{HINT}"
    assert HINT not in ann.hears("get severance").hears("yes").hears("season one").speech
    house.restart()
    assert HINT not in house.person("ann").hears("get chernobyl").hears("yes").speech


def test_each_person_is_told(house: House):
    house.person("ann").hears("get dune").hears("yes")
    assert HINT in house.person("bob").hears("get severance").hears("yes").hears("season one").speech


def test_who_is_linked_is_not_told(house: House):
    people(house).link("voice", "ann", "12")
    assert HINT not in house.person("ann").hears("get dune").hears("yes").speech


def test_who_has_no_name_is_not_told_and_not_remembered(house: House):
    assert HINT not in house.person("").hears("get dune").hears("yes").speech
    assert people(house).everybody() == ()


def test_nobody_is_told_where_the_server_cannot_act_for_others(house: House):
    house.fake.can -= {Ability.AS_USER}
    assert HINT not in house.person("ann").hears("get dune").hears("yes").speech


def test_nobody_is_told_of_it_when_nothing_was_requested(house: House):
    ann = house.person("ann")
    house.fake.fails("request", QuotaUsedUp("x"))
    assert HINT not in ann.hears("get dune").hears("yes").speech
    house.fake.recovers()
    assert HINT in ann.hears("get dune").hears("yes").speech


# --- who is who


def test_whoever_asked_for_something_can_be_found_the_last_first(house: House):
    house.fake.fails("request", QuotaUsedUp("x"))  # whatever came of it
    house.person("ann").hears("get dune").hears("yes")
    house.waits(60)
    house.person("bob", channel="alexa").hears("get dune").hears("yes")
    now = house.clock.now()
    bob, ann = Known("alexa", "bob", None, now, "en-US"), Known("voice", "ann", None, now - 60, "en-US")
    assert people(house).everybody() == (bob, ann)


def test_who_asked_for_nothing_is_not_remembered(house: House):
    house.person("ann").hears("get dune").hears("no")
    assert people(house).everybody() == ()


@pytest.mark.parametrize("name", ["x" * 400, "half a letter \ud83d", "Zo\xeb", "0", " "])
def test_any_name_can_be_linked(house: House, name: str):
    people(house).link("voice", name, "12")
    house.person(name).hears("get dune").hears("yes")
    assert house.fake.asked_as == ["12"]


# --- later


def test_the_user_outlives_a_restart_and_the_worker_asks_as_them(house: House):
    people(house).link("voice", "ann", "12")
    ann = house.person("ann")
    ann.hears("get dune")
    house.fake.is_down(BackendUnreachable("x"))
    assert ann.hears("yes").says == "owed"
    house.restart()
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.asked_as == ["12"]
    assert house.fake.submitted == ["tmdb:438631"]


def test_it_is_the_user_of_the_moment_in_which_it_was_confirmed(house: House):
    people(house).link("voice", "ann", "12")
    ann = house.person("ann")
    ann.hears("get dune")
    house.fake.is_down(BackendUnreachable("x"))
    ann.hears("yes")
    people(house).link("voice", "ann", "13")
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.asked_as == ["12"]


def test_the_same_wish_of_a_second_person_is_the_first_ones_while_it_is_unsettled(house: House):
    """It is owed once, so it can carry one name: that of whoever wished first."""
    people(house).link("voice", "ann", "12")
    people(house).link("voice", "bob", "13")
    ann, bob = house.person("ann"), house.person("bob")
    ann.hears("get dune")
    bob.hears("get dune")
    house.fake.fails("request", BackendUnreachable("x"))
    ann.hears("yes")
    house.fake.recovers()
    assert bob.hears("yes").says == "requested"
    assert house.fake.asked_as == ["12", "12"]
    assert house.fake.submitted == ["tmdb:438631"]
