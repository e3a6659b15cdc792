"""What could not be sent for too long, for each who wanted it to hear of it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

import media
from dialogs.wants import Unsent
from media import Stage, Wish
from models import FollowedRequest, Follower
from storage.naming import storable
from storage.packing import Packing, Unpackable

if TYPE_CHECKING:
    from sqlalchemy import Connection

WISHES: Final = Packing(Wish, vars(media), lasting=True)


def take_unsent(connection: Connection, channel: str, speaker: str, now: float) -> Unsent | None:
    """The last of them that this person was not told of; nothing more is told of it, by whatever way."""
    query = (
        select(Follower.id, FollowedRequest.wish, FollowedRequest.reason)
        .join(FollowedRequest, Follower.request == FollowedRequest.id)
        .where(Follower.channel == channel, Follower.speaker == storable(speaker), Follower.muted.is_(None))
        .where(FollowedRequest.stage == Stage.GIVEN_UP)
        .order_by(FollowedRequest.closed.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    told = update(Follower).where(Follower.id == row.id, Follower.muted.is_(None)).values(muted=now)
    if connection.execute(told).rowcount != 1:
        return None  # somebody is telling them at this very moment
    try:
        return Unsent(WISHES.unpack(row.wish), row.reason or "backend-broken")
    except Unpackable:
        return None  # written by another version
