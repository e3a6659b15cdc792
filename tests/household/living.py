"""A person talks to the whole service over POST /voice until they have what they want, or six turns are used."""

from __future__ import annotations

import functools
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import app
from media_backends import Ability
from speech.hearing import grammar
from speech.saying import open_speech
from storage.database import open_database
from storage.demo_shelf import DemoShelf
from storage.migrating import bring_up_to_date
from tests.fake_backend import DUNE, DUNE_1984, JURASSIC_PARK, FakeBackend
from tests.house import House, copy_database
from tests.household.abroad import Abroad
from tests.household.people import MOST_TURNS, Heard, Item, Person, answers, begins
from tests.household.tongue import english_in


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said, and what came back."""

    said: str
    heard: Heard

    @property
    def is_answered_in_english(self) -> bool:
        """True where the reply is English, the words that were said and names left out."""
        return bool(english_in(self.heard.speech, self.said))


@dataclass(frozen=True, slots=True)
class Lived:
    """A whole conversation, and what was requested in it."""

    person: Person
    turns: tuple[Turn, ...]
    afterwards: tuple[Turn, ...]
    requested: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Exactly what was wanted is requested: nothing else, nothing twice."""
        return sorted(self.requested) == sorted(self.person.wants)

    @property
    def was_told(self) -> bool:
        """They heard what they had to hear."""
        return any(re.search(self.person.hears, turn.heard.speech) for turn in self.said)

    @property
    def wrong(self) -> tuple[str, ...]:
        """What was requested and not wanted, a season or a film each."""
        return tuple(sorted(set(_each(self.requested)) - set(_each(self.person.wants))))

    @property
    def doubled(self) -> tuple[str, ...]:
        """What was requested more than once."""
        return tuple(one for one, times in Counter(_each(self.requested)).items() if times > 1)

    @property
    def said(self) -> tuple[Turn, ...]:
        """All of it."""
        return (*self.turns, *self.afterwards)

    @property
    def reached(self) -> bool:
        """The goal is reached in the turns that it may take."""
        return self.is_right and self.was_told and len(self.turns) <= self.person.within

    @property
    def dialog(self) -> str:
        """Who said what, a line each."""
        return "\n".join(f"- {turn.said!r}\n  {turn.heard.speech}" for turn in self.said)


def _each(requested: Iterable[str]) -> list[str]:
    """ "tv:136315:4,5" is two."""
    return [f"{key}:{season}" for whole in requested for key, season in _seasons_of(whole)]


def _seasons_of(key: str) -> Iterator[tuple[str, str]]:
    kind, number, *more = key.split(":")
    yield from ((f"{kind}:{number}", season) for season in (more[0].split(",") if more else [""]))


def live(person: Person, house: House) -> Lived:
    """One conversation in a house of their own."""
    said, mind = begins(person)
    turns: list[Turn] = []
    while len(turns) < MOST_TURNS:
        turns.append(_say(said, person, house))
        answer = answers(mind, turns[-1].heard)
        if answer is None:
            break
        said, mind = answer
    afterwards = tuple(_say(words, person, house) for words in person.afterwards)
    return Lived(person, tuple(turns), afterwards, _requested(house))


def _say(words: str, person: Person, house: House) -> Turn:
    told = house.posts(words, "one", locale=person.locale, speaker=person.name)
    offer, options = told["offer"], told["options"]
    heard = Heard(
        *(told["speech"], told["expect_reply"], told["state"]),
        offer=_item(offer) if offer else None,
        options=tuple(_item(one) for one in options),
    )
    return Turn(words, heard)


def _item(told: dict[str, Any]) -> Item:
    return Item(told["kind"], told["title"], told["year"])


def _requested(house: House) -> tuple[str, ...]:
    """All that the request manager was asked for, as kind, TMDB id and seasons."""
    if house.backend is not None:
        return tuple(house.backend.submitted)
    return tuple(kept.wish.key for kept in DemoShelf(house.built.engine).all())


def backend_of(person: Person) -> FakeBackend | None:
    """The demo for most; for the others one that gets films in 4K and knows a collection or several languages."""
    if person.backend == "demo":
        return None
    if person.backend == "abroad":
        return Abroad()
    backend = FakeBackend()
    backend.can |= {Ability.FOUR_K_MOVIES}
    backend.has_collection("Dune Collection", 1, DUNE, DUNE_1984, JURASSIC_PARK)
    return backend


@contextmanager
def homes(folder: Path) -> Iterator[functools.partial[Lived]]:
    """Outside of the tests: lets people live, each in a fresh house."""
    template = folder / "template.db"
    engine = open_database(f"sqlite:///{template}")
    bring_up_to_date(engine)
    engine.dispose()
    with (
        patch.object(app, "grammar", functools.cache(grammar)),
        patch.object(app, "open_speech", functools.cache(open_speech)),
    ):
        yield functools.partial(_live_in, template)


def _live_in(template: Path, person: Person) -> Lived:
    with tempfile.TemporaryDirectory() as folder:
        house = House(copy_database(template, Path(folder)), backend_of(person))
        try:
            return live(person, house)
        finally:
            house.close()
