"""Whose name was said, and which of their titles: the thinking alone."""

from __future__ import annotations

import pytest

from intents import AskFor, GroupedSeasons, Prefer, SeasonGroup
from intents.filmographies import chosen, named, perhaps_people, queries
from intents.titles import Verdict
from media import Credit, Kind, PersonName, Title

TODAY = "2026-11-20"
PRINTED = ("Chris Evans", "Christopher Evans", "Glen Powell", "William Powell", "Robert Downey Jr.", "J.J. Abrams")
FOUND = (
    *(PersonName(number, name) for number, name in enumerate(PRINTED)),
    PersonName(9, "Chris Evans"),
    PersonName(10, "Penélope Cruz"),
    PersonName(11, "Chris Evans Hayes"),
)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("chris evans", 0),  # the best known of that name
        ("powell", 2),
        ("glenn powell", 2),
        ("robert downey junior", 4),
        ("jj abrams", 5),
        ("j. j. abrams", 5),
        ("penelope cruz", 10),
        ("hayes", 11),
    ],
)
def test_who_is_meant(said: str, number: int):
    person = named(said, FOUND)
    assert person is not None
    assert person.id == number


@pytest.mark.parametrize("said", ["jane powell", "tom hanks", "", "?", "evan"])
def test_nobody_is_meant(said: str):
    assert named(said, FOUND) is None


def test_exactly_is_no_likeness_and_no_part():
    assert named("glenn powell", FOUND, exactly=True) is None
    assert named("powell", FOUND, exactly=True) is None
    assert named("glen powell", FOUND, exactly=True) == FOUND[2]


def test_what_is_searched_for():
    assert queries("glenn powell") == ("glenn powell", "powell")
    assert queries("robert downey junior") == ("robert downey junior", "downey")
    assert queries("zendaya") == ("zendaya",)


def title(name: str, released: str | None, votes: int = 500, kind: Kind = Kind.MOVIE, *countries: str) -> Title:
    year = int(released[:4]) if released else None
    return Title(kind, sum(name.encode()), name, year, released=released, votes=votes, countries=countries)


def of(asked: AskFor, *titles: Title | Credit) -> tuple[list[str], Verdict]:
    credits_ = [one if isinstance(one, Credit) else Credit(one) for one in titles]
    found, verdict = chosen(asked, [credits_], TODAY)
    return [one.name for one in found], verdict


NEWEST = AskFor("", prefer=Prefer.NEWEST)
OLD, NEW = title("Old", "1994-01-01"), title("New", "2025-01-01")


def test_the_newest_and_the_oldest_are_answers_and_the_rest_is_a_question():
    assert of(NEWEST, OLD, NEW) == (["New", "Old"], Verdict.OFFER)
    assert of(AskFor("", prefer=Prefer.OLDEST), NEW, OLD) == (["Old", "New"], Verdict.OFFER)
    assert of(AskFor(""), OLD, title("Loved", "2000-01-01", 9000)) == (["Loved", "Old"], Verdict.ASK_WHICH)
    assert of(AskFor(""), OLD) == (["Old"], Verdict.OFFER)
    assert of(AskFor("")) == ([], Verdict.ASK_WHICH)


def test_a_small_part_and_what_hardly_anybody_knows_is_not_the_new_one():
    cameo = Credit(title("Cameo", "2026-01-01", 9000), is_small=True)
    obscure = title("Obscure", "2026-02-01", 5)
    assert of(NEWEST, cameo, obscure, OLD, NEW)[0] == ["New", "Old", "Obscure", "Cameo"]


def test_what_came_out_a_moment_ago_cannot_be_known_yet():
    assert of(NEWEST, title("Last week", "2026-11-13", 5), NEW)[0] == ["Last week", "New"]


def test_what_nobody_rated_is_left_out_unless_it_is_still_to_come():
    unrated = title("A trailer", "2025-05-05", 0)
    assert of(NEWEST, unrated, NEW)[0] == ["New"]
    assert of(AskFor(""), unrated, NEW, title("To come", "2027-01-01", 0))[0] == ["New", "To come"]


def test_the_next_to_come_is_the_upcoming_one_and_what_has_no_date_comes_last():
    soon, later, someday = title("Soon", "2026-12-01", 0), title("Later", "2028-01-01", 0), title("Someday", None, 0)
    assert of(AskFor("", upcoming=True), someday, later, NEW, soon) == (["Soon", "Later", "Someday"], Verdict.OFFER)
    assert of(AskFor(""), someday, NEW)[0] == ["New"]
    assert of(NEWEST, someday, soon, NEW)[0] == ["New"]


def test_kind_years_and_country_are_kept_to():
    series = title("Series", "1999-01-01", 50, Kind.TV, "KR")
    foreign = title("Foreign", "1998-01-01", 50, Kind.MOVIE, "FR")
    assert of(AskFor("", Kind.TV), OLD, series)[0] == ["Series"]
    assert of(AskFor("", years=(1998, 1999)), OLD, series, foreign)[0] == ["Series", "Foreign"]
    # Films mostly do not tell in a list where they come from.
    assert of(AskFor("", country="KR"), OLD, series, foreign)[0] == ["Old", "Series"]


def test_of_several_people_only_what_all_are_in_and_the_smallest_part_counts():
    both = title("Both", "2001-01-01", 10)
    lists = [[Credit(OLD), Credit(both), Credit(NEW)], [Credit(NEW, is_small=True), Credit(both)]]
    found, verdict = chosen(AskFor(""), lists, TODAY)
    assert ([one.name for one in found], verdict) == (["Both", "New"], Verdict.ASK_WHICH)


@pytest.mark.parametrize(
    "asked",
    [
        AskFor("glen powell"),
        AskFor("batman", prefer=Prefer.NEWEST),
        AskFor("the office", prefer=Prefer.REMAKE),
        AskFor("glen powell", prefer=Prefer.NEWEST, people=("emma roberts",)),
        AskFor("the bear", prefer=Prefer.NEWEST, seasons=GroupedSeasons(SeasonGroup.ALL)),
        AskFor("the matrix", prefer=Prefer.NEWEST, collection=True),
        AskFor("the matrix", prefer=Prefer.NEWEST, ordinal=2),
    ],
)
def test_what_nothing_says_to_be_a_name_is_a_title(asked: AskFor):
    assert perhaps_people(asked) is None


def test_the_new_movie_of_two_words_may_be_somebodys():
    asked = perhaps_people(AskFor("glen powell", Kind.MOVIE, prefer=Prefer.NEWEST, four_k=True))
    assert asked == AskFor("", Kind.MOVIE, prefer=Prefer.NEWEST, people=("glen powell",), four_k=True)
