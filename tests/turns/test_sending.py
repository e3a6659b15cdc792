"""Requested once, whatever happens: time-outs, crashes, two people at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dialogs.wants import AlreadyThere, GaveUp, Refused, Taken
from media import Details, Kind, RequestStatus, Wish
from media_backends import (
    BackendBusy,
    BackendResting,
    BackendTooSlow,
    BackendUnreachable,
    KeyRefused,
    QuotaUsedUp,
    TitleUnknown,
)
from storage.patience import Patience
from tests.fake_backend import AVAILABLE, DUNE, DUNE_1984, PENDING, SEVERANCE, FakeBackend, film
from tests.house import Answer, House
from turns.sending import LEASE, PATIENCE

FILM = ["tmdb:438631"]
#: The first wait, as the house has it: as long as it may be.
FIRST = Patience(lambda: 1.0).wait(1)
#: Longer than one wish waits here.
LONG = 60.0


def in_time(hear: Callable[[], Answer], budget: float) -> Answer:
    """The answer, which must come though the backend never answers; a machine that does much else is slow at it."""
    began = time.monotonic()
    answer = hear()
    assert time.monotonic() - began < budget + 2.0
    return answer


# --- within the budget, whatever the backend does


def test_a_search_that_hangs_is_answered_in_time(house: House):
    house.fake.blocks("search")
    ann = house.person("ann", budget=0.15)
    answer = in_time(lambda: ann.hears("get dune"), 0.15)
    assert answer.speech == "Your media server is taking too long to answer. Shall I try again?"


def test_a_look_that_hangs_is_answered_in_time(house: House):
    ann = house.person("ann", budget=0.15)
    ann.hears("get severance")
    house.fake.blocks("details")
    assert in_time(lambda: ann.hears("yes"), 0.15).says == "stalled"
    house.fake.recovers()
    assert ann.hears("yes").says == "which-seasons-of-all"


def test_a_budget_that_is_used_up_is_answered_at_once(house: House):
    house.fake.blocks("search")
    assert in_time(lambda: house.person("ann", budget=0.0).hears("get dune"), 0.0).says == "stalled"


@pytest.mark.parametrize("call", ["details", "request"])
def test_a_request_that_outlasts_the_budget_goes_on_and_is_made_once(house: House, call: str):
    house.fake.blocks(call)
    house.hears("get dune")
    ann = house.person("somebody", budget=0.3)
    answer = in_time(lambda: ann.hears("yes"), 0.3)
    assert (answer.says, answer.reply.gaps["why"]) == ("owed", "backend-too-slow")
    assert answer.made is not None
    assert answer.made.status is RequestStatus.QUEUED
    assert house.outbox.depth() == 1
    house.fake.recovers()
    house.settles()
    house.worker.run_due()  # on a machine that is too busy it had not begun
    assert house.outbox.depth() == 0
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_when_no_thread_is_free_it_is_sent_later(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), backend_threads=2)
    house.hears("get dune")
    house.fake.blocks("search")
    for name in ("ann", "bob"):
        house.person(name, budget=0.01).hears("get alien")
    assert house.person("somebody", budget=0.1).hears("yes").says == "owed"
    house.fake.recovers()
    house.settles()
    assert house.fake.submitted == []
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_who_repeats_an_owed_wish_is_not_kept_waiting_for_the_lease(house: House):
    house.fake.blocks("request")
    house.hears("get dune")
    house.person("somebody", budget=0.1).hears("yes")
    ann = house.person("ann", budget=0.2)
    ann.hears("get dune")
    assert in_time(lambda: ann.hears("yes"), 0.2).says == "owed"
    house.fake.recovers()
    house.settles()
    assert house.fake.submitted == FILM


# --- a backend that is down


def test_what_could_not_be_sent_is_sent_when_the_backend_is_up_again(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    answer = house.hears("yes")
    assert answer.speech == (
        "I can't reach your media server right now. "
        "I've written it down, and I'll request the movie Dune as soon as that works."
    )
    house.waits(FIRST)
    house.worker.run_due()
    assert (house.fake.submitted, house.outbox.depth()) == ([], 1)
    house.fake.recovers()
    house.fake.calls.clear()
    house.waits(LONG)
    house.worker.run_due()
    assert house.fake.submitted == FILM
    assert [call for call in house.fake.calls if call != "account"] == ["details", "request"]
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_a_backend_that_asks_for_patience_gets_it(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendBusy("429", retry_after=120))
    assert house.hears("yes").reply.gaps["why"] == "backend-busy"
    house.fake.recovers()
    house.waits(119)
    house.worker.run_due()
    assert house.fake.submitted == []
    house.waits(3)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_a_refused_key_loses_nothing(house: House):
    house.hears("get dune")
    house.fake.is_down(KeyRefused("403"))
    answer = house.hears("yes")
    assert (answer.says, answer.reply.gaps["why"]) == ("owed", "backend-key-refused")
    house.fake.recovers()
    house.waits(FIRST + 60)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_an_owed_wish_that_is_refused_later_is_settled(house: House):
    house.hears("get dune")
    house.fake.is_down(BackendUnreachable("refused"))
    house.hears("yes")
    house.fake.recovers()
    house.fake.fails("request", QuotaUsedUp("no more"))
    house.waits(LONG)
    house.worker.run_due()
    assert house.outbox.depth() == 0
    assert house.outbox.outcome(1) == Refused("request-quota")


def test_one_owed_wish_that_fails_does_not_stop_the_next(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    ann.hears("get dune")
    bob.hears("get severance").hears("yes")
    house.fake.is_down(BackendUnreachable("refused"))
    ann.hears("yes")
    bob.hears("season one")
    house.fake.recovers()
    house.fake.fails("request", BackendTooSlow("hangs"))
    house.waits(60)
    house.worker.run_due()
    house.fake.recovers()
    house.waits(LONG)
    house.worker.run_due()
    assert sorted(house.fake.submitted) == [*FILM, "tmdb:95396:1"]


def test_a_bug_with_one_title_does_not_stop_the_others(build_house: Callable[..., House]):
    class Allergic(FakeBackend):
        def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
            if title_id == DUNE.title.id:
                raise ValueError("a bug about Dune")
            return super().details(kind, title_id, language=language, timeout=timeout)

    house = build_house(Allergic())
    row = house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    house.waits(1)
    house.outbox.write(Wish(SEVERANCE.title, (1,)), channel="voice", speaker="bob")
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:95396:1"]
    assert house.outbox.last_problem() == "ValueError: a bug about Dune"
    for _ in range(73):
        house.waits(3600)
        house.worker.run_due()
    assert house.outbox.outcome(row) == GaveUp("backend-broken")


# --- answers that are lost on the way


def test_a_request_whose_answer_was_lost_is_found_and_not_made_again(house: House):
    house.hears("get dune")
    house.fake.fails_after("request", BackendTooSlow("no answer"))
    assert house.hears("yes").says == "owed"
    assert house.fake.submitted == FILM
    house.fake.recovers()
    house.waits(FIRST)
    house.worker.run_due()
    assert house.fake.submitted == FILM
    assert isinstance(house.outbox.outcome(1), Taken)


def test_a_crash_between_writing_and_sending_is_made_good_after_the_restart(house: House):
    row = house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    assert house.outbox.lease(row, LEASE)
    house.crash()
    house.worker.run_due()
    assert house.fake.submitted == []
    house.waits(LEASE)
    house.worker.run_due()
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == FILM


def test_a_crash_between_sending_and_settling_makes_no_second_request(house: House):
    wish = Wish(SEVERANCE.title, (1,))
    row = house.outbox.write(wish, channel="voice", speaker="ann")
    assert house.outbox.lease(row, LEASE)
    house.fake.request(wish, timeout=1)
    house.crash()
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:95396:1"]
    assert isinstance(house.outbox.outcome(row), Taken)


def test_who_wakes_up_after_losing_the_lease_does_not_overwrite(house: House):
    house.hears("get dune")
    house.fake.blocks("request")
    house.person("somebody", budget=0.1).hears("yes")
    house.waits(LEASE)
    taken_over = house.outbox.lease(1, LEASE)
    assert taken_over is not None
    house.fake.recovers()
    house.settles()
    assert house.outbox.outcome(1) is None
    assert house.outbox.settle(taken_over, Refused("request-quota"))


def test_the_lease_is_longer_than_an_attempt_can_take():
    """It begins anew before the request is sent."""
    assert LEASE > PATIENCE


def test_whoever_lost_the_lease_during_the_look_sends_nothing(build_house: Callable[..., House]):
    class Slow(FakeBackend):
        """The look takes longer than the lease; meanwhile somebody else has taken the row."""

        def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
            house.waits(LEASE)
            house.outbox.lease_due(LEASE)
            return super().details(kind, title_id, language=language, timeout=timeout)

    house = build_house(Slow())
    house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    house.worker.run_due()
    assert house.fake.submitted == []
    assert house.outbox.depth() == 1


def test_what_is_there_already_is_not_requested(house: House):
    house.hears("get dune")
    house.fake.now_has(film("Dune", 438631, 2021, AVAILABLE))
    answer = house.hears("yes")
    assert answer.speech == "Dune is already in your library! You can watch it now."
    assert answer.made is None
    assert house.fake.submitted == []
    assert isinstance(house.outbox.outcome(1), AlreadyThere)


def test_what_is_gone_is_refused(house: House):
    house.hears("get dune")
    house.fake.fails("details", TitleUnknown("404"))
    assert house.hears("yes").speech == "I couldn't request Dune. Your media server doesn't know that title."


def test_somebody_outside_was_faster_by_a_hair(build_house: Callable[..., House]):
    class Raced(FakeBackend):
        """Between our look and our request, somebody asks for it on the request manager's own page."""

        def _begin(self, call: str) -> None:
            if call == "request":
                self.now_has(film("Dune", 438631, 2021, PENDING))
            super()._begin(call)

    house = build_house(Raced())
    answer = house.hears("get dune").hears("yes")
    assert answer.speech == "Dune has already been requested and is waiting for approval."


