"""From a reply to words: one Fluent file a language, chosen by the speaker's locale.

What stands in the gaps: text as it is; `None` as "none"; a list of names, or of phrases that have messages of their
own, in words, with its length beside it as `…_count`, and as a sentence begins as `…_opening`; of season numbers what
to choose by ("none", "specials" alone, "mixed" with them, "some"), with their words beside it as `…_named` ("seasons
one and two") and `…_opening` ("Seasons one and two"); a number as itself, with its word beside it as `…_words` and as
`…_feminine`; a date named `due` as the language writes dates; a name (`media.Name`) marked with its language where a
voice can be told. `$pause` is where a person would breathe: a break for the ear, nothing for the eye.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from fluent.runtime.types import fluent_number

from media import Name, Phrase
from speech.languages import HERE, Language, language_folders, open_languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from media import Gap, Item, Reply

__all__ = ["HERE", "Language", "Speech", "SpeechError", "Spoken", "language_folders", "open_speech"]

FALLBACK: Final = "en"
#: Gaps that hold an ISO date.
DATES: Final = frozenset({"due", "frees"})
#: Gaps that hold a country, ISO 3166-1 alpha-2; beside its name, its code stands as `…_code`.
COUNTRIES: Final = frozenset({"told_country"})
#: Lists of which one is meant: "two or three".
ALTERNATIVES: Final = frozenset({"choices"})
#: Gaps that hold a number with one place after the point, as text.
DECIMALS: Final = frozenset({"rating"})
#: What stands in a gap that a reply does not fill. A kind that is not known lets a language choose words that fit any.
UNLESS_SAID: Final = {
    "kind": "none",
    "seasons": "none",
    "quality": "hd",
    "lacking": "none",
    "frees": "none",
    "unlinked": "no",
    "asking": "none",
    "heard": "something",
    "airing": "not",
    "film": "none",
    "people": "none",
    "reason": "none",
    "then": "none",
    "offered": "none",
}
#: So many seasons in a row are said as "one to three".
SPAN: Final = 3
LONGEST: Final = 160  # characters in a gap; escaped for SSML they grow up to sixfold
#: For the voice: Alexa and Google know it.
SLOWLY: Final = '<prosody rate="slow">{}</prosody>'
PAUSE: Final = '<break time="250ms"/>'
#: No-break spaces are kept; every other row of spaces becomes one.
_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
#: The space that French puts in front of these belongs to the word before it.
_LOOSE_STOP: Final = re.compile(r" (?=[?!:;](?:\s|$|<))")


class SpeechError(Exception):
    """A sentence could not be built: a missing key, or a gap that nothing fills. A bug, found by the tests."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence or two, for the ear and for the eye."""

    plain: str
    ssml: str  # without the <speak> around it; titles are escaped


@dataclass(frozen=True, slots=True)
class _Marks:
    """How text is written: for the eye, or with marks for a voice that speaks `language`."""

    language: str
    ssml: bool = False
    voices: Mapping[str, str] = field(default_factory=dict)

    @property
    def pause(self) -> str:
        return PAUSE if self.ssml else ""

    def clean(self, text: str | Name) -> str:
        """Text as it may stand in a sentence."""
        plain = _sayable(str(text))
        if not self.ssml:
            return plain
        escaped = escape(plain, quote=True)
        voice = self.voices.get(text.language) if isinstance(text, Name) and text.language != self.language else None
        return f'<lang xml:lang="{voice}">{escaped}</lang>' if voice else escaped


