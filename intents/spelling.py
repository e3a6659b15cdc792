"""How titles are spelled when they are compared: one way, whichever way they were written or heard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from intents.numbers import ROMAN
from intents.words import Word, clean, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from intents.numbers import Numerals

_ROMAN = {word: str(number) for word, number in ROMAN.items() if word != "i"}  # "King and I"
_LIGHT, _FULL = 0.3, 1.0


@dataclass(frozen=True)
class Spelled:
    """A title as words to compare, each with its weight."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @cached_property
    def letters(self) -> str:
        """All of it without spaces: how words were cut apart does not matter then."""
        return "".join(self.words)

    @cached_property
    def weight(self) -> float:
        """Weight of all words."""
        return sum(self.weights)

    def only(self, positions: Sequence[int]) -> Spelled:
        """The words at these positions."""
        return Spelled(tuple(self.words[at] for at in positions), tuple(self.weights[at] for at in positions))

    def without_article(self, articles: frozenset[str]) -> Spelled:
        """The same without an article in front, unless that is all of it."""
        if len(self.words) > 1 and self.words[0] in articles:
            return Spelled(self.words[1:], self.weights[1:])
        return self


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language spells."""

    numerals: Numerals
    articles: frozenset[str]
    light: frozenset[str]
    alike: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]
    parts: frozenset[str]
    and_signs: str
    and_word: str

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], numerals: Numerals) -> Spelling:
        """Out of the section [spelling] of a language's data."""
        return cls(
            numerals=numerals,
            articles=frozenset(data["articles"]),
            light=frozenset(data["light"]),
            alike={word: tuple(same.split()) for word, same in data["alike"].items()},
            endings=tuple((british, american) for british, american in data["endings"]),
            parts=frozenset(data["parts"]),
            and_signs="".join(data["and_signs"]),
            and_word=data["and"],
        )

    def spell(self, title: str) -> Spelled:
        """A title in its one spelling: "The Godfather: Part II" and "godfather part two" come out alike."""
        text = clean(title)
        for sign in self.and_signs:
            text = text.replace(sign, f" {self.and_word} ")
        pairs = tuple(self._weighted(self.numerals.mark(split(text))))
        spelled = Spelled(tuple(word for word, _ in pairs), tuple(weight for _, weight in pairs))
        return spelled.without_article(self.articles)

    def _weighted(self, words: tuple[Word, ...]) -> Iterator[tuple[str, float]]:
        for at, word in enumerate(words):
            plain = word.folded
            if plain[0] in "#@~":
                plain = plain.strip("#@~").removesuffix("th")
            elif at and plain in _ROMAN:
                plain = _ROMAN[plain]
            weight = _LIGHT if plain in self.light or plain in self.parts else _FULL
            for each in self.alike.get(plain, (self._ending(plain),)):
                yield each, weight

    def _ending(self, word: str) -> str:
        for british, american in self.endings:
            if len(word) > len(british) + 2 and word.endswith(british):
                return word.removesuffix(british) + american
        return word
