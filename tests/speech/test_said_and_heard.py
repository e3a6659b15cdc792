"""What a language puts into a person's mouth, it understands: buttons, examples, and words that choose from a list."""

from __future__ import annotations

import pytest

from intents import AskFor, Cancel, ChooseSeasons, Context, GroupedSeasons, Help, Next, No, Select, Undo, Yes
from intents.hearing import hear
from speech import hearing
from speech.saying import open_speech
from tests.speech.languages import grammar_of

SPEECH = open_speech(hearing.languages())
YEAR = 2026
EXAMPLES = {
    "film": "jurassic park",
    "several": "dune",
    "season": "severance",
    "there": "breaking bad",
    "missing": "the bear",
}

every_locale = pytest.mark.parametrize("locale", SPEECH.locales)


def heard(words: str, context: Context, locale: str) -> object:
    return hear(words, grammar_of(SPEECH.language_of(locale)), context, YEAR)


@every_locale
def test_what_stands_on_a_button_is_understood(locale: str):
    def press(name: str, context: Context, **gaps: int) -> object:
        return heard(SPEECH.word(f"button-{name}", locale, **gaps), context, locale)

    for context in (Context.OFFER, Context.RETRY):
        assert isinstance(press("yes", context), Yes)
        assert isinstance(press("no", context), No)
    assert isinstance(press("next", Context.OFFER), Next)
    assert isinstance(press("cancel", Context.OFFER), Cancel)
    assert isinstance(press("help", Context.OFFER), Help)
    every, second = press("all-seasons", Context.SEASONS), press("season", Context.SEASONS, number=2)
    assert isinstance(every, ChooseSeasons)
    assert isinstance(every.seasons, GroupedSeasons)
    assert isinstance(second, ChooseSeasons)


@every_locale
@pytest.mark.parametrize("context", [Context.OFFER, Context.LIST])
def test_the_words_that_choose_are_understood(locale: str, context: Context):
    by_year = heard(SPEECH.word("option-year", locale, year=1984), context, locale)
    by_number = heard(SPEECH.word("option-number", locale, number=2), context, locale)
    assert isinstance(by_year, Select)
    assert by_year.years == (1984, 1984)
    assert isinstance(by_number, Select)
    assert by_number.position == 2


@every_locale
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_understood(locale: str, example: str):
    asked = heard(SPEECH.word(f"example-{example}", locale), Context.NOTHING, locale)
    assert isinstance(asked, AskFor)
    assert asked.title.casefold() == EXAMPLES[example]
    assert (asked.seasons is not None) == (example == "season")


@every_locale
def test_the_words_that_take_back_are_understood(locale: str):
    assert isinstance(heard(SPEECH.word("undo-that", locale), Context.NOTHING, locale), Undo)
