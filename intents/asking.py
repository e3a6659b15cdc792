"""A title asked for: the words around it are shed, and kind, years and seasons read out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intents import AskFor, seasons, years
from intents.heard import shed_after, shed_before
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intents import Seasons
    from intents.grammar import Grammar, Rule
    from intents.heard import Heard

_DEEPEST = 6  # qualifiers around one title


@dataclass(frozen=True, slots=True)
class _Peeled:
    """What is left of a request after some of its qualifiers were read."""

    title: Heard
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    seasons: Seasons | None = None


def without_carrier(heard: Heard, grammar: Grammar) -> Heard | None:
    """The words behind one request verb and the politeness around it; None where nobody said such a verb."""
    polite = shed_before(heard, grammar.polite.before_answer)
    for start in (heard, polite, shed_after(polite, grammar.polite.after_request)):
        if is_expression(start, grammar):
            return None
        for rule in grammar.carriers:
            if match := rule.pattern.fullmatch(start.line):
                title = shed_before(start.within(match), grammar.polite.before_title)
                return shed_after(title, grammar.polite.after_request)
    return None


def is_explicit(heard: Heard, asked: AskFor, grammar: Grammar) -> bool:
    """True where the words can hardly be anything but a request: a verb, a kind, years or seasons were said."""
    return bool(asked.kind or asked.years or asked.seasons) or without_carrier(heard, grammar) is not None


def is_expression(heard: Heard, grammar: Grammar) -> bool:
    """True for words that begin like a request and are none, "get out"."""
    bare = shed_after(shed_before(heard, grammar.polite.before_title), grammar.polite.after)
    return grammar.expressions.fullmatch(bare.line) is not None


def ask(heard: Heard, grammar: Grammar, this_year: int, *, is_requested: bool = False) -> AskFor:
    """What somebody asks for, with a request verb in front or without.

    `is_requested` where the channel has taken the verb off already.
    """
    request = without_carrier(heard, grammar)
    if request is None:
        after = grammar.polite.after_request if is_requested else grammar.polite.after
        request = shed_after(shed_before(heard, grammar.polite.before_title), after)
    else:
        is_requested = True
    kinds = grammar.kinds + grammar.kinds_after_verb if is_requested else grammar.kinds
    return _asked(_peel(_Peeled(request), grammar, this_year, kinds))


def _asked(peeled: _Peeled) -> AskFor:
    # Films have no seasons: whoever names one means the show, even if both are called the same.
    kind = Kind.TV if peeled.seasons else peeled.kind
    return AskFor(title=peeled.title.said, kind=kind, years=peeled.years, seasons=peeled.seasons)


def _peel(peeled: _Peeled, grammar: Grammar, this_year: int, kinds: Iterable[Rule]) -> _Peeled:
    """Take qualifiers off, the outermost first, until nothing but the title is left."""
    for _ in range(_DEEPEST):
        outer = (
            _off_seasons(peeled, grammar)
            or _off_years(peeled, grammar, this_year)
            or _off_kind(peeled, grammar, kinds)
            or _off_polite(peeled, grammar)
        )
        if outer is None:
            break
        peeled = outer
    return peeled


def _off_seasons(peeled: _Peeled, grammar: Grammar) -> _Peeled | None:
    if peeled.seasons:
        return None
    found = next(seasons.around_title(peeled.title, grammar), None)
    return replace(peeled, seasons=found[0], title=found[1]) if found else None


def _off_years(peeled: _Peeled, grammar: Grammar, this_year: int) -> _Peeled | None:
    if peeled.years:
        return None
    found = next(years.around_title(peeled.title, grammar, this_year), None)
    return replace(peeled, years=found[0], title=found[1]) if found else None


def _off_kind(peeled: _Peeled, grammar: Grammar, kinds: Iterable[Rule]) -> _Peeled | None:
    if peeled.kind:
        return None
    line = peeled.title.line
    # After a year or seasons the article goes as it does after a verb: "the 2021 film dune".
    rules = [*kinds, *grammar.kinds_after_verb] if peeled.years or peeled.seasons else kinds
    for rule in rules:
        if match := rule.pattern.fullmatch(line):
            title = peeled.title.within(match)
            first = title.words[0].folded
            is_numbered = first.startswith("#") and rule in grammar.kinds_after_verb  # "Movie 43"
            if first not in grammar.never_after_kind and not is_numbered:
                return replace(peeled, kind=None if rule.name == "either" else Kind(rule.name), title=title)
    return None


def _off_polite(peeled: _Peeled, grammar: Grammar) -> _Peeled | None:
    shed = shed_after(peeled.title, grammar.polite.after)
    return replace(peeled, title=shed) if shed != peeled.title else None
