"""Numbers beyond those that the hearing marks: "four hundred thirty six" is 436, 2049 is read "twenty forty nine"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intents.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intents.numbers import Numerals

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Figures:
    """How one language puts larger numbers together; without words for them, only the marks are known."""

    spoken: Mapping[str, str]  # "2" -> "two", "2049" -> "twenty forty nine"
    hundred: str = ""
    thousand: str = ""
    and_word: str = ""

    @classmethod
    def of(cls, numerals: Numerals, *, hundred: str = "", thousand: str = "", and_word: str = "") -> Figures:
        """From the marks of a language."""
        spoken: dict[str, str] = {}
        for words, mark in numerals.marks.items():
            if mark[0] in "#@" and mark[1:].isdigit():
                spoken.setdefault(mark[1:], " ".join(words))
        return cls(spoken, hundred, thousand, and_word)

    def read(self, figure: str) -> str:
        """The words for a number in figures; the figures themselves where there are none."""
        known = self.spoken.get(figure)
        if known is not None or not figure.isdecimal() or not self.hundred or int(figure) >= _MOST:
            return known or figure
        return " ".join(self._read(int(figure)))

    def _read(self, number: int) -> Iterator[str]:
        for size, word in ((1000, self.thousand), (100, self.hundred)):
            if number >= size:
                yield self.spoken.get(str(number // size), str(number // size))
                yield word
                number %= size
        if number:
            yield self.spoken.get(str(number), str(number))

    def joined(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Marked words with "#4 hundred and #36" as one "#436"."""
        return tuple(self._joined(words)) if self.hundred else words

    def _joined(self, words: tuple[Word, ...]) -> Iterator[Word]:
        at = 0
        while at < len(words):
            size, number = self._number_at(words, at)
            yield words[at] if number is None else Word(f"#{number}", words[at].start, words[at + size - 1].end)
            at += size

    def _number_at(self, words: tuple[Word, ...], at: int) -> tuple[int, int | None]:
        """How many words from here make one number, and which; None where nothing is to be joined."""
        total, here = 0, at
        for word in (self.thousand, self.hundred):
            value = _value(words, here)
            if value is not None and _folded(words, here + 1) == word:
                total += value * (1000 if word == self.thousand else 100)
                here += 2
        if here == at:
            return self._bare(words, at)
        follows = here + (_folded(words, here) == self.and_word)
        value = _value(words, follows)
        if value is not None and value < 100:
            return follows + 1 - at, total + value
        return here - at, total

    def _bare(self, words: tuple[Word, ...], at: int) -> tuple[int, int | None]:
        """ "The Hundred" as "The 100"; None where the word is no number, or one already."""
        return 1, {self.hundred: 100, self.thousand: 1000}.get(_folded(words, at))


def _folded(words: tuple[Word, ...], at: int) -> str:
    return words[at].folded if at < len(words) else ""


def _value(words: tuple[Word, ...], at: int) -> int | None:
    mark = _folded(words, at)
    return int(mark[1:]) if mark.startswith("#") and mark[1:].isdigit() else None
