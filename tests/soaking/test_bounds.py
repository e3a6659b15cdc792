"""Nothing grows for ever: every table has a bound, and a day of talk keeps to it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select

from models import Base
from storage.opening import open_storage
from tests.house import NOON, copy_database
from tests.soaking.bounds import BOUNDS, STEP, TALKS
from tests.soaking.turned import DAY, old_row, turned

#: What is deleted by its age alone, whatever else there is.
BY_AGE = ["deliveries", "link_codes", "link_tries", "people"]


def test_every_table_has_a_bound():
    assert set(BOUNDS) == set(Base.metadata.tables), "say in tests/soaking/bounds.py what keeps a new table small"


@pytest.mark.slow
def test_a_day_of_talk_leaves_no_more_than_it_should(tmp_path: Path, fresh_database: Path):
    copy_database(fresh_database, tmp_path)
    counted = turned(tmp_path, hours=24)
    assert counted.problems == []
    assert counted.turns > 24 * 3600 / STEP * TALKS
    assert counted.rows["owed_requests"][0] > 30, "there was something to clear away"


@pytest.mark.parametrize("name", BY_AGE)
def test_what_is_old_is_cleared_away_and_what_is_new_is_not(name: str, tmp_path: Path, fresh_database: Path):
    if find_spec(f"storage.{name}") is None and name == "deliveries":
        pytest.skip("nobody keeps deliveries yet")
    url = f"sqlite:///{copy_database(fresh_database, tmp_path)}"
    storage = open_storage(url, 1, lambda: NOON, 3600.0, None)
    table = Base.metadata.tables[name]
    old, new = old_row(table, NOON - 400 * DAY), old_row(table, NOON - 1)
    new |= {column.name: "2" for column in table.columns if column.name in {"code", "key", "speaker"}}
    with storage.engine.begin() as connection:
        connection.execute(insert(table).values(**old))
        connection.execute(insert(table).values(**new))
    assert sum(forget_old() for forget_old in storage.forgets) == 1
    assert rows(storage.engine, name) == 1
    storage.engine.dispose()


def rows(engine: Engine, name: str) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(Base.metadata.tables[name])).scalar_one()
