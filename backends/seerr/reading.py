"""Their JSON as our words: titles, details, collections, receipts, requests, users, quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backends.seerr.downloads import read_downloads
from backends.seerr.statuses import Standing, media_status, request_status
from media import (
    Availability,
    Collection,
    CollectionName,
    Details,
    Kind,
    KnownRequest,
    Quota,
    QuotaUnit,
    Receipt,
    RequestStatus,
    Season,
    Title,
    User,
)
from media_backends import BackendBroken
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from media import Wish

    Row = Mapping[str, object]
    Statuses = Mapping[int, Availability]

POSTERS: Final = "https://image.tmdb.org/t/p/w342"
MOST_CAST: Final = 8
USER_NAMES: Final = ("displayName", "username", "plexUsername", "jellyfinUsername", "email")


def read_title(found: Row, statuses: Statuses) -> Title | None:
    """One row of a search; None for people, collections and rows that cannot be read."""
    kind = {"movie": Kind.MOVIE, "tv": Kind.TV}.get(fields.text(found, "mediaType") or "")
    if kind is None:
        return None
    info = fields.row(found, "mediaInfo")
    whole = Standing.read(info, statuses, four_k=False).status
    return _title(kind, found, whole, Standing.read(info, statuses, four_k=True).status)


def read_details(kind: Kind, found: Row, statuses: Statuses) -> Details | None:
    """The answer of /movie/{id} or /tv/{id}; None when it cannot be read."""
    info = fields.row(found, "mediaInfo")
    hd, uhd = Standing.read(info, statuses, four_k=False), Standing.read(info, statuses, four_k=True)
    seasons = _seasons(found, hd, uhd) if kind is Kind.TV else ()
    if kind is Kind.MOVIE:
        title = _title(kind, found, hd.of_movie(), uhd.of_movie())
    else:
        whole = hd.of_show([(season.number, season.availability) for season in seasons])
        title = _title(kind, found, whole, uhd.of_show([(one.number, one.availability_4k) for one in seasons]))
    if title is None:
        return None
    return Details(
        title,
        seasons,
        in_production=kind is Kind.TV and fields.flag(found, "inProduction"),
        next_airs=fields.day(fields.row(found, "nextEpisodeToAir"), "airDate"),
        runtime=_runtime(found),
        rating=fields.decimal(found, "voteAverage") or None,  # 0: nobody has voted
        cast=_names(fields.rows(fields.row(found, "credits"), "cast"))[:MOST_CAST],
        directors=_directors(kind, found),
        genres=_names(fields.rows(found, "genres")),
        collection=read_collection_name(fields.row(found, "collection")),
        downloads=tuple(read_downloads(info)),
        requests=tuple(_requests(title, info, statuses)),
    )


def _requests(title: Title, info: Row, statuses: Statuses) -> Iterator[KnownRequest]:
    """Those that its `mediaInfo` lists, which tell neither its kind nor its id."""
    media = {**info, "tmdbId": title.id}
    rows = sorted(fields.rows(info, "requests"), key=lambda row: fields.number(row, "id") or 0)
    found = (read_known_request({**row, "type": title.kind.value, "media": media}, statuses) for row in rows)
    yield from (one for one in found if one is not None)


def read_collection_name(found: Row) -> CollectionName | None:
    """A row of a search, or a film's `collection`; None when it cannot be read."""
    number, name = fields.number(found, "id"), fields.text(found, "name", "title", "originalTitle")
    return CollectionName(number, name) if number is not None and name else None


def read_collection(found: Row, statuses: Statuses) -> Collection | None:
    """The answer of /collection/{id}; None when it cannot be read."""
    name = read_collection_name(found)
    films = (read_title({**part, "mediaType": "movie"}, statuses) for part in fields.rows(found, "parts"))
    parts = sorted((film for film in films if film is not None), key=lambda film: film.released or "9999")
    return None if name is None else Collection(name, tuple(parts))


def read_receipt(made: Row, wish: Wish) -> Receipt:
    """The body of a 201. Its `media.status` is out of date; the request's own status counts."""
    request_id = fields.number(made, "id")
    if request_id is None:
        message = f"the answer about {wish.key} holds no request id"
        raise BackendBroken(message)
    taken = _season_numbers(made)
    return Receipt(str(request_id), request_status(made) or RequestStatus.PENDING, taken or wish.seasons)


