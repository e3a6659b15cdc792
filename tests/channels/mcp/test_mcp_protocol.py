"""Both eras of the protocol, the door, and messages that are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.mcp.tools import TOOLS
from tests.channels.mcp.talking import META, NAMED, Assistant
from tests.fake_backend import FakeBackend
from tests.house import House

AWAY = {"REMOTE_ADDR": "203.0.113.7"}
KEY = "a-key-of-many-letters"
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
OLDER = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]


# --- the older era


@pytest.mark.parametrize(
    ("wanted", "settled"),
    [*((version, version) for version in OLDER), ("2030-01-01", OLDER[-1]), (NAMED, OLDER[-1]), (None, OLDER[-1])],
)
def test_the_version_is_settled(assistant: Assistant, wanted: str | None, settled: str):
    begun = {"protocolVersion": wanted, "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    told = assistant.asks("initialize", begun)["result"]
    assert (told["protocolVersion"], told["serverInfo"]["name"]) == (settled, "overtalkerr")
    assert told["capabilities"] == {"tools": {}}


@pytest.mark.parametrize("version", OLDER)
def test_the_settled_version_goes_with_each_message(assistant: Assistant, version: str):
    listed = assistant.asks("tools/list", MCP_Protocol_Version=version)["result"]
    assert [tool["name"] for tool in listed["tools"]] == [tool.name for tool in TOOLS]
    assert set(listed) == {"tools"}


def test_a_version_that_is_unknown_is_refused(assistant: Assistant):
    answer = assistant.posts(PING, MCP_Protocol_Version="2030-01-01")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, -32022)
    assert answer.get_json()["error"]["data"]["supported"] == [NAMED, *reversed(OLDER)]


def test_a_notification_gets_no_answer(assistant: Assistant):
    for method in ("notifications/initialized", "notifications/cancelled", "tools/call"):
        answer = assistant.posts({"jsonrpc": "2.0", "method": method, "params": {}})
        assert (answer.status_code, answer.data) == (202, b"")


def test_an_answer_gets_no_answer(assistant: Assistant):
    assert assistant.posts({"jsonrpc": "2.0", "id": 1, "result": {}}).status_code == 202


def test_no_session_is_begun(assistant: Assistant):
    assert "Mcp-Session-Id" not in assistant.posts({**PING, "method": "initialize"}).headers


def test_several_messages_at_once(assistant: Assistant):
    answer = assistant.posts([PING, {"jsonrpc": "2.0", "method": "notifications/initialized"}, {**PING, "id": "b"}])
    assert [told["id"] for told in answer.get_json()] == [1, "b"]
    assert assistant.posts([PING] * 9).status_code == 400
    assert assistant.posts([PING], MCP_Protocol_Version="2025-11-25").status_code == 400


def test_a_method_that_is_not_there(assistant: Assistant):
    assert assistant.asks("resources/list")["error"]["code"] == -32601


def test_a_tool_that_is_not_there(assistant: Assistant):
    assert assistant.asks("tools/call", {"name": "delete_everything"})["error"]["code"] == -32602


@pytest.mark.parametrize("params", [{"name": 7}, {"name": "list_requests", "arguments": [1]}, {}])
def test_a_call_of_another_shape(assistant: Assistant, params: dict[str, Any]):
    assert assistant.asks("tools/call", params)["error"]["code"] == -32602


# --- the newer era


def named(method: str, **params: object) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": META}}


def headers(method: str, **more: str) -> dict[str, str]:
    return {"MCP_Protocol_Version": NAMED, "Mcp_Method": method, **more}


def test_it_can_be_discovered(assistant: Assistant):
    told = assistant.posts(named("server/discover"), **headers("server/discover")).get_json()["result"]
    assert (told["resultType"], told["supportedVersions"]) == ("complete", [NAMED, *reversed(OLDER)])
    assert told["_meta"]["io.modelcontextprotocol/serverInfo"]["name"] == "overtalkerr"


def test_a_list_says_how_long_it_lasts(assistant: Assistant):
    told = assistant.posts(named("tools/list"), **headers("tools/list")).get_json()["result"]
    assert (told["resultType"], told["ttlMs"], told["cacheScope"]) == ("complete", 300_000, "private")


def test_a_tool_is_called(assistant: Assistant):
    message = named("tools/call", name="search_media", arguments={"query": "dune"})
    told = assistant.posts(message, **headers("tools/call", Mcp_Name="search_media")).get_json()["result"]
    assert (told["resultType"], told["structuredContent"]["titles"][0]["title"]) == ("complete", "Dune")


@pytest.mark.parametrize(
    "told",
    [
        headers("tools/list"),
        headers("tools/call"),
        headers("tools/call", Mcp_Name="list_requests"),
        {"MCP_Protocol_Version": NAMED},
        {"MCP_Protocol_Version": "2025-11-25", "Mcp_Method": "tools/call", "Mcp_Name": "request_media"},
        {},
    ],
)
def test_headers_that_say_something_else_than_the_message(house: House, assistant: Assistant, told: dict[str, str]):
    message = named("tools/call", name="request_media", arguments={"kind": "movie", "id": 438631})
    answer = assistant.posts(message, **told)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, -32020)
    assert house.fake.calls == []


def test_a_version_to_come(assistant: Assistant):
    message = named("ping")
    message["params"]["_meta"] = META | {"io.modelcontextprotocol/protocolVersion": "2031-01-01"}
    answer = assistant.posts(message, MCP_Protocol_Version="2031-01-01", Mcp_Method="ping")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, -32022)


def test_a_message_without_what_each_must_name(assistant: Assistant):
    answer = assistant.posts(PING, **headers("ping"))
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, -32602)


def test_methods_that_are_not_there_now(assistant: Assistant):
    for method in ("initialize", "resources/list"):
        answer = assistant.posts(named(method), **headers(method))
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, -32601)


# --- the door


def test_only_messages_are_posted(house: House):
    assert house.client.get("/mcp").status_code == 405
    assert house.client.delete("/mcp").status_code == 405
    assert house.client.post("/mcp", data=b"{}", content_type="text/plain").status_code == 415
    assert house.client.post("/mcp", data=b" " * 20_000, content_type="application/json").status_code == 413


def test_a_key_is_needed_and_nothing_leads_to_another_way_in(build_house: Callable[..., House]):
    client = build_house(FakeBackend(), voice_token=KEY).client
    answer = client.post("/mcp", json=PING, environ_base=AWAY)
    assert (answer.status_code, "WWW-Authenticate" in answer.headers) == (401, False)
    assert answer.get_json()["error"]["code"] == "unauthorized"
    for key, status in ((KEY, 200), ("another", 401)):
        shown = {"Authorization": f"Bearer {key}"}
        assert client.post("/mcp", json=PING, environ_base=AWAY, headers=shown).status_code == status


def test_a_page_of_another_site_is_turned_away_even_in_the_demo(demo: House):
    answer = demo.client.post("/mcp", json=PING, headers={"Origin": "https://evil.example.org"})
    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_calls_are_counted(build_house: Callable[..., House]):
    client = build_house(FakeBackend(), voice_token=KEY, rate_limit_per_minute=2).client
    shown = {"Authorization": f"Bearer {KEY}"}
    codes = [client.post("/mcp", json=PING, environ_base=AWAY, headers=shown).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


# --- whatever is sent

TROUBLE = [HealthCheck.function_scoped_fixture]
text = st.text(st.characters(), max_size=30)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
methods = st.sampled_from(["initialize", "ping", "tools/list", "tools/call", "server/discover"]) | text
messages = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.just("2.0") | values,
        "id": st.integers() | text | values,
        "method": methods | values,
        "params": values | st.fixed_dictionaries({}, optional={"_meta": st.just(META) | values, "name": values}),
    },
)
names = st.sampled_from([tool.name for tool in TOOLS])
bad_ids = st.integers(max_value=0) | st.integers(min_value=10**8) | text | st.booleans() | st.floats() | st.none()
given_arguments = st.fixed_dictionaries(
    {"id": bad_ids},
    optional={
        "kind": st.sampled_from(["movie", "tv"]) | values,
        "query": text | values,
        "seasons": st.lists(st.integers()) | values,
        "season_group": st.just("all") | values,
        "title": text | values,
        "limit": values,
        "dry_run": values,
        "more": values,
    },
)


def is_answered(house: House, body: bytes, told: dict[str, str] | None = None) -> None:
    """Never with a 500, and nothing is requested."""
    answer = house.client.post("/mcp", data=body, content_type="application/json", headers=told or {})
    assert answer.status_code in {200, 202, 400, 404}, answer.text
    assert "request" not in house.fake.calls


@given(st.binary(max_size=200))
@settings(max_examples=50, deadline=None, suppress_health_check=TROUBLE)
def test_no_bytes_give_a_500(house: House, body: bytes):
    is_answered(house, body)


@given(messages | st.lists(messages, max_size=3) | values, st.sampled_from([None, NAMED, "2025-11-25"]))
@settings(max_examples=150, deadline=None, suppress_health_check=TROUBLE)
def test_no_message_gives_a_500(house: House, message: object, version: str | None):
    is_answered(house, json.dumps(message).encode(), {"MCP-Protocol-Version": version} if version else None)


@given(names, given_arguments | values)
@settings(max_examples=150, deadline=None, suppress_health_check=TROUBLE)
def test_no_arguments_give_a_500(house: House, name: str, arguments: object):
    params = {"name": name, "arguments": arguments}
    is_answered(house, json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}).encode())


@given(text)
@settings(max_examples=60, deadline=None, suppress_health_check=TROUBLE)
def test_any_words_may_be_searched_for(house: House, words: str):
    result = Assistant(house).calls("search_media", query=words)
    assert result["isError"] in {True, False}
