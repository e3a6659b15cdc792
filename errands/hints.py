"""What a webhook tells of a request, cut down to what we believe of it: ids, kinds, numbers, one of a few words.

Whatever else a sender writes (names of people, their addresses, overviews) is not kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from media import Kind, News, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from media import Wish


class Event(StrEnum):
    """What happened, as far as senders have a word for it."""

    PENDING = "pending"
    AUTO_APPROVED = "auto-approved"  # the first that is told of a request, unlike APPROVED
    APPROVED = "approved"  # by somebody; or tried again after it failed
    DECLINED = "declined"
    FAILED = "failed"
    PARTIAL = "partial"
    AVAILABLE = "available"
    DELETED = "deleted"
    ISSUE = "issue"  # somebody complains, answers a complaint, or settles it
    TROUBLE = "trouble"  # could not be handed on, and will be tried again by the request manager itself
    TEST = "test"
    OTHER = "other"  # of nothing that we follow


STAGES: Final = {
    Event.PENDING: Stage.PENDING,
    Event.AUTO_APPROVED: Stage.APPROVED,
    Event.APPROVED: Stage.APPROVED,
    Event.DECLINED: Stage.DECLINED,
    Event.FAILED: Stage.FAILED,
    Event.PARTIAL: Stage.PARTIAL,
    Event.AVAILABLE: Stage.READY,
    Event.DELETED: Stage.GONE,
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One delivery. What it does not tell is empty or None."""

    event: Event
    requests: tuple[tuple[Kind, str], ...] = ()  # ids it may mean at the request manager: not every sender names a kind
    kind: Kind | None = None
    title: int | None = None  # TMDB id
    seasons: tuple[int, ...] = ()
    name: str = ""  # the title's, where there is no id at all
    reason: str = ""  # why it was declined
    mark: str = ""  # tells this delivery from others of the same event

    @property
    def stage(self) -> Stage | None:
        """How far it says the request has come; None where that is not what it tells."""
        return STAGES.get(self.event)

    @property
    def key(self) -> str:
        """The same for a delivery that comes again, however its dates or its pictures changed meanwhile."""
        return sha256(json.dumps(self.row(), sort_keys=True).encode()).hexdigest()

    def news(self, wish: Wish) -> News | None:
        """What it tells, taken at its word; None where that cannot be taken at its word."""
        if self.stage is None or self.event is Event.DELETED:
            return None
        ready = wish.seasons if self.stage is Stage.READY else ()
        return News(self.stage, "webhook", reason=self.reason or None, ready=ready)

    def row(self) -> dict[str, Any]:
        """As JSON."""
        row: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return row

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Hint:
        """From what `row` gave."""
        requests = tuple((Kind(kind), str(number)) for kind, number in row["requests"])
        kind = Kind(row["kind"]) if row["kind"] else None
        rest = {name: row[name] for name in ("title", "name", "reason", "mark")}
        return cls(Event(row["event"]), requests, kind, seasons=tuple(row["seasons"]), **rest)
