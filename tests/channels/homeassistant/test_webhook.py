"""What webhook-conversation posts: its shapes, whose turn it is, what is not done twice, and who is turned away."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channels.homeassistant.agents import Hook
from tests.fake_backend import FakeBackend
from tests.house import House

Json = dict[str, Any]
KEY = "a key of our own, long enough to be one"
STRANGER = {"REMOTE_ADDR": "203.0.113.7"}

POSTED = {
    "messages": [],
    "conversation_id": "01JD3T2N5Q",
    "system_prompt": "You are a voice assistant for Home Assistant.",
    "stream": False,
    "query": "get dune",
    "agent_id": "conversation.films",
    "device_id": "4f1c",
    "device_info": {"name": "Kitchen", "manufacturer": "Nabu Casa"},
    "exposed_entities": "[]",
    "language": "en",
    "user_id": "7b1e",
}
OFFER = "I found the movie Dune, released in 2021. Is that the one you want?"


def test_golden_in_one(house: House):
    assert house.client.post("/homeassistant", json=POSTED).get_json() == {"output": OFFER}


def test_golden_streamed(house: House):
    answer = house.client.post("/homeassistant", json=POSTED | {"stream": True})
    assert (answer.status_code, answer.mimetype) == (200, "application/x-ndjson")
    assert [json.loads(line) for line in answer.text.splitlines()] == [
        {"type": "item", "content": OFFER},
        {"type": "end"},
    ]


def test_conversations_and_people_are_told_apart(house: House):
    house.client.post("/homeassistant", json=POSTED)
    history = [{"role": "user", "content": "get dune"}, {"role": "assistant", "content": OFFER}]
    for other in ({"conversation_id": "other"}, {"user_id": "other"}):
        house.client.post("/homeassistant", json=POSTED | other | {"query": "yes", "messages": history})
    assert house.fake.submitted == []
    house.client.post("/homeassistant", json=POSTED | {"query": "yes", "messages": history})
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_line_in_the_prompt_goes_before_ids(house: House):
    named = POSTED | {"system_prompt": '{"user": "Ann", "language": "de"}'}
    told = house.client.post("/homeassistant", json=named).get_json()["output"]
    assert told == house.posts("get dune", locale="de")["speech"]


def test_the_same_turn_sent_again_gets_the_same_answer(house: House):
    hook = Hook(house)
    hook.says("get dune")
    assert hook.answer("next") == hook.answer("next")
    hook.says("next")
    assert hook.answer("yes") == hook.answer("yes")
    assert house.fake.submitted == ["tmdb:841"]


def test_a_first_turn_sent_again_gets_the_same_answer(house: House):
    hook = Hook(house)
    assert hook.answer("get dune") == hook.answer("get dune")
    assert house.fake.calls.count("search") == 1


def test_a_conversation_that_begins_again_under_its_id_begins_anew(house: House):
    Hook(house, conversation="one").says("get dune")
    assert "Which movie or show" in Hook(house, conversation="one").says("yes")
    assert house.fake.submitted == []


def test_a_prompt_among_the_messages_is_read_too(house: House):
    hook = Hook(house, history=[{"role": "system", "content": '{"language": "de"}'}])
    assert hook.says("get dune") == house.posts("get dune", locale="de")["speech"]


def test_without_a_history_every_turn_is_one_of_its_own(house: House):
    def says(words: str) -> str:
        bare = {"query": words, "conversation_id": "one"}
        return str(house.client.post("/homeassistant", json=bare).get_json()["output"])

    says("get dune")
    assert says("next") != says("next")
    says("get dune")
    says("yes")
    assert house.fake.submitted == ["tmdb:438631"]


def test_the_key_as_a_password_or_a_bearer(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY)
    refused = house.client.post("/homeassistant", json=POSTED, environ_base=STRANGER)
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (401, "unauthorized")
    for shown in (f"Basic {b64encode(f'ann:{KEY}'.encode()).decode()}", f"Bearer {KEY}"):
        headers = {"Authorization": shown}
        answer = house.client.post("/homeassistant", json=POSTED, environ_base=STRANGER, headers=headers)
        assert answer.status_code == 200
    for wrong in ("Basic eDp4", "Basic !!", "Basic", "Bearer x", "\xff"):
        headers = {"Authorization": wrong}
        answer = house.client.post("/homeassistant", json=POSTED, environ_base=STRANGER, headers=headers)
        assert answer.status_code == 401


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"query": None}, 400),
        ({"query": "x" * 1001}, 400),
        ({"conversation_id": ""}, 400),
        ({"messages": "x"}, 400),
        ({"structure": {"name": "x"}}, 400),
        ({"exposed_entities": "x" * 1024 * 1024}, 413),
    ],
)
def test_bad_input_is_told(house: House, change: Json, status: int):
    answer = house.client.post("/homeassistant", json=POSTED | change)
    assert answer.status_code == status
    assert set(answer.get_json()["error"]) == {"code", "message"}
    assert house.fake.calls == []


TROUBLE = [HealthCheck.function_scoped_fixture]
text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
spoken = st.sampled_from(["get dune", "no", "next", "help", "the 1984 one"]) | text
fields = st.sampled_from([*POSTED, "structure", "more"])


@given(st.binary(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=TROUBLE)
def test_no_bytes_give_a_500(house: House, body: bytes):
    assert house.client.post("/homeassistant", data=body, content_type="application/json").status_code == 400


@given(spoken, st.dictionaries(fields, values, max_size=3))
@settings(max_examples=80, deadline=None, suppress_health_check=TROUBLE)
def test_no_json_gives_a_500_or_a_request(house: House, words: str, change: Json):
    body = POSTED | {"query": words} | change
    answer = house.client.post("/homeassistant", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {200, 400}, answer.text
    assert house.fake.submitted == []
