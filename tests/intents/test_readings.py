"""Where words may mean two things, both readings are kept; the surest comes first and there are never many."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from intents import AskFor, Cancel, Context, Prefer, Refine, SearchFor, Select, Yes
from intents.grammar import Grammar, Rule
from intents.hearing import hear, hear_title, readings, title_readings
from media import Kind
from speech import hearing

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = hearing.grammar("en")
NOW = 2026


def titles(words: str, context: Context = Context.NOTHING) -> list[str]:
    return [each.title for each in readings(words, ENGLISH, context, NOW) if isinstance(each, AskFor)]


@pytest.mark.parametrize(
    ("words", "first", "other"),
    [
        ("download the help", "the help", "download the help"),
        ("get out", "get out", "out"),
        ("get carter", "get carter", "carter"),
        ("play misty for me", "play misty for me", "misty"),
        ("the new pope", "the new pope", "pope"),
        ("the new superman", "superman", "the new superman"),
        ("watch the skies", "the skies", "watch the skies"),
        ("the swedish theory", "theory", "the swedish theory"),
        ("scream with neve campbell", "scream", "scream with neve campbell"),
        ("dune 1984", "dune", "dune 1984"),
        ("open season 2", "open season 2", None),
        ("it", "it", None),
    ],
)
def test_the_surest_title_comes_first_and_the_other_is_kept(words, first, other):
    found = titles(words)
    assert found[0] == first
    assert other is None or other in found


@pytest.mark.parametrize("words", ["up", "her", "yes man", "no country for old men", "2012", "stop making sense"])
def test_a_title_may_answer_an_offer(words):
    assert titles(words, Context.OFFER)[0] == words


def test_what_is_no_request_at_first_may_be_a_title_after_all():
    assert list(readings("stop", ENGLISH, Context.NOTHING, NOW)) == [Cancel(), AskFor("stop")]


def test_another_title_after_a_refusal_is_that_title_or_all_of_it():
    assert titles("no jurassic park", Context.OFFER)[:2] == ["jurassic park", "no jurassic park"]


def test_a_year_alone_is_a_title_after_an_offer_and_a_choice_after_a_list():
    assert hear("1917", ENGLISH, Context.OFFER, NOW) == AskFor("1917")
    assert hear("1917", ENGLISH, Context.LIST, NOW) == Select(years=(1917, 1917))


def test_a_title_slot_has_readings_too():
    found = [each.title for each in title_readings("the new pope", ENGLISH, NOW) if isinstance(each, AskFor)]
    assert found == ["the new pope", "pope"]
    assert hear_title("something with tom hanks", ENGLISH, NOW) == SearchFor(people=("tom hanks",))


def test_what_is_said_of_it_without_a_title_is_a_search_and_of_an_offer_a_correction():
    assert hear("the new one with glen powell", ENGLISH, Context.NOTHING, NOW) == SearchFor(
        prefer=Prefer.NEWEST, people=("glen powell",)
    )
    assert hear("the new one with glen powell", ENGLISH, Context.OFFER, NOW) == Refine(
        prefer=Prefer.NEWEST, people=("glen powell",)
    )
    assert hear("a movie by bong joon ho", ENGLISH, Context.NOTHING, NOW) == SearchFor(
        kind=Kind.MOVIE, people=("bong joon ho",)
    )


def test_4k_is_a_way_to_say_yes():
    assert hear("yes but in 4k", ENGLISH, Context.OFFER, NOW) == Yes(four_k=True)


def test_collections_and_their_parts():
    assert hear("the whole matrix collection", ENGLISH, Context.NOTHING, NOW) == AskFor("matrix", collection=True)
    assert hear("get all the alien movies", ENGLISH, Context.NOTHING, NOW) == AskFor("alien", collection=True)
    assert hear("the second matrix movie", ENGLISH, Context.NOTHING, NOW) == AskFor("matrix", ordinal=2)


def test_uh_huh_is_no_noise():
    assert hear("uh huh", ENGLISH, Context.OFFER, NOW) == Yes()
    assert hear("uh get uh heat", ENGLISH, Context.NOTHING, NOW) == AskFor("heat")


SMALL_WORDS = [
    "season",
    "get",
    "the",
    "of",
    "with",
    "in",
    "4k",
    "from",
    "1984",
    "by",
    "one",
    "no",
    "all",
    "movie",
    "us",
]
NONSENSE = [" ".join(random.Random(seed).choices(SMALL_WORDS, k=32)) for seed in range(20)] + [
    "a " * 32,
    "x" * 300,
    "download get the " * 10,
    "season one of the " * 8,
]


@pytest.mark.parametrize("context", Context)
@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_has_few_readings_and_none_twice(words, context):
    heard = list(readings(words, ENGLISH, context, NOW))
    assert 0 < len(heard) == len(set(heard)) <= 4


def rules(value: Any) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from rules(each)
    elif hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:
            yield from rules(getattr(value, name))


def test_every_pattern_compiles():
    found = list(rules(ENGLISH))
    assert len(found) > 300
    for rule in found:
        assert rule.pattern.groups >= 0


def known_titles() -> tuple[Grammar, list[str]]:
    """English without its list of known titles, and that list."""
    folder = Path(hearing.__file__).parent / "en"
    data: dict[str, Any] = {}
    for file in ("hears.toml", "questions.toml", "following.toml", "names.toml", "linking.toml"):
        path = folder / file
        for name, section in tomllib.loads(path.read_text(encoding="utf-8")).items():
            data[name] = {**data.get(name, {}), **section} if isinstance(section, dict) else section
    known = [title for title in data["titles"]["known"] if not set(title) & set("[(|")]
    data["titles"]["known"] = ["nothing of the sort"]
    return Grammar.from_mapping(data), known


#: Here for their sequels: "Open Season 2".
SEQUELS = {"open season", "season of the witch", "now you see me"}


def test_no_title_is_on_the_list_that_would_be_heard_without_it():
    grammar, known = known_titles()
    needless = [
        title
        for title in known
        if title not in SEQUELS
        and all(
            hear(words, grammar, context, NOW) == AskFor(title)
            for words, context in (
                (title, Context.NOTHING),
                (f"download {title}", Context.NOTHING),
                (title, Context.OFFER),
                (title, Context.LIST),
            )
        )
    ]
    assert needless == []


def test_two_words_in_front_of_a_title_may_name_a_star():
    meant = list(readings("download the grace kelly high society", ENGLISH, Context.NOTHING, 2026))
    assert AskFor(title="the grace kelly high society") == meant[0]
    assert AskFor(title="high society", people=("grace kelly",)) in meant


def test_a_short_title_with_its_article_names_no_star():
    meant = readings("download the grand budapest", ENGLISH, Context.NOTHING, 2026)
    assert not any(isinstance(one, AskFor) and one.people for one in meant)
