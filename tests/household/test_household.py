"""A household talks to the whole service: everybody gets what they want, and nothing else is requested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.house import House
from tests.household.living import Lived, backend_of, live
from tests.household.people import MOST_TURNS, Person, everybody
from tests.household.tongue import english_in
from tests.speech.languages import LANGUAGES

EVERYBODY = everybody()


def _case(person: Person) -> object:
    marks = [pytest.mark.xfail(reason=person.fails)] if person.fails else []
    return pytest.param(person, id=person.id, marks=marks)


@pytest.mark.parametrize("person", [_case(person) for person in EVERYBODY])
def test_everybody_gets_what_they_want_and_nothing_else(person: Person, build_house: Callable[..., House]):
    lived = live(person, build_house(backend_of(person)))
    assert lived.is_right, f"{lived.requested}\n{lived.dialog}"
    assert lived.was_told, lived.dialog
    assert len(lived.turns) <= person.within, lived.dialog
    assert [turn for turn in lived.said if turn.heard.speech.endswith("?") != turn.heard.expects_reply] == []
    in_english = [turn for turn in lived.said if turn.is_answered_in_english]
    assert in_english == (list(lived.said) if person.language == "en" else []), lived.dialog


def test_the_scripts_are_many_and_each_has_a_name_and_a_goal():
    names = Counter(person.id for person in EVERYBODY)
    assert [name for name, times in names.items() if times > 1] == []
    assert [person.id for person in EVERYBODY if not (person.wants or person.hears)] == []
    assert [person.id for person in EVERYBODY if person.within > MOST_TURNS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_that_is_spoken_has_its_people(language: str):
    people = [person for person in EVERYBODY if person.language == language]
    assert len(people) >= 25
    assert {person.backend for person in people} >= {"demo", "abroad"} or language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_film_takes_two_turns_and_a_show_with_seasons_at_most_three(language: str):
    people = [person for person in EVERYBODY if person.language == language]
    films, shows = ([one for one in people if one.plain == plain] for plain in ("film", "show"))
    assert [person.id for person in films if person.within > 2] == []
    assert [person.id for person in shows if person.within > 3] == []
    assert len(films) >= 2
    assert len(shows) >= 2


def test_at_most_two_of_a_hundred_miss_their_goal():
    assert sum(bool(person.fails) for person in EVERYBODY) <= 0.02 * len(EVERYBODY)


def test_what_was_requested_wrongly_or_twice_is_counted_by_the_season():
    wanted = Person("somebody", ("get squid game",), wants=("tv:93405:2,3",))
    lived = Lived(wanted, (), (), ("tv:93405:2", "tv:93405:2,4", "movie:841"))
    assert lived.wrong == ("movie:841:", "tv:93405:4")
    assert lived.doubled == ("tv:93405:2",)


@pytest.mark.parametrize(
    ("speech", "is_english"),
    [
        ("I found the movie Arrival, released in 2016.", True),
        ("Goodbye!", True),
        ("Ich habe den Film The Lion King von 1994 gefunden.", False),
        ("Je n'ai rien trouvé pour what is this.", False),
    ],
)
def test_english_is_told_by_its_words_and_not_by_titles(speech: str, is_english: bool):
    assert bool(english_in(speech, "what is this")) is is_english
