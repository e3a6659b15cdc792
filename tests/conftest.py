"""What every test gets: no network but this machine, no leftover threads, no settings from outside, and a house."""

from __future__ import annotations

import functools
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentResource
from sqlalchemy import Engine

import app
from settings import Settings
from speech import languages
from speech.saying import open_speech
from storage.database import open_database
from storage.migrating import bring_up_to_date
from tests.fake_backend import FakeBackend
from tests.house import Clock, House, copy_database
from tests.postgres import Postgres, serve_postgres
from tests.speech.languages import grammar_of


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """What a worker tells of a test must be encodable, and some tests log half characters."""
    return _encodable((yield))


def _encodable(told: Any) -> Any:
    match told:
        case str():
            return told.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {name: _encodable(each) for name, each in told.items()}
        case list() | tuple():
            return type(told)(map(_encodable, told))
        case _:
            return told


def _is_here(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def _stay_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:
        if not _is_here(address):
            pytest.fail(f"a test wants to leave this machine: {address}")
        return connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        if not _is_here(address):
            pytest.fail(f"a test wants to leave this machine: {address}")
        return connect_ex(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


@pytest.fixture(autouse=True)
def _leave_no_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + 3
    while (left := set(threading.enumerate()) - before) and time.monotonic() < until:
        time.sleep(0.005)
    assert not left, f"threads are left over: {[thread.name for thread in left]}"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)


def pytest_configure(config: pytest.Config) -> None:
    """Languages never change and cost a tenth of a second to read: tests share them from the first import on."""
    once = pytest.MonkeyPatch()
    config.add_cleanup(once.undo)
    once.setattr(languages, "FluentResource", functools.cache(FluentResource))
    once.setattr(app, "grammar", grammar_of)
    once.setattr(app, "open_speech", functools.cache(open_speech))


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was just made."""
    file = tmp_path_factory.mktemp("template") / "overtalkerr.db"
    engine = open_database(f"sqlite:///{file}")
    bring_up_to_date(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL, started once for all tests that want one."""
    with serve_postgres() as server:
        yield server


@pytest.fixture
def engine(tmp_path: Path, fresh_database: Path) -> Iterator[Engine]:
    """A database of its own for a test that keeps something."""
    opened = open_database(f"sqlite:///{copy_database(fresh_database, tmp_path)}")
    yield opened
    opened.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def build_house(tmp_path: Path, fresh_database: Path) -> Iterator[Callable[..., House]]:
    """Builds houses that are torn down after the test: `build_house(backend, voice_token=…)`."""
    built: list[House] = []

    def build(backend: FakeBackend | None = None, **given: Any) -> House:
        folder = tmp_path / f"house{len(built)}"
        folder.mkdir()
        built.append(House(copy_database(fresh_database, folder), backend, given=given))
        return built[-1]

    yield build
    for house in built:
        house.close()


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    """The real rooms over a fake backend."""
    return build_house(FakeBackend())


@pytest.fixture
def demo(build_house: Callable[..., House]) -> House:
    """The house as it is with nothing configured."""
    return build_house()
