"""What a language needs whose "by" is its "of" and whose "the one" is its "the": all of it is data."""

from __future__ import annotations

from typing import Any

import pytest

from intents import AskFor, ChooseSeasons, Context, NumberedSeasons, SearchFor
from intents.grammar import Grammar
from intents.hearing import hear
from media import Kind
from speech import hearing


def grammar(**sections: dict[str, Any]) -> Grammar:
    """English with some of it said otherwise."""
    data = hearing.data("en")
    for name, more in sections.items():
        data[name] |= more
    return Grammar.from_mapping(data)


@pytest.fixture(scope="module")
def romance() -> Grammar:
    return grammar(people={"pointed": ["{title} of {people}"], "pointers": ["a <movie>"]})


def test_behind_a_pointer_any_name_is_taken(romance):
    heard = hear("a movie of isabel coixet", romance, Context.NOTHING, 2026)
    assert heard == SearchFor(kind=Kind.MOVIE, people=("isabel coixet",))


@pytest.mark.parametrize("title", ["the diary of bridget jones", "the legend of billie jean"])
def test_elsewhere_a_name_stays_in_its_title(romance, title):
    assert hear(title, romance, Context.NOTHING, 2026) == AskFor(title)


def test_elsewhere_a_name_that_is_enough_by_itself_is_taken(romance):
    assert hear("dune of villeneuve", romance, Context.NOTHING, 2026) == AskFor("dune", people=("villeneuve",))


def test_without_such_rules_of_joins_nothing_but_titles():
    assert hear("dune of villeneuve", grammar(), Context.NOTHING, 2026) == AskFor("dune of villeneuve")


def test_an_article_may_stand_for_a_title():
    stand_ins = hearing.data("en")["titles"]["stand_ins"]
    articles = grammar(titles={"stand_ins": stand_ins | {"either": [*stand_ins["either"], "the"]}})
    assert hear("the from 1984", articles, Context.NOTHING, 2026) == SearchFor(years=(1984, 1984))


def test_ordinals_may_make_a_range():
    answers = hearing.data("en")["seasons"]["answers"]
    ranges = grammar(seasons={"answers": answers | {"numbers": ["the {ordinal_range}"]}})
    asked = ChooseSeasons(NumberedSeasons((2, 3, 4)))
    assert hear("the second to the fourth", ranges, Context.SEASONS, 2026) == asked
