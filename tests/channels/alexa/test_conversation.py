"""Conversations as they are held with an Echo: signed, over /alexa, on the demo."""

from __future__ import annotations

import sqlite3
import time
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from backends.demo import DemoBackend
from media import Title, User
from media_backends import Ability, MediaBackend, Query
from storage.demo_shelf import DemoShelf
from tests.channels.alexa.house import Echo, House, open_house
from tests.fake_backend import FakeBackend

GUIDE = [
    (
        "Jurassic Park",
        "I found the movie Jurassic Park, released in 1993. This is already in your library. Is that the one you want?",
        "Jurassic Park is already in your library! You can watch it now.",
    ),
    (
        "Breaking Bad",
        (
            "I found the TV show Breaking Bad, released in 2008. This is currently being downloaded. "
            "Is that the one you want?"
        ),
        "Breaking Bad is already being downloaded. It should be available soon!",
    ),
    (
        "The Matrix",
        (
            "I found the movie The Matrix, released in 1999. This has already been requested and is pending approval. "
            "Is that the one you want?"
        ),
        "The Matrix has already been requested and is waiting for approval.",
    ),
]


@pytest.mark.parametrize(("title", "offer", "end"), GUIDE)
def test_the_guides_dialogues_in_one_shot(title: str, offer: str, end: str, house: House, echo: Echo) -> None:
    assert echo.asks(title.lower()).says == offer
    assert echo.yes().says == end
    assert not echo.is_listening
    assert house.requested == []


@pytest.mark.parametrize(("title", "offer", "end"), GUIDE)
def test_the_guides_dialogues_after_a_launch(title: str, offer: str, end: str, echo: Echo) -> None:
    assert echo.launch().answers(title).says == offer
    assert echo.yes().says == end


def test_a_film_is_requested_once_however_often_one_says_yes(house: House, echo: Echo) -> None:
    assert echo.asks("tenet").is_listening
    assert echo.yes().says == "Okay, I've requested the movie Tenet. It's waiting for approval."
    assert echo.yes().says == "Okay, I've requested the movie Tenet. It's waiting for approval."
    assert house.requested == ["movie:577922"]


def test_no_brings_the_next_one(echo: Echo) -> None:
    assert "Dune, released in 2021" in echo.asks("dune").says
    assert echo.no().says.startswith("What about the movie Dune")


def test_seasons_are_asked_for_and_chosen_by_their_slot(house: House, echo: Echo) -> None:
    assert echo.asks("severance").yes().says == "It has two seasons. Which ones would you like?"
    assert echo.answers("two").says == "Okay, I've requested season two of Severance. It's waiting for approval."
    assert house.requested == ["tv:95396:2"]


@pytest.mark.parametrize(
    ("words", "seasons"),
    [("season two", "2"), ("all of them", "1,2"), ("the first one", "1"), ("season 1 and 2", "1,2")],
)
@pytest.mark.parametrize("dialog", ["STARTED", "IN_PROGRESS"])
def test_seasons_that_alexa_took_for_a_title(words: str, seasons: str, dialog: str, house: House, echo: Echo) -> None:
    echo.asks("severance").yes().intent("RequestIntent", dialog=dialog, title=words)
    assert house.requested == [f"tv:95396:{seasons}"]


def test_a_position_is_a_season_where_seasons_were_asked_for(house: House, echo: Echo) -> None:
    echo.asks("severance").yes().intent("OptionIntent", ordinal="2nd")
    assert house.requested == ["tv:95396:2"]


def test_what_somebody_asked_for(echo: Echo) -> None:
    assert echo.intent("MyRequestsIntent").says == "You haven't asked for anything lately. What would you like?"
    echo.asks("tenet").yes()
    assert "the movie Tenet is waiting for approval" in echo.intent("MyRequestsIntent").says


def test_once_more_slowly_and_over_again(echo: Echo) -> None:
    echo.asks("tenet")
    assert "movie Tenet" in echo.intent("SlowerIntent").says
    assert echo.intent("AMAZON.StartOverIntent").says == "What movie or show would you like?"
    assert echo.is_listening


def test_yes_that_alexa_took_for_a_title(house: House, echo: Echo) -> None:
    echo.asks("tenet").intent("RequestIntent", title="yes")
    assert house.requested == ["movie:577922"]


def test_a_season_named_with_the_title(house: House, echo: Echo) -> None:
    echo.asks("season two of severance").yes()
    assert house.requested == ["tv:95396:2"]


def test_another_title_may_be_named_at_any_question(echo: Echo) -> None:
    assert "The Matrix" in echo.asks("severance").yes().asks("the matrix").says


