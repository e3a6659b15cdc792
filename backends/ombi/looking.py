"""Looking titles up: searching and details, which Ombi has from TMDB."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from backends.ombi.films import read_film, read_light_row, with_extras
from backends.ombi.line import Countdown, both
from backends.ombi.recent import Recent
from backends.ombi.refusals import NothingThere
from backends.ombi.shows import read_episodes, read_request, read_show
from media import Kind
from media_backends import BackendBroken, BackendUnavailable, Query, TitleUnknown
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backends.ombi.line import Line
    from backends.ombi.shows import Episodes, Fresh
    from media import Details, Title

    Row = Mapping[str, object]

log = logging.getLogger(__name__)

FILMS: Final = "/api/v1/Search/movie"  # as POST: no path to encode, a year, and no word that means a chart instead
FILM: Final = "/api/v1/Search/movie/info"
FILM_PAGE: Final = "/api/v2/Search/movie"
SHOW_PAGE: Final = "/api/v2/Search/tv/moviedb"
MULTI: Final = "/api/v2/Search/multi"  # alone it fails when TMDB does; the others find nothing then
ANY_WORD: Final = "the"
EXTRAS: Final = 0.7  # of the time for details, and no more than EXTRA_SECONDS: nobody may ever ask for them
EXTRA_SECONDS: Final = 3.0
SHOW_REQUEST: Final = "/api/v1/Request/tv"


class Catalogue:
    """All that this Ombi can look up."""

    def __init__(self, line: Line, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds: which episodes have aired depends on the day."""
        self._line = line
        self._clock = clock
        self._seen: Recent[int, Episodes] = Recent(clock)

    # --- searching

    def search(self, query: Query, countdown: Countdown) -> tuple[Title, ...]:
        """Titles of the name; of a year where there are films of it, for Ombi tells no show's year."""
        words = " ".join(query.text.replace("/", " ").split())  # a slash divides paths, however it is encoded
        if not words.strip("."):  # "." and ".." would climb up the path
            return ()
        if query.kind is Kind.MOVIE:
            return self._films_of_year(words, query, countdown)
        if query.kind is Kind.TV:
            return self._everything(words, countdown, Kind.TV)
        films, rows = both(lambda: self._films(words, query, countdown), lambda: self._everything(words, countdown))
        return _joined(films, rows, of_year=query.year is not None)

    def _films_of_year(self, words: str, query: Query, countdown: Countdown) -> tuple[Title, ...]:
        found = self._films(words, query, countdown)
        if not found and query.year is not None:
            found = self._films(words, query, countdown, any_year=True)
        return found or self._everything(words, countdown, Kind.MOVIE)

    def _films(self, words: str, query: Query, countdown: Countdown, *, any_year: bool = False) -> tuple[Title, ...]:
        question: dict[str, object] = {"searchTerm": words, "languageCode": query.language or "en"}
        if query.year is not None and not any_year:
            question["year"] = query.year
        return _read(read_film, self._line.look_up_list(FILMS, countdown, question))

    def _everything(self, words: str, countdown: Countdown, kind: Kind | None = None) -> tuple[Title, ...]:
        of_films, of_shows = kind is not Kind.TV, kind is not Kind.MOVIE
        wanted = {"movies": of_films, "tvShows": of_shows, "music": False, "people": False}
        found = self._line.look_up_list(f"{MULTI}/{quote(words, safe='')}", countdown, wanted)
        return _read(read_light_row, found)

    # --- details

    def film(self, title_id: int, language: str, countdown: Countdown) -> Details:
        """A film as it is now, with what else is known of it where that can be had."""
        title, page = both(
            lambda: self.film_now(title_id, language, countdown), lambda: self._extras(title_id, countdown)
        )
        return with_extras(title, page)

    def film_now(self, title_id: int, language: str, countdown: Countdown) -> Title:
        """A film with flags that are live."""
        question = {"theMovieDbId": title_id, "languageCode": language or "en"}
        found = self._line.look_up(FILM, countdown, question)
        if found is not None and not isinstance(found, dict):
            raise BackendBroken(f"{self._line.host} described a film in another shape")
        title = read_film(fields.as_row(found))
        if title is None:
            raise self.unknown(f"film {title_id}", countdown)
        return title

    def film_page(self, title_id: int, countdown: Countdown) -> Row:
        """All that is known of a film and does not change; its flags are up to 12 hours old."""
        return fields.as_row(self._line.look_up(f"{FILM_PAGE}/{title_id:d}", countdown))

    def films_named(self, name: str, language: str, countdown: Countdown) -> tuple[Title, ...]:
        """Films of the name."""
        return self._films(name, Query(name, Kind.MOVIE, language=language), countdown)

    def _extras(self, title_id: int, countdown: Countdown) -> Row:
        """Waited for no longer than leaves time to say the rest."""
        try:
            return self.film_page(title_id, Countdown(min(countdown.left * EXTRAS, EXTRA_SECONDS)))
        except BackendUnavailable as error:
            log.info("Only the barest is known of film %d: %s", title_id, error)
            return {}

    def show(self, title_id: int, countdown: Countdown) -> Details:
        """A show as it is now: its page, and over it what its request says at this moment."""
        page = self._show_page(title_id, countdown)
        parent = fields.number(page, "requestId")
        fresh = self._request_of_show(parent, countdown) if parent else None
        episodes = self._seen.keep(title_id, read_episodes(page, fresh))
        found = read_show(page, episodes, self._today())
        if found is None:
            raise BackendBroken(f"{self._line.host} described show {title_id} without an id or a name")
        return found

    def episodes(self, title_id: int, countdown: Countdown) -> Episodes:
        """All episodes of a show; those of its details, where somebody looked at them a moment ago."""
        seen = self._seen.get(title_id)
        if seen is None:
            self.show(title_id, countdown)
            seen = self._seen.get(title_id) or {}
        return seen

    def forget(self, title_id: int) -> None:
        """What was known of a show's episodes has just changed."""
        self._seen.forget(title_id)

    def _show_page(self, title_id: int, countdown: Countdown) -> Row:
        page = self._line.look_up(f"{SHOW_PAGE}/{title_id:d}", countdown)
        if page is None:
            raise self.unknown(f"show {title_id}", countdown)
        if not isinstance(page, dict):
            raise BackendBroken(f"{self._line.host} described a show in another shape")
        return fields.as_row(page)

    def unknown(self, what: str, countdown: Countdown) -> TitleUnknown:
        """Ombi knows no such title. Raises BackendBlind when it knows none at all, which looks the same there."""
        self._everything(ANY_WORD, countdown)
        return TitleUnknown(f"{self._line.host} knows no {what}")

    def _request_of_show(self, parent: int, countdown: Countdown) -> Fresh | None:
        try:
            return read_request(fields.as_row(self._line.read(f"{SHOW_REQUEST}/{parent}", countdown)))
        except NothingThere:  # taken back since the page was made
            return None

    def _today(self) -> str:
        return datetime.fromtimestamp(self._clock(), UTC).date().isoformat()


def _read(read: Callable[[Row], Title | None], rows: Iterable[Row]) -> tuple[Title, ...]:
    return tuple(title for title in map(read, rows) if title is not None)


def _joined(films: tuple[Title, ...], rows: tuple[Title, ...], *, of_year: bool) -> tuple[Title, ...]:
    """Both lists as one, in the order of the search over everything, each film with what its own search tells of it.

    Where films of the year that was asked for were found, no others are left among the rows.
    """
    known = {film.id: film for film in films}
    kept = [row for row in rows if row.kind is Kind.TV or row.id in known or not (of_year and films)]
    in_order = [known.get(row.id, row) if row.kind is Kind.MOVIE else row for row in kept]
    listed = {row.id for row in kept if row.kind is Kind.MOVIE}
    rest = [film for film in films if film.id not in listed]
    return (*rest, *in_order) if of_year else (*in_order, *rest)
