"""Titles as somebody who speaks French says them: in French or in English, and heard as French either way."""

from __future__ import annotations

import pytest

from intents import AskFor
from intents.titles.index import Index
from media import Kind, Title
from tests.speech.languages import grammar_of

NAMES = (
    "House of the Dragon",
    "Stranger Things",
    "The Walking Dead",
    "Breaking Bad",
    "Game of Thrones",
    "The Bear",
    "Intouchables",
    "Le Dîner de cons",
    "Le Fabuleux Destin d'Amélie Poulain",
    "Bienvenue chez les Ch'tis",
    "Le Comte de Monte-Cristo",
    "Le Parrain",
    "Le Parrain, 2e partie",
    "Les 101 Dalmatiens",
    "L'Exorciste",
    "Dr House",
    "Fight Club",
    "300",
    "La Haine",
)


@pytest.fixture(scope="module")
def index() -> Index:
    titles = (Title(Kind.MOVIE, at, name, 1990 + at, votes=1000) for at, name in enumerate(NAMES))
    return Index(titles, grammar_of("fr").spelling)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("House of the Dragon", "House of the Dragon"),
        ("hausse of ze dragon", "House of the Dragon"),
        ("strainger sings", "Stranger Things"),
        ("ze wokine dead", "The Walking Dead"),
        ("ze oualkine dède", "The Walking Dead"),
        ("brekine bad", "Breaking Bad"),
        ("guème of srones", "Game of Thrones"),
        ("ze ber", "The Bear"),
        ("un touchable", "Intouchables"),
        ("le diner de con", "Le Dîner de cons"),
        ("le fabuleux destin d amélie poulin", "Le Fabuleux Destin d'Amélie Poulain"),
        ("bienvenu chez les chtis", "Bienvenue chez les Ch'tis"),
        ("le conte de monte cristo", "Le Comte de Monte-Cristo"),
        ("le parain", "Le Parrain"),
        ("les cent un dalmatiens", "Les 101 Dalmatiens"),
        ("l exorcist", "L'Exorciste"),
        ("exorciste", "L'Exorciste"),
        ("docteur house", "Dr House"),
        ("faille te club", "Fight Club"),
        ("trois cents", "300"),
        ("la aine", "La Haine"),
    ],
)
def test_a_title_is_proposed(index: Index, said: str, name: str):
    proposed = index.propose(AskFor(said), grammar_of("fr").spelling).titles
    assert [title.name for title in proposed[:1]] == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("comte", "conte"),
        ("chateau", "chato"),
        ("haine", "aine"),
        ("parrain", "parin"),
        ("coeur", "keur"),
        ("temps", "tan"),
    ],
)
def test_what_is_silent_is_not_read(one: str, other: str):
    spelling = grammar_of("fr").spelling
    assert spelling.sound_of(one) == spelling.sound_of(other)
