"""script/move-database: all that is remembered, in another database; or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from commands.moving import main
from media import Wish
from storage.database import open_database
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from storage.people import People
from storage.titles import open_titles
from storage.tokens import Tokens
from tests.fake_backend import DUNE, SEVERANCE
from tests.house import Clock
from tests.postgres import Postgres

FILM = Wish(DUNE.title)


@pytest.fixture
def old(engine: Engine, clock: Clock) -> Engine:
    """A household's database."""
    People(engine, clock.now, None).link("alexa", "ann", "3")
    Outbox(engine, clock.now).write(FILM, channel="alexa", speaker="ann")
    Tokens(engine, clock.now).make("voice", "phone")
    (titles,) = open_titles(engine, ["en"])
    titles.add((title, 1) for title in (DUNE.title, SEVERANCE.title))
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new.db"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        yield server.fresh("moved")


def test_all_that_is_remembered_moves(old: Engine, new: str, clock: Clock, capsys: pytest.CaptureFixture[str]):
    assert main([address(old), new]) is None
    assert "Set DATABASE_URL" in capsys.readouterr().out
    moved = open_database(new)
    assert People(moved, clock.now, None).user_of("alexa", "ann") == "3"
    assert Outbox(moved, clock.now).depth() == 1
    assert [key.name for key in Tokens(moved, clock.now).of_channels()] == ["phone"]
    (titles,) = open_titles(moved, ["en"])
    assert {title.key for title in titles.all()} == {DUNE.title.key, SEVERANCE.title.key}
    moved.dispose()


def test_it_goes_on_where_the_old_one_ended(old: Engine, new: str, clock: Clock):
    main([address(old), new])
    moved = open_database(new)
    outbox = Outbox(moved, clock.now)
    rows = {outbox.write(wish, channel="alexa", speaker="ben") for wish in (FILM, Wish(SEVERANCE.title, (1,)))}
    assert len(rows) == outbox.depth() == 2
    moved.dispose()


def test_a_dry_run_tells_and_writes_nothing(old: Engine, new: str, clock: Clock, capsys: pytest.CaptureFixture[str]):
    assert main([address(old), new, "--dry-run"]) is None
    told = capsys.readouterr().out
    assert "owed_requests" in told
    assert "dry run" in told
    moved = open_database(new)
    assert Outbox(moved, clock.now).depth() == 0
    moved.dispose()


def test_one_that_is_in_use_is_left_alone(old: Engine, tmp_path: Path, clock: Clock):
    other = open_database(f"sqlite:///{tmp_path}/other.db")
    bring_up_to_date(other)
    Tokens(other, clock.now).make("mcp", "laptop")
    assert "TO is not empty: it has rows in tokens" in str(main([address(old), address(other)]))
    assert Outbox(other, clock.now).depth() == 0
    other.dispose()


def test_it_does_not_move_into_itself(old: Engine):
    assert "the same database" in str(main([address(old), address(old)]))


def test_what_is_none_of_ours_is_not_moved(new: str, tmp_path: Path):
    (tmp_path / "empty.db").touch()
    assert "FROM is no database of Overtalkerr" in str(main([f"sqlite:///{tmp_path}/empty.db", new]))


@pytest.mark.parametrize("to", ["nowhere", "postgresql://ann:hush-hush@127.0.0.1:9/x"])
def test_an_address_that_leads_nowhere_is_told_without_its_password(old: Engine, to: str):
    told = main([address(old), to])
    assert told is not None
    assert "hush" not in told


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path):
    told = main([f"sqlite:///{tmp_path}/misspelled.db", f"sqlite:///{tmp_path}/new.db"])
    assert told is not None
    assert told.startswith(f"move-database: there is no database at {tmp_path}/misspelled.db.")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("address", ["postgresql://ann:hush@db:port/x", "mysql://ann:hush@db/x", "/data/o.db"])
def test_what_is_no_address_of_a_database_is_told_in_a_line(tmp_path: Path, address: str):
    told = main([address, f"sqlite:///{tmp_path}/new.db"])
    assert told is not None
    assert told.startswith("move-database: a database is named by an address such as")
    assert "hush" not in told
