"""Messages to people, their addresses, and what they have not heard yet: as both databases keep them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from media import News, Stage, Wish
from media_notices import BY_DEFAULT, Notice, Result, Way
from models import Job
from storage.addresses import Addresses
from storage.following import Following
from storage.notices import KEEP, Notices
from storage.outbox import Outbox
from storage.people import People
from storage.tidings import STALE, Tidings
from tests.fake_backend import DUNE, SEVERANCE
from tests.house import Clock

URL = "ntfys://ntfy.example.com/topic"
DAY = 86_400.0


def notice(key: str = "event:1:address:1", **more: object) -> Notice:
    given = {"target": "1", "locale": "en-US", "at": 5.0, "due": 10.0, "channel": "voice", "person": "ann"} | more
    return Notice(key, Way.ADDRESS, **given)  # type: ignore[arg-type]


def jobs(engine: Engine) -> list[tuple[object, float]]:
    with engine.connect() as connection:
        return [(row.payload, row.due) for row in connection.execute(select(Job.payload, Job.due)).all()]


@pytest.fixture
def notices(engine: Engine, clock: Clock) -> Notices:
    return Notices(engine, clock.now)


def test_a_message_is_written_once_with_the_job_that_sends_it(notices: Notices, engine: Engine):
    assert notices.write([notice(), notice("event:1:address:2")]) == 2
    assert notices.write([notice()]) == 0
    assert [due for _, due in jobs(engine)] == [10.0, 10.0]
    kept = notices.get(1)
    assert kept is not None
    assert (kept.key, kept.way, kept.target, kept.person, kept.at) == (
        "event:1:address:1",
        Way.ADDRESS,
        "1",
        "ann",
        5.0,
    )


def test_a_message_is_tried_by_one_and_settled_for_good(notices: Notices):
    notices.write([notice()])
    assert notices.try_once(1)
    assert not notices.try_once(1)
    notices.did_not_go(1)
    assert notices.try_once(1)
    notices.settle(1, Result.SENT)
    notices.settle(1, Result.UNSURE)
    notices.did_not_go(1)
    kept = notices.get(1)
    assert kept is not None
    assert (kept.result, kept.tried is not None) == (Result.SENT, True)
    assert not notices.try_once(1)


def test_messages_are_forgotten_in_the_end(notices: Notices, clock: Clock):
    notices.write([notice()])
    assert notices.forget_old() == 0
    clock.turn(KEEP + 1)
    assert notices.forget_old() == 1
    assert notices.get(1) is None


def test_an_outage_that_another_process_saw_end_does_not_begin_again(notices: Notices, clock: Clock):
    def made(state: str, since: float) -> Iterator[Notice]:
        yield notice(f"outage:backend:{state}:{since:.0f}:x", what={"state": state, "since": since})

    began = clock.now()
    clock.turn(150)
    assert notices.outage("backend", is_down=True, since=began, notices=made) == "began"
    assert notices.outage("backend", is_down=True, since=began + 3, notices=made) is None
    clock.turn(60)
    assert notices.outage("backend", is_down=False, since=clock.now(), notices=made) == "ended"
    clock.turn(1)
    assert notices.outage("backend", is_down=True, since=began + 3, notices=made) is None
    assert notices.outage("backend", is_down=False, since=clock.now(), notices=made) is None


def test_addresses_are_given_changed_and_taken_away(engine: Engine, clock: Clock):
    addresses = Addresses(engine, clock.now)
    row = addresses.add("voice", "ann", URL, BY_DEFAULT, "")
    assert addresses.add("voice", "ann", URL, {Stage.READY}, "22:00-07:00") == row
    (one,) = addresses.of("voice", "ann")
    assert (one.url, one.events, one.quiet) == (URL, frozenset({Stage.READY}), "22:00-07:00")
    assert URL not in repr(one)
    assert addresses.of("voice", "ben") == ()
    assert addresses.remove(row)
    assert not addresses.remove(row)
    assert addresses.get(row) is None


def test_whoever_is_linked_to_the_same_user_is_the_same_person(engine: Engine, clock: Clock):
    addresses, people = Addresses(engine, clock.now), People(engine, clock.now, None)
    addresses.add("voice", "ann", URL, BY_DEFAULT, "")
    addresses.add("alexa", "amzn1", URL, BY_DEFAULT, "")
    addresses.add("alexa", "amzn1", f"{URL}/second", BY_DEFAULT, "")
    assert len(addresses.of("voice", "ann")) == 1
    people.link("voice", "ann", "7")
    people.link("alexa", "amzn1", "7")
    people.link("voice", "ben", None)
    assert [one.url for one in addresses.of("voice", "ann")] == [URL, f"{URL}/second"]
    assert addresses.of("voice", "ben") == ()


class Story:
    """Requests of one person, and what they have not heard."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.clock = clock
        self.outbox, self.following = Outbox(engine, clock.now), Following(engine, clock.now)
        self.tidings, self.notices = Tidings(engine, clock.now), Notices(engine, clock.now)

    def asks(self, wish: Wish) -> int:
        self.outbox.write(wish, channel="voice", speaker="ann")
        (one, *_) = self.following.of_title(wish.title.key)
        return one.row

    def happens(self, row: int, stage: Stage) -> None:
        self.clock.turn(1)
        self.following.note(row, News(stage, "webhook"))

    def hears(self, most: int = 2) -> tuple[list[tuple[Stage, int]], int]:
        tidings, more = self.tidings.take("voice", "ann", most)
        return [(one.stage, one.days) for one in tidings], more


