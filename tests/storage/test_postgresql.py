"""What is PostgreSQL's own: how it is opened and brought up to date, and a service that stands on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event, text

from media import Wish
from models import Base
from storage.database import answers, open_database, reading
from storage.migrating import HEAD, MIGRATIONS, bring_up_to_date, revision
from storage.outbox import Outbox
from storage.writable import ANXIOUS, CALM, Writable
from tests.fake_backend import DUNE, FakeBackend
from tests.house import Clock, House
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]
START = (
    "import sys; from storage.database import open_database; from storage.migrating import bring_up_to_date;"
    "print(bring_up_to_date(open_database(sys.argv[1])))"
)


def test_a_fresh_database_is_what_the_models_say_and_can_go_back_and_forth(postgres: Postgres):
    engine = postgres.ready("fresh")
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert bring_up_to_date(engine) is True
    with reading(engine) as connection:
        assert revision(connection) == HEAD
    engine.dispose()


def test_of_processes_that_start_at_once_one_brings_it_up_to_date(postgres: Postgres):
    url, pipe = postgres.fresh("twice"), subprocess.PIPE
    started = [
        subprocess.Popen([sys.executable, "-c", START, url], cwd=ROOT, text=True, stdout=pipe, stderr=pipe)
        for _ in range(3)
    ]
    told = [process.communicate(timeout=30) for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], told
    assert sorted(out.strip() for out, _ in told) == ["False", "False", "True"]


def test_connections_that_the_server_cut_are_made_anew(postgres: Postgres):
    engine = open_database(postgres.fresh("cut"), connections=2)
    assert answers(engine)
    other = open_database(postgres.url, connections=1)
    with other.connect() as connection:
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'"
        assert connection.execute(text(cut)).scalar()
    assert answers(engine)
    for one in (engine, other):
        one.dispose()


@pytest.mark.parametrize(("said", "seconds"), [("", "5"), ("connect_timeout=30", "30")])
def test_a_server_that_is_gone_keeps_nobody_for_long_unless_the_address_says_so(
    postgres: Postgres, said: str, seconds: str
):
    url = postgres.fresh("waits")
    engine = open_database(f"{url}{'&' if '?' in url else '?'}{said}".rstrip("?&"), connections=1)
    assert (engine.url.query["connect_timeout"], engine.url.query["tcp_user_timeout"]) == (seconds, "5000")
    assert answers(engine)
    engine.dispose()


def test_who_takes_a_wish_back_waits_for_somebody_who_joins_in_it(postgres: Postgres, clock: Clock):
    engine, spectator = postgres.ready("joining"), open_database(postgres.url, connections=1)
    outbox, taken_back = Outbox(engine, clock.now), Event()
    row = outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")

    def bob_is_about_to_end(_: Connection) -> None:
        ann.submit(outbox.withdraw, row, "voice", "ann", "").add_done_callback(lambda _: taken_back.set())
        waiting = text("SELECT count(*) FROM pg_stat_activity WHERE datname = 'joining' AND wait_event_type = 'Lock'")
        with spectator.connect() as connection:
            while not taken_back.is_set() and not connection.execute(waiting).scalar():
                connection.rollback()

    with ThreadPoolExecutor(1) as ann:
        event.listen(engine, "commit", bob_is_about_to_end, once=True)
        assert outbox.write(Wish(DUNE.title), channel="voice", speaker="bob") == row
    assert outbox.depth() == 1
    for one in (engine, spectator):
        one.dispose()


def test_a_lock_that_nobody_lets_go_of_is_told_and_waited_for_by_nobody(postgres: Postgres):
    engine = postgres.ready("locked")
    writable = Writable(engine)
    with ThreadPoolExecutor(1) as looks:
        with engine.begin() as connection:
            connection.execute(text("LOCK TABLE alembic_version"))
            assert looks.submit(writable.look).result(20) == ANXIOUS
        assert "lock timeout" in str(writable.problem)
        assert looks.submit(writable.look).result(20) == CALM
    engine.dispose()


@pytest.fixture
def house(build_house: Callable[..., House], postgres: Postgres) -> House:
    return build_house(FakeBackend(), database_url=postgres.fresh("house"))


def test_a_house_stands_on_it_and_remembers_over_a_restart(house: House):
    house.hears("get dune")
    house.restart()
    assert house.hears("yes").says == "requested"
    house.worker.run_due()
    assert house.hears("what did I ask for?").says == "requests"
    assert house.fake.submitted == ["tmdb:438631"]


def test_two_who_want_the_same_make_one_request(house: House):
    ann, bob = house.person("ann"), house.person("bob", conversation="two")
    for person in (ann, bob):
        person.hears("get dune")
    assert ann.hears("yes").says == "requested"
    assert bob.hears("yes").says == "already"
    assert house.fake.submitted == ["tmdb:438631"]
