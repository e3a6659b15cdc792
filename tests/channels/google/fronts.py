"""Dialogflow, played by us: what is said to it reaches the service in either dialect, as Google sends it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Json = dict[str, Any]

ES_AGENT = "projects/movie-night/agent"
CX_AGENT = "projects/movie-night/locations/europe-west3/agents/5f0c4e5e-0000-4000-8000-000000000001"


@dataclass(slots=True)
class Front:
    """Somebody's chat window or telephone, in front of an agent."""

    client: FlaskClient
    session: str = "one"
    locale: str = "en"
    caller: str = ""
    asked: Json = field(default_factory=dict)  # the last request
    heard: Json = field(default_factory=dict)  # its answer

    def asks(self, words: str, delivery: str = "") -> Front:
        """Say something."""
        return self.sends(self.request(words, delivery or uuid.uuid4().hex))

    def opens(self, delivery: str = "") -> Front:
        """Say hello."""
        raise NotImplementedError

    def request(self, words: str, delivery: str) -> Json:
        raise NotImplementedError

    def sends(self, request: Json) -> Front:
        answer = self.posts(request)
        assert answer.status_code == 200, answer.text
        self.asked, self.heard = request, answer.get_json()
        return self

    def posts(self, request: Json, **more: Any) -> TestResponse:
        return self.client.post("/google", json=request, **more)

    @property
    def messages(self) -> list[Json]:
        raise NotImplementedError

    @property
    def says(self) -> str:
        told: str = self.messages[0]["text"]["text"][0]
        return told

    @property
    def is_listening(self) -> bool:
        raise NotImplementedError

    @property
    def box(self) -> list[Json]:
        """What Dialogflow Messenger shows below the text."""
        rich = [message["payload"]["richContent"] for message in self.messages if "payload" in message]
        return rich[0][0] if rich else []

    @property
    def card(self) -> Json | None:
        return next((part for part in self.box if part["type"] == "info"), None)

    @property
    def chips(self) -> list[str]:
        listed = [part["options"] for part in self.box if part["type"] == "chips"]
        return [option["text"] for option in listed[0]] if listed else []


class Es(Front):
    """Dialogflow ES."""

    def opens(self, delivery: str = "") -> Front:
        request = self.request("WELCOME", delivery or uuid.uuid4().hex)
        request["queryResult"] |= {"action": "input.welcome"}
        return self.sends(request)

    def request(self, words: str, delivery: str) -> Json:
        session = f"{ES_AGENT}/sessions/{self.session}"
        payload: Json = {"telephony": {"caller_id": self.caller}} if self.caller else {}
        return {
            "responseId": delivery,
            "session": session,
            "queryResult": {
                "queryText": words,
                "languageCode": self.locale,
                "action": "input.unknown",
                "parameters": {},
                "allRequiredParamsPresent": True,
                "intent": {"name": f"{ES_AGENT}/intents/1b0d0000-0000-4000-8000-000000000000", "displayName": "Words"},
                "intentDetectionConfidence": 1.0,
                "outputContexts": [{"name": f"{session}/contexts/__system_counters__", "lifespanCount": 1}],
            },
            "originalDetectIntentRequest": {"source": "GOOGLE_TELEPHONY" if payload else "", "payload": payload},
        }

    @property
    def messages(self) -> list[Json]:
        listed: list[Json] = self.heard["fulfillmentMessages"]
        assert self.heard["fulfillmentText"] == listed[0]["text"]["text"][0]
        return listed

    @property
    def is_listening(self) -> bool:
        return self.heard["payload"]["google"]["expectUserResponse"] is True


class Cx(Front):
    """Dialogflow CX."""

    def opens(self, delivery: str = "") -> Front:
        request = self.request("", delivery or uuid.uuid4().hex)
        del request["text"]
        return self.sends(request | {"triggerEvent": "WELCOME", "fulfillmentInfo": {"tag": "welcome"}})

    def request(self, words: str, delivery: str) -> Json:
        caller = {"payload": {"telephony": {"caller_id": self.caller}}} if self.caller else {}
        return {
            "detectIntentResponseId": delivery,
            "text": words,
            "languageCode": self.locale,
            "fulfillmentInfo": {"tag": "words"},
            "pageInfo": {
                "currentPage": f"{CX_AGENT}/flows/00000000-0000-0000-0000-000000000000/pages/START_PAGE",
                "displayName": "Start Page",
            },
            "sessionInfo": {"session": f"{CX_AGENT}/sessions/{self.session}", "parameters": {"again": True}},
            **caller,
        }

    @property
    def messages(self) -> list[Json]:
        assert self.heard["fulfillmentResponse"]["mergeBehavior"] == "REPLACE"
        listed: list[Json] = self.heard["fulfillmentResponse"]["messages"]
        return listed

    @property
    def is_listening(self) -> bool:
        flow = self.asked["pageInfo"]["currentPage"].removesuffix("/START_PAGE")
        ends = self.heard.get("targetPage") == f"{flow}/END_SESSION"
        assert ends or "targetPage" not in self.heard
        assert self.heard["sessionInfo"]["parameters"]["overtalkerr_expect_reply"] is not ends
        return not ends


FRONTS = {"es": Es, "cx": Cx}
