"""The languages we hear: one folder each, with a `hears.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from intents.grammar import Grammar

_HERE = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """Which languages can be heard, by their ISO 639-1 codes."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/hears.toml")))


def grammar(language: str) -> Grammar:
    """The grammar of a language, built anew at each call (some ten milliseconds): `app.py` keeps it.

    Raises FileNotFoundError for a language that we do not speak.
    """
    with (_HERE / language / "hears.toml").open("rb") as file:
        return Grammar.from_mapping(tomllib.load(file))