# --- at once


def at_once(*hears: Callable[[], Answer]) -> list[Answer]:
    barrier = threading.Barrier(len(hears))

    def one(hear: Callable[[], Answer]) -> Answer:
        barrier.wait(10)
        return hear()

    with ThreadPoolExecutor(len(hears)) as pool:
        return list(pool.map(one, hears))


def test_two_people_at_once_leave_one_request_and_both_hear_that_it_is_made(house: House):
    people = [house.person(name) for name in ("ann", "bob", "cho", "dev")]
    for person in people:
        person.hears("get dune")
    answers = at_once(*((lambda person=person: person.hears("yes")) for person in people))
    assert house.fake.submitted == FILM
    assert {answer.says for answer in answers} <= {"requested", "already"}
    assert [answer for answer in answers if answer.says == "requested"]
    assert house.outbox.depth() == 0


def let_go_when_somebody_waits(house: House) -> None:
    assert house.somebody_waits.wait(20)
    house.fake.recovers()


def test_two_people_who_wait_for_one_slow_request_hear_the_same(house: House):
    house.fake.blocks("request")
    people = [house.person(name) for name in ("ann", "bob")]
    for person in people:
        person.hears("get dune")
    letting_go = threading.Thread(target=let_go_when_somebody_waits, args=(house,))
    letting_go.start()
    answers = at_once(*((lambda person=person: person.hears("yes")) for person in people))
    letting_go.join()
    assert {answer.says for answer in answers} == {"requested"}
    assert house.fake.submitted == FILM


