"""An utterance while it is taken apart: marked words in a row, any stretch of which is an utterance again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intents.words import Word, clean, split

if TYPE_CHECKING:
    import re

    from intents.grammar import Grammar

LONGEST = 300  # characters; nobody asks for a title in more


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a text that matter, as marked (see `intents.numbers`)."""

    text: str
    words: tuple[Word, ...]

    @property
    def line(self) -> str:
        """What templates match: every word followed by a space."""
        return "".join(f"{word.folded} " for word in self.words)

    @property
    def said(self) -> str:
        """These words as they were said, with what stood between them."""
        return self.text[self.words[0].start : self.words[-1].end] if self.words else ""

    def within(self, match: re.Match[str], group: str = "title") -> Heard:
        """Only the words that a group of a match on `line` took."""
        start, end = match.span(group)
        first = match.string.count(" ", 0, start)
        return replace(self, words=self.words[first : match.string.count(" ", 0, end)])

    def after(self, match: re.Match[str]) -> Heard:
        """The words behind a match at the start of `line`."""
        return replace(self, words=self.words[match.string.count(" ", 0, match.end()) :])


def listen(words: str, grammar: Grammar) -> Heard | None:
    """The words taken in; None for silence, noise and speeches (more than 300 characters)."""
    text = clean(words[: 4 * LONGEST])
    if len(text) > LONGEST or not any(c.isalnum() for c in text):
        return None
    marked = grammar.numerals.mark(split(text))
    return Heard(text, marked) if marked else None


def shed_before(heard: Heard, polite: re.Pattern[str]) -> Heard:
    """Without polite words in front, as long as anything is left."""
    while (match := polite.match(heard.line)) and match.end() < len(match.string):
        heard = heard.after(match)
    return heard


def shed_after(heard: Heard, polite: re.Pattern[str]) -> Heard:
    """Without polite words at the end, as long as anything is left."""
    while match := polite.fullmatch(heard.line):
        heard = heard.within(match)
    return heard
