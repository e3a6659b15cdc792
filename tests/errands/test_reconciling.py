"""Looking after the requests that go on: what no webhook told is found, politely."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, func, select

from errands.reconciling import AFTER_A_FAILURE, APART, IDLE, Reconciling, look_after
from media import Details, Followed, News, RequestStatus, Stage, Wish
from media_backends import (
    Ability,
    BackendBroken,
    BackendBusy,
    BackendTooSlow,
    BackendUnreachable,
    KeyRefused,
    NotAllowed,
    TitleUnknown,
)
from models import Job
from storage.following import Following
from tests.fake_backend import (
    AVAILABLE,
    BLOCKED,
    DECLINED,
    DUNE,
    FAILED,
    MISSING,
    PARTIAL,
    PENDING,
    PROCESSING,
    SEVERANCE,
    film,
    show,
)
from tests.house import Clock, House
from tests.sending_word import Manager, Post

EVERY = 300.0
FILM, SEASONS = Wish(DUNE.title), Wish(SEVERANCE.title, (1, 2))


class Round:
    """A request manager, what is followed, and the errand that looks."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine, self.clock = engine, clock
        self.manager = Manager(DUNE, SEVERANCE)
        self.following = Following(engine, clock.now)
        self.errand = Reconciling(lambda: self.manager, self.following, clock.now, EVERY)

    def follows(self, wish: Wish = FILM, stage: Stage = Stage.PENDING, number: str | None = "1") -> int:
        return self.following.adopt(wish, News(stage, "look", request_id=number))

    def now(self, row: int) -> Followed:
        one = self.following.get(row)
        assert one is not None
        return one

    def whole(self) -> float:
        """Look at all that is due, as time goes by; the seconds until the next look."""
        for _ in range(200):
            if (wait := self.errand.run()) > APART:
                return wait
            self.clock.turn(wait)
        raise AssertionError("it never ends")

    @property
    def told(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(Job)).scalar_one()


@pytest.fixture
def looks(engine: Engine, clock: Clock) -> Round:
    return Round(engine, clock)


def severance(*states) -> Details:
    return show("Severance", SEVERANCE.title.id, 2022, states)


@pytest.mark.parametrize(
    ("before", "status", "there", "then"),
    [
        (Stage.PENDING, RequestStatus.PENDING, PENDING, Stage.PENDING),
        (Stage.PENDING, RequestStatus.APPROVED, PROCESSING, Stage.APPROVED),
        (Stage.APPROVED, RequestStatus.PENDING, PENDING, Stage.PENDING),
        (Stage.APPROVED, RequestStatus.APPROVED, AVAILABLE, Stage.READY),
        (Stage.APPROVED, RequestStatus.AVAILABLE, PROCESSING, Stage.READY),
        (Stage.APPROVED, RequestStatus.FAILED, PROCESSING, Stage.FAILED),
        (Stage.FAILED, RequestStatus.APPROVED, PROCESSING, Stage.APPROVED),
        (Stage.FAILED, RequestStatus.FAILED, AVAILABLE, Stage.READY),
        (Stage.PENDING, RequestStatus.DECLINED, PENDING, Stage.DECLINED),
        (Stage.DOWNLOADING, RequestStatus.APPROVED, PROCESSING, Stage.DOWNLOADING),
    ],
)
def test_a_film(looks: Round, before: Stage, status: RequestStatus, there, then: Stage):
    row = looks.follows(stage=before)
    looks.manager.stands("1", DUNE, status, there)
    looks.whole()
    assert looks.now(row).stage is then
    assert looks.told == int(before is not then)
    looks.clock.turn(EVERY)
    looks.whole()
    assert looks.told == int(before is not then)


def test_why_it_was_declined(looks: Round):
    row = looks.follows()
    looks.manager.stands("1", DUNE, RequestStatus.DECLINED, PENDING, reason="not again")
    looks.whole()
    assert looks.now(row).reason == "not again"


def test_what_was_deleted_there_is_gone(looks: Round):
    row = looks.follows()
    looks.whole()
    assert looks.now(row).stage is Stage.GONE
    assert looks.told == 1


@pytest.mark.parametrize(
    ("wish", "there"),
    [(FILM, film("Dune", DUNE.title.id, 2021, AVAILABLE)), (SEASONS, severance(AVAILABLE, AVAILABLE))],
)
def test_what_is_there_is_ready_though_its_request_was_cleared_away(looks: Round, wish: Wish, there: Details):
    row = looks.follows(wish, Stage.APPROVED)
    looks.manager.now_has(there)
    looks.whole()
    assert (looks.now(row).stage, looks.now(row).ready, looks.told) == (Stage.READY, wish.seasons, 1)


def test_what_was_deleted_and_cannot_be_described_is_gone(looks: Round):
    row = looks.follows()
    looks.manager.fails("details", TitleUnknown("500"))
    looks.whole()
    assert looks.now(row).stage is Stage.GONE


def test_an_id_that_another_server_gave_to_another_title_is_gone_too(looks: Round):
    row = looks.follows()
    looks.manager.stands("1", film("Alien", 348, 1979), RequestStatus.APPROVED, AVAILABLE)
    looks.whole()
    assert looks.now(row).stage is Stage.GONE


