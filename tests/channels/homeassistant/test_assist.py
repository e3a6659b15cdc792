"""The same conversation in every shape that Home Assistant may send it in."""

from __future__ import annotations

import pytest

from channels.homeassistant.telling import tell
from dialogs.states import Idle
from intents import Help
from media import Reply
from media_backends import BackendUnreachable
from tests.channels.homeassistant.agents import Agent, Hook
from tests.fake_backend import film
from tests.house import House
from turns.taking import Taking


def test_an_ambiguous_title(house: House, agent: Agent):
    assert agent.says("get dune") == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert agent.says("the 1984 one") == "What about the movie Dune, released in 1984?"
    assert agent.says("yes").startswith("Okay, I've requested the movie Dune.")
    assert house.fake.submitted == ["tmdb:841"]


def test_seasons(house: House, agent: Agent):
    agent.says("get severance")
    assert agent.says("yes") == "It has two seasons. Which ones would you like?"
    assert "season two" in agent.says("season two")
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_what_is_there_already(house: House, agent: Agent):
    assert agent.says("get jurassic park").endswith("Is that the one you want?")
    assert "already in your library" in agent.says("yes")
    assert house.fake.submitted == []


def test_taking_back(house: House, agent: Agent):
    house.fake.approves = False
    agent.says("get dune")
    agent.says("yes")
    assert "taken back" in agent.says("undo that")
    assert house.fake.cancelled == house.fake.submitted == ["tmdb:438631"]


def test_the_history_that_is_sent_along_is_not_done_again(house: House, agent: Agent):
    for words in ("get dune", "yes", "get severance", "yes", "all of them", "help", "thank you"):
        agent.says(words)
    assert house.fake.submitted == ["tmdb:438631", "tmdb:95396:1,2"]


def test_the_same_question_twice_is_two_questions(agent: Agent):
    agent.says("get dune")
    assert "1984" in agent.says("next")
    assert "1984" not in agent.says("next")


def test_a_conversation_that_begins_like_another_begins_anew(house: House, agent: Agent):
    agent.says("get dune")
    again = agent.anew()
    assert again.says("get dune") == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert again.says("yes").startswith("Okay")
    later = agent.anew()
    later.says("get dune")
    assert "already" in later.says("yes")
    assert house.fake.submitted == ["tmdb:438631"]


def test_yes_opens_nothing(house: House, agent: Agent):
    agent.says("yes")
    agent.says("get dune")
    assert "Which movie or show" in agent.anew().says("yes")
    assert house.fake.submitted == []


def test_a_restart_between_question_and_answer_is_not_noticed(house: House):
    hook = Hook(house)
    hook.says("get dune")
    house.restart()
    hook.says("yes")
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_backend_that_is_down_is_told(house: House, agent: Agent):
    agent.says("get dune")
    house.fake.is_down(BackendUnreachable("x"))
    assert "Dune" in agent.says("yes")
    assert house.fake.submitted == []


@pytest.mark.parametrize("words", ["get dune", "help", "mumble", "get severance", "get something that is nowhere", ""])
def test_it_ends_in_a_question_mark_exactly_where_we_listen(house: House, agent: Agent, words: str):
    listening = house.posts(words)["expect_reply"]
    assert agent.says(words).endswith("?") is listening


def test_a_title_that_asks_does_not_keep_the_microphone_open(house: House, agent: Agent):
    house.fake.now_has(film("Where Is She?", 990_111, 2024))
    agent.says("get where is she")
    assert not agent.says("yes").endswith("?")
    assert house.fake.submitted == ["tmdb:990111"]


@pytest.mark.parametrize("locale", ["de", "es", "fr", "it", "nl", "pt", "en"])
@pytest.mark.parametrize(("listening", "ends"), [(True, True), (False, False)])
def test_every_language_says_whether_we_listen(house: House, locale: str, listening: bool, ends: bool):
    for key in ("goodbye", "what-would-you-like"):  # one is no question, the other is one
        taking = Taking("x", Help(), Idle(), Reply(key, listening=listening), None, (), 0.0)
        assert tell(taking, house.built.front.speech, locale).endswith("?") is ends
