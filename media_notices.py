"""The words of telling people: what is to be told, to whom, in which way, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from media import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from media import Wish

#: What somebody is told who did not choose; the steps in between are for those who want them.
BY_DEFAULT: Final = frozenset(
    {
        Stage.PENDING,
        Stage.APPROVED,
        Stage.PARTIAL,
        Stage.READY,
        Stage.FAILED,
        Stage.DECLINED,
        Stage.REFUSED,
        Stage.GIVEN_UP,
        Stage.WITHDRAWN,
        Stage.GONE,
    }
)
#: What somebody can choose to be told of.
EVENTS: Final = BY_DEFAULT | {Stage.DOWNLOADING}
#: What is news to somebody who comes back.
NEWSWORTHY: Final = BY_DEFAULT - {Stage.PENDING, Stage.APPROVED}
#: What a whole household is told of unless its owner chose.
OF_ALL: Final = NEWSWORTHY - {Stage.WITHDRAWN, Stage.GONE}


class Way(StrEnum):
    """How a message goes out."""

    ADDRESS = "address"  # by apprise, to an address that somebody gave
    ALEXA = "alexa"  # a notification on the devices of an Alexa account


class Result(StrEnum):
    """What came of a message in the end."""

    SENT = "sent"
    UNSURE = "unsure"  # it may have arrived: nobody can tell, so it is not sent again
    HEARD = "heard"  # the person heard it by voice meanwhile
    UNWANTED = "unwanted"  # the person wants to hear no more of it
    OUTDATED = "outdated"  # something newer happened, and that is told
    LATE = "late"  # it could not be sent for so long that it is told by voice only
    IMPOSSIBLE = "impossible"  # its address is gone, or is none


@dataclass(frozen=True, slots=True)
class Address:
    """Where one person wants to be told. The address is a secret: it opens somebody's mailbox or channel."""

    row: int
    channel: str
    person: str
    url: str = field(repr=False)
    events: frozenset[Stage] = BY_DEFAULT
    quiet: str = ""  # "22:00-07:00"; empty: never quiet


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one place. Times are Unix seconds."""

    key: str  # unique: what is told, and where
    way: Way
    target: str  # what finds the address again; never the address itself
    locale: str
    at: float  # when it happened
    due: float  # not before this moment
    channel: str = ""  # who is told; empty: the household or the owner
    person: str = ""
    request: int | None = None  # Followed.row, where it is about one
    event: int | None = None  # what happened to it (the timeline's id)
    what: Mapping[str, Any] = field(default_factory=dict)  # what it tells, where it is about no request
    row: int = 0  # where it is kept
    tried: float | None = None  # since when it is being sent, or was when we were stopped
    result: Result | None = None  # None: not settled


@dataclass(frozen=True, slots=True)
class Tiding:
    """Something that somebody has not heard yet."""

    wish: Wish
    stage: Stage
    days: int  # since it happened, by the calendar: 0 is today
    reason: str | None = None  # why, where somebody said so (Followed.reason)
