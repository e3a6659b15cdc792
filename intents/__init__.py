"""What was asked: whatever a channel hears becomes one of these values.

`hear` (in `intents.hearing`) makes them out of an utterance; a channel whose platform has already understood
(Alexa's "yes") makes them itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from media import Kind


class Context(StrEnum):
    """What the person was asked last: it decides what "two" or "the last one" means."""

    NOTHING = "nothing"  # no question is open, or "what would you like?"
    OFFER = "offer"  # "is that the one you want?"
    LIST = "list"  # several were read out: "which one?"
    SEASONS = "seasons"  # "which seasons would you like?"
    RETRY = "retry"  # "shall I try again?"
    CODE = "code"  # "what are the four digits?"


class SeasonGroup(StrEnum):
    """Seasons named by a word; which numbers they are depends on the show."""

    ALL = "all"
    FIRST = "first"
    LATEST = "latest"
    MISSING = "missing"  # those that are neither there nor asked for
    NEXT = "next"  # the first one after those that are there or asked for


@dataclass(frozen=True, slots=True)
class NumberedSeasons:
    """As in "seasons two and three"; 0 stands for the specials."""

    numbers: tuple[int, ...]  # sorted, each once, never empty


@dataclass(frozen=True, slots=True)
class SeasonsOnward:
    """As in "from season three on"."""

    first: int


@dataclass(frozen=True, slots=True)
class LastSeasons:
    """As in "the last two seasons"."""

    count: int


@dataclass(frozen=True, slots=True)
class GroupedSeasons:
    """As in "all of them", "the latest season"."""

    group: SeasonGroup


@dataclass(frozen=True, slots=True)
class AllSeasonsBut:
    """As in "all except the first"."""

    numbers: tuple[int, ...]  # those left out, -1 for the last; sorted, each once, never empty


Seasons = NumberedSeasons | SeasonsOnward | LastSeasons | GroupedSeasons | AllSeasonsBut


class Topic(StrEnum):
    """What somebody wants to know of a title."""

    PLOT = "plot"
    CAST = "cast"  # who plays in it, who made it
    YEAR = "year"
    LENGTH = "length"
    RATING = "rating"  # how good it is said to be
    SEASONS = "seasons"  # how many there are


class Which(StrEnum):
    """Of which requests somebody wants to hear; of their own alone it is an AskMine."""

    EVERYBODYS = "everybodys"
    DOWNLOADING = "downloading"
    NEW = "new"  # what became ready lately
    WAITING = "waiting"  # for somebody's approval


class Prefer(StrEnum):
    """Which of several of one name is meant."""

    NEWEST = "newest"
    OLDEST = "oldest"
    REMAKE = "remake"


@dataclass(frozen=True, slots=True)
class AskFor:
    """Somebody wants a title: "get season two of The Bear", "download Dune from 1984"."""

    name: ClassVar[str] = "request"
    title: str  # as it was said, without the words around it; empty where only people were named
    kind: Kind | None = None
    years: tuple[int, int] | None = None  # first and last year meant, both included: (1984, 1984), (1990, 1999)
    seasons: Seasons | None = None
    four_k: bool = False
    upcoming: bool = False  # "the upcoming Avatar": not out yet
    prefer: Prefer | None = None
    people: tuple[str, ...] = ()  # actors or directors, as said: "the one with Glen Powell"
    country: str | None = None  # ISO 3166-1 alpha-2, "the British Office"
    collection: bool = False  # "the whole Matrix collection": `title` names the series of films
    ordinal: int | None = None  # "the second Matrix movie": which of its series, in the order of their release


@dataclass(frozen=True, slots=True)
class Yes:
    """Agreed."""

    name: ClassVar[str] = "yes"
    four_k: bool = False  # "yes, but in 4K"


@dataclass(frozen=True, slots=True)
class No:
    """Declined: not this one."""

    name: ClassVar[str] = "no"


@dataclass(frozen=True, slots=True)
class Next:
    """The next one, please."""

    name: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True)
class Previous:
    """Back to the one before."""

    name: ClassVar[str] = "previous"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say that again."""

    name: ClassVar[str] = "repeat"
    slowly: bool = False  # "slower, please"
    echoed: bool = False  # nobody said so: an open microphone handed our own words back


@dataclass(frozen=True, slots=True)
class Select:
    """One of those on offer, told by what sets it apart: "the show", "the one from 1984", "the second one"."""

    name: ClassVar[str] = "select"
    position: int | None = None  # 1 is the first on offer, -1 the last
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    every: bool = False  # "both", "all of them"; then nothing else is set