def test_one_person_who_says_yes_twice_at_once_makes_one_request(house: House):
    house.hears("get dune")
    answers = at_once(lambda: house.hears("yes"), lambda: house.hears("yes"))
    assert house.fake.submitted == FILM
    assert {answer.says for answer in answers} <= {"requested", "already"}


def test_overlapping_seasons_at_once_are_requested_once_each(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    for person in (ann, bob):
        person.hears("get severance").hears("yes")
    at_once(lambda: ann.hears("all of them"), lambda: bob.hears("season two"))
    house.waits(LEASE)
    house.worker.run_due()
    requested = [number for made in house.fake.submitted for number in made.rsplit(":", 1)[1].split(",")]
    assert sorted(requested) == ["1", "2"]


def test_other_titles_do_not_wait_for_one_that_hangs(house: House):
    house.fake.blocks("request")
    ann, bob = house.person("ann", budget=0.1), house.person("bob")
    ann.hears("get dune").hears("yes")
    house.fake.lets_others_by("request")
    assert bob.hears("get dune from 1984").hears("yes").says == "requested"
    assert house.fake.submitted == [f"tmdb:{DUNE_1984.title.id}"]


def test_what_was_never_sent_is_no_attempt_of_ours(house: House):
    """While the backend is left alone nothing goes out: a request found there later is somebody else's."""
    house.fake.fails("details", BackendResting("left alone"))
    assert house.hears("get dune").hears("yes").says == "owed"
    house.fake.recovers()
    house.fake.now_has(film("Dune", 438631, 2021, PENDING))
    house.clock.turn(60)
    house.worker.run_due()
    assert house.fake.submitted == []
    assert isinstance(house.outbox.outcome(1), AlreadyThere)
