"""Turns of one conversation follow one another, in whichever thread or process; other conversations never wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from dialogs.states import Offering
from intents import AskFor
from storage.conversations import Conversations, Holding
from tests.fake_backend import FakeBackend
from tests.house import House
from tests.samples import TODAY
from tests.turns.another_process import ALIENS, another


@pytest.fixture
def aliens(build_house: Callable[..., House]) -> House:
    """Ada was offered the first of eight films that are called much the same."""
    house = build_house(FakeBackend())
    hold(house).save(Offering(AskFor("alien"), tuple(alien.title for alien in ALIENS), TODAY))
    return house


def hold(house: House, seconds: float = 10.0) -> Holding:
    """Take Ada's conversation in hand, as a turn does."""
    held = Conversations(house.built.engine, house.clock.now, 3600.0).hold("voice", "ada", "kitchen", seconds)
    assert held is not None
    return held


def next_one(house: House) -> int:
    told = house.posts("what else is there", "kitchen", speaker="ada")
    offered: int = told["offer"]["id"]
    return offered


def test_each_of_many_threads_is_offered_another_one(aliens: House):
    heard: list[int] = []
    speaking = [threading.Thread(target=lambda: heard.append(next_one(aliens))) for _ in range(5)]
    for one in speaking:
        one.start()
    for one in speaking:
        one.join(20)
    assert len(set(heard)) == 5


def test_each_of_two_processes_is_offered_another_one(aliens: House):
    with another(aliens) as process:
        for _ in range(3):
            process.says("what else is there", "kitchen", speaker="ada")
        heard = [next_one(aliens) for _ in range(3)]
        heard += [process.answer()["told"]["offer"]["id"] for _ in range(3)]
    assert len(set(heard)) == 6


def test_what_had_to_wait_answers_the_question_that_came_of_it(house: House):
    house.posts("get severance", "kitchen", speaker="ada")
    house.fake.blocks("details")
    told: list[dict[str, Any]] = []
    speaking = []
    for words in ("yes", "season two"):
        say = partial(house.posts, words, "kitchen", speaker="ada")
        speaking.append(threading.Thread(target=lambda say=say: told.append(say())))
        speaking[-1].start()
        while "details" not in house.fake.calls:
            time.sleep(0.005)
    assert house.somebody_waits.wait(10)
    house.fake.recovers()
    for one in speaking:
        one.join(20)
    assert [answer["state"] for answer in told] == ["choosing-seasons", "finished"]
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_nobody_else_waits(house: House):
    house.fake.blocks("search")
    slow = threading.Thread(target=house.posts, args=["get dune", "kitchen"], kwargs={"speaker": "ada"})
    slow.start()
    while "search" not in house.fake.calls:
        time.sleep(0.005)
    began = time.monotonic()
    for session, speaker in (("kitchen", "bob"), ("bedroom", "ada"), ("kitchen", None)):
        assert house.posts("help", session, speaker=speaker)["state"] == "idle"
    assert time.monotonic() - began < 2
    house.fake.recovers()
    slow.join(20)


def test_a_process_that_is_gone_holds_its_conversation_for_seconds_only(aliens: House):
    hold(aliens, 9.5)
    aliens.crash()
    assert aliens.person("ada", conversation="kitchen", budget=0.2).hears("no").says == "busy"
    aliens.waits(10)
    assert aliens.person("ada", conversation="kitchen").hears("no").says == "offer-next"


def test_a_turn_that_took_too_long_does_not_undo_the_one_after_it(aliens: House, caplog: pytest.LogCaptureFixture):
    late = hold(aliens, 1.0)
    aliens.waits(2)
    offered = next_one(aliens)
    late.save(late.state)
    assert "another one went on" in caplog.text
    assert aliens.posts("say that again", "kitchen", speaker="ada")["offer"]["id"] == offered
