"""Several at once: devices of one person do not mix, and nothing said twice at the same moment is done twice."""

from __future__ import annotations

import threading
from typing import Any

from tests.fake_backend import DUNE, DUNE_1984, JURASSIC_PARK
from tests.house import House


def says(house: House, words: str, session: str, speaker: str = "ada") -> dict[str, Any]:
    return house.posts(words, session, speaker=speaker)


def at_once(house: House, *said: tuple[str, str]) -> None:
    """Each of these words in its session, all at the same moment."""
    begin = threading.Barrier(len(said))

    def say(words: str, session: str) -> None:
        begin.wait(10)
        says(house, words, session)

    speaking = [threading.Thread(target=say, args=one) for one in said]
    for each in speaking:
        each.start()
    for each in speaking:
        each.join(20)


def test_two_devices_of_one_person_have_each_their_own_offer(house: House):
    says(house, "get dune from 2021", "kitchen")
    says(house, "get severance", "bedroom")
    says(house, "yes", "kitchen")
    assert house.fake.submitted == ["tmdb:438631"]
    says(house, "yes", "bedroom")
    says(house, "season two", "bedroom")
    assert house.fake.submitted == ["tmdb:438631", "tmdb:95396:2"]


def test_a_yes_on_another_device_agrees_to_nothing(house: House):
    says(house, "get dune", "kitchen")
    assert says(house, "yes", "bedroom")["state"] == "idle"
    assert house.fake.submitted == []


def test_yes_twice_at_the_same_moment_is_one_request(house: House):
    says(house, "get dune from 1984", "kitchen")
    at_once(house, ("yes", "kitchen"), ("yes", "kitchen"), ("yes please", "kitchen"))
    assert house.fake.submitted == ["tmdb:841"]


def test_two_devices_that_want_the_same_make_one_request(house: House):
    for session in ("kitchen", "bedroom"):
        says(house, "get dune from 1984", session)
    at_once(house, ("yes", "kitchen"), ("yes", "bedroom"))
    assert house.fake.submitted == ["tmdb:841"]


def test_seasons_named_twice_at_the_same_moment_are_requested_once(house: House):
    says(house, "get severance", "kitchen")
    says(house, "yes", "kitchen")
    at_once(house, ("all of them", "kitchen"), ("one and two", "kitchen"))
    assert house.fake.submitted == ["tmdb:95396:1,2"]


def test_seasons_that_overlap_are_requested_once_each(house: House):
    for session in ("kitchen", "bedroom"):
        says(house, "get severance", session)
        says(house, "yes", session)
    at_once(house, ("all of them", "kitchen"), ("season two", "bedroom"))
    asked = [season for key in house.fake.submitted for season in key.rsplit(":", 1)[1].split(",")]
    assert sorted(asked) == ["1", "2"]


def test_a_film_and_its_collection_at_once_are_requested_once(house: House):
    house.fake.has_collection("Dune Collection", 1, DUNE, DUNE_1984, JURASSIC_PARK)
    says(house, "get the whole dune collection", "kitchen")
    says(house, "get dune from 1984", "bedroom")
    at_once(house, ("yes", "kitchen"), ("yes", "bedroom"), ("yes", "kitchen"))
    assert sorted(house.fake.submitted) == ["tmdb:438631", "tmdb:841"]


def test_a_yes_after_the_offer_went_stale_says_so(house: House):
    says(house, "get dune from 1984", "kitchen")
    house.waits(25 * 3600)
    assert says(house, "yes", "kitchen")["state"] == "idle"
    assert house.fake.submitted == []