@dataclass(frozen=True, slots=True)
class Refine:
    """What is on offer is not quite it; the title was right: "no, the 1984 one", "not that, the one with Tom Cruise".

    At least one field is set. Whoever answers keeps the title that was asked for and lays these over the rest of it.
    """

    name: ClassVar[str] = "refine"
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    prefer: Prefer | None = None
    people: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2
    upcoming: bool = False
    four_k: bool = False


@dataclass(frozen=True, slots=True)
class AskInfo:
    """A question about a title: "what is it about", "who is in Heat"."""

    name: ClassVar[str] = "info"
    topic: Topic
    title: str | None = None  # None: the one that is spoken of
    kind: Kind | None = None
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class AskStatus:
    """How far something is: "is Dune ready yet", "do we have Heat"."""

    name: ClassVar[str] = "status"
    title: str | None = None  # None: the one that is spoken of, or where none is, all that this person asked for
    kind: Kind | None = None
    seasons: Seasons | None = None
    years: tuple[int, int] | None = None
    position: int | None = None  # of those read out, as of Follow


@dataclass(frozen=True, slots=True)
class AskMine:
    """All that this person asked for, and how far it is: "what did I ask for", "my requests"."""

    name: ClassVar[str] = "status"  # of all, where AskStatus is of one


@dataclass(frozen=True, slots=True)
class AskRequests:
    """Requests of a kind, whoever made them: "what's downloading", "what's new", "what did everybody ask for"."""

    name: ClassVar[str] = "requests"
    which: Which


@dataclass(frozen=True, slots=True)
class Follow:
    """ "Tell me when it's ready", "tell me too"."""

    name: ClassVar[str] = "follow"
    title: str | None = None  # None: the one that is spoken of
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    position: int | None = None  # of those read out: 1 is the first, -1 the last; then nothing else is set


@dataclass(frozen=True, slots=True)
class Unfollow:
    """ "Stop telling me about Dune"."""

    name: ClassVar[str] = "unfollow"
    title: str | None = None  # None: the one that is spoken of, or where none is, everything
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    position: int | None = None  # of those read out, as of Follow


@dataclass(frozen=True, slots=True)
class TryAgain:
    """What failed, once more: "try Dune again"."""

    name: ClassVar[str] = "try-again"
    title: str | None = None  # None: the one that is spoken of, or where none is, whatever failed last
    kind: Kind | None = None
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Decide:
    """Somebody's request is approved, or declined: "approve the first one", "decline it because it's too long"."""

    name: ClassVar[str] = "decide"
    approve: bool
    title: str | None = None
    position: int | None = None  # of those read out: 1 is the first, -1 the last
    every: bool = False  # "all of them"
    reason: str = ""  # for declining, as it was said


@dataclass(frozen=True, slots=True)
class SearchFor:
    """Something without a title: "the new one with Glen Powell", "is there anything by Miyazaki", "what's good?".

    Whoever says a title requests it, be it in the form of a question ("do you have Heat"). All fields may be empty.
    Where people are named, it becomes an AskFor without a title.
    """

    name: ClassVar[str] = "search"
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    prefer: Prefer | None = None
    people: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2
    upcoming: bool = False
    four_k: bool = False


@dataclass(frozen=True, slots=True)
class ChooseSeasons:
    """An answer to "which seasons?", or seasons named while a show is on offer."""

    name: ClassVar[str] = "seasons"
    seasons: Seasons


@dataclass(frozen=True, slots=True)
class Help:
    """What can I say?"""

    name: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Cancel:
    """Never mind; stop; goodbye."""

    name: ClassVar[str] = "cancel"
    it: bool = False  # "cancel that": it may be the request that was made a moment ago


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was requested."""

    name: ClassVar[str] = "undo"


@dataclass(frozen=True, slots=True)
class LinkMe:
    """To be known as a user of the request manager: "link me with four eight one two"."""

    name: ClassVar[str] = "link"
    code: str = ""  # four digits; empty: none were said, or not four


@dataclass(frozen=True, slots=True)
class Launch:
    """The conversation was opened, nothing was asked yet."""

    name: ClassVar[str] = "launch"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing that we understand; `words` may be empty (silence)."""

    name: ClassVar[str] = "none"
    words: str = ""


Intent = (
    AskFor
    | Yes
    | No
    | Next
    | Previous
    | Repeat
    | Select
    | Refine
    | ChooseSeasons
    | AskInfo
    | AskStatus
    | AskMine
    | AskRequests
    | Follow
    | Unfollow
    | TryAgain
    | Decide
    | SearchFor
    | Help
    | Cancel
    | Undo
    | LinkMe
    | Launch
    | Unclear
)
