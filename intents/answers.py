"""Short answers: yes and its like, choosing among what is on offer, and correcting it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from intents import (
    Cancel,
    Context,
    Help,
    Launch,
    Next,
    No,
    Previous,
    Refine,
    Repeat,
    Select,
    Unclear,
    Undo,
    Yes,
    years,
)
from intents.heard import listen, shed_after, shed_before
from intents.peeling import Peeled, Peeling, kind_told, stands_for_title
from media import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from intents import Intent
    from intents.grammar import Grammar, Rule
    from intents.heard import Heard
    from intents.templates import Sequences

_PLAIN: tuple[Intent, ...] = (Yes(), No(), Next(), Previous(), Repeat(), Help(), Cancel(), Undo(), Launch())
_PHRASES: dict[str, Intent] = {intent.name: intent for intent in _PLAIN} | {
    "slower": Repeat(slowly=True),
    "cancel_it": Cancel(it=True),
    "unsure": Unclear("unsure"),
}
_MOST_ON_OFFER = 10  # a larger number is a title: "300"
_LONGEST_PHRASE = 14  # words
_LONGEST_ROW = 9  # words of phrases in a row
_LONGEST_CORRECTION = 16  # words


def phrase(heard: Heard, grammar: Grammar, context: Context) -> Intent | None:
    """Yes, No, Help and the like, where that is all that was said."""
    rules = _phrases(grammar, context)
    asked = context is not Context.NOTHING
    polite = grammar.polite
    before, after = (polite.before_answer, polite.after_answer) if asked else (polite.before, polite.after)
    lines = dict.fromkeys(_barer_and_barer(heard, grammar, before, after))
    said = (_said(line, rules) for line in lines)
    return next((intent for intent in said if intent is not None), None)


def phrases(heard: Heard, grammar: Grammar, context: Context) -> Intent | None:
    """Two in a row, where a question is open: the last says what is meant ("no wait yes"), but for a Cancel."""
    if context is Context.NOTHING or len(heard.words) > _LONGEST_ROW:
        return None
    rules = _phrases(grammar, context)
    for at in range(1, len(heard.words)):
        if first := _said(heard.first(at).line, rules):
            behind = shed_before(heard.without_first(at), grammar.polite.before)
            second = _said(behind.line, rules) or phrases(behind, grammar, context)
            if second is not None:
                return first if isinstance(first, Cancel) else second
    return None


def _said(line: str, rules: Iterable[Rule]) -> Intent | None:
    return next((_PHRASES[rule.name] for rule in rules if rule.pattern.fullmatch(line)), None)


def pointed(heard: Heard, grammar: Grammar) -> Yes | No | None:
    """Yes or No with nothing but small words behind it: "no dear that's not the one I meant"."""
    behind = shed_after(heard, grammar.polite.after_answer)
    refused = behind.without_first(grammar.polite.refused.starts(behind.words))
    agreed = behind.without_first(grammar.polite.agreed.starts(behind.words))
    if refused != behind and names_nothing(shed_before(refused, grammar.polite.before), grammar):
        return No()
    is_agreed = agreed != behind and names_nothing(shed_before(agreed, grammar.polite.before), grammar)
    return Yes() if is_agreed else None


def names_nothing(heard: Heard, grammar: Grammar) -> bool:
    """True for words that only point: "it's the one in the middle"."""
    small = grammar.questions.small
    return len(heard.words) > 1 and all(word.mark == "#th" or word.folded in small for word in heard.words)


def speaks_of_it(heard: Heard, grammar: Grammar) -> bool:
    """True for what is said of what is on offer: "is it scary", "I've never seen that"."""
    questions, (first, *rest) = grammar.questions, heard.words
    return first.folded in questions.talk and any(f"{word.folded} " in questions.this for word in rest)


def _phrases(grammar: Grammar, context: Context) -> tuple[Rule, ...]:
    match context:
        case Context.NOTHING:
            return grammar.phrases
        case Context.RETRY:
            return grammar.retry + grammar.answers + grammar.phrases
        case Context.OFFER | Context.LIST:
            return grammar.offered + grammar.answers + grammar.phrases
        case _:
            return grammar.answers + grammar.phrases


def _barer_and_barer(heard: Heard, grammar: Grammar, before: Sequences, after: Sequences) -> Iterator[str]:
    if len(heard.words) > _LONGEST_PHRASE:
        return
    yield heard.line
    behind = shed_after(heard, after)
    yield behind.line
    yield shed_before(behind, grammar.polite.before_title).line
    yield shed_before(behind, before).line


def selection(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Select | None:
    """One of those on offer: "the second one", "the show", "the one from 1984".

    After an offer of one, a year behind a refusal says that the offer was wrong: that is a `correction`.
    """
    if len(heard.words) == 1 and (position := grammar.sounds_like.get(heard.words[0].folded)):
        return Select(position=position)
    behind = shed_after(heard, grammar.polite.after)
    bare = shed_before(behind, grammar.polite.prelude)
    is_list = context is Context.LIST
    for start in dict.fromkeys((behind, bare)):
        if select := _first(grammar.select, start, this_year):
            is_said_plainly = start is behind and len(start.words) > 1
            if is_list or not (select.every or select.years) or (select.years and is_said_plainly):
                return select
    return None


def _first(rules: Iterable[Rule], heard: Heard, this_year: int) -> Select | None:
    for rule in rules:
        if (match := rule.match(heard)) and (select := _selected(rule.name, match, this_year)):
            return select
    return None


def _selected(name: str, match: re.Match[str], this_year: int) -> Select | None:
    match name:
        case "position":
            slots = match.groupdict()
            position = int(slots.get("ordinal") or slots.get("number") or 0)
            return Select(position=position) if 0 < position <= _MOST_ON_OFFER else None
        case "first" | "last":
            return Select(position=1 if name == "first" else -1)
        case "every":
            return Select(every=True)
        case "years":
            meant = years.meant(match, this_year)
            return Select(years=meant) if meant else None
        case _:
            return Select(kind=Kind(name))


def correction(heard: Heard, grammar: Grammar, this_year: int) -> Refine | Yes | None:
    """What is on offer, but otherwise: "no, the 1984 one"; "yes, but in 4K" is a Yes.

    None where a title of its own was said.
    """
    if len(heard.words) > _LONGEST_CORRECTION:
        return None
    behind = shed_after(heard, grammar.polite.after)
    bare = shed_before(behind, grammar.polite.prelude)
    peeling = Peeling(grammar, this_year, grammar.kinds + grammar.kinds_after_verb)
    is_bare_year = len(bare.words) == 1 and bare == heard  # "1917" is a film
    for words in (bare.said, *(() if is_bare_year else [f"{grammar.titles.pronoun} {bare.said}"])):
        described = listen(words, grammar)
        if described is None:
            continue
        peeled = peeling.peel(Peeled(described))
        if stands_for_title(peeled.title, grammar) and (corrected := _corrected(peeled, grammar)):
            return corrected
    return None


def _corrected(peeled: Peeled, grammar: Grammar) -> Refine | Yes | None:
    told = {field.name: getattr(peeled, field.name) for field in fields(Refine)} | {"kind": kind_told(peeled, grammar)}
    refined = Refine(**told)
    if refined == Refine() or peeled.seasons:
        return None
    return Yes(four_k=True) if refined == Refine(four_k=True) else refined
