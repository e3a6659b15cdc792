"""The same conversation in every locale: heard and answered in its language, and requested once."""

from __future__ import annotations

import pytest

from tests.channels.alexa.house import House
from tests.channels.alexa.models import LANGUAGES, LISTINGS, LOCALES, model_of, words

SPOKEN_IN = {locale: language for language, shown in LISTINGS.items() for locale in shown.locales}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_film_is_requested(locale: str, house: House) -> None:
    echo = house.echo(locale=locale)
    assert echo.launch().is_listening
    assert "Tenet" in echo.answers("tenet").says
    assert "Tenet" in echo.yes().says
    assert not echo.is_listening
    assert house.requested == ["movie:577922"]


@pytest.mark.parametrize("locale", LOCALES)
def test_seasons_are_chosen_by_their_slot(locale: str, house: House) -> None:
    two = words(SPOKEN_IN[locale]).number(2)[0]
    house.echo(locale=locale).asks("severance").yes().answers(two)
    assert house.requested == ["tv:95396:2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_heard_whole_in_its_own_language(language: str, house: House) -> None:
    """ "The {year} one", and what else the model has for years: it is the older Dune that is offered."""
    echo = house.echo(locale=LISTINGS[language].locales[0])
    echo.asks("dune")
    (option,) = [intent for intent in model_of(language)["intents"] if intent["name"] == "OptionIntent"]
    assert any("{year}" in sample for sample in option["samples"])
    assert "1984" in echo.intent("OptionIntent", year="1984").says


def test_each_language_answers_for_itself(house: House) -> None:
    welcomes = {house.echo(locale=shown.locales[0]).launch().says for shown in LISTINGS.values()}
    assert len(welcomes) == len(LANGUAGES)
