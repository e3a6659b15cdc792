"""The languages we hear: one folder each, with what it hears, what it asks, and names as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from intents.grammar import Grammar

_HERE = Path(__file__).parent
_FILES = ("hears.toml", "questions.toml", "names.toml")


def languages() -> tuple[str, ...]:
    """Which languages can be heard, by their ISO 639-1 codes."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/hears.toml")))


def grammar(language: str) -> Grammar:
    """The grammar of a language, built anew at each call (some ten milliseconds): `app.py` keeps it.

    Raises FileNotFoundError for a language that we do not speak.
    """
    data: dict[str, Any] = {}
    for name in _FILES:
        with (_HERE / language / name).open("rb") as file:
            _lay_over(data, tomllib.load(file))
    titles = _HERE / language / "titles.toml"
    if titles.exists():  # in a language without it, titles are compared by their letters alone
        data["spelling"]["titles"] = tomllib.loads(titles.read_text(encoding="utf-8"))
    return Grammar.from_mapping(data)


def _lay_over(data: dict[str, Any], more: dict[str, Any]) -> None:
    """Put more sections in; a section that is in both gets the entries of both."""
    for name, value in more.items():
        if isinstance(value, dict) and name in data:
            _lay_over(data[name], value)
        else:
            data[name] = value
