"""Drive a real Home Assistant over its own API: docs/home-assistant.md, "Judged by".

    .venv/bin/python script/home_assistant.py http://127.0.0.1:8123 http://127.0.0.1:5000 [KEY]

The Home Assistant must be new (nobody is onboarded); we must be the demo, or know its titles. Its integration for
Ollama is tried, and where it is installed webhook-conversation, streamed and plain. Prints what was said and heard, and
ends with 1 where Home Assistant would not do what we promise.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

import requests

TEMPLATE = (
    '{{ {"user": user_name, "device": llm_context.device_id, "language": llm_context.language,'
    ' "turn": llm_context.context.id} | to_json }}'
)
#: What is said, in how many conversations, and whether the microphone must stay open. Nothing is left requested.
TALKS = (
    (("download dune", True), ("the 1984 one", True), ("yes", False), ("undo that", False)),
    (("download severance", True), ("yes", True), ("season two", False), ("undo that", False)),
    (("yes", True),),
    (("download jurassic park", True), ("yes", False)),
)
PATIENCE = 30.0
ENTRIES = "/api/config/config_entries"

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
        self.version = str(self._get("/api/config")["version"])

    def post(self, path: str, body: Json) -> Json:
        """Its answer to this."""
        response = self._session.post(f"{self._url}{path}", json=body, timeout=PATIENCE)
        response.raise_for_status()
        told: Json = response.json()
        return told

    def _get(self, path: str) -> Any:
        return self._session.get(f"{self._url}{path}", timeout=PATIENCE).json()

    def add_ollama(self, ours: str, key: str) -> str:
        """Add the integration Ollama at our address, with our prompt; the id of the agent."""
        before, model = self._agents(), {"model": "overtalkerr:latest"}
        flow = f"{ENTRIES}/flow"
        step = self.post(flow, {"handler": "ollama"})
        asked = {field["name"] for field in step["data_schema"]}
        step = self.post(f"{flow}/{step['flow_id']}", {"url": ours} | ({"api_key": key} if "api_key" in asked else {}))
        if step["type"] == "create_entry":
            self._add_agent(step["result"]["entry_id"], model | {"name": "Ollama", "prompt": TEMPLATE})
        else:  # before 2025.7 an entry was its agent
            step = self.post(f"{flow}/{step['flow_id']}", model)
            options = f"{ENTRIES}/options/flow"
            step = self.post(options, {"handler": step["result"]["entry_id"]})
            self.post(f"{options}/{step['flow_id']}", {"prompt": TEMPLATE})
        return self._new_agent(before)

    def add_webhooks(self, ours: str, key: str) -> Iterator[str]:
        """Add webhook-conversation at our address, streamed and plain; the ids of the agents. None if it is missing."""
        response = self._session.post(
            f"{self._url}{ENTRIES}/flow", json={"handler": "webhook_conversation"}, timeout=PATIENCE
        )
        if not response.ok:
            return
        entry = response.json()["result"]["entry_id"]
        for streamed in (True, False):
            before = self._agents()
            form = {"name": "Streamed" if streamed else "Plain", "enable_streaming": streamed, "prompt": TEMPLATE}
            about = {"webhook_url": f"{ours}/homeassistant", "auth_type": "basic_auth", "output_field": "output"}
            self._add_agent(entry, form | about, {"username": "home assistant", "password": key})
            yield self._new_agent(before)

    def _add_agent(self, entry: str, *forms: Json) -> None:
        flow = f"{ENTRIES}/subentries/flow"
        step = self.post(flow, {"handler": [entry, "conversation"]})
        for form in forms:
            step = self.post(f"{flow}/{step['flow_id']}", form)
        if step["type"] != "create_entry":
            sys.exit(f"The agent was not added: {step.get('errors') or step.get('reason')}")

    def _agents(self) -> set[str]:
        up = {state["entity_id"] for state in self._get("/api/states") if state["state"] != "unavailable"}
        return {name for name in up if name.startswith("conversation.")}

    def _new_agent(self, before: set[str]) -> str:
        for _ in range(100):  # it is opened anew with the prompt
            if new := self._agents() - before - {"conversation.home_assistant"}:
                return new.pop()
            time.sleep(0.2)
        sys.exit("The agent did not come up.")

    def converse(self, agent: str, talk: tuple[tuple[str, bool], ...]) -> bool:
        """True where Home Assistant listens on exactly when it should."""
        whole, as_promised = dict[str, str](), True
        for words, listens in talk:
            told = {"text": words, "language": "en", "agent_id": agent} | whole
            answer = self.post("/api/conversation/process", told)
            whole = {"conversation_id": answer["conversation_id"]}
            speech = answer["response"]["speech"]["plain"]["speech"]
            right = answer["continue_conversation"] is listens and answer["response"]["response_type"] != "error"
            print(f"> {words}\n  {speech}{'' if right else '   <- not as promised!'}")
            as_promised &= right
        print()
        return as_promised


def main(home_assistant: str, ours: str, key: str = "no key") -> int:
    """0 where every conversation went as promised."""
    home = HomeAssistant(home_assistant)
    print(f"Home Assistant {home.version}\n")
    went = []
    for agent in (home.add_ollama(ours, key), *home.add_webhooks(ours, key)):
        print(f"--- {agent}\n")
        went += [home.converse(agent, talk) for talk in TALKS]
    print(f"{went.count(True)} of {len(went)} conversations went as promised.")
    return 0 if all(went) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