@pytest.fixture
def story(engine: Engine, clock: Clock) -> Story:
    return Story(engine, clock)


def test_what_became_of_it_is_heard_once(story: Story, clock: Clock):
    row = story.asks(Wish(DUNE.title))
    assert story.hears() == ([], 0)
    story.happens(row, Stage.READY)
    clock.turn(DAY)
    assert story.hears() == ([(Stage.READY, 1)], 0)
    assert story.hears() == ([], 0)


def test_what_is_not_told_now_is_told_the_next_time(story: Story):
    for season in (1, 2, 3):
        row = story.asks(Wish(SEVERANCE.title, (season,)))
        story.happens(row, Stage.DECLINED)
    assert story.hears() == ([(Stage.DECLINED, 0)] * 2, 1)
    assert story.hears() == ([(Stage.DECLINED, 0)], 0)


def test_what_a_message_told_is_no_news(story: Story, clock: Clock):
    row = story.asks(Wish(DUNE.title))
    story.happens(row, Stage.READY)
    story.notices.write([notice(request=row, at=clock.now())])
    story.notices.settle(1, Result.SENT)
    assert story.hears() == ([], 0)


def test_what_no_message_told_for_certain_is_news(story: Story, clock: Clock):
    row = story.asks(Wish(DUNE.title))
    story.happens(row, Stage.READY)
    story.notices.write([notice(request=row, at=clock.now())])
    story.notices.settle(1, Result.UNSURE)
    assert story.hears() == ([(Stage.READY, 0)], 0)


def test_what_is_old_and_what_nobody_wants_to_hear_is_no_news(story: Story, clock: Clock):
    old, muted = story.asks(Wish(DUNE.title)), story.asks(Wish(SEVERANCE.title, (1,)))
    story.happens(old, Stage.READY)
    clock.turn(STALE)
    story.happens(muted, Stage.READY)
    story.following.unfollow("voice", "ann", muted)
    assert story.hears() == ([], 0)


def test_the_steps_in_between_are_no_news(story: Story):
    row = story.asks(Wish(DUNE.title))
    for stage in (Stage.PENDING, Stage.APPROVED, Stage.DOWNLOADING):
        story.happens(row, stage)
        assert story.hears() == ([], 0)
