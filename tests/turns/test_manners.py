"""How people are spoken to: greeted at length once, in their own words for a film, slowly where they like."""

from __future__ import annotations

import pytest

from intents import Launch
from intents.manner import film_said
from tests.house import House
from tests.speech.languages import grammar_of
from turns.taking import Understood

WELCOME = "Welcome to Overtalkerr! Tell me a movie or a show, and I'll request it. What would you like?"


def opens(house: House, name: str, conversation: str = "two") -> str:
    return house.person(name, conversation=conversation).hears(Understood(Launch())).speech


def test_whoever_asked_for_something_before_is_greeted_shortly(house: House):
    assert opens(house, "ann") == WELCOME
    house.person("ann").hears("get dune").hears("yes")
    assert opens(house, "ann", "three") == "Welcome back! What would you like?"
    assert opens(house, "bob") == WELCOME


def test_whoever_has_no_name_is_nobody_we_know(house: House):
    house.person("").hears("get dune").hears("yes")
    assert opens(house, "") == WELCOME


def test_nobody_is_greeted_twice_in_one_conversation(house: House):
    assert opens(house, "ann") == WELCOME
    assert opens(house, "ann") == "What movie or show would you like?"


def test_a_film_is_a_film_to_those_who_call_it_so(house: House):
    offer = house.hears("get the film dune")
    assert offer.speech == "I found the film Dune, released in 2021. Is that the one you want?"
    assert offer.hears("yes").speech == "Okay, I've requested the film Dune."
    assert house.hears("get the movie dune").speech.startswith("I found the movie Dune")


@pytest.mark.parametrize(
    ("locale", "word"), [("en-US", "movie"), ("en-GB", "film"), ("en_gb", "film"), ("en", "movie"), ("en-AU", "movie")]
)
def test_where_they_have_not_said_it_their_country_tells(house: House, locale: str, word: str):
    assert f"the {word} Dune" in house.person("ann", locale=locale).hears("get dune").speech


@pytest.mark.parametrize(
    ("words", "title", "film"),
    [
        ("get the film dune", "dune", "film"),
        ("the one with the movies", "", "movie"),
        ("get scary movie", "scary movie", None),
        ("get the film scary movie", "scary movie", "film"),
        ("get dune", "dune", None),
        ("", "", None),
    ],
)
def test_the_word_in_a_title_is_not_theirs(words: str, title: str, film: str | None):
    assert film_said(words, title, grammar_of("en")) == film


def test_a_microphone_that_hands_back_whatever_we_say_comes_to_an_end(house: House):
    said: list[str] = []
    answer = house.hears("get dune")
    while answer.reply.listening and len(said) < 9:
        answer = answer.hears(answer.speech)
        said.append(answer.says)
    assert said == ["offer", "lost-offer", "help-offer", "lost-goodbye"]
    assert house.fake.calls.count("search") == 1


def test_slowly_is_for_the_voice_alone(house: House):
    speech = house.built.front.speech
    offer = house.hears("get dune")
    again = offer.hears("slower please")
    assert again.speech == offer.speech
    slowly = speech.say(again.reply, "en-US").ssml
    assert slowly == f'<prosody rate="slow">{speech.say(offer.reply, "en-US").ssml}</prosody>'
