"""Where is it? What is followed under a name, and how far it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.followed import NotFollowed, Traced
from intents import AskFor, NumberedSeasons
from intents.titles import rank
from media import Kind, Stage, Wish
from media_backends import Ability, BackendUnavailable, KeyRefused, RequestRefused
from turns.in_time import look_up
from turns.seeing import as_followed, as_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.followed import Trace
    from media import Details, Followed, Title
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: So like what was said the name of a request has to be; anything less is looked for at the request manager.
LIKE_ENOUGH: Final = 0.9


def trace_named(asked: AskFor, world: World, speaker: Speaker, deadline: Deadline) -> Traced | NotFollowed:
    """How far the request is that is called so; where the backend does not tell, what was told last."""
    followed = named(asked, world, speaker)
    return NotFollowed() if followed is None else _of_request(followed, world, speaker, deadline)


def trace(want: Trace, world: World, speaker: Speaker, deadline: Deadline) -> Traced:
    """How far a title is. Raises what the backend raises where nothing is followed that could tell instead."""
    title = want.about
    if isinstance(title, AskFor):
        raise TypeError("what was said is no title yet")
    followed = of_title(title, world, speaker)
    if followed is not None and not want.seasons and _counts(followed):
        return _of_request(followed, world, speaker, deadline)
    details = look_up(title, world, speaker, deadline)
    there_are = {season.number for season in details.seasons}
    seasons = tuple(number for number in want.seasons if number in there_are)
    wish = Wish(details.title, seasons, want.four_k)
    return _told(wish, followed if followed and followed.wish == wish else None, details, world, speaker)


def traced(details: Details, world: World, speaker: Speaker) -> Traced:
    """The same for a title that was read a moment ago."""
    followed = of_title(details.title, world, speaker)
    if followed is not None and _counts(followed):
        return _told(followed.wish, followed, details, world, speaker)
    return _told(Wish(details.title), None, details, world, speaker)


def _counts(followed: Followed) -> bool:
    """Of a show, other seasons than those of a request that is over may matter now."""
    return followed.wish.title.kind is Kind.MOVIE or not followed.stage.is_end


def named(asked: AskFor, world: World, speaker: Speaker, *, only_theirs: bool = False) -> Followed | None:
    """The request whose title is called so: this person's before those of others; those that go on come first."""
    mine, others = world.following.latest(speaker.channel, speaker.person)
    for known in (mine,) if only_theirs else (mine, others):
        if found := _named(asked, [one for one in known if one.stage is not Stage.WITHDRAWN], world, speaker):
            return found
    return None


def of_title(title: Title, world: World, speaker: Speaker) -> Followed | None:
    """The request for a title that counts: this person's before those of others; those that go on come first."""
    mine = {one.row for one in world.following.latest(speaker.channel, speaker.person)[0]}
    known = [one for one in world.following.of_title(title.key) if one.stage is not Stage.WITHDRAWN]
    known.sort(key=lambda one: (one.stage.is_end, one.row not in mine, -one.row))
    return next(iter(known), None)


def _named(asked: AskFor, known: Sequence[Followed], world: World, speaker: Speaker) -> Followed | None:
    first, last = asked.years or (0, 9999)
    seasons = set(asked.seasons.numbers) if isinstance(asked.seasons, NumberedSeasons) else set()
    fitting = [one for one in known if first <= (one.wish.title.year or first) <= last]
    fitting = [one for one in fitting if seasons <= set(one.wish.seasons)]
    ranking = rank(asked, [one.wish.title for one in fitting], world.grammar(speaker.language).spelling)
    like = {each.title.key for each in ranking.candidates if each.score.likeness >= LIKE_ENOUGH}
    return next((one for one in fitting if one.wish.title.key in like), None)


def _of_request(followed: Followed, world: World, speaker: Speaker, deadline: Deadline) -> Traced:
    try:
        details = look_up(followed.wish.title, world, speaker, deadline)
    except (BackendUnavailable, KeyRefused, RequestRefused):
        return Traced(as_followed(followed), world.today(speaker.zone))
    return _told(followed.wish, followed, details, world, speaker)


def _told(wish: Wish, followed: Followed | None, details: Details, world: World, speaker: Speaker) -> Traced:
    tells, today = Ability.DOWNLOADS in world.backend().abilities, world.today(speaker.zone)
    return Traced(as_told(wish, followed, details, today, tells_downloads=tells), today, details)
