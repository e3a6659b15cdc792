"""One voice turn over the real rooms."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Self

import pytest

from dialogs.states import Finished, Idle, Offering, Searching
from dialogs.wants import Search
from intents import AskFor, ChooseSeasons, NumberedSeasons, Yes
from media import RequestStatus
from media_backends import BackendBroken, BackendBusy, BackendUnreachable, KeyRefused, NotAllowed, QuotaUsedUp
from tests.fake_backend import AVAILABLE, MISSING, FakeBackend, show
from tests.house import House
from turns.deadline import Deadline
from turns.taking import SeasonWords, TitleWords, Turns, Understood
from turns.world import Speaker


def test_a_film_is_searched_offered_and_requested_once(house: House):
    offer = house.hears("download dune")
    assert offer.speech == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert house.fake.calls == ["search"]
    requested = offer.hears("yes please")
    assert requested.speech == "Okay, I've requested the movie Dune."
    assert requested.made is not None
    assert requested.made.status is RequestStatus.APPROVED
    assert house.fake.submitted == ["tmdb:438631"]
    assert house.outbox.depth() == 0


def test_no_asks_nobody(house: House):
    house.hears("download dune")
    before = list(house.fake.calls)
    assert house.hears("no").says == "offer-next"
    assert house.fake.calls == before


def test_the_year_that_was_said_is_searched_for(house: House):
    assert house.hears("download dune from 1984").reply.gaps["year"] == 1984


def test_seasons_are_asked_for_and_requested(house: House):
    assert house.hears("get severance").hears("yes").says == "which-seasons-of-all"
    assert house.hears("the second one").says == "requested"
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_a_season_said_with_the_title_is_not_asked_about(house: House):
    assert house.hears("get season two of the bear").hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:136315:2"]


def test_a_season_that_has_arrived_meanwhile_is_not_requested(house: House):
    house.hears("get severance").hears("yes")
    house.fake.now_has(show("Severance", 95396, 2022, [AVAILABLE, AVAILABLE]))
    assert house.hears("season one").says == "already"
    assert house.fake.submitted == []


def test_what_has_arrived_meanwhile_is_left_out(house: House):
    house.hears("get severance").hears("yes")
    house.fake.now_has(show("Severance", 95396, 2022, [AVAILABLE, MISSING]))
    answer = house.hears("all of them")
    assert answer.speech == "Okay, I've requested season two of Severance."
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_a_request_that_waits_for_approval_says_so(house: House):
    house.fake.approves = False
    assert "waiting for approval" in house.hears("get dune").hears("yes").speech


# --- what channels may hand in


def test_a_title_that_the_platform_heard_is_a_title(house: House):
    assert house.hears(TitleWords("yes")).intent == AskFor("yes")


def test_an_intent_that_the_platform_knew_is_taken_as_it_is(house: House):
    assert house.hears("get dune").hears(Understood(Yes())).says == "requested"


def test_seasons_that_the_platform_heard_are_seasons(house: House):
    house.hears("get severance").hears("yes")
    answer = house.hears(SeasonWords("2"))
    assert answer.intent == ChooseSeasons(NumberedSeasons((2,)))
    assert answer.says == "requested"


def test_what_is_no_season_is_heard_as_it_is(house: House):
    house.hears("get severance").hears("yes")
    assert house.hears(SeasonWords("never mind")).says == "goodbye"


@pytest.mark.parametrize("words", ["", "   ", "\x00", "\ud800", "x" * 5000, "?!", "\U0001f600"])
def test_any_words_get_an_answer(house: House, words: str):
    assert house.hears(words).speech


# --- when the backend fails


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (BackendUnreachable("x"), "I can't reach your media server right now. Shall I try again?"),
        (BackendBusy("x"), "Your media server is too busy right now. Shall I try again?"),
        (BackendBroken("x"), "Your media server answered with an error. Shall I try again?"),
        (KeyRefused("x"), "Your media server doesn't accept my key. The owner needs to check the API key."),
    ],
)
def test_each_failure_of_a_search_has_its_own_words(house: House, failure: Exception, words: str):
    house.fake.fails("search", failure)
    assert house.hears("get dune").speech == words


def test_trying_again_finds_it(house: House):
    house.fake.fails("search", BackendUnreachable("x"))
    house.hears("get dune")
    house.fake.recovers()
    assert house.hears("yes").says == "offer"


def test_a_look_that_fails_keeps_the_offer(house: House):
    house.hears("get severance")
    house.fake.fails("details", BackendBusy("x"))
    assert house.hears("yes").says == "stalled"
    house.fake.recovers()
    assert house.hears("yes").says == "which-seasons-of-all"


@pytest.mark.parametrize("failure", [NotAllowed("x"), QuotaUsedUp("x")])
def test_a_refused_request_says_why_and_is_over(house: House, failure: NotAllowed | QuotaUsedUp):
    house.fake.fails("request", failure)
    answer = house.hears("get dune").hears("yes")
    assert (answer.says, answer.reply.gaps["why"]) == ("refused", failure.speech_key)
    assert house.outbox.depth() == 0


# --- bugs


def test_a_bug_in_the_backend_travels_up_and_leaves_the_conversation_as_it_was(house: House):
    house.hears("get severance")
    house.fake.fails("details", ValueError("a bug"))
    with pytest.raises(ValueError, match="a bug"):
        house.hears("yes")
    house.fake.recovers()
    assert house.hears("yes").says == "which-seasons-of-all"


def test_a_bug_while_sending_loses_nothing(house: House):
    house.hears("get dune")
    house.fake.fails("request", ValueError("a bug"))
    with pytest.raises(ValueError, match="a bug"):
        house.hears("yes")
    assert house.outbox.depth() == 1
    house.fake.recovers()
    house.waits(61)
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_bugs_own_time_out_is_not_taken_for_ours(house: House):
    house.fake.fails("search", TimeoutError("a bug"))
    with pytest.raises(TimeoutError, match="a bug"):
        house.hears("get dune")


class Loop:
    """A store that always stands at a state from which the table would go round and round."""

    state = Idle()

    def hold(self, channel: str, speaker: str, conversation: str, seconds: float) -> Self:
        return self

    def load(self, channel: str, speaker: str, conversation: str) -> Idle:
        return self.state

    def answer_to(self, delivery: str) -> None:
        return None

    def save(self, state: object, delivery: str = "", told: object = None) -> None:
        raise AssertionError("a turn that never settles is not saved")

    def let_go(self) -> None:
        pass


def test_a_table_that_goes_round_in_circles_is_stopped(house: House, monkeypatch):
    from dialogs import Fetch
    from turns import taking

    searching = Fetch(Searching(AskFor("dune")), Search(AskFor("dune")))
    monkeypatch.setattr(taking, "step", lambda state, event: searching)  # the table itself cannot be made to do this
    speaker = Speaker("voice", "ann", "one", "en-US", "en", "en")
    turns = Turns(Loop(), house.built.front.turns._world, lambda reply, _locale: reply.key)
    with pytest.raises(RuntimeError, match="did not settle"):
        turns.take(Understood(Yes()), speaker, Deadline.after(5, house.clock.monotonic))
    assert house.fake.calls == ["search"]  # the others were answered from memory


# --- state


def test_the_conversation_survives_a_restart_between_question_and_answer(house: House):
    house.hears("get severance").hears("yes")
    house.restart()
    assert house.hears("season two").says == "requested"


def test_an_old_conversation_is_forgotten(house: House):
    house.hears("get dune")
    house.waits(25 * 3600)
    assert house.hears("yes").says == "remind-nothing"


def test_yes_twice_is_one_request(house: House):
    first = house.hears("get dune").hears("yes")
    second = house.hears("yes")
    assert first.speech == second.speech
    assert isinstance(second.state, Finished)
    assert house.fake.submitted == ["tmdb:438631"]


def test_each_language_is_searched_in_its_own(build_house: Callable[..., House]):
    asked: list[str] = []

    class Listening(FakeBackend):
        def search(self, query, *, timeout):
            asked.append(query.language)
            return super().search(query, timeout=timeout)

    build_house(Listening()).person("ann", locale="en-GB").hears("get dune")
    assert asked == ["en"]


# --- the log


def test_one_line_a_turn_without_what_was_said_or_by_whom(house: House, caplog):
    caplog.set_level(logging.INFO)
    house.person("ann@example.org", conversation="session-seven").hears("get dune").hears("yes")
    lines = [record.getMessage() for record in caplog.records if record.name == "turns.taking"]
    assert len(lines) == 2
    assert "intent=yes hops=Taken reply=requested" in lines[1]
    assert "request=movie:438631" in lines[1]
    for line in lines:
        assert "ann@example.org" not in line
        assert "session-seven" not in line
    assert "get dune" not in caplog.text


def test_the_state_is_saved_with_what_was_found(house: House):
    assert isinstance(house.hears("get dune").state, Offering)


def test_what_a_title_is_about_is_read_once_and_the_truth_each_time(house: House):
    house.hears("get severance").hears("what is it about").hears("who is in it")
    assert house.fake.calls.count("details") == 1
    house.hears("yes")
    assert house.fake.calls.count("details") == 2


@pytest.mark.parametrize(
    "heard", ["I found the movie Dune released in 2021 is that the one you want", "is that the one you want"]
)
def test_our_own_question_heard_back_is_asked_again_and_not_searched_for(house: House, heard: str):
    offer = house.hears("get dune")
    assert offer.hears(heard).speech == offer.speech
    assert house.fake.calls.count("search") == 1
