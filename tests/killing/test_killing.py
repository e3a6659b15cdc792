"""Nothing lost, nothing doubled: counted on the backend's side, while those who send are killed and the backend fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.database import open_database
from storage.migrating import bring_up_to_date
from tests.house import copy_database
from tests.killing.plan import Plan
from tests.killing.storm import storm
from tests.postgres import Postgres

SEED = 20261120


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_six_hundred_wishes_are_six_hundred_requests(
    kind: str, tmp_path: Path, fresh_database: Path, request: pytest.FixtureRequest
):
    if kind == "sqlite":
        url = f"sqlite:///{copy_database(fresh_database, tmp_path)}"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        url = server.fresh("killing")
    engine = open_database(url)
    bring_up_to_date(engine)
    counts = storm(engine, url, Plan(SEED))
    engine.dispose()
    print(f"seed {SEED}, {kind}: {counts}")
    assert (counts.left, counts.lost, counts.doubled) == (0, frozenset(), {})
    assert sum(counts.made.values()) == len(counts.wished) == 600
    assert counts.kills == 8
