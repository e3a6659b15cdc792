"""Titles as people of each language say them, theirs or English ones, and as a recogniser of that language writes them.

Each language that reads titles aloud by rules of its own (`speech/xx/titles.toml`) has its file in `titles/`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from intents import AskFor
from intents.titles.index import Index
from media import Kind, Title
from tests.speech.languages import MODEL, SPEECH, grammar_of

WRITTEN: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "titles").glob("*.toml"))
}
SAID = [(language, said, name) for language, each in WRITTEN.items() for said, name in each["said"].items()]
ALIKE = [(language, *pair) for language, each in WRITTEN.items() for pair in each.get("alike", [])]


@cache
def index_of(language: str) -> Index:
    names = enumerate(WRITTEN[language]["names"])
    return Index(
        (Title(Kind.MOVIE, at, name, 1990 + at, votes=1000) for at, name in names), grammar_of(language).spelling
    )


def test_every_language_that_reads_titles_aloud_is_tried_here():
    reading = {path.parent.name for path in SPEECH.glob("*/titles.toml")}
    assert set(WRITTEN) == reading - {MODEL}  # English has tests/finding


@pytest.mark.parametrize(("language", "said", "name"), SAID)
def test_a_title_is_proposed(language: str, said: str, name: str):
    proposed = index_of(language).propose(AskFor(said), grammar_of(language).spelling).titles
    assert [title.name for title in proposed[:1]] == [name]


@pytest.mark.parametrize(("language", "one", "other"), ALIKE)
def test_what_is_silent_is_not_read(language: str, one: str, other: str):
    spelling = grammar_of(language).spelling
    assert spelling.sound_of(one) == spelling.sound_of(other)
