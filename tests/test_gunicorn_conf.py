"""What gunicorn is told, and the hooks that start and stop the app's background work."""

import runpy
import signal
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config  # type: ignore[import-untyped]

CONF = Path(__file__).parent.parent / "gunicorn.conf.py"


class Background:
    def __init__(self):
        self.calls = []

    def start(self, serves):
        self.serves = serves
        self.calls.append("start")

    def wind_down(self):
        self.calls.append("wind down")

    def stop(self):
        self.calls.append("stop")


@pytest.fixture
def conf(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # away from a developer's .env
    for name in ("HOST", "PORT", "WEB_THREADS"):
        monkeypatch.delenv(name, raising=False)
    return lambda: runpy.run_path(str(CONF))


def test_one_process_with_threads_on_port_5000(conf):
    told = conf()
    assert (told["bind"], told["worker_class"], told["workers"], told["threads"]) == (
        "0.0.0.0:5000",
        "doors.gunicorn_worker.Worker",
        1,
        16,
    )


def test_address_and_threads_are_settings(conf, monkeypatch):
    monkeypatch.setenv("PORT", "7000")
    monkeypatch.setenv("HOST", "::1")
    monkeypatch.setenv("WEB_THREADS", "4")
    told = conf()
    assert (told["bind"], told["threads"]) == ("[::1]:7000", 4)


def test_ends_before_docker_kills(conf):
    assert conf()["graceful_timeout"] < 10


@pytest.fixture
def background():
    kept = signal.getsignal(signal.SIGTERM)
    yield Background()
    signal.signal(signal.SIGTERM, kept)


def worker_with(background):
    return SimpleNamespace(wsgi=SimpleNamespace(extensions={"overtalkerr": background}), cfg=Config(), alive=True)


def test_worker_starts_and_stops_the_background(conf, background):
    worker = worker_with(background)
    told = conf()
    told["post_worker_init"](worker)
    assert background.serves()
    worker.alive = False
    assert not background.serves()
    worker.alive = True  # whoever is not told to stop leaves in the ordinary way
    told["worker_exit"](None, worker)
    assert background.calls == ["start", "stop"]


def test_told_to_stop_it_begins_nothing_more_while_turns_are_answered(conf, background):
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append("gunicorn"))
    worker = worker_with(background)
    told = conf()
    told["post_worker_init"](worker)
    signal.raise_signal(signal.SIGTERM)
    assert (background.calls, stopped) == (["start", "wind down"], ["gunicorn"])
    assert worker.cfg.graceful_timeout < told["graceful_timeout"], "there is time left to let go of everything"


def test_worker_that_never_loaded_the_app_exits_quietly(conf):
    conf()["worker_exit"](None, SimpleNamespace())
