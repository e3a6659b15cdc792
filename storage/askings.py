"""Who asked for which wish: so that they, and nobody else, can take it back, and no turn asks twice."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import exists, insert, select
from sqlalchemy.orm import aliased

from dialogs.wants import Asked, Taken, Withdrawn
from models import Asking, OwedRequest
from storage.conversations import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Select


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in one of their turns, as digests."""

    who: str
    turn: str

    @classmethod
    def of(cls, channel: str, speaker: str, conversation: str, turn: str = "") -> Asker:
        """Whoever has no name is known by the conversation; a turn without an id is like no other."""
        who = "\n".join((channel, speaker) if speaker else (channel, "", conversation))
        return cls(digest(who), digest(f"{who}\n{conversation}\n{turn}") if turn else uuid.uuid4().hex)


def asked_before(connection: Connection, asker: Asker, key: str, since: float) -> int | None:
    """The row of this wish, where the same turn wrote it since then: it was delivered again after we broke off.

    Ids of turns may come again in later days, and mean another turn then.
    """
    query = select(OwedRequest.id).join(Asking, Asking.owed == OwedRequest.id)
    same = Asking.turn == asker.turn, OwedRequest.key == key, Asking.created > since
    return connection.execute(query.where(*same).limit(1)).scalar()


def note(connection: Connection, asker: Asker, row: int, now: float) -> None:
    """Remember that they asked for it."""
    connection.execute(insert(Asking).values(owed=row, asker=asker.who, turn=asker.turn, created=now))


def wanted_by(who: str) -> ColumnElement[bool]:
    """True for a row that this person asked for, whoever asked for it first."""
    one = aliased(Asking)
    return exists(select(one.id).where(one.owed == OwedRequest.id, one.asker == who))


def wanted_by_others(who: str) -> ColumnElement[bool]:
    """True for a row that somebody else asked for, too."""
    other = aliased(Asking)
    return exists(select(other.id).where(other.owed == OwedRequest.id, other.asker != who))


def asked_since(who: str, moment: float) -> Select[tuple[str, int, object, object, bool]]:
    """All that they asked for since then: turn, row, wish, outcome and whether it is shared; the last first."""
    row = (Asking.turn, OwedRequest.id, OwedRequest.wish, OwedRequest.outcome, wanted_by_others(who).label("is_shared"))
    mine = select(*row).join(OwedRequest, Asking.owed == OwedRequest.id)
    return mine.where(Asking.asker == who, Asking.created > moment).order_by(Asking.id.desc())


def last_made(asked: Iterable[tuple[str, Asked]]) -> tuple[Asked, ...]:
    """What the last turn asked for in which anything was requested, in the order it was asked for; last first given."""
    for _, together in groupby(asked, lambda one: one[0]):
        if made := made_of(one for _, one in together):
            return made
    return ()


def made_of(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Those of which something came or still may, each once, in the order they were asked for; last first given."""
    made = {one.row: one for one in asked if one.outcome is None or isinstance(one.outcome, Taken | Withdrawn)}
    return tuple(reversed(made.values()))
