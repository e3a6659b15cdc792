"""A database of its own for each test that keeps something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import open_database
from tests.house import Clock, copy_database


@pytest.fixture
def engine(tmp_path: Path, fresh_database: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{copy_database(fresh_database, tmp_path)}")
    yield opened
    opened.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()
