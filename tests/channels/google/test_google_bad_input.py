"""Whatever is posted to /google: no 500, nothing requested, and a refusal that says how to do it right."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channels.google.fronts import FRONTS, Cx, Es
from tests.fake_backend import FakeBackend
from tests.house import House

KEY = "a-key-of-many-letters"
AWAY = {"REMOTE_ADDR": "203.0.113.7"}


def basic(password: str, user: str = "dialogflow") -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


# --- who may come in


@pytest.mark.parametrize("kind", FRONTS)
@pytest.mark.parametrize(
    ("shown", "status"),
    [
        (f"Bearer {KEY}", 200),
        (basic(KEY), 200),
        (basic(KEY, ""), 200),
        ("", 401),
        ("Bearer wrong", 401),
        (basic("wrong"), 401),
        (basic("", KEY), 401),
        (f"Basic {KEY}", 401),
        ("Basic \xff", 401),
        (KEY, 401),
    ],
)
def test_who_may_come_in(build_house: Callable[..., House], kind: str, shown: str, status: int):
    house = build_house(FakeBackend(), voice_token=KEY)
    front = FRONTS[kind](house.client)
    answer = front.posts(front.request("get dune", "1"), headers={"Authorization": shown}, environ_base=AWAY)
    assert answer.status_code == status
    if status == 401:
        assert "Bearer" in answer.get_json()["error"]["message"]
        assert "Basic" in answer.get_json()["error"]["message"]
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")  # no browser is to keep a password
        assert house.fake.calls == []


def test_a_password_opens_no_other_door(build_house: Callable[..., House]):
    client = build_house(FakeBackend(), voice_token=KEY).client
    answer = client.post("/voice", json={"text": "x"}, headers={"Authorization": basic(KEY)}, environ_base=AWAY)
    assert answer.status_code == 401


def test_a_caller_may_come_so_often(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY, rate_limit_per_minute=3)
    front = Es(house.client)
    more = {"headers": {"Authorization": f"Bearer {KEY}"}, "environ_base": AWAY}
    answers = [front.posts(front.request("help", str(n)), **more) for n in range(4)]
    assert [answer.status_code for answer in answers] == [200] * 4  # of a status Dialogflow says nothing
    told = [answer.get_json()["fulfillmentText"] for answer in answers]
    assert told[-1] == "That was a lot at once. Please wait a minute and try again."
    assert told[-1] not in told[:-1]
    assert answers[-1].get_json()["payload"]["google"]["expectUserResponse"] is False


# --- what is posted

SESSION = {"session": "projects/p/agent/sessions/s"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "neither Dialogflow ES"),
        ({"text": "get dune", "session": "one"}, "neither Dialogflow ES"),
        ({"queryResult": {"queryText": "get dune"}}, "session"),
        ({"queryResult": None, **SESSION}, "queryResult"),
        ({"queryResult": {"queryText": 7}, **SESSION}, "queryResult.queryText"),
        ({"queryResult": {"queryText": "x" * 1001}, **SESSION}, "queryResult.queryText"),
        ({"queryResult": {"languageCode": "../../etc"}, **SESSION}, "queryResult.languageCode"),
        ({"queryResult": {}, "session": "x" * 501}, "session"),
        ({"queryResult": {}, "session": ""}, "session"),
        ({"queryResult": {}, **SESSION, "responseId": ["a"]}, "responseId"),
        ({"queryResult": {}, **SESSION, "originalDetectIntentRequest": {"payload": [1]}}, "payload"),
        ({"sessionInfo": None, "text": "get dune"}, "sessionInfo"),
        ({"sessionInfo": {}, "text": "get dune"}, "sessionInfo.session"),
        ({"sessionInfo": SESSION, "text": {"text": "get dune"}}, "text"),
        ({"sessionInfo": SESSION, "fulfillmentInfo": "words"}, "fulfillmentInfo"),
    ],
)
def test_another_shape_is_refused_and_told_why(house: House, body: dict[str, Any], message: str):
    answer = house.client.post("/google", json=body)
    assert answer.status_code == 400
    assert message in answer.get_json()["error"]["message"]
    assert house.fake.calls == []


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"[]", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b" " * 200_000, "application/json", 413),
    ],
)
def test_another_body_is_refused(house: House, data: bytes, kind: str, status: int):
    assert house.client.post("/google", data=data, content_type=kind).status_code == status


def test_only_post_is_taken(house: House):
    assert house.client.get("/google").status_code == 405


def test_what_the_agent_brings_along_is_ignored(house: House):
    request = Es(house.client).request("get dune", "1")
    request["queryResult"]["outputContexts"] *= 300  # more than /voice would read
    request["somethingNew"] = [1]
    assert house.client.post("/google", json=request).status_code == 200


@pytest.mark.parametrize(
    ("said", "intent", "state"),
    [
        ({"transcript": "get dune"}, "request", "offering"),
        ({"triggerEvent": "WELCOME"}, "launch", "idle"),
        ({"triggerEvent": "sys.no-input-default"}, "none", "idle"),
        ({"triggerEvent": "sys.no-match-default", "text": "get dune"}, "request", "offering"),
        ({"dtmfDigits": "2012"}, "request", "idle"),
        ({"text": "hi", "fulfillmentInfo": {"tag": "welcome"}}, "launch", "idle"),
        ({}, "none", "idle"),
    ],
)
def test_whatever_cx_hears_is_answered(
    house: House, caplog: pytest.LogCaptureFixture, said: dict[str, Any], intent: str, state: str
):
    request = Cx(house.client).request("", "1")
    del request["text"]
    with caplog.at_level("INFO", "turns.taking"):
        front = Cx(house.client).sends(request | said)
    assert front.heard["sessionInfo"]["parameters"] == {"overtalkerr_expect_reply": True, "overtalkerr_state": state}
    assert f"channel=google who=e3b0c442 intent={intent} " in caplog.text


@pytest.mark.parametrize("page", ["", "START_PAGE", "projects/p/flows/f", "projects/p/flows/f/pages/x y", "\n"])
def test_a_session_is_not_led_on_to_a_page_that_nobody_knows(house: House, page: str):
    front = Cx(house.client).asks("get dune")
    request = front.request("yes", "1")
    request["pageInfo"]["currentPage"] = page
    front.sends(request)
    assert "targetPage" not in front.heard
    assert front.heard["sessionInfo"]["parameters"]["overtalkerr_expect_reply"] is False


TROUBLE = [HealthCheck.function_scoped_fixture]
text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
#: Nothing here requests: nobody says yes to anything.
spoken = st.sampled_from(["get dune", "no", "season two", "help", "the 1984 one", "undo that"]) | text | values
payloads = st.fixed_dictionaries({}, optional={"telephony": values | st.fixed_dictionaries({"caller_id": values})})
es = st.fixed_dictionaries(
    {
        "queryResult": values
        | st.fixed_dictionaries(
            {}, optional={"queryText": spoken, "languageCode": values, "action": st.just("input.welcome") | values}
        )
    },
    optional={
        "session": text | values,
        "responseId": values,
        "originalDetectIntentRequest": values | st.fixed_dictionaries({"payload": payloads}),
    },
)
cx = st.fixed_dictionaries(
    {"sessionInfo": values | st.fixed_dictionaries({"session": text | values})},
    optional={
        "text": spoken,
        "transcript": spoken,
        "triggerEvent": values,
        "languageCode": values,
        "detectIntentResponseId": values,
        "fulfillmentInfo": values | st.fixed_dictionaries({"tag": values}),
        "payload": payloads | values,
    },
)


@given(es | cx)
@settings(max_examples=150, deadline=None, suppress_health_check=TROUBLE)
def test_no_json_gives_a_500_and_nothing_is_requested(house: House, body: dict[str, Any]):
    answer = house.client.post("/google", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {200, 400}, answer.text
    assert house.fake.submitted == []


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=TROUBLE)
def test_no_bytes_give_a_500(house: House, body: bytes):
    answer = house.client.post("/google", data=body, content_type="application/json")
    assert answer.status_code == 400
