"""Short answers: yes and its like, and choosing among what is on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import Cancel, Context, Help, Launch, Next, No, Previous, Repeat, Select, Yes, years
from intents.heard import shed_after, shed_before
from media import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from intents import Intent
    from intents.grammar import Grammar, Rule
    from intents.heard import Heard

_PHRASES: dict[str, Intent] = {
    intent.name: intent for intent in (Yes(), No(), Next(), Previous(), Repeat(), Help(), Cancel(), Launch())
}
_MOST_ON_OFFER = 10  # a larger number is a title: "300"


def phrase(heard: Heard, grammar: Grammar, context: Context) -> Intent | None:
    """Yes, No, Help and the like, where that is all that was said."""
    rules = _phrases(grammar, context)
    asked = context is not Context.NOTHING
    before = grammar.polite.before_answer if asked else grammar.polite.before
    for line in _barer_and_barer(heard, grammar, before):
        for rule in rules:
            if rule.pattern.fullmatch(line):
                return _PHRASES[rule.name]
    return None


def _phrases(grammar: Grammar, context: Context) -> tuple[Rule, ...]:
    match context:
        case Context.NOTHING:
            return grammar.phrases
        case Context.RETRY:
            return grammar.retry + grammar.answers + grammar.phrases
        case _:
            return grammar.answers + grammar.phrases


def _barer_and_barer(heard: Heard, grammar: Grammar, before: re.Pattern[str]) -> Iterator[str]:
    yield heard.line
    behind = shed_after(heard, grammar.polite.after)
    yield behind.line
    yield shed_before(behind, grammar.polite.before_title).line
    yield shed_before(behind, before).line


def selection(heard: Heard, grammar: Grammar, this_year: int) -> Select | None:
    """One of those on offer: "the second one", "no, the 1984 one", "the show"."""
    if len(heard.words) == 1 and (position := grammar.sounds_like.get(heard.words[0].folded)):
        return Select(position=position)
    behind = shed_after(heard, grammar.polite.after)
    for start in (behind, shed_before(behind, grammar.polite.prelude)):
        if select := _first(grammar.select, start.line, this_year):
            return select
    return None


def _first(rules: Iterable[Rule], line: str, this_year: int) -> Select | None:
    for rule in rules:
        if (match := rule.pattern.fullmatch(line)) and (select := _selected(rule.name, match, this_year)):
            return select
    return None


def _selected(name: str, match: re.Match[str], this_year: int) -> Select | None:
    match name:
        case "position":
            slots = match.groupdict()
            position = int(slots.get("ordinal") or slots.get("number") or 0)
            return Select(position=position) if 0 < position <= _MOST_ON_OFFER else None
        case "last":
            return Select(position=-1)
        case "years":
            meant = years.meant(match, this_year)
            return Select(years=meant) if meant else None
        case _:
            return Select(kind=Kind(name))
