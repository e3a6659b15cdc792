"""Shows: the truth of each episode, added up to seasons and to the show.

A show's page in v2 lists every episode, but it is up to 12 hours old, and its summaries (`available`,
`fullyAvailable`, `partlyAvailable`) say "all of it" of a show of which nothing has aired. So its episodes are counted
here, after what the request itself says at this moment has been laid over them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from backends.ombi.films import MOST_ACTORS, date, names, poster
from media import Availability, Details, Kind, Season, Title
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Row = Mapping[str, object]
    Fresh = Mapping[tuple[int, int], Availability]

#: Of several states that are not "there", the one that tells most.
PROGRESS: Final = (
    Availability.MISSING,
    Availability.REFUSED,
    Availability.PENDING,
    Availability.PROCESSING,
    Availability.PARTIAL,
    Availability.AVAILABLE,
)
GOES_ON: Final = frozenset({"Returning Series", "In Production", "Planned"})


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode as it stands now."""

    number: int
    aired: str | None  # ISO date, which may lie ahead
    availability: Availability


Episodes = dict[int, tuple["Episode", ...]]  # by season, in order


def read_episodes(page: Row, fresh: Fresh | None) -> Episodes:
    """Every episode of a show's page. `fresh` is what its request says now; None where there is no request."""
    seasons: Episodes = {}
    for row in fields.rows(page, "seasonRequests"):
        number = fields.number(row, "seasonNumber")
        if number is not None:
            seasons[number] = tuple(sorted(_episodes(row, number, fresh or {}), key=lambda one: one.number))
    return dict(sorted(seasons.items()))


def read_request(parent: Row) -> Fresh:
    """What the request for a show (its parent, with all children) says of each episode, by season and number."""
    fresh: dict[tuple[int, int], Availability] = {}
    for child in fields.rows(parent, "childRequests"):
        for season, row in _rows_of(child):
            episode = fields.number(row, "episodeNumber")
            if season is not None and episode is not None:
                here = fresh.get((season, episode), Availability.MISSING)
                fresh[season, episode] = furthest((here, _asked_for(child, row)))
    return fresh


def read_show(page: Row, episodes: Episodes, today: str) -> Details | None:
    """A show's page with these episodes; None when it has no id or no name."""
    title_id, name = fields.number(page, "id"), fields.text(page, "title")
    if not title_id or name is None:
        return None
    seasons = tuple(_season(number, of_season, today) for number, of_season in episodes.items())
    aired = date(page, "firstAired")
    title = Title(
        kind=Kind.TV,
        id=title_id,
        name=name,
        year=int(aired[:4]) if aired else None,
        availability=of_show(seasons),
        released=aired,
        poster=poster(fields.text(fields.row(page, "images"), "original")),
        overview=fields.text(page, "overview") or "",
    )
    return replace(_with_extras(title, page), seasons=seasons, next_airs=_next(episodes, today))


def of_season(episodes: Sequence[Episode], today: str) -> Availability:
    """What a season's episodes add up to; one that still airs is not "available" before its last episode is there."""
    states = {one.availability for one in episodes}
    if states == {Availability.AVAILABLE}:
        return Availability.AVAILABLE
    if Availability.AVAILABLE in states:
        return Availability.PARTIAL
    if any(one.availability is Availability.MISSING and _has_aired(one, today) for one in episodes):
        return Availability.MISSING
    return furthest(states)


def of_show(seasons: Sequence[Season]) -> Availability:
    """What the seasons add up to."""
    states = {season.availability for season in seasons}
    if len(states) > 1 and states & {Availability.AVAILABLE, Availability.PARTIAL}:
        return Availability.PARTIAL
    if states == {Availability.REFUSED, Availability.MISSING}:
        return Availability.MISSING
    return furthest(states)


def furthest(states: Iterable[Availability]) -> Availability:
    """The one nearest to being there."""
    return max(states, key=PROGRESS.index, default=Availability.MISSING)


def _with_extras(title: Title, page: Row) -> Details:
    return Details(
        title,
        in_production=fields.text(page, "status") in GOES_ON,
        runtime=_number(fields.text(page, "runtime")),
        rating=_rating(fields.text(page, "rating")),
        cast=names(fields.rows(page, "cast"), "person")[:MOST_ACTORS],
        genres=names(fields.rows(page, "genres"), "name"),
    )


def _episodes(season: Row, number: int, fresh: Fresh) -> Iterator[Episode]:
    for row in fields.rows(season, "episodes"):
        episode = fields.number(row, "episodeNumber")
        if episode is not None:
            yield Episode(episode, date(row, "airDate"), _availability(row, fresh.get((number, episode))))


def _availability(row: Row, asked_for: Availability | None) -> Availability:
    if fields.flag(row, "available"):
        return Availability.AVAILABLE
    if asked_for is not None:
        return asked_for
    # Approved though not requested: Sonarr has it. What the page says of requests is the fresher source's to tell.
    in_sonarr = fields.flag(row, "approved") and not fields.flag(row, "requested")
    return Availability.PROCESSING if in_sonarr else Availability.MISSING


def _asked_for(child: Row, episode: Row) -> Availability:
    if fields.flag(child, "available") or fields.flag(episode, "available"):
        return Availability.AVAILABLE
    if fields.flag(child, "denied"):
        return Availability.REFUSED
    return Availability.PROCESSING if fields.flag(child, "approved") else Availability.PENDING


def _rows_of(child: Row) -> Iterator[tuple[int | None, Row]]:
    for season in fields.rows(child, "seasonRequests"):
        for episode in fields.rows(season, "episodes"):
            yield fields.number(season, "seasonNumber"), episode


def _season(number: int, episodes: Sequence[Episode], today: str) -> Season:
    aired = min((one.aired for one in episodes if one.aired), default=None)
    return Season(number, of_season(episodes, today), len(episodes), aired)


def _has_aired(episode: Episode, today: str) -> bool:
    return episode.aired is not None and episode.aired <= today


def _next(episodes: Episodes, today: str) -> str | None:
    dates = (one.aired for of_one in episodes.values() for one in of_one)
    return min((day for day in dates if day and day > today), default=None)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and int(text) else None


def _rating(text: str | None) -> float | None:
    """Ombi writes it in its own culture, "8.9" or "8,9"."""
    try:
        rating = float((text or "").replace(",", "."))
    except ValueError:
        return None
    return rating if 0 < rating <= 10 else None
