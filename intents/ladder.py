"""The ladder of queries: what to search for, one after another, until the title that was meant is found.

Every rung is what somebody who wants to find it would try next. Which titles are right, the ranking decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, combinations, islice, pairwise
from typing import TYPE_CHECKING, Final, Protocol

from intents.numbers import ROMAN
from intents.titles.series import numbered
from intents.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from intents.spelling import Spelling

#: No ladder is longer, however long the title; who climbs it sets a lower bound.
LONGEST: Final = 40
_LONG_WORD: Final = 4
_PREFIX: Final = 4
_ROMANS: Final = {number: word for word, number in ROMAN.items() if word != "i"}


class Step(StrEnum):
    """Why a query is tried."""

    LITERAL = "literal"
    INDEX = "index"  # a title that the index proposes
    ARTICLE = "article"
    NUMBERS = "numbers"
    SPELLING = "spelling"
    CONTRACTION = "contraction"
    SERIES = "series"  # a series without its number
    JOINED = "joined"
    SPLIT = "split"
    HOMOPHONE = "homophone"
    PART = "part"
    RARE = "rare"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class Rung:
    """One query, and why."""

    step: Step
    text: str


class Vocabulary(Protocol):
    """Which words titles are made of; the index knows."""

    def knows(self, word: str) -> bool: ...
    def rarity(self, word: str) -> float: ...


def rungs(title: str, spelling: Spelling, proposals: Sequence[str], vocabulary: Vocabulary) -> Iterator[Rung]:
    """The ladder for a title as it was said, each query once; lazily, for it is seldom climbed far.

    `proposals`: exact names, the best first, to be tried as soon as the literal words fail.
    """
    ladder = _Ladder(clean(title), spelling, vocabulary)
    proposed = (Rung(Step.INDEX, name) for name in proposals)
    steps = chain(ladder.literal(), ladder.series(), proposed, ladder.otherwise())
    return islice(_each_once(steps), LONGEST)


def _each_once(steps: Iterator[Rung]) -> Iterator[Rung]:
    seen = set()
    for rung in steps:
        key = " ".join(rung.text.casefold().split())
        if key and key not in seen:
            seen.add(key)
            yield rung


class _Ladder:
    """The ladder of one title."""

    def __init__(self, title: str, spelling: Spelling, vocabulary: Vocabulary) -> None:
        self._title, self._spelling, self._vocabulary = title, spelling, vocabulary
        self._words = title.casefold().split()

    def literal(self) -> Iterator[Rung]:
        yield Rung(Step.LITERAL, self._title)

    def series(self) -> Iterator[Rung]:
        """The series alone: the number stands in no name of its films, or in another form."""
        if len(self._words) > 1 and numbered(self._spelling.spell(self._title), self._spelling) is not None:
            has_part = self._words[-2] in self._spelling.parts
            yield Rung(Step.SERIES, " ".join(self._words[: -2 if has_part else -1]))

    def otherwise(self) -> Iterator[Rung]:
        """Everything else, the likeliest first: what a recogniser writes differently before what people mix up."""
        yield from self._of(Step.ARTICLE, self._without_article())
        yield from self._of(Step.NUMBERS, self._numbers())
        yield from self._of(Step.SPELLING, self._spellings())
        yield from self._of(Step.CONTRACTION, self._contractions())
        yield from self._of(Step.JOINED, islice(self._joined(), 2))
        yield from self._of(Step.HOMOPHONE, islice(self._homophones(), 2))
        yield from self._of(Step.SPLIT, islice(self._splits(), 1))
        yield from self._of(Step.RARE, islice(self._rare(), 2))
        yield from self._of(Step.PART, self._parts())
        yield from self._of(Step.PREFIX, self._prefixes())

    @staticmethod
    def _of(step: Step, texts: Iterator[str]) -> Iterator[Rung]:
        return (Rung(step, text) for text in texts)

    def _without_article(self) -> Iterator[str]:
        if len(self._words) > 1 and self._words[0] in self._spelling.articles:
            yield " ".join(self._words[1:])

    def _numbers(self) -> Iterator[str]:
        """All numbers in figures, all in words, the last one roman."""
        marked = self._spelling.marked(self._title)
        numbers = [at for at, word in enumerate(marked) if _figure(word.folded)]
        if not numbers and not any(word in self._spelling.alike for word in self._words):
            return
        figures = [_figure(word.folded) or word.folded for word in marked]
        yield " ".join(figures)
        sounding = [self._sounding_number(word) for word in figures]
        yield " ".join(sounding)
        yield " ".join(self._spelling.figures.read(word) for word in sounding)
        last = sounding[-1]
        if last.isdigit() and int(last) in _ROMANS:
            yield " ".join([*sounding[:-1], _ROMANS[int(last)]])

    def _sounding_number(self, word: str) -> str:
        """ "too" as 2, "for" as 4."""
        alike = self._spelling.alike.get(word, (word,))
        return alike[0] if alike[0].isdigit() else word

    def _spellings(self) -> Iterator[str]:
        """British as American, American as British."""
        for mine, other in ((0, 1), (1, 0)):
            pairs = {pair[mine]: pair[other] for pair in self._spelling.variants.spellings}
            endings = [(pair[mine], pair[other]) for pair in self._spelling.variants.endings]
            yield " ".join(pairs.get(word) or self._with_other_ending(word, endings) for word in self._words)

    def _with_other_ending(self, word: str, endings: Sequence[tuple[str, str]]) -> str:
        for mine, other in endings:
            if len(word) > len(mine) + 2 and word.endswith(mine):
                changed = word.removesuffix(mine) + other
                # "her" does not become "hre": the ending must make a word, or a word must be unmade by it
                if self._vocabulary.knows(self._spelling.spell_once(changed).letters):
                    return changed
        return word

    def _contractions(self) -> Iterator[str]:
        line = f" {' '.join(self._words)} "
        variants = self._spelling.variants
        for full, short in (*variants.contractions, *((said, written) for said, written in variants.written)):
            for one, other in ((full, short), (short, full), (short.replace("'", ""), short)):
                if f" {one} " in line:
                    yield line.replace(f" {one} ", f" {other} ").strip()

    def _joined(self) -> Iterator[str]:
        """Two neighbours as one word; those that make a word that titles are made of come first."""
        pairs = [(at, first + second) for at, (first, second) in enumerate(pairwise(self._words))]
        pairs.sort(key=lambda pair: not self._vocabulary.knows(pair[1]))
        for at, joined in pairs:
            yield " ".join([*self._words[:at], joined, *self._words[at + 2 :]])

    def _splits(self) -> Iterator[str]:
        """A word as two that titles are made of."""
        for at, word in enumerate(self._words):
            for cut in range(2, len(word) - 1):
                if self._vocabulary.knows(word[:cut]) and self._vocabulary.knows(word[cut:]):
                    yield " ".join([*self._words[:at], word[:cut], word[cut:], *self._words[at + 1 :]])

    def _homophones(self) -> Iterator[str]:
        for at, word in enumerate(self._words):
            for other in self._spelling.variants.homophones.get(word, ()):
                yield " ".join([*self._words[:at], other, *self._words[at + 1 :]])

    def _rare(self) -> Iterator[str]:
        """Pairs of the words that tell most, in the order they were said; then the one that tells most."""
        telling = sorted(self._telling(), key=lambda at: -self._telling_weight(self._words[at]))[:3]
        pairs = [tuple(sorted(pair)) for pair in combinations(telling, 2)]
        if len(self._words) > 2:
            yield from (" ".join(self._words[at] for at in pair) for pair in pairs)
        if len(self._words) > 1:
            yield from (self._words[at] for at in telling[:1])

    def _telling(self) -> list[int]:
        return [at for at, word in enumerate(self._words) if word not in self._spelling.light and len(word) > 2]

    def _telling_weight(self, word: str) -> float:
        """Rarity where titles are known, length where they are not."""
        return self._vocabulary.rarity(word) or len(word) / 10

    def _parts(self) -> Iterator[str]:
        """The first half, the second half."""
        half = len(self._words) // 2
        if half > 1:
            yield " ".join(self._words[:half])
            yield " ".join(self._words[half:])

    def _prefixes(self) -> Iterator[str]:
        """The first letters of the longest words: what was misheard is often the end."""
        long = sorted((self._words[at] for at in self._telling() if len(self._words[at]) > _LONG_WORD), key=len)
        yield from (word[:_PREFIX] for word in reversed(long[-2:]))


def _figure(mark: str) -> str | None:
    """The figures of a marked number, "#2" or "#2th" or "@1984"."""
    if mark[0] not in "#@":
        return None
    figures = mark[1:].removesuffix("th")
    return mark[1:] if figures.isdigit() else None
