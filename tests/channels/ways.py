"""Every way in on which words are heard and told, and how one and the same thing is said on each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Protocol

import ollama
from flask import Flask

from channels.alexa import open_alexa
from channels.alexa.verifier import Verifier
from tests.channels.alexa.door import AMAZON, NOW
from tests.channels.alexa.house import Echo
from tests.channels.google.fronts import Cx, Es
from tests.channels.google.fronts import Front as Dialogflow
from tests.channels.homeassistant.agents import Chat, Hook
from tests.house import House

MARKS = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is said: its words, and the intent and slots that Alexa's model makes of them."""

    words: str
    intent: str
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer as plain text, and whether more is listened for."""

    text: str
    listens: bool


class Way(Protocol):
    """One conversation on one channel."""

    def says(self, line: Line) -> Heard: ...


@dataclass(slots=True)
class EchoByIntents:
    """Alexa, whose model understood what was said."""

    echo: Echo

    def says(self, line: Line) -> Heard:
        return _heard_by(self.echo.intent(line.intent, dialog="STARTED", **line.slots))


@dataclass(slots=True)
class EchoByWords:
    """Alexa, launched first; whatever is said is then caught in the slot for titles."""

    echo: Echo

    def says(self, line: Line) -> Heard:
        if self.echo.is_new:
            self.echo.launch()
        return _heard_by(self.echo.intent("RequestIntent", dialog="IN_PROGRESS", title=line.words))


def _heard_by(echo: Echo) -> Heard:
    return Heard(unescape(MARKS.sub("", echo.heard["response"]["outputSpeech"]["ssml"])), echo.is_listening)


@dataclass(slots=True)
class DialogflowFront:
    """A telephone or a chat window in front of Dialogflow."""

    front: Dialogflow

    def says(self, line: Line) -> Heard:
        self.front.asks(line.words)
        return Heard(self.front.says, self.front.is_listening)


@dataclass(slots=True)
class Assist:
    """Home Assistant, which listens on where the answer ends in a question mark."""

    agent: Chat | Hook

    def says(self, line: Line) -> Heard:
        text = self.agent.says(line.words)
        return Heard(text, text.endswith("?"))


@dataclass(slots=True)
class Posted:
    """Whoever posts text: /voice, or the page /test."""

    house: House
    address: str
    locale: str

    def says(self, line: Line) -> Heard:
        posted = {"text": line.words, "session": "one", "locale": self.locale}
        answer = self.house.client.post(self.address, json=posted)
        assert answer.status_code == 200, answer.text
        told = answer.get_json()
        return Heard(told["speech"], told["expect_reply"])


def _echo(house: House, locale: str) -> Echo:
    """A device whose requests are signed as Amazon signs them, by an Amazon of the tests' own."""
    fetch = AMAZON.bucket().fetch
    kitchen = Flask("kitchen")
    kitchen.register_blueprint(
        open_alexa(
            house.built.front,
            lambda skills: Verifier(roots=AMAZON.roots, fetch=fetch, clock=lambda: NOW, skill_ids=skills),
        )
    )
    return Echo(kitchen.test_client(), locale=locale)


@contextmanager
def _chatting(house: House, locale: str, *, streamed: bool) -> Iterator[Way]:
    """Over the official client of Ollama, on a real socket."""
    with house.served() as address:
        client = ollama.Client(address)
        try:
            yield Assist(Chat(client, streamed, whose={"language": locale}))
        finally:
            client._client.close()


#: What needs nothing around it.
PLAIN: Mapping[str, Callable[[House, str], Way]] = {
    "alexa, by intents": lambda house, locale: EchoByIntents(_echo(house, locale)),
    "alexa, by words": lambda house, locale: EchoByWords(_echo(house, locale)),
    "dialogflow es": lambda house, locale: DialogflowFront(Es(house.client, locale=locale)),
    "dialogflow cx": lambda house, locale: DialogflowFront(Cx(house.client, locale=locale)),
    "webhook-conversation": lambda house, locale: Assist(Hook(house, whose={"language": locale})),
    "webhook-conversation, streamed": lambda house, locale: Assist(Hook(house, True, whose={"language": locale})),
    "voice": lambda house, locale: Posted(house, "/voice", locale),
    "test page": lambda house, locale: Posted(house, "/test/turn", locale),
}
STREAMED = {"ollama": False, "ollama, streamed": True}
WAYS = (*PLAIN, *STREAMED)


@contextmanager
def on(way: str, house: House, locale: str) -> Iterator[Way]:
    """A conversation with this house on one of WAYS."""
    if way in PLAIN:
        yield PLAIN[way](house, locale)
        return
    with _chatting(house, locale, streamed=STREAMED[way]) as chat:
        yield chat
