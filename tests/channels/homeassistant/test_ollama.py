"""The API of Ollama: its shapes, whose turn it is, what is not done twice, and who is turned away."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import ollama
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.homeassistant.thread import Past, follow
from channels.homeassistant.whose import NOBODY, Whose, read_whose
from tests.channels.homeassistant.agents import Chat
from tests.fake_backend import FakeBackend
from tests.house import House

Serve = Callable[..., ollama.Client]
Json = dict[str, Any]
ANN = {"user": "Ann", "device": "4f1c", "language": "en-GB", "turn": None}
STRANGER = {"REMOTE_ADDR": "203.0.113.7"}
KEY = "a key of our own, long enough to be one"


def says(house: House, *words: str, prompt: str = "", **more: Any) -> Any:
    """The answer to one chat, from this machine; every second of `words` is what was answered before."""
    said = [{"role": ("user", "assistant")[number % 2], "content": text} for number, text in enumerate(words)]
    return house.client.post("/api/chat", json=chat(*said, prompt=prompt) | more)


def chat(*messages: Json, prompt: str = "") -> Json:
    """What is posted."""
    return {"model": "overtalkerr", "stream": False, "messages": [{"role": "system", "content": prompt}, *messages]}


# --- golden pairs

HOME_ASSISTANT = {
    "model": "overtalkerr:latest",
    "stream": True,
    "options": {"num_ctx": 8192.0},
    "keep_alive": "-1s",
    "messages": [
        {
            "role": "system",
            "content": "Current time is 12:48:38. Today's date is 2026-11-20.\n"
            '{"user":"Ann","device":null,"language":"en","turn":"01M7WG0WPF1QXP5SZ8E0EKV4F5"}',
        },
        {"role": "user", "content": "get dune"},
    ],
    "tools": [],
}
OFFER = "I found the movie Dune, released in 2021. Is that the one you want?"
NOON = "2026-11-20T12:00:00Z"


def test_golden_streamed(house: House):
    answer = house.client.post("/api/chat", json=HOME_ASSISTANT)
    assert (answer.status_code, answer.mimetype) == (200, "application/x-ndjson")
    first, *lines = [json.loads(line) for line in answer.text.splitlines()]
    mark = first["message"].pop("thinking")
    assert mark.startswith("overtalkerr ")
    line = {"model": "overtalkerr:latest", "created_at": NOON}
    assert [first, *lines] == [
        line | {"message": {"role": "assistant", "content": ""}, "done": False},
        line | {"message": {"role": "assistant", "content": OFFER}, "done": False},
        line | {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"},
    ]


def test_golden_in_one(house: House):
    told = house.client.post("/api/chat", json=HOME_ASSISTANT | {"stream": False}).get_json()
    told["message"].pop("thinking")
    message = {"role": "assistant", "content": OFFER}
    line = {"model": "overtalkerr:latest", "created_at": NOON}
    assert told == line | {"message": message, "done": True, "done_reason": "stop"}


def test_golden_waking(house: House):
    told = house.client.post("/api/chat", json={"model": "overtalkerr", "messages": [], "stream": False}).get_json()
    message = {"role": "assistant", "content": ""}
    line = {"model": "overtalkerr", "created_at": NOON}
    assert told == line | {"message": message, "done": True, "done_reason": "load"}


def test_the_official_client_finds_one_model(house: House, served: Serve):
    client = served(house)
    assert [model.model for model in client.list().models] == ["overtalkerr:latest"]
    assert [model.model for model in client.ps().models] == ["overtalkerr:latest"]
    assert house.client.get("/api/version").get_json() == {"version": "0.12.0"}


# --- whose turn it is


def test_users_are_told_apart(house: House):
    says(house, "get dune", prompt=json.dumps(ANN))
    answer = says(house, "get dune", OFFER, "yes", prompt=json.dumps(ANN | {"user": "Bob"}))
    assert "didn't get that" in answer.get_json()["message"]["content"]
    assert house.fake.submitted == []


def test_devices_are_told_apart(house: House):
    says(house, "get dune", prompt=json.dumps(ANN))
    says(house, "get dune", OFFER, "yes", prompt=json.dumps(ANN | {"device": "other"}))
    assert house.fake.submitted == []


def test_the_language_is_taken_from_the_prompt(house: House):
    german = says(house, "dune", prompt=json.dumps({"language": "de"})).get_json()["message"]["content"]
    assert german == house.posts("dune", locale="de-DE")["speech"]


@pytest.mark.parametrize("language", ["", "no language at all", None])
def test_another_language_is_that_of_the_house(house: House, language: str | None):
    answer = says(house, "get dune", prompt=json.dumps({"user": "Ann", "language": language}))
    assert answer.get_json()["message"]["content"] == OFFER


def test_where_no_user_is_known_the_device_speaks():
    assert Whose(user=None, device="4f1c").person == "4f1c"
    assert Whose(user="Ann", device="4f1c").person == "Ann"
    assert NOBODY.person == ""


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "{",
        "{}",
        "[1]",
        '{"user": 7}',
        '{"user": {"name": "x"}}',
        '{"other": "x"}',
        "{" * 5000,
        '{"user": "' + "x" * 201 + '"}',
    ],
)
def test_a_prompt_that_tells_nothing(house: House, prompt: str):
    assert read_whose([prompt]) == NOBODY
    assert says(house, "get dune", prompt=prompt).status_code == 200


def test_the_line_is_found_among_others():
    told = f"You are a voice assistant.\n{{not this one}}\n  {json.dumps(ANN)}\n" + '{"user": "Eve"}'
    assert read_whose(["", told]).user == "Ann"


# --- what is sent again


def test_the_same_turn_sent_again_gets_the_same_answer(house: House, served: Serve):
    person = Chat(served(house))
    person.says("get dune")
    for words in ("next", "yes"):
        person.history.append({"role": "user", "content": words})
        first, second = person.answer(), person.answer()
        assert first == second
        person.history.append(first)
    assert house.fake.submitted == ["tmdb:841"]


def test_a_first_turn_sent_again_gets_the_same_answer_where_it_has_an_id(house: House):
    prompt = json.dumps(ANN | {"turn": "01JD"})
    first, second = (says(house, "get dune", prompt=prompt).get_json()["message"] for _ in range(2))
    assert first == second
    assert house.fake.calls.count("search") == 1


def test_turns_of_one_id_are_told_apart_by_their_place():
    whose, said = Whose(turn="01JD"), [Past("get dune", is_theirs=True), Past("This?", is_theirs=False)]
    places = {follow("next", said * times, whose).delivery for times in (1, 2, 3)}
    assert len(places) == 3


def test_a_mark_outlives_a_history_that_is_cut_short(house: House, served: Serve):
    person = Chat(served(house))
    person.says("get severance")
    person.says("yes")
    del person.history[:2]
    person.says("season two")
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_a_question_of_another_agent_is_not_ours(house: House):
    says(house, "turn on the light")
    says(house, "turn on the light", OFFER, "get dune")
    again = says(house, "turn on the light", "Turned on the light.", "yes")
    assert "Which movie or show" in again.get_json()["message"]["content"]
    assert house.fake.submitted == []


# --- who is turned away, in the shape of Ollama


def test_a_key_is_needed_and_enough(build_house: Callable[..., House], served: Serve):
    house = build_house(FakeBackend(), voice_token=KEY)
    for path in ("/api/tags", "/api/ps", "/api/version"):
        refused = house.client.get(path, environ_base=STRANGER)
        assert (refused.status_code, list(refused.get_json())) == (401, ["error"])
        shown = house.client.get(path, environ_base=STRANGER, headers={"Authorization": f"Bearer {KEY}"})
        assert shown.status_code == 200
    refused = house.client.post("/api/chat", json=HOME_ASSISTANT, environ_base=STRANGER)
    assert refused.status_code == 401
    assert "Bearer" in refused.get_json()["error"]
    assert house.fake.calls == []


def test_the_official_client_reads_what_is_wrong(house: House, served: Serve):
    client = served(house)
    with pytest.raises(ollama.ResponseError, match=r"no model 'llama3.2'.*'overtalkerr:latest'") as problem:
        client.chat("llama3.2", [{"role": "user", "content": "get dune"}])
    assert problem.value.status_code == 404
    with pytest.raises(ollama.ResponseError, match="no language model") as problem:
        client.chat("overtalkerr", [{"role": "user", "content": "get dune"}], format="json")
    assert problem.value.status_code == 400
    with pytest.raises(ollama.ResponseError, match=r"ask at /api/chat") as problem:
        client.pull("llama3.2")
    assert problem.value.status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"model": 7}, 400),
        ({"model": "overtalkerr", "messages": "get dune"}, 400),
        ({"model": "overtalkerr", "messages": [{"content": "get dune"}]}, 400),
        ({"model": "overtalkerr", "messages": [{"role": "assistant", "content": "get dune"}]}, 400),
        ({"model": "overtalkerr", "messages": [{"role": "user", "content": "x" * 1001}]}, 400),
        ({"model": "overtalkerr", "messages": [{"role": "user", "content": "x" * 1024 * 1024}]}, 413),
    ],
)
def test_bad_input_is_told_in_one_sentence(house: House, body: Json, status: int):
    answer = house.client.post("/api/chat", json=body)
    assert answer.status_code == status
    assert isinstance(answer.get_json()["error"], str)
    assert house.fake.calls == []


def test_too_many_turns_are_refused(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY, rate_limit_per_minute=1)
    headers = {"Authorization": f"Bearer {KEY}"}
    post = lambda: house.client.post("/api/chat", json=HOME_ASSISTANT, environ_base=STRANGER, headers=headers)  # noqa: E731
    assert [post().status_code for _ in range(2)] == [200, 429]


TROUBLE = [HealthCheck.function_scoped_fixture]
text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
roles = st.sampled_from(["user", "assistant", "system", "tool"]) | text
spoken = st.sampled_from(["get dune", "no", "next", "help", "the 1984 one", '{"user": "Ann"}', "{"]) | text
messages = st.fixed_dictionaries({"role": roles, "content": spoken | values}, optional={"thinking": text | values})
bodies = st.fixed_dictionaries(
    {"model": st.just("overtalkerr") | values},
    optional={"messages": st.lists(messages, max_size=4) | values, "stream": values, "format": values, "more": values},
)


@given(st.binary(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=TROUBLE)
def test_no_bytes_give_a_500(house: House, body: bytes):
    answer = house.client.post("/api/chat", data=body, content_type="application/json")
    assert (answer.status_code, list(answer.get_json())) == (400, ["error"])


@given(bodies)
@settings(max_examples=80, deadline=None, suppress_health_check=TROUBLE)
def test_no_json_gives_a_500_or_a_request(house: House, body: Json):
    answer = house.client.post("/api/chat", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {200, 400, 404}, answer.text
    lines = [json.loads(line) for line in answer.text.splitlines()] if answer.status_code == 200 else []
    assert all("message" in line for line in lines)
    assert house.fake.submitted == []


@given(text)
@settings(max_examples=60, deadline=None, suppress_health_check=TROUBLE)
def test_no_mark_gives_a_500_or_a_request(house: House, mark: str):
    before = [{"role": "user", "content": "get dune"}, {"role": "assistant", "content": OFFER, "thinking": mark}]
    for other in (mark, f"overtalkerr {'0' * 32} {'1' * 32} 7"):
        before[1]["thinking"] = other
        body = chat(*before, {"role": "user", "content": "yes"})
        assert house.client.post("/api/chat", data=json.dumps(body), content_type="application/json").status_code == 200
    assert house.fake.submitted == []
