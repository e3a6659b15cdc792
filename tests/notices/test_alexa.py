"""Notifications by Alexa, against a stand-in of Amazon's login and of its events, on a real socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from sqlalchemy import Engine

from errands.condition import Condition
from media import Kind, News, Stage, Wish
from notices.addresses import SCHEMES, AddressRefused
from notices.alexa import LOCALES, Available, NotTaken, ProactiveEvents
from notices.opening import AlexaKey, Means, open_telling
from notices.telling import PAUSE, Ways
from speech.saying import open_speech
from storage.opening import open_storage
from tests.channels.alexa.models import LOCALES as PACKAGED
from tests.fake_backend import DUNE
from tests.house import NOON, Clock

ACCOUNT = "amzn1.ask.account.AEXAMPLE"
DUNE_IS_THERE = Available("event:7:alexa:x", Kind.MOVIE, "Dune", {"de-DE": "deiner Bibliothek"}, NOON - 60)


@dataclass(slots=True)
class Amazon:
    """What Amazon was asked, and what it answers."""

    url: str = ""
    logins: list[dict[str, list[str]]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    login_status: int = 200
    status: int = 202
    lasts: int = 3600


@contextmanager
def serve_amazon() -> Iterator[Amazon]:
    amazon = Amazon()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/auth/o2/token":
                assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
                amazon.logins.append(parse_qs(body.decode()))
                token = {
                    "access_token": f"Atc|{len(amazon.logins)}",
                    "expires_in": amazon.lasts,
                    "token_type": "bearer",
                }
                self.answer(amazon.login_status, json.dumps(token).encode())
            else:
                amazon.paths.append(self.path)
                amazon.tokens.append(self.headers["Authorization"])
                amazon.events.append(json.loads(body))
                self.answer(amazon.status)

        def answer(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    amazon.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield amazon
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def amazon() -> Iterator[Amazon]:
    with serve_amazon() as served:
        yield served


@pytest.fixture
def client(amazon: Amazon, clock: Clock) -> Iterator[ProactiveEvents]:
    opened = ProactiveEvents("id", "hush-secret", clock.now, host=amazon.url, stage="development", login=amazon.url)
    yield opened
    opened.close()


def test_an_account_is_notified_as_amazon_wants_it(client: ProactiveEvents, amazon: Amazon):
    client.send(ACCOUNT, DUNE_IS_THERE)
    assert amazon.logins == [
        {
            "grant_type": ["client_credentials"],
            "client_id": ["id"],
            "client_secret": ["hush-secret"],
            "scope": ["alexa::proactive_events"],
        }
    ]
    assert (amazon.paths, amazon.tokens) == (["/v1/proactiveEvents/stages/development"], ["Bearer Atc|1"])
    (event,) = amazon.events
    assert event.pop("referenceId")
    assert event == {
        "timestamp": "2026-11-20T12:00:00Z",
        "expiryTime": "2026-11-21T11:00:00Z",
        "event": {
            "name": "AMAZON.MediaContent.Available",
            "payload": {
                "availability": {
                    "startTime": "2026-11-20T11:59:00Z",
                    "provider": {"name": "localizedattribute:providerName"},
                    "method": "STREAM",
                },
                "content": {"name": "localizedattribute:contentName", "contentType": "MOVIE"},
            },
        },
        "localizedAttributes": [{"locale": "de-DE", "providerName": "deiner Bibliothek", "contentName": "Dune"}],
        "relevantAudience": {"type": "Unicast", "payload": {"user": ACCOUNT}},
    }


def test_whatever_locale_a_skill_of_ours_has_can_be_notified():
    assert set(LOCALES) == set(PACKAGED)


def test_one_login_serves_until_it_ends(client: ProactiveEvents, amazon: Amazon, clock: Clock):
    client.send(ACCOUNT, DUNE_IS_THERE)
    client.send(ACCOUNT, DUNE_IS_THERE)
    assert len(amazon.logins) == 1
    clock.turn(3600)
    client.send(ACCOUNT, DUNE_IS_THERE)
    assert len(amazon.logins) == 2
    assert len({event["referenceId"] for event in amazon.events}) == 1


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_what_amazon_does_not_take_now_is_tried_again(client: ProactiveEvents, amazon: Amazon, status: int):
    amazon.status = status
    with pytest.raises(NotTaken):
        client.send(ACCOUNT, DUNE_IS_THERE)
    amazon.status = 202
    client.send(ACCOUNT, DUNE_IS_THERE)
    assert len(amazon.logins) == (2 if status == 403 else 1)


@pytest.mark.parametrize("status", [400, 404])
def test_what_amazon_never_takes_is_not_tried_again(client: ProactiveEvents, amazon: Amazon, status: int):
    amazon.status = status
    with pytest.raises(AddressRefused):
        client.send(ACCOUNT, DUNE_IS_THERE)


def test_a_wrong_secret_is_named_and_not_shown(client: ProactiveEvents, amazon: Amazon):
    amazon.login_status = 401
    with pytest.raises(NotTaken, match="check ALEXA_CLIENT_ID") as problem:
        client.send(ACCOUNT, DUNE_IS_THERE)
    assert "hush" not in str(problem.value)


def test_where_nobody_answers_it_is_tried_again(clock: Clock):
    client = ProactiveEvents("id", "hush", clock.now, host="http://127.0.0.1:9", login="http://127.0.0.1:9")
    with pytest.raises(NotTaken):
        client.send(ACCOUNT, DUNE_IS_THERE)


@pytest.mark.parametrize(("person", "notified"), [(ACCOUNT, 1), ("amzn1.ask.person.AEXAMPLE", 0)])
def test_whoever_asked_alexa_is_notified_when_it_is_ready_and_of_nothing_else(
    engine: Engine, clock: Clock, amazon: Amazon, person: str, notified: int
):
    storage = open_storage(str(engine.url), 2, clock.now, 3600, None)
    key = AlexaKey("id", "hush-secret", host=amazon.url, login=amazon.url)
    ways, speech = Ways(by_alexa=True), cache(open_speech)
    telling = open_telling(storage, ways, lambda: Condition("x"), speech, clock.now, Means(SCHEMES, key))
    storage.outbox.write(Wish(DUNE.title), channel="alexa", speaker=person, locale="de-DE")
    (one,) = storage.following.of_title(DUNE.title.key)
    for stage in (Stage.DOWNLOADING, Stage.READY):
        storage.following.note(one.row, News(stage, "webhook"))
        telling.tell({"event": storage.timeline.last()})
        clock.turn(PAUSE)
        while job := storage.jobs.lease(["notice"], 60):
            telling.send(job.payload)
            telling.send(job.payload)  # told once, however often the job runs
            storage.jobs.finish(job)
    told = [event["localizedAttributes"] for event in amazon.events]
    assert [[words["locale"] for words in each] for each in told] == [list(LOCALES)] * notified
    assert [each[0]["providerName"] for each in told] == ["deiner Bibliothek"] * notified
    assert "hush" not in f"{key!r}{ways!r}"
    telling.close()
    storage.engine.dispose()


def test_what_amazon_may_have_taken_when_we_were_stopped_is_sent_again_and_told_once(
    engine: Engine, clock: Clock, amazon: Amazon
):
    """Amazon knows the reference; so this way is sent until it is certain."""
    storage = open_storage(str(engine.url), 2, clock.now, 3600, None)
    key = AlexaKey("id", "hush-secret", host=amazon.url, login=amazon.url)
    ways, speech = Ways(by_alexa=True), cache(open_speech)
    telling = open_telling(storage, ways, lambda: Condition("x"), speech, clock.now, Means(SCHEMES, key))
    storage.outbox.write(Wish(DUNE.title), channel="alexa", speaker=ACCOUNT)
    (one,) = storage.following.of_title(DUNE.title.key)
    storage.following.note(one.row, News(Stage.READY, "webhook"))
    telling.tell({"event": storage.timeline.last()})
    storage.notices.try_once(1)
    telling.send({"notice": 1})
    assert len(amazon.events) == 1
    telling.close()
    storage.engine.dispose()
