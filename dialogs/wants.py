"""What a dialog may want of the world, and the facts that come back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dialogs.followed import (
    Again,
    Allow,
    Allowed,
    AskWaiting,
    Gather,
    Gathered,
    Heed,
    Heeded,
    Nameless,
    NotFollowed,
    NothingFailed,
    NotTheirs,
    Retried,
    Standing,
    ToSend,
    Trace,
    Traced,
    Unheed,
    Unheeded,
    Waiting,
)
from intents.titles import Verdict

if TYPE_CHECKING:
    from intents import AskFor, SeasonGroup
    from media import Collection, Details, Kind, Receipt, Title, Wish
    from media_notices import Tiding


@dataclass(frozen=True, slots=True)
class Search:
    """Find titles for what was said, or where no title was, those of the people who were named.

    Answered by Found, FoundCollection, NobodyCalled, KnowsNoPeople, Refused or Unanswered.
    """

    asked: AskFor
    otherwise: tuple[AskFor, ...] = ()  # how else it may have been meant: tried where the first finds nothing clear


@dataclass(frozen=True, slots=True)
class LookUp:
    """Read the truth about one title. Answered by LookedUp, Refused or Unanswered."""

    title: Title
    lately: bool = False  # True: as it was some minutes ago will do, since nothing is decided by it


@dataclass(frozen=True, slots=True)
class LookUpAll:
    """Read what there is to know of several titles, side by side. Answered by LookedUpAll."""

    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class Greet:
    """Has this person asked for something before, and what have they not heard yet? Answered by Met."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Request this, once. Answered by Taken, AlreadyThere, Refused (for good) or Owed (later)."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class SubmitAll:
    """Request each of these, once. Answered by SettledAll."""

    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back what this person requested last. Answered by Undone or Unanswered."""

    title_key: str = ""  # of that title alone (Title.key), whenever it was; empty: whatever came last


@dataclass(frozen=True, slots=True)
class Recall:
    """What did this person ask for, and how far is the latest of it? Answered by Recalled."""

    most: int | None = None  # the latest so many; None: as many as somebody listens to


@dataclass(frozen=True, slots=True)
class Link:
    """Make this person the user whom a code is for. Answered by Linked or NotLinked."""

    code: str  # four digits


Want = (
    Search
    | LookUp
    | LookUpAll
    | Greet
    | Submit
    | SubmitAll
    | Recall
    | TakeBack
    | Link
    | Trace
    | Heed
    | Unheed
    | Again
    | Gather
    | AskWaiting
    | Allow
)


@dataclass(frozen=True, slots=True)
class Found:
    """What may have been meant, best first; empty when nothing like it exists. `today` is an ISO date.

    Where the verdict is ASK_WHICH, no title may be put to the person as the answer: let them choose among the first.
    """

    titles: tuple[Title, ...]
    today: str
    verdict: Verdict = Verdict.OFFER
    asked: AskFor | None = None  # the reading that they were found for, where it was another than the first
    four_k_kinds: tuple[Kind, ...] = ()  # what the request manager can get in 4K
    contradicts: bool = False  # the best of them is of another year or country, or without the people who were named


@dataclass(frozen=True, slots=True)
class FoundCollection:
    """A series of films that belong together was meant."""

    collection: Collection
    today: str
    four_k_kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class NobodyCalled:
    """Somebody was named whom the request manager does not know."""

    name: str  # as it was said


@dataclass(frozen=True, slots=True)
class KnowsNoPeople:
    """Who plays in what, and who made it, cannot be looked up."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The truth about a title."""

    details: Details
    by_default: SeasonGroup | None = None  # seasons that the owner wants requested where nobody named any; None: ask


