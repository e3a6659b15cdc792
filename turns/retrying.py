"""What failed, once more: at the request manager, or on its way there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dialogs.followed import NotFollowed, NothingFailed, Place, Retried, ToSend
from intents import AskFor
from media import News, RequestStatus, Stage, Wish
from media_backends import Ability, Unsupported
from turns.in_time import in_time, look_up
from turns.seeing import as_told
from turns.sending import PATIENCE
from turns.tracing import named, of_title

if TYPE_CHECKING:
    from dialogs.followed import Standing
    from media import Details, Followed, Title
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: These never reached the request manager, or were refused there: they are sent anew.
_UNSENT: Final = frozenset({Stage.OWED, Stage.GIVEN_UP, Stage.REFUSED})
_FAILED: Final = frozenset({Place.FAILED, Place.STUCK})


def again(
    about: AskFor | Title | None, world: World, speaker: Speaker, deadline: Deadline
) -> Retried | ToSend | NothingFailed | NotFollowed:
    """Try it again. Of nothing in particular: whatever of this person's failed last."""
    followed = _meant(about, world, speaker)
    if followed is not None and followed.stage in _UNSENT:
        return ToSend(followed.wish, world.today(speaker.zone))
    if isinstance(about, AskFor) and followed is None:
        return NotFollowed()
    title = followed.wish.title if followed else about
    if title is None or isinstance(title, AskFor):
        return NothingFailed()
    details = look_up(title, world, speaker, deadline)
    wish = followed.wish if followed else Wish(details.title)
    standing = _standing(wish, followed, details, world, speaker)
    if standing.stands not in _FAILED:
        return NothingFailed(standing)
    _hand_on(followed, details, world, deadline)
    return Retried(wish, world.today(speaker.zone))


def _meant(about: AskFor | Title | None, world: World, speaker: Speaker) -> Followed | None:
    match about:
        case AskFor():
            return named(about, world, speaker)
        case None:
            mine, _ = world.following.latest(speaker.channel, speaker.person)
            return next((one for one in mine if one.stage in {Stage.FAILED, *_UNSENT}), None)
        case _:
            return of_title(about, world, speaker)


def _standing(wish: Wish, followed: Followed | None, details: Details, world: World, speaker: Speaker) -> Standing:
    tells = Ability.DOWNLOADS in world.backend().abilities
    return as_told(wish, followed, details, world.today(speaker.zone), tells_downloads=tells)


def _hand_on(followed: Followed | None, details: Details, world: World, deadline: Deadline) -> None:
    """Raises Unsupported where the request manager cannot, or nobody tells which request it is."""
    backend, kind = world.backend(), details.title.kind
    listed = [one.id for one in details.requests if one.status in {RequestStatus.FAILED, RequestStatus.APPROVED}]
    number = (followed.request_id if followed else None) or (listed[-1] if listed else None)
    if Ability.RETRY not in backend.abilities or number is None:
        raise Unsupported(f"a request for {details.title.key} cannot be tried again")
    in_time(world, deadline, partial(backend.retry, number, kind, timeout=PATIENCE))
    world.forget(details.title)
    if followed is not None:
        world.following.note(followed.row, News(Stage.APPROVED, "look", request_id=followed.request_id))
