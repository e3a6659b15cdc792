"""Words become intents, whatever the words."""

from __future__ import annotations

import typing
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents import AskFor, Cancel, ChooseSeasons, Context, Help, Intent, LastSeasons, NumberedSeasons, Unclear, Yes
from intents.grammar import Grammar
from intents.hearing import hear, hear_seasons, hear_title, readings
from intents.numbers import Numerals
from intents.templates import TemplateError, Templates
from media import Kind
from speech.hearing import data, grammar
from tests.speech.languages import grammar_of

ENGLISH = grammar_of("en")
NOW = 2026
CONTEXTS = st.sampled_from(Context)
WORDS = st.sampled_from(
    [
        *(
            "download",
            "get",
            "the",
            "a",
            "season",
            "seasons",
            "series",
            "one",
            "2",
            "to",
            "through",
            "of",
            "from",
            "in",
        ),
        *(
            "last",
            "first",
            "all",
            "movie",
            "show",
            "tv",
            "yes",
            "no",
            "next",
            "not",
            "1984",
            "nineteen",
            "eighty",
            "four",
        ),
        *(
            "nineties",
            "(1984)",
            "please",
            "for",
            "me",
            "dune",
            "and",
            "on",
            "'s",
            "’",
            "-",
            "#",
            "@",
            "~",
            "<",
            "(",
            "½",
        ),
    ]
)


@given(words=st.text(), context=CONTEXTS)
def test_any_text_gets_an_intent(words, context):
    assert isinstance(hear(words, ENGLISH, context, NOW), typing.get_args(Intent))


@given(words=st.lists(WORDS, max_size=12).map(" ".join), context=CONTEXTS)
@settings(max_examples=400)
def test_our_own_words_in_any_order_get_an_intent_with_sound_slots(words, context):
    for intent in readings(words, ENGLISH, context, NOW):
        assert isinstance(intent, typing.get_args(Intent))
        if isinstance(intent, AskFor):
            assert intent.title.strip() == intent.title != ""
            assert intent.years is None or intent.years[0] <= intent.years[1]
            assert intent.seasons is None or intent.kind is Kind.TV
        match intent:
            case AskFor(seasons=NumberedSeasons(numbers)) | ChooseSeasons(NumberedSeasons(numbers)):
                assert list(numbers) == sorted(set(numbers)) != []
            case ChooseSeasons(LastSeasons(count)):
                assert count > 0


@given(title=st.text(alphabet="bcdfghjklmnpqrstvwz", min_size=3, max_size=12))
def test_a_made_up_word_survives_a_request(title):
    assert hear(f"download {title}", ENGLISH, Context.NOTHING, NOW) == AskFor(title)


@given(words=st.text())
def test_a_title_slot_is_a_title_or_unclear(words):
    assert isinstance(hear_title(words, ENGLISH, NOW), AskFor | Unclear)


@given(words=st.text())
def test_a_seasons_slot_never_fails(words):
    hear_seasons(words, ENGLISH)


@pytest.mark.parametrize("words", ["", "   ", "...", "?!", "\u200b\u200d", "\ud800", "🎬🍿"])
@pytest.mark.parametrize("context", Context)
def test_without_letters_or_digits_nothing_is_understood(words, context):
    assert hear(words, ENGLISH, context, NOW) == Unclear(words.strip())


def test_a_speech_is_no_request():
    assert isinstance(hear("download " + "blah " * 70, ENGLISH, Context.NOTHING, NOW), Unclear)


def test_a_speech_of_a_megabyte_costs_no_time():
    start = perf_counter()
    hear("season one of the " * 60_000, ENGLISH, Context.NOTHING, NOW)
    assert perf_counter() - start < 0.5


def test_accents_case_and_curly_apostrophes_make_no_difference():
    assert (
        hear("THAT’S THE ONE", ENGLISH, Context.OFFER, NOW)
        == hear("thats the one", ENGLISH, Context.OFFER, NOW)
        == Yes()
    )


def test_half_characters_never_reach_a_title():
    assert hear("download \ud83d dune\x00", ENGLISH, Context.NOTHING, NOW) == AskFor("dune")


def test_help_is_a_title_where_a_title_was_asked_for():
    assert hear("help", ENGLISH, Context.NOTHING, NOW) == Help()
    assert hear_title("help", ENGLISH, NOW) == AskFor("help")


