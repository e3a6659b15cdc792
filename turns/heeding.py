"""Who wants to be told how a request goes on, and who no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.followed import Heeded, Nameless, NotFollowed, Place, Standing, Unheeded
from intents import AskFor
from media import Availability, News, RequestStatus, Stage, Wish
from media_backends import Ability, Unsupported
from turns.in_time import in_time, look_up
from turns.seeing import as_followed, how_far
from turns.tracing import named, of_title

if TYPE_CHECKING:
    from media import Details, Followed, KnownRequest, Title
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: Of the requests that a server lists, so many of the latest are looked through.
MOST_LISTED: Final = 50
_STAGES: Final = {
    RequestStatus.PENDING: Stage.PENDING,
    RequestStatus.APPROVED: Stage.APPROVED,
    RequestStatus.FAILED: Stage.FAILED,
}


def heed(about: AskFor | Title, world: World, speaker: Speaker, deadline: Deadline) -> Heeded | Nameless | NotFollowed:
    """Follow it for this person; a request that was made elsewhere is followed from now on."""
    if not speaker.person:
        return Nameless()
    if isinstance(about, AskFor):
        followed = named(about, world, speaker)
        return _heeded(followed, world, speaker) if followed and _can_be_heeded(followed) else NotFollowed()
    followed = of_title(about, world, speaker)
    if followed is not None and _can_be_heeded(followed):
        return _heeded(followed, world, speaker)
    return _adopted(look_up(about, world, speaker, deadline), world, speaker, deadline)


def unheed(about: AskFor | Title | None, world: World, speaker: Speaker) -> Unheeded:
    """This person hears no more of it, or of anything."""
    today = world.today(speaker.zone)
    if about is None:
        return Unheeded(world.following.unfollow(speaker.channel, speaker.person) if speaker.person else 0, today)
    followed = named(about, world, speaker, only_theirs=True) if isinstance(about, AskFor) else None
    title = followed.wish.title if followed else None if isinstance(about, AskFor) else about
    rows = world.following.of_title(title.key) if title and speaker.person else ()
    count = sum(world.following.unfollow(speaker.channel, speaker.person, one.row) for one in rows)
    return Unheeded(count, today, title)


def _can_be_heeded(followed: Followed) -> bool:
    return not followed.stage.is_end or followed.stage is Stage.READY


def _heeded(followed: Followed, world: World, speaker: Speaker) -> Heeded:
    if not followed.stage.is_end:
        world.following.follow(followed.row, speaker.channel, speaker.person, speaker.locale)
    return Heeded(as_followed(followed), world.today(speaker.zone))


def _adopted(details: Details, world: World, speaker: Speaker, deadline: Deadline) -> Heeded | NotFollowed:
    """Nothing is followed for it yet: somebody may have asked for it elsewhere."""
    title = details.title
    if title.availability is Availability.AVAILABLE:
        return Heeded(Standing(Wish(title), Place.READY), world.today(speaker.zone))
    request = open_request(details, world, deadline)
    if request is None and title.availability.is_asked_for:
        raise Unsupported(f"nobody tells which request for {title.key} it is")
    if request is None:
        return NotFollowed()
    wish = Wish(title, request.seasons, request.four_k)
    news = News(_STAGES[request.status], "look", request_id=request.id, reason=request.reason)
    row = world.following.adopt(wish, news, request.user.id if request.user else None)
    world.following.follow(row, speaker.channel, speaker.person, speaker.locale)
    stands = Place.PENDING if how_far(wish, details) is Availability.PENDING else Place.COMING
    return Heeded(Standing(wish, stands), world.today(speaker.zone))


def open_request(details: Details, world: World, deadline: Deadline) -> KnownRequest | None:
    """The latest request for a title that goes on, as the request manager has it."""
    listed = list(details.requests)
    if not listed and details.title.availability.is_asked_for and Ability.REQUESTS in world.backend().abilities:
        backend = world.backend()
        found = in_time(world, deadline, lambda: backend.requests(take=MOST_LISTED, timeout=deadline.left))
        listed = [one for one in reversed(found) if (one.kind, one.title_id) == (details.title.kind, details.title.id)]
    going_on = [one for one in listed if one.status in _STAGES]
    return going_on[-1] if going_on else None
