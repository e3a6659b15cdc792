"""Collections and charts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from backends.ombi.films import read_collection_name, read_film, read_show_row
from backends.ombi.line import side_by_side
from media import Chart, Collection, CollectionName
from media_backends import BackendBroken, TitleUnknown
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backends.ombi.line import Countdown, Line
    from backends.ombi.looking import Catalogue
    from media import Title

SEARCH: Final = "/api/v2/Search"
#: Films of a name that are looked at for the collection they belong to.
LIKELY: Final = 3
PAGE: Final = 20  # titles on one page of a chart
#: Ombi has no list of all that is trending: that one holds shows alone. By position, for without one it is shuffled.
CHARTS: Final[Mapping[Chart, tuple[str, Callable[[Mapping[str, object]], Title | None]]]] = {
    Chart.TRENDING: ("tv/trending", read_show_row),
    Chart.POPULAR_MOVIES: ("movie/popular", read_film),
    Chart.POPULAR_TV: ("tv/popular", read_show_row),
    Chart.UPCOMING_MOVIES: ("movie/upcoming", read_film),
    Chart.UPCOMING_TV: ("tv/anticipated", read_show_row),
}


def collections_named(
    catalogue: Catalogue, name: str, language: str, countdown: Countdown
) -> tuple[CollectionName, ...]:
    """The collections that the films of that name belong to: Ombi itself cannot search for one."""
    films = catalogue.films_named(name, language, countdown)[:LIKELY]
    pages = side_by_side([partial(catalogue.film_page, film.id, countdown) for film in films])
    found = (read_collection_name(page) for page in pages)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def collection(line: Line, catalogue: Catalogue, collection_id: int, language: str, countdown: Countdown) -> Collection:
    """Its films, each looked up by itself: the list's own flags are never filled."""
    listed = fields.as_row(line.look_up(f"{SEARCH}/movie/collection/{collection_id:d}", countdown))
    name = fields.text(listed, "name")
    if name is None:
        raise TitleUnknown(f"{line.host} knows no collection {collection_id}")
    films = (read_film(row) for row in fields.rows(listed, "collection"))
    ids = [film.id for film in films if film is not None]
    parts = side_by_side([partial(catalogue.film_now, film, language, countdown) for film in ids])
    in_order = sorted(parts, key=lambda film: (film.released is None, film.released or "", film.id))
    return Collection(CollectionName(collection_id, name), tuple(in_order))


def chart(line: Line, which: Chart, page: int, countdown: Countdown) -> tuple[Title, ...]:
    """Page 1, 2 ... of a chart, in the language that Ombi is set to."""
    path, read = CHARTS[which]
    found = line.look_up(f"{SEARCH}/{path}/{(max(page, 1) - 1) * PAGE}/{PAGE}", countdown)
    if not isinstance(found, list):
        raise BackendBroken(f"{line.host} answered a chart without a list")
    titles = (read(fields.as_row(row)) for row in found)
    return tuple(title for title in titles if title is not None)
