"""The part of Ollama's API that a chat needs, so that whatever speaks to Ollama can speak to us.

Shapes: https://github.com/ollama/ollama/blob/main/docs/api.md
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels import Who
from channels.homeassistant.telling import tell
from channels.homeassistant.thread import Past, Thread, follow
from channels.homeassistant.whose import Whose, read_whose
from doors.reading import clean_text, read_as, read_object
from doors.refusals import Refused
from turns.taking import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from channels import Channel, Front

Json = dict[str, Any]

MODEL: Final = "overtalkerr:latest"
NAMES: Final = frozenset({MODEL, "overtalkerr"})
#: The release of Ollama whose API this is a part of.
VERSION: Final = "0.12.0"
#: The whole conversation is sent each time, and with it a prompt that may list every lamp of the house.
MOST_BYTES: Final = 1024 * 1024
#: The rest of Ollama's API is about models.
OTHERS: Final = ("copy", "create", "delete", "embed", "embeddings", "generate", "pull", "push", "show")
LONGEST: Final = 1000  # characters of what is said in one turn


class ChatMessage(BaseModel):
    """One thing said so far."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    role: Annotated[str, Field(max_length=20)]
    content: str | None = None
    thinking: str | None = None

    @property
    def text(self) -> str:
        """What was said, as far as it can be."""
        return clean_text(self.content or "")


class Chat(BaseModel):
    """What is posted to /api/chat. What is for a language model alone (options, tools) is ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    model: Annotated[str, Field(max_length=200)]
    messages: list[ChatMessage] = []
    stream: bool | None = None
    format: Any = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said in this turn."""

    text: str
    whose: Whose
    thread: Thread


def open_ollama(front: Front, channel: Channel) -> Blueprint:
    """The blueprint of this API."""
    blueprint = Blueprint("ollama", __name__)
    blueprint.register_error_handler(Refused, _refuse)

    def guarded(told: Callable[[], Json]) -> Callable[[], Response]:
        def look() -> Response:
            front.guard.admit(request, channel.name)
            return jsonify(told())

        return look

    blueprint.add_url_rule("/api/tags", "tags", guarded(lambda: {"models": [_model()]}))
    blueprint.add_url_rule("/api/ps", "ps", guarded(lambda: {"models": [_model() | {"size_vram": 0}]}))
    blueprint.add_url_rule("/api/version", "version", guarded(lambda: {"version": VERSION}))

    def elsewhere() -> Response:
        raise Refused(404, f"There is no language model here, so nothing at {request.path}: ask at /api/chat.")

    for other in OTHERS:
        blueprint.add_url_rule(f"/api/{other}", other, elsewhere, methods=["GET", "POST", "DELETE"])

    @blueprint.post("/api/chat")
    def chat() -> Response:
        front.guard.admit(request, channel.name)
        asked = read_as(read_object(request, MOST_BYTES), Chat)
        heard = hear(asked)
        if heard is None:
            return _response(asked, {"role": "assistant", "content": ""}, front.now(), "load")
        front.limits.count(request, heard.whose.person)
        return _response(asked, _answer(front, channel, heard), front.now(), "stop")

    return blueprint


def hear(asked: Chat) -> Heard | None:
    """The turn; None where no message is sent, which wakes a model. Raises Refused with 400 or 404."""
    if asked.model not in NAMES:
        raise Refused(404, f"There is no model '{asked.model}' here. The one there is: '{MODEL}'.")
    if asked.format:
        raise Refused(400, "format: there is no language model here that could fill in a structure.")
    if not asked.messages:
        return None
    *before, last = asked.messages
    if last.role != "user":
        raise Refused(400, "messages: the last one must be of the role 'user'.")
    if len(last.text) > LONGEST:
        raise Refused(400, f"messages: the last one is longer than {LONGEST} characters.")
    whose = read_whose(message.content or "" for message in asked.messages if message.role == "system")
    past = [_past(message) for message in before if message.role in {"user", "assistant"}]
    return Heard(last.text, whose, follow(last.text, past, whose))


def _past(message: ChatMessage) -> Past:
    return Past(message.text, message.role == "user", message.thinking or "")


def _answer(front: Front, channel: Channel, heard: Heard) -> Json:
    """The message that is answered. It is kept whole, mark included, for the same turn sent again."""
    locale = heard.whose.locale or front.locale
    return front.answer(
        channel,
        Words(heard.text, opens=heard.thread.opens),
        person=Who(heard.whose.person, heard.whose.also),
        conversation=heard.thread.conversation,
        locale=locale,
        tell=lambda taking: {
            "role": "assistant",
            "content": tell(taking, front.speech, locale),
            "thinking": heard.thread.mark,
        },
        delivery=heard.thread.delivery,
    )


def _response(asked: Chat, message: Json, now: float, why: str) -> Response:
    """Lines of JSON, as a model would think of them one after the other, or all in one."""
    told = {"model": asked.model, "created_at": _written(now)}
    done = {"done": True, "done_reason": why}
    if asked.stream is False:
        return jsonify(told | {"message": message} | done)
    nothing = {"role": "assistant", "content": ""}
    thought = {**nothing, "thinking": message["thinking"]} if "thinking" in message else None
    parts = [part for part in (thought, nothing | {"content": message["content"]}) if part and part != nothing]
    lines = [*(told | {"message": part, "done": False} for part in parts), told | {"message": nothing} | done]
    return Response("".join(f"{json.dumps(line)}\n" for line in lines), mimetype="application/x-ndjson")


def _model() -> Json:
    details = {
        "parent_model": "",
        "format": "overtalkerr",
        "family": "overtalkerr",
        "families": ["overtalkerr"],
        "parameter_size": "0",
        "quantization_level": "none",
    }
    since = "2026-01-01T00:00:00Z"
    return {"name": MODEL, "model": MODEL, "modified_at": since, "size": 1, "digest": "0" * 64, "details": details}


def _written(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).isoformat().replace("+00:00", "Z")


def _refuse(problem: Refused) -> Response:
    """As Ollama refuses: the error is a sentence."""
    response = jsonify(error=str(problem))
    response.status_code = problem.status
    response.headers.update(problem.headers)
    return response
