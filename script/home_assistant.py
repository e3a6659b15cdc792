"""Drive a real Home Assistant over its own API, with us for its conversation agent: docs/home-assistant.md, "Tried".

    .venv/bin/python script/home_assistant.py http://127.0.0.1:8123 http://127.0.0.1:5000

The Home Assistant must be new (nobody is onboarded) and of 2025.4, whose set-up this goes through; we must be the demo.
Prints what was said and heard, and ends with 1 where Home Assistant would not do what we promise.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import requests

TEMPLATE = (
    '{{ {"user": user_name, "device": llm_context.device_id, "language": llm_context.language,'
    ' "turn": llm_context.context.id} | to_json }}'
)
#: What is said, in how many conversations, and whether the microphone must stay open.
TALKS = (
    (("download dune", True), ("the 1984 one", True), ("yes", False), ("undo that", False)),
    (("download severance", True), ("yes", True), ("season two", False)),
    (("yes", True),),
    (("download jurassic park", True), ("yes", False)),
)
PATIENCE = 30.0

Json = dict[str, Any]


class HomeAssistant:
    """A Home Assistant whose first user we are."""

    def __init__(self, url: str) -> None:
        self._url, self._session = url, requests.Session()
        told = {"client_id": url, "name": "Ann", "username": "ann", "password": "only for this", "language": "en"}
        code = self.post("/api/onboarding/users", told)["auth_code"]
        form = {"grant_type": "authorization_code", "code": code, "client_id": url}
        token = self._session.post(f"{url}/auth/token", data=form, timeout=PATIENCE).json()["access_token"]
        self._session.headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, body: Json) -> Json:
        """Its answer to this."""
        response = self._session.post(f"{self._url}{path}", json=body, timeout=PATIENCE)
        response.raise_for_status()
        told: Json = response.json()
        return told

    def add_agent(self, ours: str) -> str:
        """Add the integration Ollama at our address, with our prompt; the id of the agent."""
        flows = "/api/config/config_entries/flow"
        flow = self.post(flows, {"handler": "ollama"})["flow_id"]
        self.post(f"{flows}/{flow}", {"url": ours})
        made = self.post(f"{flows}/{flow}", {"model": "overtalkerr:latest"})
        options = "/api/config/config_entries/options/flow"
        flow = self.post(options, {"handler": made["result"]["entry_id"]})["flow_id"]
        self.post(f"{options}/{flow}", {"prompt": TEMPLATE})
        for _ in range(100):  # it is opened anew with the prompt
            if agent := self._agent():
                return agent
            time.sleep(0.2)
        sys.exit("The agent did not come up.")

    def _agent(self) -> str:
        states = self._session.get(f"{self._url}/api/states", timeout=PATIENCE).json()
        up = {state["entity_id"] for state in states if state["state"] != "unavailable"}
        agents = [name for name in up if name.startswith("conversation.") and name != "conversation.home_assistant"]
        return agents[0] if agents else ""

    def converse(self, agent: str, talk: tuple[tuple[str, bool], ...]) -> bool:
        """True where Home Assistant listens on exactly when it should."""
        whole, as_promised = dict[str, str](), True
        for words, listens in talk:
            told = {"text": words, "language": "en", "agent_id": agent} | whole
            answer = self.post("/api/conversation/process", told)
            whole = {"conversation_id": answer["conversation_id"]}
            speech = answer["response"]["speech"]["plain"]["speech"]
            right = answer["continue_conversation"] is listens
            print(f"> {words}\n  {speech}{'' if right else '   <- the microphone!'}")
            as_promised &= right
        print()
        return as_promised


def main(home_assistant: str, ours: str) -> int:
    """0 where every conversation went as promised."""
    home = HomeAssistant(home_assistant)
    agent = home.add_agent(ours)
    print(f"{agent}\n")
    went = [home.converse(agent, talk) for talk in TALKS]
    return 0 if all(went) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
