"""Which requests there are, and how far each is: one's own, everybody's, what is downloading, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.followed import Gathered, Place, Standing
from dialogs.wants import Recalled
from intents import Which
from media import Stage
from media_backends import Ability
from turns.seeing import LATEST, as_followed, as_told, read_all, reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from media import Followed, PastRequest, Wish
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: What became ready so long ago, in seconds, is no news.
NEWS: Final = 14 * 86_400.0
#: So many of those that may be downloading are looked at.
MOST_LOOKED_AT: Final = 8
#: What never reached the request manager.
_NOT_SENT: Final = frozenset({Place.OWED.value, Place.GIVEN_UP.value})
_UNDER_WAY: Final = frozenset({Stage.APPROVED, Stage.DOWNLOADING, Stage.PARTIAL})
_MOVING: Final = frozenset({Place.DOWNLOADING, Place.STUCK})


def recalled(asked: Sequence[PastRequest], count: int, world: World, speaker: Speaker, deadline: Deadline) -> Recalled:
    """How far these are now. Of what cannot be read in time it is said what is known of it."""
    followed = [_followed(one.wish, world) for one in asked]
    standings = _now([(one.wish, known) for one, known in zip(asked, followed, strict=True)], world, speaker, deadline)
    told, today = zip(asked, followed, standings, strict=True), world.today(speaker.zone)
    return Recalled(tuple(standing or _as_known(one, known) for one, known, standing in told), count, today)


def _as_known(one: PastRequest, followed: Followed | None) -> Standing:
    if followed is not None and followed.stage is not Stage.APPROVED:
        return as_followed(followed)
    return Standing(one.wish, Place(one.status.value) if one.status.value in _NOT_SENT else Place.ASKED)


def gather(which: Which, world: World, speaker: Speaker, deadline: Deadline) -> Gathered:
    """The first few of them, this person's before those of others."""
    mine, others = world.following.latest(speaker.channel, speaker.person)
    known = [one for one in (*mine, *others) if one.stage is not Stage.WITHDRAWN]
    today = world.today(speaker.zone)
    match which:
        case Which.NEW:
            since = world.now() - NEWS
            there = [one for one in known if one.stage in {Stage.READY, Stage.PARTIAL} and one.updated >= since]
            just_now = [one for one in _under_way(known, world, speaker, deadline) if one.stands is Place.READY]
            whole = {one.wish.key for one in just_now}  # some of them were partly there before
            new = [*just_now, *(as_followed(one) for one in there if one.wish.key not in whole)]
            return Gathered(which, tuple(new[:LATEST]), len(new), today)
        case Which.DOWNLOADING:
            moving = [one for one in _under_way(known, world, speaker, deadline) if one.stands in _wanted(world)]
            return Gathered(which, tuple(moving[:LATEST]), len(moving), today)
        case _:
            return Gathered(which, tuple(_standings(known[:LATEST], world, speaker, deadline)), len(known), today)


def _under_way(known: Sequence[Followed], world: World, speaker: Speaker, deadline: Deadline) -> list[Standing]:
    """How far those are now that may be moving; of what was pending when last looked at, nobody may have told more."""
    moving = [one for one in known if one.stage in _UNDER_WAY]
    pending = [one for one in known if one.stage is Stage.PENDING]
    return _standings([*moving, *pending][:MOST_LOOKED_AT], world, speaker, deadline)


def _wanted(world: World) -> frozenset[Place]:
    """Where nobody tells what is being downloaded, all that is approved may be."""
    tells = Ability.DOWNLOADS in world.backend().abilities
    return _MOVING if tells else _MOVING | {Place.COMING}


def _standings(known: Sequence[Followed], world: World, speaker: Speaker, deadline: Deadline) -> list[Standing]:
    now = _now([(one.wish, one) for one in known], world, speaker, deadline)
    return [standing or as_followed(one) for one, standing in zip(known, now, strict=True)]


def _now(
    asked: Sequence[tuple[Wish, Followed | None]], world: World, speaker: Speaker, deadline: Deadline
) -> list[Standing | None]:
    """How far each is now; None for what could not be read in time."""
    look_up = reader(world.memory.details, speaker, deadline)
    owed = {wish.title.key for wish, followed in asked if followed and followed.stage is Stage.OWED}
    titles = {wish.title.key: wish.title for wish, _ in asked if wish.title.key not in owed}
    seen = read_all(titles.values(), look_up, world.pool, deadline)
    today, tells = world.today(speaker.zone), Ability.DOWNLOADS in world.backend().abilities
    return [
        as_told(wish, followed, details, today, tells_downloads=tells)
        if (details := seen.get(wish.title.key))
        else None
        for wish, followed in asked
    ]


def _followed(wish: Wish, world: World) -> Followed | None:
    """The latest request that is followed for this wish."""
    return next((one for one in world.following.of_title(wish.title.key) if one.wish.key == wish.key), None)
