"""What Home Assistant's two ways in take and answer, for the document of all addresses."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from channels.homeassistant.ollama import Chat
from channels.homeassistant.webhook import Hook
from doors.described import Answer, Operation


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OllamaRefusal(_Shape):
    """How Ollama turns a caller away."""

    error: str


class ModelDetails(_Shape):
    """What a language model would be made of."""

    parent_model: str
    format: str
    family: str
    families: list[str]
    parameter_size: str
    quantization_level: str


class KnownModel(_Shape):
    """The one that there is."""

    name: str
    model: str
    modified_at: str
    size: int
    digest: str
    details: ModelDetails


class RunningModel(KnownModel):
    """The same, as one that is loaded."""

    size_vram: int


class Models(_Shape):
    """All that can be chatted with."""

    models: list[KnownModel]


class Running(_Shape):
    """All that is loaded."""

    models: list[RunningModel]


class Version(_Shape):
    """The release of Ollama whose API this is a part of."""

    version: str


class Told(_Shape):
    """What is said to the person."""

    role: Literal["assistant"]
    content: str
    thinking: Annotated[str, Field(description="A mark of ours, to be sent back with the history.")] | None = None


class ChatAnswer(_Shape):
    """An answer, or a part of one."""

    model: str
    created_at: str
    message: Told
    done: bool
    done_reason: Literal["stop", "load"] | None = None


class Output(_Shape):
    """What is said to the person."""

    output: str


class Part(_Shape):
    """A part of what is said, or its end."""

    type: Literal["item", "end"]
    content: str | None = None


OPERATIONS: Final = (
    Operation("get", "/api/tags", "tags", "All models", {200: Answer(Models)}, refusal=OllamaRefusal),
    Operation("get", "/api/ps", "ps", "All models that are loaded", {200: Answer(Running)}, refusal=OllamaRefusal),
    Operation("get", "/api/version", "version", "The version", {200: Answer(Version)}, refusal=OllamaRefusal),
    Operation(
        "post",
        "/api/chat",
        "chat",
        "One turn of a conversation, as a language model of Ollama's would take it",
        {
            200: Answer(ChatAnswer, "Lines, unless `stream` is false.", lines_of=ChatAnswer),
            404: Answer(OllamaRefusal, "There is no such model."),
        },
        body=Chat,
        refusal=OllamaRefusal,
    ),
    Operation(
        "post",
        "/homeassistant",
        "webhook",
        "One turn of a conversation, as webhook-conversation asks for it",
        {200: Answer(Output, "Lines, where `stream` is true.", lines_of=Part)},
        body=Hook,
        takes_password=True,
    ),
)
