"""What cannot be sent at once is sent later, and what cannot be sent for days is given up, and told."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.wants import GaveUp
from intents import Launch
from media import Wish
from media_backends import BackendBroken, BackendUnreachable, QuotaUsedUp
from storage.patience import HOUR, Patience
from tests.fake_backend import DUNE, DUNE_1984, SEVERANCE, FakeBackend
from tests.house import House
from turns.sending import LEASE
from turns.taking import Understood

FILM = ["tmdb:438631"]
WAITS = Patience(lambda: 1.0)  # as the house has it: every wait is as long as it may be


def test_the_waits_between_attempts_grow_from_seconds_to_hours(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    for attempt in range(1, 16):
        house.fake.calls.clear()
        house.waits(WAITS.wait(attempt) - 3)
        house.worker.run_due()
        assert "details" not in house.fake.calls
        house.waits(3)
        house.worker.run_due()
        assert "details" in house.fake.calls
    assert (WAITS.wait(1), WAITS.wait(15)) == (5.0, 4 * HOUR)


def test_chance_takes_a_part_of_each_wait():
    assert [Patience(lambda: 0.25).wait(attempt) for attempt in (1, 2, 3)] == [1.25, 2.5, 5.0]
    assert Patience(lambda: 0.0).wait(3, asked=7.0) == 7.0
    assert Patience(lambda: 1.0).wait(1, asked=1e9) == 24 * HOUR


def test_once_the_backend_is_back_nobody_waits_for_hours(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    for _ in range(20):
        house.waits(1200)
        house.worker.run_due()
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_what_was_asked_to_wait_is_not_hurried(house: House):
    row = house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    owing = house.outbox.lease(row, LEASE)
    assert owing is not None
    house.outbox.put_off(owing, "BackendBusy: 429", "backend-busy", asked=600)
    assert house.outbox.hurry() == 0
    owing = house.outbox.lease(row, LEASE)
    assert owing is not None
    house.outbox.put_off(owing, "BackendUnreachable: refused", "backend-unreachable")
    assert house.outbox.hurry() == 1


def test_whatever_it_says_when_it_fails_the_wish_is_kept_for_later(house: House):
    house.hears("get dune")
    house.fake.fails("request", BackendBroken("500: half a character \ud83d, and \0"))
    assert house.hears("yes").says == "owed"
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == FILM


# --- for as long as the owner allows


def gives_up(house: House) -> None:
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    for _ in range(73):
        house.waits(HOUR)
        house.worker.run_due()


def test_what_cannot_be_requested_for_days_is_given_up_with_the_reason(house: House):
    house.person("bob").hears("get dune")
    gives_up(house)
    assert house.outbox.outcome(1) == GaveUp("backend-unreachable")
    assert house.outbox.depth() == 0
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == []


def test_the_owner_sets_for_how_long(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), request_give_up_hours=1)
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    house.waits(HOUR - 5)
    house.worker.run_due()
    assert house.outbox.depth() == 1
    house.waits(10)
    house.worker.run_due()
    assert house.outbox.outcome(1) == GaveUp("backend-unreachable")


def test_whoever_wants_it_again_has_it_tried_for_as_long_again(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    house.waits(71 * HOUR)
    house.outbox.write(Wish(DUNE.title), channel="voice", speaker="bob")
    house.waits(2 * HOUR)
    house.worker.run_due()
    assert house.outbox.depth() == 1


def test_what_was_given_up_is_told_to_whoever_asks_what_they_asked_for(house: House):
    gives_up(house)
    told = house.hears("what did I ask for?").speech
    assert "the movie Dune couldn't be requested, so I've given up" in told
    house.fake.recovers()
    assert house.hears("get dune").hears("yes").says == "requested"


def test_whoever_wanted_it_hears_at_their_next_launch_that_it_was_given_up_and_only_once(house: House):
    bob = house.person("bob", conversation="his")
    house.outbox.write(Wish(DUNE.title), channel="voice", speaker="bob")
    gives_up(house)
    launch = Understood(Launch())
    told = house.person("somebody", conversation="new").hears(launch)
    assert told.speech == (
        "Welcome back! I couldn't request the movie Dune for so long that I gave up. "
        "Your media server didn't answer as it should. What would you like?"
    )
    assert bob.hears(launch).says == "welcome-news"
    assert house.person("somebody", conversation="newer").hears(launch).says == "welcome-back"
    assert house.person("cleo").hears(launch).says == "welcome"


def test_why_it_was_refused_then_is_told_as_what_was_so_then(house: House):
    house.hears("get dune")
    house.fake.fails("request", BackendUnreachable("refused"))
    house.hears("yes")
    house.fake.fails("request", QuotaUsedUp("5 of 5"))
    house.waits(60)
    house.worker.run_due()
    house.fake.recovers()  # and days later the quota is free again
    house.waits(72 * HOUR)
    assert house.person("somebody", conversation="new").hears(Understood(Launch())).speech == (
        "Welcome back! Your media server refused the request for the movie Dune. Your request quota was used up. "
        "What would you like?"
    )
    assert house.hears("where is dune from 2021?").speech == (
        "The movie Dune was refused by your media server. Your request quota was used up. Shall I request it?"
    )


def test_a_backend_that_is_down_for_an_hour_ends_with_every_wish_asked_for_once(house: House):
    wishes = [Wish(DUNE.title), Wish(DUNE_1984.title), Wish(SEVERANCE.title, (1,)), Wish(SEVERANCE.title, (2,))]
    house.fake.is_down(BackendUnreachable("refused"))
    for minute in range(60):
        if minute % 15 == 0:
            for speaker in ("ann", "bob"):
                house.outbox.write(wishes[minute // 15], channel="voice", speaker=speaker)
        house.worker.run_due()
        house.waits(60)
    assert (house.fake.submitted, house.outbox.depth()) == ([], 4)
    house.fake.recovers()
    for _ in range(3):
        house.worker.run_due()
        house.waits(60)
    assert sorted(house.fake.submitted) == ["tmdb:438631", "tmdb:841", "tmdb:95396:1", "tmdb:95396:2"]
    assert house.outbox.depth() == 0
