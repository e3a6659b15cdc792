"""The official client drives the service over a real socket: it checks each answer against the protocol's own models,
and each result against the schema that the tool was listed with.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx2
import pytest
from mcp import Client, MCPError
from mcp.client.streamable_http import streamable_http_client

from tests.fake_backend import FakeBackend
from tests.house import House

KEY = "a-key-of-many-letters"

Told = TypeVar("Told")


def run_apart(talk: Coroutine[Any, Any, Told]) -> Told:
    """What comes of it, in a thread of its own: a browser that was opened before keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, talk).result()


async def _conversation(client: Client) -> dict[str, Any]:
    """Ambiguous title, seasons, already there, taken back."""
    told: dict[str, Any] = {"version": client.protocol_version}
    told["tools"] = [tool.name for tool in (await client.list_tools()).tools]

    async def call(name: str, **arguments: object) -> Any:
        result = await client.call_tool(name, arguments)
        return result.content[0].text if result.is_error else result.structured_content  # type: ignore[union-attr]

    told["found"] = await call("search_media", query="dune")
    told["rehearsed"] = await call("request_media", kind="movie", id=438631, dry_run=True)
    told["requested"] = await call("request_media", kind="movie", id=438631, title="Dune")
    told["again"] = await call("request_media", kind="movie", id=438631)
    told["which"] = await call("request_media", kind="tv", id=136315)
    told["seasons"] = await call("request_media", kind="tv", id=136315, season_group="missing")
    told["there"] = await call("request_media", kind="movie", id=329)
    told["status"] = await call("request_status", kind="tv", id=136315)
    told["listed"] = await call("list_requests")
    told["cancelled"] = await call("cancel_request", kind="movie", id=438631)
    told["refused"] = await call("request_media", kind="movie", id=1)
    return told


@pytest.mark.parametrize(("mode", "version"), [("auto", "2026-07-28"), ("legacy", "2025-11-25")])
def test_the_official_client_holds_a_whole_conversation(house: House, mode: str, version: str):
    house.fake.approves = False

    async def talk(address: str) -> dict[str, Any]:
        async with Client(f"{address}/mcp", mode=mode) as client:
            return await _conversation(client)

    with house.served() as address:
        told = run_apart(talk(address))
    assert told["version"] == version
    assert len(told["tools"]) == 5
    assert [title["year"] for title in told["found"]["titles"]] == [2021, 1984]
    came = {key: value["outcome"] for key, value in told.items() if isinstance(value, dict)}
    assert came == {
        "found": "found",
        "rehearsed": "would_request",
        "requested": "requested",
        "again": "already",
        "which": "which_seasons",
        "seasons": "requested",
        "there": "already",
        "status": "told",
        "listed": "told",
        "cancelled": "cancelled",
    }
    assert told["refused"].startswith("refused: ")
    assert house.fake.submitted == ["tmdb:438631", "tmdb:136315:2,3"]
    assert house.fake.cancelled == ["tmdb:438631"]


def test_the_official_client_shows_its_key(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY)

    async def talk(address: str, key: str) -> int:
        shown = {"Authorization": f"Bearer {key}", "X-Forwarded-For": "203.0.113.7"}
        async with (
            httpx2.AsyncClient(headers=shown) as http,
            Client(streamable_http_client(f"{address}/mcp", http_client=http)) as client,
        ):
            return len((await client.list_tools()).tools)

    with house.served() as address:
        assert run_apart(talk(address, KEY)) == 5
        with pytest.RaisesGroup(MCPError, flatten_subgroups=True):
            run_apart(talk(address, "another"))
