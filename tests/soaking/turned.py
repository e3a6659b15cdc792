"""A day of talk, and more than a year of silence after it, by a clock turned by hand: what is left in the database?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Float, Integer, Table, func, select

from app import House, create_app
from models import Base
from tests.backends.stand_in import KEY, StandIn
from tests.house import Clock
from tests.serving import settings_in
from tests.soaking.bounds import BOUNDS, REMEMBERS, STEP, TALKS
from tests.soaking.households import Household, conversations, everything
from turns.outside import Outside

DAY = 86_400.0
#: Days that go by one after the other without a word: 406 altogether.
SILENCE = (1, 1, 1, 1, 1, 1, *(40,) * 10)


@dataclass(slots=True)
class Counted:
    """What came of it."""

    turns: int = 0
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)  # table -> rows at most, rows at the end
    problems: list[str] = field(default_factory=list)


def turned(folder: Path, hours: float) -> Counted:
    """So many hours of talk in a fresh database in `folder`, and then nobody says anything any more."""
    clock, counted = Clock(), Counted()
    with _house(folder, clock) as (house, say):
        talks = [_talks(Household(number, 1)) for number in range(2)]
        steps = max(1, round(hours * 3600 / STEP))
        for step in range(1, steps + 1):
            for talk in itertools.islice(itertools.cycle(talks), step, step + TALKS):
                for said in next(talk):
                    say(said)
                    counted.turns += 1
            most = {name: bound.most(step) for name, bound in BOUNDS.items()}
            _count(house.engine, counted, most, f"step {step}")
            clock.turn(STEP)
            house.worker.run_due()
            _count(house.engine, counted, most, f"step {step}, cleared")
        for days in SILENCE:
            clock.turn(days * DAY)
            house.worker.run_due()
        _count(house.engine, counted, {name: bound.silent(steps) for name, bound in BOUNDS.items()}, "in the end")
    return counted


def old_row(table: Table, at: float) -> dict[str, Any]:
    """Something to put into any table that refers to no other: every time in it is `at`."""
    made = {column.name: _something(column.type, at) for column in table.columns if not column.nullable}
    return {name: value for name, value in made.items() if name != "id"}


def _something(of: object, at: float) -> Any:
    if isinstance(of, Float):
        return at
    if isinstance(of, Integer):
        return 1
    return {} if "JSON" in repr(of) else "1"


@contextmanager
def _house(folder: Path, clock: Clock) -> Iterator[tuple[House, Any]]:
    with StandIn(titles=everything()) as manager:
        given = {"media_backend_url": manager.url, "media_backend_api_key": KEY, "session_ttl_hours": REMEMBERS}
        settings = settings_in(folder, **given, learning_pace_seconds=3600, rate_limit_per_minute=100_000)
        app = create_app(settings, outside=Outside(now=clock.now, monotonic=clock.monotonic, looks_at_once=0))
        house: House = app.extensions["overtalkerr"]

        def say(said: Mapping[str, str]) -> None:
            answer = app.test_client().post("/voice", json=said)
            assert answer.status_code == 200, answer.text

        try:
            yield house, say
        finally:
            house.stop()
            house.pool.shutdown(wait=True)


def _talks(household: Household) -> Iterator[list[dict[str, str]]]:
    """Its conversations, whole."""
    said = conversations(household)
    return (list(turns) for _, turns in itertools.groupby(said, key=lambda one: one["session"]))


def _count(engine: Engine, counted: Counted, most: Mapping[str, float], when: str) -> None:
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
            counted.rows[table.name] = max(rows, counted.rows.get(table.name, (0, 0))[0]), rows
            if rows > most.get(table.name, 0):
                counted.problems.append(f"{when}, {table.name} has {rows} rows, more than {most.get(table.name, 0):g}")
