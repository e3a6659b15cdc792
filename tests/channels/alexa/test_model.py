"""What people say goes through the model to the intent it means, and what is left in the slot means the same."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest

from channels.alexa.hearing import PLAIN, hear
from channels.alexa.model import SEASONS_TYPE
from channels.alexa.package import MODELS, package
from channels.alexa.reading import AlexaRequest
from intents import AskFor, ChooseSeasons, Context, Intent
from intents.hearing import hear as hear_words
from intents.hearing import hear_seasons, hear_title
from speech.saying import HERE
from tests.channels.alexa.house import ENGLISH
from turns.taking import SeasonWords, TitleWords

MODEL: dict[str, Any] = json.loads(package()[MODELS / "en-US.json"])["interactionModel"]["languageModel"]
EXAMPLES = tomllib.loads((HERE / "en" / "examples.toml").read_text(encoding="utf-8"))["examples"]
SAID_SEASONS = [
    way
    for kind in MODEL["types"]
    for value in kind["values"]
    for way in (value["name"]["value"], *value["name"]["synonyms"])
]
TAKES = {
    "AMAZON.SearchQuery": r"\S.*",
    "AMAZON.NUMBER": r"\d+",
    "AMAZON.Ordinal": r"\d+(?:st|nd|rd|th)",
    "AMAZON.FOUR_DIGIT_NUMBER": r"\d{4}",
    SEASONS_TYPE: "|".join(map(re.escape, SAID_SEASONS)),
}
YEAR = 2026


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for intent in MODEL["intents"]:
        kinds = {slot["name"]: TAKES[slot["type"]] for slot in intent.get("slots", [])}
        for sample in intent["samples"]:
            parts = re.split(r"\{(\w+)\}", sample)
            text = "".join(
                re.escape(part) if at % 2 == 0 else f"(?P<{part}>{kinds[part]})" for at, part in enumerate(parts)
            )
            found.append((intent["name"], re.compile(text)))
    return found


PATTERNS = patterns()


def spoken(text: str) -> str:
    """As Alexa writes what she hears: small letters, no punctuation."""
    return re.sub(r"[^\w' &-]", "", text.lower().replace("\u2019", "'")).strip()


def matches(text: str) -> list[tuple[str, dict[str, str]]]:
    """Intents with a sample for it; a sentence that is a sample word for word is that intent's alone."""
    hits = [(name, match.groupdict()) for name, pattern in PATTERNS if (match := pattern.fullmatch(text))]
    return [hit for hit in hits if not hit[1]] or hits


def meaning(asked: Intent) -> object:
    if not isinstance(asked, AskFor):
        return asked
    return re.sub(r"[^\w]", "", asked.title.lower()), asked.kind, asked.years, asked.seasons


REQUESTS = [
    example["say"]
    for example in EXAMPLES
    if example.get("intent", "request") == "request" and "context" not in example and matches(spoken(example["say"]))
]


#: Bare titles that look like something else to Alexa; said after "download" they are whole.
KNOWN_TO_FAIL = {
    "get out": 'a sample of RequestIntent takes it for a request of "out"',
    "get out please": 'a sample of RequestIntent takes it for a request of "out"',
    "The Show": 'it is a sample of the answer "the show"',
    "The Movie": 'it is a sample of the answer "the movie"',
}
BARE = {say: pytest.param(say, marks=pytest.mark.xfail(reason=why)) for say, why in KNOWN_TO_FAIL.items()}


def test_most_requests_fit_a_sample() -> None:
    assert len(REQUESTS) >= 50


@pytest.mark.parametrize("say", [BARE.get(say, say) for say in REQUESTS])
def test_a_request_is_matched_by_one_intent_and_means_the_same(say: str) -> None:
    hits = matches(spoken(say))
    assert {name for name, _ in hits} == {"RequestIntent"}
    expected = meaning(hear_words(say, ENGLISH, Context.NOTHING, YEAR))
    heard = {meaning(hear_title(slots["title"], ENGLISH, YEAR)) for _, slots in hits}
    assert expected in heard


@pytest.mark.parametrize(
    ("intent", "sample"), [(i["name"], s) for i in MODEL["intents"] for s in i["samples"] if "{" not in s]
)
def test_a_sentence_without_slots_means_what_its_intent_says(intent: str, sample: str) -> None:
    meant = PLAIN[intent]
    context = Context.OFFER if not isinstance(meant, ChooseSeasons) else Context.SEASONS
    assert hear_words(sample, ENGLISH, context, YEAR) == meant


@pytest.mark.parametrize("words", SAID_SEASONS)
def test_every_value_for_seasons_is_understood(words: str) -> None:
    assert hear_seasons(words, ENGLISH)


def test_every_intent_of_the_model_is_heard() -> None:
    slots = {"title": "dune", "seasons": "two", "ordinal": "2nd"}
    for intent in MODEL["intents"]:
        said = hear(AlexaRequest("IntentRequest", "en-US", "", "", is_new=False, intent=intent["name"], slots=slots))
        plain = intent["name"] in PLAIN
        assert plain or isinstance(said, TitleWords | SeasonWords) or intent["name"] == "OptionIntent"
