"""Numbers, ordinals, years and decades in running words, found once and marked.

A marked word is `#2` (a number), `#2th` (an ordinal), `@1984` (what may be a year), `@-1-1` (the first and the last of
some years, counted from now) or `~1990` (a decade); everything else stays as it is. Marks make "nineteen eighty four"
and "1984" the same to every template, while the title keeps the words that were said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intents.words import Word, fold, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_DIGITS = re.compile(r"([0-9]{1,4})")
_YEARS = range(1880, 2100)
ROMAN = dict(zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], range(1, 13), strict=True))

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language writes numbers."""

    marks: Mapping[Key, str]  # spoken words -> their mark
    longest: Mapping[str, int]  # first word of a key -> words in the longest key that begins with it
    ordinal_endings: frozenset[str]
    decade_endings: frozenset[str]
    after: frozenset[str]  # words that make a roman numeral of the one that follows

    def mark(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The same words with each number, year or decade as one marked word."""
        return tuple(self._marked(words))

    def _marked(self, words: tuple[Word, ...]) -> Iterator[Word]:
        at = 0
        while at < len(words):
            size, mark = self._longest_at(words, at)
            yield Word(mark, words[at].start, words[at + size - 1].end)
            at += size

    def _longest_at(self, words: tuple[Word, ...], at: int) -> tuple[int, str]:
        word = words[at].folded
        for size in range(min(self.longest.get(word, 0), len(words) - at), 0, -1):
            mark = self.marks.get(tuple([word.folded for word in words[at : at + size]]))
            if mark:
                return size, mark
        if at and word in ROMAN and words[at - 1].folded in self.after:
            return 1, f"#{ROMAN[word]}"
        return 1, self._mark_digits(word) or word

    def _mark_digits(self, word: str) -> str | None:
        match = _DIGITS.match(word)
        if match is None:
            return None
        digits, ending = match[1], word[match.end() :]
        if not ending:
            return f"@{digits}" if int(digits) in _YEARS else f"#{int(digits)}"
        if ending in self.ordinal_endings:
            return f"#{int(digits)}th"
        if ending in self.decade_endings and digits.endswith("0") and len(digits) in {2, 4}:
            return f"~{_decade(int(digits))}"
        return None


def _decade(number: int) -> int:
    if number >= 100:
        return number
    return 1900 + number if number > 20 else 2000 + number


def numerals_from(data: Mapping[str, Any], after: Iterable[str]) -> Numerals:
    """Numerals out of the sections [numbers] and [years] of a language's data."""
    numbers, years = data["numbers"], data["years"]
    below_100 = dict(enumerate(_below_100(numbers["small"], numbers["tens"], numbers["small"], numbers["compound"])))
    marks: dict[Key, str] = {}
    _put(marks, ((word, f"#{n}") for n, word in below_100.items()))
    _put(marks, ((word, "#100") for word in numbers["hundred"]))
    for template in numbers["hundreds"]:
        _put(marks, ((template.replace("{rest}", below_100[n]), f"#{100 + n}") for n in range(1, 100)))
    ordinals = _below_100(numbers["small_ordinals"], numbers["tens"], numbers["small_ordinals"], numbers["compound"])
    _put(marks, ((word, f"#{n}th") for n, word in enumerate(ordinals)))
    _put(marks, ((word, f"#{10 * n}th") for n, word in enumerate(numbers["tens_ordinals"], start=2)))
    _put(marks, _spoken_years(years, below_100))
    for decade_word, decade in years["decades"].items():
        _put(marks, ((said, f"~{decade}") for said in (decade_word, f"{below_100[19]} {decade_word}")))
    _put(marks, ((word, f"@{first:+d}{last:+d}") for word, (first, last) in years["ago"].items()))
    return Numerals(
        marks=marks,
        longest=_longest(marks),
        ordinal_endings=frozenset(numbers["ordinal_endings"]),
        decade_endings=frozenset(years["decade_endings"]),
        after=frozenset(map(fold, after)),
    )


def _longest(marks: Iterable[Key]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in marks:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _below_100(small: list[str], tens: list[str], endings: list[str], compound: str) -> Iterator[str]:
    yield from small
    for ten in tens:
        yield ten
        for ending in endings[1:10]:
            yield compound.replace("{tens}", ten).replace("{small}", ending)


def _spoken_years(years: Mapping[str, Any], below_100: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    for century in (19, 20):
        base = century * 100
        for key, rests in (("spoken", range(10, 100)), ("spoken_below_ten", range(1, 10)), ("spoken_round", range(1))):
            for template in years[key]:
                for rest in rests:
                    said = template.replace("{century}", below_100[century]).replace("{rest}", below_100[rest])
                    yield said, f"@{base + rest}"
    yield from ((template, "@2000") for template in years["spoken_2000"])
    for template in years["spoken_after_2000"]:
        yield from ((template.replace("{rest}", below_100[rest]), f"@{2000 + rest}") for rest in range(1, 100))


def _put(marks: dict[Key, str], spoken: Iterable[tuple[str, str]]) -> None:
    for words, mark in spoken:
        marks.setdefault(tuple(word.folded for word in split(fold(words))), mark)
