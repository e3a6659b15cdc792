"""What /mcp takes and answers, for the document of all addresses; the protocol itself says more than fits there."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from channels.mcp.protocol import MOST_AT_ONCE
from doors.described import Answer, Operation, Refusal
from doors.refusals import CODES


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class RpcMessage(BaseModel):
    """A message of JSON-RPC: a call, or a notification where it has no id."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)

    jsonrpc: Literal["2.0"]
    method: str
    id: str | int = 1
    params: dict[str, Any] | None = None


class RpcResult(_Shape):
    """What a call came to."""

    jsonrpc: Literal["2.0"]
    id: str | int
    result: dict[str, Any]


class RpcProblem(_Shape):
    """Why a message cannot be answered."""

    code: int
    message: str
    data: dict[str, Any] = {}


class RpcFault(_Shape):
    """A message that cannot be answered."""

    jsonrpc: Literal["2.0"]
    id: str | int | None
    error: RpcProblem


#: Several messages at once, each of which is answered by itself, a wrong one too.
Batch = Annotated[list[Any], Field(min_length=1, max_length=MOST_AT_ONCE)]
OPERATIONS: Final = (
    Operation(
        "post",
        "/mcp",
        "mcp",
        "One message of the Model Context Protocol",
        {
            200: Answer(RpcResult | RpcFault | list[RpcResult | RpcFault], "The answer, or one to each of a batch."),
            202: Answer(says="There is nothing to answer."),
            400: Answer(RpcFault, "The message cannot be understood."),
            403: Answer(Refusal, CODES[403][1]),
            404: Answer(RpcFault, "There is no such method (2026-07-28 alone)."),
        },
        body=RpcMessage | Batch,
        query={"speaker": "Who speaks, at most 200 characters.", "locale": "The language, such as en-GB."},
    ),
)
