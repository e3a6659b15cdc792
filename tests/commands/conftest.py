"""The doctor, who looks at a stand-in server and at a database of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from commands.doctor import main
from tests.backends.stand_in import KEY, Person, StandIn
from tests.house import copy_database
from tests.serving import settings_in


@dataclass
class Doctor:
    """Runs it as the settings are, and keeps what it said."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    given: dict[str, Any] = field(default_factory=dict)
    code: int = -1
    printed: str = ""

    def looks(self, slow: float = 5.0, **given: Any) -> dict[str, tuple[str, str]]:
        """What was looked at -> how it is, and what was said."""
        self.code = main(["--json"], settings_in(self.folder, **(self.given | given)), slow)
        self.printed = self.capture.readouterr().out
        told = json.loads(self.printed)
        assert told["good"] is (self.code == 0)
        for one in told["findings"]:
            assert bool(one["do"]) is (one["state"] == "failing"), one
        return {one["what"]: (one["state"], f"{one['says']} {one['do']}".strip()) for one in told["findings"]}

    def prints(self, **given: Any) -> list[str]:
        self.code = main([], settings_in(self.folder, **(self.given | given)), 5.0)
        return self.capture.readouterr().out.splitlines()


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as opened:
        opened.books.people[7] = Person(7, "Bob", quota=5)
        yield opened


@pytest.fixture
def doctor(server: StandIn, tmp_path: Path, fresh_database: Path, capsys: pytest.CaptureFixture[str]) -> Doctor:
    copy_database(fresh_database, tmp_path)
    return Doctor(tmp_path, capsys, {"media_backend_url": server.url, "media_backend_api_key": KEY})