def test_the_one_described_is_offered(echo: Echo) -> None:
    echo.asks("dune")
    assert "released in 1984" in echo.intent("OptionIntent", year="1984").says
    assert "released in 2021" in echo.intent("OptionIntent", ordinal="2021").says
    assert "released in 2021" in echo.intent("OptionIntent", ordinal="1st").says
    assert "the TV show" in echo.asks("fargo").intent("ShowIntent").says
    assert "the movie" in echo.intent("MovieIntent").says


@pytest.mark.parametrize("title", ["help", "stop", "next", "yes"])
def test_behind_a_request_verb_only_a_title_makes_sense(title: str, echo: Echo) -> None:
    echo.launch().asks(title)
    assert f"called {title}" in echo.says or "I found" in echo.says


@pytest.mark.parametrize(("words", "said"), [("help", "You can say"), ("never mind", "Okay. Goodbye!")])
def test_a_bare_answer_may_be_a_command(words: str, said: str, echo: Echo) -> None:
    assert echo.launch().answers(words).says.startswith(said)


def test_a_request_verb_may_leak_into_the_slot(echo: Echo) -> None:
    assert "Jurassic Park" in echo.asks("download the movie jurassic park please").says


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"])
def test_stop_ends_the_session(intent: str, echo: Echo) -> None:
    assert echo.asks("dune").intent(intent).says == "Okay. Goodbye!"
    assert not echo.is_listening


def test_the_words_are_repeated(echo: Echo) -> None:
    offer = echo.asks("dune").says
    assert echo.intent("AMAZON.RepeatIntent").says == offer


def test_next_and_previous(echo: Echo) -> None:
    first = echo.asks("dune").says
    assert echo.intent("AMAZON.NextIntent").says != first
    assert echo.intent("AMAZON.PreviousIntent").says == first


def test_a_beginning_that_nothing_follows_is_heard_as_it_is(echo: Echo) -> None:
    assert echo.asks("dune").intent("Say_no", words=None).says.startswith("What about the movie Dune")


def test_two_people_in_one_session_do_not_answer_for_each_other(house: House) -> None:
    house.echo(user="mum", device="hers").asks("tenet")
    assert not house.echo(user="dad", device="his").yes().says.startswith("Okay, I've requested")
    assert house.requested == []


def test_two_devices_of_one_account_each_have_their_own_conversation(house: House) -> None:
    kitchen, bedroom = house.echo(session="kitchen"), house.echo(session="bedroom")
    kitchen.asks("dune from 1984")
    bedroom.asks("arrival")
    kitchen.yes()
    assert house.requested == ["movie:841"]
    bedroom.yes()
    assert house.requested == ["movie:841", "movie:329865"]


def test_a_request_that_amazon_sends_again_gets_the_same_answer(house: House, echo: Echo) -> None:
    echo.asks("dune from 1984")
    yes = {"type": "IntentRequest", "requestId": "again", "intent": {"name": "AMAZON.YesIntent"}}
    first = echo.send(dict(yes)).heard
    assert echo.send(dict(yes)).heard == first
    assert "I've requested the movie Dune" in echo.says
    assert house.requested == ["movie:841"]


def test_undo_in_a_session_of_its_own(house: House, echo: Echo) -> None:
    echo.asks("dune from 1984").yes()
    undone = house.echo(session="another").intent("UndoIntent")
    assert undone.says == "Okay, I've taken back the request for the movie Dune."
    assert not undone.is_listening
    assert house.requested == []


def test_a_voice_that_is_known_counts_more_than_the_account(house: House) -> None:
    mum, dad = house.echo(person="mum"), house.echo(person="dad")
    mum.asks("tenet")
    dad.yes()
    assert house.requested == []
    mum.yes()
    assert house.requested == ["movie:577922"]


def test_two_services_in_one_process_do_not_notice_each_other(tmp_path: Path) -> None:
    with open_house(tmp_path / "one") as one, open_house(tmp_path / "two") as two:
        one.echo().asks("tenet")
        two.echo().yes()
        one.echo().yes()
        assert (one.requested, two.requested) == (["movie:577922"], [])


OFFER_AGAIN = "I found the movie Tenet, released in 2020. Is that the one you want?"


@pytest.mark.parametrize(
    "heard",
    [
        "is that the one you want",
        "is that the one you want yes or no",
        "I found the movie tenet released in 2020 is that the one you want",
    ],
)
def test_our_own_voice_at_an_offer_is_no_answer(heard: str, house: House, echo: Echo) -> None:
    assert echo.asks("tenet").asks(heard).says == OFFER_AGAIN
    assert echo.is_listening
    echo.yes()
    assert house.requested == ["movie:577922"]


@pytest.mark.parametrize("heard", ["what would you like", "which movie or show would you like"])
def test_our_own_voice_after_a_launch_is_no_title(heard: str, echo: Echo) -> None:
    assert echo.launch().answers(heard).says == "What movie or show would you like?"
    assert "Tenet" in echo.answers("tenet").says


