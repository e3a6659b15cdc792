"""4K is a choice of its own: offered where it can be had, refused politely where not, and told apart from HD."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from intents import AskFor
from media import Details, Season
from media_backends import Ability, NotAllowed
from tests.fake_backend import (
    AVAILABLE,
    DECLINED,
    DUNE,
    JURASSIC_PARK,
    MATRIX,
    MISSING,
    SEVERANCE,
    FakeBackend,
    film,
)
from tests.house import House
from turns.taking import Understood

BOTH = frozenset({Ability.FOUR_K_MOVIES, Ability.FOUR_K_TV})


def four_k(title: str) -> Understood:
    return Understood(AskFor(title, four_k=True))


def house_with(build_house: Callable[..., House], *abilities: Ability, library: tuple[Details, ...] = ()) -> House:
    backend = FakeBackend(library) if library else FakeBackend()
    backend.can |= set(abilities)
    return build_house(backend)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    return house_with(build_house, *BOTH)


def test_a_film_is_offered_and_requested_in_4k(house: House):
    offer = house.hears(four_k("dune"))
    assert offer.speech == "I found the movie Dune, released in 2021. Is that the one you want in 4K?"
    assert offer.hears("yes").speech == "Okay, I've requested the movie Dune in 4K."
    assert house.fake.submitted == ["tmdb:438631:4k"]


def test_the_next_one_is_offered_in_4k_too(house: House):
    assert house.hears(four_k("dune")).hears("no").speech == "What about the movie Dune, released in 1984 in 4K?"


def test_a_yes_to_4k_where_there_is_none_is_no_yes_to_hd(build_house: Callable[..., House]):
    house = house_with(build_house)
    answer = house.hears("get dune").hears("yes in 4k please")
    assert answer.speech == (
        "I found the movie Dune, released in 2021. I can't get it in 4K here. Is that the one you want?"
    )
    assert house.fake.submitted == []
    assert answer.hears("yes").speech == "Okay, I've requested the movie Dune."


def test_a_season_is_requested_in_4k(house: House):
    question = house.hears(four_k("severance")).hears("yes")
    assert question.says == "which-seasons-of-all"
    assert question.hears("season two").speech == "Okay, I've requested season two of Severance in 4K."
    assert house.fake.submitted == ["tmdb:95396:2:4k"]


@pytest.mark.parametrize(
    ("only", "title", "lacks"),
    [
        (Ability.FOUR_K_TV, "dune", True),
        (Ability.FOUR_K_MOVIES, "dune", False),
        (Ability.FOUR_K_MOVIES, "severance", True),
        (Ability.FOUR_K_TV, "severance", False),
    ],
)
def test_films_and_shows_are_told_apart(build_house: Callable[..., House], only: Ability, title: str, lacks: bool):
    offer = house_with(build_house, only).hears(four_k(title))
    assert ("I can't get it in 4K here." in offer.speech) is lacks
    assert offer.speech.endswith("Is that the one you want?" if lacks else "Is that the one you want in 4K?")


def test_where_there_is_no_4k_a_yes_means_the_ordinary_quality(build_house: Callable[..., House]):
    house = house_with(build_house)
    offer = house.hears(four_k("dune"))
    assert offer.speech == (
        "I found the movie Dune, released in 2021. I can't get it in 4K here. Is that the one you want?"
    )
    assert offer.hears("yes").speech == "Okay, I've requested the movie Dune."
    assert house.fake.submitted == ["tmdb:438631"]


def test_what_is_there_in_hd_can_be_had_in_4k(house: House):
    offer = house.hears(four_k("jurassic park"))
    assert "already in your library" not in offer.speech
    assert offer.hears("yes").speech == "Okay, I've requested the movie Jurassic Park in 4K."
    assert house.fake.submitted == [f"tmdb:{JURASSIC_PARK.title.id}:4k"]


def test_what_is_there_in_4k_can_be_had_in_hd(build_house: Callable[..., House]):
    alien = film("Alien", 348, 1979)
    there = replace(alien, title=replace(alien.title, availability_4k=AVAILABLE))
    house = house_with(build_house, *BOTH, library=(there,))
    assert house.hears("get alien").hears("yes").speech == "Okay, I've requested the movie Alien."
    assert house.fake.submitted == ["tmdb:348"]


def test_what_is_there_in_4k_is_not_requested_in_4k(build_house: Callable[..., House]):
    alien = film("Alien", 348, 1979)
    there = replace(alien, title=replace(alien.title, availability_4k=AVAILABLE))
    house = house_with(build_house, *BOTH, library=(there,))
    answer = house.hears(four_k("alien")).hears("yes")
    assert answer.speech == "Alien in 4K is already in your library! You can watch it now."
    assert house.fake.submitted == []


def test_a_4k_request_that_waits_does_not_stand_in_the_way_of_an_ordinary_one(house: House):
    house.hears(four_k("dune")).hears("yes")
    assert house.hears(four_k("dune")).hears("yes").says == "already"
    assert house.hears("get dune").hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:438631:4k", "tmdb:438631"]


def test_the_same_wish_in_both_qualities_at_once_is_two_wishes(house: House):
    ann, bob = house.person("ann", budget=0.2), house.person("bob", budget=0.2)
    ann.hears(four_k("dune"))
    bob.hears("get dune")
    house.fake.blocks("request")
    assert ann.hears("yes").says == "owed"
    assert bob.hears("yes").says == "owed"
    assert house.outbox.depth() == 2
    house.fake.recovers()
    house.settles()
    house.worker.run_due()
    assert sorted(house.fake.submitted) == ["tmdb:438631", "tmdb:438631:4k"]


def test_seasons_count_by_the_quality_that_was_asked_for(build_house: Callable[..., House]):
    seasons = (Season(1, AVAILABLE, availability_4k=MISSING), Season(2, MISSING, availability_4k=AVAILABLE))
    house = house_with(build_house, *BOTH, library=(replace(SEVERANCE, seasons=seasons),))
    assert house.hears(four_k("severance")).hears("yes").speech == (
        "You have season two of Severance in 4K. Season one is missing. Would you like it?"
    )
    assert house.hears("yes").speech == "Okay, I've requested season one of Severance in 4K."
    assert house.hears("get severance").hears("yes").speech == (
        "You have season one of Severance. Season two is missing. Would you like it?"
    )


def test_what_was_declined_in_4k_is_asked_for_again_in_4k(build_house: Callable[..., House]):
    declined = replace(MATRIX, title=replace(MATRIX.title, availability_4k=DECLINED))
    house = house_with(build_house, *BOTH, library=(declined,))
    offer = house.hears(four_k("the matrix"))
    assert "A request for this was declined before." in offer.speech
    assert offer.hears("yes").says == "requested"


def test_who_may_not_request_4k_hears_that_it_is_about_4k(house: House):
    house.fake.fails("request", NotAllowed("You do not have permission to make 4K movie requests."))
    assert house.hears(four_k("dune")).hears("yes").speech == (
        "I couldn't request Dune in 4K. You don't have permission for that on your media server."
    )


def test_what_could_not_be_sent_in_4k_is_sent_in_4k_later(house: House):
    house.fake.blocks("request")
    ann = house.person("ann", budget=0.2)
    assert (
        ann.hears(four_k("dune"))
        .hears("yes")
        .speech.endswith("I'll request the movie Dune in 4K as soon as that works.")
    )
    house.crash()
    house.fake.recovers()
    house.waits(61)
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:438631:4k"]


def test_another_title_asked_for_afterwards_is_not_in_4k(house: House):
    house.hears(four_k("dune"))
    assert house.hears("get severance").speech.endswith("Is that the one you want?")


def test_a_film_offered_in_4k_is_still_4k_after_a_restart(house: House):
    house.hears(four_k("dune"))
    house.restart()
    assert house.hears("yes").says == "requested"
    assert house.fake.submitted == [f"tmdb:{DUNE.title.id}:4k"]
