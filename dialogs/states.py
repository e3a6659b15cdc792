"""Where a conversation can stand. Each state holds all that the next move needs, and is what gets saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from dialogs.airing import Airing
from dialogs.carried import Carried, Errand
from intents import Context
from media import Collection, Details, Kind, Reply, Title, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.followed import Pending
    from intents import AskFor, Decide, Seasons, Topic


@dataclass(frozen=True, slots=True)
class Idle(Carried):
    """Nothing is open; the next thing said is a wish."""

    name: ClassVar[str] = "idle"
    context: ClassVar[Context] = Context.NOTHING
    greeted: bool = False  # in this conversation


@dataclass(frozen=True, slots=True)
class Lost(Carried):
    """Something was open, but we no longer know what: another version of ours saved it. Never saved itself."""

    name: ClassVar[str] = "lost"
    context: Context  # the kind of question that was open, as far as that can be told


@dataclass(frozen=True, slots=True)
class Searching(Carried):
    """The request manager is being asked what there is."""

    name: ClassVar[str] = "searching"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor
    question: Topic | None = None  # what somebody wants to know of it
    only_asks: bool = False  # nobody has said yet that they want it
    back: Offering | ChoosingTitle | None = None  # what was put to them; they said that it is not quite it
    errand: Errand = Errand.ASK


@dataclass(frozen=True, slots=True)
class Offering(Carried):
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
class ChoosingTitle(Carried):
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
    errand: Errand = Errand.ASK
    leads: Mapping[str, str] = field(
        default_factory=dict
    )  # Title.key -> who plays the lead, where that tells them apart

    @property
    def shown(self) -> tuple[Title, ...]:
        """Those that were read out."""
        return self.candidates[self.at : self.at + AT_ONCE]


@dataclass(frozen=True, slots=True)
class Comparing(Carried):
    """Several look alike; what sets them apart is being read."""

    name: ClassVar[str] = "comparing"
    context: ClassVar[Context] = Context.LIST
    choosing: ChoosingTitle


@dataclass(frozen=True, slots=True)
class Greeting(Carried):
    """Somebody opened the conversation; whether they have been here before is being read."""

    name: ClassVar[str] = "greeting"
    context: ClassVar[Context] = Context.NOTHING
    again: bool = False  # somebody whose conversation came to its end a moment ago


@dataclass(frozen=True, slots=True)
class Describing(Carried):
    """Something was asked about the title on offer; it is being looked up."""

    name: ClassVar[str] = "describing"
    context: ClassVar[Context] = Context.OFFER
    offer: Offering
    topic: Topic
    only_asks: bool = False  # the title was not on offer yet


@dataclass(frozen=True, slots=True)
class Checking(Carried):
    """The person said yes; the truth about that title is being read."""

    name: ClassVar[str] = "checking"
    context: ClassVar[Context] = Context.OFFER
    offer: Offering
    seasons: Seasons | None


@dataclass(frozen=True, slots=True)
class ChoosingSeasons(Carried):
    """ "Which seasons would you like?" """

    name: ClassVar[str] = "choosing-seasons"
    context: ClassVar[Context] = Context.SEASONS
    details: Details
    today: str
    four_k: bool = False
    offer: Offering | None = None  # what they said yes to, should it be another one after all

    @property
    def open_seasons(self) -> tuple[int, ...]:
        """Numbers of the seasons that can be chosen."""
        return self.details.open_seasons(four_k=self.four_k)


@dataclass(frozen=True, slots=True)
class OfferingCollection(Carried):
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
class RequestingCollection(Carried):
    """Several wishes are on their way."""

    name: ClassVar[str] = "requesting-collection"
    context: ClassVar[Context] = Context.NOTHING
    collection: Collection
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Requesting(Carried):
    """The wish is on its way."""

    name: ClassVar[str] = "requesting"
    context: ClassVar[Context] = Context.NOTHING
    wish: Wish
    today: str
    left_out: tuple[int, ...] = ()  # seasons that were named too, but are there or asked for already
    airing: Airing = Airing.NOT
    about: Offering | None = None  # what they said yes to


@dataclass(frozen=True, slots=True)
class TakingBack(Carried):
    """What was requested last is being taken back."""

    name: ClassVar[str] = "taking-back"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Stalled(Carried):
    """ "I could not search. Shall I try again?" """

    name: ClassVar[str] = "stalled"
    context: ClassVar[Context] = Context.RETRY
    asked: AskFor
    speech_key: str
    question: Topic | None = None  # as they were searched for
    only_asks: bool = False
    errand: Errand = Errand.ASK


@dataclass(frozen=True, slots=True)
class AskingCode(Carried):
    """ "What are the four digits on the owner's page?" """

    name: ClassVar[str] = "asking-code"
    context: ClassVar[Context] = Context.CODE


@dataclass(frozen=True, slots=True)
class Linking(Carried):
    """A code was said; it is being looked at."""

    name: ClassVar[str] = "linking"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Finished(Carried):
    """A conversation that came to its end; the last word is kept for "say that again"."""

    name: ClassVar[str] = "finished"
    context: ClassVar[Context] = Context.NOTHING
    reply: Reply
    about: Offering | None = None  # what was spoken of: "and how long is it?"
    listed: ChoosingTitle | None = None  # several that were read out: "tell me when the first one is ready"


@dataclass(frozen=True, slots=True)
class OfferingUndo(Carried):
    """ "Shall I take it back?": somebody said "cancel that" right after their request."""

    name: ClassVar[str] = "offering-undo"
    context: ClassVar[Context] = Context.OFFER
    about: Offering | None = None  # what was requested


@dataclass(frozen=True, slots=True)
class Deciding(Carried):
    """ "Shall I approve it?", or "which one shall I approve?" """

    name: ClassVar[str] = "deciding"
    context: ClassVar[Context] = Context.LIST
    waiting: tuple[Pending, ...]  # as they were read out, never empty
    count: int  # how many there are in all
    today: str
    wanted: Decide  # what is to be done with the one that is chosen


@dataclass(frozen=True, slots=True)
class Tracing(Carried):
    """How far a request is, is being read."""

    name: ClassVar[str] = "tracing"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor
    about: Offering | None = None  # where the title is known already


@dataclass(frozen=True, slots=True)
class Heeding(Carried):
    """Somebody wants to be told of a title."""

    name: ClassVar[str] = "heeding"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor
    about: Offering | None = None  # where the title is known already


@dataclass(frozen=True, slots=True)
class Unheeding(Carried):
    """Somebody wants to be told no more."""

    name: ClassVar[str] = "unheeding"
    context: ClassVar[Context] = Context.NOTHING


@dataclass(frozen=True, slots=True)
class Retrying(Carried):
    """What failed is being tried again."""

    name: ClassVar[str] = "retrying"
    context: ClassVar[Context] = Context.NOTHING
    asked: AskFor | None = None  # as it was said, where the title is not known yet


@dataclass(frozen=True, slots=True)
class Consulting(Carried):
    """Which requests wait for approval is being read; `decide` is what is to be done with one of them."""

    name: ClassVar[str] = "consulting"
    context: ClassVar[Context] = Context.NOTHING
    decide: Decide | None = None


@dataclass(frozen=True, slots=True)
class Judging(Carried):
    """A request is being approved or declined."""

    name: ClassVar[str] = "judging"
    context: ClassVar[Context] = Context.NOTHING
    about: Offering


#: Where a turn can end, so where somebody can speak.
SpeakingState = (
    Idle
    | Offering
    | ChoosingTitle
    | ChoosingSeasons
    | OfferingCollection
    | OfferingUndo
    | Deciding
    | Stalled
    | AskingCode
    | Finished
)


@dataclass(frozen=True, slots=True)
class Recalling(Carried):
    """What this person asked for is being read; what was open before stays open."""

    name: ClassVar[str] = "recalling"
    context: ClassVar[Context] = Context.NOTHING
    back: SpeakingState


State = (
    Idle
    | Lost
    | Recalling
    | Searching
    | Offering
    | ChoosingTitle
    | Comparing
    | Greeting
    | Describing
    | Checking
    | ChoosingSeasons
    | OfferingCollection
    | Requesting
    | RequestingCollection
    | TakingBack
    | OfferingUndo
    | Deciding
    | Tracing
    | Heeding
    | Unheeding
    | Retrying
    | Consulting
    | Judging
    | Stalled
    | AskingCode
    | Linking
    | Finished
)

#: The same, to go through.
SPEAKING_STATES: tuple[type[SpeakingState], ...] = get_args(SpeakingState)
