"""What Dialogflow posts: from either dialect to one value.

ES: https://docs.cloud.google.com/dialogflow/es/docs/fulfillment-webhook
CX: https://docs.cloud.google.com/dialogflow/cx/docs/concept/webhook
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from doors.reading import LocaleOrNone, clean_text, read_as
from doors.refusals import Refused
from intents import Launch
from turns.taking import Understood, Words

if TYPE_CHECKING:
    from turns.taking import Said

#: The action of an ES intent that opens a conversation: Dialogflow's own name for it.
WELCOME_ACTION: Final = "input.welcome"
#: The tag of a CX fulfillment that does the same.
WELCOME_TAG: Final = "welcome"
#: CX's own events: nothing was heard, nothing was understood. All others open a conversation.
CX_EVENTS: Final = "sys."
#: A number in E.164; where Google keeps it to itself, some other text stands in its place.
_NUMBER: Final = re.compile(r"\+?[0-9]{3,20}")
LONGEST_PERSON: Final = 200
#: The page that a flow of CX is on, and the one that ends the session.
_PAGE: Final = re.compile(r"(projects/\S+/flows/[^\s/]+/pages/)[^\s/]+")
END_SESSION: Final = "END_SESSION"
#: Only agents with several environments name a user in the session's path; "-" stands for nobody.
_USER: Final = re.compile(r"/users/([^/]+)/sessions/")

Text = Annotated[str, Field(max_length=1000), AfterValidator(clean_text)]
Id = Annotated[str, Field(max_length=500), AfterValidator(clean_text)]
Session = Annotated[Id, Field(min_length=1)]


class Dialect(StrEnum):
    """Which Dialogflow speaks."""

    ES = "es"
    CX = "cx"


@dataclass(frozen=True, slots=True)
class GoogleTurn:
    """One turn."""

    dialect: Dialect
    said: Said
    person: str  # a user of the agent's, else who calls; empty where neither is told
    also: tuple[str, ...]  # who calls, where that is another
    conversation: str  # the session's path
    locale: str  # empty where none is told
    delivery: str  # the same for a turn that is delivered again
    ending: str = ""  # the page that ends the session; ES has none


class Part(BaseModel):
    """Some of what Dialogflow sends; the rest is ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, alias_generator=to_camel)


class QueryResult(Part):
    """What was said to ES, and which intent it took it for."""

    query_text: Text = ""
    language_code: LocaleOrNone = ""
    action: Text = ""


class Origin(Part):
    """What the front sent to ES."""

    payload: dict[str, Any] | None = None


class EsRequest(Part):
    """A WebhookRequest of Dialogflow ES (v2)."""

    response_id: Id = ""
    session: Session
    query_result: QueryResult
    original_detect_intent_request: Origin = Origin()


class FulfillmentInfo(Part):
    """Which fulfillment of a CX agent calls."""

    tag: Text = ""


class PageInfo(Part):
    """Where in a CX agent we are."""

    current_page: Id = ""


class SessionInfo(Part):
    """The session of a CX agent."""

    session: Session


class CxRequest(Part):
    """A WebhookRequest of Dialogflow CX (v3). One of `text`, `transcript`, `trigger_event` and `dtmf_digits` is set."""

    detect_intent_response_id: Id = ""
    text: Text = ""
    transcript: Text = ""
    dtmf_digits: Text = ""
    trigger_event: Text = ""
    language_code: LocaleOrNone = ""
    fulfillment_info: FulfillmentInfo = FulfillmentInfo()
    page_info: PageInfo = PageInfo()
    session_info: SessionInfo
    payload: dict[str, Any] | None = None


def read_turn(parsed: dict[str, Any]) -> GoogleTurn:
    """The turn in a request of either dialect. Raises Refused with 400."""
    if "queryResult" in parsed:
        return _es_turn(read_as(parsed, EsRequest))
    if "sessionInfo" in parsed:
        return _cx_turn(read_as(parsed, CxRequest))
    raise Refused(400, "This is neither Dialogflow ES (queryResult) nor CX (sessionInfo).")


def _es_turn(asked: EsRequest) -> GoogleTurn:
    result = asked.query_result
    speakers = _speakers(asked.session, asked.original_detect_intent_request.payload)
    return GoogleTurn(
        dialect=Dialect.ES,
        said=Understood(Launch()) if result.action == WELCOME_ACTION else Words(result.query_text),
        person=next(iter(speakers), ""),
        also=speakers[1:],
        conversation=asked.session,
        locale=result.language_code,
        delivery=asked.response_id,
    )


def _cx_turn(asked: CxRequest) -> GoogleTurn:
    page = _PAGE.fullmatch(asked.page_info.current_page)
    speakers = _speakers(asked.session_info.session, asked.payload)
    return GoogleTurn(
        dialect=Dialect.CX,
        said=_cx_said(asked),
        person=next(iter(speakers), ""),
        also=speakers[1:],
        conversation=asked.session_info.session,
        locale=asked.language_code,
        delivery=asked.detect_intent_response_id,
        ending=page[1] + END_SESSION if page else "",
    )


def _cx_said(asked: CxRequest) -> Said:
    """What was said; nothing at all is silence."""
    words = asked.text or asked.transcript or asked.dtmf_digits
    begins = asked.trigger_event and not asked.trigger_event.startswith(CX_EVENTS)
    if asked.fulfillment_info.tag == WELCOME_TAG or (begins and not words):
        return Understood(Launch())
    return Words(words)


def _speakers(session: str, payload: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Who speaks, the nearest first: the user in the session's path, the number that a telephone line tells."""
    user = _USER.search(session)
    named = user[1][:LONGEST_PERSON] if user and user[1] != "-" else ""
    telephony = (payload or {}).get("telephony")
    caller = telephony.get("caller_id") if isinstance(telephony, Mapping) else None
    number = caller if isinstance(caller, str) and _NUMBER.fullmatch(caller) else ""
    return tuple(filter(None, (named, number)))
