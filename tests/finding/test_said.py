"""Titles as people say them find what was meant, and nothing is offered for a title that does not exist."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from intents.titles import Verdict
from intents.titles.index import Index
from tests.finding.exact_words import ExactWords
from tests.finding.searching import searched
from turns.finding import Finding

SAID = tomllib.loads(Path(__file__).with_name("said.toml").read_text(encoding="utf-8"))
#: What is not found yet, and why.
KNOWN_FAILURES: dict[str, str] = {
    "no for ah too": "numbers heard into a name hide its sound",
    "fresher": "one word, half of it another: nothing but fame would tell",
}
OFFERED = {Verdict.SURE, Verdict.OFFER}


def examples(*sections: str) -> list[object]:
    return [
        pytest.param(
            said,
            meant,
            id=said,
            marks=pytest.mark.xfail(reason=KNOWN_FAILURES[said], strict=True) if said in KNOWN_FAILURES else (),
        )
        for section in sections
        for said, meant in SAID[section].items()
    ]


@cache
def _found(said: str, index: Index) -> Finding:
    return searched(said, ExactWords(), index)


@pytest.mark.parametrize(("said", "meant"), examples("written", "shortened", "misheard"))
def test_what_is_said_finds_what_is_meant(said: str, meant: str, learned: Index):
    assert [title.key for title in _found(said, learned).ranking.titles][:1] == [meant]


@pytest.mark.parametrize(("said", "meant"), examples("nothing"))
def test_nothing_is_offered_for_what_does_not_exist(said: str, meant: str, learned: Index):
    assert _found(said, learned).ranking.verdict not in OFFERED


def test_a_wrong_title_is_hardly_ever_put_to_the_person(learned: Index):
    meant = {said: key for section in ("written", "shortened", "misheard") for said, key in SAID[section].items()}
    wrong = [
        said
        for said, key in meant.items()
        if (ranking := _found(said, learned).ranking).verdict in OFFERED and ranking.titles[0].key != key
    ]
    assert len(wrong) <= 0.025 * len(meant), wrong


def test_it_takes_few_calls(learned: Index):
    calls = [_found(said, learned).calls for section in ("written", "shortened", "misheard") for said in SAID[section]]
    assert sum(calls) / len(calls) <= 3
    assert max(calls) <= 8


def test_without_an_index_what_was_written_right_is_mostly_found():
    found = [
        [title.key for title in searched(said, ExactWords(), Index()).ranking.titles][:1] == [meant]
        for said, meant in SAID["written"].items()
    ]
    assert sum(found) / len(found) >= 0.85
