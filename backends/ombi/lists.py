"""Collections and charts."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from backends.ombi.films import read_collection_name, read_film, read_show_row
from backends.ombi.line import side_by_side
from media import Chart, Collection, CollectionName
from media_backends import TitleUnknown
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backends.ombi.line import Countdown, Line
    from backends.ombi.looking import Catalogue
    from media import Title

SEARCH: Final = "/api/v2/Search"
#: Films of a name that are looked at for the collection they belong to.
LIKELY: Final = 3
PAGE: Final = 20  # titles on one page of a chart
#: Ombi has no list of all that is trending, and one of shows alone.
CHARTS: Final[Mapping[Chart, tuple[str, ...]]] = {
    Chart.TRENDING: ("movie/nowplaying", "tv/trending"),
    Chart.POPULAR_MOVIES: ("movie/popular",),
    Chart.POPULAR_TV: ("tv/popular",),
    # It has no lists by the number of votes; what is popular comes nearest.
    Chart.MOST_VOTED_MOVIES: ("movie/popular",),
    Chart.MOST_VOTED_TV: ("tv/popular",),
    Chart.UPCOMING_MOVIES: ("movie/upcoming",),
    Chart.UPCOMING_TV: ("tv/anticipated",),
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
    found = side_by_side([partial(_charted, line, path, page, countdown) for path in CHARTS[which]])
    return tuple(title for of_one in zip_longest(*found) for title in of_one if title is not None)


def _charted(line: Line, path: str, page: int, countdown: Countdown) -> list[Title]:
    # By position: without one Ombi shuffles films, and has no such route for shows.
    found = line.look_up_list(f"{SEARCH}/{path}/{(max(page, 1) - 1) * PAGE}/{PAGE}", countdown)
    read = read_film if path.startswith("movie/") else read_show_row
    titles = map(read, found)
    return [title for title in titles if title is not None]
