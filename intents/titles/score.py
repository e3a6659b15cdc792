"""A score keeps each of its parts by name, so that it can say why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final


class Part(StrEnum):
    """What a title gains or loses by."""

    SPELLING = "spelling"  # letters that are almost those said
    SOUND = "sound"  # sounds that are almost those said
    MISSING = "missing"  # words of the title that nobody said
    EXTRA = "extra"  # words said that the title does not have
    NUMBER = "number"  # another part of the series
    FORM = "form"  # a part of the title, or another name of it, was used
    ALIAS = "alias"  # the request manager knows it by the name that was said, we do not
    SERIES = "series"  # the second of its series was asked for, and it is the second by release
    YEAR = "year"  # not of the year asked for
    SEASONS = "seasons"  # it has fewer seasons than were asked for
    PREFER = "prefer"  # not the newest, oldest or remade one that was asked for
    PEOPLE = "people"  # with or without those who were named
    COUNTRY = "country"  # from the country that was named, or from another
    KNOWN = "known"  # how well known it is


#: Parts that choose among titles of one name; they say nothing about whether the name was heard right.
CHOOSING: Final = frozenset({Part.KNOWN, Part.PREFER, Part.PEOPLE, Part.COUNTRY, Part.SEASONS})


@dataclass(frozen=True)
class Score:
    """Penalties (below 0) and bonuses (above), by name; what is 0 is left out."""

    parts: tuple[tuple[Part, float], ...] = ()

    @cached_property
    def likeness(self) -> float:
        """How surely this is what was said, 1.0 at best; what only chooses among likes does not count here."""
        return 1.0 + sum(value for part, value in self.parts if part not in CHOOSING)

    @cached_property
    def total(self) -> float:
        """What titles are put in order by."""
        return 1.0 + sum(value for _, value in self.parts)

    def __getitem__(self, part: Part) -> float:
        """The value of one part, 0.0 where it plays no role."""
        return sum(value for name, value in self.parts if name is part)

    def __add__(self, other: Score) -> Score:
        """Both together."""
        return Score(self.parts + other.parts)

    def explain(self) -> str:
        """One line for people: "0.87 = 1 spelling -0.20 known +0.07"."""
        return f"{self.total:.2f} = 1" + "".join(f" {part.value} {value:+.2f}" for part, value in self.parts)


def score(**parts: float) -> Score:
    """A score out of named parts, `score(spelling=-0.2)`."""
    return Score(tuple((Part(name), value) for name, value in parts.items() if value))
