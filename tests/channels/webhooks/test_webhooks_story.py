"""One request from "yes" to the screen, over real sockets: the service, a Seerr, its webhooks, the worker."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import requests
from sqlalchemy import Engine

from app import create_app
from media import Followed, Stage
from storage.following import Following
from storage.timeline import Timeline
from tests.backends.books import ADMIN
from tests.backends.stand_in import KEY, StandIn
from tests.fake_backend import DUNE
from tests.house import copy_database
from tests.sending_word import SECRET, recorded
from tests.serving import served, settings_in

PATIENCE = 15.0


class Home:
    """Somebody at home, their service and their Seerr."""

    def __init__(self, url: str, engine: Engine, server: StandIn) -> None:
        self.url, self.server = url, server
        self.following, self.timeline = Following(engine, time.time), Timeline(engine)

    def says(self, text: str) -> None:
        answer = requests.post(f"{self.url}/voice", json={"text": text, "session": "s", "speaker": "ann"}, timeout=10)
        assert answer.status_code == 200, answer.text

    def only(self) -> Followed:
        (one,) = self.following.of_title(DUNE.title.key)
        return one

    def reaches(self, stage: Stage) -> None:
        until = time.monotonic() + PATIENCE
        while self.only().stage is not stage:
            assert time.monotonic() < until, f"it is still {self.only().stage}"
            time.sleep(0.05)

    def seerr_tells(self, name: str, **media: str) -> tuple[int, float]:
        """As Seerr would, of this very request; the answer's status, and the seconds it took."""
        body = recorded(name)["body"]
        body["media"] |= {"tmdbId": str(DUNE.title.id), **media}
        body["request"]["request_id"] = str(self.server.requests[0].id)
        headers = {"Authorization": f"Bearer {SECRET}"}
        answer = requests.post(f"{self.url}/webhooks/seerr", json=body, headers=headers, timeout=10)
        return answer.status_code, answer.elapsed.total_seconds()


@contextmanager
def at_home(folder: Path, **given: Any) -> Iterator[Home]:
    with StandIn(approves=False) as server:
        settings = settings_in(
            folder, media_backend_url=server.url, media_backend_api_key=KEY, learned_titles=0, **given
        )
        app = create_app(settings)
        with served(app) as url:
            yield Home(url, app.extensions["overtalkerr"].engine, server)


@pytest.fixture
def home(tmp_path: Path, fresh_database: Path) -> Iterator[Home]:
    """Seerr tells of everything; nobody looks."""
    copy_database(fresh_database, tmp_path)
    with at_home(tmp_path, reconcile_minutes=0, webhook_secret=SECRET) as opened:
        yield opened


@pytest.fixture
def quiet_home(tmp_path: Path, fresh_database: Path) -> Iterator[Home]:
    """Seerr tells nothing; every second and a bit somebody looks."""
    copy_database(fresh_database, tmp_path)
    with at_home(tmp_path, reconcile_minutes=0.02) as opened:
        yield opened


def test_from_yes_to_the_screen(home: Home):
    home.says("get dune from 2021")
    home.says("yes")
    made = home.server.requests[0]
    home.reaches(Stage.PENDING)
    home.server.books.change(made.id, "approve", ADMIN)
    assert home.seerr_tells("MEDIA_APPROVED_movie")[0] == 202
    home.reaches(Stage.APPROVED)
    home.server.media["movie", DUNE.title.id].status = 5
    status, seconds = home.seerr_tells("MEDIA_AVAILABLE_movie")
    assert (status, seconds < 0.5) == (202, True)  # a tenth of a second, on a machine that has nothing else to do
    home.reaches(Stage.READY)
    assert home.seerr_tells("MEDIA_AVAILABLE_movie")[0] == 200
    happened = [(one.stage, one.source) for one in home.timeline.of(home.only().row)]
    assert happened == [
        (Stage.OWED, "outbox"),
        (Stage.PENDING, "outbox"),
        (Stage.APPROVED, "webhook"),
        (Stage.READY, "webhook"),
    ]


def test_from_yes_to_the_screen_without_a_word_from_seerr(quiet_home: Home):
    home = quiet_home
    home.says("get dune from 2021")
    home.says("yes")
    home.reaches(Stage.PENDING)
    home.server.books.change(home.server.requests[0].id, "approve", ADMIN)
    home.reaches(Stage.APPROVED)
    home.server.media["movie", DUNE.title.id].status = 5
    home.reaches(Stage.READY)
    assert home.timeline.of(home.only().row)[-1].source == "look"
    assert home.server.calls["GET /api/v1/request"] == 0  # the list of all asks every Radarr and Sonarr


@pytest.mark.skipif(not (which("curl") and which("openssl")), reason="needs curl and openssl, as the example does")
def test_the_shell_example_of_the_page_signs_as_it_should(home: Home, run_example: Callable[[str], str]):
    answer = json.loads(run_example(home.url))
    assert answer == {"status": "taken", "event": "available"}


@pytest.fixture
def run_example() -> Callable[[str], str]:
    """The first shell example of docs/webhooks.md, sent to another address with another secret."""
    page = (Path(__file__).parents[3] / "docs" / "webhooks.md").read_text(encoding="utf-8")
    example = page.split("```sh\n")[1].split("```")[0]

    def run(url: str) -> str:
        script = example.replace("http://YOUR-SERVER:5000", url).replace("YOUR-SECRET", SECRET)
        assert url in script
        return subprocess.run(["sh", "-euc", script], capture_output=True, text=True, check=True, timeout=20).stdout

    return run
