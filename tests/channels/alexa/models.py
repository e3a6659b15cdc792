"""The skill package as `speech/` makes it, made once for all stories, and what Amazon's documentation allows in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from channels.alexa.package import MODELS, Files, open_listings, package
from channels.alexa.words import Words
from intents.grammar import Grammar

Json = dict[str, Any]

#: Every language that is packaged, with the skill's listing in it.
LISTINGS = open_listings({})
LANGUAGES = tuple(LISTINGS)
LOCALES = tuple(sorted(locale for shown in LISTINGS.values() for locale in shown.locales))


@cache
def files() -> Files:
    return package()


@cache
def words(language: str) -> Words:
    return Words.of(language)


def grammar(language: str) -> Grammar:
    return words(language).grammar


@cache
def model(locale: str) -> Json:
    whole: Json = json.loads(files()[MODELS / f"{locale}.json"])["interactionModel"]
    return whole


def model_of(language: str) -> Json:
    """What all locales of a language have in common."""
    common: Json = model(LISTINGS[language].locales[0])["languageModel"]
    return common


def samples(language: str) -> Iterator[tuple[Json, str]]:
    for intent in model_of(language)["intents"]:
        for sample in intent["samples"]:
            yield intent, sample


def said_seasons(language: str) -> list[str]:
    """The values of the slot for seasons, with their synonyms."""
    (seasons,) = model_of(language)["types"]
    return [way for value in seasons["values"] for way in (value["name"]["value"], *value["name"]["synonyms"])]


def value_of(language: str, seasons: str) -> str:
    """How the model says these: "1 2" is "one and two"."""
    (kind,) = model_of(language)["types"]
    return next(str(value["name"]["value"]) for value in kind["values"] if value["id"] == seasons)
