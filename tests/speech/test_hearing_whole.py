"""A language is whole: it has every piece that English has, in its own words, and nothing that nobody reads."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from intents import AskFor, ChooseSeasons, Context, NumberedSeasons
from intents.grammar import Rule
from intents.hearing import hear, hear_seasons, hear_title
from speech import hearing
from tests.speech.languages import LANGUAGES, MODEL, OTHERS, SPEECH, examples_of, exceptions_of, grammar_of

THIS_YEAR = 2026
#: Tables whose keys are words of the language: each has its own.
OWN_KEYS = ("numbers.sounds_like", "years.decades", "years.ago", "spelling.alike")
#: What only some languages need; docs/languages.md tells when.
OPTIONAL = {
    *("people.pointed", "people.pointers"),
    *("linking.zero", "linking.one", "linking.hundred"),
    *("numbers." + key for key in ("small_joined", "odd", "larger", "ordinal_forms", "ordinal_compound")),
    *("numbers." + key for key in ("odd_ordinals", "ordinal_dot", "elided", "roman_after")),
    *(
        "years.spoken_after_1900",
        "years.decades_in_full",
        "seasons.short",
        "seasons.titled.after",
        "request.final",
        "people.never_behind",
        "request.front",
        "countries.endings",
    ),
    "titles.pronoun",
    *(f"seasons.{where}.all_but_few" for where in ("titled", "named", "answers")),
    # Without these it hears less: a star in front of a title, second thoughts, talk beside the matter.
    *("people." + key for key in ("titled", "titled_alone", "titled_movie", "titled_tv", "within", "third")),
    *("questions." + key for key in ("elsewhere", "small", "talk", "status_of_it")),
    *("films", "polite.after_answer", "request.restarts", "request.sure"),
}
#: Lists that only English templates are made of; a template that names a list which is not there says so.
ENGLISH_LISTS = {
    "lists." + name
    for name in (
        *("advised", "second_hand", "relatives", "kin", "longing", "plain_wish", "placing", "portion"),
        *("device", "room", "fetched", "genre", "sort", "remembered"),
    )
}
#: Names, signs and spellings, which may be the same in any language; and words that titles are made of, for everywhere
#: many titles stay English.
NAMES = (
    *("titles.articles", "titles.never_", "people.never", "kinds.never_after"),
    *(
        "language",
        "countries.",
        "spelling.",
        "people.alone",
        "titles.known",
        "numbers.compound",
        "years.decade_endings",
    ),
    *("lists." + key for key in ("wake", "app", "network", "uhd", "codes", "place", "noise", "not_noise")),
)
_SLOT = re.compile(r"<[a-z_0-9]+>|\{[a-z_]+\}")
_WORD = re.compile(r"[^\W\d_]+")


def pieces(data: Mapping[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    """Every piece of a language's data by its path; tables with keys of their own as a whole."""
    for key, value in data.items():
        path = f"{under}{key}"
        if isinstance(value, dict) and path not in OWN_KEYS and path not in OPTIONAL:
            yield from pieces(value, f"{path}.")
        else:
            yield path, value


def pieces_of(language: str) -> dict[str, Any]:
    data = hearing.data(language) if (SPEECH / language / "hears.toml").exists() else {}
    return {path: value for path, value in pieces(data) if not path.startswith("spelling.titles.")}


@pytest.mark.parametrize("language", OTHERS)
def test_no_piece_is_missing(language):
    mine, without = pieces_of(language), exceptions_of(language)["without"]
    owed_by_all = {path for path, value in pieces_of(MODEL).items() if value} - OPTIONAL - ENGLISH_LISTS
    missing = {path for path in owed_by_all if not mine.get(path)}
    owed = [f"missing: {path}" for path in sorted(missing - set(without))]
    owed += [f"in `without`, but there: {path}" for path in sorted(set(without) - missing)]
    assert not owed, told(owed)


