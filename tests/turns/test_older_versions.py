"""A conversation that another version of ours saved: a fresh start, and the person hears that it is one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from intents import ChooseSeasons, NumberedSeasons
from tests.house import Answer, House

SORRY = (
    "I'm sorry, I've lost track of what we were talking about. Let's start again: which movie or show would you like?"
)
#: As a version of long ago might have saved an offer.
OLD_OFFER = {"$": "Offering", "asked": {"$": "Wanted", "words": "dune"}, "rows": [1, 2], "chosen": 0}


def saved(house: House, state: Any, version: str = "of long ago") -> None:
    """Put this in the place of what was saved; text is stored as it is."""
    stored = state if isinstance(state, str) else json.dumps(state)
    with house.built.engine.begin() as connection:
        change = text("UPDATE conversations SET version = :version, state = :state")
        assert connection.execute(change, {"version": version, "state": stored}).rowcount == 1


@pytest.fixture
def offered(house: House) -> House:
    """Somebody was offered Dune."""
    house.hears("get dune")
    return house


@pytest.mark.parametrize("words", ["yes", "no", "the second one", "next", "say that again", "the 1984 one", ""])
def test_whoever_answers_is_told_and_asked_anew(offered: House, words: str):
    saved(offered, OLD_OFFER)
    answer = offered.hears(words)
    assert (answer.speech, answer.reply.listening) == (SORRY, True)
    assert offered.fake.submitted == []


def test_the_conversation_goes_on_from_there(offered: House):
    saved(offered, OLD_OFFER)
    offered.hears("yes")
    assert offered.hears("get dune").hears("yes").says == "requested"


def test_seasons_are_heard_as_an_answer_where_they_were_asked_for(offered: House):
    saved(offered, {"$": "ChoosingSeasons", "show": 7})
    answer = offered.hears("two and three")
    assert answer.intent == ChooseSeasons(NumberedSeasons((2, 3)))
    assert answer.speech == SORRY


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("get severance", "offer"),
        ("help", "help-nothing"),
        ("never mind", "goodbye"),
        ("hello", "welcome"),
        ("what did I ask for", "no-requests"),
    ],
)
def test_whatever_needs_no_question_is_answered_as_ever(offered: House, words: str, says: str):
    saved(offered, OLD_OFFER)
    assert offered.hears(words).says == says


@pytest.mark.parametrize("state", [{"$": "Idle"}, {"$": "Finished", "said": "goodbye"}])
def test_where_nothing_was_open_nobody_apologises(offered: House, state: dict[str, str]):
    saved(offered, state)
    assert offered.hears("yes").says == "remind-nothing"


GARBAGE = [
    "garbage",
    "",
    "null",
    "[]",
    "7",
    "{",
    '{"$": 7}',
    '{"$": ["Idle"]}',
    '{"$": "TYPE_CHECKING"}',
    '{"$": "Lost"}',
]


@pytest.mark.parametrize("stored", [*GARBAGE, json.dumps({"$": "Offering"})])
@pytest.mark.parametrize("version", ["of long ago", "ours"])
def test_garbage_is_a_fresh_start_too(offered: House, stored: str, version: str):
    from storage.conversations import PACKING

    saved(offered, stored, PACKING.fingerprint if version == "ours" else version)
    answer: Answer = offered.hears("yes")
    assert answer.speech == SORRY
    assert answer.hears("get severance").says == "offer"


def test_answers_that_cannot_be_read_are_none(offered: House):
    with offered.built.engine.begin() as connection:
        connection.execute(text("UPDATE conversations SET answers = 'garbage'"))
    assert offered.hears("yes").says == "requested"