@pytest.mark.parametrize(
    ("whole", "seasons", "then", "ready"),
    [
        (PROCESSING, (PROCESSING, PROCESSING), Stage.APPROVED, ()),
        (PARTIAL, (AVAILABLE, PROCESSING), Stage.PARTIAL, (1,)),
        (AVAILABLE, (AVAILABLE, AVAILABLE), Stage.READY, (1, 2)),
        (PARTIAL, (PROCESSING, PROCESSING, AVAILABLE), Stage.APPROVED, ()),  # a season that nobody asked for
    ],
)
def test_a_show(looks: Round, whole, seasons, then: Stage, ready: tuple[int, ...]):
    row = looks.follows(SEASONS, Stage.APPROVED)
    looks.manager.stands("1", severance(*seasons), RequestStatus.APPROVED, whole, (1, 2))
    looks.whole()
    assert (looks.now(row).stage, looks.now(row).ready) == (then, ready)


def test_seasons_come_one_after_another_and_each_is_told(looks: Round):
    row = looks.follows(SEASONS, Stage.APPROVED)
    for seasons in ((AVAILABLE, PROCESSING), (AVAILABLE, PROCESSING), (AVAILABLE, AVAILABLE)):
        looks.manager.stands("1", severance(*seasons), RequestStatus.APPROVED, PARTIAL, (1, 2))
        looks.whole()
        looks.clock.turn(EVERY)
    assert (looks.now(row).stage, looks.told) == (Stage.READY, 2)


# --- by the title, where the request's id is not known or requests are not shown


@pytest.mark.parametrize(
    ("there", "then"),
    [
        (PENDING, Stage.PENDING),
        (PROCESSING, Stage.APPROVED),
        (AVAILABLE, Stage.READY),
        (FAILED, Stage.FAILED),
        (DECLINED, Stage.DECLINED),
        (MISSING, Stage.GONE),
        (BLOCKED, Stage.PENDING),  # says nothing of the request
    ],
)
@pytest.mark.parametrize("number", [None, "1"])
def test_a_film_by_its_title(looks: Round, there, then: Stage, number: str | None):
    looks.manager.can -= {Ability.REQUESTS}
    looks.manager.now_has(film("Dune", DUNE.title.id, 2021, there))
    row = looks.follows(number=number)
    looks.whole()
    assert looks.now(row).stage is then
    assert looks.manager.calls == ["details"]


@pytest.mark.parametrize(
    ("seasons", "then", "ready"),
    [
        ((PENDING, PENDING), Stage.PENDING, ()),
        ((PROCESSING, PENDING), Stage.APPROVED, ()),
        ((AVAILABLE, PROCESSING), Stage.PARTIAL, (1,)),
        ((AVAILABLE, AVAILABLE, MISSING), Stage.READY, (1, 2)),
        ((MISSING, MISSING, PROCESSING), Stage.GONE, ()),
        ((FAILED, PENDING), Stage.FAILED, ()),
    ],
)
def test_a_show_by_its_title(looks: Round, seasons, then: Stage, ready: tuple[int, ...]):
    looks.manager.now_has(severance(*seasons))
    row = looks.follows(SEASONS, number=None)
    looks.whole()
    assert (looks.now(row).stage, looks.now(row).ready) == (then, ready)


# --- politely


def test_one_a_second_then_nothing_for_some_minutes(looks: Round):
    for number in range(3):
        looks.follows(Wish(film("A film", 1000 + number, 2001).title), number=str(number))
        looks.manager.stands(str(number), film("A film", 1000 + number, 2001), RequestStatus.PENDING, PENDING)
    assert [looks.errand.run() for _ in range(4)] == [APART, APART, APART, IDLE]
    looks.clock.turn(EVERY - 1)
    assert looks.errand.run() == IDLE
    looks.clock.turn(1)
    looks.whole()
    assert looks.manager.calls == ["known_request"] * 6


def test_the_one_that_was_looked_at_longest_ago_comes_first(looks: Round):
    first, second = looks.follows(), looks.follows(SEASONS, number="2")
    looks.manager.stands("1", DUNE, RequestStatus.PENDING, PENDING)
    looks.manager.stands("2", SEVERANCE, RequestStatus.PENDING, PENDING, (1, 2))
    looks.following.checked([first])
    assert [one.row for one in looks.following.open_since(looks.clock.now(), 9)] == [second, first]


def test_what_a_webhook_had_looked_at_need_not_be_looked_at_again(looks: Round):
    row = looks.follows()
    looks.manager.stands("1", DUNE, RequestStatus.PENDING, PENDING)
    looks.whole()
    looks.clock.turn(EVERY - 60)
    looks.following.checked([row])
    looks.clock.turn(60)
    looks.whole()
    assert looks.manager.calls == ["known_request"]


def test_a_start_looks_at_all_at_once(looks: Round, engine: Engine, clock: Clock):
    looks.follows()
    looks.manager.stands("1", DUNE, RequestStatus.PENDING, PENDING)
    looks.whole()
    clock.turn(1)
    Reconciling(lambda: looks.manager, looks.following, clock.now, EVERY).run()
    assert looks.manager.calls == ["known_request"] * 2


