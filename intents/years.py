"""Which years were meant: "from 1984", "from the nineties", "from last year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from intents.grammar import Grammar
    from intents.heard import Heard

FIRST_FILM = 1888
AHEAD = 5  # how many years ahead of now a release is announced

Years = tuple[int, int]


def around_title(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[tuple[Years, Heard]]:
    """Every way to read years and a title in it; a year that is no release year stays in the title."""
    line = heard.line
    if "@" not in line and "~" not in line:
        return
    for rule in grammar.years:
        if (match := rule.pattern.fullmatch(line)) and (years := meant(match, this_year)):
            yield years, heard.within(match)


def meant(match: re.Match[str], this_year: int) -> Years | None:
    """The years in the slots of a match; None when there are none, or not of this world."""
    slots = match.groupdict()
    if decade := slots.get("decade"):
        first, last = int(decade), int(decade) + 9
    elif year := slots.get("year"):
        first = last = int(year)
    elif ago := slots.get("ago"):
        first = last = this_year + int(ago)
    else:
        return None
    return (first, last) if last >= FIRST_FILM and first <= this_year + AHEAD else None
