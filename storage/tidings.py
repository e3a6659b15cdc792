"""What somebody has not heard yet: what became of their requests since they last spoke to us."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, select, update
from sqlalchemy.orm import aliased

import media
from media import Stage, Wish
from media_notices import NEWSWORTHY, Result, Tiding
from models import FollowedRequest, Follower, NoticeRow, OwedRequest
from storage.database import reading
from storage.linked import same_person
from storage.naming import storable
from storage.packing import Packing, Unpackable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine, Row, Select

#: What is older, in seconds, is no news.
STALE: Final = 14 * 86_400.0
WISHES: Final = Packing(Wish, vars(media), lasting=True)


class Tidings:
    """What there is to tell people who come back."""

    def __init__(self, engine: Engine, clock: Callable[[], float], zone: tzinfo | None = None) -> None:
        """`clock` gives Unix seconds; `zone` says when a day ends, the machine's own where there is none."""
        self._engine, self._clock, self._zone = engine, clock, zone

    def take(self, channel: str, person: str, most: int) -> tuple[tuple[Tiding, ...], int]:
        """Up to `most` pieces of news, the last first, and how many more there are.

        Those are told herewith, and never again; the others wait for the next time.
        """
        now = self._clock()
        with reading(self._engine) as connection:
            rows = connection.execute(_untold(channel, storable(person), now - STALE)).all()
        found = [(row.request, tiding) for row in rows if (tiding := self._tiding(row, now)) is not None]
        told = [request for request, _ in found[:most]]
        if told:
            with self._engine.begin() as connection:
                whose = Follower.request.in_(told), same_person(Follower, channel, person)
                connection.execute(update(Follower).where(*whose).values(heard=now))
        return tuple(tiding for _, tiding in found[:most]), len(found[most:])

    def _tiding(self, row: Row[Any], now: float) -> Tiding | None:
        """None for what another version wrote and we cannot read."""
        try:
            wish, stage = WISHES.unpack(row.wish), Stage(row.stage)
        except (Unpackable, ValueError):
            return None
        return Tiding(wish, stage, (self._day(now) - self._day(row.updated)).days, row.reason)

    def _day(self, at: float) -> Any:
        return datetime.fromtimestamp(at, UTC).astimezone(self._zone).date()


def _untold(channel: str, speaker: str, since: float) -> Select[Any]:
    """What they follow and that changed since they last heard of it, unless a message told them."""
    told = (
        select(NoticeRow.id)
        .where(
            NoticeRow.request == FollowedRequest.id,
            same_person(NoticeRow, channel, speaker),
            NoticeRow.at >= FollowedRequest.updated,
            NoticeRow.result == Result.SENT,
        )
        .exists()
    )
    return (
        select(
            Follower.request,
            FollowedRequest.wish,
            FollowedRequest.stage,
            FollowedRequest.reason,
            FollowedRequest.updated,
        )
        .join(FollowedRequest, FollowedRequest.id == Follower.request)
        .where(
            Follower.channel == channel,
            Follower.speaker == speaker,
            Follower.muted.is_(None),
            FollowedRequest.stage.in_(sorted(NEWSWORTHY)),
            FollowedRequest.updated > since,
            FollowedRequest.updated > Follower.created,  # whoever joins later hears then how it stands
            FollowedRequest.updated > func.coalesce(Follower.heard, 0.0),
            ~told,
            FollowedRequest.stage.not_in((Stage.WITHDRAWN, Stage.GONE)) | ~_asked_again(),
        )
        .order_by(FollowedRequest.updated.desc(), FollowedRequest.id.desc())
    )


def _asked_again() -> ColumnElement[bool]:
    """True where the same was wished for anew, and they follow that: then it is requested, whatever became of this."""
    mine, anew = aliased(OwedRequest), aliased(OwedRequest)
    request, follows = aliased(FollowedRequest), aliased(Follower)
    same = anew.title_key == mine.title_key, anew.key == mine.key, anew.id > mine.id
    whose = follows.channel == Follower.channel, follows.speaker == Follower.speaker
    of_both = select(mine.id).join(anew, and_(*same)).join(request, request.owed == anew.id)
    return of_both.join(follows, follows.request == request.id).where(mine.id == FollowedRequest.owed, *whose).exists()
