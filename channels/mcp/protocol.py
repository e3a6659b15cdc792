"""The Model Context Protocol over HTTP, without sessions and streams: one message in, one answer out.

Two eras are spoken side by side. The older one (2024-11-05 to 2025-11-25) begins with `initialize`, which settles the
version; the newer one (2026-07-28) has no beginning: each request names its version, in `_meta` and in a header.
Nothing is kept between two messages in either. https://modelcontextprotocol.io/specification
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

#: Versions that are settled by `initialize`, oldest first.
SETTLED: Final = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
#: The version that each request names.
NAMED: Final = "2026-07-28"
META: Final = "io.modelcontextprotocol/"
#: So many messages may come at once, where the version knows such batches.
MOST_AT_ONCE: Final = 8
#: Seconds / 1000 for which a client may keep the list of tools: it changes with a new version of ours alone.
KEEP_MS: Final = 300_000

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
HEADER_MISMATCH, UNSUPPORTED_VERSION = -32020, -32022

Json = dict[str, Any]


class Headers(Protocol):
    """Those of HTTP, looked up in any case."""

    def get(self, key: str, /) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Server:
    """What is told of us, and what can be called."""

    info: Json
    instructions: str
    tools: list[Json]
    call: Callable[[str, Json], Json]  # a tool's name and its arguments; raises Fault for a name that is none


class Fault(Exception):
    """The message cannot be answered as it is."""

    def __init__(self, code: int, message: str, *, status: int = 400, data: Json | None = None) -> None:
        """`status` is what HTTP says of it, in the newer era and wherever the message is none at all."""
        super().__init__(message)
        self.code, self.status, self.data = code, status, data


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status of HTTP and a body, or none."""

    status: int
    body: Json | list[Json] | None = None


@dataclass(frozen=True, slots=True)
class _Message:
    method: str
    params: Json
    id: str | int | None  # None: a notification
    is_named: bool = False  # of the newer era


def answer(posted: object, headers: Headers, server: Server) -> Answer:
    """The answer to a posted body."""
    if isinstance(posted, list):
        return _answer_all(posted, headers, server)
    return _answer_one(posted, headers, server)


def fault(problem: Fault, number: object = None) -> Json:
    """The answer to a message that cannot be answered."""
    data = {"data": problem.data} if problem.data else {}
    known = number if _is_number(number) else None
    return {"jsonrpc": "2.0", "id": known, "error": {"code": problem.code, "message": str(problem), **data}}


def _answer_all(posted: list[Any], headers: Headers, server: Server) -> Answer:
    """Several messages at once, which only 2025-03-26 and before allow."""
    if not 1 <= len(posted) <= MOST_AT_ONCE or (headers.get("MCP-Protocol-Version") or SETTLED[0]) not in SETTLED[:2]:
        return Answer(400, fault(Fault(INVALID_REQUEST, f"Send one message, or with {SETTLED[1]} {MOST_AT_ONCE}.")))
    answers = [_answer_one(message, headers, server).body for message in posted]
    told = [each for each in answers if isinstance(each, dict)]
    return Answer(200, told) if told else Answer(202)


def _answer_one(posted: object, headers: Headers, server: Server) -> Answer:
    number = posted.get("id") if isinstance(posted, dict) else None
    try:
        if isinstance(posted, dict) and posted.get("jsonrpc") == "2.0" and {"result", "error"} & set(posted):
            return Answer(202)  # an answer to a question that we never ask
        message = _read(posted, headers)
    except Fault as problem:
        return Answer(problem.status, fault(problem, number))
    if message.id is None:
        return Answer(202)
    try:
        result = _result(message, server)
    except Fault as problem:
        return Answer(problem.status if message.is_named else 200, fault(problem, number))
    complete = {"resultType": "complete"} if message.is_named else {}
    return Answer(200, {"jsonrpc": "2.0", "id": message.id, "result": complete | result})


def _read(posted: object, headers: Headers) -> _Message:
    if not isinstance(posted, dict) or posted.get("jsonrpc") != "2.0" or not isinstance(posted.get("method"), str):
        raise Fault(INVALID_REQUEST, 'Send a JSON-RPC 2.0 message: {"jsonrpc": "2.0", "id": 1, "method": …}.')
    if "id" in posted and not _is_number(posted["id"]):
        raise Fault(INVALID_REQUEST, "id: a text or a whole number is expected.")
    params = {} if posted.get("params") is None else posted["params"]
    if not isinstance(params, dict):
        raise Fault(INVALID_PARAMS, "params: an object is expected.")
    message = _Message(posted["method"], params, posted.get("id"))
    meta = params.get("_meta")
    claimed = headers.get("MCP-Protocol-Version")
    if (isinstance(meta, dict) and f"{META}protocolVersion" in meta) or claimed == NAMED:
        if message.id is not None:
            _check(message, meta, headers)
        return _Message(message.method, params, message.id, is_named=True)
    if claimed is not None and claimed not in SETTLED:
        raise _unsupported(claimed)
    return message


def _check(message: _Message, meta: object, headers: Headers) -> None:
    """The headers must say what the message says: others may have let it through by them."""
    needed = (f"{META}protocolVersion", f"{META}clientCapabilities")
    if not isinstance(meta, dict) or any(key not in meta for key in needed):
        raise Fault(INVALID_PARAMS, f"params._meta: {' and '.join(needed)} are needed.")
    version = meta[needed[0]]
    told = {"MCP-Protocol-Version": version, "Mcp-Method": message.method}
    if message.method == "tools/call" and "name" in message.params:
        told["Mcp-Name"] = message.params["name"]
    for header, value in told.items():
        if headers.get(header) != value:
            raise Fault(HEADER_MISMATCH, f"The header {header} says something else than the message.")
    if version != NAMED:
        raise _unsupported(version)


def _unsupported(version: str) -> Fault:
    data = {"supported": [NAMED, *reversed(SETTLED)], "requested": version[:40]}
    return Fault(UNSUPPORTED_VERSION, "Unsupported protocol version", data=data)


def _result(message: _Message, server: Server) -> Json:
    lasting: Json = {"ttlMs": KEEP_MS, "cacheScope": "private"} if message.is_named else {}
    match message.method:
        case "initialize" if not message.is_named:
            wanted = message.params.get("protocolVersion")
            version = wanted if wanted in SETTLED else SETTLED[-1]
            return {"protocolVersion": version, "serverInfo": server.info} | _can(server)
        case "server/discover":
            about = {"_meta": {f"{META}serverInfo": server.info}}
            return {"supportedVersions": [NAMED, *reversed(SETTLED)]} | _can(server) | lasting | about
        case "ping":
            return {}
        case "tools/list":
            return {"tools": server.tools} | lasting
        case "tools/call":
            return _call(message.params, server)
        case _:
            raise Fault(METHOD_NOT_FOUND, "There is no such method here.", status=404)


def _can(server: Server) -> Json:
    return {"capabilities": {"tools": {}}, "instructions": server.instructions}


def _call(params: Json, server: Server) -> Json:
    name, arguments = params.get("name"), params.get("arguments")
    if not isinstance(name, str):
        raise Fault(INVALID_PARAMS, "params.name: the name of a tool is expected.")
    if arguments is not None and not isinstance(arguments, dict):
        raise Fault(INVALID_PARAMS, "params.arguments: an object is expected.")
    return server.call(name, arguments or {})


def _is_number(number: object) -> bool:
    return isinstance(number, str | int) and not isinstance(number, bool)
