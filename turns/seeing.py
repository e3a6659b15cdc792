"""Reading several titles side by side, and how far each is: what we follow, and what the request manager says now."""

from __future__ import annotations

from concurrent.futures import wait
from typing import TYPE_CHECKING, Final

from dialogs.followed import Place, Standing
from media import Availability, Kind, Stage
from media_backends import BackendUnavailable, KeyRefused, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor, Future

    from media import Details, Followed, Title, Wish
    from turns.deadline import Deadline
    from turns.world import Speaker

#: So many are told; nobody listens to more.
LATEST: Final = 3
#: Of several seasons, the one that is furthest behind tells how far they are.
_BEHIND: Final = (
    Availability.FAILED,
    Availability.REFUSED,
    Availability.DECLINED,
    Availability.MISSING,
    Availability.PENDING,
    Availability.PROCESSING,
    Availability.BLOCKED,
)
_BY_STAGE: Final = {
    Stage.OWED: Place.OWED,
    Stage.PENDING: Place.PENDING,
    Stage.APPROVED: Place.COMING,
    Stage.DOWNLOADING: Place.DOWNLOADING,
    Stage.PARTIAL: Place.PARTLY,
    Stage.READY: Place.READY,
    Stage.FAILED: Place.FAILED,
    Stage.DECLINED: Place.DECLINED,
    Stage.REFUSED: Place.REFUSED,
    Stage.GIVEN_UP: Place.GIVEN_UP,
    Stage.WITHDRAWN: Place.WITHDRAWN,
    Stage.GONE: Place.GONE,
}
_BY_AVAILABILITY: Final = {
    Availability.PENDING: Place.PENDING,
    Availability.PARTIAL: Place.PARTLY,
    Availability.AVAILABLE: Place.READY,
    Availability.BLOCKED: Place.BLOCKED,
    Availability.DECLINED: Place.DECLINED,
    Availability.REFUSED: Place.DECLINED,
    Availability.FAILED: Place.FAILED,
}
#: What only we know: nothing of it stands at the request manager.
_OURS: Final = frozenset({Stage.OWED, Stage.GIVEN_UP, Stage.REFUSED, Stage.WITHDRAWN, Stage.DECLINED})


def read_all(
    titles: Iterable[Title], look_up: Callable[[Title], Details], pool: Executor, deadline: Deadline
) -> dict[str, Details]:
    """What could be read of them in time, by Title.key; all are asked for side by side."""
    asking = {title.key: pool.submit(look_up, title) for title in titles}
    done, late = wait(asking.values(), deadline.left)
    for future in late:
        future.cancel()
    seen = {key: _seen(future) for key, future in asking.items() if future in done}
    return {key: details for key, details in seen.items() if details}


def reader(read: Callable[..., Details], speaker: Speaker, deadline: Deadline) -> Callable[[Title], Details]:
    """Reads a title in this person's language."""
    return lambda title: read(title.kind, title.id, language=speaker.language, timeout=deadline.left)


def _seen(asked: Future[Details]) -> Details | None:
    try:
        return asked.result()
    except (BackendUnavailable, KeyRefused, RequestRefused):
        return None


def how_far(wish: Wish, details: Details) -> Availability:
    """How far all that was wished for is."""
    chosen = [season for season in details.seasons if season.number in wish.seasons]
    if wish.title.kind is Kind.MOVIE or not chosen:
        return details.title.availability_in(four_k=wish.four_k)
    states = {season.availability_in(four_k=wish.four_k) for season in chosen}
    if len(states) > 1 and states & {Availability.AVAILABLE, Availability.PARTIAL}:
        return Availability.PARTIAL
    return min(states, key=_BEHIND.index) if len(states) > 1 else states.pop()


def as_followed(followed: Followed) -> Standing:
    """How far a request is, as it was told last."""
    place = _BY_STAGE[followed.stage]
    return Standing(followed.wish, place, there=followed.ready, reason=followed.reason)


def as_told(wish: Wish, followed: Followed | None, details: Details, today: str, *, tells_downloads: bool) -> Standing:
    """How far it is, as the request manager tells it now; what only we know of it comes from what we follow.

    `tells_downloads`: what is being downloaded would be in `details`.
    """
    availability = how_far(wish, details)
    reason = followed.reason if followed and followed.stage.is_end | (followed.stage is Stage.FAILED) else None
    match availability:
        case Availability.PROCESSING:
            return _on_its_way(wish, details, today, tells_downloads=tells_downloads)
        case Availability.MISSING if followed and followed.stage in _OURS:
            return as_followed(followed)
        case Availability.MISSING:
            return Standing(wish, Place.GONE if followed else Place.OPEN)
        case Availability.PARTIAL:
            return Standing(wish, Place.PARTLY, there=_there(wish, details))
        case Availability.DECLINED | Availability.REFUSED | Availability.FAILED:
            told = next((one.reason for one in reversed(details.requests) if one.reason), None)
            return Standing(wish, _BY_AVAILABILITY[availability], reason=reason or told)
        case _:
            return Standing(wish, _BY_AVAILABILITY[availability])


def _there(wish: Wish, details: Details) -> tuple[int, ...]:
    there = details.seasons_that_are(Availability.AVAILABLE, four_k=wish.four_k)
    return tuple(number for number in there if not wish.seasons or number in wish.seasons)


def _on_its_way(wish: Wish, details: Details, today: str, *, tells_downloads: bool) -> Standing:
    downloads = [
        one
        for one in details.downloads
        if one.four_k == wish.four_k and (not wish.seasons or one.season is None or one.season in wish.seasons)
    ]
    if moving := [one for one in downloads if one.trouble is None]:
        percents = [one.percent for one in moving if one.percent is not None]
        minutes = [one.minutes for one in moving if one.minutes is not None]
        percent = sum(percents) // len(percents) if percents else None
        return Standing(wish, Place.DOWNLOADING, percent, max(minutes) if len(minutes) == len(moving) else None)
    if downloads:
        return Standing(wish, Place.STUCK, downloads[0].percent, reason=downloads[0].trouble)
    if due := _due(wish, details, today):
        return Standing(wish, Place.UNRELEASED, due=due)
    return Standing(wish, Place.SEARCHING if tells_downloads else Place.COMING)


def _due(wish: Wish, details: Details, today: str) -> str | None:
    """The date on which the first of it comes out, while all of it lies ahead."""
    chosen = [season.aired for season in details.seasons if season.number in wish.seasons]
    dates = chosen or [details.title.released]
    ahead = [date for date in dates if date and date > today]
    return min(ahead) if len(ahead) == len(dates) else None