@pytest.mark.parametrize("language", OTHERS)
def test_no_piece_is_one_that_nobody_reads(language):
    known = set(pieces_of(MODEL)) | OPTIONAL
    free = ("lists.", "countries.adjectives.", "countries.nouns.")
    unread = [path for path in pieces_of(language) if path not in known and not path.startswith(free)]
    assert not unread, told(unread)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language):
    mine, english, same = pieces_of(language), pieces_of(MODEL), set(exceptions_of(language)["same"])
    left = [
        f"{path}: {text}"
        for path, value in mine.items()
        if not path.startswith(NAMES) and isinstance(value, list | dict)
        for text in value
        if isinstance(text, str) and text in english.get(path, ()) and words(text) - same
    ]
    assert not left, told(left)


def told(lines: list[str]) -> str:
    """Each in a line of its own, none left out."""
    return "\n".join(["", *lines, ""])


def words(template: str) -> set[str]:
    return set(_WORD.findall(_SLOT.sub(" ", template).casefold()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_makes_sense(language):
    rules = list(rules_in(grammar_of(language)))
    assert len(rules) > 100
    for rule in rules:
        assert rule.pattern.groups >= 0


def rules_in(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from rules_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from rules_in(getattr(value, field.name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_that_we_say_are_those_that_we_hear(language):
    path = SPEECH / language / "language.toml"
    if not path.exists():
        pytest.skip("it does not speak yet")
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    numerals = grammar_of(language).numerals
    heard = [numerals.one(word) for word in facts["numbers"]]
    assert heard == [f"#{number}" for number in range(len(heard))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_for_alexa_is_heard_as_it_is_meant(language):
    grammar, samples = grammar_of(language), hearing.data(language)["samples"]
    # A bare preposition is Alexa's alone: shed by us, it would take "For Your Eyes Only" apart.
    for sample in samples["request"]:
        if len(sample.split()) > 1 and sample != "for {title}":
            heard = hear_title(sample.replace("{title}", "paddington"), grammar, THIS_YEAR)
            assert heard == AskFor("paddington"), sample
    for sample in samples["title"]:
        asked = hear_title(sample.replace("{title}", "paddington"), grammar, THIS_YEAR)
        assert isinstance(asked, AskFor), sample
        assert asked.title == "paddington", sample
    for sample in samples["seasons"]:
        assert hear_seasons(sample.replace("{seasons}", "2"), grammar) == NumberedSeasons((2,)), sample


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", [Context.OFFER, Context.LIST, Context.SEASONS])
def test_a_number_alone_is_never_a_title_where_something_is_asked(language, context):
    heard = hear("2", grammar_of(language), context, THIS_YEAR)
    assert not isinstance(heard, AskFor)
    assert isinstance(heard, ChooseSeasons) == (context is Context.SEASONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_a_country_is_among_the_countries(language):
    grammar, codes = grammar_of(language), hearing.data(language)["lists"]["codes"]
    assert [code for code in codes if f"{grammar.numerals.one(code)} " not in grammar.countries] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hearing_takes_two_milliseconds_at_most(language):
    grammar, took = grammar_of(language), []
    said = [(each["say"], Context(each.get("context", "nothing"))) for each in examples_of(language)]
    for words_said, context in said * 2:  # the first time, patterns are compiled
        began = time.thread_time()
        hear(words_said, grammar, context, THIS_YEAR)
        took.append(time.thread_time() - began)
    again = sorted(took[len(said) :])
    assert again[len(again) // 2] < 0.002
    assert again[len(again) * 95 // 100] < 0.01  # some 3 ms; generous for a busy machine


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_grammar_is_built_in_a_moment(language):
    took = []
    for _ in range(3):
        began = time.thread_time()
        hearing.grammar(language)
        took.append(time.thread_time() - began)
    assert min(took) < 0.3  # some 0.1 s; generous for a busy machine
