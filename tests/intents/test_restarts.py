"""Where people begin anew: what they took back goes, and what they said to others is no title."""

from __future__ import annotations

import pytest

from intents import AskFor, Context, NumberedSeasons, Refine, Select
from intents.hearing import hear
from media import Kind
from speech import hearing

ENGLISH = hearing.grammar("en")
NOW = 2026


def heard(words: str, context: Context = Context.NOTHING):
    return hear(words, ENGLISH, context, NOW)


def test_what_is_said_otherwise_takes_the_place_of_what_was_said():
    assert heard("get season two no wait season three of fargo") == AskFor(
        "fargo", kind=Kind.TV, seasons=NumberedSeasons((3,))
    )
    assert heard("carrie the 1976 one sorry the 2013 one") == AskFor("carrie", years=(2013, 2013))
    assert heard("one no three", Context.LIST) == Select(position=3)


def test_behind_a_not_the_first_stays():
    assert heard("get rocky 2 not rocky 3") == AskFor("rocky 2")
    assert heard("the film not the tv show", Context.OFFER) == Select(kind=Kind.MOVIE)


def test_other_words_behind_a_no_are_left_alone():
    assert heard("dr no") == AskFor("dr no")
    assert heard("no the 1984 one", Context.OFFER) == Refine(years=(1984, 1984))


@pytest.mark.parametrize(
    "before", ["i am not sure how to say it but", "darling wait", "yes in a minute", "so my mate keeps on at me"]
)
def test_what_was_said_to_others_is_no_title(before):
    assert heard(f"{before} could you get me all about eve") == AskFor("all about eve")


def test_it_stands_for_what_was_said_before():
    assert heard("my aunt mentioned gigi could you get it for her") == AskFor("gigi")


@pytest.mark.parametrize("title", ["come and get it", "i'm a celebrity get me out of here"])
def test_a_title_that_holds_an_opening_stays_whole(title):
    assert heard(title) == AskFor(title)


def test_a_wake_word_in_a_title_does_not_begin_anew():
    assert heard("get alexa and katie") == AskFor("alexa and katie")
