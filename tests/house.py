"""The whole house for a test: the real rooms over a real database, a fake backend, and a clock turned by hand."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import ThreadedWSGIServer

from app import House as Built
from app import create_app
from dialogs.states import State
from errands.worker import Worker
from intents import Intent
from logs import Cleaner
from media import Reply
from media_backends import BackendType, MediaBackend, Opening, Settled
from settings import Settings, read_settings
from storage.outbox import Outbox
from tests.fake_backend import FakeBackend
from turns.deadline import Deadline
from turns.outside import Outside
from turns.taking import Made, Said, Taking, Words
from turns.world import Speaker

NOON = 1_795_176_000.0  # 2026-11-20 12:00 UTC


@dataclass(slots=True)
class StoppedClock:
    """Seconds that stand still until `now` is set."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Clock:
    """Stands still for whoever asks the date; seconds go by as they do, and both jump when it is turned."""

    turned: float = 0.0

    def now(self) -> float:
        return NOON + self.turned

    def monotonic(self) -> float:
        return time.monotonic() + self.turned

    def turn(self, seconds: float) -> None:
        self.turned += seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person heard, and what stands behind it."""

    person: Person
    taking: Taking
    speech: str  # the words

    @property
    def says(self) -> str:
        """The reply's key."""
        return self.taking.reply.key

    @property
    def reply(self) -> Reply:
        return self.taking.reply

    @property
    def state(self) -> State:
        return self.taking.state

    @property
    def intent(self) -> Intent:
        return self.taking.intent

    @property
    def made(self) -> Made | None:
        return self.taking.made

    def hears(self, said: str | Said) -> Answer:
        return self.person.hears(said)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks to the house on one channel, in one conversation."""

    house: House
    name: str
    channel: str = "voice"
    conversation: str = "one"
    locale: str = "en-US"
    budget: float = 5.0  # seconds in which every turn must be answered

    def hears(self, said: str | Said) -> Answer:
        """Say something and hear the answer."""
        front = self.house.built.front
        language, titles_in = front.speech.language_of(self.locale), front.speech.titles_in(self.locale)
        speaker = Speaker(self.channel, self.name, self.conversation, self.locale, language, titles_in)
        words = Words(said) if isinstance(said, str) else said
        taking = front.turns.take(words, speaker, Deadline.after(self.budget, self.house.clock.monotonic))
        return Answer(self, taking, front.speech.say(taking.reply, self.locale).plain)


@dataclass(slots=True)
class House:
    """One service. `restart` ends it and builds it anew over the same database; `crash` does not end it first."""

    database: Path
    backend: FakeBackend | None
    clock: Clock = field(default_factory=Clock)
    given: dict[str, Any] = field(default_factory=dict)
    cleaner: Cleaner | None = None
    chance: Callable[[], float] = lambda: 1.0  # every wait is as long as it may be
    looks_at_once: int = 0  # most tests count what the backend was asked
    app: Flask = field(init=False)
    somebody_waits: threading.Event = field(default_factory=threading.Event)  # a turn waits for another's request
    _fallen: list[Built] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._build()

    @property
    def settings(self) -> Settings:
        address = {} if self.backend is None else {"media_backend_url": "http://backend.test:5055"}
        ours = {"database_url": f"sqlite:///{self.database}", "backend_threads": 8, "web_threads": 8, "_env_file": None}
        return read_settings(**{**address, **ours, **self.given})

    @property
    def built(self) -> Built:
        built: Built = self.app.extensions["overtalkerr"]
        return built

    @property
    def worker(self) -> Worker:
        return self.built.worker

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.built.engine, self.clock.now)

    @property
    def client(self) -> FlaskClient:
        return self.app.test_client()

    @property
    def fake(self) -> FakeBackend:
        """The fake backend, for houses that have one."""
        assert self.backend is not None
        return self.backend

    def person(self, name: str, **more: Any) -> Person:
        """Somebody else who speaks."""
        return Person(self, name, **more)

    def hears(self, said: str | Said) -> Answer:
        """Somebody says this."""
        return self.person("somebody").hears(said)

    def posts(self, text: str, session: str | None = None, **more: Any) -> dict[str, Any]:
        """One turn over POST /voice, from this machine."""
        response = self.client.post("/voice", json={"text": text, "session": session, **more})
        assert response.status_code == 200, response.text
        told: dict[str, Any] = response.get_json()
        return told

    def waits(self, seconds: float) -> None:
        """Time goes by."""
        self.clock.turn(seconds)

    def restart(self) -> None:
        """Stop in order, start again."""
        self._end(self.built)
        self._build()

    def crash(self) -> None:
        """The process is gone between two steps: nothing more is written by it, nothing is tidied up."""
        self._fallen.append(self.built)
        self._build()

    def settles(self) -> None:
        """Let every thread that still carries out something come to its end."""
        pool = self.built.pool
        barrier = threading.Barrier(pool._max_workers + 1)
        for _ in range(pool._max_workers):
            pool.submit(barrier.wait, 10)
        barrier.wait(10)

    @contextmanager
    def served(self) -> Iterator[str]:
        """The house behind a real socket; gives its address."""
        server = ThreadedWSGIServer("127.0.0.1", 0, self.app)
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="served")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            if self.backend is not None:
                self.backend.recovers()
            server.shutdown()
            thread.join()
            server.server_close()

    def close(self) -> None:
        """Tear everything down."""
        if self.backend is not None:
            self.backend.recovers()
        for built in (self.built, *self._fallen):
            self._end(built)

    def _pause(self, seconds: float) -> None:
        self.somebody_waits.set()
        time.sleep(seconds)

    def _build(self) -> None:
        outside = Outside(
            self.clock.now, self.clock.monotonic, self._pause, self.chance, looks_at_once=self.looks_at_once
        )
        if self.backend is None:
            self.app = create_app(self.settings, self.cleaner, outside)
        else:
            self.app = create_app(self.settings, self.cleaner, outside, self._settle)
        self.app.testing = False  # errors are answered as they are to everybody

    def _settle(self, _opening: Opening, _type: BackendType | None = None, /) -> Settled:
        backend: MediaBackend = self.fake
        return Settled(backend, certain=True)

    @staticmethod
    def _end(built: Built) -> None:
        built.stop()
        built.pool.shutdown(wait=True)


def copy_database(template: Path, folder: Path) -> Path:
    """A database that is up to date already: making one anew takes a third of a second."""
    return Path(shutil.copy(template, folder / "overtalkerr.db"))
