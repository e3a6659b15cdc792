"""What is kept is kept alike on both databases: every test here that takes `engine` runs on each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import open_database
from tests.house import copy_database
from tests.postgres import Postgres, emptied


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, fresh_database: Path) -> Iterator[Engine]:
    """A database of its own for a test that keeps something."""
    if request.param == "postgresql":
        yield emptied(request.getfixturevalue("on_a_server"))
        return
    opened = open_database(f"sqlite:///{copy_database(fresh_database, tmp_path)}")
    yield opened
    opened.dispose()


@pytest.fixture(scope="session")
def on_a_server(postgres: Postgres) -> Iterator[Engine]:
    """One database on the server, which tests empty and use one after the other."""
    opened = postgres.ready("storage")
    yield opened
    opened.dispose()
