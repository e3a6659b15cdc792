"""The same conversation on every channel: what is heard is the same to the letter, and so is what is requested."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.channels.mcp.talking import Assistant
from tests.channels.ways import WAYS, Line, on
from tests.fake_backend import film
from tests.house import House

AMBIGUOUS = (film("Crash", 884, 1996), film("Crash", 1640, 2004))
MARKED = film("Fast & Furious", 13804, 2009)

YES = Line("yes", "AMAZON.YesIntent")


def get(title: str, verb: str = "get") -> Line:
    return Line(f"{verb} {title}", "RequestIntent", {"title": title})


@dataclass(frozen=True, slots=True)
class Story:
    """What is said and heard, turn by turn (all but the last listen), and what the request manager was asked for."""

    turns: tuple[tuple[Line, str], ...]
    submitted: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    locale: str = "en-US"


STORIES = {
    "an ambiguous title, then a choice": Story(
        (
            (get("crash"), "Did you mean the movie Crash from 1996 or the one from 2004?"),
            (
                Line("the one from 1996", "OptionIntent", {"year": "1996"}),
                "Okay, I've requested the movie Crash. It's waiting for approval.",
            ),
        ),
        ("tmdb:884",),
    ),
    "a show with seasons": Story(
        (
            (get("severance"), "I found the TV show Severance, released in 2022. Is that the one you want?"),
            (YES, "It has two seasons. Which ones would you like?"),
            (
                Line("season two", "SeasonsIntent", {"seasons": "two"}),
                "Okay, I've requested season two of Severance. It's waiting for approval.",
            ),
        ),
        ("tmdb:95396:2",),
    ),
    "a show with seasons, in German": Story(
        (
            (get("Severance", "hol"), "Ich habe die Serie Severance von 2022 gefunden. Ist das die richtige?"),
            (Line("ja", "AMAZON.YesIntent"), "Es gibt zwei Staffeln. Welche möchtest du?"),
            (
                Line("Staffel zwei", "SeasonsIntent", {"seasons": "zwei"}),
                "Alles klar, ich habe Staffel zwei von Severance angefragt. Jetzt fehlt nur noch die Freigabe.",
            ),
        ),
        ("tmdb:95396:2",),
        locale="de-DE",
    ),
    "there already": Story(
        (
            (
                get("jurassic park"),
                (
                    "I found the movie Jurassic Park, released in 1993. This is already in your library. "
                    "Is that the one you want?"
                ),
            ),
            (YES, "Jurassic Park is already in your library! You can watch it now."),
        ),
    ),
    "taken back": Story(
        (
            (
                get("fast and furious"),
                "I found the movie Fast & Furious, released in 2009. Is that the one you want?",
            ),
            (YES, "Okay, I've requested the movie Fast & Furious. It's waiting for approval."),
            (Line("undo that", "UndoIntent"), "Okay, I've taken back the request for the movie Fast & Furious."),
        ),
        ("tmdb:13804",),
        ("tmdb:13804",),
    ),
}


@pytest.fixture
def house(house: House) -> House:
    house.fake.approves = False  # what was approved cannot be taken back
    for one in (*AMBIGUOUS, MARKED):
        house.fake.now_has(one)
    return house


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("way", WAYS)
def test_every_channel_says_and_does_the_same(house: House, way: str, story: str):
    told = STORIES[story]
    with on(way, house, told.locale) as talk:
        for line, text in told.turns:
            heard = talk.says(line)
            assert heard.text == text
            assert heard.listens is text.endswith("?")
    assert_asked_for(house, told)


def assert_asked_for(house: House, story: Story) -> None:
    assert (house.fake.submitted, house.fake.cancelled) == ([*story.submitted], [*story.cancelled])
    assert house.fake.calls.count("request") == len(story.submitted)
    assert house.fake.calls.count("cancel") == len(story.cancelled)


# --- assistants that use tools say it in words of their own: what comes of it is the same


@pytest.fixture
def assistant(house: House) -> Assistant:
    return Assistant(house)


def test_a_tool_leaves_the_choice_to_the_assistant(house: House, assistant: Assistant):
    found = assistant.gets("search_media", query="crash")
    assert (found["verdict"], [title["year"] for title in found["titles"]]) == ("ask-which", [1996, 2004])
    assert found["speech"] == STORIES["an ambiguous title, then a choice"].turns[0][1]
    assert assistant.gets("request_media", kind="movie", id=884)["outcome"] == "requested"
    assert_asked_for(house, STORIES["an ambiguous title, then a choice"])


def test_a_tool_asks_for_seasons_too(house: House, assistant: Assistant):
    show = {"kind": "tv", "id": 95396}
    which = assistant.gets("request_media", **show)
    assert (which["outcome"], which["open_seasons"]) == ("which_seasons", [1, 2])
    assert assistant.gets("request_media", **show, seasons=[2])["outcome"] == "requested"
    assert_asked_for(house, STORIES["a show with seasons"])


def test_a_tool_requests_nothing_that_is_there_already(house: House, assistant: Assistant):
    told = assistant.gets("request_media", kind="movie", id=329)
    assert (told["outcome"], told["speech"]) == ("already", STORIES["there already"].turns[-1][1])
    assert_asked_for(house, STORIES["there already"])


def test_a_tool_takes_back_what_it_requested(house: House, assistant: Assistant):
    film = {"kind": "movie", "id": 13804}
    for outcome in ("requested", "already"):
        assert assistant.gets("request_media", **film)["outcome"] == outcome
    assert assistant.gets("cancel_request", **film)["outcome"] == "cancelled"
    assert_asked_for(house, STORIES["taken back"])
