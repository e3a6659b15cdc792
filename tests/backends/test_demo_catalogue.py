"""The demo's catalogue is data that others lean on: these tests hold its shape and the examples it promises.

The file is read as it lies on disk, one JSON object a line, so that a fault in the data cannot hide behind a reader.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CATALOGUE = Path(__file__).parents[2] / "backends" / "demo" / "catalogue.jsonl"
WRITTEN_ON = "2026-11-20"

Row = dict[str, Any]

FILM_KEYS = (
    *("kind", "id", "title", "original_title", "released", "country", "votes", "cast", "director", "runtime"),
    *("genre", "plot", "collection", "availability"),
)
SHOW_KEYS = (
    *("kind", "id", "title", "original_title", "released", "country", "votes", "cast"),
    *("genre", "plot", "seasons", "ended"),
)
FILM_MAY_LACK = {"original_title", "runtime", "collection"}
SHOW_MAY_LACK = {"original_title"}
AVAILABILITIES = {"missing", "pending", "processing", "available", "blocked"}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [json.loads(line) for line in CATALOGUE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def films(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["kind"] == "movie"]


@pytest.fixture(scope="module")
def shows(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["kind"] == "tv"]


def found(rows: list[Row], kind: str, tmdb_id: int) -> Row:
    (row,) = [row for row in rows if (row["kind"], row["id"]) == (kind, tmdb_id)]
    return row


def is_date(text: str) -> bool:
    return dt.date.fromisoformat(text).isoformat() == text


def numbered(show: Row) -> list[Row]:
    """The seasons that count: specials are season 0."""
    return [season for season in show["seasons"] if season["number"] > 0]


def season_availability(show: Row) -> dict[int, str]:
    return {season["number"]: season.get("availability", "missing") for season in numbered(show)}


def is_wholly(show: Row, availability: str) -> bool:
    return set(season_availability(show).values()) == {availability}


def of_one_title(rows: list[Row]) -> dict[str, list[Row]]:
    titles = Counter(row["title"].casefold() for row in rows)
    return {name: [row for row in rows if row["title"].casefold() == name] for name in titles if titles[name] > 1}


def all_seasons(shows: list[Row]) -> Iterator[tuple[str, Row]]:
    return ((show["title"], season) for show in shows for season in show["seasons"])


# Shape


def test_there_are_about_three_hundred_titles(films: list[Row], shows: list[Row]) -> None:
    assert len(films) >= 180
    assert len(shows) >= 110


def test_the_file_is_sorted_by_kind_and_title(rows: list[Row]) -> None:
    order = [(row["kind"], row["title"], row["released"]) for row in rows]
    assert order == sorted(order)


def test_every_line_has_its_keys_in_order(rows: list[Row]) -> None:
    for row in rows:
        keys, may_lack = (FILM_KEYS, FILM_MAY_LACK) if row["kind"] == "movie" else (SHOW_KEYS, SHOW_MAY_LACK)
        assert tuple(row) == tuple(key for key in keys if key in row), row["title"]
        assert set(keys) - set(row) <= may_lack, row["title"]


def test_ids_are_positive_and_no_title_comes_twice(rows: list[Row]) -> None:
    assert all(type(row["id"]) is int and row["id"] > 0 for row in rows)
    assert [key for key, times in Counter((row["kind"], row["id"]) for row in rows).items() if times > 1] == []


def test_dates_are_true_calendar_days(rows: list[Row], shows: list[Row]) -> None:
    assert all(is_date(row["released"]) for row in rows)
    assert all(is_date(season["aired"]) for _, season in all_seasons(shows))


def test_countries_are_two_capital_letters(rows: list[Row]) -> None:
    codes = {code for row in rows for code in row["country"]}
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
    assert all(row["country"] for row in rows)


def test_votes_count_upward_from_nought(rows: list[Row]) -> None:
    assert all(type(row["votes"]) is int and row["votes"] >= 0 for row in rows)


def test_two_to_four_actors_are_named(rows: list[Row]) -> None:
    assert [row["title"] for row in rows if not 2 <= len(set(row["cast"])) <= 4] == []


def test_an_original_title_differs_from_the_title(rows: list[Row]) -> None:
    assert [row["title"] for row in rows if row.get("original_title") in ("", row["title"])] == []


def test_a_plot_is_one_short_sentence(rows: list[Row]) -> None:
    for row in rows:
        assert 20 <= len(row["plot"]) <= 160, row["title"]
        assert row["plot"].endswith("."), row["title"]
        assert ". " not in row["plot"], row["title"]


def test_no_plot_is_told_twice(rows: list[Row]) -> None:
    assert [plot for plot, times in Counter(row["plot"] for row in rows).items() if times > 1] == []


def test_films_run_for_a_plausible_time_once_they_are_out(films: list[Row]) -> None:
    out = [film for film in films if film["released"] <= WRITTEN_ON]
    assert [film["title"] for film in out if not 60 <= film.get("runtime", 0) <= 260] == []


def test_a_collection_keeps_one_name(films: list[Row]) -> None:
    collections = {(film["collection"]["id"], film["collection"]["name"]) for film in films if "collection" in film}
    assert len(collections) == len({tmdb_id for tmdb_id, _ in collections})
    assert all(type(tmdb_id) is int and tmdb_id > 0 and name for tmdb_id, name in collections)


def test_seasons_count_up_from_one_without_a_gap(shows: list[Row]) -> None:
    for show in shows:
        numbers = [season["number"] for season in numbered(show)]
        assert numbers == list(range(1, len(numbers) + 1)), show["title"]
        assert len(numbers) >= 1, show["title"]


def test_specials_come_first_where_there_are_any(shows: list[Row]) -> None:
    with_specials = [show for show in shows if any(season["number"] == 0 for season in show["seasons"])]
    assert 2 <= len(with_specials) <= 20
    assert all(show["seasons"][0]["number"] == 0 for show in with_specials)


def test_seasons_air_one_after_another_from_the_first_day(shows: list[Row]) -> None:
    for show in shows:
        aired = [season["aired"] for season in numbered(show)]
        assert aired[0] == show["released"], show["title"]
        assert aired == sorted(set(aired)), show["title"]


def test_every_season_has_episodes(shows: list[Row]) -> None:
    assert [title for title, season in all_seasons(shows) if not 1 <= season["episodes"] <= 60] == []


def test_availability_is_one_of_the_five_words(films: list[Row], shows: list[Row]) -> None:
    said = {film["availability"] for film in films}
    assert said == AVAILABILITIES
    assert {season.get("availability", "missing") for _, season in all_seasons(shows)} <= AVAILABILITIES - {"blocked"}


# A household's shelf: a quarter there, some on the way, most still to be asked for


@pytest.mark.parametrize(
    ("availability", "least", "most"), [("available", 20, 30), ("pending", 3, 7), ("processing", 3, 7)]
)
def test_the_shelf_of_films(films: list[Row], availability: str, least: int, most: int) -> None:
    share = 100 * sum(film["availability"] == availability for film in films) / len(films)
    assert least <= share <= most


@pytest.mark.parametrize(
    ("availability", "least", "most"), [("available", 20, 30), ("pending", 3, 7), ("processing", 3, 7)]
)
def test_the_shelf_of_shows(shows: list[Row], availability: str, least: int, most: int) -> None:
    share = 100 * sum(is_wholly(show, availability) for show in shows) / len(shows)
    assert least <= share <= most


def test_one_film_only_is_blocked(films: list[Row]) -> None:
    assert sum(film["availability"] == "blocked" for film in films) == 1


# The examples that the guide, the tests and the spoken trials count on


@pytest.mark.parametrize(
    ("tmdb_id", "title", "year", "availability"),
    [(603, "The Matrix", "1999", "pending"), (329, "Jurassic Park", "1993", "available")],
)
def test_films_with_a_known_state(rows: list[Row], tmdb_id: int, title: str, year: str, availability: str) -> None:
    film = found(rows, "movie", tmdb_id)
    assert (film["title"], film["released"][:4], film["availability"]) == (title, year, availability)


def test_breaking_bad_is_on_its_way_in_all_five_seasons(rows: list[Row]) -> None:
    assert season_availability(found(rows, "tv", 1396)) == dict.fromkeys(range(1, 6), "processing")


def test_the_bear_is_partly_there(rows: list[Row]) -> None:
    states = season_availability(found(rows, "tv", 136315))
    assert [states.pop(number) for number in (1, 2, 3)] == ["available", "available", "processing"]
    assert set(states.values()) == {"missing"}


def test_nothing_of_severance_is_there(rows: list[Row]) -> None:
    assert is_wholly(found(rows, "tv", 95396), "missing")


@pytest.mark.parametrize(
    ("title", "members"),
    [
        ("The Office", {("tv", 2316), ("tv", 2996)}),
        ("Dune", {("movie", 841), ("movie", 438631)}),
        ("Fargo", {("movie", 275), ("tv", 60622)}),
        ("It", {("movie", 346364), ("tv", 19614)}),
        ("Ghostbusters", {("movie", 620), ("movie", 43074)}),
        ("Total Recall", {("movie", 861), ("movie", 64635)}),
        ("The Italian Job", {("movie", 10536), ("movie", 9654)}),
        ("Halloween", {("movie", 948), ("movie", 424139)}),
        ("Suspiria", {("movie", 11906), ("movie", 361292)}),
        ("Battlestar Galactica", {("tv", 501), ("tv", 1972)}),
        ("Doctor Who", {("tv", 121), ("tv", 57243)}),
    ],
)
def test_titles_that_two_works_share(rows: list[Row], title: str, members: set[tuple[str, int]]) -> None:
    assert {(row["kind"], row["id"]) for row in rows if row["title"] == title} == members


def test_works_of_one_title_differ_in_kind_or_year(rows: list[Row]) -> None:
    pairs = of_one_title(rows)
    assert len(pairs) >= 20
    for title, members in pairs.items():
        assert len({(row["kind"], row["released"][:4]) for row in members}) == len(members), title


@pytest.mark.parametrize(
    "title",
    [
        *("Rocky II", "Rocky IV", "Toy Story 2", "Blade Runner 2049", "1917", "2012", "300", "8½", "The Help"),
        *("Get Out", "Yes Man", "Stop Making Sense", "Stand by Me", "Scary Movie", "Gone with the Wind", "Parasite"),
        *("Se7en", "2 Fast 2 Furious", "Fast & Furious", "2001: A Space Odyssey", "Us", "Her", "Up", "Nope"),
    ],
)
def test_film_titles_that_are_hard_to_hear(films: list[Row], title: str) -> None:
    assert title in {film["title"] for film in films}


@pytest.mark.parametrize("title", ["24", "1883", "11.22.63", "The 100", "30 Rock", "You", "See", "FROM", "M*A*S*H"])
def test_show_titles_that_are_hard_to_hear(shows: list[Row], title: str) -> None:
    assert title in {show["title"] for show in shows}


def test_a_film_is_still_to_come(films: list[Row]) -> None:
    to_come = [film for film in films if film["released"] > WRITTEN_ON]
    assert to_come
    assert {film["availability"] for film in to_come} == {"missing"}


def test_a_show_is_on_the_air(shows: list[Row]) -> None:
    on_air = [show for show in shows if not show["ended"] and show["seasons"][-1]["aired"] >= "2026-11-01"]
    assert on_air


def test_every_decade_since_the_twenties_is_there(films: list[Row]) -> None:
    decades = {int(film["released"][:3]) * 10 for film in films}
    assert decades >= set(range(1920, 2030, 10))


def test_stories_come_from_many_countries_and_tongues(rows: list[Row]) -> None:
    assert len({row["country"][0] for row in rows}) >= 12
    assert sum("original_title" in row for row in rows) >= 25
