"""What Overseerr, Jellyseerr and Seerr tell of a person, as titles: what counts as a part, and what is a small one.

The shape of a person's row is that of real servers; of the credits, that of their OpenAPI documents.
"""

from __future__ import annotations

import pytest

from backends.seerr import SeerrBackend
from backends.seerr.filmographies import read_filmography, read_people
from backends.seerr.statuses import SEERR_STATUSES
from media import Availability, Kind, PersonName
from media_backends import BackendBroken, Opening
from tests.backends.catalogue import Entry
from tests.backends.stand_in import KEY, StandIn

Row = dict[str, object]


def played(number: int, character: str = "Somebody", **more: object) -> Row:
    return {"mediaType": "movie", "id": number, "title": f"Film {number}", "character": character, **more}


def seen_in(number: int, episodes: int | None, character: str = "Somebody", **more: object) -> Row:
    told = {} if episodes is None else {"episodeCount": episodes}
    row = {"mediaType": "tv", "id": number, "name": f"Show {number}", "character": character}
    return {**row, **told, **more}


def made(number: int, job: str) -> Row:
    return {"mediaType": "movie", "id": number, "title": f"Film {number}", "job": job, "department": "Somewhere"}


def read(*cast: Row, crew: tuple[Row, ...] = ()) -> dict[int, bool]:
    """Ids of the titles, and whether the part is a small one."""
    found = read_filmography({"id": 31, "cast": list(cast), "crew": list(crew)}, SEERR_STATUSES)
    return {credit.title.id: credit.is_small for credit in found}


def test_people_are_told_from_titles_and_the_most_popular_comes_first():
    rows = (
        {"mediaType": "movie", "id": 13, "title": "Forrest Gump"},
        {"mediaType": "person", "id": 1, "name": "Tom Hanks", "popularity": 0.6},
        {"mediaType": "person", "id": 31, "name": "Tom Hanks", "popularity": 60},
        {"mediaType": "person", "id": 2, "name": "Tom Hanks Junior"},
        {"mediaType": "person", "name": "Nobody", "popularity": 99},
        {"mediaType": "person", "id": 3, "name": " ", "popularity": 99},
    )
    assert read_people(rows) == (
        PersonName(31, "Tom Hanks"),
        PersonName(1, "Tom Hanks"),
        PersonName(2, "Tom Hanks Junior"),
    )


@pytest.mark.parametrize(
    "character", ["Self", "Self - Host", "Himself", "Herself / Narrator", "Themselves", "Woody (archive footage)"]
)
def test_appearances_as_oneself_are_left_out(character: str):
    assert read(played(1, character), seen_in(2, 300, character), played(3)) == {3: False}


def test_a_character_who_is_only_called_like_that_is_not():
    assert read(played(1, "Selfridge"), played(2, ""), played(3, "Jim Lovell")) == {1: False, 2: False, 3: False}


@pytest.mark.parametrize("genres", [[10767], [35, 10763]])
def test_talk_shows_and_news_are_left_out(genres: list[int]):
    assert read(seen_in(1, 40, genreIds=genres), seen_in(2, 40, genreIds=[18])) == {2: False}


@pytest.mark.parametrize(("episodes", "is_small"), [(1, True), (3, True), (4, False), (62, False), (0, False)])
def test_an_episode_or_two_of_a_show_are_a_small_part(episodes: int, is_small: bool):
    assert read(seen_in(1, episodes)) == {1: is_small}


def test_where_the_episodes_are_not_told_nothing_is_said_against_it():
    assert read(seen_in(1, None)) == {1: False}


def test_a_part_without_a_credit_is_a_small_one():
    assert read(played(1, "Man in the crowd (uncredited)")) == {1: True}


def test_those_who_made_it_count_and_those_who_helped_do_not():
    crew = tuple(made(at, job) for at, job in enumerate(("Director", "Creator", "Screenplay", "Novel"), start=1))
    helped = tuple(made(at, job) for at, job in enumerate(("Executive Producer", "Editor", "Thanks"), start=10))
    assert read(crew=(*crew, *helped, {"mediaType": "movie", "id": 20, "title": "?"})) == dict.fromkeys(
        (1, 2, 3, 4), False
    )


def test_a_title_stands_there_once_with_the_greatest_of_the_parts():
    assert read(played(1, "Man (uncredited)"), played(1, "Man"), crew=(made(1, "Director"),)) == {1: False}
    assert read(played(2, "Man"), played(2, "Voice (uncredited)")) == {2: False}


def test_the_titles_tell_what_titles_of_a_search_tell(seerr_with_a_star: SeerrBackend):
    person = seerr_with_a_star.people_called("tom hanks", timeout=2)[0]
    (credit,) = seerr_with_a_star.titles_of(person.id, timeout=2)
    title = credit.title
    assert (title.kind, title.id, title.name, title.released) == (Kind.MOVIE, 13, "Forrest Gump", "1994-06-23")
    assert (title.votes, title.availability) == (26000, Availability.AVAILABLE)


def test_an_answer_without_a_cast_is_no_empty_one(seerr_with_a_star: SeerrBackend, server: StandIn):
    answer = server.answer
    server.answer = lambda heard: (200, {"id": 31}) if "/person/" in heard.target else answer(heard)  # type: ignore[method-assign]
    with pytest.raises(BackendBroken, match="without a cast"):
        seerr_with_a_star.titles_of(31, timeout=2)


@pytest.fixture
def server():
    star = Entry("movie", 13, "Forrest Gump", "1994-06-23", 26000, cast=("Tom Hanks",), status=5)
    with StandIn(titles=(star,)) as stand_in:
        yield stand_in
    assert stand_in.misfits == []


@pytest.fixture
def seerr_with_a_star(server: StandIn):
    opened = SeerrBackend.open(Opening(server.url, KEY))
    yield opened
    opened.close()
