"""Whatever the request manager does, each tool answers within its budget; see ../test_in_time.py for the most of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app import House, create_app
from channels.mcp import CHANNEL
from logs import Cleaner
from settings import read_settings
from tests.backends.stand_in import KEY, Product, StandIn
from tests.channels.test_in_time import FAULTS, HURRY, OWN, Clock
from tests.house import copy_database
from turns.outside import Outside

DUNE = {"kind": "movie", "id": 438631}


@dataclass(slots=True)
class Desk:
    """Calls the tools of a service over a server that can be made to fail."""

    server: StandIn
    house: House
    clock: Clock
    client: Any

    def calls(self, tool: str, **arguments: object) -> dict[str, Any]:
        """The result, which must come in time."""
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
        began = time.monotonic()
        answer = self.client.post("/mcp", json=message)
        assert time.monotonic() - began < CHANNEL.budget * HURRY + OWN
        assert answer.status_code == 200
        result: dict[str, Any] = answer.get_json()["result"]
        return result

    def all_is_well_again(self) -> None:
        self.server.mend()
        for _ in range(4):
            self.clock.ahead += 120.0
            self.house.worker.run_due()


@pytest.fixture
def desk(fresh_database: Path, tmp_path: Path) -> Iterator[Desk]:
    clock = Clock()
    with StandIn(Product.SEERR) as server:
        settings = read_settings(
            database_url=f"sqlite:///{copy_database(fresh_database, tmp_path)}",
            media_backend_url=server.url,
            media_backend_api_key=KEY,
            media_backend_type="seerr",
            learned_titles=0,
        )
        app = create_app(settings, Cleaner(()), Outside(now=clock.now, patience=HURRY, looks_at_once=0))
        house: House = app.extensions["overtalkerr"]
        yield Desk(server, house, clock, app.test_client())
        server.mend()
        house.stop()


@pytest.mark.parametrize("how", FAULTS)
def test_each_tool_answers_in_time_and_what_is_not_known_is_an_error(desk: Desk, how: str):
    desk.server.fault(**FAULTS[how])  # type: ignore[arg-type]
    for tool, arguments in (("search_media", {"query": "dune"}), ("request_status", DUNE), ("request_media", DUNE)):
        result = desk.calls(tool, **arguments)
        assert result["isError"], tool
        assert result["content"][0]["text"].startswith("failed: ")
    assert not desk.calls("list_requests")["isError"]
    desk.all_is_well_again()
    assert list(desk.server.requests) == []


@pytest.mark.parametrize("how", FAULTS)
def test_taking_back_answers_in_time(desk: Desk, how: str):
    assert not desk.calls("request_media", **DUNE)["isError"]
    desk.all_is_well_again()  # in such a hurry, a busy machine may have left it to the worker
    assert len(desk.server.requests) == 1
    desk.server.fault(**FAULTS[how])  # type: ignore[arg-type]
    assert desk.calls("cancel_request", **DUNE)["isError"]
    desk.all_is_well_again()
    assert len(desk.server.requests) <= 1
