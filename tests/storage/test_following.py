"""Requests that are followed: from the wish to the screen, told once each time something happens."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from dialogs.wants import AlreadyThere, Refused, Taken
from media import Details, Followed, News, Owing, Receipt, RequestStatus, Stage, Wish
from models import Job
from storage.following import KEEP_CLOSED, Following
from storage.outbox import Outbox
from storage.timeline import Listener, Timeline
from tests.fake_backend import AVAILABLE, DUNE, FAILED, PENDING, PROCESSING, SEVERANCE, show
from tests.house import Clock

FILM = Wish(DUNE.title)
SEASONS = Wish(SEVERANCE.title, (1, 2))
TAKEN = Taken(Receipt("7", RequestStatus.PENDING))


class Ledger:
    """The outbox and what follows it, over one database."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.outbox, self.following = Outbox(engine, clock.now), Following(engine, clock.now)
        self.timeline = Timeline(engine)

    def wish(self, wish: Wish = FILM, speaker: str = "ann", locale: str = "en-US") -> int:
        return self.outbox.write(wish, channel="voice", speaker=speaker, locale=locale)

    def settled(self, row: int, outcome: Taken | AlreadyThere | Refused = TAKEN, attempts: int = 1) -> None:
        for _ in range(attempts - 1):
            self.outbox.postpone(self.leased(row), 0.0, "nobody answered")
        self.outbox.settle(self.leased(row), outcome)

    def leased(self, row: int) -> Owing:
        owing = self.outbox.lease(row, 60)
        assert owing is not None
        return owing

    def requested(self) -> Followed:
        self.settled(self.wish())
        return self.only

    @property
    def only(self) -> Followed:
        (one,) = self.following.of_title(DUNE.title.key) or self.following.of_title(SEVERANCE.title.key)
        return one

    @property
    def told(self) -> list[Stage]:
        with self.engine.connect() as connection:
            events = [payload["event"] for payload in connection.execute(select(Job.payload)).scalars()]
        return [happening.stage for event in events if (happening := self.timeline.get(event))]


@pytest.fixture
def ledger(engine: Engine, clock: Clock) -> Ledger:
    return Ledger(engine, clock)


def test_a_wish_is_followed_from_the_moment_it_is_written_down(ledger: Ledger):
    ledger.wish()
    assert (ledger.only.stage, ledger.only.wish, ledger.only.request_id) == (Stage.OWED, FILM, None)


def test_two_who_wish_the_same_follow_one_request(ledger: Ledger):
    ledger.wish()
    ledger.wish(speaker="ben", locale="de-DE")
    listeners = ledger.timeline.listeners(ledger.only.row)
    assert listeners == (Listener("voice", "ann", "en-US"), Listener("voice", "ben", "de-DE"))


def test_whoever_has_no_name_cannot_be_told(ledger: Ledger):
    ledger.wish(speaker="")
    assert ledger.timeline.listeners(ledger.only.row) == ()


def test_what_is_requested_at_once_is_told_to_those_who_do_not_hear_it(ledger: Ledger, clock: Clock):
    row = ledger.wish()
    ledger.wish(speaker="ben")
    ledger.settled(row)
    assert (ledger.only.stage, ledger.only.request_id) == (Stage.PENDING, "7")
    assert ledger.told == [Stage.PENDING]
    ledger.outbox.heard(row, "voice", "ann")
    heard = {one.person: one.heard for one in ledger.timeline.listeners(ledger.only.row)}
    assert heard == {"ann": clock.now(), "ben": None}


def test_what_was_requested_later_is_told(ledger: Ledger):
    ledger.settled(ledger.wish(), attempts=2)
    assert ledger.told == [Stage.PENDING]


def test_each_thing_that_happens_is_told_once(ledger: Ledger):
    request = ledger.requested()
    assert ledger.following.note(request.row, News(Stage.APPROVED, "webhook"))
    assert not ledger.following.note(request.row, News(Stage.APPROVED, "look"))
    assert ledger.following.note(request.row, News(Stage.READY, "look"))
    assert ledger.told == [Stage.PENDING, Stage.APPROVED, Stage.READY]
    assert [happening.source for happening in ledger.timeline.of(request.row)] == [
        "outbox",
        "outbox",
        "webhook",
        "look",
    ]


def test_each_season_that_comes_is_something_new(ledger: Ledger):
    ledger.settled(ledger.wish(SEASONS))
    row = ledger.only.row
    assert ledger.following.note(row, News(Stage.PARTIAL, "look", ready=(1,)))
    assert not ledger.following.note(row, News(Stage.PARTIAL, "webhook", ready=(1,)))
    assert ledger.following.note(row, News(Stage.READY, "webhook", ready=(2,)))
    assert ledger.only.ready == (1, 2)


def test_what_goes_on_is_looked_at_in_turn_and_what_ended_no_more(ledger: Ledger, clock: Clock):
    request = ledger.requested()
    before = clock.now()
    assert [one.row for one in ledger.following.open_since(before, 10)] == [request.row]
    clock.turn(1)
    ledger.following.checked([request.row])
    assert ledger.following.open_since(before, 10) == ()
    ledger.following.note(request.row, News(Stage.DECLINED, "look", reason="too long"))
    assert ledger.following.open_since(clock.now() + 1, 10) == ()
    assert ledger.only.reason == "too long"


def test_any_reason_will_do(ledger: Ledger):
    ledger.wish()
    assert ledger.following.note(ledger.only.row, News(Stage.DECLINED, "look", reason="too \0 long \ud83d"))
    assert ledger.only.reason == "too  long ?"


