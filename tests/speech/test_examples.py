"""Every example of every language is heard as it says, among all that could be heard instead."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any, get_args

import pytest

from intents import (
    AllSeasonsBut,
    Context,
    GroupedSeasons,
    Intent,
    LastSeasons,
    NumberedSeasons,
    Prefer,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Topic,
    Which,
)
from intents.hearing import hear
from media import Kind
from tests.speech.languages import LANGUAGES, MODEL, examples_of, grammar_of

THIS_YEAR = 2026
#: English has more: it is the one that people wait for new things in.
FEWEST = {MODEL: 300}


def examples() -> list[Any]:
    return [
        pytest.param(
            language,
            example,
            id=f"{language}-{example.get('context', 'nothing')}-{example['say'] or 'silence'}",
            marks=[pytest.mark.xfail(reason=example["fails"], strict=True)] if "fails" in example else [],
        )
        for language in LANGUAGES
        for example in examples_of(language)
    ]


def as_seasons(text: str | list[int] | None) -> Seasons | None:
    if text is None:
        return None
    if isinstance(text, list):
        return NumberedSeasons(tuple(text))
    if text.startswith("all but "):
        return AllSeasonsBut(tuple(int(number) for number in text.removeprefix("all but ").split(", ")))
    if text.endswith("+"):
        return SeasonsOnward(int(text.removesuffix("+")))
    if text.startswith("last "):
        return LastSeasons(int(text.removeprefix("last ")))
    return GroupedSeasons(SeasonGroup(text))


#: Keys of an example -> how the value there becomes the value of the field, and the field's name where it differs.
READ: dict[str, Any] = {
    "kind": Kind,
    "years": tuple,
    "seasons": as_seasons,
    "people": tuple,
    "prefer": Prefer,
    "topic": Topic,
    "which": Which,
}


def expected_slots(example: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in example.items() if key not in {"say", "context", "intent", "fails"}}
    return {key: READ[key](value) if key in READ else value for key, value in rest.items()}


def filled_slots(intent: Intent) -> dict[str, Any]:
    values = {field.name: getattr(intent, field.name) for field in fields(intent)}
    return {name: value for name, value in values.items() if value and name != "words"}


@pytest.mark.parametrize(("language", "example"), examples())
def test_example_is_heard(language: str, example: dict[str, Any]):
    intent = hear(example["say"], grammar_of(language), Context(example.get("context", "nothing")), THIS_YEAR)
    assert intent.name == example.get("intent", "request"), intent
    assert filled_slots(intent) == expected_slots(example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_enough_examples(language):
    assert len(examples_of(language)) >= FEWEST.get(language, 80)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_cover_every_intent(language):
    shown = {example.get("intent", "request") for example in examples_of(language)}
    assert sorted({intent.name for intent in get_args(Intent)} - shown) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_example_stands_twice(language):
    said = Counter((example["say"].casefold(), example.get("context")) for example in examples_of(language))
    assert [words for words, times in said.items() if times > 1] == []
