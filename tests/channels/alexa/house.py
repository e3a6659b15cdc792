"""Our rooms as they are, with Amazon played by us: a service over a backend of the test's own, spoken to at /alexa."""

from __future__ import annotations

import copy
import json
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from backends.demo import DemoBackend
from channels import Front
from channels.alexa import open_alexa
from channels.alexa.moments import Moments
from channels.alexa.verifier import Verifier
from doors.care import Care
from doors.guard import Guard
from doors.limits import Limits
from doors.live import Live
from doors.metering import Meter
from doors.refusals import answer_errors_with_json
from doors.requested import Requested
from errands.watch import Sight
from media_backends import MediaBackend
from media_caches import Memory
from models import Base
from speech.hearing import grammar
from speech.saying import open_speech
from storage.browsing import Browsing
from storage.conversations import Conversations
from storage.database import open_database
from storage.demo_shelf import DemoShelf
from storage.following import Following
from storage.linking import LinkCodes
from storage.listing import Listing
from storage.outbox import Outbox
from storage.people import People
from storage.timeline import Timeline
from tests.channels.alexa.door import AMAZON, NOW
from tests.channels.alexa.signing import SKILL, Bucket, Letter, sign
from tests.fake_backend import FakeBackend
from turns.ahead import LookAhead
from turns.learned import NO_INDEX
from turns.taking import Turns
from turns.world import World

SPEECH = open_speech()
GRAMMAR = cache(grammar)
#: Amazon's own reading of an answer: what it does not know is lost.
MODELS = DefaultSerializer()

Json = dict[str, Any]


@dataclass(slots=True)
class Echo:
    """A device in somebody's kitchen: what is said to it reaches the service signed, as Amazon sends it."""

    client: FlaskClient
    session: str = "session-1"
    user: str = "user-1"
    person: str | None = None  # whose voice is recognised
    device: str = "kitchen"
    locale: str = "en-US"
    is_new: bool = True
    has_screen: bool = False
    api: Json = field(default_factory=dict)  # where Amazon can be told something, and with what
    heard: Json = field(default_factory=dict)  # the last answer

    def launch(self) -> Echo:
        return self.send({"type": "LaunchRequest"})

    def intent(self, name: str, dialog: str | None = None, **slots: str | None) -> Echo:
        spoken = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
        request: Json = {"type": "IntentRequest", "intent": {"name": name, "slots": spoken}}
        return self.send(request | ({"dialogState": dialog} if dialog else {}))

    def asks(self, title: str) -> Echo:
        return self.intent("RequestIntent", dialog="STARTED", title=title)

    def answers(self, words: str) -> Echo:
        """Fill the slot that was asked for, as Alexa does with a bare answer."""
        directive = self._sent("Dialog.ElicitSlot")
        return self.intent(
            directive["updatedIntent"]["name"], dialog="IN_PROGRESS", **{directive["slotToElicit"]: words}
        )

    def yes(self) -> Echo:
        return self.intent("AMAZON.YesIntent")

    def no(self) -> Echo:
        return self.intent("AMAZON.NoIntent")

    def touches(self, label: str) -> Echo:
        """Touch what is written so on the screen."""
        shown = self.screen["datasources"]["screen"]
        labels = {one["label"]: one["what"] for one in (*shown["choices"], *shown["buttons"])}
        return self.feels(["touched", labels[label]], self.screen["token"])

    def feels(self, arguments: object, token: object) -> Echo:
        """What Amazon sends when a document does."""
        source = {"type": "TouchWrapper", "handler": "Press", "id": ""}
        request = {"type": "Alexa.Presentation.APL.UserEvent", "token": token, "arguments": arguments, "source": source}
        return self.send({**request, "components": {}})

    def send(self, request: Json) -> Echo:
        answer = self.post(sign(json.dumps(self.envelope(request)).encode()))
        assert answer.status_code == 200, answer.get_data(as_text=True)
        self.heard = answer.get_json()
        assert MODELS.serialize(MODELS.deserialize(json.dumps(self.heard), ResponseEnvelope)) == self.heard
        self.is_new = False
        return self

    def post(self, letter: Letter) -> TestResponse:
        return self.client.post("/alexa", data=letter.body, headers=dict(letter.headers))

    def envelope(self, request: Json) -> Json:
        """What Amazon puts round a request."""
        application, user = {"applicationId": SKILL}, {"userId": self.user}
        common = {"requestId": uuid.uuid4().hex, "locale": self.locale, "timestamp": NOW.strftime("%Y-%m-%dT%H:%M:%SZ")}
        system: Json = {"application": application, "user": user, "device": {"deviceId": self.device}, **self.api}
        if self.has_screen:
            system["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.2"}}}
        if self.person:
            system["person"] = {"personId": self.person}
        session = {"new": self.is_new, "sessionId": self.session, "application": application, "user": user}
        return {
            "version": "1.0",
            "session": copy.deepcopy(session | {"attributes": {}}),
            "context": copy.deepcopy({"System": system}),
            "request": common | request,
        }

    @property
    def says(self) -> str:
        """The speech without its marks."""
        marked: str = self.heard["response"]["outputSpeech"]["ssml"]
        assert marked.startswith("<speak>")
        return marked.removeprefix("<speak>").removesuffix("</speak>").replace("&#x27;", "'")

    @property
    def screen(self) -> Json:
        """The directive that draws on the screen."""
        return self._sent("Alexa.Presentation.APL.RenderDocument")

    def _sent(self, directive: str) -> Json:
        directives: list[Json] = self.heard["response"].get("directives", [])
        (sent,) = (one for one in directives if one["type"] == directive)
        return sent

    @property
    def is_listening(self) -> bool:
        return self.heard["response"].get("shouldEndSession") is False


