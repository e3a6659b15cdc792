"""One OpenAPI document of what every channel says of itself; `python -m channels.openapi.document` writes it anew."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from channels import known_channels
from doors.described import LINES, Answer, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Json = dict[str, Any]

WRITTEN: Final = Path(__file__).parents[2] / "docs" / "openapi.json"
ABOUT: Final = (
    "Say what you want to watch, hear what comes of it. These are the addresses for programs; docs/voice-api.md, "
    "docs/home-assistant.md and docs/mcp.md tell more. The demo asks for no key, nor is one asked of callers on the "
    "same machine."
)
KEY: Final = {"type": "http", "scheme": "bearer", "description": "VOICE_TOKEN, or a key that script/token made."}
PASSWORD: Final = {"type": "http", "scheme": "basic", "description": "The same key as the password of any name."}
RETRY_AFTER: Final = {"description": "Seconds.", "required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}}


def document() -> Json:
    """OpenAPI 3.1, the same for every service."""
    operations = [operation for channel in known_channels() for operation in channel.operations]
    shapes = _Shapes(operations)
    paths: dict[str, Json] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation, shapes)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Overtalkerr", "version": "1", "description": ABOUT, "license": {"name": "MIT"}},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": shapes.named, "securitySchemes": {"key": KEY, "password": PASSWORD}},
    }


def written() -> str:
    """The document as it stands in docs/openapi.json."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


class _Shapes:
    """The schemas of all types that occur, each under one name."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        inputs = [(operation.body, "validation") for operation in operations if operation.body is not None]
        outputs = [
            (each, "serialization")
            for operation in operations
            for answer in operation.statuses().values()
            for each in (answer.of, answer.lines_of)
            if each is not None
        ]
        asked: Any = [(str(kind), mode, TypeAdapter(kind)) for kind, mode in dict.fromkeys(inputs + outputs)]
        self._schemas, told = TypeAdapter.json_schemas(asked, ref_template="#/components/schemas/{model}")
        self.named: Json = told.get("$defs", {})

    def of(self, kind: object, mode: Any) -> Json:
        """The schema of a type that comes in (validation) or goes out (serialization)."""
        return self._schemas[str(kind), mode]


def _operation(operation: Operation, shapes: _Shapes) -> Json:
    told: Json = {"operationId": operation.name, "summary": operation.summary}
    if operation.query:
        told["parameters"] = [
            {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
            for name, text in operation.query.items()
        ]
    if operation.body is not None:
        content = {"application/json": {"schema": shapes.of(operation.body, "validation")}}
        told["requestBody"] = {"required": True, "content": content}
    answers = operation.statuses().items()
    told["responses"] = {str(status): _response(status, answer, shapes) for status, answer in answers}
    told["security"] = list(_security(operation))
    return told


def _response(status: int, answer: Answer, shapes: _Shapes) -> Json:
    told: Json = {"description": answer.says}
    if status == 429:
        told["headers"] = {"Retry-After": RETRY_AFTER}
    if answer.of is not None:
        told["content"] = {answer.media: {"schema": shapes.of(answer.of, "serialization")}}
    if answer.lines_of is not None:
        told["content"][LINES] = {"schema": shapes.of(answer.lines_of, "serialization")}
    return told


def _security(operation: Operation) -> Iterator[Json]:
    yield {}  # the demo asks for none
    if operation.is_keyed:
        yield {"key": []}
    if operation.takes_password:
        yield {"password": []}


if __name__ == "__main__":
    WRITTEN.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"{WRITTEN}\n")
