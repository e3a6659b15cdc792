"""Whose turn it is: one line of JSON in the system prompt, which the owner's template writes; all of it is optional.

    {"user": "Ann", "device": "4f1c…", "language": "en", "turn": "01JD…"}

`turn` is an id that differs from turn to turn (Home Assistant's context id).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from doors.reading import clean_text, locale_in

if TYPE_CHECKING:
    from collections.abc import Iterable

Id = Annotated[str, Field(max_length=200)]


class Whose(BaseModel):
    """What is known of who speaks, where, and in which language."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    user: Id | None = None
    device: Id | None = None
    language: Id | None = None
    turn: Id | None = None

    @property
    def person(self) -> str:
        """Who speaks: the user, else the device, which is shared by those in a room; "" where neither is known."""
        return clean_text(self.user or self.device or "")

    @property
    def also(self) -> tuple[str, ...]:
        """The device, where a user speaks to it."""
        return (clean_text(self.device),) if self.user and self.device else ()

    @property
    def locale(self) -> str:
        """The language as a locale; "" where there is none that could be one."""
        return locale_in(self.language)


NOBODY: Final = Whose()


def read_whose(prompts: Iterable[str]) -> Whose:
    """The first line that tells; what else stands in a prompt is for language models, which we are not."""
    lines = (line.strip() for prompt in prompts for line in prompt.splitlines())
    told = (_read(line) for line in lines if line.startswith("{"))
    return next((whose for whose in told if whose != NOBODY), NOBODY)


def _read(line: str) -> Whose:
    try:
        return Whose.model_validate_json(line)
    except ValidationError:
        return NOBODY
