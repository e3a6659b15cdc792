"""An agent in every shape, and clients that are closed after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import ollama
import pytest

from tests.channels.homeassistant.agents import Agent, Chat, Hook
from tests.house import House


@pytest.fixture
def served() -> Iterator[Callable[[House], ollama.Client]]:
    """Opens clients of Ollama on a house; they are closed after the test."""
    with ExitStack() as stack:

        def serve(house: House) -> ollama.Client:
            address = stack.enter_context(house.served())
            client = ollama.Client(address)
            stack.callback(client._client.close)
            return client

        yield serve


@pytest.fixture(params=["chat", "streamed chat", "forgetful chat", "hook", "streamed hook"])
def agent(request: pytest.FixtureRequest, house: House, served: Callable[[House], ollama.Client]) -> Agent:
    """In every shape."""
    shape: str = request.param
    streamed = shape.startswith("streamed")
    if shape.endswith("hook"):
        return Hook(house, streamed)
    return Chat(served(house), streamed, remembers=shape != "forgetful chat")
