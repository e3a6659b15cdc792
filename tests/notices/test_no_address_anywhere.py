"""No address in any log line, figure or problem of a job: all at DEBUG, apprise included, and much going wrong."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select

from logs import Cleaner, open_log
from media import News, Stage, Wish
from media_notices import BY_DEFAULT
from models import Job, NoticeRow
from storage.addresses import Addresses
from storage.following import Following
from tests.fake_backend import DUNE, FakeBackend
from tests.house import House
from tests.notices.receivers import takes_json

LOUD = ("urllib3", "requests", "apprise")


@pytest.fixture
def log() -> Iterator[tuple[Cleaner, io.StringIO]]:
    root, cleaner, stream = logging.getLogger(), Cleaner(()), io.StringIO()
    level = root.level
    handler = open_log("DEBUG", "text", cleaner, stream)
    for loud in LOUD:
        logging.getLogger(loud).setLevel(logging.DEBUG)
    yield cleaner, stream
    root.removeHandler(handler)
    root.setLevel(level)
    for loud in LOUD:
        logging.getLogger(loud).setLevel(logging.NOTSET)


def test_no_address_is_written_anywhere(build_house: Callable[..., House], log: tuple[Cleaner, io.StringIO]):
    cleaner, stream = log
    with takes_json() as got:
        got.status = 500
        url = got.url.replace("json://", "json://hush-user:hush-password@")
        house = build_house(FakeBackend(), notice_more_schemes={"json"}, notice_urls=f"{url}/hush-all")
        house.cleaner = cleaner
        house.restart()
        Addresses(house.built.engine, house.clock.now).add("voice", "ann", f"{url}/hush-ann", BY_DEFAULT, "")
        Addresses(house.built.engine, house.clock.now).add("voice", "ann", "tgram://hush-token/12", BY_DEFAULT, "")
        house.person("ann").hears("get dune from 2021").hears("yes")
        house.waits(1)
        following = Following(house.built.engine, house.clock.now)
        (one,) = following.of_title(Wish(DUNE.title).title.key)
        following.note(one.row, News(Stage.READY, "webhook"))
        for _ in range(4):
            house.waits(10)
            house.worker.run_due()
    with house.built.engine.connect() as connection:
        problems = connection.execute(select(Job.problem, Job.key)).all()
        kept = connection.execute(select(NoticeRow.key, NoticeRow.target, NoticeRow.what)).all()
    assert "failed and is tried again" in stream.getvalue()
    assert "cannot be sent" in stream.getvalue()
    for text in (stream.getvalue(), house.built.front.care.meter.text().decode(), str(problems), str(kept)):
        assert "hush" not in text, [line for line in text.splitlines() if "hush" in line]
    assert "hush" not in repr(house.settings)
