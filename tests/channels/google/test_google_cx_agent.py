"""The agent for Dialogflow CX: Google's own types take every file, and whatever happens calls our webhook."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from channels.google.agent import AgentError, agent
from channels.google.cx_agent import cx_agent
from channels.google.reading import read_turn
from channels.google.writing import main, packed
from intents import Launch
from tests.channels.google.fronts import Cx
from tests.house import House
from turns.taking import Understood, Words

TAGS = ["de", "en", "es", "fr", "it", "nl", "pt-br"]
FILES = cx_agent("https://films.example.org")
FLOW: Any = FILES["flows/Default Start Flow/Default Start Flow.json"]
HANDLERS = [*FLOW["transitionRoutes"], *FLOW["eventHandlers"]]

Json = dict[str, Any]


def taken_by_google(package: str, kind: str, message: Json) -> None:
    """Strictly: a field that this type does not have, or a value that does not fit, raises."""
    json_format = pytest.importorskip("google.protobuf.json_format")
    type_ = getattr(importlib.import_module(package), kind)
    json_format.ParseDict(message, type_.pb(type_()))


def without_language(node: Any) -> Any:
    """An export writes the language of a text beside it; the API takes it from the call."""
    if isinstance(node, list):
        return [without_language(each) for each in node]
    if isinstance(node, dict):
        return {name: without_language(value) for name, value in node.items() if name != "languageCode"}
    return node


def test_google_takes_the_agent_and_the_flow():
    taken_by_google("google.cloud.dialogflowcx_v3", "Agent", FILES["agent.json"])
    taken_by_google("google.cloud.dialogflowcx_v3", "Flow", without_language(FLOW))


def test_google_takes_the_webhook():
    webhook = FILES["webhooks/overtalkerr.json"]
    taken_by_google(
        "google.cloud.dialogflowcx_v3", "Webhook", webhook | {"timeout": f"{webhook['timeout']['seconds']}s"}
    )


@pytest.mark.parametrize("tag", TAGS)
def test_google_takes_the_intent_with_the_phrases_of_each_language(tag: str):
    phrases = FILES[f"intents/Request/trainingPhrases/{tag}.json"]
    assert {phrase["languageCode"] for phrase in phrases["trainingPhrases"]} == {tag}
    intent = FILES["intents/Request/Request.json"] | without_language(phrases)
    taken_by_google("google.cloud.dialogflowcx_v3", "Intent", intent)


def test_the_judge_is_strict():
    with pytest.raises(Exception, match="no field named"):
        taken_by_google("google.cloud.dialogflowcx_v3", "Flow", {"webhook": "x"})


def test_names_lead_to_what_is_there():
    assert f"flows/{FILES['agent.json']['startFlow']}/Default Start Flow.json" in FILES
    assert {f"intents/{route['intent']}/{route['intent']}.json" for route in FLOW["transitionRoutes"]} <= set(FILES)
    for handler in HANDLERS:
        named = FILES[f"webhooks/{handler['triggerFulfillment']['webhook']}.json"]
        assert named["displayName"] == handler["triggerFulfillment"]["webhook"]
    ids = [handler["name"] for handler in HANDLERS] + [
        phrase["id"]
        for tag in TAGS
        for phrase in FILES[f"intents/Request/trainingPhrases/{tag}.json"]["trainingPhrases"]
    ]
    assert len(ids) == len(set(ids))


def test_each_fulfillment_says_something_in_every_language_where_we_are_silent():
    for handler in HANDLERS:
        messages = handler["triggerFulfillment"]["messages"]
        assert [message["languageCode"] for message in messages] == TAGS
        assert all(message["text"]["text"][0] for message in messages)


def test_its_tags_are_those_that_we_read(house: House):
    request = Cx(house.client).request("get dune", "1")
    for handler in HANDLERS:
        turn = read_turn(request | {"fulfillmentInfo": {"tag": handler["triggerFulfillment"]["tag"]}})
        greets = handler.get("intent") == "Default Welcome Intent" or handler.get("event") == "WELCOME"
        assert turn.said == (Understood(Launch()) if greets else Words("get dune"))


def test_the_command_writes_it(tmp_path: Path):
    zipped = tmp_path / "agent.zip"
    assert main(["--cx", "--endpoint", "https://films.example.org", "--language", "de", "--to", str(zipped)]) is None
    with ZipFile(zipped) as archive:
        assert archive.testzip() is None
        about = json.loads(archive.read("agent.json"))
        assert json.loads(archive.read("webhooks/overtalkerr.json"))["genericWebService"]["uri"] == (
            "https://films.example.org/google"
        )
    assert (about["defaultLanguageCode"], len(about["supportedLanguageCodes"])) == ("de", 6)
    assert packed(FILES) == packed(cx_agent("https://films.example.org"))


@pytest.mark.parametrize("given", [{"language": "xx"}, {"endpoint": "http://x"}])
def test_what_will_not_do(given: dict[str, str]):
    with pytest.raises(AgentError):
        cx_agent(**given)


# --- the agent for ES, whose zip has words of its own for the fields of the API


ES = agent("https://films.example.org")
ES_INTENTS = ["Welcome", "Request", "Everything else"]


@pytest.mark.parametrize("name", ES_INTENTS)
def test_google_takes_the_values_of_each_intent_of_es(name: str):
    intent: Any = ES[f"intents/{name}.json"]
    answer = intent["responses"][0]
    said = [phrases for path, phrases in ES.items() if path.startswith(f"intents/{name}_usersays_")]
    taken_by_google(
        "google.cloud.dialogflow_v2",
        "Intent",
        {
            "displayName": intent["name"],
            "webhookState": "WEBHOOK_STATE_ENABLED",
            "priority": intent["priority"],
            "isFallback": intent["fallbackIntent"],
            "action": answer["action"],
            "resetContexts": answer["resetContexts"],
            "events": [event["name"] for event in intent["events"]],
            "messages": [{"text": {"text": message["speech"]}} for message in answer["messages"]],
            "parameters": [
                {
                    "displayName": parameter["name"],
                    "value": parameter["value"],
                    "defaultValue": parameter["defaultValue"],
                    "entityTypeDisplayName": parameter["dataType"],
                    "mandatory": parameter["required"],
                    "prompts": parameter["prompts"],
                    "isList": parameter["isList"],
                }
                for parameter in answer["parameters"]
            ],
            "trainingPhrases": [
                {
                    "type": "TEMPLATE" if phrase["isTemplate"] else "EXAMPLE",
                    "parts": [part(one) for one in phrase["data"]],
                }
                for phrases in said
                for phrase in phrases
            ],
        },
    )


def part(one: Json) -> Json:
    known = {"text": "text", "meta": "entityType", "alias": "alias", "userDefined": "userDefined"}
    return {known[name]: value for name, value in one.items()}


def test_google_takes_the_values_of_the_agent_of_es():
    about: Any = ES["agent.json"]
    taken_by_google(
        "google.cloud.dialogflow_v2",
        "Agent",
        {
            "displayName": about["displayName"],
            "defaultLanguageCode": about["language"],
            "supportedLanguageCodes": about["supportedLanguages"],
            "timeZone": about["defaultTimezone"],
            "classificationThreshold": about["mlMinConfidence"],
            "apiVersion": f"API_VERSION_{about['onePlatformApiVersion'].upper()}",
            "enableLogging": not about["disableInteractionLogs"],
        },
    )
    service = {"uri": about["webhook"]["url"], "requestHeaders": about["webhook"]["headers"]}
    taken_by_google("google.cloud.dialogflow_v2", "Fulfillment", {"genericWebService": service, "enabled": True})
