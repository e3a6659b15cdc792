"""Ombi's rows as our titles: films with all that Ombi says of them, and the light rows of a search."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from media import Availability, CollectionName, Details, Kind, Title
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Row = Mapping[str, object]

POSTERS: Final = "https://image.tmdb.org/t/p/w342"
MOST_ACTORS: Final = 10
WITH_YEAR: Final = re.compile(r"(?P<name>.+) \((?P<year>\d{4})\)")
UNSET: Final = "0001"  # the year in which .NET's clock begins: no date at all


def read_film(found: Row) -> Title | None:
    """A film from a search, a chart or its own page in v1; None when it has no id or no name."""
    title_id, name = fields.number(found, "id"), fields.text(found, "title", "originalTitle")
    if not title_id or name is None:  # an id that TMDB does not know comes back as 0, with status 200
        return None
    original = fields.text(found, "originalTitle")
    released = date(found, "releaseDate")
    return Title(
        kind=Kind.MOVIE,
        id=title_id,
        name=name,
        year=int(released[:4]) if released else None,
        availability=_availability(found),
        released=released,
        poster=poster(fields.text(found, "posterPath")),
        original_name=original if original != name else None,
        votes=fields.number(found, "voteCount") or 0,
        overview=fields.text(found, "overview") or "",
        availability_4k=_availability_4k(found),
        original_language=fields.text(found, "originalLanguage"),
    )


def read_light_row(found: Row) -> Title | None:
    """A row of the search over everything. It says nothing of what is there, and a year only in a film's title."""
    kind = {"movie": Kind.MOVIE, "tv": Kind.TV}.get(fields.text(found, "mediaType") or "")
    title_id, name = fields.text(found, "id") or "", fields.text(found, "title")
    if kind is None or name is None or not (title_id.isascii() and title_id.isdigit()):
        return None
    parts = WITH_YEAR.fullmatch(name)
    return Title(
        kind=kind,
        id=int(title_id),
        name=parts["name"] if parts else name,
        year=int(parts["year"]) if parts else None,
        poster=poster(fields.text(found, "poster")),
        overview=fields.text(found, "overview") or "",
    )


def read_show_row(found: Row) -> Title | None:
    """A show in a chart, whose `fullyAvailable` is always true: what is there can only be learnt from its details."""
    title_id, name = fields.number(found, "id"), fields.text(found, "title")
    if not title_id or name is None:
        return None
    aired = date(found, "firstAired")
    return Title(
        kind=Kind.TV,
        id=title_id,
        name=name,
        year=int(aired[:4]) if aired else None,
        released=aired,
        poster=poster(fields.text(found, "posterPath")),
        overview=fields.text(found, "overview") or "",
    )


def with_extras(title: Title, page: Row) -> Details:
    """The film with what only v2 tells, none of which changes: it is up to 12 hours old, and so are its flags."""
    credits_ = fields.row(page, "credits")
    rating = page.get("voteAverage")
    return Details(
        title if title.votes else replace(title, votes=fields.number(page, "voteCount") or 0),
        runtime=fields.number(page, "runtime") or None,
        rating=float(rating) if isinstance(rating, int | float) and 0 < rating <= 10 else None,
        cast=names(fields.rows(credits_, "cast"), "name")[:MOST_ACTORS],
        directors=names((one for one in fields.rows(credits_, "crew") if one.get("job") == "Director"), "name"),
        genres=names(fields.rows(page, "genres"), "name"),
        collection=read_collection_name(page),
    )


def read_collection_name(page: Row) -> CollectionName | None:
    """The collection that a film belongs to."""
    belongs = fields.row(page, "belongsToCollection")
    number, name = fields.number(belongs, "id"), fields.text(belongs, "name")
    return CollectionName(number, name) if number and name else None


def date(found: Row, name: str) -> str | None:
    """The day of a date and time, "1999-03-31"; None for the year 1, which is how Ombi leaves one out."""
    day = fields.day(found, name)
    return day if day and not day.startswith(UNSET) else None


def poster(path: str | None) -> str | None:
    """An address that a browser can load, whatever Ombi stored."""
    if path is None or path.startswith(("http://", "https://")):
        return path
    return f"{POSTERS}/{path.lstrip('/')}"


def names(rows: Iterable[Row], field: str) -> tuple[str, ...]:
    """The text of that field in each row that has one, each once."""
    return tuple(dict.fromkeys(name for row in rows if (name := fields.text(row, field)) is not None))


def _availability(found: Row) -> Availability:
    if fields.flag(found, "available"):
        return Availability.AVAILABLE
    if fields.flag(found, "denied"):
        return Availability.REFUSED
    if fields.flag(found, "approved"):  # without `requested` too: Radarr has it, though nobody asked Ombi
        return Availability.PROCESSING
    return Availability.PENDING if fields.flag(found, "requested") else Availability.MISSING


def _availability_4k(found: Row) -> Availability:
    if fields.flag(found, "available4K"):
        return Availability.AVAILABLE
    if not fields.flag(found, "has4KRequest"):
        return Availability.MISSING
    if fields.flag(found, "denied4K"):
        return Availability.REFUSED
    return Availability.PROCESSING if fields.flag(found, "approved4K") else Availability.PENDING
