"""Which seasons were named: around a title, on their own, or as an answer to "which seasons?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intents import (
    AllSeasonsBut,
    GroupedSeasons,
    LastSeasons,
    NumberedSeasons,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
)
from intents.words import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intents.grammar import Grammar
    from intents.heard import Heard
    from intents.templates import Rule

_NUMBER = re.compile(r"#(\d+)(?:th)? ")
_MOST = 99  # no show has more seasons, but 300 is a film
_GROUPS = {group.value: group for group in SeasonGroup}


def around_title(heard: Heard, grammar: Grammar) -> Iterator[tuple[Seasons, Heard]]:
    """Every way to read seasons and a title in it: "season 2 of Avatar"."""
    if not grammar.seasons.cue.search(heard.line):
        return
    for rule in grammar.seasons.around:
        if (match := rule.match(heard)) and (seasons := _meant(rule, match, grammar)):
            title = heard.within(match)
            if _is_title(title, grammar):
                yield seasons, title


def named(heard: Heard, grammar: Grammar) -> Seasons | None:
    """Seasons and nothing else: "season two", "the latest season"."""
    return _first(grammar.seasons.alone, heard, grammar)


def agreed(heard: Heard, grammar: Grammar) -> Seasons | None:
    """Seasons behind a yes, where they need not be called so: "yes, all of it"."""
    return named(heard, grammar) or _first(grammar.seasons.agreed, heard, grammar)


def answered(heard: Heard, grammar: Grammar) -> Seasons | None:
    """The answer to "which seasons?", where "two", "all" or "the last one" is enough."""
    *before, last = (word.folded for word in heard.words)
    if last in grammar.sounds_like and grammar.numerals.after.issuperset(before):
        return NumberedSeasons((grammar.sounds_like[last],))
    return agreed(heard, grammar) or _first(grammar.seasons.answers, heard, grammar)


def _is_title(title: Heard, grammar: Grammar) -> bool:
    """False for half a title: "A Man for" of "A Man for All Seasons". But "From" is a show of its own."""
    rules = grammar.seasons
    return len(title.words) == 1 or not (
        title.words[-1].folded in rules.never_before or title.words[0].folded in rules.never_after
    )


def _first(rules: Iterable[Rule], heard: Heard, grammar: Grammar) -> Seasons | None:
    for rule in rules:
        if (match := rule.match(heard)) and (seasons := _meant(rule, match, grammar)):
            return seasons
    return None


def _meant(rule: Rule, match: re.Match[str], grammar: Grammar) -> Seasons | None:
    if rule.name in _GROUPS:
        return GroupedSeasons(_GROUPS[rule.name])
    if rule.name == "specials":
        return NumberedSeasons((0,))
    if rule.name == "all_but_last":
        return AllSeasonsBut((-1,))
    slots = {name: text for name, text in match.groupdict().items() if text and name != "title"}
    numbers = _numbers(next(iter(slots.values()), ""), grammar.seasons.through)
    return _counted(rule.name, numbers) if numbers and max(numbers) <= _MOST else None


def _counted(name: str, numbers: tuple[int, ...]) -> Seasons | None:
    first, each = numbers[0], tuple(sorted(set(numbers)))
    match name:
        case "numbers":
            return NumberedSeasons(each)
        case "all_but":
            return AllSeasonsBut(each)
        case "all_but_few" if first:
            return AllSeasonsBut(tuple(range(1, first + 1)))
        case "first_few" if first:
            return NumberedSeasons(tuple(range(1, first + 1)))
        case "onward":
            return SeasonsOnward(first)
        case "after":
            return SeasonsOnward(first + 1)
        case "last_few" if first:
            return LastSeasons(first)
    return None


def _numbers(text: str, through: frozenset[str]) -> tuple[int, ...]:
    """The numbers in the text of a slot: "2 ", "#1 and #3 ", "#1 to #4 "."""
    if text.isdigit():
        return (int(text),)
    numbers: list[int] = []
    end = 0
    for match in _NUMBER.finditer(text):
        number, between = int(match[1]), text[end : match.start()].split()
        joins = {" ".join(between[:size]) for size in range(1, len(between) + 1)}
        is_range = bool(numbers) and not joins.isdisjoint(through | {DASH})
        numbers += _range(numbers[-1], number) if is_range else [number]
        end = match.end()
    return tuple(numbers)


def _range(first: int, last: int) -> range:
    return range(first, last + 1) if first <= last else range(last, first)
