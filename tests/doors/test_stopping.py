"""Told to stop, a process answers the turns in flight, hands back what it holds, and is gone within seconds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from media import Wish
from settings import ROOT
from storage.database import open_database
from storage.jobs import Jobs
from storage.outbox import Outbox
from tests.backends.stand_in import KEY, Fault, StandIn
from tests.fake_backend import DUNE
from tests.house import copy_database
from tests.processes import PATIENCE, Service, environment, services, wait_for

HOWS = {"by hand": (), "in production": ("--production",)}
#: Docker kills after ten.
AT_MOST = 8.0


def environ(folder: Path, manager: StandIn, **given: str) -> dict[str, str]:
    at = {"MEDIA_BACKEND_URL": manager.url, "MEDIA_BACKEND_API_KEY": KEY, "MEDIA_BACKEND_TYPE": "seerr"}
    return environment(folder, **at, LEARNED_TITLES="0", **given)


def database(folder: Path, fresh_database: Path) -> Engine:
    copy_database(fresh_database, folder).rename(folder / "x.db")
    return open_database(f"sqlite:///{folder}/x.db")


def leases(engine: Engine) -> dict[str, int]:
    """How many are held of each."""
    tables = ("conversations", "owed_requests", "jobs")
    with engine.connect() as connection:
        return {
            table: int(connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE lease IS NOT NULL").scalar_one())
            for table in tables
        }


NONE = {"conversations": 0, "owed_requests": 0, "jobs": 0}


@pytest.mark.slow
@pytest.mark.parametrize("how", HOWS)
def test_a_turn_in_flight_gets_its_answer(how: str, tmp_path: Path, fresh_database: Path):
    engine = database(tmp_path, fresh_database)
    with StandIn() as manager, services(tmp_path, environ(tmp_path, manager), arguments=HOWS[how]) as (service,):
        service.says("get dune from 2021")
        server_is_slow(manager, on="POST /api/v1/request")
        with ThreadPoolExecutor(1) as speaking:
            answer = speaking.submit(service.says, "yes")
            wait_for(lambda: manager.calls["POST /api/v1/request"])
            service.is_told_to_stop()
            assert service.is_gone() < AT_MOST
            assert "the movie Dune" in answer.result(PATIENCE)["speech"]
        assert [made.tmdb_id for made in manager.requests] == [DUNE.title.id]
        looks_well(service, tmp_path)
    assert leases(engine) == NONE
    assert Outbox(engine, time.time).depth() == 0
    engine.dispose()


def server_is_slow(manager: StandIn, on: str) -> None:
    manager.fault(Fault.SLOW, on=on, seconds=1.0)


def looks_well(service: Service, folder: Path) -> None:
    told = service.log.read_text()
    assert not [word for word in ("Traceback", "ERROR", "CRITICAL", "SIGKILL") if word in told], told
    beside = folder / "x.db-wal"
    assert not beside.exists() or beside.stat().st_size < 5_000_000


@pytest.mark.slow
@pytest.mark.parametrize("how", HOWS)
def test_with_nothing_in_flight_it_takes_a_moment_and_the_next_one_leads_at_once(
    how: str, tmp_path: Path, fresh_database: Path
):
    engine = database(tmp_path, fresh_database)
    with StandIn() as manager, services(tmp_path, environ(tmp_path, manager), arguments=HOWS[how]) as (service,):
        service.says("help")
        wait_for(lambda: leases(engine)["jobs"] == 0)
        service.is_told_to_stop()
        assert service.is_gone() < AT_MOST / 2  # a fraction of a second where nothing else runs
        looks_well(service, tmp_path)
    assert leases(engine) == NONE
    assert Jobs(engine, time.time).hold("learn titles (en)", 120.0)
    engine.dispose()


@pytest.mark.slow
def test_a_request_manager_that_hangs_holds_nobody_up(tmp_path: Path, fresh_database: Path):
    engine = database(tmp_path, fresh_database)
    how = HOWS["in production"]
    with StandIn() as manager, services(tmp_path, environ(tmp_path, manager), arguments=how) as (service,):
        service.says("get dune from 2021")
        manager.fault(Fault.HANG)
        with ThreadPoolExecutor(1) as speaking:
            answer: Future[dict[str, Any]] = speaking.submit(service.says, "yes")
            wait_for(lambda: leases(engine)["owed_requests"])
            service.is_told_to_stop()
            assert service.is_gone() < AT_MOST + 1  # a machine that is busy
            answer.exception(PATIENCE)
        assert Outbox(engine, time.time).depth() == 1, "it is written down, and sent by whoever comes next"
    assert leases(engine)["jobs"] == 0
    engine.dispose()


@pytest.mark.slow
def test_a_worker_finishes_what_it_sends(tmp_path: Path, fresh_database: Path):
    engine = database(tmp_path, fresh_database)
    outbox = Outbox(engine, time.time)
    with StandIn() as manager:
        server_is_slow(manager, on="POST /api/v1/request")
        outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
        worker = subprocess.Popen([sys.executable, "-m", "background"], cwd=ROOT, env=environ(tmp_path, manager))
        try:
            wait_for(lambda: manager.calls["POST /api/v1/request"])
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(AT_MOST) == 0
        finally:
            worker.kill()
            worker.wait()
        assert [made.tmdb_id for made in manager.requests] == [DUNE.title.id]
    assert (outbox.depth(), leases(engine)) == (0, NONE)
    engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize(("takes", "is_done"), [(1.0, True), (60.0, False)])
def test_a_job_is_finished_or_handed_back(takes: float, is_done: bool, tmp_path: Path, fresh_database: Path):
    engine = database(tmp_path, fresh_database)
    jobs = Jobs(engine, time.time)
    jobs.put("slow", "one", {"seconds": takes})
    command = [sys.executable, "-m", "tests.doors.slow_worker", f"sqlite:///{tmp_path}/x.db"]
    worker = subprocess.Popen(command, cwd=ROOT, env=dict(os.environ))
    try:
        wait_for(lambda: leases(engine)["jobs"])
        began = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(AT_MOST) == 0
        assert time.monotonic() - began < AT_MOST
    finally:
        worker.kill()
        worker.wait()
    again = jobs.lease(["slow"], 1.0)
    assert (again is None) is is_done, "whoever comes next has it at once, or it is done"
    engine.dispose()


@pytest.mark.slow
def test_after_a_kill_nothing_is_done_by_hand(tmp_path: Path, fresh_database: Path):
    engine = database(tmp_path, fresh_database)
    with StandIn() as manager:
        with services(tmp_path, environ(tmp_path, manager)) as (service,):
            service.says("get dune from 2021")
            server_is_slow(manager, on="/movie/")
            with ThreadPoolExecutor(1) as speaking:
                lost = speaking.submit(service.says, "yes")
                wait_for(lambda: leases(engine)["conversations"])
                service.process.kill()
                assert lost.exception(PATIENCE) is not None
        manager.mend()
        time_passes(engine)
        with services(tmp_path, environ(tmp_path, manager)) as (service,):
            service.says("yes")
            wait_for(lambda: manager.requests)
        assert [made.tmdb_id for made in manager.requests] == [DUNE.title.id]
    engine.dispose()


def time_passes(engine: Engine) -> None:
    """The turn that died keeps its conversation for as long as it might have taken, and three seconds; and then not."""
    with engine.begin() as connection:
        until = connection.exec_driver_sql("SELECT max(leased_until) FROM conversations").scalar_one()
        assert 0 < until - time.time() <= 8 + 3
        connection.exec_driver_sql("UPDATE conversations SET leased_until = 0.0")
