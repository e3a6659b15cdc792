"""The languages we hear: one folder each, with what it hears, what it asks, and names as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from intents.grammar import Grammar

_HERE = Path(__file__).parent
_FILES = ("hears.toml", "questions.toml", "following.toml", "names.toml", "linking.toml")
_ALEXA = "alexa.toml"


def languages() -> tuple[str, ...]:
    """Which languages can be heard, by their ISO 639-1 codes."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/hears.toml")))


def grammar(language: str) -> Grammar:
    """The grammar of a language, built anew at each call (about a tenth of a second): `app.py` keeps it.

    Raises FileNotFoundError for a language that we do not speak.
    """
    return Grammar.from_mapping(data(language))


def data(language: str) -> dict[str, Any]:
    """All that a language hears, as it stands in its files; a section that is in several has the entries of all."""
    laid: dict[str, Any] = {}
    for name in _FILES:
        _lay_over(laid, _read(_HERE / language / name))
    if (_HERE / language / _ALEXA).exists():  # hearing itself needs nothing of it
        _lay_over(laid, _read(_HERE / language / _ALEXA))
    titles = _HERE / language / "titles.toml"
    if titles.exists():  # a language without one is searched by spelling alone
        laid["spelling"]["titles"] = _read(titles)
    return laid


def examples(language: str) -> list[dict[str, Any]]:
    """What people say in a language, and what must be made of it; `examples.toml` tells the keys."""
    paths = sorted((_HERE / language).glob("examples*.toml"))
    return [example for path in paths for example in _read(path)["examples"]]


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _lay_over(laid: dict[str, Any], more: dict[str, Any]) -> None:
    """Put more sections in; a section that is in both gets the entries of both."""
    for name, value in more.items():
        if isinstance(value, dict) and name in laid:
            _lay_over(laid[name], value)
        else:
            laid[name] = value
