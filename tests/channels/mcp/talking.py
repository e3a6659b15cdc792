"""An assistant, as far as the protocol goes: it posts messages and reads answers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from werkzeug.test import TestResponse

from tests.house import House

Json = dict[str, Any]
NAMED = "2026-07-28"
META = {
    "io.modelcontextprotocol/protocolVersion": NAMED,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
}


@dataclass(slots=True)
class Assistant:
    """Speaks the older era without having begun, which is allowed; `address` may say who speaks, and how."""

    house: House
    address: str = "/mcp"
    headers: dict[str, str] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def posts(self, body: object, **headers: str) -> TestResponse:
        """Any body at all."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.house.client.post(self.address, json=body, headers=self.headers | named)

    def asks(self, method: str, params: object = None, **headers: str) -> Json:
        """One message, answered."""
        body = {"jsonrpc": "2.0", "id": next(self.numbers), "method": method, "params": params}
        answer = self.posts(body if params is not None else {**body, "params": {}}, **headers)
        assert answer.status_code == 200, answer.text
        told: Json = answer.get_json()
        assert told["id"] == body["id"]
        return told

    def calls(self, tool: str, **arguments: object) -> Json:
        """The result of a tool, whether it could do what it was asked or not."""
        told: Json = self.asks("tools/call", {"name": tool, "arguments": arguments})["result"]
        return told

    def gets(self, tool: str, **arguments: object) -> Json:
        """What a tool says that could do what it was asked."""
        result = self.calls(tool, **arguments)
        assert result["isError"] is False, result
        told: Json = result["structuredContent"]
        return told

    def fails(self, tool: str, **arguments: object) -> str:
        """Why a tool could not do it."""
        result = self.calls(tool, **arguments)
        assert result["isError"] is True, result
        return str(result["content"][0]["text"])
