"""Reading what a caller sent: JSON of a known shape, or a 4xx that says what is wrong with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, Field, ValidationError

from doors.refusals import Refused

if TYPE_CHECKING:
    from flask import Request

#: Bytes. A spoken sentence is short.
MOST_BYTES: Final = 16 * 1024
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")

Model = TypeVar("Model", bound=BaseModel)

_LOCALE: Final = r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}"
#: What a page's form is sent as.
FORM: Final = "application/x-www-form-urlencoded"
#: A locale as platforms write it: "en-GB", "zh_Hant_TW". The second may be empty.
Locale = Annotated[str, Field(pattern=rf"^{_LOCALE}$")]
LocaleOrNone = Annotated[str, Field(pattern=rf"^({_LOCALE})?$")]


def _known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key if name else name
    except (KeyError, OSError, ValueError):  # not there; a folder of them; no name at all
        raise ValueError("there is no time zone of that name; one is called 'Europe/Berlin'") from None


#: The IANA name of a time zone: "America/New_York". It may be empty.
Zone = Annotated[str, Field(max_length=60), AfterValidator(_known_zone)]


def locale_in(told: str | None) -> str:
    """`told` where it can be a locale, else ""."""
    return told if told and re.fullmatch(_LOCALE, told) else ""


def read_json(request: Request, model: type[Model]) -> Model:
    """The body as `model`. Raises Refused with 400, 413 or 415."""
    return read_as(_cleaned(read_object(request, MOST_BYTES)), model)


def read_object(request: Request, most: int) -> dict[str, Any]:
    """The JSON object in the body, at most `most` bytes of it. Raises Refused with 400, 413 or 415."""
    if request.mimetype != "application/json":
        raise Refused(415)
    return parse_object(read_body(request, most))


def read_as(parsed: dict[str, Any], model: type[Model]) -> Model:
    """An object as `model`. Raises Refused with 400."""
    try:
        return model.model_validate(parsed)
    except ValidationError as problem:
        raise Refused(400, explain(problem)) from None


def read_body(request: Request, most: int) -> bytes:
    """The raw body, at most `most` bytes. Raises Refused with 413."""
    if (request.content_length or 0) > most:
        raise Refused(413)
    body = request.stream.read(most + 1)
    if len(body) > most:
        raise Refused(413)
    return body


def read_form(request: Request, most: int) -> dict[str, str]:
    """The fields of a page's form, each as it was sent first. Raises Refused with 413 or 415.

    Not Flask's own reading, which leaves off without a word where a body of no stated length is too long.
    """
    if request.mimetype != FORM:
        raise Refused(415, f"Send the form of the page: 'Content-Type: {FORM}'.")
    fields = parse_qs(read_body(request, most).decode("utf-8", "replace"))
    return {name: clean_text(values[0]) for name, values in fields.items()}


def parse_object(body: bytes) -> dict[str, Any]:
    """The JSON object in these bytes. Raises Refused with 400 for anything else."""
    parsed = parse_json(body)
    if not isinstance(parsed, dict):
        raise Refused(400, "The body must be a JSON object.")
    return parsed


def parse_json(body: bytes) -> Any:
    """The JSON in these bytes. Raises Refused with 400 where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # ValueError covers bad JSON, bad UTF-8 and numbers that are too long
        raise Refused(400, "The body is not JSON.") from None


def clean_text(text: str) -> str:
    """Text without control characters and lone surrogates, which no voice says and no database keeps."""
    return _CONTROLS.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))


def _cleaned(parsed: dict[str, Any]) -> dict[str, Any]:
    return {key: clean_text(value) if isinstance(value, str) else value for key, value in parsed.items()}


def explain(problem: ValidationError) -> str:
    """Which field is wrong, and how, without what was in it."""
    error = problem.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in error["loc"]) or "body"
    return f"{place}: {error['msg']}"
