"""What the tests know of the languages: their grammars, their examples, and what each may do otherwise than English."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from intents.grammar import Grammar
from speech import hearing

SPEECH = Path(hearing.__file__).parent
EXCEPTIONS = Path(__file__).parent / "exceptions"
#: The language that the others are measured by.
MODEL = "en"
#: Every folder that begins to be a language, whole or not.
LANGUAGES = tuple(sorted(path.name for path in SPEECH.iterdir() if path.is_dir() and len(path.name) == 2))
OTHERS = tuple(language for language in LANGUAGES if language != MODEL)


@cache
def grammar_of(language: str) -> Grammar:
    return hearing.grammar(language)


@cache
def examples_of(language: str) -> tuple[dict[str, Any], ...]:
    paths = sorted((SPEECH / language).glob("examples*.toml"))
    return tuple(each for path in paths for each in tomllib.loads(path.read_text(encoding="utf-8"))["examples"])


@cache
def exceptions_of(language: str) -> dict[str, list[str]]:
    """`without`: keys that this language needs not; `same`: words that it writes as English does."""
    path = EXCEPTIONS / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {"without": [], "same": []}
