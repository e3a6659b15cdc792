"""What was asked for before and came to nothing, and what the request manager will not do: each in its own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import Details
from media_backends import (
    BackendError,
    BackendUnreachable,
    CsrfProtected,
    NotAllowed,
    QuotaUsedUp,
    TitleBlocked,
    Unsupported,
    UserUnknown,
)
from tests.fake_backend import AVAILABLE, DECLINED, FAILED, MISSING, REFUSED, FakeBackend, film, show
from tests.house import House


def house_over(build_house: Callable[..., House], *library: Details) -> House:
    return build_house(FakeBackend(library))


# --- declined, refused, failed


def test_a_film_that_was_declined_can_be_asked_for_again(build_house: Callable[..., House]):
    house = house_over(build_house, film("Alien", 348, 1979, DECLINED))
    offer = house.hears("get alien")
    assert offer.speech == (
        "I found the movie Alien, released in 1979. A request for this was declined before. Is that the one you want?"
    )
    assert offer.hears("yes").speech == "Okay, I've requested the movie Alien."
    assert house.fake.submitted == ["tmdb:348"]


def test_seasons_that_were_declined_count_as_missing(build_house: Callable[..., House]):
    house = house_over(build_house, show("Fargo", 60622, 2014, [AVAILABLE, DECLINED, MISSING]))
    question = house.hears("get fargo").hears("yes")
    assert question.speech == (
        "You have season one of Fargo. Seasons two and three are missing. Which ones would you like?"
    )
    assert question.hears("two and three").speech == "Okay, I've requested seasons two and three of Fargo."


@pytest.mark.parametrize(
    ("availability", "speech"),
    [
        (REFUSED, "A request for Alien was declined, and your media server doesn't take another."),
        (FAILED, "Alien was requested before, but that failed. The owner can try it again."),
    ],
)
def test_a_film_that_cannot_be_asked_for_again(build_house: Callable[..., House], availability, speech: str):
    house = house_over(build_house, film("Alien", 348, 1979, availability))
    answer = house.hears("get alien").hears("yes")
    assert answer.speech == speech
    assert (house.fake.submitted, answer.made) == ([], None)


@pytest.mark.parametrize(
    ("availability", "speech"),
    [
        (REFUSED, "A request for season two of Fargo was declined, and your media server doesn't take another."),
        (FAILED, "Season two of Fargo was requested before, but that failed. The owner can try it again."),
    ],
)
def test_a_season_that_cannot_be_asked_for_again(build_house: Callable[..., House], availability, speech: str):
    house = house_over(build_house, show("Fargo", 60622, 2014, [MISSING, availability]))
    assert house.hears("get season two of fargo").hears("yes").speech == speech
    assert house.fake.submitted == []


@pytest.mark.parametrize(
    ("availability", "words"),
    [(REFUSED, "Season two was declined."), (FAILED, "Season two was requested, but that failed.")],
)
def test_who_asks_for_the_show_hears_of_such_a_season(build_house: Callable[..., House], availability, words: str):
    house = house_over(build_house, show("Fargo", 60622, 2014, [AVAILABLE, availability, MISSING]))
    question = house.hears("get fargo").hears("yes")
    assert question.speech == f"You have season one of Fargo. {words} Season three is missing. Would you like it?"
    assert question.hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:60622:3"]


def test_a_show_of_which_every_season_failed(build_house: Callable[..., House]):
    house = house_over(build_house, show("Fargo", 60622, 2014, [FAILED, FAILED]))
    assert house.hears("get fargo").hears("yes").speech == (
        "Fargo was requested before, but that failed. The owner can try it again."
    )


# --- what the request manager says no to


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (QuotaUsedUp("x"), "Your request quota is used up for now."),
        (QuotaUsedUp("x", "2026-12-01"), "Your request quota is used up. The next one is free on December 1, 2026."),
        (NotAllowed("x"), "You don't have permission for that on your media server."),
        (TitleBlocked("x"), "It's on the blocklist."),
        (Unsupported("x"), "Your media server can't do that."),
        (
            CsrfProtected("x"),
            "Your media server's CSRF protection blocks requests. The owner needs to switch it off.",
        ),
        (
            UserUnknown("x"),
            "Your media server doesn't know the user you are linked to. The owner needs to link you again.",
        ),
    ],
)
def test_each_refusal_has_its_own_words(house: House, failure: BackendError, words: str):
    house.fake.fails("request", failure)
    answer = house.hears("get dune").hears("yes")
    assert answer.speech == f"I couldn't request Dune. {words}"
    assert (house.outbox.depth(), answer.made, answer.reply.listening) == (0, None, False)


def test_the_day_on_which_a_quota_frees_is_kept_with_what_came_of_an_owed_request(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("x"))
    house.hears("yes")
    house.fake.recovers()
    house.fake.fails("request", QuotaUsedUp("x", "2026-12-01"))
    house.waits(61)
    house.worker.run_due()
    outcome = house.outbox.outcome(1)
    assert outcome is not None
    assert getattr(outcome, "frees", None) == "2026-12-01"


def test_a_season_over_the_quota_is_refused_and_can_be_asked_for_later(house: House):
    house.fake.fails("request", QuotaUsedUp("x"))
    assert house.hears("get season one of severance").hears("yes").says == "refused"
    house.fake.recovers()
    assert house.hears("get season one of severance").hears("yes").says == "requested"
