"""A person talks to the whole service over POST /voice until they have what they want, or six turns are used."""

from __future__ import annotations

import functools
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
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
from tests.household.people import MOST_TURNS, Heard, Person, answers, begins


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said, and what came back."""

    said: str
    heard: Heard


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
        return any(re.search(self.person.hears, turn.heard.speech) for turn in (*self.turns, *self.afterwards))

    @property
    def reached(self) -> bool:
        """The goal is reached in the turns that it may take."""
        return self.is_right and self.was_told and len(self.turns) <= self.person.within

    @property
    def dialog(self) -> str:
        """Who said what, a line each."""
        return "\n".join(f"- {turn.said!r}\n  {turn.heard.speech}" for turn in (*self.turns, *self.afterwards))


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
    return Turn(words, Heard(told["speech"], told["expect_reply"], told["state"]))


def _requested(house: House) -> tuple[str, ...]:
    """All that the request manager was asked for, as kind, TMDB id and seasons."""
    if house.backend is not None:
        return tuple(house.backend.submitted)
    return tuple(kept.wish.key for kept in DemoShelf(house.built.engine).all())


def backend_of(person: Person) -> FakeBackend | None:
    """The demo for most; for the others one that gets films in 4K and knows a collection."""
    if person.backend == "demo":
        return None
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
