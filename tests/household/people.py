"""People with a goal, as data, and how each of them answers: by what was said to them, as a person could, no more.

A file is named by its language, as in `de-titles.toml`; what all who speak it have in common stands in `words/de.toml`.

[[person]]
name = "the Dune of 1984, told apart by its year"
says = ["get dune"]             what they begin with; another one each time that they are asked anew
means = "Dune 1984"             words of a question by which they know what they want; without it anything will do
corrects = ["no, the 1984 one"] what they say when another one is offered or listed; "no" when they run out of it
seasons = "all of them"         what they say when they are asked for seasons
meanwhile = ["who is in it"]    what they say before they answer a first question, a second, …
turns_to = { … }                a change of mind at the first question: says, means, corrects, seasons
afterwards = ["yes"]            what they still say when all is over
yes = "hell yes", no = "nah"    how they agree and decline; else as their language does
wants = ["movie:841"]           the goal: all that may be requested, as kind, TMDB id and seasons
hears = "library"               a pattern that the answers must hold somewhere
within = 3                      turns, the last of them included, afterwards not
plain = "film"                  a plain request of a film, or of a "show" with seasons: two turns, and three
fails = "why"                   a known failure: it must fail, until it is mended
backend = "demo"                whom the house asks: the demo, "fake": one that has 4K and a collection, or "abroad":
                                one that knows titles in every language
locale = "fr-CA"                where they live, unless where most of their language do
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
MOST_TURNS: Final = 6
#: How many of a list are read out at a time.
MOST_READ: Final = 3


@dataclass(frozen=True, slots=True)
class Ways:
    """What those who speak a language have in common: `words/xx.toml`."""

    locale: str
    yes: str
    no: str
    places: tuple[str, ...]  # "the first one", "the second one", "the third one"
    movie: tuple[str, ...]  # words for a film, as they hear them in a list
    tv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One script."""

    name: str
    says: tuple[str, ...]
    wants: tuple[str, ...] = ()
    means: str = ""
    corrects: tuple[str, ...] = ()
    seasons: str = ""
    meanwhile: tuple[str, ...] = ()
    turns_to: dict[str, Any] = field(default_factory=dict)
    afterwards: tuple[str, ...] = ()
    yes: str = ""
    no: str = ""
    hears: str = ""
    within: int = 2
    plain: str = ""
    fails: str = ""
    backend: str = "demo"
    locale: str = "en-US"

    @property
    def language(self) -> str:
        return self.locale[:2]

    @property
    def id(self) -> str:
        """Unlike anybody else's."""
        return "-".join((self.language, *re.findall(r"\w+", self.name)))


@dataclass(frozen=True, slots=True)
class Item:
    """A title as the answer has it."""

    kind: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a person is told: the words, whether an answer is awaited, and which question is open about what."""

    speech: str
    expects_reply: bool
    state: str
    offer: Item | None = None
    options: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Mind:
    """What a person keeps in mind between two turns."""

    person: Person
    was_right: bool = False  # the last title that was put to them is the one
    offer: Item | None = None  # the last one
    place: int = 0  # of those read out last


def begins(person: Person) -> tuple[str, Mind]:
    """The first thing said."""
    return person.says[0], Mind(replace(person, says=person.says[1:]))


def answers(mind: Mind, heard: Heard) -> tuple[str, Mind] | None:
    """What they say to that; None where nothing more is to be said."""
    person = mind.person
    if not heard.expects_reply:
        return None
    mind = _listening(mind, heard)
    if heard.state != "idle" and person.turns_to:
        changed = _with(person, {"corrects": (), **person.turns_to, "turns_to": {}})
        return changed.says[0], Mind(replace(changed, says=changed.says[1:]))
    if person.meanwhile:
        return person.meanwhile[0], replace(mind, person=replace(person, meanwhile=person.meanwhile[1:]))
    match heard.state:
        case "idle":
            return _one_of("says", mind)
        case "choosing-seasons":
            return person.seasons or _yes(person), mind
        case "choosing-title":
            return _chooses(mind)
        case _:
            return (_yes(person), mind) if mind.was_right else _declines(mind)


def _listening(mind: Mind, heard: Heard) -> Mind:
    mind = replace(mind, was_right=_recognises(mind, heard), offer=heard.offer or mind.offer)
    place = _place(mind.person, heard) if heard.state == "choosing-title" else None
    return mind if place is None else replace(mind, place=place)


def _place(person: Person, heard: Heard) -> int | None:
    """Which of those read out it is; None where some word was not said at all."""
    words = person.means.split()
    if not all(_is_in(word, heard.speech) for word in words):
        return None
    listed = [_in_words(item, person.language) for item in heard.options[:MOST_READ]]
    return max(range(len(listed)), key=lambda at: sum(_is_in(word, listed[at]) for word in words))


def _in_words(item: Item, language: str) -> str:
    ways = ways_of(language)
    return " ".join((*(ways.movie if item.kind == "movie" else ways.tv), item.title, str(item.year)))


def _recognises(mind: Mind, heard: Heard) -> bool:
    """Whether the one they want was put to them; a question without any name is about the last one."""
    words = mind.person.means.split()
    if not words or all(_is_in(word, heard.speech) for word in words):
        return True
    is_another = heard.offer is not None and heard.offer != (mind.offer or heard.offer)
    return mind.was_right and not is_another


def _is_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _chooses(mind: Mind) -> tuple[str, Mind] | None:
    """Which of those read out it is, in their own words or by its place."""
    if not mind.was_right or mind.person.corrects:
        return _declines(mind)
    return ways_of(mind.person.language).places[mind.place], mind


def _declines(mind: Mind) -> tuple[str, Mind] | None:
    return _one_of("corrects", mind) or (mind.person.no or ways_of(mind.person.language).no, mind)


def _yes(person: Person) -> str:
    return person.yes or ways_of(person.language).yes


def _one_of(what: str, mind: Mind) -> tuple[str, Mind] | None:
    said: tuple[str, ...] = getattr(mind.person, what)
    return (said[0], replace(mind, person=_with(mind.person, {what: said[1:]}))) if said else None


@functools.cache
def ways_of(language: str) -> Ways:
    """Raises TypeError for a key too many or too few."""
    told = tomllib.loads((HERE / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Ways(**values)


def people(file: Path) -> tuple[Person, ...]:
    """Everybody in a file of scripts."""
    listed = tomllib.loads(file.read_text(encoding="utf-8"))["person"]
    nobody = Person("", (), locale=ways_of(file.name[:2]).locale)
    return tuple(_with(nobody, person) for person in listed)


def everybody() -> tuple[Person, ...]:
    """Everybody of every language."""
    return tuple(person for file in sorted(HERE.glob("??-*.toml")) for person in people(file))


def _with(person: Person, told: dict[str, Any]) -> Person:
    """Raises TypeError for a key that no person has."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return replace(person, **values)
