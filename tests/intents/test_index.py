"""The index proposes titles by their sound, their spelling and their words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents import AskFor
from intents.titles.index import Index, clearly
from media import Kind, Title
from tests.speech.languages import grammar_of

SPELLING = grammar_of("en").spelling
NAMES = (
    "Jurassic World",
    "Jurassic Park",
    "The Desolation of Smaug: A Journey",
    "Severance",
    "Ratatouille",
    "The Hangover",
    "Thor",
    "Manchester by the Sea",
)
TITLES = tuple(Title(Kind.MOVIE, at, name, 2000 + at, votes=1000) for at, name in enumerate(NAMES))
INDEX = Index(TITLES, SPELLING)


def proposed(said: str, index: Index = INDEX) -> list[str]:
    return [title.name for title in index.propose(AskFor(said), SPELLING).titles]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("jurasic wold", "Jurassic World"),
        ("several ants", "Severance"),
        ("rat a two e", "Ratatouille"),
        ("the hang over", "The Hangover"),
        ("the desolation of smog", "The Desolation of Smaug: A Journey"),
        ("my chest for by the sea", "Manchester by the Sea"),
    ],
)
def test_what_was_misheard_is_proposed(said: str, name: str):
    assert proposed(said)[:1] == [name]


def test_a_title_keeps_what_is_known_of_it():
    title = Title(Kind.TV, 7, "Hate", 1995, original_name="La Haine", votes=300)
    assert Index((title,), SPELLING).propose(AskFor("la haine"), SPELLING).titles == (title,)


def test_a_film_is_not_proposed_where_a_show_was_asked_for():
    assert INDEX.propose(AskFor("ratatouille", kind=Kind.TV), SPELLING).titles == ()


def test_words_are_rare_or_common_or_unknown():
    assert INDEX.knows("severance")
    assert not INDEX.knows("zzyzx")
    assert INDEX.rarity("severance") > INDEX.rarity("jurassic") > INDEX.rarity("zzyzx") == 0


def test_an_empty_index_proposes_nothing():
    assert proposed("dune", Index()) == []


def test_the_first_is_clear_only_with_a_lead():
    assert clearly(INDEX.propose(AskFor("severence"), SPELLING), likeness=0.8, lead=0.1)
    assert not clearly(INDEX.propose(AskFor("jurassic"), SPELLING), likeness=0.8, lead=0.1)
    assert not clearly(INDEX.propose(AskFor("zzyzx road"), SPELLING), likeness=0.8, lead=0.1)


@given(said=st.text(max_size=40), names=st.lists(st.text(max_size=30), max_size=6))
@settings(max_examples=100)
def test_any_titles_can_be_kept_and_any_words_be_searched(said: str, names: list[str]):
    index = Index((Title(Kind.MOVIE, at, name) for at, name in enumerate(names)), SPELLING)
    assert len(index) == len(names)
    assert len(proposed(said, index)) <= len(names)


@pytest.mark.slow
def test_twenty_thousand_titles_are_searched_in_no_time():
    words = sorted({word for name in NAMES for word in name.split()})
    names = (f"{words[n % 17]} {words[n % 13]} {n:x} {words[n % 7]}" for n in range(20_000))
    index = Index((Title(Kind.MOVIE, at, name, 2000, votes=at) for at, name in enumerate(names)), SPELLING)
    index.propose(AskFor("jurasic wold"), SPELLING)
    began = time.thread_time()
    for said in ("jurasic wold", "several ants", "the hang over", "my chest for by the sea"):
        index.propose(AskFor(said), SPELLING)
    assert (time.thread_time() - began) / 4 < 0.06  # some 6 ms; generous for a busy machine
