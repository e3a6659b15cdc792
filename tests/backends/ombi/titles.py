"""The titles, each in a state of its own, that the stories about Ombi are told with."""

from __future__ import annotations

from datetime import UTC, datetime

from media import Availability, Kind
from tests.backends.contract import Staged

T = 2.0  # seconds that no good answer needs
TODAY = datetime(2026, 7, 1, 12, tzinfo=UTC)
A, P, N, M = Availability.AVAILABLE, Availability.PROCESSING, Availability.PENDING, Availability.MISSING
DUNE = Staged(Kind.MOVIE, 438631, "Dune", "2021-09-15", votes=12000)
OLD_DUNE = Staged(Kind.MOVIE, 841, "Dune", "1984-12-14", votes=3000)
MATRIX = Staged(
    Kind.MOVIE,
    603,
    "The Matrix",
    "1999-03-31",
    A,
    collection=(2344, "The Matrix Collection"),
    cast=("Keanu Reeves",),
    directors=("Lana Wachowski", "Lilly Wachowski"),
    genres=("Action",),
    runtime=136,
    rating=8.2,
)
FACE_OFF = Staged(Kind.MOVIE, 754, "Face/Off", "1997-06-27")
THE_BEAR = Staged(Kind.TV, 136315, "The Bear", "2022-06-23", seasons={0: M, 1: A, 2: P, 3: N, 4: M}, in_production=True)
OFFICE = Staged(Kind.TV, 2316, "The Office", "2005-03-24", seasons={1: M, 2: M}, rating=8.6, runtime=22)
POPULAR = Staged(Kind.TV, 4236, "Popular", "1999-09-29", seasons={1: M, 2: M})
TITLES = (DUNE, OLD_DUNE, MATRIX, FACE_OFF, THE_BEAR, OFFICE, POPULAR)
