"""script/backup: a copy while the service writes, and the way back."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from commands.backing_up import main
from media import Wish
from settings import Settings
from storage.database import open_database
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from tests.fake_backend import DUNE, SEVERANCE
from tests.house import Clock
from tests.serving import settings_in

WHEN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def of(engine: Engine, tmp_path: Path) -> Settings:
    return settings_in(tmp_path, database_url=str(engine.url))


@pytest.fixture
def says(of: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run it; what it prints, or what it complains about."""

    def run(*arguments: object, now: datetime = WHEN) -> str:
        return main([str(one) for one in arguments], of, lambda: now) or capsys.readouterr().out

    return run


def owed(file: Path) -> list[str]:
    with sqlite3.connect(file) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM owed_requests ORDER BY id")]


def wish(engine: Engine, clock: Clock, what: Wish) -> None:
    Outbox(engine, clock.now).write(what, channel="voice", speaker="ann")


def test_what_was_there_comes_back(engine: Engine, clock: Clock, says: Callable[..., str], tmp_path: Path):
    wish(engine, clock, Wish(DUNE.title))
    assert "checked" in says(tmp_path / "copy.db")
    wish(engine, clock, Wish(SEVERANCE.title, (1,)))
    assert "is as it was" in says("--restore", tmp_path / "copy.db")
    assert Outbox(engine, clock.now).depth() == 1  # seen by whoever had it open all the time
    assert owed(tmp_path / "copy.db") == [Wish(DUNE.title).key]


def test_a_copy_that_is_made_while_others_write_is_whole(
    engine: Engine, clock: Clock, says: Callable[..., str], tmp_path: Path
):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set() and number < 2000:
            wish(engine, clock, Wish(SEVERANCE.title, (number := number + 1,)))

    writing = threading.Thread(target=write)
    writing.start()
    try:
        told = [says(tmp_path / f"{number}.db") for number in range(5)]
    finally:
        stop.set()
        writing.join()
    assert all("checked" in one for one in told), told
    assert len(owed(tmp_path / "0.db")) <= len(owed(tmp_path / "4.db"))


@pytest.mark.parametrize("left", [b"no database at all " * 500, b""], ids=["garbage", "half of it"])
def test_what_is_damaged_is_set_aside(
    left: bytes, engine: Engine, clock: Clock, says: Callable[..., str], tmp_path: Path
):
    wish(engine, clock, Wish(DUNE.title))
    says(tmp_path / "copy.db")
    engine.dispose()
    live = Path(str(engine.url.database))
    damaged = left or live.read_bytes()[:9000]
    live.write_bytes(damaged)
    live.with_name(f"{live.name}-wal").write_bytes(b"what was written last")
    live.chmod(0o640)
    told = says("--restore", tmp_path / "copy.db")
    aside = live.with_name(f"{live.name}.damaged-20261120-120000")
    assert f"was damaged, and is {aside} now" in told
    assert aside.read_bytes() == damaged
    assert owed(live) == [Wish(DUNE.title).key]
    assert live.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in live.parent.glob(f"{live.name}-*")) == []
    bring_up_to_date(engine)


def test_nobody_else_may_read_a_copy(says: Callable[..., str], tmp_path: Path):
    says(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_in_a_folder_the_newest_are_kept(says: Callable[..., str], tmp_path: Path):
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "mine.db").write_text("somebody else's")
    for day in range(4):
        says(folder, "--keep", 2, now=WHEN + timedelta(days=day))
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["mine.db", "overtalkerr-20261122-120000.db", "overtalkerr-20261123-120000.db"]


def test_a_file_that_is_there_is_left_alone(says: Callable[..., str], tmp_path: Path):
    (tmp_path / "mine.db").write_text("a letter")
    assert "is there already" in says(tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "a letter"


def test_what_is_no_copy_of_ours_is_not_put_back(
    engine: Engine, clock: Clock, says: Callable[..., str], tmp_path: Path
):
    wish(engine, clock, Wish(DUNE.title))
    (tmp_path / "letter.db").write_text("hello " * 200)
    sqlite3.connect(tmp_path / "empty.db").close()
    assert "no database of Overtalkerr" in says("--restore", tmp_path / "letter.db")
    assert "no database of Overtalkerr" in says("--restore", tmp_path / "empty.db")
    assert "no file" in says("--restore", tmp_path / "missing.db")
    assert Outbox(engine, clock.now).depth() == 1


def test_a_copy_of_a_newer_version_is_not_put_back(says: Callable[..., str], tmp_path: Path):
    says(tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in says("--restore", tmp_path / "copy.db")


def test_a_copy_of_an_older_version_is_brought_up_to_date_at_the_next_start(
    engine: Engine, says: Callable[..., str], tmp_path: Path
):
    from alembic import command
    from alembic.config import Config

    from storage.migrating import MIGRATIONS

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    old = open_database(f"sqlite:///{tmp_path}/old.db")
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    old.dispose()
    assert "is as it was" in says("--restore", tmp_path / "old.db")
    assert bring_up_to_date(engine)


@pytest.mark.parametrize("keep", ["0", "-1", "x"])
def test_to_keep_none_is_a_mistake(says: Callable[..., str], keep: str):
    with pytest.raises(SystemExit):
        says("--keep", keep)


def test_a_server_has_a_tool_of_its_own(tmp_path: Path):
    server = settings_in(tmp_path, database_url="postgresql://ann:hush@db/x")
    assert "pg_dump" in (main([str(tmp_path / "x.db")], server) or "")