class Speech:
    """All languages we speak. Build one with `open_speech`; it never changes afterwards."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """By code ("en"), and those of a region by locale ("en-GB")."""
        self._languages = dict(languages)

    @property
    def languages(self) -> tuple[str, ...]:
        """The ISO 639-1 codes we speak, in order."""
        return tuple(sorted({language.code for language in self._languages.values()}))

    @property
    def locales(self) -> tuple[str, ...]:
        """The same, and each region that is spoken otherwise ("en-GB"), in order."""
        return tuple(sorted(self._languages))

    def language_of(self, locale: str) -> str:
        """The language we answer a locale ("en-GB") in; English where we do not speak its own."""
        return self._of(locale).code

    def titles_in(self, locale: str) -> str:
        """The language tag in which a speaker knows titles: "pt-BR", "es-ES"."""
        return self._of(locale).titles_in

    def say(self, reply: Reply, locale: str, voices: Mapping[str, str] | None = None) -> Spoken:
        """Put a reply into words. Raises SpeechError where the language cannot.

        `voices`: what the platform calls each language (ISO 639-1) that its voices can be told to speak a name in.
        """
        spoken = self._say(reply.key, reply.gaps, locale, voices or {})
        return Spoken(spoken.plain, SLOWLY.format(spoken.ssml)) if reply.slowly else spoken

    def word(self, key: str, locale: str, **gaps: Gap) -> str:
        """One text that is not a reply: a label, a reprompt."""
        return self._say(key, gaps, locale, {}).plain

    def _say(self, key: str, gaps: Mapping[str, Gap], locale: str, voices: Mapping[str, str]) -> Spoken:
        language = self._of(locale)
        plain = _format(language, key, gaps, _Marks(language.code))
        return Spoken(plain, _format(language, key, gaps, _Marks(language.code, ssml=True, voices=voices)))

    def _of(self, locale: str) -> Language:
        code, *more = locale.replace("_", "-").split("-")
        region = f"{code.lower()}-{more[0].upper()}" if more else ""
        return self._languages.get(region) or self._languages.get(code.lower()) or self._languages[FALLBACK]


def open_speech(only: Iterable[str] | None = None) -> Speech:
    """Read every language folder, or `only` those: a service speaks what it can also hear."""
    wanted = None if only is None else set(only)
    folders = [folder for folder in language_folders() if wanted is None or folder.name in wanted]
    return Speech({locale: language for folder in folders for locale, language in open_languages(folder)})


def _format(language: Language, key: str, gaps: Mapping[str, Gap], marks: _Marks) -> str:
    if not language.bundle.has_message(key):
        raise SpeechError(f"{language.code} has no words for {key!r}")
    pattern = language.bundle.get_message(key).value
    if pattern is None:
        raise SpeechError(f"{key!r} in {language.code} has no text")
    text, errors = language.bundle.format_pattern(pattern, _arguments(language, gaps, marks))
    if errors:
        raise SpeechError(f"{key!r} in {language.code}: {errors[0]}")
    return _LOOSE_STOP.sub("\u00a0", _SPACES.sub(" ", str(text)).strip())


def _arguments(language: Language, gaps: Mapping[str, Gap], marks: _Marks) -> dict[str, object]:
    arguments: dict[str, object] = {**UNLESS_SAID, "pause": marks.pause}
    single = {name: value for name, value in gaps.items() if not isinstance(value, tuple)}
    for name, value in gaps.items():
        match value:
            case None:
                arguments[name] = "none"
            case (int(), *_):
                arguments |= _seasons(language, name, [one for one in value if isinstance(one, int)], marks)
            case tuple():
                words = [_item(language, one, single, marks) for one in value]
                arguments[name] = _listed(language, value, words, marks, either=name in ALTERNATIVES)
                arguments[f"{name}_opening"] = _opening(str(arguments[name]))
                arguments[f"{name}_count"] = len(value)
            case int():
                arguments[name] = fluent_number(value, useGrouping=False)
                arguments[f"{name}_words"] = language.number(value)
                arguments[f"{name}_feminine"] = language.number(value, feminine=True)
            case str() if name in COUNTRIES:
                arguments[name] = language.country(value)
                arguments[f"{name}_code"] = value
            case str() if name in DATES:
                arguments[name] = language.date(value)
            case str() if name in DECIMALS:
                arguments[name] = language.decimal(value)
            case str() | Name():
                arguments[name] = marks.clean(value)
    return arguments


def _opening(text: str) -> str:
    """As a sentence begins."""
    return text[:1].upper() + text[1:]


def _listed(language: Language, values: Sequence[Item], words: Sequence[str], marks: _Marks, *, either: bool) -> str:
    """Several in words; "none" is chosen by in says.ftl, never said."""
    if not values:
        return "none"
    last = str(values[-1]) if isinstance(values[-1], str | Name) else words[-1]
    return language.listed(words, last, either=either, pause=marks.pause)


def _seasons(language: Language, name: str, numbers: Sequence[int], marks: _Marks) -> dict[str, object]:
    """Seasons to choose by, and in words. Season 0 holds the specials: they are several, and no number is said."""
    numbered = [number for number in numbers if number]
    specials = "no" if 0 not in numbers else "too" if numbered else "alone"
    gaps: dict[str, Gap] = {"specials": specials, "numbers": _spans(language, numbered), "count": len(numbered)}
    named = _format(language, "some-seasons", gaps, marks)
    return {
        name: {"alone": "specials", "too": "mixed"}.get(specials, "some"),
        f"{name}_count": len(numbers) + (0 in numbers),
        f"{name}_named": named,
        f"{name}_opening": named[:1].upper() + named[1:],
    }


def _spans(language: Language, numbers: Sequence[int]) -> tuple[Item, ...]:
    """One by one, but for rows of three and more: nobody wants to hear all of "one to twenty"."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return tuple(item for row in rows for item in _span(language, row))


def _span(language: Language, row: Sequence[int]) -> list[Item]:
    if len(row) >= SPAN:
        return [Phrase("season-span", {"first": row[0], "last": row[-1]})]
    return [language.number(number) for number in row]


def _item(language: Language, item: Item, gaps: Mapping[str, Gap], marks: _Marks) -> str:
    """One of a list; a phrase knows the single gaps of its sentence too."""
    match item:
        case Phrase(key, own):
            return _format(language, key, {**gaps, **own}, marks)
        case _:
            return marks.clean(str(item) if isinstance(item, int) else item)


def _sayable(text: str) -> str:
    """Without control characters, marks of direction and the like: some may not stand in XML, none can be said.

    What is longer than any title is cut: nobody wants to hear it, and Fluent refuses gaps of over 1,000 characters.
    """
    said = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
