"""How titles are spelled when they are compared: one way, whichever way they were written or heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from intents.numbers import ROMAN
from intents.titles.figures import Figures
from intents.titles.sounds import Sounds
from intents.words import Word, clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from intents.numbers import Numerals

_ROMAN = {word: str(number) for word, number in ROMAN.items() if word != "i"}  # "King and I"
_LIGHT, _FULL = 0.3, 1.0
#: So many titles are remembered as they are spelled, some searches' worth; after that the memory starts afresh.
MOST_REMEMBERED: Final = 500


@dataclass(frozen=True)
class Spelled:
    """A title as words to compare, each with its weight and its sound."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    sounds: tuple[str, ...] = field(default=(), compare=False)  # as Sounds writes them, one for each word

    @cached_property
    def letters(self) -> str:
        """All of it without spaces: how words were cut apart does not matter then."""
        return "".join(self.words)

    @cached_property
    def sound(self) -> str:
        """The sound of all of it, without spaces."""
        return "".join(self.sounds)

    @cached_property
    def both(self) -> str:
        """Letters and sound in one: how alike two are in both, at the price of one comparison."""
        return self.letters + self.sound

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that are more than "the" or "part"; all of them where there are no others."""
        telling = frozenset(word for word, weight in zip(self.words, self.weights, strict=True) if weight >= _FULL)
        return telling or frozenset(self.words)

    @cached_property
    def weight(self) -> float:
        """Weight of all words."""
        return sum(self.weights)

    def only(self, positions: Sequence[int]) -> Spelled:
        """The words at these positions."""
        return Spelled(
            tuple(self.words[at] for at in positions),
            tuple(self.weights[at] for at in positions),
            tuple(self.sounds[at] for at in positions),
        )

    def and_word(self, word: str, spelling: Spelling) -> Spelled:
        """The same with one more word, as it is spelled."""
        return Spelled((*self.words, word), (*self.weights, _FULL), (*self.sounds, spelling.sound_of(word)))

    def without_article(self, articles: frozenset[str]) -> Spelled:
        """The same without an article in front, unless that is all of it."""
        if len(self.words) > 1 and self.words[0] in articles:
            return self.only(range(1, len(self.words)))
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
    figures: Figures
    sounds: Sounds
    variants: Variants
    remembered: dict[str, Spelled] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], numerals: Numerals) -> Spelling:
        """Out of the section [spelling] of a language's data, with its titles.toml (if any) under "titles"."""
        titles = data.get("titles", {})
        ladder = titles.get("ladder", {})
        variants = Variants.from_mapping(titles, data["endings"])
        alike = {word: tuple(same.split()) for word, same in data["alike"].items()}
        return cls(
            numerals=numerals,
            articles=_words(data["articles"], numerals),
            light=_words(data["light"], numerals),
            alike={**{british: (american,) for british, american in variants.spellings}, **alike},
            endings=tuple((british, american) for british, american in data["endings"]),
            parts=frozenset(data["parts"]),
            and_signs="".join(data["and_signs"]),
            and_word=data["and"],
            figures=Figures.of(
                numerals,
                hundred=ladder.get("hundred", ""),
                thousand=ladder.get("thousand", ""),
                and_word=data["and"],
            ),
            sounds=Sounds.from_mapping(titles) if "rules" in titles else Sounds(),
            variants=variants,
        )

    def spell(self, title: str) -> Spelled:
        """A title in its one spelling: "The Godfather: Part II" and "godfather part two" come out alike."""
        known = self.remembered.get(title)
        if known is None:
            known = self.spell_once(title)
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            self.remembered[title] = known
        return known

    def spell_once(self, title: str) -> Spelled:
        """The same, not remembered: for going through very many."""
        words, weights, sounds = [], [], []
        for word, weight, sound in self._weighted(self.marked(title)):
            words.append(word)
            weights.append(weight)
            sounds.append(sound)
        return Spelled(tuple(words), tuple(weights), tuple(sounds)).without_article(self.articles)

    def marked(self, title: str) -> tuple[Word, ...]:
        """The words of a title, numbers marked (see `intents.numbers`)."""
        text = clean(title)
        for sign in self.and_signs:
            if sign in text:
                text = text.replace(sign, f" {self.and_word} ")
        return self.figures.joined(self.numerals.mark(self.numerals.words(text)))

    def _weighted(self, words: tuple[Word, ...]) -> Iterator[tuple[str, float, str]]:
        for at, word in enumerate(words):
            plain = word.folded
            if plain[0] in "#@~":
                plain = plain.strip("#@~").removesuffix("th")
            elif plain in _ROMAN and self._is_roman(words, at):
                plain = _ROMAN[plain]
            weight = _LIGHT if plain in self.light or plain in self.parts else _FULL
            for each in self.alike.get(plain, (plain,)):
                yield self._ending(each), weight, self.sound_of(each)

    def _is_roman(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a word that could be a numeral is one: a single letter only at the end, "Rocky V", not "V/H/S"."""
        if not at or words[at - 1].folded in self.articles:
            return False
        return len(words[at].folded) > 1 or at == len(words) - 1

    def sound_of(self, word: str) -> str:
        """How a folded word sounds; of a number, its words."""
        if word.isdigit():
            return "".join(map(self.sounds.of, self.figures.read(word).split()))
        return self.sounds.of(word)

    def _ending(self, word: str) -> str:
        for british, american in self.endings:
            if len(word) > len(british) + 2 and word.endswith(british):
                return word.removesuffix(british) + american
        return word


def _words(listed: Sequence[str], numerals: Numerals) -> frozenset[str]:
    """Words as they are folded and as they are spelled: an article may be a number too, "un"."""
    return frozenset(map(fold, listed)) | {numerals.one(word).lstrip("#") for word in listed}


@dataclass(frozen=True, slots=True)
class Variants:
    """Other ways in which a language writes what was said: what the ladder tries."""

    spellings: tuple[tuple[str, str], ...] = ()  # British, American
    endings: tuple[tuple[str, str], ...] = ()
    contractions: tuple[tuple[str, str], ...] = ()  # in full, short
    written: tuple[tuple[str, str], ...] = ()  # said, written
    homophones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_mapping(cls, titles: Mapping[str, Any], endings: Sequence[Sequence[str]]) -> Variants:
        """Out of a language's titles.toml."""
        ladder = titles.get("ladder", {})
        homophones: dict[str, list[str]] = {}
        for group in (line.split() for line in ladder.get("homophones", ())):
            for word in group:
                homophones.setdefault(word, []).extend(other for other in group if other != word)
        return cls(
            spellings=tuple(
                pair
                for words in titles.get("words", ())
                for pair in zip(words["british"], words["american"], strict=True)
            ),
            endings=tuple((one, other) for one, other in endings),
            contractions=tuple((full, short) for full, short in ladder.get("contractions", ())),
            written=tuple((said, written) for said, written in ladder.get("written", ())),
            homophones={word: tuple(dict.fromkeys(others)) for word, others in homophones.items()},
        )
