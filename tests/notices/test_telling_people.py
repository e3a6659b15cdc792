"""From what happens to a request to the message that tells it: once, in the person's language, when they want it."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from media import News, Stage, Wish
from media_backends import BackendUnreachable
from media_notices import BY_DEFAULT, EVENTS, Result
from models import Job, NoticeRow
from notices.telling import PAUSE
from storage.addresses import Addresses
from storage.following import Following
from storage.notices import Notices
from storage.people import People
from tests.fake_backend import DUNE, SEVERANCE, FakeBackend
from tests.house import House, Person
from tests.notices.receivers import Got, takes_json

SOON = 3 * (PAUSE + 1)


@dataclass(slots=True)
class Household:
    """A house whose people have a receiver, and what can happen to what they asked for."""

    house: House
    got: Got
    people: dict[str, Person] = field(default_factory=dict)

    def has_told(self, name: str, events: frozenset[Stage] = BY_DEFAULT, quiet: str = "", **more: Any) -> Person:
        """Somebody who is told at the receiver."""
        self.addresses.add("voice", name, f"{self.got.url}/{name}", events, quiet)
        return self.house.person(name, **more)

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.house.built.engine, self.house.clock.now)

    @property
    def following(self) -> Following:
        return Following(self.house.built.engine, self.house.clock.now)

    def happens(self, stage: Stage, wish: Wish | None = None, **more: Any) -> None:
        """As a webhook tells it."""
        (one, *_) = self.following.of_title((wish or Wish(DUNE.title)).title.key)
        self.house.waits(1)
        assert self.following.note(one.row, News(stage, "webhook", **more))

    def works(self, seconds: float = SOON) -> list[str]:
        """What is told within so many seconds."""
        before = len(self.got.titles)
        for _ in range(3):  # it is written down who is to be told, then they are
            self.house.waits(seconds / 3)
            self.house.worker.run_due()
        return self.got.titles[before:]

    def is_about_to_tell(self) -> None:
        """The message is written down, and not sent yet."""
        self.house.waits(3)
        self.house.worker.run_due()
        assert set(self.jobs) == {"notice"}

    @property
    def results(self) -> Counter[str | None]:
        with self.house.built.engine.connect() as connection:
            return Counter(connection.execute(select(NoticeRow.result)).scalars())

    @property
    def jobs(self) -> list[str]:
        with self.house.built.engine.connect() as connection:
            return list(connection.execute(select(Job.kind).where(Job.kind.in_(("tell", "notice")))).scalars())


@pytest.fixture
def open_home(build_house: Callable[..., House]) -> Iterator[Callable[..., Household]]:
    @contextmanager
    def receiving() -> Iterator[Got]:
        with takes_json() as got:
            yield got

    with receiving() as got:
        yield lambda **given: Household(build_house(FakeBackend(), notice_more_schemes={"json"}, **given), got)


@pytest.fixture
def home(open_home: Callable[..., Household]) -> Household:
    return open_home()


def test_whoever_asked_is_told_when_it_is_ready(home: Household):
    ann = home.has_told("ann")
    ann.hears("get dune from 2021").hears("yes")
    assert home.works() == []  # she heard it: "Okay, I've requested …"
    home.happens(Stage.READY)
    assert home.works() == ["Dune: ready to watch"]
    assert home.got.bodies == ["Dune is in your library now. Enjoy!"]
    assert home.works() == []
    assert home.results == {"sent": 1}
    assert home.jobs == []


def test_two_who_asked_are_each_told_once_in_their_own_language(home: Household):
    ann, ben = home.has_told("ann"), home.has_told("ben", locale="de-DE")
    home.house.fake.approves = False
    ann.hears("get dune from 2021").hears("yes")
    home.following.follow(home.following.of_title(DUNE.title.key)[0].row, "voice", ben.name, "de-DE")
    home.happens(Stage.DECLINED, reason="We have it on disc.")
    home.works()
    assert sorted(home.got.titles) == ["Dune: abgelehnt", "Dune: declined"]
    assert "The request for the movie Dune was declined. The reason given: We have it on disc." in home.got.bodies
    assert "Die Anfrage für den Film Dune wurde abgelehnt. Der Grund: We have it on disc." in home.got.bodies


def test_what_happens_in_one_go_is_told_as_one(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.happens(Stage.DOWNLOADING)
    home.happens(Stage.FAILED)
    home.happens(Stage.READY)
    assert home.works() == ["Dune: ready to watch"]
    assert home.results == {"outdated": 1, "sent": 1}


def test_each_wants_to_hear_of_other_things(home: Household):
    ann = home.has_told("ann", events=frozenset({Stage.READY}))
    ann.hears("get dune from 2021").hears("yes")
    home.happens(Stage.FAILED)
    assert home.works() == []
    home.happens(Stage.READY)
    assert home.works() == ["Dune: ready to watch"]


def test_of_seasons_those_are_named_that_came(home: Household):
    wish = Wish(SEVERANCE.title, (1, 2))
    home.has_told("ann").hears("get all seasons of severance").hears("yes")
    home.happens(Stage.PARTIAL, wish, ready=(1,))
    assert home.works() == ["Seasons one and two of Severance: partly there"]  # of season one, all is there
    assert home.got.bodies == ["Season one of Severance is in your library now, and the rest is on its way."]
    home.happens(Stage.READY, wish, ready=(1, 2))
    assert home.works() == ["Seasons one and two of Severance: ready to watch"]


def test_in_quiet_hours_a_message_waits_until_they_end(home: Household):
    now = datetime.fromtimestamp(home.house.clock.now(), UTC).astimezone()  # the machine's
    begins, ends = now - timedelta(hours=1), now + timedelta(hours=2)
    home.has_told("ann", quiet=f"{begins:%H:%M}-{ends:%H:%M}").hears("get dune from 2021").hears("yes")
    home.happens(Stage.READY)
    assert home.works() == []
    assert home.works(3600) == []
    assert home.works(3600 + 60) == ["Dune: ready to watch"]


def test_a_message_that_is_not_taken_is_sent_later(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.happens(Stage.READY)
    home.got.status = 503
    assert home.works() == []
    home.got.status = 200
    assert home.works(60) == ["Dune: ready to watch"]
    assert home.works(3600) == []
    metrics = home.house.built.front.care.meter.text().decode()
    assert 'overtalkerr_notices_total{outcome="sent",way="address"} 1.0' in metrics
    assert 'overtalkerr_notices_total{outcome="failed",way="address"}' in metrics


class Killed(BaseException):
    """The process is gone in the middle of something."""


def test_what_may_have_arrived_when_the_worker_was_killed_is_not_sent_again_but_told_by_voice(
    home: Household, monkeypatch: pytest.MonkeyPatch
):
    ann = home.has_told("ann")
    ann.hears("get dune from 2021").hears("yes")
    home.works()
    home.happens(Stage.READY)
    with monkeypatch.context() as patched:

        def killed(*_: object) -> None:
            raise Killed

        patched.setattr(Notices, "settle", killed)  # after it was sent, before that is written down
        with pytest.raises(Killed):
            home.works()
    assert home.got.titles == ["Dune: ready to watch"]
    home.house.crash()
    assert home.works(600) == []
    assert home.results == {"unsure": 1}
    told = home.house.person("ann", conversation="two").hears("hello")
    assert told.speech == "Welcome back! Dune arrived in your library today. What would you like?"


def test_a_worker_killed_before_it_sent_anything_leaves_it_to_the_next(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.happens(Stage.READY)
    home.is_about_to_tell()
    home.house.crash()
    assert home.works() == ["Dune: ready to watch"]


def test_whoever_hears_it_meanwhile_gets_no_message(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.works()
    home.happens(Stage.READY)
    home.is_about_to_tell()
    assert "in your library today" in home.house.person("ann", conversation="two").hears("hello").speech
    assert home.works() == []
    assert home.results == {"heard": 1}


def test_whoever_wants_to_hear_no_more_gets_no_message(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.works()
    home.happens(Stage.READY)
    home.is_about_to_tell()
    home.following.unfollow("voice", "ann")
    assert home.works() == []
    assert home.results["unwanted"] == 1


def test_what_somebody_no_longer_wants_to_be_told_is_not_sent_any_more(home: Household):
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.works()
    home.happens(Stage.FAILED)
    home.is_about_to_tell()
    home.addresses.add("voice", "ann", f"{home.got.url}/ann", {Stage.READY}, "")
    assert home.works() == []
    assert home.results["unwanted"] == 1
    home.happens(Stage.READY)
    assert home.works() == ["Dune: ready to watch"]


@pytest.fixture
def two_names(home: Household) -> Household:
    """Ann in the kitchen and Ann on her phone, who both want to hear of it."""
    people = People(home.house.built.engine, home.house.clock.now, None)
    home.has_told("ann")
    people.link("voice", "ann", "7")
    people.link("voice", "kitchen", "7")
    home.house.person("kitchen").hears("get dune from 2021").hears("yes")
    home.following.follow(home.following.of_title(DUNE.title.key)[0].row, "voice", "ann", "en-US")
    home.works()
    home.happens(Stage.READY)
    return home


def test_the_same_person_under_two_names_is_told_once(two_names: Household):
    assert two_names.works() == ["Dune: ready to watch"]


def test_what_a_message_told_is_no_news_under_another_name(two_names: Household):
    assert two_names.works() == ["Dune: ready to watch"]
    for name in ("ann", "kitchen"):
        assert "Dune" not in two_names.house.person(name, conversation="two").hears("hello").speech


def test_what_was_heard_under_one_name_is_no_message_and_no_news_under_another(two_names: Household):
    two_names.is_about_to_tell()
    assert "in your library today" in two_names.house.person("ann", conversation="two").hears("hello").speech
    assert two_names.works() == []
    assert "Dune" not in two_names.house.person("kitchen", conversation="two").hears("hello").speech


def test_whoever_wants_to_hear_no_more_means_it_under_each_of_their_names(two_names: Household):
    assert two_names.following.unfollow("voice", "kitchen") == 1
    assert two_names.works() == []


def test_a_service_that_does_not_answer_holds_up_nothing_but_messages(home: Household):
    """Each message to it may take half a minute, and there may be hundreds."""
    done, arrived = threading.Event(), threading.Event()

    def hangs() -> None:
        arrived.set()
        done.wait(20)

    home.got.on_arrival = hangs
    home.has_told("ann").hears("get dune from 2021").hears("yes")
    home.addresses.add("voice", "ann", f"{home.got.url}/another", BY_DEFAULT, "")
    home.works()
    home.happens(Stage.FAILED)
    home.is_about_to_tell()
    home.house.waits(SOON)
    home.house.worker.start()
    try:
        assert arrived.wait(10)
        for stage in (Stage.READY, Stage.FAILED):
            home.happens(stage)
            home.house.waits(1)
            wait_for(lambda: "tell" not in home.jobs)
    finally:
        done.set()


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + 10
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_household_hears_of_requests_that_nobody_here_made(open_home: Callable[..., Household]):
    plain = open_home()
    home = open_home(notice_urls=f"{plain.got.url}/all", notice_events="ready", locale="nl-NL")
    home.following.adopt(Wish(DUNE.title), News(Stage.PENDING, "webhook", request_id="12"))
    home.happens(Stage.DECLINED)
    home.happens(Stage.READY)
    assert home.works() == ["Dune: klaar om te kijken"]


@pytest.mark.parametrize("household", [{}, {"notice_urls": "{}/owner", "notice_events": "ready"}])
def test_the_owner_hears_of_a_wish_that_was_given_up(open_home: Callable[..., Household], household: dict[str, str]):
    """Also where the household, which is not, is told in the same place."""
    url = open_home().got.url
    more = {name: value.format(url) for name, value in household.items()}
    home = open_home(owner_notice_urls=f"{url}/owner", request_give_up_hours=1, **more)
    ann = home.house.person("ann")
    ann.hears("get dune from 2021")
    home.house.fake.fails("request", BackendUnreachable("refused"))
    ann.hears("yes")
    for _ in range(6):
        home.works(1200)
    assert [title for title in home.got.titles if title.startswith("Dune")] == ["Dune: given up"]
    told = home.house.person("ann", conversation="two").hears("hello").speech
    assert "so long that I gave up. Your media server didn't answer as it should." in told


def test_a_backend_that_is_down_for_an_hour_ends_with_every_person_told_once(home: Household):
    ann, ben = home.has_told("ann"), home.has_told("ben")
    ann.hears("get dune from 2021")
    ben.hears("get dune from 2021")
    home.house.fake.approves = False
    home.house.fake.fails("request", BackendUnreachable("refused"))
    assert "as soon as that works" in ann.hears("yes").speech
    assert "as soon as that works" in ben.hears("yes").speech
    for _ in range(12):
        assert home.works(300) == []
    home.house.fake.recovers()
    told = [title for _ in range(40) for title in home.works(300)]
    assert told == ["Dune: waiting for approval"] * 2
    assert home.house.fake.submitted == ["tmdb:438631"]


@pytest.mark.parametrize(("has_address", "reads"), [("ben", ["Dune: taken back"]), ("ann", [])])
def test_who_follows_anothers_request_is_told_that_it_was_taken_back_and_who_took_it_back_is_not(
    home: Household, has_address: str, reads: list[str]
):
    home.house.fake.approves = False
    home.has_told(has_address)
    ann, ben, cleo = (home.house.person(name) for name in ("ann", "ben", "cleo"))
    ann.hears("get dune from 2021").hears("yes")
    home.works()
    for one in (ben, cleo):
        one.hears("where is dune from 2021").hears("tell me too")
    home.house.waits(60)
    assert ann.hears("undo that").says == "undone"
    assert home.works() == reads
    assert "Dune was taken back." in home.house.person("cleo", conversation="two").hears("hello").speech
    assert "Dune" not in home.house.person("ann", conversation="two").hears("hello").speech


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.PENDING}))
def test_every_stage_is_told_or_deliberately_not(home: Household, stage: Stage):
    """The words of each are tested with speech; here: none of them breaks a job."""
    home.house.fake.approves = False
    home.has_told("ann", events=EVENTS).hears("get dune from 2021").hears("yes")
    home.works()
    home.happens(stage)
    told = len(home.works())
    assert told == (stage in EVENTS)
    assert set(home.results) <= {Result.SENT, Result.HEARD}
