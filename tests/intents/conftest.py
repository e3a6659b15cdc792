"""What the tests of the thinking rooms share: English, as the product hears it."""

from __future__ import annotations

import pytest

from intents.grammar import Grammar
from tests.speech.languages import grammar_of


@pytest.fixture(scope="session")
def english() -> Grammar:
    return grammar_of("en")
