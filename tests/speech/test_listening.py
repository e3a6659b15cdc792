"""`script/hear` says what was understood, to people in a line and to programs in JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from intents import (
    AllSeasonsBut,
    AskFor,
    AskInfo,
    GroupedSeasons,
    LastSeasons,
    NumberedSeasons,
    Prefer,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Select,
    Topic,
    Yes,
)
from media import Kind
from speech.listening import describe, seasons, slots

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("meant", "plain"),
    [
        (NumberedSeasons((1, 3)), [1, 3]),
        (SeasonsOnward(3), "3+"),
        (LastSeasons(2), "last2"),
        (AllSeasonsBut((1,)), "all but 1"),
        (GroupedSeasons(SeasonGroup.FIRST), [1]),
        (GroupedSeasons(SeasonGroup.MISSING), "remaining"),
        (GroupedSeasons(SeasonGroup.NEXT), "next"),
        (None, None),
    ],
)
def test_seasons_are_told_in_short(meant: Seasons | None, plain):
    assert seasons(meant) == plain


def test_a_request_is_told_by_the_keys_of_the_scorers():
    asked = AskFor("ring", Kind.MOVIE, (1998, 1998), None, True, False, Prefer.OLDEST, ("hideo nakata",), "JP")
    told = slots(asked)
    assert told["title"] == "ring"
    assert (told["type"], told["year"], told["fourk"]) == ("movie", (1998, 1998), True)
    assert (told["prefer"], told["cast"], told["country"]) == ("oldest", "hideo nakata", "jp")


@pytest.mark.parametrize(
    ("select", "ordinal"), [(Select(position=2), 2), (Select(position=-1), "last"), (Select(every=True), "all")]
)
def test_a_choice_is_told_by_its_place(select, ordinal):
    assert slots(select)["ordinal"] == ordinal


def test_a_line_names_the_intent_and_what_is_filled():
    assert describe(AskFor("dune", four_k=True)) == "request title='dune' fourk=True"
    assert describe(AskInfo(Topic.PLOT)) == "info ask='plot'"
    assert describe(Yes()) == "yes"


def hear(*arguments: str, words: str = "") -> str:
    command = [sys.executable, "script/hear.py", *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "MEDIA_BACKEND_URL": ""},
        input=words,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_command_prints_what_was_understood():
    assert hear("get season two of the bear") == "request title='the bear' type='tv' seasons=[2]\n"


def test_the_command_explains_every_reading_and_its_search():
    first, second, manager, *search = hear("--explain", "the new pope").splitlines()
    assert (first, second) == ("1. request title='the new pope'", "2. request title='pope' prefer='newest'")
    assert manager.startswith("request manager: demo")
    assert search[0].startswith("searched: request title='the new pope'")
    assert any(line.startswith("verdict: ") for line in search)


def test_the_command_answers_line_by_line():
    lines = [
        {"text": "no, the 1984 one", "context": "offer", "locale": "en-GB"},
        {"text": "dune from last year", "context": "none", "locale": "xx"},
        {"text": "two", "context": "seasons"},
    ]
    answers = hear("--jsonl", "--year", "2026", words="\n".join(map(json.dumps, lines)) + "\n").splitlines()
    told = [json.loads(answer) for answer in answers]
    assert [each["intent"] for each in told] == ["refine", "request", "seasons"]
    assert (told[0]["year"], told[1]["year"], told[2]["seasons"]) == ([1984, 1984], [2025, 2025], [2])
