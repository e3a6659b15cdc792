"""Every example of every language is heard as it says, among all that could be heard instead."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from intents import (
    AskFor,
    ChooseSeasons,
    Context,
    GroupedSeasons,
    Intent,
    LastSeasons,
    NumberedSeasons,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Select,
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
            language, example, id=f"{language}-{example.get('context', 'nothing')}-{example['say'] or 'silence'}"
        )
        for language in GRAMMARS
        for example in tomllib.loads((SPEECH / language / "examples.toml").read_text(encoding="utf-8"))["examples"]
    ]


def as_seasons(text: str | list[int] | None) -> Seasons | None:
    if text is None:
        return None
    if isinstance(text, list):
        return NumberedSeasons(tuple(text))
    if text.endswith("+"):
        return SeasonsOnward(int(text.removesuffix("+")))
    if text.startswith("last "):
        return LastSeasons(int(text.removeprefix("last ")))
    return GroupedSeasons(SeasonGroup(text))


def as_slots(intent: Intent) -> dict[str, Any]:
    match intent:
        case AskFor(title, kind, years, seasons):
            return {"title": title, "kind": kind, "years": years, "seasons": seasons}
        case Select(position, kind, years):
            return {"position": position, "kind": kind, "years": years}
        case ChooseSeasons(seasons):
            return {"seasons": seasons}
    return {}


@pytest.mark.parametrize(("language", "example"), examples())
def test_example_is_heard(language: str, example: dict[str, Any]):
    intent = hear(example["say"], GRAMMARS[language], Context(example.get("context", "nothing")), THIS_YEAR)
    assert intent.name == example.get("intent", "request"), intent
    expected = {
        "title": example.get("title"),
        "kind": Kind(example["kind"]) if "kind" in example else None,
        "years": tuple(example["years"]) if "years" in example else None,
        "seasons": as_seasons(example.get("seasons")),
        "position": example.get("position"),
    }
    slots = as_slots(intent)
    assert slots == {name: expected[name] for name in slots}


@pytest.mark.parametrize("language", GRAMMARS)
def test_a_language_has_enough_examples(language):
    assert sum(param.values[0] == language for param in examples()) >= 150
