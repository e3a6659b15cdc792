"""What an answer holds, and what it never does."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from channels.alexa import CHANNEL
from channels.alexa.telling import LONGEST_CARD, LONGEST_SPEECH, tell
from dialogs import telling
from dialogs.states import (
    ChoosingSeasons,
    Finished,
    Idle,
    Offering,
    OfferingCollection,
    Requesting,
    RequestingCollection,
    Stalled,
    State,
)
from dialogs.wants import SettledAll, Taken
from intents import AskFor, Yes
from media import Availability, Details, Kind, Receipt, Reply, RequestStatus, Season, Title, Wish
from speech.saying import Language, Speech
from tests.channels.alexa.house import SPEECH
from tests.samples import DUNES
from turns.taking import Made, Taking

POSTER = "https://image.example.org/t/p/w500/bear.jpg"
BEAR = Title(Kind.TV, 136315, "The Bear", 2022, poster=POSTER)
TODAY = "2026-11-20"


def taking(state: State, reply: Reply, made: Made | None = None) -> Taking:
    return Taking("turn", Yes(), state, reply, made, (), 0.0)


def told(state: State, reply: Reply, made: Made | None = None) -> dict[str, Any]:
    response: dict[str, Any] = tell(taking(state, reply, made), SPEECH, "en-US")["response"]
    return response


def offered(title: Title) -> dict[str, Any]:
    offering = Offering(AskFor("the bear"), (title,), TODAY)
    return told(offering, telling.offer(offering))


def choosing(*missing: int) -> dict[str, Any]:
    seasons = [
        Season(number, Availability.MISSING if number in missing else Availability.AVAILABLE) for number in (1, 2, 3)
    ]
    state = ChoosingSeasons(Details(BEAR, tuple(seasons)), TODAY)
    return told(state, telling.which_seasons(state))


def test_the_test_page_shows_the_very_answer() -> None:
    assert CHANNEL.preview is tell


def test_seasons_are_elicited() -> None:
    (directive,) = choosing(1, 2, 3)["directives"]
    assert (directive["slotToElicit"], directive["updatedIntent"]["name"]) == ("seasons", "SeasonsIntent")


def test_nothing_is_elicited_where_yes_or_no_is_the_answer() -> None:
    assert "directives" not in choosing(3)
    assert "directives" not in offered(BEAR)
    asked = Stalled(AskFor("dune"), "backend-busy")
    assert "directives" not in told(asked, Reply("stalled", {"why": "backend-busy"}, listening=True))


def test_a_title_is_elicited_where_one_is_asked_for() -> None:
    (directive,) = told(Idle(), Reply("welcome", listening=True))["directives"]
    assert (directive["slotToElicit"], directive["updatedIntent"]["name"]) == ("title", "RequestIntent")


def test_a_session_that_ends_has_no_reprompt() -> None:
    response = told(Finished(Reply("goodbye")), Reply("goodbye"))
    assert response == {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Okay. Goodbye!</speak>"},
        "shouldEndSession": True,
    }


def test_what_is_requested_is_shown() -> None:
    wish, receipt = Wish(BEAR, (2,)), Receipt("1", RequestStatus.APPROVED, (2,))
    reply = telling.requested(Requesting(wish, TODAY), Taken(receipt))
    card = told(Finished(reply), reply, Made(BEAR, RequestStatus.APPROVED, (2,), "1"))["card"]
    assert card["title"] == "The Bear (2022)"
    assert card["text"] == "Okay, I've requested season two of The Bear."
    assert card["image"]["largeImageUrl"] == POSTER


def test_a_collection_that_is_requested_is_shown_by_its_name() -> None:
    requesting = RequestingCollection(DUNES, (Wish(BEAR),))
    reply = telling.collection_requested(requesting, SettledAll(2, 0, 0, 0))
    card = told(Finished(reply), reply, Made(DUNES.name, RequestStatus.APPROVED))["card"]
    assert card == {
        "type": "Simple",
        "title": "Dune Collection",
        "content": "Okay, I've requested two movies of Dune Collection.",
    }


def test_a_collection_is_asked_about_once_more_in_its_own_words() -> None:
    offering = OfferingCollection(DUNES, TODAY)
    response = told(offering, telling.collection(offering))
    assert "Shall I request them, yes or no?" in response["reprompt"]["outputSpeech"]["ssml"]


def test_seasons_that_were_declined_can_be_chosen_too() -> None:
    declined = tuple(Season(number, Availability.DECLINED) for number in (1, 2))
    state = ChoosingSeasons(Details(BEAR, declined), TODAY)
    assert "directives" in told(state, telling.which_seasons(state))


def test_seasons_missing_in_4k_count_where_4k_was_asked_for() -> None:
    seasons = tuple(Season(number, Availability.AVAILABLE) for number in (1, 2))
    state = ChoosingSeasons(Details(BEAR, seasons), TODAY, four_k=True)
    assert "directives" in told(state, telling.which_seasons(state))


@pytest.mark.parametrize("poster", [None, "", "/posters/bear.jpg", "http://nas/bear.jpg", "https://x/" + "b" * 2000])
def test_only_a_picture_that_alexa_takes_is_sent(poster: str | None) -> None:
    card = offered(replace(BEAR, poster=poster))["card"]
    assert card["type"] == "Simple"


@given(name=st.text(min_size=1, max_size=150))
def test_any_title_makes_speech_that_can_be_read(name: str) -> None:
    response = offered(replace(BEAR, name=name))
    assert ET.fromstring(response["outputSpeech"]["ssml"].encode()).tag == "speak"
    json.dumps(response).encode()


@pytest.mark.parametrize("letter", ["a", "&", "'"])
def test_whatever_a_language_says_is_made_into_what_alexa_takes(letter: str) -> None:
    bundle = FluentBundle(["en"])
    bundle.add_resource(FluentResource(f"offer = {letter * 9000}\nreprompt = Well <now> & then\x07?"))
    long_winded = Speech({"en": Language("en", bundle, (), "y", {})})
    offering = Offering(AskFor("the bear"), (BEAR,), TODAY)
    response = tell(taking(offering, telling.offer(offering)), long_winded, "en-US")["response"]
    assert len(response["outputSpeech"]["ssml"]) <= LONGEST_SPEECH
    assert ET.fromstring(response["reprompt"]["outputSpeech"]["ssml"]).text == "Well <now> & then?"
    card = response["card"]
    assert len(card["title"]) + len(card["text"]) + 2 * len(POSTER) <= LONGEST_CARD
