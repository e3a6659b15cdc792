"""Titles as somebody who speaks Spanish or Portuguese says them, and as a recogniser of that language writes them."""

from __future__ import annotations

import pytest

from intents import AskFor
from intents.titles.index import Index
from media import Kind, Title
from tests.speech.languages import grammar_of

ENGLISH = (
    "Stranger Things",
    "Breaking Bad",
    "Game of Thrones",
    "The Bear",
    "Fight Club",
    "Star Wars",
    "Shrek",
    "Sherlock",
    "Up",
)
NAMES = {
    "es": (
        *ENGLISH,
        "El laberinto del fauno",
        "La habitación de al lado",
        "Relatos salvajes",
        "El Señor de los Anillos",
        "Ocho apellidos vascos",
        "La casa de papel",
        "El padrino",
        "El padrino 2",
        "Tom y Jerry",
        "300",
    ),
    "pt": (
        *ENGLISH,
        "Cidade de Deus",
        "O Auto da Compadecida",
        "Tropa de Elite",
        "Tropa de Elite 2",
        "O Senhor dos Anéis",
        "Que Horas Ela Volta?",
        "Ainda Estou Aqui",
        "O Poderoso Chefão",
        "Tom e Jerry",
        "300",
    ),
}
SAID = {
    "es": {
        "estrenller zings": "Stranger Things",
        "breiquin bad": "Breaking Bad",
        "star guars": "Star Wars",
        "chrec": "Shrek",  # by its sound alone
        "el laverinto del fauno": "El laberinto del fauno",
        "la abitación de al lado": "La habitación de al lado",
        "relatos salbajes": "Relatos salvajes",
        "el sr de los anillos": "El Señor de los Anillos",
        "ocho apeyidos bascos": "Ocho apellidos vascos",
        "la caza de papel": "La casa de papel",
        "el padrino parte dos": "El padrino 2",
        "tom and jerry": "Tom y Jerry",
        "trescientos": "300",
    },
    "pt": {
        "istrenger tings": "Stranger Things",
        "breiquin bad": "Breaking Bad",
        "star uors": "Star Wars",
        "faite clãbe": "Fight Club",  # by its sound alone, and so is the next
        "xerloque": "Sherlock",
        "sidade de deus": "Cidade de Deus",
        "o alto da compadecida": "O Auto da Compadecida",
        "tropa de elite dois": "Tropa de Elite 2",
        "o sr dos anéis": "O Senhor dos Anéis",
        "que oras ela volta": "Que Horas Ela Volta?",
        "ainda tô aqui": "Ainda Estou Aqui",
        "o poderoso xefão": "O Poderoso Chefão",
        "tom and jerry": "Tom e Jerry",
        "trezentos": "300",
    },
}


@pytest.fixture(scope="module", params=NAMES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def index(language: str) -> Index:
    titles = (Title(Kind.MOVIE, at, name, 1990 + at, votes=1000) for at, name in enumerate(NAMES[language]))
    return Index(titles, grammar_of(language).spelling)


def test_titles_are_proposed(index: Index, language: str):
    spelling = grammar_of(language).spelling
    proposed = {said: index.propose(AskFor(said), spelling).titles[:1] for said in SAID[language]}
    assert {said: title.name for said, titles in proposed.items() for title in titles} == SAID[language]
