"""Whatever the request manager does, every channel answers within its budget, and no request is lost or doubled.

Over real sockets: the budgets are cut to a twentieth, so that a server that hangs costs this test less than a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask

from app import House, create_app
from channels import known_channels
from channels.alexa import open_alexa
from channels.alexa.verifier import Verifier
from logs import Cleaner
from settings import read_settings
from tests.backends.stand_in import KEY, Fault, Product, StandIn
from tests.channels.alexa.door import AMAZON, NOW
from tests.channels.alexa.house import Echo
from tests.channels.google.fronts import FRONTS
from tests.house import copy_database
from turns.outside import Outside

HURRY = 0.05
#: The shortest budget is cut less, since a healthy server has to be able to answer within it; the longest is cut more.
OTHER_HURRY = {"google": 0.15, "web": 0.02}
#: Seconds for our own work, on a machine that is busy with other things.
OWN = 4.0
BUDGETS = {channel.name: channel.budget * OTHER_HURRY.get(channel.name, HURRY) for channel in known_channels()}
#: Ways to speak: Home Assistant and Google have two ways in each.
SPOKEN = {
    **{name: name for name in ("voice", "web", "alexa")},
    **dict.fromkeys(("ollama", "webhook"), "homeassistant"),
    **dict.fromkeys(("google-es", "google-cx"), "google"),
}
#: A tool is called in place of words; what more of them there are, tests/channels/mcp/test_mcp_in_time.py tells.
CHANNELS = {**SPOKEN, "mcp": "mcp"}
#: What a call of a tool does in place of what is said.
CALLS: dict[str, tuple[str, dict[str, object]]] = {
    "download dune from 2021": ("search_media", {"query": "dune", "year": 2021}),
    "yes": ("request_media", {"kind": "movie", "id": 438631}),
}

FAULTS: dict[str, dict[str, object]] = {
    "hangs": {"fault": Fault.HANG},
    "drips its status line": {"fault": Fault.DRIP_STATUS, "seconds": 0.2},
    "drips its headers": {"fault": Fault.DRIP_HEADERS, "seconds": 0.2},
    "drips its body": {"fault": Fault.DRIP_BODY, "seconds": 0.2},
    "is slow": {"fault": Fault.SLOW, "seconds": 8.0},
    "resets": {"fault": Fault.RESET_BEFORE},
    "takes it, then resets": {"fault": Fault.RESET_AFTER},
    "takes it, and never answers": {"fault": Fault.HANG_AFTER},
    "answers 500": {"fault": Fault.STATUS, "status": 500},
    "answers 503": {"fault": Fault.STATUS, "status": 503},
    "answers HTML": {"fault": Fault.HTML, "status": 200},
    "answers half a JSON": {"fault": Fault.TRUNCATED},
}


@dataclass(slots=True)
class Clock:
    """Unix seconds that a test may push forward."""

    ahead: float = 0.0

    def now(self) -> float:
        return time.time() + self.ahead


@dataclass(slots=True)
class Talk:
    """One person at one channel of a service over a server that can be made to fail."""

    server: StandIn
    house: House
    clock: Clock
    channel: str
    hears: Callable[[str], str]
    said: str = field(default="", init=False)

    def says(self, words: str) -> str:
        """What is heard, which must come in time."""
        began = time.monotonic()
        self.said = self.hears(words)
        assert time.monotonic() - began < BUDGETS[self.channel] + OWN
        return self.said

    def finds(self, words: str) -> str:
        """What is heard while the server is well. In such a hurry a busy machine may want it said once more."""
        self.says(words)
        return self.says(words) if self.could_not_ask() else self.said

    def could_not_ask(self) -> bool:
        """True where that was said, and no more."""
        return self.said.startswith("failed: ") if self.channel == "mcp" else self.said.endswith("Shall I try again?")

    def all_is_well_again(self) -> None:
        """The server is mended, time goes by, and the worker does what is left to do."""
        self.server.mend()
        for _ in range(4):
            self.clock.ahead += 120.0
            self.house.worker.run_due()


@pytest.fixture(params=CHANNELS)
def talk(request: pytest.FixtureRequest, fresh_database: Path, tmp_path: Path) -> Iterator[Talk]:
    with talking(request.param, fresh_database, tmp_path) as opened:
        yield opened


@pytest.fixture
def caller(fresh_database: Path, tmp_path: Path) -> Iterator[Talk]:
    """Somebody at the narrowest of the channels that take any words."""
    with talking("voice", fresh_database, tmp_path) as opened:
        yield opened


@contextmanager
def talking(way: str, template: Path, folder: Path) -> Iterator[Talk]:
    """A service over a server, and one person at one of the ways in."""
    clock, channel = Clock(), CHANNELS[way]
    with StandIn(Product.SEERR) as server:
        settings = read_settings(
            database_url=f"sqlite:///{copy_database(template, folder)}",
            media_backend_url=server.url,
            media_backend_api_key=KEY,
            media_backend_type="seerr",
            learned_titles=0,
        )
        outside = Outside(now=clock.now, patience=OTHER_HURRY.get(channel, HURRY), looks_at_once=0)
        app = create_app(settings, Cleaner(()), outside)
        house: House = app.extensions["overtalkerr"]
        yield Talk(server, house, clock, channel, _ways(app, house)[way])
        server.mend()
        house.stop()


def _ways(app: Flask, house: House) -> dict[str, Callable[[str], str]]:
    """How something is said on each channel, and what is heard."""
    client = app.test_client()
    kitchen = Flask("kitchen")
    fetch = AMAZON.bucket().fetch
    reader = lambda skills: Verifier(roots=AMAZON.roots, fetch=fetch, clock=lambda: NOW, skill_ids=skills)  # noqa: E731
    kitchen.register_blueprint(open_alexa(house.front, reader))
    echo = Echo(kitchen.test_client())

    def voice(words: str) -> str:
        answer = client.post("/voice", json={"text": words, "session": "one"})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return str(answer.get_json()["speech"])

    def web(words: str) -> str:
        answer = client.post("/test/turn", json={"text": words, "session": "one"})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return str(answer.get_json()["speech"])

    def alexa(words: str) -> str:
        return (echo.yes() if words == "yes" else echo.asks(words.removeprefix("download "))).says

    def ollama(words: str) -> str:
        before = [{"role": "user", "content": "hello"}, {"role": "assistant", "content": "Which film?"}]
        messages = [*before, {"role": "user", "content": words}]
        answer = client.post("/api/chat", json={"model": "overtalkerr", "stream": False, "messages": messages})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return str(answer.get_json()["message"]["content"])

    def webhook(words: str) -> str:
        answer = client.post("/homeassistant", json={"query": words, "conversation_id": "one"})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return str(answer.get_json()["output"])

    def mcp(words: str) -> str:
        tool, arguments = CALLS[words]
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
        answer = client.post("/mcp", json=message)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return str(answer.get_json()["result"]["content"][0]["text"])

    dialogflow = {f"google-{dialect}": front(client) for dialect, front in FRONTS.items()}
    google = {name: lambda words, front=front: front.asks(words).says for name, front in dialogflow.items()}
    return {"voice": voice, "web": web, "alexa": alexa, "ollama": ollama, "webhook": webhook, "mcp": mcp, **google}


def test_no_channel_is_left_out():
    take_no_turns = {"health", "metrics", "openapi", "webhooks"}
    assert {*CHANNELS.values()} == {channel.name for channel in known_channels()} - take_no_turns


@pytest.mark.parametrize("how", FAULTS)
def test_a_search_is_answered_in_time_and_never_with_nothing_found(talk: Talk, how: str):
    talk.server.fault(**FAULTS[how])  # type: ignore[arg-type]
    said = talk.says("download dune from 2021")
    assert "couldn't find" not in said
    assert talk.could_not_ask()


@pytest.mark.parametrize("how", FAULTS)
def test_a_yes_is_answered_in_time_and_leaves_one_request(talk: Talk, how: str):
    assert "Dune" in talk.finds("download dune from 2021")
    # A tool looks at the title anew: where that fails nothing is owed.
    on = "POST " if talk.channel == "mcp" else ""
    talk.server.fault(**FAULTS[how], on=on)  # type: ignore[arg-type]
    assert "Dune" in talk.says("yes")
    assert "couldn't" not in talk.said
    talk.all_is_well_again()
    assert [made.tmdb_id for made in talk.server.requests] == [438631]


#: What asks the server several things: what is said before it fails, and what is said then.
SLOW_PATHS = {
    "somebody's titles": ([], "something with tom hanks"),
    "a collection": ([], "get the whole matrix collection"),
    "a question about a title": ([], "who is in dune from 2021"),
    "seasons named at once": ([], "get season two of severance"),
    "what was asked for": (["download dune from 2021", "yes"], "what did I ask for"),
    "taking it back": (["download dune from 2021", "yes"], "undo that"),
}


@pytest.mark.parametrize("path", SLOW_PATHS)
@pytest.mark.parametrize("how", FAULTS)
def test_what_asks_for_several_things_is_answered_in_time_too(caller: Talk, how: str, path: str):
    before, words = SLOW_PATHS[path]
    for said in before:
        caller.says(said)
    requested = len(caller.server.requests)
    caller.server.fault(**FAULTS[how])  # type: ignore[arg-type]
    assert caller.says(words)
    assert "couldn't find" not in caller.said
    assert len(caller.server.requests) <= requested


@pytest.mark.parametrize("talk", SPOKEN, indirect=True)
def test_a_server_that_is_away_is_told_and_asked_once_it_is_back(talk: Talk):
    assert "Dune" in talk.finds("download dune from 2021")
    with talk.server.closed():
        assert "I can't reach your media server" in talk.says("yes")
    talk.all_is_well_again()
    assert [made.tmdb_id for made in talk.server.requests] == [438631]
