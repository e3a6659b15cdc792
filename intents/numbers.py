"""Numbers, ordinals, years and decades in running words, found once and marked.

A marked word is `#2` (a number), `#2th` (an ordinal), `@1984` (what may be a year), `@-1-1` (the first and the last of
some years, counted from now) or `~1990` (a decade); everything else stays as it is. Marks make "nineteen eighty four"
and "1984" the same to every template, while the title keeps the words that were said.

How a language puts its numbers together is data; docs/languages.md explains it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from intents.words import Word, fold, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS = re.compile(r"([0-9]{1,4})")
_DOT = re.compile(r"\.\s+\w")
_YEARS = range(1880, 2100)
ROMAN = dict(zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], range(1, 13), strict=True))

Key = tuple[str, ...]
Spoken = tuple[str, ...]  # every way to say a number


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language cuts words and writes numbers."""

    marks: Mapping[Key, str]  # spoken words -> their mark
    longest: Mapping[str, int]  # first word of a key -> words in the longest key that begins with it
    ordinal_endings: frozenset[str]
    decade_endings: frozenset[str]
    after: frozenset[str]  # words that make a roman numeral of the one that follows
    elided: frozenset[str] = frozenset()  # what an apostrophe parts from the word behind it: "l'", "dell'"
    dot: str = ""  # the ending that "2." stands for, where a dot makes an ordinal
    short: re.Pattern[str] | None = None  # "t2", where a season is called by another letter than s

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a cleaned text, in order."""
        words = split(text, self.elided)
        return tuple(self._undotted(word, text) for word in words) if self.dot and "." in text else words

    def _undotted(self, word: Word, text: str) -> Word:
        is_ordinal = word.folded.isdigit() and len(word.folded) < 3 and _DOT.match(text, word.end)
        return replace(word, folded=word.folded + self.dot) if is_ordinal else word

    def mark(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The same words with each number, year or decade as one marked word."""
        return tuple(self._marked(words))

    def one(self, text: str) -> str:
        """Words of a language's data as they stand in a line: marked, without the last space."""
        return " ".join([word.folded for word in self.mark(self.words(text))]) or fold(text)

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
        if self.short and (match := self.short.fullmatch(word)):
            return 1, f"s{match[1]}"
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
    elided = frozenset(fold(text) for text in numbers.get("elided", ()))
    marks: dict[Key, str] = {}
    for said, mark in _all_marks(numbers, years):
        marks.setdefault(tuple([word.folded for word in split(said, elided)]), mark)
    letters = [re.escape(fold(letter)) for letter in data["seasons"].get("short", ()) if letter != "s"]
    return Numerals(
        marks=marks,
        longest=_longest(marks),
        ordinal_endings=frozenset(map(fold, numbers["ordinal_endings"])),
        decade_endings=frozenset(map(fold, years["decade_endings"])),
        after=frozenset(map(fold, numbers.get("roman_after", after))),
        elided=elided,
        dot=numbers.get("ordinal_dot", ""),
        short=re.compile(rf"(?:{'|'.join(letters)})0?([0-9]{{1,2}})") if letters else None,
    )


