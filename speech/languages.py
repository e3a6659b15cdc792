"""One language folder, or a region's layer on top of it: what it says, and how it writes numbers, lists and dates.

`language.toml` holds the facts, `says.ftl` the sentences. A region ("GB") is a table `[regions.GB]` with facts of its
own, a file `says-GB.ftl` with the sentences and terms that differ, or both.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.localedata import exists
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluent.syntax.ast import Resource

HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Joint:
    """What joins the last of a list to the others becomes another word before some sounds: Spanish "y" and "e"."""

    usual: str  # as Babel writes it, spaces included
    instead: str
    before: re.Pattern[str]  # what the last of the list begins with


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that one language, or one region of it, says."""

    code: str  # ISO 639-1, also the folder's name
    locale: Locale  # what Babel writes lists and decimals for
    titles_in: str  # the language tag in which titles are asked for
    bundle: FluentBundle
    number_words: tuple[str, ...]
    feminine: Mapping[int, str]  # the numbers that are another word before a feminine noun
    date_pattern: str
    date_patterns: Mapping[int, str] = field(default_factory=dict)  # for those days of a month that are said otherwise
    joints: tuple[Joint, ...] = ()

    def number(self, value: int, *, feminine: bool = False) -> str:
        """A small number as a word, a large one as digits."""
        word = self.number_words[value] if 0 <= value < len(self.number_words) else str(value)
        return self.feminine.get(value, word) if feminine else word

    def listed(self, words: Sequence[str], last: str, *, either: bool = False, pause: str = "") -> str:
        """Several as people list them: "one, two, and four"; where one of them is meant, "two, or four".

        `last` is how the last of them sounds, without marks; `pause` stands behind each alternative but the last.
        """
        if either:
            words = [*(f"{word}{pause}" for word in words[:-1]), words[-1]]
        text = format_list(words, "or" if either else "standard", locale=self.locale)
        for joint in self.joints:
            ending = f"{joint.usual}{words[-1]}"
            if text.endswith(ending) and joint.before.match(last):
                return f"{text.removesuffix(ending)}{joint.instead}{words[-1]}"
        return text

    def country(self, code: str) -> str:
        """A country as the language calls it."""
        return str(self.locale.territories.get(code, code))

    def date(self, iso: str) -> str:
        """An ISO date as the language says it."""
        day = date.fromisoformat(iso)
        return format_date(day, self.date_patterns.get(day.day, self.date_pattern), locale=self.locale)

    def decimal(self, value: str) -> str:
        """A number with one place after the point, as the language writes it; without it where that is a zero."""
        return format_decimal(float(value), "0.#", locale=self.locale)


def language_folders() -> tuple[Path, ...]:
    """Folders that hold a language: those with a says.ftl."""
    return tuple(sorted(path.parent for path in HERE.glob("*/says.ftl")))


def open_languages(folder: Path) -> Iterator[tuple[str, Language]]:
    """The language of a folder under its code ("en"), and each of its regions under the locale ("en-GB")."""
    facts = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    sentences = read_sentences(folder / "says.ftl")
    yield folder.name, _open(folder, facts, sentences)
    for region in regions(folder):
        yield f"{folder.name}-{region}", _open(folder, facts, sentences, region)


def regions(folder: Path) -> tuple[str, ...]:
    """The regions that a language is spoken otherwise in."""
    facts = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    layers = {path.stem.removeprefix("says-") for path in folder.glob("says-*.ftl")}
    return tuple(sorted(layers | set(facts.get("regions", {}))))


def _open(folder: Path, facts: Mapping[str, Any], sentences: Resource, region: str | None = None) -> Language:
    own = facts | facts.get("regions", {}).get(region, {})
    return Language(
        code=folder.name,
        locale=_locale(folder.name, region),
        titles_in=own.get("titles", folder.name),
        bundle=_bundle(folder, sentences, region),
        number_words=tuple(own["numbers"]),
        feminine=_by_number(own.get("feminine", {})),
        date_pattern=own["date"],
        date_patterns=_by_number(own.get("days", {})),
        joints=tuple(Joint(one["usual"], one["instead"], re.compile(one["before"])) for one in own.get("joints", ())),
    )


def _locale(code: str, region: str | None) -> Locale:
    return Locale(code, region) if region and exists(f"{code}_{region}") else Locale(code)


def _bundle(folder: Path, sentences: Resource, region: str | None) -> FluentBundle:
    # Isolating marks are invisible on a screen, but a voice stumbles over them.
    bundle = FluentBundle([folder.name], use_isolating=False)
    bundle.add_resource(sentences)
    layer = folder / f"says-{region}.ftl"
    if layer.exists():
        bundle.add_resource(read_sentences(layer), allow_overrides=True)
    return bundle


def read_sentences(path: Path) -> Resource:
    """Parse a says.ftl, which takes a tenth of a second; bundles may share it, as they only read."""
    return FluentResource(path.read_text(encoding="utf-8"))


def _by_number(table: Mapping[str, str]) -> dict[int, str]:
    return {int(number): word for number, word in table.items()}