def test_a_request_made_elsewhere_is_followed_once(ledger: Ledger):
    news = News(Stage.PENDING, "webhook", request_id="12")
    row = ledger.following.adopt(FILM, news, user="3")
    assert ledger.following.adopt(FILM, news) == row
    assert ledger.following.by_request("movie", "12") == ledger.only
    assert ledger.following.by_request("tv", "12") is None


def test_a_webhook_that_comes_before_the_answer_tells_of_the_same_request(ledger: Ledger):
    row = ledger.wish()
    adopted = ledger.following.adopt(FILM, News(Stage.PENDING, "webhook", request_id="7"))
    ledger.following.follow(adopted, "voice", "ben", "en-US")
    ledger.settled(row)
    assert (ledger.only.stage, ledger.only.request_id) == (Stage.PENDING, "7")
    assert [one.person for one in ledger.timeline.listeners(ledger.only.row)] == ["ann", "ben"]


@pytest.mark.parametrize("stage", [Stage.APPROVED, Stage.FAILED, Stage.PARTIAL, Stage.READY, Stage.DECLINED])
@pytest.mark.parametrize("answer", [TAKEN, Taken(Receipt("", RequestStatus.APPROVED))])  # the second: found there later
def test_an_answer_that_comes_after_a_webhook_is_old_news(ledger: Ledger, answer: Taken, stage: Stage):
    row = ledger.wish()
    ledger.following.note(ledger.only.row, News(stage, "webhook", request_id="7"))
    ledger.settled(row, answer)
    assert (ledger.only.stage, ledger.only.request_id, ledger.told) == (stage, "7", [stage])


def test_an_answer_may_tell_that_a_pending_request_was_approved_meanwhile(ledger: Ledger):
    row = ledger.wish()
    ledger.following.note(ledger.only.row, News(Stage.PENDING, "webhook", request_id="7"))
    ledger.settled(row, Taken(Receipt("", RequestStatus.APPROVED)), attempts=2)
    assert (ledger.only.stage, ledger.told) == (Stage.APPROVED, [Stage.PENDING, Stage.APPROVED])


def test_what_a_webhook_told_of_somebody_elses_request_is_not_the_answer_to_ours(ledger: Ledger):
    row = ledger.wish()
    ledger.following.note(ledger.only.row, News(Stage.DECLINED, "webhook", request_id="5"))
    ledger.settled(row)
    assert (ledger.only.stage, ledger.only.request_id) == (Stage.PENDING, "7")


def test_another_server_may_give_the_same_id_anew(ledger: Ledger):
    old = ledger.requested()
    ledger.following.note(old.row, News(Stage.READY, "look"))
    new = ledger.following.adopt(Wish(SEVERANCE.title, (1,)), News(Stage.PENDING, "webhook", request_id="7"))
    assert new != old.row


def test_whoever_wants_to_hear_no_more_is_left_alone_until_they_ask_again(ledger: Ledger):
    request = ledger.requested()
    assert ledger.following.unfollow("voice", "ann", request.row) == 1
    assert ledger.timeline.listeners(request.row) == ()
    ledger.following.follow(request.row, "voice", "ann", "en-GB")
    assert ledger.timeline.listeners(request.row) == (Listener("voice", "ann", "en-GB"),)
    assert ledger.following.unfollow("voice", "ann") == 1


def test_what_is_taken_back_is_followed_no_more_and_told_to_those_who_followed(ledger: Ledger):
    row = ledger.wish()
    assert ledger.outbox.withdraw(row, "voice", "ann", "")
    assert ledger.only.stage is Stage.WITHDRAWN
    assert ledger.told == [Stage.WITHDRAWN]


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (TAKEN, Stage.PENDING),
        (Taken(Receipt("", RequestStatus.APPROVED)), Stage.APPROVED),
        (AlreadyThere(DUNE), Stage.PENDING),  # how far it is could not be read
        (Refused("quota-used-up"), Stage.REFUSED),
    ],
)
def test_the_end_of_a_wish_is_where_the_request_stands(ledger: Ledger, outcome, stage: Stage):
    ledger.settled(ledger.wish(), outcome)
    assert ledger.only.stage is stage


@pytest.mark.parametrize(
    ("seasons", "stage"),
    [
        ((PENDING, PENDING), Stage.PENDING),
        ((FAILED, FAILED), Stage.FAILED),
        ((PROCESSING, PENDING), Stage.APPROVED),
        ((AVAILABLE, PENDING), Stage.PARTIAL),
        ((AVAILABLE, AVAILABLE), Stage.READY),
        ((), Stage.PENDING),  # how far they are could not be read
    ],
)
def test_seasons_that_somebody_else_asked_for_stand_as_they_stand(ledger: Ledger, seasons, stage: Stage):
    found = AlreadyThere(show("Severance", SEVERANCE.title.id, 2022, seasons) if seasons else Details(SEVERANCE.title))
    ledger.settled(ledger.wish(SEASONS), found)
    assert ledger.only.stage is stage


def test_what_ended_long_ago_is_forgotten_with_its_timeline(ledger: Ledger, clock: Clock):
    request = ledger.requested()
    ledger.following.note(request.row, News(Stage.READY, "look"))
    assert ledger.following.forget_old() == 0
    clock.turn(KEEP_CLOSED + 1)
    assert ledger.following.forget_old() == 1
    assert ledger.timeline.of(request.row) == ()
    assert ledger.timeline.last() == 0
