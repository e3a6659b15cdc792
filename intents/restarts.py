"""Where people begin anew: they correct themselves, or have spoken to somebody else first."""

from __future__ import annotations

from itertools import starmap, takewhile
from typing import TYPE_CHECKING, Final

from intents.heard import listen

if TYPE_CHECKING:
    from intents.grammar import Grammar
    from intents.heard import Heard
    from intents.words import Word

#: Words of what is taken back and said otherwise: "the 2018 one, no, the 1978 one".
LONGEST_SLIP: Final = 4


def without_slip(heard: Heard, grammar: Grammar) -> Heard:
    """Without what was taken back: "season two, no wait, season three of fargo" asks for season three.

    Only words of the same build are taken for it, with another number, year, kind or country in their place. Behind a
    "not" it is the other way round: "shrek 2 not shrek 3".
    """
    words, restarts = heard.words, grammar.restarts
    for at in _starts(heard, grammar):
        size = restarts.oops.starts(words[at:])
        if size and (slip := _slip(words[:at], words[at + size :], grammar)):
            return _cut(heard, at - slip, at + size, grammar)
        size = restarts.nots.starts(words[at:])
        if size and (slip := _slip(words[:at], words[at + size :], grammar)):
            return _cut(heard, at, _end_of_sort(heard, at + size + slip, grammar), grammar)
    return heard


def _end_of_sort(heard: Heard, end: int, grammar: Grammar) -> int:
    """Where words of one sort end: both of "tv show"."""
    sorts = [grammar.restarts.sorts.get(word.folded) for word in heard.words[end - 1 :]]
    return end + sum(1 for _ in takewhile(lambda sort: sort and sort == sorts[0], sorts[1:]))


def _starts(heard: Heard, grammar: Grammar) -> list[int]:
    """Where somebody may begin anew: behind at least one word, and with another behind it."""
    first = grammar.restarts.first
    return [at for at, word in enumerate(heard.words[:-1]) if at and word.folded in first]


def _cut(heard: Heard, start: int, end: int, grammar: Grammar) -> Heard:
    """The text without some of its words."""
    before, after = heard.first(start), heard.without_first(end)
    return listen(f"{before.said} {after.said}", grammar) or heard


def _slip(before: tuple[Word, ...], after: tuple[Word, ...], grammar: Grammar) -> int:
    """How many words at the end of those before are said otherwise by as many at the start of those after."""
    for size in range(min(LONGEST_SLIP, len(before), len(after)), 0, -1):
        pairs = tuple(zip(before[-size:], after[:size], strict=True))
        shapes = [_shape(word, grammar) for word, _ in pairs]
        if shapes == [_shape(word, grammar) for _, word in pairs] and any(starmap(_differ, pairs)):
            return size
    return 0


def _shape(word: Word, grammar: Grammar) -> str:
    """What may stand for what: a number for a number, a film for a show; every other word only for itself."""
    return word.mark if word.mark != word.folded else grammar.restarts.sorts.get(word.folded, word.folded)


def _differ(before: Word, after: Word) -> bool:
    return before.folded != after.folded


def begun_anew(heard: Heard, grammar: Grammar) -> Heard | None:
    """What stands behind the last opening of a request amidst other words; None where there is none.

    "I'm not sure how this works, but could I please have Brief Encounter" asks for Brief Encounter.
    """
    for at in reversed(_starts(heard, grammar)):
        if size := grammar.restarts.openings.starts(heard.words[at:]):
            wanted = heard.without_first(at + size)
            # "…, could you get it for her": what "it" is was said before.
            first = wanted.words[0].folded
            return None if f"{first} " in grammar.questions.this or first in grammar.lead.people else wanted
    return None
