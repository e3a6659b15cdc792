"""What we said ourselves is no answer; what a person says is, even if the words are ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.echo import is_echo

OFFER = "I found Dune, a film from 2021. Is that the one you want?"
SEASONS = "The Bear has four seasons. Which seasons would you like?"


@pytest.mark.parametrize(
    ("words", "last_spoken"),
    [
        (OFFER, OFFER),
        ("i found dune a film from twenty twenty one is that the one you want", OFFER),
        ("is that the one you want", OFFER),
        ("is that the one you wanted", OFFER),
        ("from 2021 is that the one you want", OFFER),
        ("which seasons would you like", SEASONS),
        ("the bear has for seasons which seasons would you like", SEASONS),
    ],
)
def test_our_own_words_are_an_echo(words, last_spoken):
    assert is_echo(words, last_spoken)


@pytest.mark.parametrize(
    ("words", "last_spoken"),
    [
        ("yes", OFFER),
        ("yes that is the one", OFFER),
        ("that's the one i want", OFFER),
        ("dune", OFFER),
        ("dune a film from 2021", OFFER),
        ("is that the one with kyle maclachlan", OFFER),
        ("the one from 1984", OFFER),
        ("four seasons", SEASONS),
        ("i would like seasons two and three", SEASONS),
        ("download the bear", SEASONS),
        ("get season two of the bear", ""),
        ("", OFFER),
    ],
)
def test_an_answer_is_none(words, last_spoken):
    assert not is_echo(words, last_spoken)


@given(words=st.text(), last_spoken=st.text())
def test_any_two_texts_can_be_compared(words, last_spoken):
    assert is_echo(words, last_spoken) in {True, False}
