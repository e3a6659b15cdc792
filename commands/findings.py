"""What a look found: one line each, and what to do where something fails."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it is."""

    GOOD = "good"
    NOTE = "note"  # good to know; nothing fails
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line."""

    what: str  # what was looked at, a word or two
    state: State
    says: str
    do: str = ""  # what helps, where it fails


def good(what: str, says: str) -> Finding:
    """All is well."""
    return Finding(what, State.GOOD, says)


def note(what: str, says: str) -> Finding:
    """Nothing fails, but it should be known."""
    return Finding(what, State.NOTE, says)


def failing(what: str, says: object, do: str) -> Finding:
    """This fails, and that helps."""
    return Finding(what, State.FAILING, str(says), do)
