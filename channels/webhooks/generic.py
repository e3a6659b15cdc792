"""What programs of the owner's own send: a small object of ours, signed. docs/webhooks.md describes it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from doors.reading import clean_text, read_as
from errands.hints import Event, Hint
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

Number = Annotated[int, Field(ge=0, le=999_999_999)]


class Told(BaseModel):
    """What is posted. Unknown fields are refused: whoever writes it can mend it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    event: Literal["pending", "approved", "declined", "failed", "partial", "available", "deleted", "test"]
    kind: Literal["movie", "tv"] | None = None
    tmdb_id: Number | None = None
    request_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9:._-]{1,64}$")] | None = None
    seasons: Annotated[list[Number], Field(max_length=100)] | None = None
    reason: Annotated[str, Field(max_length=300)] | None = None
    id: Annotated[str, Field(min_length=1, max_length=200)] | None = None  # of this delivery

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.event != "test" and (self.kind is None or (self.tmdb_id is None and self.request_id is None)):
            raise ValueError("name the kind, and tmdb_id or request_id")
        return self


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signed body says, and what makes it one and the same delivery where it says so."""

    hint: Hint
    key: str


def read(body: Mapping[str, Any]) -> Signed:
    """The hint in it. Raises Refused with 400."""
    told = read_as(dict(body), Told)
    kind = Kind(told.kind) if told.kind else None
    hint = Hint(
        Event(told.event),
        requests=((kind, told.request_id),) if kind and told.request_id else (),
        kind=kind,
        title=told.tmdb_id,
        seasons=tuple(sorted(set(told.seasons or ()))),
        reason=clean_text(told.reason or "").strip(),
    )
    return Signed(hint, sha256(clean_text(told.id).encode()).hexdigest() if told.id else "")
