"""What a dialog may want to know of requests on their way, and the facts that come back; the rest is in wants.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intents import AskFor, Which
    from media import Details, Title, Wish


class Place(StrEnum):
    """How far something is, as it is told to a person."""

    OWED = "queued"  # written down here, and asked for as soon as the request manager answers
    ASKED = "approved"  # it was requested, and nobody can say more
    PENDING = "pending"
    COMING = "processing"  # approved, and on its way
    SEARCHING = "searching"  # approved, and nothing is being downloaded yet
    DOWNLOADING = "downloading"
    STUCK = "stuck"  # the download does not move
    UNRELEASED = "unreleased"  # approved, and not out yet
    PARTLY = "partial"
    READY = "available"
    FAILED = "failed"
    DECLINED = "declined"
    REFUSED = "refused"  # the request manager did not take it
    GIVEN_UP = "given-up"  # could not be sent
    WITHDRAWN = "withdrawn"  # taken back by whoever asked for it
    GONE = "gone"  # no longer requested
    BLOCKED = "blocked"
    OPEN = "missing"  # nobody asked for it


@dataclass(frozen=True, slots=True)
class Standing:
    """How far something is: as the request manager tells it now, else as it was told last."""

    wish: Wish  # without seasons where all of a show is meant
    stands: Place
    percent: int | None = None  # of what is being downloaded
    minutes: int | None = None  # until it is there
    due: str | None = None  # ISO date on which it comes out
    there: tuple[int, ...] = ()  # seasons, of those that are partly there
    reason: str | None = None  # why it is stuck, failed, was declined or refused: a speech key, or somebody's words


@dataclass(frozen=True, slots=True)
class Trace:
    """How far is this? Answered by Traced; by NotFollowed where no request is known by the words that were said; and
    of a title by Refused or Unanswered.
    """

    about: AskFor | Title
    four_k: bool = False
    seasons: tuple[int, ...] = ()  # of a title: those that are meant, where some were named


@dataclass(frozen=True, slots=True)
class Heed:
    """This person wants to be told when it is ready.

    Answered by Heeded, Nameless, NotFollowed (nobody asked for it, or nothing is known by those words), Refused or
    Unanswered.
    """

    about: AskFor | Title


@dataclass(frozen=True, slots=True)
class Unheed:
    """This person wants to be told no more, of this or of anything. Answered by Unheeded."""

    about: AskFor | Title | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """What failed is to be tried again.

    Answered by Retried, ToSend, NothingFailed, NotFollowed (by what was said), Refused or Unanswered.
    """

    about: AskFor | Title | None = None


@dataclass(frozen=True, slots=True)
class Gather:
    """Requests of a kind, this person's first. Answered by Gathered."""

    which: Which


@dataclass(frozen=True, slots=True)
class AskWaiting:
    """Which requests wait for approval? Answered by Waiting, Refused or Unanswered."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A request that waits for approval."""

    id: str  # at the request manager
    wish: Wish
    user: str | None = None  # the name of whoever asked for it


@dataclass(frozen=True, slots=True)
class Allow:
    """Approve this request, or decline it. Answered by Allowed, NotTheirs, Refused or Unanswered."""

    request: Pending
    approve: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """How far it is. `today` is an ISO date."""

    standing: Standing
    today: str
    details: Details | None = None  # None: they could not be read


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """No request is known for that."""


@dataclass(frozen=True, slots=True)
class Heeded:
    """From now on this person is told how it goes on; nothing is to be told where it is there already."""

    standing: Standing
    today: str  # ISO date, here as in all that follows


@dataclass(frozen=True, slots=True)
class Nameless:
    """Nobody knows who speaks, so they cannot be told later."""


@dataclass(frozen=True, slots=True)
class Unheeded:
    """Of so many requests this person is told no more; `title` is the one that was meant, if one was."""

    count: int
    today: str
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class Retried:
    """The request manager tries it again."""

    wish: Wish
    today: str


@dataclass(frozen=True, slots=True)
class ToSend:
    """It never reached the request manager: it is to be sent now."""

    wish: Wish
    today: str


@dataclass(frozen=True, slots=True)
class NothingFailed:
    """There is nothing to be tried again; `standing` tells how far the one is that was meant, if one was."""

    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The first few of them, and how many there are in all."""

    which: Which
    standings: tuple[Standing, ...]
    count: int
    today: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for approval, the oldest first, and whether this person may decide on it."""

    requests: tuple[Pending, ...]
    may_decide: bool
    today: str


@dataclass(frozen=True, slots=True)
class NotTheirs:
    """It is not for this person to decide."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """It is decided."""

    request: Pending
    approve: bool
