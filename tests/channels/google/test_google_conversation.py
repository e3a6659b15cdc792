"""The same conversation over Dialogflow ES and CX, and what its fronts show beside the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from media_backends import BackendUnreachable
from tests.channels.google.fronts import ES_AGENT, FRONTS, Es, Front
from tests.fake_backend import DUNE, DUNE_1984, FARGO, MISSING, SEVERANCE, THE_BEAR, FakeBackend, film, show
from tests.house import House

POSTER = "https://image.example.org/t/p/w500/dune.jpg"
LIBRARY = (replace(DUNE, title=replace(DUNE.title, poster=POSTER)), DUNE_1984, FARGO, SEVERANCE, THE_BEAR)


@pytest.fixture(params=FRONTS)
def new_front(request: pytest.FixtureRequest) -> Callable[..., Front]:
    def build(house: House, **given: Any) -> Front:
        return FRONTS[request.param](house.client, **given)

    return build


@pytest.fixture
def front(new_front: Callable[..., Front], house: House) -> Front:
    return new_front(house)


def test_a_title_that_two_films_have(front: Front, house: House):
    assert front.asks("get dune").says == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert front.is_listening
    assert "1984" in front.asks("no").says
    assert front.asks("yes").is_listening is False
    assert house.fake.submitted == ["tmdb:841"]


def test_seasons(front: Front, house: House):
    assert front.asks("get severance").asks("yes").is_listening
    assert front.asks("season two").is_listening is False
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_what_is_already_there(front: Front, house: House):
    assert "already in your library" in front.asks("get jurassic park").says
    front.asks("yes")
    assert house.fake.submitted == []


def test_what_was_requested_is_taken_back(front: Front, house: House):
    house.fake.approves = False
    front.asks("get dune").asks("yes")
    assert house.fake.submitted == ["tmdb:438631"]
    front.asks("undo that")
    if front.is_listening:
        front.asks("yes")
    assert house.fake.cancelled == ["tmdb:438631"]


def test_every_channel_says_the_same(front: Front, house: House, build_house: Callable[..., House]):
    other, session = build_house(FakeBackend()), "one"
    for words in ("get dune", "no", "yes", "get the bear", "yes", "season two", "undo that", "what", ""):
        assert front.asks(words).says == other.posts(words, session)["speech"], words


def test_hello(front: Front, house: House):
    said = front.opens().says
    assert front.is_listening
    assert said
    assert front.asks("dune").says.startswith("I found the movie Dune")
    assert "search" in house.fake.calls


def test_sessions_are_kept_apart(new_front: Callable[..., Front], house: House):
    here, there = new_front(house, session="one"), new_front(house, session="two")
    here.asks("get dune")
    there.asks("yes")
    assert house.fake.submitted == []


def test_callers_are_kept_apart_and_known(new_front: Callable[..., Front], house: House):
    ann, bob = new_front(house, caller="+4930111"), new_front(house, caller="+4930222")
    ann.asks("get dune")
    bob.asks("yes")
    assert house.fake.submitted == []
    ann.asks("yes")
    assert house.fake.submitted == ["tmdb:438631"]


@pytest.mark.parametrize("kept_secret", ["REDACTED_FOR_TRIAL", "anonymous", "+", ""])
def test_a_number_that_google_keeps_to_itself_is_nobody(
    new_front: Callable[..., Front], house: House, kept_secret: str, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level("INFO", "turns.taking"):
        new_front(house, caller=kept_secret).asks("help")
    assert "who=e3b0c442" in caplog.text  # the digest of nothing


def test_a_user_of_the_agent_is_who_speaks(house: House, caplog: pytest.LogCaptureFixture):
    for user, who in (("ann", sha256(b"ann")), ("-", sha256())):
        front = Es(house.client)
        request = front.request("help", "1") | {"session": f"{ES_AGENT}/environments/-/users/{user}/sessions/one"}
        with caplog.at_level("INFO", "turns.taking"):
            front.sends(request)
        assert f"who={who.hexdigest()[:8]} " in caplog.text


@pytest.mark.parametrize("locale", ["de", "de-DE", "de-de", "pt-BR", "pt-br", "en-us", "xx", ""])
def test_any_language_is_answered(new_front: Callable[..., Front], house: House, locale: str):
    front = new_front(house, locale=locale)
    front.asks("Dune")
    assert front.says == house.posts("Dune", "other", locale=locale or "en-US")["speech"]


def test_a_turn_that_is_delivered_again_gets_the_same_answer(front: Front, house: House):
    front.asks("get dune")
    first = front.asks("yes", "delivery-7").heard
    assert front.asks("yes", "delivery-7").heard == first
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_bug_is_spoken_of(front: Front, house: House, caplog: pytest.LogCaptureFixture):
    house.fake.fails("search", ZeroDivisionError())
    assert front.asks("get dune").says == "Sorry, something went wrong on my side. Please try again in a moment."
    assert not front.is_listening
    assert "A turn of Dialogflow's failed" in caplog.text


def test_a_server_that_is_away_is_told(front: Front, house: House):
    house.fake.is_down(BackendUnreachable("x"))
    front.asks("get dune")
    assert front.is_listening
    assert front.chips == ["Yes", "No"]


# --- beside the words


def test_an_offer_is_shown_with_its_poster(new_front: Callable[..., Front], build_house: Callable[..., House]):
    front = new_front(build_house(FakeBackend(LIBRARY))).asks("get dune")
    assert front.card is not None
    assert front.card["title"] == "Dune (2021)"
    assert front.card["subtitle"] == "Movie · Not in your library"
    assert POSTER in str(front.card["image"])
    assert front.chips == ["Yes", "No", "Next one", "Cancel"]


def test_what_was_requested_is_shown_without_anything_to_tap(front: Front):
    front.asks("get dune").asks("yes")
    assert front.card == {"type": "info", "title": "Dune (2021)", "subtitle": "Movie"}
    assert front.chips == []


@pytest.mark.parametrize("poster", [None, "", "http://image.example.org/x.jpg", f"https://{'x' * 2000}/", "/x.jpg"])
def test_only_a_poster_that_can_be_shown_is(
    new_front: Callable[..., Front], build_house: Callable[..., House], poster: str | None
):
    film = replace(DUNE, title=replace(DUNE.title, poster=poster))
    front = new_front(build_house(FakeBackend([film]))).asks("get dune")
    assert front.card is not None
    assert "image" not in front.card
    assert "imageUri" not in str(front.heard)


def test_seasons_can_be_tapped(front: Front, house: House):
    front.asks("get severance").asks("yes")
    assert front.chips == ["Season 1", "Season 2", "All of them", "Cancel"]
    front.asks(front.chips[1])
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_no_front_is_shown_more_than_it_can_hold(new_front: Callable[..., Front], build_house: Callable[..., House]):
    front = new_front(build_house(FakeBackend([show("The Simpsons", 456, 1989, [MISSING] * 38)])))
    front.asks("get the simpsons").asks("yes")
    assert len(front.chips) == 12


def test_each_of_several_titles_can_be_tapped(new_front: Callable[..., Front], build_house: Callable[..., House]):
    crashes = [film("Crash", 884, 1996), film("Crash", 1640, 2004)]
    front = new_front(build_house(FakeBackend(crashes))).asks("get crash")
    assert front.chips == ["the one from 1996", "the one from 2004", "Cancel"]
    front.asks(front.chips[1])
    assert front.card is not None
    assert front.card["title"] == "Crash (2004)"
