"""Whether a call fits what the server's own OpenAPI document says it takes (tests/specs, kept by script/specs).

The servers hold every call against that document and answer 400 where it does not fit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.backends.door import Heard

SPECS = Path(__file__).parents[1] / "specs"
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
Schema = Mapping[str, Any]


@cache
def spec_of(product: str) -> Mapping[str, Schema]:
    """What each call takes, by "METHOD /path/{id}"."""
    return dict(json.loads((SPECS / f"{product}.json").read_text(encoding="utf-8")))


def misfits(product: str, heard: Heard) -> list[str]:
    """Everything about a call that the document does not allow."""
    target, _, query = heard.target.partition("?")
    path = target.removeprefix("/api/v1")
    for name, call in spec_of(product).items():
        method, template = name.split()
        found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template), path)
        if method == heard.method and found is not None and _path_fits(call, found.groupdict()):
            return [f"{heard.method} {path}: {one}" for one in _of_call(call, query, heard.body)]
    return [f"{heard.method} {path} is no call of {product}"]


def _path_fits(call: Schema, values: Mapping[str, str]) -> bool:
    return all(not list(_of_text(call["path"][name], value)) for name, value in values.items())


def _of_call(call: Schema, query: str, body: bytes) -> Iterator[str]:
    given = [part.partition("=")[::2] for part in query.split("&") if part]
    names = [name for name, _ in given]
    yield from (f"{name} stands there twice" for name in {name for name in names if names.count(name) > 1})
    yield from (f"{name} is missing" for name in call["required"] if name not in names)
    for name, value in given:
        if name not in call["query"]:
            yield f"{name} is not known"
        else:
            yield from (f"{name} {why}" for why in _of_text(call["query"][name], unquote(value)))
    if "body" in call:
        yield from _of_value(call["body"], json.loads(body), "body")
    elif body:
        yield "it takes no body"


def _of_text(schema: Schema, text: str) -> Iterator[str]:
    if not text:
        yield "is empty"
    if schema.get("type") == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", text):
        yield f"is no number: {text}"
    if "enum" in schema and text not in schema["enum"]:
        yield f"is none of {schema['enum']}: {text}"


def _of_value(schema: Schema, value: Any, where: str) -> Iterator[str]:
    if "oneOf" in schema:
        if sum(not list(_of_value(one, value, where)) for one in schema["oneOf"]) != 1:
            yield f"{where} fits none of its forms: {value!r}"
        return
    if value is None and schema.get("nullable"):
        return
    if not isinstance(value, TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        yield f"{where} is no {schema['type']}: {value!r}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is none of {schema['enum']}: {value!r}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{where} is less than {schema['minimum']}: {value!r}"
    yield from _of_parts(schema, value, where)


def _of_parts(schema: Schema, value: Any, where: str) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _of_value(schema["items"], one, f"{where}[]")
    elif isinstance(value, dict):
        yield from (f"{where}.{name} is missing" for name in schema.get("required", ()) if name not in value)
        for name, one in value.items():
            if name in schema.get("properties", {}):
                yield from _of_value(schema["properties"][name], one, f"{where}.{name}")