def test_what_ended_or_is_still_owed_is_not_looked_at(looks: Round):
    looks.follows(stage=Stage.READY)
    looks.follows(SEASONS, Stage.OWED, None)
    assert looks.whole() == IDLE
    assert looks.manager.calls == []


def test_much_that_is_owed_hides_nothing(looks: Round):
    for number in range(60):
        looks.follows(Wish(film("A film", 1000 + number, 2001).title), Stage.OWED, None)
    row = looks.follows()
    looks.whole()
    assert looks.now(row).stage is Stage.GONE


@pytest.mark.parametrize("failure", [BackendUnreachable("nobody"), KeyRefused("403")])
def test_nobody_answers(looks: Round, failure: Exception):
    rows = looks.follows(), looks.follows(SEASONS, number="2")
    looks.manager.is_down(failure)
    assert looks.errand.run() == AFTER_A_FAILURE
    assert looks.manager.calls == ["known_request"]
    looks.manager.recovers()
    looks.manager.stands("1", DUNE, RequestStatus.APPROVED, PROCESSING)
    looks.manager.stands("2", SEVERANCE, RequestStatus.DECLINED, PENDING, (1, 2))
    looks.clock.turn(EVERY)
    looks.whole()
    assert [looks.now(row).stage for row in rows] == [Stage.APPROVED, Stage.DECLINED]


def test_one_that_takes_too_long_does_not_hold_up_the_others(looks: Round):
    looks.follows(number=None)
    second = looks.follows(SEASONS, number="2")
    looks.manager.fails("details", BackendTooSlow("no answer in 5 s"))
    looks.manager.stands("2", SEVERANCE, RequestStatus.APPROVED, PROCESSING, (1, 2))
    for _ in range(2):
        looks.clock.turn(looks.errand.run())
    assert looks.now(second).stage is Stage.APPROVED


def test_it_asks_for_patience(looks: Round):
    looks.follows()
    looks.manager.fails("known_request", BackendBusy("429", 600.0))
    assert looks.errand.run() == 600.0


def test_one_that_makes_no_sense_does_not_hold_up_the_others(looks: Round):
    looks.follows(number=None)
    second = looks.follows(SEASONS, number="2")
    looks.manager.fails("details", BackendBroken("500"))
    looks.manager.stands("2", SEVERANCE, RequestStatus.APPROVED, PROCESSING, (1, 2))
    looks.whole()
    assert looks.now(second).stage is Stage.APPROVED


def test_several_that_make_no_sense_end_the_round(looks: Round):
    for number in range(5):
        looks.follows(Wish(film("A film", 1000 + number, 2001).title), number=str(number))
    looks.manager.fails("known_request", BackendBroken("502"))
    assert looks.whole() == AFTER_A_FAILURE
    assert len(looks.manager.calls) == 3


def test_a_request_that_may_not_be_seen_stays_as_it_is(looks: Round):
    row = looks.follows()
    looks.manager.fails("known_request", NotAllowed("403"))
    looks.whole()
    assert looks.now(row).stage is Stage.PENDING


def test_it_can_be_switched_off(looks: Round):
    assert look_after(lambda: looks.manager, looks.following, looks.clock.now, 0.0) == ()


# --- the demo, whose requests move on by themselves


def looks_after(house: House, reconciling: Reconciling | None = None) -> None:
    reconciling = reconciling or after_a_start(house)
    while reconciling.run() == APART:
        house.waits(APART)


def after_a_start(house: House) -> Reconciling:
    following, every = Post(house).following, house.settings.reconcile_seconds
    return Reconciling(lambda: house.built.watch.backend, following, house.clock.now, every)


def test_the_demos_requests_come_to_the_screen_and_each_step_is_told_once(demo: House):
    demo.person("ann").hears("get tenet").hears("yes")
    post, steps, reconciling = Post(demo), [], after_a_start(demo)
    for _ in range(8):
        looks_after(demo, reconciling)
        steps.append(post.only().stage)
        demo.waits(demo.settings.reconcile_seconds)
    assert list(dict.fromkeys(steps)) == [Stage.PENDING, Stage.APPROVED, Stage.READY]
    assert post.told() == [Stage.PENDING, Stage.APPROVED, Stage.READY]  # the first is heard in the turn


def test_what_happened_while_we_were_away_is_found_after_the_start(demo: House):
    demo.person("ann").hears("get tenet").hears("yes")
    demo.crash()
    demo.waits(3600)
    looks_after(demo)
    assert (Post(demo).only().stage, Post(demo).told()) == (Stage.READY, [Stage.PENDING, Stage.READY])


def test_what_was_taken_back_is_looked_after_no_more(demo: House):
    demo.person("ann").hears("get tenet").hears("yes").hears("cancel that request")
    demo.waits(3600)
    looks_after(demo)
    assert (Post(demo).only().stage, Post(demo).told()) == (Stage.WITHDRAWN, [Stage.PENDING, Stage.WITHDRAWN])
