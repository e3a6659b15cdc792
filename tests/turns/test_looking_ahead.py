"""While a person thinks, what a "yes" will need is fetched: used while it is fresh, and never in anybody's way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest

from dialogs.states import Finished, Offering
from intents import AskFor
from media import Kind, Reply, Title, Wish
from media_backends import BackendUnreachable, TitleBlocked
from tests.fake_backend import AVAILABLE, DUNE, MISSING, SEVERANCE, FakeBackend, film, show
from tests.house import Answer, House
from tests.turns.test_sending import at_once, in_time
from turns.ahead import FRESH, MOST_KEPT, LookAhead
from turns.sending import LEASE, send

FILM = ["tmdb:438631"]


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    built = build_house(FakeBackend())
    built.looks_at_once = 3
    built.restart()
    built.fake.calls.clear()
    return built


def after(house: House, hear: Callable[[], Answer]) -> list[str]:
    """What the backend was asked by the time of the answer, looks into the future left out."""
    before = len(house.fake.calls)
    hear()
    return house.fake.calls[before:]


# --- a fresh look spares a round trip


def test_yes_to_a_film_takes_one_round_trip(house: House):
    house.hears("get dune")
    house.settles()
    assert house.fake.calls == ["search", "details"]
    assert after(house, lambda: house.hears("yes")) == ["request"]
    assert house.fake.submitted == FILM


def test_no_takes_none_and_looks_at_the_next(house: House):
    house.hears("get dune")
    house.settles()
    began = time.monotonic()
    house.hears("no")
    assert time.monotonic() - began < 1
    house.settles()
    assert house.fake.calls == ["search", "details", "details"]


def test_yes_to_a_show_takes_none(house: House):
    house.hears("get severance")
    house.settles()
    assert after(house, lambda: house.hears("yes")) == []
    assert after(house, lambda: house.hears("season two")) == ["request"]
    assert house.fake.submitted == ["tmdb:95396:2"]


def test_what_the_look_saw_is_what_is_told(house: House):
    house.fake.now_has(show("Severance", 95396, 2022, [AVAILABLE, MISSING]))
    house.hears("get severance")
    house.settles()
    assert house.hears("yes").speech == ("You have season one of Severance. Season two is missing. Would you like it?")


# --- and one that cannot be used does not


def test_a_look_that_is_too_old_is_not_used(house: House):
    house.hears("get severance")
    house.settles()
    house.waits(FRESH + 1)
    house.fake.now_has(show("Severance", 95396, 2022, [AVAILABLE, MISSING]))
    assert house.hears("yes").reply.gaps["missing"] == (2,)


def test_before_a_request_what_is_too_old_is_asked_again(house: House):
    house.hears("get dune")
    house.settles()
    house.waits(FRESH + 1)
    house.fake.now_has(film("Dune", 438631, 2021, AVAILABLE))
    assert house.hears("yes").says == "already"
    assert house.fake.submitted == []


def test_a_look_that_failed_is_asked_again(house: House):
    house.fake.fails("details", BackendUnreachable("x"))
    house.hears("get severance")
    house.settles()
    house.fake.recovers()
    assert after(house, lambda: house.hears("yes")) == ["details"]


def test_a_look_that_failed_is_no_answer(house: House):
    house.fake.fails("details", BackendUnreachable("x"))
    house.hears("get severance")
    house.settles()
    assert house.hears("yes").says == "stalled"


def test_a_bug_in_a_look_is_seen_by_whoever_needs_it_and_by_nobody_else(house: House):
    house.fake.fails("details", ValueError("a bug"))
    assert house.hears("get severance").says == "offer"
    house.settles()
    with pytest.raises(ValueError, match="a bug"):
        house.hears("yes")


def test_a_look_under_way_is_waited_for_and_not_begun_again(house: House):
    house.fake.blocks("details")
    house.hears("get severance")
    letting_go = threading.Timer(0.1, house.fake.recovers)
    letting_go.start()
    assert house.hears("yes").says == "which-seasons-of-all"
    letting_go.join()
    assert house.fake.calls.count("details") == 1


def test_a_look_that_hangs_is_answered_in_time_and_not_asked_beside(house: House):
    house.fake.blocks("details")
    ann = house.person("ann", budget=0.2)
    ann.hears("get severance")
    assert in_time(lambda: ann.hears("yes"), 0.2).says == "stalled"
    house.fake.recovers()
    house.settles()
    assert house.fake.calls.count("details") == 1


def test_a_request_does_not_wait_for_a_look_that_hangs(house: House):
    house.fake.blocks("details")
    house.hears("get dune")
    house.fake.lets_others_by("details")
    assert in_time(lambda: house.hears("yes"), 1).says == "requested"
    assert house.fake.submitted == FILM


# --- never stale after a request


def test_a_request_makes_a_look_forgotten(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    for person in (ann, bob):
        person.hears("get severance")
    house.settles()
    ann.hears("yes").hears("all of them")
    assert bob.hears("yes").says == "already"
    assert house.fake.submitted == ["tmdb:95396:1,2"]


def test_a_request_of_the_worker_makes_a_look_forgotten_too(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    ann.hears("get season one of severance")
    house.settles()
    house.fake.fails("request", BackendUnreachable("x"))
    assert ann.hears("yes").says == "owed"
    house.fake.recovers()
    house.waits(6)
    bob.hears("get severance")
    house.settles()
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:95396:1"]
    assert bob.hears("yes").reply.gaps["missing"] == (2,)


def test_a_refusal_makes_a_look_forgotten_too(house: House):
    house.hears("get dune")
    house.settles()
    house.fake.fails("request", TitleBlocked("x"))
    house.hears("yes")
    house.fake.recovers()
    house.hears("get dune")
    house.settles()
    assert house.fake.calls.count("details") == 2


@pytest.mark.parametrize("failure", [None, BackendUnreachable("x"), TitleBlocked("x"), ValueError("a bug")])
def test_a_look_is_forgotten_before_anybody_else_may_send(house: House, failure: Exception | None):
    row = house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    owing = house.outbox.lease(row, LEASE)
    assert owing is not None
    if failure is not None:
        house.fake.fails("request", failure)
    others_may_send: list[bool] = []

    def forget(_title: Title) -> None:
        others_may_send.append(house.outbox.outcome(row) is not None or house.outbox.lease(row, LEASE) is not None)

    with suppress(BackendUnreachable, ValueError):
        send(owing, house.fake, house.outbox, forget=forget)
    assert others_may_send == [False]


def test_two_people_with_fresh_looks_leave_one_request(house: House):
    people = [house.person(name) for name in ("ann", "bob", "cho")]
    for person in people:
        person.hears("get dune")
    house.settles()
    answers = at_once(*((lambda person=person: person.hears("yes")) for person in people))
    assert house.fake.calls.count("request") == 1
    assert house.fake.submitted == FILM
    assert {answer.says for answer in answers} <= {"requested", "already"}


def test_overlapping_seasons_with_fresh_looks_are_requested_once_each(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    for person in (ann, bob):
        person.hears("get severance").hears("yes")
    house.settles()
    at_once(lambda: ann.hears("all of them"), lambda: bob.hears("season two"))
    requested = [number for made in house.fake.submitted for number in made.rsplit(":", 1)[1].split(",")]
    assert sorted(requested) == ["1", "2"]


# --- never in the way


def test_an_offer_does_not_wait_for_the_look(house: House):
    house.fake.blocks("details")
    assert in_time(lambda: house.person("ann", budget=0.3).hears("get severance"), 0.3).says == "offer"


@pytest.mark.parametrize("threads", [2, 4])
def test_looks_that_hang_leave_threads_for_whoever_speaks(build_house: Callable[..., House], threads: int):
    house = build_house(FakeBackend(), backend_threads=threads)
    house.looks_at_once = 3
    house.restart()
    house.fake.blocks("details")
    for title in ("dune", "severance", "fargo", "chernobyl"):
        person = house.person(title, budget=1)
        answer = in_time(partial(person.hears, f"get {title}"), 1)
        assert answer.says == "offer"


class Pool(ThreadPoolExecutor):
    """Counts what it is given."""

    submitted = 0

    def submit(self, *args, **more):
        self.submitted += 1
        return super().submit(*args, **more)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(8) as opened:
        yield opened


def offer(number: int) -> Offering:
    return Offering(AskFor("it"), (Title(Kind.MOVIE, number, "It"),), "2026-11-20")


def test_only_so_many_looks_are_under_way(pool: Pool):
    backend = FakeBackend()
    backend.blocks("details")
    ahead = LookAhead(lambda: backend, pool, lambda: 0.0, at_once=2)
    for number in range(5):
        ahead.think_of(offer(number), "en")
        ahead.forget(offer(number).title)  # it is still under way
    assert pool.submitted == 2
    backend.recovers()


def test_when_they_are_over_others_may_begin(pool: Pool):
    backend = FakeBackend([DUNE])
    ahead = LookAhead(lambda: backend, pool, lambda: 0.0, at_once=1)
    for number in (1, DUNE.title.id):
        ahead.think_of(offer(number), "en")
        look = ahead.look(offer(number).title, "en")
        if look is not None:
            look.details.exception(5)
    assert pool.submitted == 2
    seen = ahead.look(DUNE.title, "en")
    assert seen is not None
    assert seen.seen == DUNE


def test_none_at_once_is_none(pool: Pool):
    LookAhead(FakeBackend, pool, lambda: 0.0, at_once=0).think_of(offer(1), "en")
    assert pool.submitted == 0


def test_only_so_many_looks_are_kept(pool: Pool):
    backend = FakeBackend(replace(DUNE, title=replace(DUNE.title, id=number)) for number in range(MOST_KEPT + 5))
    ahead = LookAhead(lambda: backend, pool, lambda: 0.0, at_once=8)
    for number in range(MOST_KEPT + 5):
        ahead.think_of(offer(number), "en")
        kept = ahead.look(offer(number).title, "en")
        assert kept is not None
        kept.details.result(5)
    assert [ahead.look(offer(number).title, "en") for number in range(5)] == [None] * 5
    assert ahead.look(offer(5).title, "en") is not None


def test_the_same_title_is_looked_at_once_while_that_is_fresh_and_by_language(pool: Pool):
    backend, now = FakeBackend([SEVERANCE]), [0.0]
    ahead = LookAhead(lambda: backend, pool, lambda: now[0], at_once=8)
    asked = Offering(AskFor("it"), (SEVERANCE.title,), "2026-11-20")
    for seconds, language, looks in ((0, "en", 1), (FRESH, "en", 1), (FRESH, "de", 2), (FRESH + 1, "en", 3)):
        now[0] = seconds
        ahead.think_of(asked, language)
        look = ahead.look(SEVERANCE.title, language)
        assert look is not None
        look.details.result(5)
        assert pool.submitted == looks


def test_only_an_offer_is_looked_at(pool: Pool):
    ahead = LookAhead(FakeBackend, pool, lambda: 0.0, at_once=8)
    ahead.think_of(Finished(Reply("goodbye")), "en")
    assert pool.submitted == 0


def test_a_look_that_was_called_off_is_none(pool: Pool):
    backend = FakeBackend()
    backend.blocks("details")
    with ThreadPoolExecutor(1) as narrow:
        ahead = LookAhead(lambda: backend, narrow, lambda: 0.0, at_once=8)
        ahead.think_of(offer(1), "en")
        ahead.think_of(offer(2), "en")
        waiting = ahead.look(offer(2).title, "en")
        assert waiting is not None
        assert waiting.details.cancel()
        assert ahead.look(offer(2).title, "en") is None
        assert waiting.seen is None
        backend.recovers()
