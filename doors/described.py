"""How a channel says what it takes and answers, for programs: data of which channels/openapi makes one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from doors.refusals import CODES


class Problem(BaseModel):
    """What is wrong, for a program and for a person."""

    model_config = ConfigDict(extra="forbid")

    code: str
    message: Annotated[str, Field(description="What is wrong, and how to do it right.")]


class Refusal(BaseModel):
    """How a caller is turned away."""

    model_config = ConfigDict(extra="forbid")

    error: Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """One that can come: a pydantic model or any other type; None has no body."""

    of: Any = None
    says: str = "The answer."
    media: str = "application/json"
    lines_of: Any = None  # also answered as lines of JSON, application/x-ndjson: what each line is


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address. Who is refused, and how, is told of all alike; see `statuses`."""

    method: str  # get or post
    path: str
    name: str
    summary: str
    answers: Mapping[int, Answer]
    body: Any = None  # the type by which the body is checked
    is_keyed: bool = True
    is_counted: bool = True
    takes_password: bool = False  # as the password of Basic too
    refusal: Any = Refusal
    query: Mapping[str, str] = field(default_factory=dict)  # what may stand there, and what for

    def statuses(self) -> Mapping[int, Answer]:
        """Every status that can come, with what comes."""
        wanted = {413, 500}
        wanted |= {400, 415} if self.body is not None else set()
        wanted |= {401} if self.is_keyed else set()
        wanted |= {429} if self.is_counted else set()
        refused = {status: Answer(self.refusal if status != 500 else Refusal, CODES[status][1]) for status in wanted}
        return dict(sorted((refused | dict(self.answers)).items()))


#: The lines of a stream.
LINES: Final = "application/x-ndjson"
