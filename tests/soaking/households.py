"""People who talk all day: what they say, conversation after conversation, by a seed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.backends.catalogue import DOZEN, Entry

FIRST = (
    *("Amber", "Bitter", "Broken", "Burning", "Crimson", "Distant", "Electric", "Endless", "Fallen", "Frozen"),
    *("Gentle", "Golden", "Hidden", "Hollow", "Iron", "Lonely", "Midnight", "Paper", "Quiet", "Restless"),
    *("Sacred", "Scarlet", "Secret", "Silent", "Silver", "Stolen", "Sunken", "Velvet", "Wandering", "Wooden"),
)
SECOND = (
    *("Anchor", "Balcony", "Canyon", "Carousel", "Cathedral", "Corridor", "Daughter", "Garden", "Harbor", "Island"),
    *("Kingdom", "Lantern", "Lighthouse", "Meadow", "Mirror", "Mountain", "Orchard", "Palace", "Passenger", "River"),
    *("Shepherd", "Staircase", "Station", "Summer", "Teacher", "Thunder", "Tower", "Voyage", "Window", "Winter"),
)
#: Films and shows that nobody made.
MADE_UP = tuple(
    Entry("tv" if number % 5 == 0 else "movie", 500_000 + number, f"{first} {second}", f"{1970 + number % 50}-03-01",
          votes=number, seasons=(1, 2, 3) if number % 5 == 0 else ())
    for number, (first, second) in enumerate(itertools.product(FIRST, SECOND), 1)
)  # fmt: skip
PEOPLE = ("ann", "bob", "cara", "dan")
#: What one conversation may be; {title} is one of the made-up ones.
TALKS: Sequence[tuple[str, ...]] = (
    ("get {title}", "yes"),
    ("get {title}", "yes"),
    ("get {title}", "yes", "undo that"),
    ("get {title}", "no", "never mind"),
    ("get {title}",),  # and never answers
    ("download dune", "no", "yes"),
    ("download dune", "what is it about", "yes"),
    ("get breaking bad", "yes"),
    ("what did I ask for", "thanks"),
    ("help", "cancel"),
    ("get nothing of this name at all",),
    ("is {title} there",),
    ("mumble mumble", "get {title}", "cancel"),
)
GERMAN: Sequence[tuple[str, ...]] = (("ich möchte {title} sehen", "ja"), ("hol {title}", "nein"), ("hilfe",))


@dataclass(frozen=True, slots=True)
class Household:
    """Some people at one place."""

    number: int
    seed: int

    @property
    def keeps_its_connection(self) -> bool:
        return self.number % 2 == 0


def everything() -> tuple[Entry, ...]:
    """All that a request manager must know to serve them."""
    return (*DOZEN, *MADE_UP)


def conversations(household: Household) -> Iterator[dict[str, str]]:
    """What is posted to /voice, turn by turn, without end."""
    chance = random.Random(f"{household.seed} {household.number}")
    for number in itertools.count():
        speaker = chance.choice(PEOPLE)
        german = chance.random() < 0.2
        title = chance.choice(MADE_UP).name
        for text in chance.choice(GERMAN if german else TALKS):
            said = {"text": text.format(title=title), "session": f"{household.number}-{number}"}
            yield said | {"speaker": f"{speaker} {household.number}", "locale": "de-DE" if german else "en-US"}