def _longest(marks: Iterable[Key]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in marks:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _all_marks(numbers: Mapping[str, Any], years: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is said and its mark; of two marks for the same words the first counts."""
    cardinals = _cardinals(numbers)
    yield from ((said, f"#{n}") for n, spoken in cardinals.items() for said in spoken)
    yield from _hundreds(numbers, cardinals)
    yield from ((said, f"#{n}th") for n, said in _ordinals(numbers, cardinals))
    yield from _spoken_years(years, cardinals)
    in_full = years.get("decades_in_full", ["{century} {decade}"])
    for decade_word, decade in years["decades"].items():
        full = (each.replace("{decade}", decade_word) for each in in_full)
        yield from ((said, f"~{decade}") for said in (decade_word, *_filled(full, century=cardinals.get(19, ()))))
    yield from ((said, f"@{first:+d}{last:+d}") for said, (first, last) in years["ago"].items())


def _either(entry: str) -> Spoken:
    """ "one|a" as both; nothing is no way to say it."""
    return tuple(said.strip() for said in entry.split("|") if said.strip())


def _filled(templates: Iterable[str], **slots: Spoken) -> Iterator[str]:
    """The templates with each slot filled in each of its ways."""
    for template in templates:
        used = [name for name in slots if f"{{{name}}}" in template]
        for chosen in product(*(slots[name] for name in used)):
            said = template
            for name, words in zip(used, chosen, strict=True):
                said = said.replace(f"{{{name}}}", words)
            yield said


def _cardinals(numbers: Mapping[str, Any]) -> dict[int, Spoken]:
    """From nought to ninety-nine."""
    spoken = dict(enumerate(map(_either, numbers["small"])))
    ones = _ones(numbers)
    for place, tens in enumerate(map(_either, numbers["tens"]), start=2):
        spoken.setdefault(10 * place, tens)
        for one in range(1, 10):
            compound = tuple(_filled([numbers["compound"]], tens=tens, small=ones[one]))
            spoken.setdefault(10 * place + one, compound)
    for number, entry in numbers.get("odd", {}).items():
        spoken[int(number)] = _either(entry) + spoken.get(int(number), ())
    return spoken


def _ones(numbers: Mapping[str, Any]) -> Sequence[Spoken]:
    """Nought to nine, as they stand within a longer number."""
    return [_either(entry) for entry in numbers.get("small_joined", numbers["small"])[:10]]


def _hundreds(numbers: Mapping[str, Any], cardinals: Mapping[int, Spoken]) -> Iterator[tuple[str, str]]:
    yield from ((said, "#100") for said in numbers["hundred"])
    ones = _ones(numbers)
    for n in range(1, 100):
        yield from ((said, f"#{100 + n}") for said in _filled(numbers["hundreds"], rest=cardinals.get(n, ())))
    larger = numbers.get("larger", ())
    for hundreds, n in product(range(2, 10), range(100) if larger else ()):
        whole = [each for each in larger if ("{rest}" in each) == bool(n)]
        filled = _filled(whole, small=ones[hundreds], rest=cardinals.get(n, ()))
        yield from ((said, f"#{100 * hundreds + n}") for said in filled)


def _ordinals(numbers: Mapping[str, Any], cardinals: Mapping[int, Spoken]) -> Iterator[tuple[int, str]]:
    small = [_either(entry) for entry in numbers["small_ordinals"]]
    spoken: dict[int, Spoken] = dict(enumerate(small))
    compound = numbers.get("ordinal_compound", numbers["compound"].replace("{small}", "{ordinal}"))
    tens = dict(enumerate(map(_either, numbers["tens"]), start=2))
    for n in range(len(small), 100) if compound else ():
        one = n % 10
        if one or "{cardinal}" in compound:
            spoken[n] = tuple(
                _filled([compound], tens=tens.get(n // 10, ()), ordinal=small[one], cardinal=cardinals.get(n, ()))
            )
    for place, entry in enumerate(numbers["tens_ordinals"], start=2):
        spoken[10 * place] = _either(entry)
    forms = numbers.get("ordinal_forms", ["{ordinal}"])
    for n, stems in spoken.items():
        yield from ((n, said) for said in _filled(forms, ordinal=stems))
    for number, entry in numbers.get("odd_ordinals", {}).items():
        yield from ((int(number), said) for said in _either(entry))


def _spoken_years(years: Mapping[str, Any], cardinals: Mapping[int, Spoken]) -> Iterator[tuple[str, str]]:
    for century in (19, 20):
        for key, rests in (("spoken", range(10, 100)), ("spoken_below_ten", range(1, 10)), ("spoken_round", range(1))):
            for rest in rests:
                filled = _filled(years[key], century=cardinals.get(century, ()), rest=cardinals.get(rest, ()))
                yield from ((said, f"@{century * 100 + rest}") for said in filled)
    yield from ((said, "@2000") for said in years["spoken_2000"])
    for first, key in ((1900, "spoken_after_1900"), (2000, "spoken_after_2000")):
        for rest in range(1, 100) if years.get(key) else ():
            yield from ((said, f"@{first + rest}") for said in _filled(years[key], rest=cardinals.get(rest, ())))
