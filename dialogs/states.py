"""Where a conversation can stand. Each state holds all that the next move needs, and is what gets saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from intents import Context
from media import Collection, Details, Kind, Reply, Title, Wish

if TYPE_CHECKING:
    from intents import AskFor, Seasons, Topic


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is open; the next thing said is a wish."""

    name: ClassVar[str] = "idle"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Lost:
    """Something was open, but we no longer know what: another version of ours saved it. Never saved itself."""

    name: ClassVar[str] = "lost"
    context: Context  # the kind of question that was open, as far as that can be told


@dataclass(frozen=True, slots=True)
class Searching:
    """The request manager is being asked what there is."""

    name: ClassVar[str] = "searching"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor
    question: Topic | None = None  # what somebody wants to know of it
    only_asks: bool = False  # nobody has said yet that they want it


@dataclass(frozen=True, slots=True)
class Offering:
    """ "Is that the one you want?": `candidates[at]` has been put to the person."""

    name: ClassVar[str] = "offering"
    context: ClassVar[Context] = Context.OFFER
    asked: AskFor
    candidates: tuple[Title, ...]  # best first, never empty
    today: str  # ISO date of the search: tells whether a film is out
    at: int = 0
    four_k_kinds: tuple[Kind, ...] = ()  # what the request manager can get in 4K

    @property
    def title(self) -> Title:
        """The one on offer."""
        return self.candidates[self.at]

    @property
    def four_k(self) -> bool:
        """True where it is offered in 4K: that was asked for, and can be had."""
        return self.asked.four_k and self.title.kind in self.four_k_kinds


#: So many titles are read out at once; nobody remembers more.
AT_ONCE: Final = 3


@dataclass(frozen=True, slots=True)
class ChoosingTitle:
    """ "Did you mean the movie from 2021, or the one from 1984?" """

    name: ClassVar[str] = "choosing-title"
    context: ClassVar[Context] = Context.LIST
    asked: AskFor
    candidates: tuple[Title, ...]  # best first, never empty
    today: str
    at: int = 0  # the first of those that were read out
    four_k_kinds: tuple[Kind, ...] = ()
    question: Topic | None = None  # as they were searched for
    only_asks: bool = False

    @property
    def shown(self) -> tuple[Title, ...]:
        """Those that were read out."""
        return self.candidates[self.at : self.at + AT_ONCE]


@dataclass(frozen=True, slots=True)
class Describing:
    """Something was asked about the title on offer; it is being looked up."""

    name: ClassVar[str] = "describing"
    context: ClassVar[Context] = Context.OFFER
    offer: Offering
    topic: Topic
    only_asks: bool = False  # the title was not on offer yet


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
    four_k: bool = False

    @property
    def open_seasons(self) -> tuple[int, ...]:
        """Numbers of the seasons that can be chosen."""
        return self.details.open_seasons(four_k=self.four_k)


@dataclass(frozen=True, slots=True)
class OfferingCollection:
    """ "The Matrix Collection has four movies … Shall I request the two that are missing?" """

    name: ClassVar[str] = "offering-collection"
    context: ClassVar[Context] = Context.OFFER
    collection: Collection
    today: str
    four_k: bool = False
    can_four_k: bool = False  # the request manager can get films in 4K

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """One for each film that can be requested."""
        parts = self.collection.parts
        return tuple(
            Wish(part, four_k=self.four_k) for part in parts if part.availability_in(four_k=self.four_k).is_open
        )


@dataclass(frozen=True, slots=True)
class RequestingCollection:
    """Several wishes are on their way."""

    name: ClassVar[str] = "requesting-collection"
    context: ClassVar[Context] = Context.NOTHING
    collection: Collection
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Requesting:
    """The wish is on its way."""

    name: ClassVar[str] = "requesting"
    context: ClassVar[Context] = Context.NOTHING
    wish: Wish
    today: str
    left_out: tuple[int, ...] = ()  # seasons that were named too, but are there or asked for already


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What was requested last is being taken back."""

    name: ClassVar[str] = "taking-back"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Stalled:
    """ "I could not search. Shall I try again?" """

    name: ClassVar[str] = "stalled"
    context: ClassVar[Context] = Context.RETRY
    asked: AskFor
    speech_key: str
    question: Topic | None = None  # as they were searched for
    only_asks: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """A conversation that came to its end; the last word is kept for "say that again"."""

    name: ClassVar[str] = "finished"
    context: ClassVar[Context] = Context.NOTHING
    reply: Reply


State = (
    Idle
    | Lost
    | Searching
    | Offering
    | ChoosingTitle
    | Describing
    | Checking
    | ChoosingSeasons
    | OfferingCollection
    | Requesting
    | RequestingCollection
    | TakingBack
    | Stalled
    | Finished
)

#: States in which a turn can end, so those in which somebody can speak.
SPEAKING_STATES: tuple[type[State], ...] = (
    Idle,
    Offering,
    ChoosingTitle,
    ChoosingSeasons,
    OfferingCollection,
    Stalled,
    Finished,
)
