"""The ladder: what is searched for, in which order, each thing once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.ladder import LONGEST, Step, rungs
from tests.speech.languages import grammar_of

SPELLING = grammar_of("en").spelling


@dataclass(frozen=True, slots=True)
class Words:
    """A vocabulary for tests."""

    known: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        return word in self.known

    def rarity(self, word: str) -> float:
        return 5.0 if word in self.known else 0.0


def climbed(said: str, *proposals: str, known: Sequence[str] = ()) -> list[tuple[Step, str]]:
    return [(rung.step, rung.text) for rung in rungs(said, SPELLING, proposals, Words(frozenset(known)))]


def tried(said: str, *proposals: str, known: Sequence[str] = ()) -> list[str]:
    return [text for _, text in climbed(said, *proposals, known=known)]


def test_what_was_said_comes_first_and_what_the_index_proposes_next():
    assert climbed("jurasic wold", "Jurassic World")[:2] == [
        (Step.LITERAL, "jurasic wold"),
        (Step.INDEX, "Jurassic World"),
    ]


@pytest.mark.parametrize(
    ("said", "also"),
    [
        ("the ratatouille", "ratatouille"),
        ("twelve angry men", "12 angry men"),
        ("12 angry men", "twelve angry men"),
        ("rocky 4", "rocky iv"),
        ("rocky for", "rocky 4"),
        ("too fast too furious", "2 fast 2 furious"),
        ("the colour purple", "the color purple"),
        ("bad mums", "bad moms"),
        ("do not look up", "don't look up"),
        ("dont look up", "don't look up"),
        ("mister bean", "mr bean"),
        ("alien versus predator", "alien vs predator"),
        ("house of one thousand corpses", "house of 1000 corpses"),
        ("fire fly", "firefly"),
        ("a nights tale", "a knights tale"),
        ("puss in boots two", "puss in boots"),
        ("dune part two", "dune"),
        ("velvet buzz saw", "velvet buzzsaw"),
    ],
)
def test_it_tries_what_else_is_written_for_what_was_said(said: str, also: str):
    assert also in tried(said, known=["color", "buzzsaw", "firefly"])


def test_words_are_split_where_both_halves_are_words_of_titles():
    assert "spider man" in tried("spiderman", known=["spider", "man"])
    assert "spider man" not in tried("spiderman")


def test_pairs_of_the_words_that_tell_most_and_their_beginnings_are_tried_last():
    ladder = climbed("and lester galactica razor", known=["galactica", "razor"])
    assert (Step.RARE, "galactica razor") in ladder
    assert ladder[-1][0] is Step.PREFIX


def test_a_series_is_searched_for_before_what_the_index_proposes():
    assert [step for step, _ in climbed("thor two", "The Other Two")][:3] == [Step.LITERAL, Step.SERIES, Step.INDEX]


def test_it_is_lazy():
    assert [rung.text for rung in islice(rungs("dune", SPELLING, (), Words()), 1)] == ["dune"]


@given(said=st.text(max_size=60), proposals=st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=150)
def test_any_words_make_a_ladder_that_ends_and_tries_nothing_twice(said: str, proposals: list[str]):
    texts = [" ".join(text.casefold().split()) for text in tried(said, *proposals)]
    assert len(texts) == len(set(texts)) <= LONGEST
    assert all(texts)
