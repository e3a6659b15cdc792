"""An utterance while it is taken apart: marked words in a row, any stretch of which is an utterance again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from intents.words import Word, clean

if TYPE_CHECKING:
    import re

    from intents.grammar import Grammar
    from intents.templates import Sequences

LONGEST = 300  # characters; nobody asks for a title in more
MOST_WORDS = 32  # nor in more words


@dataclass(frozen=True)
class Heard:
    """Words of a text that matter, as marked (see `intents.numbers`)."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def line(self) -> str:
        """What templates match: every word followed by a space."""
        return "".join([f"{word.folded} " for word in self.words])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Which words occur, and which sorts of marks: what a template needs is looked up here before it is tried."""
        return frozenset([word.folded for word in self.words]) | {word.mark for word in self.words}

    @property
    def said(self) -> str:
        """These words as they were said, with what stood between them."""
        return self.text[self.words[0].start : self.words[-1].end] if self.words else ""

    def within(self, match: re.Match[str], group: str = "title") -> Heard:
        """Only the words that a group of a match on `line` took."""
        start, end = match.span(group)
        first = match.string.count(" ", 0, start)
        return replace(self, words=self.words[first : match.string.count(" ", 0, end)])

    def first(self, count: int) -> Heard:
        """Only so many words from the front."""
        return replace(self, words=self.words[:count])

    def without_first(self, count: int) -> Heard:
        """The words behind so many at the front."""
        return replace(self, words=self.words[count:])


def listen(words: str, grammar: Grammar) -> Heard | None:
    """The words taken in, fillers left out; None for silence, noise and speeches (300 characters, 32 words)."""
    text = clean(words[: 4 * LONGEST])
    if len(text) > LONGEST or not any(c.isalnum() for c in text):
        return None
    heard = Heard(text, grammar.numerals.words(text))
    if not grammar.polite.noise.isdisjoint(heard.vocabulary):
        heard = _without_noise(heard, grammar)
    marked = grammar.numerals.mark(heard.words)
    return Heard(heard.text, marked) if 0 < len(marked) <= MOST_WORDS else None


def _without_noise(heard: Heard, grammar: Grammar) -> Heard:
    """The text without "um" and "uh", unless nothing else was said; "uh huh" stays."""
    noise, spared = grammar.polite.noise, grammar.polite.not_noise
    kept = {at + more for at in range(len(heard.words)) for more in range(spared.starts(heard.words[at:], leaving=0))}
    text, end = "", 0
    for at, word in enumerate(heard.words):
        if word.folded in noise and heard.text[word.start - 1 : word.start] != "-" and at not in kept:
            text += heard.text[end : word.start].rstrip(" ,") + " "
            end = word.end
    text = clean(text + heard.text[end:].lstrip(" ,."))
    words = grammar.numerals.words(text)
    return Heard(text, words) if words else heard


def shed_before(heard: Heard, polite: Sequences) -> Heard:
    """Without polite words in front, as long as anything is left."""
    while size := polite.starts(heard.words):
        heard = heard.without_first(size)
    return heard


def shed_after(heard: Heard, polite: Sequences) -> Heard:
    """Without polite words at the end, as long as anything is left."""
    while size := polite.ends(heard.words):
        heard = heard.first(len(heard.words) - size)
    return heard
