"""What waits for approval, and who may decide on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dialogs.followed import Allowed, NotTheirs, Pending, Waiting
from media import News, RequestStatus, Stage, Title, Wish
from media_backends import Ability, BackendUnavailable, Unsupported
from turns.in_time import in_time
from turns.seeing import read_all, reader
from turns.sending import PATIENCE

if TYPE_CHECKING:
    from dialogs.followed import Allow
    from media import KnownRequest
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: Of the requests that a server lists, so many of the latest are looked through.
MOST_LISTED: Final = 50
#: The names of so many are read, where the list does not hold them.
MOST_NAMED: Final = 8
#: Seconds for the list: some servers ask every Radarr and Sonarr first. After that, what we follow will do.
MOST_WAITED: Final = 2.5

#: Of what is further along, or over, a decision says nothing new.
UNDECIDED: Final = frozenset({Stage.OWED, Stage.PENDING, Stage.APPROVED, Stage.DECLINED})


def waiting(world: World, speaker: Speaker, deadline: Deadline) -> Waiting:
    """All that waits, the oldest first. Raises BackendUnavailable where nobody can tell."""
    pending, may_decide = _waiting(world, speaker, deadline), _may_decide(world, speaker, deadline)
    return Waiting(pending, may_decide, world.today(speaker.zone))


def allow(want: Allow, world: World, speaker: Speaker, deadline: Deadline) -> Allowed | NotTheirs:
    """Approve or decline it, if that is theirs to do."""
    if not _may_decide(world, speaker, deadline):
        return NotTheirs()
    backend, request, kind = world.backend(), want.request, want.request.wish.title.kind
    decide = partial(backend.decide, request.id, kind, approve=want.approve, reason=want.reason, timeout=PATIENCE)
    in_time(world, deadline, decide)
    world.forget(request.wish.title)
    followed = world.following.by_request(kind, request.id)
    if followed and followed.wish.title.key == request.wish.title.key and followed.stage in UNDECIDED:
        stage = Stage.APPROVED if want.approve else Stage.DECLINED
        world.following.note(followed.row, News(stage, "look", want.reason or None, request_id=request.id))
    return Allowed(request, want.approve)


def _may_decide(world: World, speaker: Speaker, deadline: Deadline) -> bool:
    """By default whoever is linked to a user who may: by hand, so never as the default user."""
    backend, who = world.backend(), world.deciders
    if Ability.DECIDE not in backend.abilities or who == "nobody":
        return False
    if who == "anyone":
        return True
    user = world.people.linked(speaker.channel, speaker.person) if speaker.person else None
    if user is None:
        return False
    try:
        return in_time(world, deadline, lambda: backend.may_decide(user, timeout=deadline.left))
    except Unsupported:
        return False


def _waiting(world: World, speaker: Speaker, deadline: Deadline) -> tuple[Pending, ...]:
    backend = world.backend()
    seconds = min(MOST_WAITED, deadline.left / 2)
    try:
        listed = in_time(world, deadline.within(seconds), lambda: backend.requests(take=MOST_LISTED, timeout=seconds))
    except (BackendUnavailable, Unsupported):
        if followed := _followed(world, speaker):
            return followed
        raise
    pending = [one for one in reversed(listed) if one.status is RequestStatus.PENDING]
    titles = _titles(pending, world, speaker, deadline)
    return tuple(
        Pending(one.id, Wish(titles[_key(one)], one.seasons, one.four_k), one.user.name if one.user else None)
        for one in pending
        if titles[_key(one)].name
    )


def _followed(world: World, speaker: Speaker) -> tuple[Pending, ...]:
    """As far as we know them ourselves."""
    mine, others = world.following.latest(speaker.channel, speaker.person)
    pending = [one for one in (*mine, *others) if one.stage is Stage.PENDING and one.request_id]
    return tuple(Pending(one.request_id or "", one.wish) for one in sorted(pending, key=lambda one: one.row))


def _titles(pending: list[KnownRequest], world: World, speaker: Speaker, deadline: Deadline) -> dict[str, Title]:
    """By Title.key; without a name where it could not be read in time."""
    titles = {_key(one): Title(one.kind, one.title_id, one.name or "") for one in pending}
    followed = {key: next(iter(world.following.of_title(key)), None) for key in titles}
    titles |= {key: one.wish.title for key, one in followed.items() if one}
    unnamed = [title for title in titles.values() if not title.name][:MOST_NAMED]
    seen = read_all(unnamed, reader(world.memory.described, speaker, deadline), world.pool, deadline)
    return titles | {key: details.title for key, details in seen.items()}


def _key(one: KnownRequest) -> str:
    return Title(one.kind, one.title_id, "").key
