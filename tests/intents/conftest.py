"""What the tests of the thinking rooms share: English, as the product hears it."""

from __future__ import annotations

import pytest

from intents.grammar import Grammar
from speech.hearing import grammar


@pytest.fixture(scope="session")
def english() -> Grammar:
    return grammar("en")
