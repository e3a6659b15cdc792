"""A request manager, and an index that has learned all of it."""

from __future__ import annotations

import pytest

from intents.titles.index import Index
from tests.finding.exact_words import ExactWords
from tests.finding.searching import SPELLING


@pytest.fixture
def backend() -> ExactWords:
    return ExactWords()


@pytest.fixture(scope="session")
def learned() -> Index:
    return Index(ExactWords().all_titles, SPELLING)
