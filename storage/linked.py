"""Who is the same person under several names: whoever is linked to the same user of the request manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from models import Person
from storage.naming import storable

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from models import AddressRow, Follower, NoticeRow


def same_person(rows: type[AddressRow | Follower | NoticeRow], channel: str, person: str) -> ColumnElement[bool]:
    """True for the rows of this person, under whatever name."""
    me, other = aliased(Person), aliased(Person)
    mine = and_(rows.channel == channel, rows.speaker == storable(person))
    linked = (
        select(other.id)
        .join(me, me.user == other.user)
        .where(me.channel == channel, me.speaker == storable(person))
        .where(other.channel == rows.channel, other.speaker == rows.speaker)
        .exists()
    )
    return or_(mine, linked)
