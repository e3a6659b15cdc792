"""A language as the hearing needs it: built once from plain data, then only read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intents.numbers import Numerals, numerals_from
from intents.spelling import Spelling
from intents.templates import Templates
from intents.words import fold, split

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Rule:
    """If a whole line matches the pattern, it means what the name says."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Polite:
    """What may be shed around what matters."""

    before: re.Pattern[str]  # in front of a phrase
    before_answer: re.Pattern[str]  # in front of a request verb, and of a phrase that answers a question
    before_title: re.Pattern[str]  # even in front of a bare title
    after: re.Pattern[str]
    after_request: re.Pattern[str]  # where a request verb was said
    prelude: re.Pattern[str]  # in front of a choice: "no, I meant ..."


@dataclass(frozen=True, slots=True)
class SeasonRules:
    """Seasons around a title, on their own, and as the answer to "which seasons?"."""

    around: tuple[Rule, ...]
    alone: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    cue: re.Pattern[str]  # a line without it names no seasons: saves trying every rule
    never_before: frozenset[str]  # words no title ends with, before its seasons
    never_after: frozenset[str]  # words no title begins with, after its seasons
    through: frozenset[str]  # what makes a range of two numbers


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is heard in one language."""

    language: str
    numerals: Numerals
    polite: Polite
    phrases: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    retry: tuple[Rule, ...]
    select: tuple[Rule, ...]
    seasons: SeasonRules
    years: tuple[Rule, ...]
    kinds: tuple[Rule, ...]
    kinds_after_verb: tuple[Rule, ...]
    never_after_kind: frozenset[str]
    carriers: tuple[Rule, ...]
    expressions: re.Pattern[str]
    sounds_like: Mapping[str, int]
    spelling: Spelling

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Grammar:
        """The grammar out of a language's data (`speech/en/hears.toml` explains it). Raises KeyError, TemplateError."""
        numerals = numerals_from(data, after=data["lists"]["seasons"])
        templates = Templates(data["lists"], numerals)
        kinds, request = data["kinds"], data["request"]
        return cls(
            language=data["language"],
            numerals=numerals,
            polite=_polite(data, templates),
            phrases=_one_rule_each(data["phrases"], templates),
            answers=_one_rule_each(data["answers"], templates),
            retry=_one_rule_each(data["retry"], templates),
            select=_rules(data["select"], templates),
            seasons=_season_rules(data, templates),
            years=tuple(Rule("years", templates.compile(t)) for t in data["years"]["around"]),
            kinds=_most_words_first({name: kinds[name] for name in ("movie", "tv", "either")}, templates),
            kinds_after_verb=_rules({"movie": kinds["movie_after_verb"], "tv": kinds["tv_after_verb"]}, templates),
            never_after_kind=frozenset(map(fold, kinds["never_after"])),
            carriers=_most_words_first({"request": request["carriers"]}, templates),
            expressions=re.compile(templates.any_of(request["expressions"])),
            sounds_like={fold(word): number for word, number in data["numbers"]["sounds_like"].items()},
            spelling=Spelling.from_mapping(data["spelling"], numerals),
        )


def _most_words_first(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    pairs = [(name, template) for name, listed in section.items() for template in listed]
    return tuple(Rule(name, templates.compile(t)) for name, t in sorted(pairs, key=lambda pair: -len(pair[1].split())))


def _one_rule_each(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    return tuple(Rule(name, re.compile(templates.any_of(listed))) for name, listed in section.items())


def _rules(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    pairs = [(name, template) for name, listed in section.items() for template in listed]
    return tuple(Rule(name, templates.compile(template)) for name, template in pairs)


def _polite(data: Mapping[str, Any], templates: Templates) -> Polite:
    polite = data["polite"]
    title_safe = polite["before_title"]
    before_answer = [*polite["before_answer"], *polite["before"], *title_safe]
    return Polite(
        before=re.compile(templates.any_of([*polite["before"], *title_safe])),
        before_answer=re.compile(templates.any_of(before_answer)),
        before_title=re.compile(templates.any_of(title_safe)),
        after=re.compile(r"(?P<title>\S.* )" + templates.any_of(polite["after"])),
        after_request=re.compile(r"(?P<title>\S.* )" + templates.any_of([*polite["after"], *polite["after_request"]])),
        prelude=re.compile(templates.any_of([*data["lists"]["prelude"], *before_answer])),
    )


def _season_rules(data: Mapping[str, Any], templates: Templates) -> SeasonRules:
    seasons = data["seasons"]
    named: Mapping[str, list[str]] = seasons["named"]
    around = [
        Rule(name, templates.compile(wrapper.replace("{seasons}", expression)))
        for name, listed in named.items()
        for wrapper in seasons["around"]
        for expression in listed
    ]
    cues = [word.folded for text in seasons["cues"] for word in split(text)]
    return SeasonRules(
        around=(*_rules(seasons["titled"], templates), *around),
        alone=_rules(named, templates),
        answers=_rules(seasons["answers"], templates),
        cue=re.compile(r"(?:^| )(?:" + "|".join([*map(re.escape, cues), r"s\d{1,2}"]) + ") "),
        never_before=frozenset(map(fold, seasons["never_before"])),
        never_after=frozenset(map(fold, seasons["never_after"])),
        through=frozenset(fold(text) for text in data["lists"]["through"]),
    )
