"""Rows as no documentation promises them: with fields missing, null, or of another type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.seerr.filmographies import read_filmography, read_people
from backends.seerr.reading import (
    read_collection,
    read_details,
    read_known_request,
    read_quotas,
    read_receipt,
    read_title,
)
from backends.seerr.statuses import SEERR_STATUSES
from media import Availability, Kind, Receipt, RequestStatus, Title, Wish
from media_backends import BackendBroken

WISH = Wish(Title(Kind.TV, 1396, "Breaking Bad"), (1, 2))
NAMES = st.sampled_from(
    [
        *("id", "mediaType", "title", "name", "originalTitle", "originalName", "releaseDate", "firstAirDate"),
        *("posterPath", "voteCount", "overview", "inProduction", "mediaInfo", "status", "status4k", "is4k"),
        *("seasons", "seasonNumber", "episodeCount", "airDate", "requests", "credits", "cast", "crew", "genres"),
        *("collection", "parts", "nextEpisodeToAir", "runtime", "episodeRunTime", "voteAverage", "media", "tmdbId"),
        *("type", "movie", "limit", "remaining", "days", "externalIds"),
        *("character", "job", "genreIds", "popularity"),
    ]
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 9),
    st.floats(allow_nan=False),
    st.sampled_from(["movie", "tv", "person", "Dune", "", " ", "1993-06-11", "19", "²⁰²¹-01-01"]),
)
JSON = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=9))
ROWS = st.dictionaries(NAMES, JSON, max_size=12)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_no_row_however_strange_breaks_the_reading(row: dict[str, object]):
    read_title(row, SEERR_STATUSES)
    for kind in Kind:
        read_details(kind, row, SEERR_STATUSES)
    read_collection(row, SEERR_STATUSES)
    read_known_request(row, SEERR_STATUSES)
    read_quotas(row)
    read_people((row,))
    read_filmography(row, SEERR_STATUSES)
    try:
        read_receipt(row, WISH)
    except BackendBroken:
        assert not isinstance(row.get("id"), int) or isinstance(row["id"], bool)


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ({"mediaType": "movie", "id": 1, "title": "A"}, Title(Kind.MOVIE, 1, "A")),
        ({"mediaType": "tv", "id": 1, "name": "A", "firstAirDate": None, "posterPath": None}, Title(Kind.TV, 1, "A")),
        ({"mediaType": "movie", "id": 1, "title": "A", "releaseDate": ""}, Title(Kind.MOVIE, 1, "A")),
        ({"mediaType": "movie", "id": 1, "title": "A", "releaseDate": "2027-00-00"}, Title(Kind.MOVIE, 1, "A", 2027)),
        ({"mediaType": "movie", "id": 1, "title": "A", "releaseDate": "2027"}, Title(Kind.MOVIE, 1, "A", 2027)),
        ({"mediaType": "movie", "id": 1, "title": None, "originalTitle": "Ä"}, Title(Kind.MOVIE, 1, "Ä")),
        ({"mediaType": "movie", "id": 1, "title": "A", "mediaInfo": None}, Title(Kind.MOVIE, 1, "A")),
        ({"mediaType": "movie", "id": 1, "title": "A", "mediaInfo": {"status": None}}, Title(Kind.MOVIE, 1, "A")),
        ({"mediaType": "movie", "id": 1}, None),
        ({"mediaType": "movie", "title": "A"}, None),
        ({"mediaType": "person", "id": 1, "name": "A"}, None),
        ({"mediaType": "collection", "id": 1, "title": "A"}, None),
        ({"id": 1, "title": "A"}, None),
    ],
)
def test_a_row_without_all_its_fields_is_read_as_far_as_it_goes(row: dict[str, object], title: Title | None):
    assert read_title(row, SEERR_STATUSES) == title


def test_requests_that_are_bare_numbers_are_passed_over():
    row = {"id": 1, "name": "A", "seasons": [{"seasonNumber": 1}], "mediaInfo": {"status": 3, "requests": [7, 8]}}
    details = read_details(Kind.TV, row, SEERR_STATUSES)
    assert details is not None
    assert details.seasons_that_are(Availability.MISSING) == (1,)


def test_a_season_that_stands_there_twice_is_one_season():
    row = {"id": 1, "name": "A", "seasons": [{"seasonNumber": 2}, {"seasonNumber": 1}, {"seasonNumber": 2}]}
    details = read_details(Kind.TV, row, SEERR_STATUSES)
    assert details is not None
    assert [season.number for season in details.seasons] == [1, 2]


def test_a_receipt_without_seasons_keeps_those_wished_for():
    assert read_receipt({"id": 5, "status": 2}, WISH) == Receipt("5", RequestStatus.APPROVED, (1, 2))


def test_a_receipt_with_a_status_nobody_knows_is_taken_as_waiting():
    assert read_receipt({"id": 5, "status": 99, "seasons": []}, WISH).status is RequestStatus.PENDING


def test_a_receipt_without_an_id_is_none():
    with pytest.raises(BackendBroken, match="no request id"):
        read_receipt({"status": 2}, WISH)
