"""The dozen titles that the stand-in server knows: true ids and years, and media in every state."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Media:
    """What the server has of a title; numbers as in its API."""

    status: int = 1
    seasons: dict[int, int] = field(default_factory=dict)  # season number -> media status
    status_4k: int = 1
    seasons_4k: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One title, as TMDB would tell it."""

    kind: str
    id: int
    name: str
    date: str
    votes: int = 1000
    seasons: tuple[int, ...] = ()
    original: str = ""
    status: int = 1
    season_statuses: tuple[tuple[int, int], ...] = ()
    in_production: bool = False
    tvdb: bool | None = True  # a show without a TVDB id cannot be handed on to Sonarr; None: its ids are not told
    collection: tuple[int, str] | None = None
    cast: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()  # of a show: the creators
    genres: tuple[str, ...] = ()
    runtime: int | None = None
    rating: float = 0.0
    next_airs: str | None = None
    episodes: int = 10  # of each season


#: TMDB is never at a loss for one of these alone.
COMMON = frozenset(
    {
        *("the", "a", "of", "and", "in", "love", "man", "night", "house", "world", "time", "day"),
        *("life", "girl", "black", "last", "king", "home", "star", "war", "dead", "boy", "city"),
    }
)

DOZEN = (
    Entry("movie", 329, "Jurassic Park", "1993-06-11", 16000, status=5),
    Entry("movie", 603, "The Matrix", "1999-03-31", 25000, status=2),
    Entry("movie", 438631, "Dune", "2021-09-15", 12000),
    Entry("movie", 841, "Dune", "1984-12-14", 3000),
    Entry("movie", 161, "Ocean's Eleven", "2001-12-07", 11000),
    Entry("movie", 9799, "The Fast and the Furious", "2001-06-22", 9000),
    Entry("movie", 194, "Amélie", "2001-04-25", 11000, original="Le Fabuleux Destin d'Amélie Poulain"),
    Entry("movie", 157336, "Interstellar", "2014-11-05", 34000, status=6),
    Entry("tv", 1396, "Breaking Bad", "2008-01-20", 13000, seasons=(0, 1, 2, 3, 4, 5)),
    Entry(
        "tv",
        136315,
        "The Bear",
        "2022-06-23",
        900,
        seasons=(1, 2, 3),
        status=4,
        season_statuses=((1, 5), (2, 1)),
        in_production=True,
    ),
    Entry("tv", 2316, "The Office", "2005-03-24", 4000, seasons=(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
    Entry("tv", 87108, "Chernobyl", "2019-05-06", 6000, seasons=(0, 1), status=5),
)