@dataclass(frozen=True, slots=True)
class LookedUpAll:
    """What could be read of several titles in time; of none, where nobody answered."""

    details: tuple[Details, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """Who opened the conversation: somebody who asked for something before, or not."""

    before: bool
    news: tuple[Tiding, ...] = ()  # what became of their requests: told herewith, and not again
    more: int = 0  # how much more there is to tell


@dataclass(frozen=True, slots=True)
class Taken:
    """The request manager has the request."""

    receipt: Receipt
    unlinked: bool = False  # made in nobody's name, and the person has not been told yet how to be linked


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """Nothing was left to ask for; `details` say why, where they could be read."""

    details: Details


@dataclass(frozen=True, slots=True)
class Owed:
    """The wish is written down and will be sent later; `speech_key` says why not now."""

    speech_key: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The request manager will not do it, and asking again will not help."""

    speech_key: str
    frees: str | None = None  # ISO date on which a quota frees, where it is known


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Whoever asked for it has taken it back."""


@dataclass(frozen=True, slots=True)
class GaveUp:
    """It was tried for as long as the owner allows; `speech_key` says what stood in the way the last time."""

    speech_key: str


class Kept(StrEnum):
    """Why something is not taken back."""

    NOTHING = "nothing"  # this person asked for nothing lately
    ALREADY = "already"  # it was taken back before
    ON_ITS_WAY = "on-its-way"
    THERE = "there"
    SHARED = "shared"  # somebody else asked for the same
    SENDING = "sending"  # it is being requested at this very moment
    UNTRACED = "untraced"  # nobody can tell which request there is ours
    UNABLE = "unable"  # the request manager takes nothing back
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of taking back: which wishes are gone, and which are not, and why the first of those is not."""

    gone: tuple[Wish, ...] = ()
    left: tuple[Wish, ...] = ()
    why: Kept | None = None  # where something is left, or nothing was there to be taken back
    was_sent: bool = True  # False: none of those gone had reached the request manager, as far as we know


class Unlinkable(StrEnum):
    """Why somebody is not linked by a code."""

    WRONG = "wrong"  # there is no such code
    USED = "used"  # somebody was linked by it before
    OLD = "old"
    TOO_OFTEN = "too-often"  # too many codes were wrong lately
    NOBODY = "nobody"  # nobody knows who speaks here
    NO_USERS = "no-users"  # the request manager cannot act for users
    GONE = "gone"  # it does not know that user any more
    UNASKED = "unasked"  # it cannot be asked now; the code is still good


@dataclass(frozen=True, slots=True)
class Linked:
    """From now on this person asks in that user's name."""

    user: str  # what the user is called


@dataclass(frozen=True, slots=True)
class NotLinked:
    """Nothing was changed."""

    why: Unlinkable


@dataclass(frozen=True, slots=True)
class SettledAll:
    """What came of several wishes: how many were taken, will be sent later, were there already, were refused."""

    taken: int
    owed: int
    there: int
    refused: int
    waiting: int = 0  # how many of those taken wait for approval
    speech_key: str | None = None  # why those refused were, or why those owed could not be sent


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question could not be asked, so nothing is known. Asking again may help."""

    speech_key: str


@dataclass(frozen=True, slots=True)
class Recalled:
    """What this person asked for: the latest, newest first, and how many requests there are in all."""

    latest: tuple[Standing, ...]
    count: int
    today: str  # ISO date


#: What can come of a wish while somebody waits for it.
Outcome = Taken | AlreadyThere | Refused | Withdrawn
#: What can come of it in the end; kept in the outbox.
Ending = Outcome | GaveUp

Fact = (
    Found
    | FoundCollection
    | NobodyCalled
    | KnowsNoPeople
    | LookedUp
    | LookedUpAll
    | Met
    | Outcome
    | Owed
    | SettledAll
    | Recalled
    | Undone
    | Linked
    | NotLinked
    | Unanswered
    | Traced
    | NotFollowed
    | Heeded
    | Nameless
    | Unheeded
    | Retried
    | ToSend
    | NothingFailed
    | Gathered
    | Waiting
    | NotTheirs
    | Allowed
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish that somebody asked for lately, as the outbox keeps it."""

    row: int
    wish: Wish
    outcome: Ending | None  # None: not settled yet
    is_shared: bool  # somebody else asked for the same
