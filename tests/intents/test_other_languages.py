"""What only some languages need, told in English: their data may ask for it, and English does not."""

from __future__ import annotations

from intents import AllSeasonsBut, AskFor, Context, NumberedSeasons, SearchFor
from intents.grammar import Grammar
from intents.hearing import hear, hear_seasons
from media import Kind
from speech import hearing

NOW = 2026


def test_a_range_of_ordinals_names_every_season_of_it():
    data = hearing.data("en")
    data["seasons"]["named"]["numbers"].insert(0, "from the {ordinal_range} season")
    heard = hear("lost from the second to the fourth season", Grammar.from_mapping(data), Context.NOTHING, NOW)
    assert heard == AskFor("lost", kind=Kind.TV, seasons=NumberedSeasons((2, 3, 4)))


def test_all_but_the_first_few():
    data = hearing.data("en")
    data["seasons"]["answers"]["all_but_few"] = ["all but the first {number}"]
    assert hear_seasons("all but the first two", Grammar.from_mapping(data)) == AllSeasonsBut((1, 2))


def test_several_words_may_say_that_a_title_follows_and_no_person():
    data = hearing.data("en")
    data["people"]["perhaps"].append("{longest} of {people}")
    said = "all those films of harry potter"
    by_a_person = hear(said, Grammar.from_mapping(data), Context.NOTHING, NOW)
    assert isinstance(by_a_person, SearchFor)
    assert by_a_person.people == ("harry potter",)
    data["people"]["never_behind"] = ["all those films"]
    heard = hear(said, Grammar.from_mapping(data), Context.NOTHING, NOW)
    assert isinstance(heard, AskFor)
    assert not heard.people
