"""POST /mcp: tools for assistants that speak the Model Context Protocol. What each does stands in docs/mcp.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import ValidationError

from channels import Channel, Front
from channels.mcp.described import OPERATIONS
from channels.mcp.protocol import INVALID_PARAMS, PARSE_ERROR, Fault, Server, answer, fault
from channels.mcp.results import shape
from channels.mcp.tools import BY_NAME, LISTED, SearchMedia
from doors.guard import is_same_site
from doors.reading import MOST_BYTES, clean_text, explain, locale_in, parse_json, read_body
from doors.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from channels.mcp.tools import Arguments

BUDGET: Final = 8.0  # seconds; Home Assistant's client gives up after 10
MOST_TITLES: Final = 20
INFO: Final = {"name": "overtalkerr", "title": "Overtalkerr", "version": "1"}
INSTRUCTIONS: Final = (
    "Requests films and TV shows for this home's media library. Find the title with search_media; where several fit, "
    "let the user choose. Tell the user kind, title and year and let them agree before request_media. Each answer "
    "has a sentence for the user in 'speech'; tell them nothing was requested unless the outcome says so."
)


def open_mcp(front: Front) -> Blueprint:
    """The blueprint of this channel."""
    blueprint = Blueprint("mcp", __name__)

    @blueprint.post("/mcp")
    def mcp() -> Response:
        front.guard.admit(request, CHANNEL.name, challenges=False)  # others would look for OAuth; Alexa+ forbids it
        if not is_same_site(request):
            raise Refused(403)
        if request.mimetype != "application/json":
            raise Refused(415)
        person = clean_text(request.args.get("speaker", ""))[:200]
        front.limits.count(request, person)
        body = read_body(request, MOST_BYTES)
        try:
            posted = parse_json(body)
        except Refused as problem:
            return _sent(400, fault(Fault(PARSE_ERROR, str(problem))))
        locale = locale_in(request.args.get("locale")) or front.locale
        server = Server(INFO, INSTRUCTIONS, LISTED, lambda name, given: _call(name, given, front, person, locale))
        told = answer(posted, request.headers, server)
        return _sent(told.status, told.body)

    return blueprint


def _sent(status: int, body: object) -> Response:
    response = jsonify(body) if body is not None else Response()
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def _call(name: str, given: Mapping[str, Any], front: Front, person: str, locale: str) -> dict[str, Any]:
    """What a tool answers. What it cannot do is an answer too: the assistant is to read why."""
    if name not in BY_NAME:
        raise Fault(INVALID_PARAMS, f"There is no such tool. There are: {', '.join(BY_NAME)}.")
    try:
        arguments: Arguments = BY_NAME[name].arguments.model_validate(given)
    except ValidationError as problem:
        return _failed(f"Nothing was done. {explain(problem)}")
    outcome = front.call(CHANNEL, arguments.call, person=person, locale=locale)
    speech = front.speech.say(outcome.reply, locale).plain
    if outcome.came.is_error:
        return _failed(f"{outcome.came}: {speech}")
    most = arguments.limit if isinstance(arguments, SearchMedia) else MOST_TITLES
    told = shape(outcome, speech, most).model_dump(mode="json")
    text = json.dumps(told, ensure_ascii=False)
    return {"content": [{"type": "text", "text": text}], "structuredContent": told, "isError": False}


def _failed(why: str) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": why}], "isError": True}


CHANNEL: Final = Channel("mcp", BUDGET, open_mcp, operations=OPERATIONS)
