"""What people say goes through the model to the intent it means, and what is left in the slot means the same."""

from __future__ import annotations

from functools import cache

import pytest

from channels.alexa.hearing import PLAIN, hear
from channels.alexa.matching import Samples
from channels.alexa.names import LINK, opening_intent, opening_of
from channels.alexa.reading import AlexaRequest
from channels.alexa.unmatched import Fate, Told, tell_fates
from intents import AskFor, Cancel, ChooseSeasons, Context, LinkMe
from intents.hearing import hear as hear_words
from intents.hearing import hear_seasons
from intents.words import split
from tests.channels.alexa.models import LANGUAGES, grammar, model_of, said_seasons, samples, words
from turns.taking import SeasonWords, TitleWords, Understood, Words, understand

YEAR = 2026

#: Of a hundred examples, how many at most may be taken for something else, and how many at least must fit a sample.
MOST_TAKEN_OTHERWISE, LEAST_MATCHED = 3, 45
#: English examples that Alexa takes for something else, as long as nobody mends it.
TAKEN_OTHERWISE = {
    "download a movie": 'a sample of RequestIntent takes it for a title, "a movie"',
    "do we have it already": 'a sample of RequestIntent takes it for a title, "it already"',
    "the next one": "a sample of AMAZON.NextIntent; where seasons are asked for it may be the next of them",
    "not now": "a sample of AMAZON.CancelIntent; at an offer it means no",
    "the one": 'it is a sample of the answer "yes"',
    "go": 'it is a sample of the answer "yes"',
    "The Show": 'it is a sample of the answer "the show"',
    "The Movie": 'it is a sample of the answer "the movie"',
}


@cache
def told(language: str) -> list[Told]:
    return list(tell_fates(words(language), model_of(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_examples_fit_a_sample_and_few_are_taken_for_something_else(language: str) -> None:
    fates = [each.fate for each in told(language)]
    assert 100 * fates.count(Fate.MATCHED) >= LEAST_MATCHED * len(fates)
    assert 100 * fates.count(Fate.OTHERWISE) <= MOST_TAKEN_OTHERWISE * len(fates)


def test_which_english_examples_are_taken_for_something_else() -> None:
    assert {each.say for each in told("en") if each.fate is Fate.OTHERWISE} == set(TAKEN_OTHERWISE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_without_slots_means_what_its_intent_says(language: str) -> None:
    taken_otherwise = []
    for intent, sample in samples(language):
        if "{" not in sample:
            meant = LinkMe() if intent["name"] == LINK else PLAIN[intent["name"]]
            context = Context.SEASONS if isinstance(meant, ChooseSeasons) else Context.OFFER
            heard = hear_words(sample, grammar(language), context, YEAR)
            # The session ends with a request, so "cancel that" is no more than "cancel" here.
            if (Cancel() if isinstance(heard, Cancel) else heard) != meant:
                taken_otherwise.append((intent["name"], sample))
    assert taken_otherwise == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_for_seasons_is_understood(language: str) -> None:
    assert [said for said in said_seasons(language) if not hear_seasons(said, grammar(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_of_the_model_is_heard(language: str) -> None:
    slots = {"title": "dune", "seasons": "two", "ordinal": "2nd", "words": "dune"}
    for intent in model_of(language)["intents"]:
        said = hear(AlexaRequest("IntentRequest", "", "", "", is_new=False, intent=intent["name"], slots=slots))
        plain = intent["name"] in PLAIN
        opened = opening_of(intent["name"]) and isinstance(said, Words) and said.text.endswith(" dune")
        assert plain or opened or isinstance(said, TitleWords | SeasonWords) or intent["name"] in {"OptionIntent", LINK}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_opening_opens_is_put_together_again(language: str) -> None:
    for opening in words(language).samples("openings"):
        intent = opening_intent(opening)
        said = hear(AlexaRequest("IntentRequest", "", "", "", is_new=False, intent=intent, slots={"words": "dune"}))
        assert isinstance(said, Words)
        assert [word.folded for word in split(said.text)] == [word.folded for word in split(f"{opening} dune")]


@pytest.mark.parametrize("title", ["get out", "get smart", "find me guilty", "show me love", "search party"])
def test_a_title_that_begins_like_a_request_is_kept_whole(title: str) -> None:
    (request,) = Samples(model_of("en"), grammar("en")).requests(title)
    (meant, *_) = understand(hear(request), grammar("en"), Context.NOTHING, YEAR)
    assert isinstance(meant, AskFor)
    assert meant.title == title


def test_the_closest_sample_counts() -> None:
    (request,) = Samples(model_of("en"), grammar("en")).requests("get me dune")
    assert (request.intent, request.slots) == ("RequestIntent", {"title": "dune"})


def test_bare_seasons_fit_where_seasons_were_asked_for() -> None:
    english = Samples(model_of("en"), grammar("en"))
    assert english.requests("two") == ()
    assert [hear(each) for each in english.requests("two", "SeasonsIntent")] == [SeasonWords("two")]


@pytest.mark.parametrize(
    ("opening", "intent", "heard"),
    [
        ("what's", "Say_what__s", "what's"),
        ("est-ce que", "Say_est_ce_que", "est ce que"),
        ("größer", "Say_grosser", "grosser"),
    ],
)
def test_an_opening_is_written_in_letters_that_amazon_allows(opening: str, intent: str, heard: str) -> None:
    assert opening_intent(opening) == intent
    assert opening_of(intent) == heard


def test_an_intent_that_is_no_opening_of_ours() -> None:
    assert [opening_of(name) for name in ("RequestIntent", "Say_", "Say_2", "Say_Get")] == [None] * 4
    said = hear(AlexaRequest("IntentRequest", "", "", "", is_new=False, intent="AMAZON.YesIntent", slots={}))
    assert isinstance(said, Understood)
