"""From a reply to words: one Fluent file a language, chosen by the speaker's locale.

What stands in the gaps: text as it is; `None` as "none"; a list of season numbers as words ("one and two"), with
its length beside it as `…_count`, and so a list of names, or of phrases that have messages of their own; a number as
itself, with its word beside it as `…_words`; a date named `due` as the language writes dates.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from media import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from media import Gap, Reply

HERE: Final = Path(__file__).parent
FALLBACK: Final = "en"
#: Gaps that hold an ISO date.
DATES: Final = frozenset({"due", "frees"})
#: Gaps that hold a country, ISO 3166-1 alpha-2; beside its name, its code stands as `…_code`.
COUNTRIES: Final = frozenset({"told_country"})
#: Lists of which one is meant: "two or three".
ALTERNATIVES: Final = frozenset({"choices"})
#: What stands in a gap that a reply does not fill.
UNLESS_SAID: Final = {
    "seasons": "none",
    "quality": "hd",
    "lacking": "none",
    "frees": "none",
    "unlinked": "no",
    "asking": "none",
    "heard": "something",
    "airing": "not",
}
#: For the voice: Alexa and Google know it.
SLOWLY: Final = '<prosody rate="slow">{}</prosody>'
LONGEST: Final = 160  # characters in a gap; escaped for SSML they grow up to sixfold


class SpeechError(Exception):
    """A sentence could not be built: a missing key, or a gap that nothing fills. A bug, found by the tests."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence or two, for the ear and for the eye."""

    plain: str
    ssml: str  # without the <speak> around it; titles are escaped


@dataclass(frozen=True, slots=True)
class Language:
    """Everything one language folder says."""

    code: str  # ISO 639-1, also the folder's name
    bundle: FluentBundle
    number_words: tuple[str, ...]
    date_pattern: str
    films: Mapping[str, str]  # what a film is called by region ("GB"), and everywhere else ("")

    def film_in(self, locale: str) -> str:
        """What stands in the gap `film` where the person has not said what they call one."""
        region = locale.replace("_", "-").upper().rsplit("-", 1)[-1]
        return self.films.get(region) or self.films.get("", "movie")

    def number(self, value: int) -> str:
        """A small number as a word, a large one as digits."""
        return self.number_words[value] if 0 <= value < len(self.number_words) else str(value)

    def listed(self, words: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """Several as people list them: "one, two, and four"; nothing for none."""
        return format_list(words, style, locale=self.code)

    def country(self, code: str) -> str:
        """A country as the language calls it."""
        return str(Locale.parse(self.code).territories.get(code, code))

    def date(self, iso: str) -> str:
        """An ISO date as the language says it."""
        return format_date(date.fromisoformat(iso), self.date_pattern, locale=self.code)


class Speech:
    """All languages we speak. Build one with `open_speech`; it never changes afterwards."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = dict(languages)

    @property
    def languages(self) -> tuple[str, ...]:
        """The ISO 639-1 codes we speak, in order."""
        return tuple(sorted(self._languages))

    def language_of(self, locale: str) -> str:
        """The language we answer a locale ("en-GB") in; English where we do not speak its own."""
        code = locale.replace("_", "-").split("-", 1)[0].lower()
        return code if code in self._languages else FALLBACK

    def say(self, reply: Reply, locale: str) -> Spoken:
        """Put a reply into words. Raises SpeechError where the language cannot."""
        spoken = self._say(reply.key, reply.gaps, locale)
        return Spoken(spoken.plain, SLOWLY.format(spoken.ssml)) if reply.slowly else spoken

    def word(self, key: str, locale: str, **gaps: Gap) -> str:
        """One text that is not a reply: a label, a reprompt."""
        return self._say(key, gaps, locale).plain

    def _say(self, key: str, gaps: Mapping[str, Gap], locale: str) -> Spoken:
        language = self._languages[self.language_of(locale)]
        gaps = {"film": language.film_in(locale), **gaps}
        return Spoken(_format(language, key, gaps, _sayable), _format(language, key, gaps, _for_ssml))


def open_speech() -> Speech:
    """Read every language folder."""
    return Speech({folder.name: _open_language(folder) for folder in language_folders()})


def language_folders() -> tuple[Path, ...]:
    """Folders that hold a language: those with a says.ftl."""
    return tuple(sorted(path.parent for path in HERE.glob("*/says.ftl")))


def _open_language(folder: Path) -> Language:
    facts = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    # Isolating marks are invisible on a screen, but a voice stumbles over them.
    bundle = FluentBundle([folder.name], use_isolating=False)
    bundle.add_resource(FluentResource((folder / "says.ftl").read_text(encoding="utf-8")))
    return Language(folder.name, bundle, tuple(facts["numbers"]), facts["date"], facts.get("films", {}))


def _format(language: Language, key: str, gaps: Mapping[str, Gap], clean: Callable[[str], str]) -> str:
    if not language.bundle.has_message(key):
        raise SpeechError(f"{language.code} has no words for {key!r}")
    pattern = language.bundle.get_message(key).value
    if pattern is None:
        raise SpeechError(f"{key!r} in {language.code} has no text")
    text, errors = language.bundle.format_pattern(pattern, _arguments(language, gaps, clean))
    if errors:
        raise SpeechError(f"{key!r} in {language.code}: {errors[0]}")
    return " ".join(str(text).split())


def _arguments(language: Language, gaps: Mapping[str, Gap], clean: Callable[[str], str]) -> dict[str, object]:
    arguments: dict[str, object] = dict(UNLESS_SAID)
    single = {name: value for name, value in gaps.items() if not isinstance(value, tuple)}
    for name, value in gaps.items():
        match value:
            case None:
                arguments[name] = "none"
            case tuple():
                words = [_item(language, one, single, clean) for one in value]
                arguments[name] = language.listed(words, "or" if name in ALTERNATIVES else "standard") or "none"
                arguments[f"{name}_count"] = len(value)
            case int():
                arguments[name] = fluent_number(value, useGrouping=False)
                arguments[f"{name}_words"] = language.number(value)
            case str() if name in COUNTRIES:
                arguments[name] = language.country(value)
                arguments[f"{name}_code"] = value
            case str() if name in DATES:
                arguments[name] = language.date(value)
            case str():
                arguments[name] = clean(value)
    return arguments


def _item(language: Language, item: int | str | Phrase, gaps: Mapping[str, Gap], clean: Callable[[str], str]) -> str:
    """One of a list; a phrase knows the single gaps of its sentence too."""
    match item:
        case int():
            return language.number(item)
        case Phrase(key, own):
            return _format(language, key, {**gaps, **own}, clean)
        case str():
            return clean(item)


def _sayable(text: str) -> str:
    """Without control characters, marks of direction and the like: some may not stand in XML, none can be said.

    What is longer than any title is cut: nobody wants to hear it, and Fluent refuses gaps of over 1,000 characters.
    """
    said = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _for_ssml(text: str) -> str:
    return escape(_sayable(text), quote=True)
