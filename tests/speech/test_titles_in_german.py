"""Titles as somebody who speaks German says them: in German or in English, and heard as German either way."""

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
    "Fack ju Göhte",
    "Ziemlich beste Freunde",
    "Der Schuh des Manitu",
    "Das Leben der Anderen",
    "Der Pate",
    "Der Pate 2",
    "300",
    "Dr. House",
    "Tom & Jerry",
    "Fight Club",
    "Die Welle",
)


@pytest.fixture(scope="module")
def index() -> Index:
    titles = (Title(Kind.MOVIE, at, name, 1990 + at, votes=1000) for at, name in enumerate(NAMES))
    return Index(titles, grammar_of("de").spelling)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("House of the Dragon", "House of the Dragon"),
        ("haus of se dragon", "House of the Dragon"),
        ("strenscher sings", "Stranger Things"),
        ("de wocking ded", "The Walking Dead"),
        ("bräking bäd", "Breaking Bad"),
        ("gäm of srons", "Game of Thrones"),
        ("die bär", "The Bear"),
        ("fuck you göte", "Fack ju Göhte"),
        ("ziemlich besste freunde", "Ziemlich beste Freunde"),
        ("der schuh vom manitu", "Der Schuh des Manitu"),
        ("das leben von den anderen", "Das Leben der Anderen"),
        ("den paten", "Der Pate"),
        ("Der Pate Teil zwei", "Der Pate 2"),
        ("dreihundert", "300"),
        ("doktor house", "Dr. House"),
        ("tom und jerry", "Tom & Jerry"),
        ("feit klapp", "Fight Club"),
        ("die wälle", "Die Welle"),
    ],
)
def test_a_title_is_proposed(index: Index, said: str, name: str):
    proposed = index.propose(AskFor(said), grammar_of("de").spelling).titles
    assert [title.name for title in proposed[:1]] == [name]
