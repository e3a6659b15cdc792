"""Years as people say them, exact or not."""

from __future__ import annotations

import pytest

from intents import AskFor, Context
from intents.hearing import hear

NOW = 2026


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("dune from 1984", (1984, 1984)),
        ("dune from nineteen eighty four", (1984, 1984)),
        ("dune from '84", (1984, 1984)),
        ("dune 1984", (1984, 1984)),
        ("dune from the eighties", (1980, 1989)),
        ("dune from the early eighties", (1980, 1984)),
        ("dune from the mid eighties", (1983, 1986)),
        ("dune from the late 80s", (1985, 1989)),
        ("dune from the early 2000s", (2000, 2004)),
        ("dune from last year", (2025, 2025)),
        ("dune from a few years ago", (2019, 2024)),
        ("dune from a couple of years ago", (2023, 2025)),
        ("dune from ten years ago", (2015, 2017)),
        ("dune made before 1990", (1888, 1989)),
        ("dune made after 1990", (1991, 2031)),
        ("dune made since 1990", (1990, 2031)),
        ("dune from between 1980 and 1990", (1980, 1990)),
        ("dune from 1980 to 1990", (1980, 1990)),
    ],
)
def test_years_are_read(english, words, years):
    assert hear(words, english, Context.NOTHING, NOW) == AskFor("dune", years=years)


@pytest.mark.parametrize(
    "words", ["dune 2049", "dune 1492", "class of 1984", "wonder woman 1984", "the legend of 1900"]
)
def test_a_year_that_cannot_be_meant_stays_in_the_title(english, words):
    assert hear(words, english, Context.NOTHING, NOW) == AskFor(words)
