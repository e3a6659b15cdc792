"""Codes of four digits as they are said: one by one, in pairs, as one number; and the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from intents import Context, LinkMe
from intents.heard import shed_after, shed_before
from intents.words import DASH, clean, fold, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from intents.grammar import Grammar, Rule
    from intents.heard import Heard
    from intents.numbers import Numerals
    from intents.templates import Templates

LENGTH: Final = 4
#: A piece of what is said: digits as they stand ("48"), a scale, or a joint that says nothing by itself.
HUNDRED, THOUSAND, JOINT = "x100", "x1000", ""
_NUMBER: Final = re.compile(r"#(\d{1,3})")
_YEAR: Final = re.compile(r"@(\d{4})")
#: Nobody says so many words for four digits.
_MOST_WORDS: Final = 12

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """How one language says codes."""

    elided: frozenset[str]  # as the language cuts words
    pieces: Mapping[Key, str]  # words -> what they are
    longest: int  # words in the longest of them
    alike: Mapping[str, int]  # what digits are misheard as: "for", "ate"
    asks: tuple[Rule, ...]  # "link me"
    tells: tuple[Rule, ...]  # "link me with {title}", where the title is the code
    answers: tuple[Rule, ...]  # "it's {title}", where a code was asked for

    def digits(self, text: str) -> str | None:
        """The digits that the whole of a text says, however many; None where anything else is in it."""
        words = [word.folded for word in split(clean(text), self.elided) if word.folded != DASH]
        pieces = list(self._pieces(words))
        if len(words) > _MOST_WORDS or None in pieces:
            return None
        said = [piece for piece in pieces if piece]
        return _whole(said) if HUNDRED in said or THOUSAND in said else "".join(said) or None

    def _pieces(self, words: list[str]) -> Iterator[str | None]:
        """What each part says; None for what says no number."""
        at = 0
        while at < len(words):
            sizes = range(min(self.longest, len(words) - at), 0, -1)
            size = next((size for size in sizes if tuple(words[at : at + size]) in self.pieces), 0)
            if size:
                yield self.pieces[tuple(words[at : at + size])]
            elif words[at].isascii() and words[at].isdigit():
                yield words[at]
            elif parts := self._parted(words[at]):
                yield from parts
            else:
                yield self._misheard(words[at])
            at += size or 1

    def _misheard(self, word: str) -> str | None:
        number = self.alike.get(word, -1)
        return str(number) if number >= 0 else None

    def _parted(self, word: str) -> list[str]:
        """One word of several: "viertausendachthundertzwolf"; empty where it is none."""
        for end in range(len(word), 0, -1):
            piece = self.pieces.get((word[:end],))
            if piece is None:
                continue
            rest = self._parted(word[end:])
            if rest or end == len(word):
                return [piece, *rest]
        return []


def _whole(said: Iterable[str]) -> str | None:
    """Pieces as one number: 4, thousand, 8, hundred, 12."""
    total, last = 0, -1
    for piece in said:
        if piece == THOUSAND:
            total, last = total + max(last, 1) * 1000, -1
        elif piece == HUNDRED:
            last = max(last, 1) * 100
        elif last < 0:
            last = int(piece)
        elif 0 < last < 10 and 100 < int(piece) < 200:  # "due cento uno", where "cento uno" is one piece
            last = 100 * last + int(piece) - 100
        elif last and last % 100 == 0 and int(piece) < 100:
            last += int(piece)
        else:
            return None
    return str(total + max(last, 0))


def linking(heard: Heard, grammar: Grammar, context: Context) -> LinkMe | None:
    """Whether somebody wants to be linked, or says a code; a bare number is one only where it was asked for."""
    codes = grammar.codes
    behind = shed_after(heard, grammar.polite.after)
    for line in dict.fromkeys((heard, behind, shed_before(behind, grammar.polite.before))):
        if any(rule.match(line) for rule in codes.asks):
            return LinkMe()
        rules = codes.tells + codes.answers if context is Context.CODE else codes.tells
        said = [line.within(match).said for rule in rules if (match := rule.match(line))]
        bare = [line.said] if context is Context.CODE else []
        for text in (*said, *bare):
            if (digits := codes.digits(text)) is not None:
                return LinkMe(digits if len(digits) == LENGTH else "")
    return None


def codes_from(data: Mapping[str, Any], numerals: Numerals, templates: Templates) -> Codes:
    """Codes out of the section [linking] of a language's data."""
    section = data["linking"]
    marks = numerals.marks.items()
    numbers: dict[Key, str] = {key: match[1] for key, mark in marks if (match := _NUMBER.fullmatch(mark))}
    # In one word: "neunzehnhundertvierundachtzig". In several, "two thousand eight" may go on with "hundred".
    years: dict[Key, str] = {key: match[1] for key, mark in marks if len(key) == 1 and (match := _YEAR.fullmatch(mark))}
    own = {"zero": "0", "one": "1", "hundred": HUNDRED, "thousand": THOUSAND, "joins": JOINT}
    more = {_key(word, numerals): piece for name, piece in own.items() for word in section.get(name, ())}
    pieces = {**years, **numbers, **more}
    rules = (
        tuple(templates.rule(name, template) for template in section[name]) for name in ("asks", "tells", "answers")
    )
    alike = {fold(word): number for word, number in data["numbers"]["sounds_like"].items() if number < 10}
    return Codes(numerals.elided, pieces, max(map(len, pieces)), alike, *rules)


def _key(words: str, numerals: Numerals) -> Key:
    return tuple(word.folded for word in numerals.words(words)) or (fold(words),)
