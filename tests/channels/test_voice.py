"""POST /voice: the contract that stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intents import AskFor
from media import CollectionName
from media_backends import BackendUnreachable, QuotaUsedUp
from tests.fake_backend import FakeBackend, film
from tests.house import House
from turns.taking import Understood

DOWN = BackendUnreachable("down")

KEYS = ["speech", "expect_reply", "session", "intent", "state", "offer", "options", "request"]
ITEM = {
    "kind": str,
    "id": int,
    "title": str,
    "year": (int, type(None)),
    "availability": str,
    "poster": (str, type(None)),
}
REQUEST = {"status": str, "kind": str, "id": int, "title": str, "seasons": list}


def keeps_the_contract(told: dict[str, Any]) -> None:
    """Exactly the keys that are promised, each of its type."""
    assert set(told) == set(KEYS)
    assert isinstance(told["speech"], str)
    assert isinstance(told["expect_reply"], bool)
    for key in ("session", "intent", "state"):
        assert isinstance(told[key], str)
    assert isinstance(told["options"], list)
    for item in [told["offer"], *told["options"]]:
        if item is not None:
            has_shape(item, ITEM)
            assert item["kind"] in {"movie", "tv"}
    if told["request"] is not None:
        has_shape(told["request"], REQUEST)


def has_shape(told: dict[str, Any], shape: dict[str, Any]) -> None:
    assert set(told) == set(shape)
    for key, kind in shape.items():
        assert isinstance(told[key], kind), key


def test_an_offer(house: House):
    told = house.posts("get dune")
    keeps_the_contract(told)
    assert told["speech"] == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert (told["expect_reply"], told["intent"], told["state"]) == (True, "request", "offering")
    assert told["offer"] == {
        "kind": "movie",
        "id": 438631,
        "title": "Dune",
        "year": 2021,
        "availability": "missing",
        "poster": None,
    }
    assert [option["id"] for option in told["options"]] == [841]
    assert told["request"] is None


def test_a_request(house: House):
    session = house.posts("get dune")["session"]
    told = house.posts("yes", session)
    keeps_the_contract(told)
    assert told["request"] == {"status": "approved", "kind": "movie", "id": 438631, "title": "Dune", "seasons": []}
    assert (told["expect_reply"], told["intent"], told["state"], told["session"]) == (False, "yes", "finished", session)
    assert (told["offer"], told["options"]) == (None, [])


def test_a_request_for_seasons(house: House):
    session = house.posts("get severance")["session"]
    told = house.posts("yes", session)
    keeps_the_contract(told)
    assert (told["state"], told["offer"]["title"]) == ("choosing-seasons", "Severance")
    assert house.posts("season two", session)["request"]["seasons"] == [2]


def test_a_request_that_is_owed(house: House):
    session = house.posts("get dune")["session"]
    house.fake.is_down(BackendUnreachable("x"))
    told = house.posts("yes", session)
    keeps_the_contract(told)
    assert told["request"]["status"] == "queued"


ALIENS = CollectionName(8091, "Alien Collection"), film("Alien", 348, 1979), film("Aliens", 679, 1986)


def asks_for_the_aliens(house: House) -> None:
    """What /voice itself understands is for others to test: the question is put to whoever speaks here."""
    name, *films = ALIENS
    house.fake.has_collection(name.name, name.id, *films)
    asked = house.person("", conversation="one").hears(Understood(AskFor("alien", collection=True)))
    assert asked.says == "collection"


def test_a_question_about_a_collection(house: House):
    asks_for_the_aliens(house)
    told = house.posts("say that again", "one")
    keeps_the_contract(told)
    assert (told["state"], told["offer"], told["expect_reply"]) == ("offering-collection", None, True)


def test_a_request_for_a_collection(house: House):
    asks_for_the_aliens(house)
    told = house.posts("yes", "one")
    keeps_the_contract(told)
    assert told["request"] == {
        "status": "approved",
        "kind": "collection",
        "id": 8091,
        "title": "Alien Collection",
        "seasons": [],
    }


@pytest.mark.parametrize(
    ("trouble", "status"),
    [(lambda fake: setattr(fake, "approves", False), "pending"), (lambda fake: fake.is_down(DOWN), "queued")],
)
def test_how_a_request_for_a_collection_stands(house: House, trouble: Callable[[FakeBackend], None], status: str):
    asks_for_the_aliens(house)
    trouble(house.fake)
    assert house.posts("yes", "one")["request"]["status"] == status


def test_a_collection_of_which_nothing_could_be_requested_is_no_request(house: House):
    asks_for_the_aliens(house)
    house.fake.fails("request", QuotaUsedUp("x"))
    assert house.posts("yes", "one")["request"] is None


@pytest.mark.parametrize("words", ["", "help", "cancel", "mumble mumble", "what", "\ud83d\ude00", "x" * 1000])
def test_whatever_is_said_keeps_the_contract(house: House, words: str):
    keeps_the_contract(house.posts(words))


def test_a_session_is_made_up_where_there_is_none(house: House):
    first, second = house.posts("get dune")["session"], house.posts("get dune")["session"]
    assert first != second
    assert min(len(first), len(second)) >= 32


def test_an_empty_session_is_none(house: House):
    first, second = house.posts("get dune", "")["session"], house.posts("get dune", "")["session"]
    assert first
    assert first != second


def test_sessions_and_speakers_are_kept_apart(house: House):
    house.posts("get dune", "one", speaker="ann")
    assert house.posts("yes", "one", speaker="bob")["request"] is None
    assert house.posts("yes", "two", speaker="ann")["request"] is None
    assert house.posts("yes", "one", speaker="ann")["request"]["title"] == "Dune"


def test_a_turn_that_is_sent_again_gets_the_same_answer(house: House):
    session = house.posts("get dune", turn="a")["session"]
    first = house.posts("yes", session, turn="b")
    keeps_the_contract(first)
    assert house.posts("yes", session, turn="b") == first
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_turn_without_a_session_begins_a_conversation_each_time(house: House):
    first, second = (house.posts("get dune", turn="a") for _ in range(2))
    assert first["session"] != second["session"]


@pytest.mark.parametrize("turn", [7, ["a"], "x" * 201])
def test_an_id_of_another_shape_is_refused(house: House, turn: object):
    answer = house.client.post("/voice", json={"text": "help", "turn": turn})
    assert answer.status_code == 400


def test_more_than_is_known_is_ignored(house: House):
    answer = house.client.post("/voice", json={"text": "help", "device": {"name": "phone"}, "more": [1]})
    keeps_the_contract(answer.get_json())


def test_json_with_a_charset_is_json(house: House):
    answer = house.client.post("/voice", data=b'{"text": "help"}', content_type="application/json; charset=utf-8")
    assert answer.status_code == 200


def test_who_does_not_say_speaks_as_the_house_does(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), locale="de-DE")
    assert house.posts("dune", session="a")["speech"] == house.posts("dune", session="b", locale="de-DE")["speech"]


@pytest.mark.parametrize("locale", ["en-GB", "en_AU", "de-DE", "zh-Hant-TW", "xx"])
def test_any_locale_is_answered(house: House, locale: str):
    keeps_the_contract(house.posts("get dune", locale=locale))


def test_the_conversation_survives_a_restart_between_question_and_answer(house: House):
    session = house.posts("get severance")["session"]
    house.restart()
    house.posts("yes", session)
    house.restart()
    assert house.posts("all of them", session)["request"]["seasons"] == [1, 2]


# --- no body gives a 500

TROUBLE = [HealthCheck.function_scoped_fixture]
text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
spoken = st.one_of(
    text,
    st.sampled_from(["get dune", "yes", "no", "season two", "all of them", "the second one", "help", "the 1984 one"]),
)
bodies = st.fixed_dictionaries(
    {}, optional={"text": spoken | values, "session": text | values, "locale": text, "speaker": text, "more": values}
)


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=TROUBLE)
def test_no_bytes_give_a_500(house: House, body: bytes):
    answer = house.client.post("/voice", data=body, content_type="application/json")
    assert answer.status_code in {200, 400}


@given(bodies)
@settings(max_examples=80, deadline=None, suppress_health_check=TROUBLE)
def test_no_json_gives_a_500(house: House, body: dict[str, Any]):
    answer = house.client.post("/voice", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {200, 400}, answer.text
    if answer.status_code == 200:
        keeps_the_contract(answer.get_json())


@given(st.lists(spoken, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=TROUBLE)
def test_no_conversation_gives_a_500(house: House, said: list[str]):
    for words in said:
        keeps_the_contract(house.posts(words, "the same"))


@pytest.mark.parametrize(
    "headers", [{"Authorization": "\xff"}, {"Cookie": "overtalkerr_key=\xff\x01"}, {"Origin": "\xff"}]
)
def test_no_header_gives_a_500(build_house: Callable[..., House], headers: dict[str, str]):
    client = build_house(FakeBackend()).client
    answer = client.post("/voice", json={"text": "help"}, headers=headers, environ_base={"REMOTE_ADDR": "203.0.113.7"})
    assert answer.status_code == 401
