"""Learned titles are kept once each, in both directions as they were."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from media import Kind, Progress, Title
from storage.titles import Titles, open_titles

DUNE = Title(Kind.MOVIE, 438631, "Dune", 2021, votes=13_000)
HAINE = Title(Kind.MOVIE, 406, "Hate", 1995, original_name="La Haine", votes=3000)


@pytest.fixture
def store(engine: Engine) -> Titles:
    return Titles(engine, "en")


def test_titles_come_back_as_they_were_those_of_most_worth_first(store: Titles):
    assert store.add([(HAINE, 10), (DUNE, 20)]) == 2
    assert list(store.all()) == [DUNE, HAINE]


def test_a_title_that_is_known_already_is_brought_up_to_date(store: Titles):
    store.add([(DUNE, 900)])
    renamed = Title(Kind.MOVIE, 438631, "Dune: Part One", 2021, votes=14_000)
    assert store.add([(renamed, 20), (HAINE, 30)]) == 1
    assert list(store.all()) == [renamed, HAINE]


def test_a_title_without_a_name_is_none(store: Titles):
    assert store.add([(Title(Kind.MOVIE, 1, " "), 1)]) == 0


def test_those_of_least_worth_are_forgotten(store: Titles):
    store.add([(DUNE, 20), (HAINE, 10)])
    assert store.prune(2) == 0
    assert store.prune(1) == 1
    assert list(store.all()) == [DUNE]


def test_of_equal_worth_no_more_are_forgotten_than_must_be(store: Titles):
    store.add([(DUNE, 0), (HAINE, 0)])
    assert store.prune(1) == 1
    assert len(list(store.all())) == 1


def test_languages_are_kept_apart(engine: Engine):
    english, german = open_titles(engine, ["en", "de"])
    english.add([(DUNE, 20)])
    assert list(german.all()) == []
    german.forget_all()
    assert list(english.all()) == [DUNE]


def test_progress_is_remembered(store: Titles):
    assert store.progress() is None
    store.note(Progress("here", 3, 100.0))
    store.note(Progress("here", 4, 100.0, 200.0, 200.0))
    assert store.progress() == Progress("here", 4, 100.0, 200.0, 200.0)
    store.forget_all()
    assert store.progress() is None
