"""Templates become sentences that Amazon takes, and not too many of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from channels.alexa.phrases import Phrases
from channels.alexa.seasons import season_values
from channels.alexa.words import Words
from tests.channels.alexa.models import words

LISTS = {"verb": ["get", "fetch", "find", "bring"], "that": ["it", "that"], "mood": ["gladly", "now"]}


def test_every_sentence_of_a_template_is_spelled_out() -> None:
    assert Phrases(LISTS).spell(["[please] (get|fetch) <that>"]) == (
        "please get it",
        "please get that",
        "please fetch it",
        "please fetch that",
        "get it",
        "get that",
        "fetch it",
        "fetch that",
    )


def test_of_a_long_template_the_commonest_words_are_kept() -> None:
    kept = {f"{verb} {that} {mood}" for verb in ("get", "fetch") for that in LISTS["that"] for mood in LISTS["mood"]}
    assert set(Phrases(LISTS).spell(["<verb> <that> <mood>"], most=10, few=8)) == kept
    assert Phrases(LISTS).spell(["<verb> <that> <mood>"], most=10, few=5) == ("get it gladly",)


def test_a_template_that_cannot_be_shortened_is_left_out() -> None:
    assert Phrases(LISTS).spell(["(a|b|c|d|e) (f|g|h|i|j)"], most=10, few=5) == ()


def test_a_sentence_that_amazon_does_not_take_is_left_out() -> None:
    assert words("en").spell(["season 2", "what now?", "it's the {title}", "café"]) == ["it's the {title}", "café"]


@pytest.fixture
def german() -> Words:
    """As a language may write its numbers: several ways, and with endings."""
    numbers = {
        "small": ["null", "eins|ein", "zwei|zwo"],
        "small_ordinals": ["nullt", "erst", "zweit"],
        "ordinal_forms": ["{ordinal}e", "{ordinal}en"],
        "odd_ordinals": {"1": "einst"},
    }
    english = words("en")
    return replace(english, hears={**english.hears, "numbers": numbers}, numbers=("null", "eins"))


def test_numbers_in_every_way_that_a_language_has(german: Words) -> None:
    assert [german.number(value) for value in range(4)] == [["null"], ["eins", "ein"], ["zwei", "zwo"], []]
    assert german.ordinal(1) == ["erste", "ersten", "einst"]
    assert german.ordinal(3) == []


def test_seasons_that_our_own_hearing_does_not_understand_are_left_out() -> None:
    english = words("en")
    answers = english.hears["seasons"]["answers"] | {"all": ["all of them", "potatoes"]}
    seasons = english.hears["seasons"] | {"answers": answers}
    (first, *_) = season_values(replace(english, hears={**english.hears, "seasons": seasons}))
    assert first == {"id": "all", "name": {"value": "all of them", "synonyms": []}}
