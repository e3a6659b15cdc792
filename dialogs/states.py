"""Where a conversation can stand. Each state holds all that the next move needs, and is what gets saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from intents import Context
from media import Details, Reply, Title, Wish

if TYPE_CHECKING:
    from intents import AskFor, Seasons


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is open; the next thing said is a wish."""

    name: ClassVar[str] = "idle"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Searching:
    """The request manager is being asked what there is."""

    name: ClassVar[str] = "searching"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor


@dataclass(frozen=True, slots=True)
class Offering:
    """ "Is that the one you want?": `candidates[at]` has been put to the person."""

    name: ClassVar[str] = "offering"
    context: ClassVar[Context] = Context.OFFER
    asked: AskFor
    candidates: tuple[Title, ...]  # best first, never empty
    today: str  # ISO date of the search: tells whether a film is out
    at: int = 0

    @property
    def title(self) -> Title:
        """The one on offer."""
        return self.candidates[self.at]


@dataclass(frozen=True, slots=True)
class Checking:
    """The person said yes; the truth about that title is being read."""

    name: ClassVar[str] = "checking"
    context: ClassVar[Context] = Context.OFFER
    offer: Offering
    seasons: Seasons | None


@dataclass(frozen=True, slots=True)
class ChoosingSeasons:
    """ "Which seasons would you like?" """

    name: ClassVar[str] = "choosing-seasons"
    context: ClassVar[Context] = Context.SEASONS
    details: Details
    today: str


@dataclass(frozen=True, slots=True)
class Requesting:
    """The wish is on its way."""

    name: ClassVar[str] = "requesting"
    context: ClassVar[Context] = Context.NOTHING
    wish: Wish
    today: str
    left_out: tuple[int, ...] = ()  # seasons that were named too, but are there or asked for already


@dataclass(frozen=True, slots=True)
class Stalled:
    """ "I could not search. Shall I try again?" """

    name: ClassVar[str] = "stalled"
    context: ClassVar[Context] = Context.RETRY
    asked: AskFor
    speech_key: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A conversation that came to its end; the last word is kept for "say that again"."""

    name: ClassVar[str] = "finished"
    context: ClassVar[Context] = Context.NOTHING
    reply: Reply


State = Idle | Searching | Offering | Checking | ChoosingSeasons | Requesting | Stalled | Finished

#: States in which a turn can end, so those in which somebody can speak.
SPEAKING_STATES: tuple[type[State], ...] = (Idle, Offering, ChoosingSeasons, Stalled, Finished)
