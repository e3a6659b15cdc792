"""A turn that the platform delivers twice gets the same answer twice, and nothing is done again."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest
from sqlalchemy import select, text

from models import Conversation
from storage.database import reading
from tests.house import House
from tests.turns.another_process import another


def says(house: House, words: str, turn: str, **more: Any) -> dict[str, Any]:
    return house.posts(words, "kitchen", speaker="ada", turn=turn, **more)


@pytest.fixture
def offered(house: House) -> House:
    """Ada was offered Dune."""
    says(house, "get dune", "1")
    return house


def test_each_turn_again_says_the_same(house: House):
    for number, words in enumerate(["get severance", "no", "get severance", "yes", "season two"]):
        asked_once = (says(house, words, str(number)), list(house.fake.calls))
        assert (says(house, words, str(number)), list(house.fake.calls)) == asked_once
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_the_one_before_the_last_again_changes_nothing(offered: House):
    first = says(offered, "no", "2")
    says(offered, "yes", "3")
    assert says(offered, "no", "2") == first
    assert offered.posts("yes", "kitchen", speaker="ada")["request"] is None
    assert offered.fake.submitted == ["tmdb:841"]


def test_other_words_under_the_same_id_are_another_turn(offered: House):
    assert says(offered, "yes", "1")["request"]["id"] == 438631


def test_without_an_id_nothing_is_taken_for_the_same(house: House):
    first = house.posts("get dune", "kitchen")
    assert house.posts("no", "kitchen")["offer"] != first["offer"]
    assert "That was everything" in house.posts("no", "kitchen")["speech"]


@pytest.mark.parametrize("other", [{"session": "bedroom"}, {"speaker": "bob"}])
def test_an_id_counts_within_its_conversation(offered: House, other: dict[str, str]):
    elsewhere = {"session": "kitchen", "speaker": "ada"} | other
    assert offered.posts("yes", turn="1", **elsewhere)["request"] is None
    assert says(offered, "yes", "2")["request"] is not None


def test_again_after_a_restart(offered: House):
    first = says(offered, "yes", "2")
    offered.restart()
    assert says(offered, "yes", "2") == first
    assert offered.fake.submitted == ["tmdb:438631"]


def test_again_while_the_first_is_still_worked_on(offered: House):
    told: list[dict[str, Any]] = []
    offered.fake.blocks("request")
    speaking = [threading.Thread(target=lambda: told.append(says(offered, "yes", "2"))) for _ in range(3)]
    for one in speaking:
        one.start()
    assert offered.somebody_waits.wait(10)
    offered.fake.recovers()
    for one in speaking:
        one.join(20)
    assert told[0]["request"]["id"] == 438631
    assert told == [told[0]] * 3
    assert offered.fake.submitted == ["tmdb:438631"]


def test_again_in_another_process_while_the_first_is_worked_on(offered: House):
    told: list[dict[str, Any]] = []
    offered.fake.blocks("request")
    speaking = threading.Thread(target=lambda: told.append(says(offered, "yes", "2")))
    with another(offered) as process:
        speaking.start()
        while "request" not in offered.fake.calls:
            time.sleep(0.005)
        process.says("yes", "kitchen", speaker="ada", turn="2").waits()
        offered.fake.recovers()
        speaking.join(20)
        assert process.answer() == {"told": told[0], "requested": []}
    assert offered.fake.submitted == ["tmdb:438631"]


def test_one_that_is_not_done_in_time_is_told_kindly(offered: House):
    offered.fake.blocks("search")
    first = threading.Thread(
        target=offered.person("ada", conversation="kitchen", budget=20.0).hears, args=["get fargo"]
    )
    first.start()
    while offered.fake.calls.count("search") < 2:
        time.sleep(0.005)
    hurried = offered.person("ada", conversation="kitchen", budget=0.3).hears("get fargo")
    assert hurried.speech == "I'm still busy with what was said before. Could you say that once more?"
    offered.fake.recovers()
    first.join(20)


def test_when_too_many_wait_the_next_is_told_at_once(offered: House):
    told: list[dict[str, Any]] = []
    offered.fake.blocks("request")
    speaking = [threading.Thread(target=lambda: told.append(says(offered, "yes", "2"))) for _ in range(6)]
    for one in speaking:
        one.start()
    while not told:
        assert offered.somebody_waits.wait(10)
    offered.fake.recovers()
    for one in speaking:
        one.join(20)
    assert [answer["request"] is None for answer in told].count(True) == 1
    assert offered.fake.submitted == ["tmdb:438631"]


class Killed(BaseException):
    """The process is gone."""


def test_again_after_a_crash_between_the_request_and_the_answer(offered: House, monkeypatch: pytest.MonkeyPatch):
    from storage.conversations import Holding

    def killed(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched:  # nothing of ours can be told to die at this very moment
        patched.setattr(Holding, "save", killed)
        patched.setattr(Holding, "let_go", lambda _: None)
        with pytest.raises(Killed):
            says(offered, "yes", "2")
    assert offered.fake.submitted == ["tmdb:438631"]
    offered.crash()
    offered.waits(12)  # until the turn that was broken off counts as over
    told = says(offered, "yes", "2")
    assert told["speech"] == "Okay, I've requested the movie Dune."
    assert offered.fake.submitted == ["tmdb:438631"]


# --- what is kept of it


def kept(house: House) -> str:
    with reading(house.built.engine) as connection:
        return json.dumps(connection.execute(select(Conversation.answers)).scalars().all())


def test_only_the_last_answers_are_kept(house: House):
    for number in range(6):
        says(house, f"get dune from {1980 + number}", str(number))
    assert kept(house).count('"of"') == 3


def test_what_was_told_is_kept_for_minutes_only(offered: House):
    assert "I found the movie Dune" in kept(offered)
    offered.waits(700)
    offered.worker.run_due()
    assert kept(offered) == "[null]"
    assert says(offered, "no", "2")["offer"]["year"] == 1984  # the conversation itself goes on


def test_of_a_turn_without_an_id_nothing_is_kept(house: House):
    house.posts("get dune", "kitchen")
    assert kept(house) == "[null]"


def test_neither_session_nor_id_nor_words_are_kept(offered: House):
    with reading(offered.built.engine) as connection:
        stored = connection.execute(text("SELECT speaker || conversation || answers FROM conversations")).scalar_one()
    assert "kitchen" not in stored
    assert "ada" not in stored
    assert "get dune" not in stored


def test_a_bug_is_no_answer_and_the_next_try_gets_one(offered: House):
    offered.fake.fails("request", ValueError("a bug"))
    refused = offered.client.post("/voice", json={"text": "yes", "session": "kitchen", "speaker": "ada", "turn": "2"})
    assert refused.status_code == 500
    offered.fake.recovers()
    offered.waits(61)
    assert says(offered, "yes", "2")["request"]["id"] == 438631
    assert offered.fake.submitted == ["tmdb:438631"]
