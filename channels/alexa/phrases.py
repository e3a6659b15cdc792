"""Spelling out the templates of `speech/xx/hears.toml`: a model for Alexa wants whole sentences, not patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PIECE: Final = re.compile(r"[\[\](|)]|<[a-z_0-9]+>|[^\[\](|)<>]+")
_SLOT: Final = re.compile(r"\{([a-z_]+)\}")
_CLOSED_BY: Final = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Spells out templates of one language."""

    lists: Mapping[str, Sequence[str]]

    def spell(self, templates: Iterable[str], most: int = 100, few: int = 40) -> tuple[str, ...]:
        """Every sentence of these templates, each once.

        Of a template with more than `most` of them a `few`: those of the first entries of its lists, which are the
        commonest; none where that cannot be.
        """
        return tuple(dict.fromkeys(one for template in templates for one in self._spell(template, most, few)))

    def _spell(self, template: str, most: int, few: int) -> Iterable[str]:
        if self._count(template) <= most:
            return self._sentences(template)
        longest = max(map(len, self.lists.values()), default=0)
        shorter = Phrases({name: listed[: longest // 2] for name, listed in self.lists.items()})
        return shorter.spell([template], few, few) if longest > 1 else ()

    def _count(self, template: str) -> int:
        """How many sentences a template has, if all of them differ: some have millions."""
        return self._count_choices(_PIECE.findall(template), "")

    def _count_choices(self, pieces: list[str], closing: str) -> int:
        finished, current = 0, 1
        while pieces:
            piece = pieces.pop(0)
            if piece == closing:
                break
            if piece == "|":
                finished, current = finished + current, 1
            elif piece in _CLOSED_BY:
                current *= self._count_choices(pieces, _CLOSED_BY[piece]) + (piece == "[")
            elif piece.startswith("<"):
                current *= sum(self._count(entry) for entry in self.lists[piece[1:-1]])
        return finished + current

    def _sentences(self, template: str) -> list[str]:
        pieces = _PIECE.findall(template)
        return list(dict.fromkeys(" ".join(sentence.split()) for sentence in self._choices(pieces, "")))

    def _choices(self, pieces: list[str], closing: str) -> list[str]:
        """Takes pieces off the front, up to the one that closes; what they may say."""
        finished: list[str] = []
        current = [""]
        while pieces:
            piece = pieces.pop(0)
            if piece == closing:
                break
            if piece == "|":
                finished, current = finished + current, [""]
            else:
                saying = self._piece(piece, pieces)
                current = [before + after for before in current for after in saying]
        return finished + current

    def _piece(self, piece: str, following: list[str]) -> list[str]:
        if piece in _CLOSED_BY:
            inner = self._choices(following, _CLOSED_BY[piece])
            return [*inner, ""] if piece == "[" else inner
        if piece.startswith("<"):
            return [sentence for entry in self.lists[piece[1:-1]] for sentence in self._sentences(entry)]
        return [piece]


def slots_of(sentence: str) -> tuple[str, ...]:
    """The slots in a sentence."""
    return tuple(_SLOT.findall(sentence))


def fixed_words(sentence: str) -> tuple[str, ...]:
    """The words in it that are no slots."""
    return tuple(_SLOT.sub(" ", sentence).split())


def pattern_of(intent: Mapping[str, Any], sample: str) -> str:
    """A sample with the types of its slots for their names: two that are equal are the same to Alexa."""
    kinds = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
    return _SLOT.sub(lambda slot: f"{{{kinds[slot[1]]}}}", sample)