@pytest.mark.parametrize("heard", ["which seasons would you like", "it has two seasons which ones would you like"])
def test_our_own_voice_names_no_season(heard: str, house: House, echo: Echo) -> None:
    again = echo.asks("severance").yes().says
    assert echo.answers(heard).says == again
    assert house.requested == []


def test_whatever_built_in_intents_come_first_the_next_title_is_heard(echo: Echo) -> None:
    for name in ("Yes", "No", "Next", "Previous", "Repeat", "Help", "Fallback", "StartOver"):
        answer = Echo(echo.client, session=name).intent(f"AMAZON.{name}Intent").heard["response"]
        assert answer["outputSpeech"]["ssml"] != "<speak></speak>"
        then = Echo(echo.client, session=name, is_new=False).asks("tenet")
        assert "Tenet" in then.says, name


@pytest.mark.parametrize("name", ["Fallback", "Next", "Previous", "Repeat", "Help"])
def test_at_which_seasons_the_question_stays_open(name: str, house: House, echo: Echo) -> None:
    echo.asks("severance").yes().intent(f"AMAZON.{name}Intent")
    assert echo.is_listening
    if name not in {"Next", "Previous"}:
        echo.answers("two")
        assert house.requested == ["tv:95396:2"]


class Asked(DemoBackend):
    """Tells how often it was searched."""

    searches = 0

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        self.searches += 1
        return super().search(query, timeout=timeout)


def test_whether_we_could_help_is_told_without_a_trace(tmp_path: Path) -> None:
    backends: list[Asked] = []

    def new_backend(shelf: DemoShelf) -> MediaBackend:
        backends.append(Asked(shelf, time.time, 30.0))
        return backends[0]

    def rows() -> int:
        with closing(sqlite3.connect(tmp_path / "house.db")) as database:
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return sum(database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)

    with open_house(tmp_path, new_backend) as house:
        slots = {"title": {"name": "title", "value": "tenet"}}
        asked = {"type": "CanFulfillIntentRequest", "intent": {"name": "RequestIntent", "slots": slots}}
        told = house.echo().send(asked).heard["response"]["canFulfillIntent"]
        assert told == {"canFulfill": "YES", "slots": {"title": {"canUnderstand": "YES", "canFulfill": "YES"}}}
        assert (rows(), backends[0].searches) == (0, 0)
        house.echo().asks("tenet")
        assert rows() > 0
        assert backends[0].searches > 0


# --- who speaks, and linking them


def with_users(folder: Path) -> AbstractContextManager[House]:
    """A house whose request manager has users; nothing of theirs is asked for here."""

    def new_backend(_shelf: DemoShelf) -> FakeBackend:
        backend = FakeBackend()
        backend.can |= {Ability.AS_USER}
        backend.people = (User("12", "Anna"), User("13", "Ben"))
        return backend

    return open_house(folder, new_backend)


def test_four_digits_said_to_alexa_link_the_voice(tmp_path: Path) -> None:
    with with_users(tmp_path) as house:
        code = house.codes.make(User("12", "Anna")).code
        assert house.echo(person="mum").intent("LinkIntent", code=code).says == "You're linked as Anna now."
        assert house.people.user_of("alexa", "mum") == "12"
        assert house.people.user_of("alexa", "kitchen") is None


def test_alexa_asks_for_the_digits_and_takes_them_bare(tmp_path: Path) -> None:
    with with_users(tmp_path) as house:
        code = house.codes.make(User("12", "Anna")).code
        echo = house.echo(person="mum").intent("LinkIntent")
        assert echo.says.endswith("Which four digits does the owner's page show?")
        assert echo.answers("?").says.startswith("Sorry, I didn't get that.")
        assert echo.answers(code).says == "You're linked as Anna now."
        assert not echo.is_listening


def test_a_code_said_by_nobody_in_particular_links_the_device_and_serves_whoever_speaks_there(tmp_path: Path) -> None:
    with with_users(tmp_path) as house:
        house.echo().intent("LinkIntent", code=house.codes.make(User("12", "Anna")).code)
        assert house.people.user_of("alexa", "kitchen") == "12"
        house.echo(person="a guest", session="two").asks("dune").yes()
        house.people.link("alexa", "mum", "13")
        house.echo(person="mum", session="three").asks("severance").yes().intent("FirstSeasonIntent")
        assert house.fake.asked_as == ["12", "13"]


def test_a_link_of_the_account_serves_whoever_is_not_linked(tmp_path: Path) -> None:
    with with_users(tmp_path) as house:
        house.people.link("alexa", "user-1", "13")
        house.echo().asks("dune").yes()
        assert house.fake.asked_as == ["13"]
