"""POST /voice: flat JSON for everything that can post text and speak the answer (Siri, scripts, tests).

The contract is stable; it is written down in docs/voice-api.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front, Who, new_conversation
from dialogs import offered, options
from doors.described import Answer, Operation
from doors.reading import Locale, Zone, read_json
from media import Availability, Kind, RequestStatus
from turns.taking import Words

if TYPE_CHECKING:
    from media import Title
    from turns.taking import Made, Taking

BUDGET: Final = 8.0  # seconds; Home Assistant's REST command gives up after 10


class VoiceRequest(BaseModel):
    """What is posted. Unknown fields are ignored, so that callers may send more."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    text: Annotated[str, Field(max_length=1000)]
    session: Annotated[str, Field(max_length=200)] | None = None
    locale: Locale | None = None
    speaker: Annotated[str, Field(max_length=200)] | None = None
    turn: Annotated[str, Field(max_length=200)] | None = None
    time_zone: Zone | None = None


class VoiceItem(BaseModel):
    """One film or show."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    id: Annotated[int, Field(description="The TMDB id.")]
    title: str
    year: int | None
    availability: Availability
    poster: str | None


class VoiceMade(BaseModel):
    """What a turn requested."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: RequestStatus
    kind: Annotated[str, Field(description="movie, tv or collection")]
    id: int
    title: str
    seasons: list[int]


class VoiceTurn(BaseModel):
    """What a turn came to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    speech: Annotated[str, Field(description="What to say. Plain text.")]
    expect_reply: Annotated[bool, Field(description="It is a question: listen again.")]
    intent: Annotated[str, Field(description="What was understood.")]
    state: Annotated[str, Field(description="Where the conversation stands.")]
    offer: VoiceItem | None
    options: list[VoiceItem]
    request: VoiceMade | None


class VoiceAnswer(VoiceTurn):
    """What is answered."""

    session: Annotated[str, Field(description="To be sent with the next text.")]


def open_voice(front: Front) -> Blueprint:
    """The blueprint of this channel."""
    blueprint = Blueprint("voice", __name__)

    @blueprint.post("/voice")
    def voice() -> Response:
        front.guard.admit(request, CHANNEL.name)
        heard = read_json(request, VoiceRequest)
        front.limits.count(request, heard.speaker or "")
        session = heard.session or new_conversation()
        locale = heard.locale or front.locale
        answer = front.answer(
            CHANNEL,
            Words(heard.text),
            person=Who(heard.speaker or "", zone=heard.time_zone or ""),
            conversation=session,
            locale=locale,
            tell=lambda taking: tell(taking, front, locale),
            delivery=heard.turn or "",
        )
        return jsonify(answer | {"session": session})  # which is kept nowhere as it is

    return blueprint


def tell(taking: Taking, front: Front, locale: str) -> dict[str, Any]:
    """The answer's JSON, but for the session."""
    offer = offered(taking.state)
    answer = VoiceTurn(
        speech=front.speech.say(taking.reply, locale).plain,
        expect_reply=taking.reply.listening,
        intent=taking.intent.name,
        state=taking.state.name,
        offer=item(offer) if offer else None,
        options=[item(title) for title in options(taking.state)],
        request=made(taking.made) if taking.made else None,
    )
    return answer.model_dump(mode="json")


def item(title: Title) -> VoiceItem:
    """One film or show."""
    return VoiceItem(
        kind=title.kind,
        id=title.id,
        title=title.name,
        year=title.year,
        availability=title.availability,
        poster=title.poster,
    )


def made(request_made: Made) -> VoiceMade:
    """The request of this turn."""
    return VoiceMade(
        status=request_made.status,
        kind=request_made.kind,
        id=request_made.what.id,
        title=request_made.what.name,
        seasons=list(request_made.seasons),
    )


OPERATIONS: Final = (
    Operation(
        "post",
        "/voice",
        "voice",
        "One turn of a conversation",
        {200: Answer(VoiceAnswer, "What to say, and what came of it.")},
        body=VoiceRequest,
    ),
)
CHANNEL: Final = Channel("voice", BUDGET, open_voice, operations=OPERATIONS)
