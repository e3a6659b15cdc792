"""Every example of every language is heard as it says, among all that could be heard instead."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

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
)
from intents.hearing import hear
from media import Kind
from speech import hearing

SPEECH = Path(hearing.__file__).parent
GRAMMARS = {language: hearing.grammar(language) for language in hearing.languages()}
THIS_YEAR = 2026


def examples() -> list[Any]:
    return [
        pytest.param(
            language,
            example,
            id=f"{language}-{example.get('context', 'nothing')}-{example['say'] or 'silence'}",
            marks=[pytest.mark.xfail(reason=example["fails"])] if "fails" in example else [],
        )
        for language in GRAMMARS
        for path in sorted((SPEECH / language).glob("examples*.toml"))
        for example in tomllib.loads(path.read_text(encoding="utf-8"))["examples"]
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
}


def expected_slots(example: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in example.items() if key not in {"say", "context", "intent", "fails"}}
    return {key: READ[key](value) if key in READ else value for key, value in rest.items()}


def filled_slots(intent: Intent) -> dict[str, Any]:
    values = {field.name: getattr(intent, field.name) for field in fields(intent)}
    return {name: value for name, value in values.items() if value and name != "words"}


@pytest.mark.parametrize(("language", "example"), examples())
def test_example_is_heard(language: str, example: dict[str, Any]):
    intent = hear(example["say"], GRAMMARS[language], Context(example.get("context", "nothing")), THIS_YEAR)
    assert intent.name == example.get("intent", "request"), intent
    assert filled_slots(intent) == expected_slots(example)


@pytest.mark.parametrize("language", GRAMMARS)
def test_a_language_has_enough_examples(language):
    assert sum(param.values[0] == language for param in examples()) >= 300