def test_carrier_words_that_leak_into_a_slot_are_shed():
    assert hear_title("to download the movie dune from 1984 please", ENGLISH, NOW) == AskFor(
        "dune", Kind.MOVIE, (1984, 1984)
    )


def test_a_title_slot_comes_after_a_request_verb(english):
    assert hear_title("series dune for me", english, NOW) == AskFor("dune", Kind.TV)
    assert hear("series dune for me", english, Context.NOTHING, NOW) == AskFor("series dune for me")


@pytest.mark.parametrize("words", ["please dune", "a copy of dune please", "for me dune", "dune for us"])
def test_what_stands_between_a_verb_and_a_title_may_leak_too(words):
    assert hear_title(words, ENGLISH, NOW) == AskFor("dune")


def test_characters_that_nobody_sees_do_not_part_words(english):
    assert hear("down\u200bload du\u00adne", english, Context.NOTHING, NOW) == AskFor("dune")


def test_last_year_depends_on_the_year():
    assert hear("dune from last year", ENGLISH, Context.NOTHING, 2022) == AskFor("dune", None, (2021, 2021))


def test_a_year_far_ahead_belongs_to_the_title():
    assert hear("dune from 2060", ENGLISH, Context.NOTHING, 2026) == AskFor("dune from 2060")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("2", (2,)), ("two and three", (2, 3)), ("season one", (1,)), ("1 2 and 4", (1, 2, 4)), ("4 to 2", (2, 3, 4))],
)
def test_a_seasons_slot_is_read(words, numbers, english):
    assert hear_seasons(words, english) == NumberedSeasons(numbers)


def test_a_seasons_slot_with_something_else_in_it_is_nothing(english):
    assert hear_seasons("jurassic park", english) is None


def test_the_whole_of_what_was_said_is_kept_as_a_second_reading(english):
    assert list(readings("season 2 of avatar", english, Context.NOTHING, NOW)) == [
        AskFor("avatar", Kind.TV, None, NumberedSeasons((2,))),
        AskFor("season 2 of avatar"),
    ]


def test_stop_may_still_be_a_title(english):
    assert list(readings("stop", english, Context.NOTHING, NOW)) == [Cancel(), AskFor("stop")]


def test_an_utterance_takes_two_milliseconds_at_most(english):
    spoken = ["get seasons one through three of the wire from nineteen eighty four please", "jurassic park", "a " * 140]
    took = []
    for words in spoken * 20:
        start = perf_counter()
        hear(words, english, Context.OFFER, NOW)
        took.append(perf_counter() - start)
    assert sorted(took)[len(took) // 2] < 0.002


def test_every_alexa_sample_is_heard_as_a_request(english):
    # Alexa keeps the bare "for" to itself; shed by us, it would take "For Your Eyes Only" apart.
    for sample in set(speech_samples()["request"]) - {"for {title}"}:
        assert hear_title(sample.replace("{title}", "paddington"), english, NOW) == AskFor("paddington"), sample


def test_every_answer_to_what_is_it_called_is_heard_as_a_title(english):
    for sample in speech_samples()["title"]:
        heard = hear_title(sample.replace("{title}", "paddington"), english, NOW)
        assert isinstance(heard, AskFor)
        assert heard.title == "paddington", sample


def test_every_answer_to_which_seasons_is_heard_as_seasons(english):
    for sample in speech_samples()["seasons"]:
        assert hear_seasons(sample.replace("{seasons}", "two"), english) == NumberedSeasons((2,)), sample


def speech_samples() -> dict[str, list[str]]:
    samples: dict[str, list[str]] = data("en")["samples"]
    return samples


def no_numerals() -> Numerals:
    return Numerals({("one",): "#1"}, {"one": 1}, frozenset(), frozenset(), frozenset())


@pytest.mark.parametrize("template", ["[the", "a)", "(a]", "<nowhere>", "{nothing}", "{title} {title}"])
def test_a_template_that_makes_no_sense_is_named(template):
    with pytest.raises(TemplateError, match=r".+"):
        Templates({}, no_numerals()).rule("nonsense", template).pattern.fullmatch("")


def test_two_grammars_know_nothing_of_each_other(english: Grammar):
    another = grammar("en")
    assert another is not english
    assert another.language == english.language == "en"
