"""docs/backends.md promises what is true: its tables are made by the contract's servers, its tests exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.backends import sentences
from tests.backends.situations import PAGE, on_page, table

PAGES = sorted(PAGE.parent.glob("backends*.md"))


def test_the_tables_are_those_that_the_servers_give():
    assert on_page(PAGE.read_text(encoding="utf-8")) == table(), "run: python -m tests.backends.situations"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_is_named_exists(page: Path):
    tests = PAGE.parent.parent / "tests"
    defined = {
        name
        for file in tests.rglob("test_*.py")
        for name in [file.stem, *re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))]
    }
    named = set(re.findall(r"`(test_\w+)`", page.read_text(encoding="utf-8")))
    assert named
    assert named - defined == set()


def test_the_sentences_are_those_that_are_said():
    said = sentences.on_page(PAGE.read_text(encoding="utf-8"))
    assert said == sentences.table(), "run: python -m tests.backends.sentences"