def read_known_request(found: Row, statuses: Statuses) -> KnownRequest | None:
    """One request, from a list or by itself; None when it cannot be read."""
    media = fields.row(found, "media")
    request_id, title_id = fields.number(found, "id"), fields.number(media, "tmdbId")
    kind = {"movie": Kind.MOVIE, "tv": Kind.TV}.get(fields.text(found, "type") or "")
    if request_id is None or title_id is None or kind is None:
        return None
    four_k = fields.flag(found, "is4k")
    return KnownRequest(
        id=str(request_id),
        kind=kind,
        title_id=title_id,
        status=request_status(found) or RequestStatus.PENDING,
        availability=media_status(media, "status4k" if four_k else "status", statuses),
        seasons=_season_numbers(found),
        four_k=four_k,
        user=read_user(fields.row(found, "requestedBy")),
        created=fields.text(found, "createdAt"),
    )


def read_user(found: Row) -> User | None:
    """A user; None when the row cannot be read."""
    number, name = fields.number(found, "id"), fields.text(found, *USER_NAMES)
    return User(str(number), name) if number is not None and name else None


def read_quotas(found: Row) -> tuple[Quota, ...]:
    """The answer of /user/{id}/quota. A show counts as many as it has seasons; a limit of 0 is none."""
    units = (("movie", QuotaUnit.MOVIES), ("tv", QuotaUnit.SEASONS))
    return tuple(_quota(fields.row(found, name), unit) for name, unit in units)


def _quota(found: Row, unit: QuotaUnit) -> Quota:
    limit = fields.number(found, "limit") or None
    if limit is None:
        return Quota(unit, None, None)
    remaining = fields.number(found, "remaining")
    left = limit - (fields.number(found, "used") or 0) if remaining is None else remaining
    return Quota(unit, limit, max(0, left), fields.number(found, "days"))


def _title(kind: Kind, found: Row, availability: Availability, availability_4k: Availability) -> Title | None:
    title_id = fields.number(found, "id")
    original = fields.text(found, "originalTitle", "originalName")
    name = fields.text(found, "title") if kind is Kind.MOVIE else fields.text(found, "name")
    name = name or original
    if title_id is None or name is None:
        return None
    when = "releaseDate" if kind is Kind.MOVIE else "firstAirDate"
    poster = fields.text(found, "posterPath")
    return Title(
        kind=kind,
        id=title_id,
        name=name,
        year=_year(found, when),
        availability=availability,
        released=fields.day(found, when),
        poster=f"{POSTERS}{poster}" if poster else None,
        original_name=original if original != name else None,
        votes=fields.number(found, "voteCount") or 0,
        overview=fields.text(found, "overview") or "",
        availability_4k=availability_4k,
        countries=_countries(found),
        original_language=fields.text(found, "originalLanguage"),
    )


def _countries(found: Row) -> tuple[str, ...]:
    """Shows tell in every list where they come from, films only in their details."""
    listed = found.get("originCountry")
    origin = [code for code in listed if isinstance(code, str)] if isinstance(listed, list) else []
    produced = [fields.text(row, "iso_3166_1") for row in fields.rows(found, "productionCountries")]
    return tuple(dict.fromkeys(code.upper() for code in (*origin, *produced) if code))


def _seasons(found: Row, hd: Standing, uhd: Standing) -> tuple[Season, ...]:
    """Every season that TMDB knows, in order, each with its own truth."""
    rows = ((fields.number(row, "seasonNumber"), row) for row in fields.rows(found, "seasons"))
    seasons = {
        number: Season(
            number=number,
            availability=hd.of_season(number),
            episodes=fields.number(row, "episodeCount"),
            aired=fields.day(row, "airDate"),
            availability_4k=uhd.of_season(number),
        )
        for number, row in rows
        if number is not None
    }
    return tuple(seasons[number] for number in sorted(seasons))


def _year(found: Row, name: str) -> int | None:
    """Also of a date that tells no more than the year."""
    year = (fields.text(found, name) or "")[:4]
    return int(year) or None if year.isascii() and year.isdigit() and len(year) == len("1993") else None


def _runtime(found: Row) -> int | None:
    """Minutes of the film, or of an episode, which TMDB lists by their usual lengths."""
    lengths = found.get("episodeRunTime")
    first = {"minutes": lengths[0]} if isinstance(lengths, list) and lengths else {}
    return fields.number(found, "runtime") or fields.number(first, "minutes") or None


def _directors(kind: Kind, found: Row) -> tuple[str, ...]:
    if kind is Kind.TV:
        return _names(fields.rows(found, "createdBy"))
    crew = fields.rows(fields.row(found, "credits"), "crew")
    return _names(one for one in crew if fields.text(one, "job") == "Director")


def _names(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in rows if (name := fields.text(row, "name"))))


def _season_numbers(request: Row) -> tuple[int, ...]:
    return tuple(sorted(set(_numbers(fields.rows(request, "seasons")))))


def _numbers(rows: Sequence[Row]) -> Iterator[int]:
    for row in rows:
        number = fields.number(row, "seasonNumber")
        if number is not None:
            yield number
