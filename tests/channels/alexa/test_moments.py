"""A word while a lookup takes long: over a real socket, with an Amazon of our own at its other end."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from backends.demo import DemoBackend
from channels.alexa.moments import Moments, at_amazon
from channels.alexa.reading import read_request
from media import Title
from media_backends import Query
from outbound import BadAddress, Session
from tests.channels.alexa.house import GRAMMAR, Echo, Json, open_house

TOKEN = "secret-api-token-of-this-turn"
#: Nothing here takes so long; what waits for it waits in vain.
NEVER = 5.0


@dataclass(slots=True)
class Amazon:
    """Takes directives, and answers when it is told to."""

    url: str = ""
    heard: list[tuple[str, str, Json]] = field(default_factory=list)
    was_told: Event = field(default_factory=Event)
    may_answer: Event = field(default_factory=Event)
    status: int = 204


@pytest.fixture
def amazon() -> Iterator[Amazon]:
    amazon = Amazon()
    amazon.may_answer.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            amazon.heard.append((self.path, self.headers["Authorization"], body))
            amazon.was_told.set()
            amazon.may_answer.wait(NEVER)
            self.send_response(amazon.status)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    amazon.url = f"http://127.0.0.1:{server.server_port}"
    yield amazon
    amazon.may_answer.set()
    server.shutdown()
    server.server_close()
    serving.join()


@dataclass(slots=True)
class Slow:
    """A backend that searches until something has happened."""

    until: Event
    searched: Event = field(default_factory=Event)

    def __call__(self, shelf: Any) -> DemoBackend:
        slow = self

        class SlowDemo(DemoBackend):
            def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
                slow.searched.set()
                slow.until.wait(min(timeout, NEVER))
                return super().search(query, timeout=timeout)

        return SlowDemo(shelf, time.time, 30.0)


@contextmanager
def kitchen(folder: Path, amazon: Amazon, until: Event, moments: Moments, **given: Any) -> Iterator[Echo]:
    GRAMMAR(given.get("locale", "en-US")[:2])  # reading it may take longer than a turn has
    with open_house(folder, Slow(until), clock=lambda: 0.0, moments=moments) as house:
        yield house.echo(api={"apiEndpoint": amazon.url, "apiAccessToken": TOKEN}, **given)


def soon(most: int = 8, connect: Callable[[str], Session] = Session, address: Callable[[str], str] = str) -> Moments:
    return Moments(0.01, most, address, connect)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "One moment, please."),
        ("de-DE", "Einen Moment bitte."),
        ("fr-FR", "Un instant, s&#x27;il vous plaît."),
        ("es-MX", "Un momento, por favor."),
        ("it-IT", "Un momento, per favore."),
        ("nl-NL", "Een momentje, alsjeblieft."),
        ("pt-BR", "Só um momento, por favor."),
    ],
)
def test_a_lookup_that_takes_long_is_bridged_once(locale: str, words: str, amazon: Amazon, tmp_path: Path) -> None:
    with kitchen(tmp_path, amazon, amazon.was_told, soon(), locale=locale) as echo:
        echo.send({**request("tenet"), "requestId": "turn-1"})
    assert "Tenet" in echo.says
    (heard,) = amazon.heard
    assert heard == (
        "/v1/directives",
        f"Bearer {TOKEN}",
        {
            "header": {"requestId": "turn-1"},
            "directive": {"type": "VoicePlayer.Speak", "speech": f"<speak>{words}</speak>"},
        },
    )


def test_a_quick_turn_needs_no_word(amazon: Amazon, tmp_path: Path) -> None:
    at_once = Event()
    at_once.set()
    with kitchen(tmp_path, amazon, at_once, Moments(NEVER, address=str)) as echo:
        echo.asks("tenet").yes()
    assert amazon.heard == []


def test_an_amazon_that_hangs_does_not_hold_up_the_answer(amazon: Amazon, tmp_path: Path) -> None:
    amazon.may_answer.clear()
    with kitchen(tmp_path, amazon, amazon.was_told, soon()) as echo:
        assert "Tenet" in echo.asks("tenet").says
        assert not amazon.may_answer.is_set()


def test_no_word_is_begun_once_the_answer_is_out(amazon: Amazon, tmp_path: Path) -> None:
    connecting, answered, closed = Event(), Event(), Event()

    class Telling(Session):
        def close(self) -> None:
            super().close()
            closed.set()

    def connect(url: str) -> Session:
        connecting.set()
        answered.wait(NEVER)
        return Telling(url)

    with kitchen(tmp_path, amazon, connecting, soon(connect=connect)) as echo:
        echo.asks("tenet")
        answered.set()
        assert closed.wait(NEVER)
    assert amazon.heard == []


def test_more_turns_than_there_is_room_for_go_without(amazon: Amazon, tmp_path: Path) -> None:
    with kitchen(tmp_path, amazon, amazon.was_told, soon(most=1)) as echo:
        amazon.may_answer.clear()
        echo.asks("tenet")
        with soon(most=0).during(read_request(echo.envelope(request("dune"))), lambda: pytest.fail("no room")):
            pass
    assert len(amazon.heard) == 1


@pytest.mark.parametrize("status", [400, 403, 500, 302])
def test_a_word_that_is_refused_leaves_no_secret_behind(
    status: int, amazon: Amazon, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    amazon.status = status
    with kitchen(tmp_path, amazon, amazon.was_told, soon()) as echo:
        assert "Tenet" in echo.asks("tenet").says
    until_nobody_sends()
    assert "took long" in caplog.text
    assert TOKEN not in caplog.text


def test_the_token_is_not_shown() -> None:
    system = {"System": {"apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": TOKEN}}
    read = read_request({"context": system})
    assert read.api_token == TOKEN
    assert TOKEN not in repr(read)


def test_a_stranger_is_told_nothing(amazon: Amazon, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    refused = Event()

    def address(endpoint: str) -> str:
        try:
            return at_amazon(endpoint)
        finally:
            refused.set()

    with kitchen(tmp_path, amazon, refused, soon(address=address)) as echo:
        assert "Tenet" in echo.asks("tenet").says
    until_nobody_sends()
    assert "not one of Amazon's" in caplog.text
    assert amazon.heard == []


@pytest.mark.parametrize("missing", ["apiEndpoint", "apiAccessToken"])
def test_where_amazon_names_no_way_back_nothing_is_tried(missing: str, amazon: Amazon) -> None:
    envelope = Echo(client=None, api={"apiEndpoint": amazon.url, "apiAccessToken": TOKEN, missing: None}).envelope(  # type: ignore[arg-type]
        request("tenet")
    )
    with Moments(0.0, address=str).during(read_request(envelope), lambda: pytest.fail("nowhere to say it")):
        pass


@pytest.mark.parametrize("kind", ["SessionEndedRequest", "CanFulfillIntentRequest", "Alexa.Presentation.APL.UserEvent"])
def test_alexa_lets_us_speak_during_launches_and_intents_alone(kind: str, amazon: Amazon) -> None:
    echo = Echo(client=None, api={"apiEndpoint": amazon.url, "apiAccessToken": TOKEN})  # type: ignore[arg-type]
    with Moments(0.0, address=str).during(read_request(echo.envelope({"type": kind})), lambda: pytest.fail(kind)):
        pass


@pytest.mark.parametrize(
    "endpoint",
    ["https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com:443/"],
)
def test_amazons_own_hosts(endpoint: str) -> None:
    assert at_amazon(endpoint) == endpoint.removesuffix("/").removesuffix(":443")


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com.evil.example",
        "https://evil.example/.amazonalexa.com",
        "https://evilamazonalexa.com",
        "https://user@api.amazonalexa.com",
        "https://api.amazonalexa.com:8443",
        "https://api.amazonalexa.com:99999999",
        "https://api.amazonalexa.com/elsewhere",
        "https://api.amazonalexa.com?x=1",
        "https://[api.amazonalexa.com",
        "https://127.0.0.1",
        "",
    ],
)
def test_nobody_else_is_called(endpoint: str) -> None:
    with pytest.raises(BadAddress):
        at_amazon(endpoint)


def until_nobody_sends() -> None:
    for thread in threading.enumerate():
        if thread.name == "moment":
            thread.join(NEVER)


def request(title: str) -> Json:
    slots = {"title": {"name": "title", "value": title}}
    return {"type": "IntentRequest", "dialogState": "STARTED", "intent": {"name": "RequestIntent", "slots": slots}}
