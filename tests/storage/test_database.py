"""The database itself: how it is opened, brought up to date, and what else is kept in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from dialogs.states import Idle
from models import Base
from storage.conversations import Conversations
from storage.database import DatabaseUnusable, alone, answers, open_database, reading
from storage.migrating import HEAD, MIGRATIONS, bring_up_to_date
from storage.tokens import Tokens
from tests.house import Clock, copy_database

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(tmp_path: Path, fresh_database: Path) -> Iterator[Engine]:
    """SQLite: this page is about how a file is opened. What is the other database's own stands in test_postgresql.py."""
    opened = open_database(f"sqlite:///{copy_database(fresh_database, tmp_path)}")
    yield opened
    opened.dispose()


def test_it_is_in_wal_mode_and_waits_for_other_writers(engine: Engine):
    with reading(engine) as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 3000
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_its_folder_is_made(tmp_path: Path):
    engine = open_database(f"sqlite:///{tmp_path}/new/folder/x.db")
    assert answers(engine)
    engine.dispose()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_it_must_be_a_file(url: str):
    with pytest.raises(DatabaseUnusable, match="must name a file"):
        open_database(url)


def test_a_folder_that_cannot_be_written_is_told_to_the_owner(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatabaseUnusable, match=r"cannot be opened: .* Check DATABASE_URL"):
        open_database(f"sqlite:///{tmp_path}/file/x.db")


def test_a_file_that_is_no_database_is_told_to_the_owner(tmp_path: Path):
    (tmp_path / "x.db").write_text("hello, I am a letter to my aunt and no database at all" * 20)
    with pytest.raises(DatabaseUnusable, match=r"not a database\. Check DATABASE_URL"):
        open_database(f"sqlite:///{tmp_path}/x.db")


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_server_that_does_not_answer_is_told_without_the_password(scheme: str):
    with pytest.raises(DatabaseUnusable) as told:
        open_database(f"{scheme}://ann:hush-hush@127.0.0.1:9/x")
    assert "hush" not in str(told.value)


def test_one_that_is_gone_does_not_answer(tmp_path: Path, caplog):
    engine = open_database(f"sqlite:///{tmp_path}/folder/x.db")
    engine.dispose()
    shutil.rmtree(tmp_path / "folder")
    assert not answers(engine)
    assert "does not answer" in caplog.text
    engine.dispose()


def test_a_reader_does_not_wait_for_a_writer(engine: Engine):
    with engine.begin() as writing:
        writing.execute(text("DELETE FROM tokens"))
        began = time.perf_counter()
        assert answers(engine)
        assert time.perf_counter() - began < 1


def test_readers_then_writers_on_eight_threads_are_never_locked_out(engine: Engine, clock: Clock):
    conversations = Conversations(engine, clock.now, 3600)

    def talk(thread: int) -> None:
        for _ in range(10):
            conversations.load("voice", str(thread), "one")
            if (held := conversations.hold("voice", str(thread % 3), "one", 5)) is not None:
                held.save(Idle())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(talk, range(8))) == [None] * 8


# --- migrations


def test_a_fresh_database_is_what_the_models_say(engine: Engine):
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_head_is_the_newest_file():
    directory = ScriptDirectory(str(MIGRATIONS))
    assert directory.get_heads() == [HEAD]


def test_it_is_brought_up_to_date_once(tmp_path: Path):
    engine = open_database(f"sqlite:///{tmp_path}/x.db")
    assert bring_up_to_date(engine) is True
    assert bring_up_to_date(engine) is False
    engine.dispose()


def test_what_was_in_it_stays(engine: Engine, clock: Clock):
    Tokens(engine, clock.now).make_once("voice")
    bring_up_to_date(engine)
    assert Tokens(engine, clock.now).digest_of("voice")


def test_one_that_a_newer_version_wrote_is_left_alone(engine: Engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseUnusable, match=r"another version of Overtalkerr \(.*9999.*\)\. Use that version"):
        bring_up_to_date(engine)
    with reading(engine) as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"


def test_it_can_go_back_and_forth(tmp_path: Path):
    from alembic import command
    from alembic.config import Config

    engine = open_database(f"sqlite:///{tmp_path}/x.db")
    bring_up_to_date(engine)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert bring_up_to_date(engine) is True
    engine.dispose()


def test_a_process_that_finds_another_migrating_waits_longer_than_a_turn_would(tmp_path: Path):
    engine = open_database(f"sqlite:///{tmp_path}/x.db")
    with alone(engine) as connection:
        assert connection.connection.driver_connection.execute("PRAGMA busy_timeout").fetchone() == (60_000,)  # type: ignore[union-attr]
    with reading(engine) as connection:
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 3000
    engine.dispose()


def test_two_processes_may_start_at_once(tmp_path: Path):
    code = (
        "import sys; from storage.database import open_database; from storage.migrating import bring_up_to_date;"
        "print(bring_up_to_date(open_database(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, f"sqlite:///{tmp_path}/x.db"]
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, cwd=ROOT, text=True, stdout=pipe, stderr=pipe) for _ in range(2)]
    told = [process.communicate(timeout=30) for process in started]
    assert [process.returncode for process in started] == [0, 0], told
    assert sorted(out.strip() for out, _ in told) == ["False", "True"]