@dataclass(slots=True)
class House:
    """One service."""

    app: Flask
    shelf: DemoShelf
    people: People
    codes: LinkCodes
    backend: MediaBackend

    def echo(self, **given: Any) -> Echo:
        return Echo(self.app.test_client(), **given)

    @property
    def fake(self) -> FakeBackend:
        """The backend of a house that has a fake one."""
        assert isinstance(self.backend, FakeBackend)
        return self.backend

    @property
    def requested(self) -> list[str]:
        return [kept.wish.key for kept in self.shelf.all()]


@dataclass(slots=True)
class Clock:
    """Monotonic seconds that a test may push forward."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@contextmanager
def open_house(
    folder: Path,
    new_backend: Callable[[DemoShelf], MediaBackend] = lambda shelf: DemoBackend(shelf, time.time, 30.0),
    clock: Callable[[], float] = time.monotonic,
    *,
    bucket: Bucket | None = None,
    guard: Guard | None = None,
    moments: Moments | None = None,
    skills: frozenset[str] = frozenset({SKILL}),
    per_minute: int = 1000,
) -> Iterator[House]:
    """A service over a database in this folder. `new_backend` gets the shelf that `House.requested` reads."""
    engine = open_database(f"sqlite:///{folder / 'house.db'}")
    Base.metadata.create_all(engine)
    shelf, pool = DemoShelf(engine), ThreadPoolExecutor(4)
    backend, people, codes = new_backend(shelf), People(engine, time.time, None), LinkCodes(engine, time.time)
    world = _world(backend, pool, engine, people, codes)
    kept = Conversations(engine, time.time, 3600)
    front = Front(
        turns=Turns(kept, world, lambda reply, locale: SPEECH.say(reply, locale).plain),
        speech=SPEECH,
        guard=guard or Guard(None),
        limits=Limits(per_minute),
        sight=lambda: Sight("demo", certain=True),
        database_answers=lambda: True,
        clock=clock,
        now=time.time,
        skill_ids=skills,
        care=Care(lambda: (), Meter()),
        requested=_requested(engine),
    )
    try:
        yield House(_open_doors(front, bucket or AMAZON.bucket(), moments), shelf, people, codes, backend)
    finally:
        pool.shutdown(wait=True)
        engine.dispose()


def _requested(engine: Engine) -> Requested:
    timeline = Timeline(engine)
    listing = Listing(engine, timeline)
    live = Live(listing, timeline.last, time.time, time.monotonic, 0)
    return Requested(Following(engine, time.time), timeline, listing, live)


def _open_doors(front: Front, bucket: Bucket, moments: Moments | None) -> Flask:
    app = Flask("house")
    app.register_blueprint(
        open_alexa(
            front,
            lambda skills: Verifier(roots=AMAZON.roots, fetch=bucket.fetch, clock=lambda: NOW, skill_ids=skills),
            moments,
        )
    )
    answer_errors_with_json(app)
    front.limits.watch(app)
    return app


def _world(backend: MediaBackend, pool: ThreadPoolExecutor, engine: Engine, people: People, codes: LinkCodes) -> World:
    return World(
        grammar=GRAMMAR,
        backend=lambda: backend,
        pool=pool,
        outbox=Outbox(engine, time.time),
        people=people,
        codes=codes,
        following=Browsing(engine, time.time),
        ahead=LookAhead(lambda: backend, pool, time.monotonic, at_once=0),
        memory=Memory(lambda: backend, time.monotonic),
        index=lambda _language: NO_INDEX,
        searches=8,
        today=lambda _zone: NOW.date().isoformat(),
        pause=time.sleep,
    )
