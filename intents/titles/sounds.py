"""What words sound like, in letters that can be compared: mistakes of a recogniser come out as small differences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: So many words are remembered; after that the memory starts afresh. Of 20,000 titles, an index is built a fifteenth
#: more slowly than with all 13,000 words remembered, for a sixth of the memory, which each language has of its own.
MOST_REMEMBERED: Final = 2_000
_LATIN: Final = re.compile(r"[a-z]+")
_LOOKS_BACK: Final = re.compile(r"\(\?<=(?:[^()]|\[[^]]*\])*\)")
_UNREAD: Final[tuple[re.Pattern[str], list[str]]] = (re.compile("(?!)"), [])
_FIRST_CLASS, _FIRST_SOUND = 0x80, 0xA0  # the letters that sounds are written in: none that words are spelled in


class Sounds:
    """How one language is read aloud; without rules, words sound as they are spelled."""

    def __init__(
        self, rules: Sequence[tuple[str, str]] = (), vowels: Sequence[str] = (), consonants: Sequence[str] = ()
    ) -> None:
        """`rules`: letters (a pattern) and the sounds they stand for, the first that fits at a place is taken.

        `vowels` and `consonants`: groups of sounds that are mistaken for each other.
        """
        self._read_at = _by_letter(rules)
        self._written = _written(vowels, consonants)
        self._remembered: dict[str, str] = {}

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Sounds:
        """Out of a language's data."""
        rules = [(letters, sounds) for letters, sounds in data["rules"]["read"]]
        return cls(rules, data["sounds"]["vowels"], data["sounds"]["consonants"])

    def of(self, word: str) -> str:
        """The sound of one folded word, written so that the ratio of two such texts tells how alike they sound."""
        known = self._remembered.get(word)
        if known is None:
            known = self._sound(word)
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered = {}
            self._remembered[word] = known
        return known

    def _sound(self, word: str) -> str:
        if not self._read_at or not _LATIN.fullmatch(word):
            return word
        return "".join(self._written.get(sound, sound) for sound in self.read(word))

    def read(self, word: str) -> str:
        """The sounds of a word of plain letters, one letter each, doubled ones once."""
        read, at = "", 0
        while at < len(word):
            pattern, sounds = self._read_at.get(word[at], _UNREAD)
            match = pattern.match(word, at)
            sound = sounds[(match.lastindex or 1) - 1] if match else ""
            if sound and read[-1:] == sound[0]:
                sound = sound[1:]
            read += sound
            at = match.end() if match else at + 1
        return read


def _by_letter(rules: Sequence[tuple[str, str]]) -> dict[str, tuple[re.Pattern[str], list[str]]]:
    """The rules that may fit at each letter, in order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for letters, sounds in rules:
        for first in _first_letters(letters):
            found.setdefault(first, []).append((letters, sounds))
    return {
        first: (re.compile("|".join(f"({letters})" for letters, _ in those)), [sounds for _, sounds in those])
        for first, those in found.items()
    }


def _first_letters(pattern: str) -> str:
    bare = _LOOKS_BACK.sub("", pattern).removeprefix("^")
    return bare[1 : bare.index("]")] if bare.startswith("[") else bare[0]


def _written(vowels: Sequence[str], consonants: Sequence[str]) -> dict[str, str]:
    """Each sound in two letters, that of its class and its own; vowels have but their class: accents move them."""
    classes = (chr(_FIRST_CLASS + at) for at in range(_FIRST_SOUND - _FIRST_CLASS))
    own = (chr(_FIRST_SOUND + at) for at in range(0x60))
    vowel = next(classes)
    written = {}
    for group in vowels:
        its_class = next(classes)
        written.update(dict.fromkeys(group, vowel + its_class))
    for group in consonants:
        its_class = next(classes)
        written.update({sound: its_class + next(own) for sound in group})
    return written
