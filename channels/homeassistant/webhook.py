"""What the custom integration `webhook-conversation` posts, and what it takes for an answer.

https://github.com/EuleMitKeule/webhook-conversation
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels import Who
from channels.homeassistant.telling import tell
from channels.homeassistant.whose import Whose, read_whose
from doors.reading import clean_text, locale_in, read_as, read_object
from doors.refusals import Refused
from turns.taking import Words

if TYPE_CHECKING:
    from channels import Channel, Front

#: A list of all that Home Assistant may control comes along.
MOST_BYTES: Final = 1024 * 1024

Id = Annotated[str, Field(max_length=200)]


class HookMessage(BaseModel):
    """One thing said so far."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    role: Annotated[str, Field(max_length=20)]
    content: str | None = None


class Hook(BaseModel):
    """What is posted. Unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    query: Annotated[str, Field(max_length=1000)]
    conversation_id: Annotated[str, Field(min_length=1, max_length=200)]
    messages: list[HookMessage] | None = None  # without what is said now, and without the prompt
    system_prompt: str | None = None
    stream: bool = False
    language: Id | None = None
    user_id: Id | None = None
    device_id: Id | None = None
    structure: Any = None

    @property
    def whose(self) -> Whose:
        """Who speaks: as the prompt's line tells, else by Home Assistant's ids."""
        prompts = [message.content or "" for message in self.messages or () if message.role == "system"]
        told = read_whose([self.system_prompt or "", *prompts])
        ours = {"user": told.user or self.user_id, "device": told.device or self.device_id}
        return told.model_copy(update=ours | {"language": told.locale or locale_in(self.language)})

    @property
    def history(self) -> list[tuple[str, str]]:
        """What was said so far, by whom."""
        said = [message for message in self.messages or () if message.role in {"user", "assistant"}]
        return [(message.role, message.content or "") for message in said]

    @property
    def opens(self) -> bool:
        """True where the conversation begins here: there is a history, and we do not occur in it."""
        return self.messages is not None and all(role != "assistant" for role, _ in self.history)

    @property
    def delivery(self) -> str:
        """The history only grows, so it tells one turn from the next; "" where there is none."""
        told = json.dumps(self.history)
        return "" if self.messages is None else sha256(told.encode()).hexdigest()


def open_webhook(front: Front, channel: Channel) -> Blueprint:
    """The blueprint of the webhook."""
    blueprint = Blueprint("webhook", __name__)

    @blueprint.post("/homeassistant")
    def homeassistant() -> Response:
        front.guard.admit(request, channel.name, basic=True)
        hook = read_as(read_object(request, MOST_BYTES), Hook)
        if hook.structure:
            raise Refused(400, "structure: there is no language model here that could fill it in.")
        front.limits.count(request, hook.whose.person)
        return _response(_answer(front, channel, hook), streamed=hook.stream)

    return blueprint


def _answer(front: Front, channel: Channel, hook: Hook) -> str:
    locale = hook.whose.locale or front.locale
    return front.answer(
        channel,
        Words(clean_text(hook.query), opens=hook.opens),
        person=Who(hook.whose.person, hook.whose.also),
        conversation=hook.conversation_id,
        locale=locale,
        tell=lambda taking: tell(taking, front.speech, locale),
        delivery=hook.delivery,
    )


def _response(text: str, *, streamed: bool) -> Response:
    if not streamed:
        return jsonify(output=text)
    lines = ({"type": "item", "content": text}, {"type": "end"})
    return Response("".join(f"{json.dumps(line)}\n" for line in lines), mimetype="application/x-ndjson")
