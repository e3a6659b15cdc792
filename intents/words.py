"""Words as they are compared: an utterance cut into folded words that remember where they stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DASH = "-"  # the only word that is punctuation: "1-3"

# What Unicode does not take apart by itself.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "\u0131": "i"})
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\u02bb`\u00b4\uff07", "'"))
_APOSTROPHE = frozenset("'\u2019\u2018\u02bc\u02bb`\u00b4\uff07")
_NO_CHARACTERS = {"Cc", "Cs", "Cn", "Co"}  # control characters, half surrogates, what Unicode does not know
# A word is whatever is neither space nor punctuation. Kept as words of their own: a dash between two numbers, which
# says "to", and the brackets around a year.
_WORD = re.compile(
    r"\((?=(?:19|20)\d\d\))|(?<=\d{4})\)"
    r"|(?<=\d)\s*[-–—]\s*(?=\d)"
    r"|[^\s!-&(-/:-@\[-`{-~¡-©«-±\u00b4-¹»-¿\u2000-\u206f\u3000-\u3003\u3008-\u3011、。]+"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: how it compares, and the part of the text that it came from."""

    folded: str
    start: int
    end: int

    @property
    def mark(self) -> str:
        """Which sort of mark it is: "#" a number, "#th" an ordinal, "@" a year, "@+" years from now, "~" a decade.

        "s#" for "s2"; the word itself where it is none.
        """
        first, word = self.folded[0], self.folded
        if first == "#":
            return "#th" if word.endswith("th") else "#"
        if first == "@":
            return "@" if word[1:2].isdigit() else "@+"
        return "s#" if first == "s" and word[1:].isdigit() else first if first == "~" else word


def fold(text: str) -> str:
    """Without case, accents and apostrophes: "Amélie's" -> "amelies"."""
    if text.isascii():  # most of it is, and this is ten times faster
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c) and c != "'").translate(_LETTERS)


def clean(text: str) -> str:
    """The text without control characters, half surrogates, odd spaces and doubled spaces; apostrophes straightened."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    visible = (c for c in plain if unicodedata.category(c) != "Cf")
    return " ".join("".join(" " if unicodedata.category(c) in _NO_CHARACTERS else c for c in visible).split())


def split(text: str, elided: frozenset[str] = frozenset()) -> tuple[Word, ...]:
    """The words of a cleaned text, in order; none is empty.

    `elided`: what is a word of its own before an apostrophe, folded: "l" makes two words of "l'amour".
    """
    found = (Word(_fold_word(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))
    if elided and not _APOSTROPHE.isdisjoint(text):
        found = (part for match in _WORD.finditer(text) for part in _parted(match[0], match.start(), elided))
    return tuple(word for word in found if word.folded)


def _parted(word: str, start: int, elided: frozenset[str]) -> Iterator[Word]:
    cut = word.translate(_APOSTROPHES).find("'")
    if 0 < cut < len(word) - 1 and fold(word[:cut]) in elided:
        yield Word(fold(word[:cut]), start, start + cut + 1)
        word, start = word[cut + 1 :], start + cut + 1
    yield Word(_fold_word(word), start, start + len(word))


def _fold_word(word: str) -> str:
    folded = fold(word).strip()
    return DASH if folded in {"–", "—"} else folded
