"""Over real sockets: a request manager that is down when somebody says yes; a worker that is told to stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import requests
from sqlalchemy import Engine

from app import create_app
from media import Wish
from storage.database import open_database
from storage.outbox import Outbox
from tests.backends.stand_in import KEY, StandIn
from tests.fake_backend import DUNE
from tests.house import copy_database
from tests.serving import served, settings_in
from turns.outside import Outside

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds until what should happen counts as never happening


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_i_will_ask_for_it_as_soon_as_the_server_is_back_and_it_does(tmp_path: Path, fresh_database: Path):
    copy_database(fresh_database, tmp_path)
    manager = StandIn()
    with manager:
        settings = settings_in(tmp_path, media_backend_url=manager.url, media_backend_api_key=KEY, learned_titles=0)
        app = create_app(settings, outside=Outside(chance=lambda: 0.0))
    with served(app) as url:

        def say(text: str) -> str:
            answer = requests.post(f"{url}/voice", json={"text": text, "session": "one"}, timeout=PATIENCE)
            speech: str = answer.json()["speech"]
            return speech

        with manager:
            say("get dune from 2021")
        assert "I'll request the movie Dune as soon as that works" in say("yes")
        with manager:
            wait_for(lambda: manager.requests)
            assert "the movie Dune is approved, but no download has begun yet" in say("what did I ask for?")
    assert [made.tmdb_id for made in manager.requests] == [DUNE.title.id]


def test_a_worker_of_its_own_sends_what_a_service_without_workers_wrote_down(tmp_path: Path, fresh_database: Path):
    url = f"sqlite:///{copy_database(fresh_database, tmp_path)}"
    engine = open_database(url)
    outbox = Outbox(engine, time.time)
    with StandIn() as manager:
        settings = {"DATABASE_URL": url, "MEDIA_BACKEND_URL": manager.url, "MEDIA_BACKEND_API_KEY": KEY, "WORKERS": "0"}
        worker = subprocess.Popen([sys.executable, "-m", "background"], cwd=ROOT, env=os.environ | settings)
        try:
            outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
            wait_for(lambda: not outbox.depth())
            began = time.monotonic()
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(PATIENCE) == 0
            assert time.monotonic() - began < 8  # docker kills after ten
        finally:
            worker.kill()
            worker.wait()
        assert [made.tmdb_id for made in manager.requests] == [DUNE.title.id]
    assert leases(engine) == 0
    engine.dispose()


def leases(engine: Engine) -> int:
    with engine.connect() as connection:
        held = "SELECT count(*) FROM jobs WHERE lease IS NOT NULL"
        return int(connection.exec_driver_sql(held).scalar() or 0)


def test_a_worker_that_cannot_start_says_why(tmp_path: Path):
    nowhere = {"DATABASE_URL": f"sqlite:///{tmp_path}", "MEDIA_BACKEND_URL": "http://127.0.0.1:9"}
    command, env = [sys.executable, "-m", "background"], os.environ | nowhere
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The worker cannot start." in done.stderr
    assert "Check DATABASE_URL" in done.stderr
