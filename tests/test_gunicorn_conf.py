"""What gunicorn is told, and the hooks that start and stop the app's background work."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

CONF = Path(__file__).parent.parent / "gunicorn.conf.py"


class Background:
    def __init__(self):
        self.calls = []

    def start(self, serves):
        self.serves = serves
        self.calls.append("start")

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
    assert (told["bind"], told["worker_class"], told["workers"], told["threads"]) == ("0.0.0.0:5000", "gthread", 1, 16)


def test_address_and_threads_are_settings(conf, monkeypatch):
    monkeypatch.setenv("PORT", "7000")
    monkeypatch.setenv("HOST", "::1")
    monkeypatch.setenv("WEB_THREADS", "4")
    told = conf()
    assert (told["bind"], told["threads"]) == ("[::1]:7000", 4)


def test_ends_before_docker_kills(conf):
    assert conf()["graceful_timeout"] < 10


def test_worker_starts_and_stops_the_background(conf):
    background = Background()
    worker = SimpleNamespace(alive=True, wsgi=SimpleNamespace(extensions={"overtalkerr": background}))
    told = conf()
    told["post_worker_init"](worker)
    assert background.serves()
    worker.alive = False
    assert not background.serves()
    told["worker_exit"](None, worker)
    assert background.calls == ["start", "stop"]


def test_worker_that_never_loaded_the_app_exits_quietly(conf):
    conf()["worker_exit"](None, SimpleNamespace())
