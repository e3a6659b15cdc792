"""What a language folder holds, as far as Alexa's model is concerned: its sentences spelled out, its numbers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.phrases import Phrases, slots_of
from intents.grammar import Grammar
from speech.hearing import data
from speech.saying import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Amazon takes letters of any alphabet, spaces, apostrophes, hyphens, dots, and slots in braces.
_ALLOWED: Final = re.compile(r"(?:[^\W\d_]|[ '.-]|\{[a-z_]+\})+")


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    language: str
    hears: Mapping[str, Any]
    numbers: tuple[str, ...]  # "zero", "one" ..., as they are said to people
    grammar: Grammar

    @classmethod
    def of(cls, language: str) -> Words:
        """Read them from `speech/`."""
        hears = data(language)
        facts = tomllib.loads((HERE / language / "language.toml").read_text(encoding="utf-8"))
        return cls(language, hears, tuple(facts["numbers"]), Grammar.from_mapping(hears))

    def spell(self, templates: Iterable[str]) -> list[str]:
        """Every sentence of these templates that Amazon takes as a sample: one with a digit in it is left out."""
        spelled = Phrases(self.hears["lists"]).spell(templates)
        return [sentence for sentence in spelled if _ALLOWED.fullmatch(sentence)]

    def plain(self, templates: Iterable[str]) -> list[str]:
        """The same; sentences with slots are left out."""
        return [sentence for sentence in self.spell(templates) if not slots_of(sentence)]

    def samples(self, name: str) -> list[str]:
        """What the language has for Alexa alone, spelled out."""
        return self.spell(self.hears["samples"].get(name, ()))

    def number(self, value: int) -> list[str]:
        """Every way to say a small number; none beyond those that the language spells out."""
        small = self.hears["numbers"]["small"]
        heard = _ways(small[value]) if value < len(small) else []
        return list(dict.fromkeys([*self.numbers[value : value + 1], *heard]))

    def ordinal(self, value: int) -> list[str]:
        """Every way to say a small ordinal: "erste", "erster", "ersten"; "primer", "primero"."""
        numbers = self.hears["numbers"]
        stems = _ways(numbers["small_ordinals"][value]) if value < len(numbers["small_ordinals"]) else []
        forms = numbers.get("ordinal_forms", ["{ordinal}"])
        odd = _ways(numbers.get("odd_ordinals", {}).get(str(value), ""))
        return list(dict.fromkeys([*(form.replace("{ordinal}", stem) for stem in stems for form in forms), *odd]))


def _ways(entry: str) -> list[str]:
    """ "one|a" as both."""
    return [way.strip() for way in entry.split("|") if way.strip()]
