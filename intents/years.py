"""Which years were meant: "from 1984", "from the early nineties", "from last year", "made before 2000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from intents.heard import Heard
    from intents.templates import Rule

FIRST_FILM = 1888
AHEAD = 5  # how many years ahead of now a release is announced
_PARTS = {
    "early": (0, 4),
    "mid": (3, 6),
    "late": (5, 9),
}  # of a decade: the parts overlap, as they do in people's minds

Years = tuple[int, int]


def around_title(heard: Heard, rules: Iterable[Rule], this_year: int) -> Iterator[tuple[Years, Heard]]:
    """Every way to read years and a title in it; a year that is no release year stays in the title."""
    if heard.vocabulary.isdisjoint({"@", "~", "@+", "#"}):
        return
    for rule in rules:
        if (match := rule.match(heard)) and (years := meant(match, this_year, rule.name)):
            yield years, heard.within(match)


def meant(match: re.Match[str], this_year: int, name: str = "exact") -> Years | None:
    """The years in the slots of a match; None when there are none, or not of this world.

    `name` tells how the year is meant: exact, bare ("dune 1984"), before, after, since or between.
    """
    said = _said(match, this_year)
    if said is None:
        return None
    first, last = said
    match name:
        case "before":
            first, last = FIRST_FILM, first - 1
        case "after":
            first, last = last + 1, this_year + AHEAD
        case "since":
            last = this_year + AHEAD
        case "between":
            last = int(match["until"])
    return (first, last) if last >= max(first, FIRST_FILM) and first <= this_year + AHEAD else None


def _said(match: re.Match[str], this_year: int) -> Years | None:
    slots = {name: text for name, text in match.groupdict().items() if text}
    if decade := slots.get("decade"):
        first, last = next((within for part, within in _PARTS.items() if part in slots), (0, 9))
        return int(decade) + first, int(decade) + last
    if year := slots.get("year") or ("short_year" in slots and "19" + slots["short_year"]):
        return int(year), int(year)
    if ago := slots.get("ago"):
        cut = max(ago.rfind("+"), ago.rfind("-"))
        return this_year + int(ago[:cut]), this_year + int(ago[cut:])
    if number := slots.get("number"):
        # Nobody counts so exactly: "ten years ago" may be nine or eleven.
        slack = 1 if int(number) > 2 else 0
        return this_year - int(number) - slack, this_year - int(number) + slack
    return None
