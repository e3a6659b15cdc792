"""Somebody who speaks through Home Assistant, in each of the shapes in which it may send what they say."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import Any, Protocol

import ollama

from tests.house import House

Json = dict[str, Any]


class Agent(Protocol):
    """Says something within one conversation; `anew` begins another."""

    def says(self, words: str) -> str: ...
    def anew(self) -> Agent: ...


@dataclass
class Chat:
    """A conversation over the official client of Ollama, on a real socket.

    `remembers`: the client sends back all of what it was answered, as newer ones do; else the text alone.
    """

    client: ollama.Client
    streamed: bool = False
    remembers: bool = True
    whose: Json = field(default_factory=dict)
    history: list[Json] = field(default_factory=list)

    def says(self, words: str) -> str:
        self.history.append({"role": "user", "content": words})
        answer = self.answer()
        self.history.append(answer if self.remembers else {"role": "assistant", "content": answer["content"]})
        return str(answer["content"])

    def answer(self) -> Json:
        """What is answered to the history as it stands."""
        prompt = f"You are a voice assistant.\n{json.dumps(self.whose)}\nToday's date is 2026-11-20."
        messages = [{"role": "system", "content": prompt}, *self.history]
        if not self.streamed:
            return self.client.chat("overtalkerr", messages).message.model_dump(exclude_none=True)
        parts = list(self.client.chat("overtalkerr", messages, stream=True, think=False, keep_alive="-1s"))
        assert [part.done for part in parts] == [False] * (len(parts) - 1) + [True]
        whole = {name: "".join(part.message.get(name) or "" for part in parts) for name in ("content", "thinking")}
        return {"role": "assistant", **whole}

    def anew(self) -> Chat:
        return Chat(self.client, self.streamed, self.remembers, self.whose)


@dataclass
class Hook:
    """A conversation as webhook-conversation holds it."""

    house: House
    streamed: bool = False
    conversation: str = field(default_factory=lambda: uuid.uuid4().hex)
    whose: Json = field(default_factory=dict)
    history: list[Json] = field(default_factory=list)

    def says(self, words: str) -> str:
        text = self.answer(words)
        self.history += [{"role": "user", "content": words}, {"role": "assistant", "content": text}]
        return text

    def answer(self, words: str) -> str:
        """What is answered to these words behind the history as it stands."""
        response = self.house.client.post("/homeassistant", json=self.payload(words))
        assert response.status_code == 200, response.text
        if not self.streamed:
            return str(response.get_json()["output"])
        *items, end = [json.loads(line) for line in response.text.splitlines()]
        assert end == {"type": "end"}
        assert {item["type"] for item in items} == {"item"}
        return "".join(item["content"] for item in items)

    def payload(self, words: str) -> Json:
        """As the integration posts it."""
        ours = {"conversation_id": self.conversation, "messages": self.history, "query": words, "stream": self.streamed}
        more = {"exposed_entities": "[]", "device_info": {"name": "kitchen"}, "agent_id": "conversation.films"}
        nobody = {"user_id": None, "device_id": None, "language": "en", "system_prompt": "You are a voice assistant."}
        return nobody | more | self.whose | ours

    def anew(self) -> Hook:
        return Hook(self.house, self.streamed, whose=self.whose)
