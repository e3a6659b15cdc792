"""An Echo with a screen: what it shows, and what comes of touching it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.demo import DemoBackend
from channels.alexa.screens import DOCUMENT
from channels.alexa.showing import poster
from channels.alexa.telling import tell
from dialogs import telling
from dialogs.states import ChoosingTitle, Offering
from intents import AskFor, Yes
from media import Kind, Reply, Title
from media_backends import Query
from tests.channels.alexa.house import SPEECH, Echo, House, open_house
from tests.channels.alexa.models import LANGUAGES, LISTINGS
from tests.samples import TODAY
from turns.taking import Taking

DUNE = Title(Kind.MOVIE, 438631, "Dune", 2021, poster="https://image.example.org/t/p/w342/dune.jpg")


@pytest.fixture
def show(house: House) -> Echo:
    """An Echo Show."""
    return house.echo(has_screen=True)


def shown(echo: Echo) -> dict[str, Any]:
    data: dict[str, Any] = echo.screen["datasources"]["screen"]
    return data


def labels(echo: Echo) -> list[str]:
    return [one["label"] for one in shown(echo)["buttons"]]


def test_a_title_on_offer_is_shown_with_what_may_be_answered(show: Echo) -> None:
    show.asks("dune")
    assert (shown(show)["heading"], shown(show)["facts"]) == ("Dune (2021)", "Movie · Not in your library")
    assert shown(show)["words"] == show.says
    assert labels(show) == ["Yes", "No", "Next one", "Cancel"]
    assert "card" not in show.heard["response"]


def test_yes_by_hand_requests_once(house: House, show: Echo) -> None:
    show.asks("tenet").touches("Yes")
    assert show.says == "Okay, I've requested the movie Tenet. It's waiting for approval."
    assert shown(show)["facts"] == "Movie · Waiting for approval"
    assert not show.is_listening
    assert house.requested == ["movie:577922"]


def test_a_finger_that_is_too_quick_requests_nothing_more(house: House, show: Echo) -> None:
    token = show.asks("tenet").screen["token"]
    first = show.feels(["touched", "yes"], token).says
    assert show.feels(["touched", "yes"], token).says == first
    assert house.requested == ["movie:577922"]


def test_one_of_several_by_hand(house: House, show: Echo) -> None:
    show.asks("star")
    assert [one["heading"] for one in shown(show)["choices"]][1] == "A Star Is Born (2018)"
    show.touches("A Star Is Born (2018)")
    assert house.requested == ["movie:332562"]


def test_another_one_than_that_on_offer_by_hand(house: House, show: Echo) -> None:
    show.asks("dune").touches("Dune (1984)")
    assert "released in 1984" in show.says
    assert show.is_listening
    show.yes()
    assert house.requested == ["movie:841"]


def test_seasons_by_hand(house: House, show: Echo) -> None:
    show.asks("severance").touches("Yes")
    assert labels(show) == ["Season 1", "Season 2", "All of them", "Cancel"]
    show.touches("Season 2")
    assert house.requested == ["tv:95396:2"]


def test_voice_and_hand_take_turns(house: House, show: Echo) -> None:
    show.launch().answers("dune").no().touches("Next one").intent("AMAZON.PreviousIntent").touches("Yes")
    assert house.requested == ["movie:841"]


def test_a_finger_has_no_voice_and_answers_for_whom_the_screen_was_drawn(house: House) -> None:
    mum = house.echo(person="mum", has_screen=True).asks("dune")
    mum.person = None  # Amazon recognises voices, not fingers
    mum.touches("Dune (1984)").touches("Yes")
    assert house.requested == ["movie:841"]


def test_somebody_elses_screen_says_nothing_of_ones_own_conversation(house: House) -> None:
    mum, dad = (house.echo(person=name, session=name, has_screen=True) for name in ("mum", "dad"))
    mums = mum.asks("tenet").screen["token"]
    dad.asks("dune").feels(["touched", "yes"], mums)
    assert dad.says == "What movie or show would you like?"
    assert house.requested == []


def test_yes_to_what_is_no_longer_on_offer_requests_nothing(house: House, show: Echo) -> None:
    old = show.asks("dune").screen["token"]
    assert "released in 1984" in show.no().says
    assert "released in 1984" in show.feels(["touched", "yes"], old).says
    assert show.is_listening
    assert house.requested == []


@pytest.mark.parametrize(
    ("arguments", "token"),
    [
        (None, None),
        ([], ""),
        (["touched"], "x" * 10_000),
        (["touched", 2], "x"),
        ([["touched", "yes"]], 7),
        (["pressed", "yes"], "x"),
        ({"touched": "yes"}, {}),
        (["touched", "yes", "yes"], "\x00"),
        (["touched", "y" * 10_000], "\ud800"),
    ],
)
def test_a_touch_that_nobody_can_have_made_gets_the_question_again(
    arguments: object, token: object, house: House, show: Echo
) -> None:
    question = show.asks("tenet").says
    assert show.feels(arguments, token).says == question
    assert show.feels(arguments, show.screen["token"]).says == question
    assert house.requested == []


def test_a_touch_in_a_session_that_is_gone_asks_what_is_wanted(house: House, show: Echo) -> None:
    token = show.asks("tenet").screen["token"]
    later = house.echo(session="later", has_screen=True).feels(["touched", "yes"], token)
    assert later.says == "What movie or show would you like?"
    assert later.is_listening
    assert house.requested == []


def test_where_nothing_stands_the_words_are_shown(show: Echo) -> None:
    show.launch()
    assert (shown(show)["heading"], shown(show)["words"]) == ("", show.says)
    assert labels(show) == ["What can I say?"]
    assert [one["type"] for one in show.heard["response"]["directives"]][1] == "Dialog.ElicitSlot"


def test_a_goodbye_draws_nothing(show: Echo) -> None:
    assert "directives" not in show.launch().intent("AMAZON.StopIntent").heard["response"]


def test_an_echo_without_a_screen_is_sent_none(echo: Echo) -> None:
    assert "directives" not in echo.asks("dune").heard["response"]
    assert echo.heard["response"]["card"]["title"] == "Dune (2021)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_speaks_the_language_of_the_device(language: str, house: House) -> None:
    locale = LISTINGS[language].locales[0]
    show = house.echo(has_screen=True, locale=locale).asks("severance").yes()
    there = [SPEECH.word(f"button-{name}", locale) for name in ("all-seasons", "cancel")]
    assert labels(show) == [*(SPEECH.word("button-season", locale, number=number) for number in (1, 2)), *there]
    assert shown(show)["facts"].startswith(SPEECH.word("kind-label", locale, kind="tv"))


class Posters(DemoBackend):
    """Knows a picture of every title."""

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        found = super().search(query, timeout=timeout)
        return tuple(replace(title, poster=f"https://image.example.org/{title.id}.jpg") for title in found)


@pytest.fixture
def pictures(tmp_path: Path) -> Iterator[Echo]:
    with open_house(tmp_path, lambda shelf: Posters(shelf, time.time, 30.0)) as house:
        yield house.echo(has_screen=True)


def test_posters_are_shown_of_the_offer_and_of_the_choices(pictures: Echo) -> None:
    pictures.asks("dune")
    assert shown(pictures)["poster"] == "https://image.example.org/438631.jpg"
    assert shown(pictures)["choices"][0]["poster"] == "https://image.example.org/841.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "http://nas/dune.jpg",
        "/dune.jpg",
        "https://x/dune.svg",
        "https://x/dune.webp",
        "https://x/dune",
        "https://[x/dune.jpg",
        "https://x/" + "d" * 2000 + ".jpg",
    ],
)
def test_a_picture_that_no_echo_can_show_is_left_out(address: str) -> None:
    assert poster(replace(DUNE, poster=address)) == ""


@pytest.mark.parametrize("address", ["https://x/dune.JPG", "https://x/dune.png?w=300", "https://x/dune.jpeg"])
def test_a_picture_that_an_echo_can_show(address: str) -> None:
    assert poster(replace(DUNE, poster=address)) == address


def test_the_document_asks_for_nothing_from_elsewhere() -> None:
    text = json.dumps(DOCUMENT)
    assert DOCUMENT["import"] == []
    assert "://" not in text
    assert set(re.findall(r'"type": "(\w+)"', text)) - set(DOCUMENT["layouts"]) == {
        *("APL", "Container", "Frame", "Image", "Sequence", "Text", "TouchWrapper", "SendEvent"),
    }


def test_the_document_and_its_data_fit_together(pictures: Echo) -> None:
    used = set(re.findall(r"payload\.screen\.(\w+)", json.dumps(DOCUMENT)))
    assert used == set(shown(pictures.asks("dune")))
    for part, names in (("choice", "choices"), ("button", "buttons")):
        used = set(re.findall(rf"\${{{part}\.(\w+)", json.dumps(DOCUMENT)))
        assert all(used == set(one) for one in shown(pictures)[names])


@given(name=st.text(min_size=1, max_size=500) | st.just("<b>${1+1}</b> & so on"))
def test_whatever_a_title_is_called_it_is_shown_as_it_is(name: str) -> None:
    offering = Offering(AskFor("it"), (replace(DUNE, name=name), DUNE), TODAY)
    reply = telling.offer(offering)
    drawn = tell(Taking("turn", Yes(), offering, reply, None, (), 0.0), SPEECH, "en-US", "")
    data = drawn["response"]["directives"][0]["datasources"]["screen"]
    assert "<" not in data["heading"]
    assert "${" not in json.dumps(data)
    json.dumps(data, ensure_ascii=False).encode()


def test_the_largest_screen_is_within_amazons_limit() -> None:
    long = [
        replace(DUNE, id=number, name="&" * 5000, poster=DUNE.poster and "https://x/" + "d" * 1900 + ".jpg")
        for number in range(9)
    ]
    state = ChoosingTitle(AskFor("it"), tuple(long), TODAY)
    taking = Taking("turn", Yes(), state, Reply("no-such-choice", listening=True), None, (), 0.0)
    assert len(json.dumps(tell(taking, SPEECH, "de-DE", ""))) < 120_000
