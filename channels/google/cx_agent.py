"""An agent for Dialogflow CX, in the format that CX itself exports and restores: a zip of JSON files.

https://cloud.google.com/dialogflow/cx/docs/reference/json-export lists the folders; each file holds the fields of the
API's own types (a timeout is written as its seconds), a text or a sentence its language, and a name stands for whatever
the API would name by its path. As in the agent for ES, nothing is decided there: all that is said goes to our webhook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from channels.google.agent import NO_ENDPOINT, REQUEST, checked_endpoint, id_of, languages_from, said_in, tag_of
from channels.google.reading import WELCOME_TAG
from speech.saying import Speech, open_speech

if TYPE_CHECKING:
    from channels.google.agent import Files, Json

#: Names that CX gives to what every agent has, and their id.
START, HELLO, OF_EVERY_AGENT = "Default Start Flow", "Default Welcome Intent", "00000000-0000-0000-0000-000000000000"
WEBHOOK: Final = "overtalkerr"
#: What fulfillments that hand on words are called with; any tag but the one of a greeting would do.
WORDS_TAG: Final = "words"
#: Seconds. What the channel's budget is made for.
TIMEOUT: Final = 5
#: What a front sends when a conversation begins; nothing that we know was understood; nothing was heard.
EVENTS: Final = {"WELCOME": WELCOME_TAG, "sys.no-match-default": WORDS_TAG, "sys.no-input-default": WORDS_TAG}


def cx_agent(endpoint: str = NO_ENDPOINT, language: str = "en") -> Files:
    """Every file of the agent. `language` is the one that it begins with. Raises AgentError."""
    speech = open_speech()
    spoken = languages_from(language, speech)
    others = [tag_of(code) for code in spoken if code != language]
    about = {
        "displayName": "Overtalkerr",
        "defaultLanguageCode": tag_of(language),
        "supportedLanguageCodes": others,
        "timeZone": "Europe/Paris",
        "speechToTextSettings": {"enableSpeechAdaptation": True},
        "startFlow": START,
    }
    return {
        "agent.json": about,
        f"flows/{START}/{START}.json": _flow(speech, spoken),
        f"intents/{HELLO}/{HELLO}.json": {"name": OF_EVERY_AGENT, "displayName": HELLO, "priority": 500000},
        f"intents/{REQUEST}/{REQUEST}.json": {"name": id_of(REQUEST), "displayName": REQUEST, "priority": 500000},
        **{f"intents/{REQUEST}/trainingPhrases/{tag_of(code)}.json": _phrases(code) for code in spoken},
        f"webhooks/{WEBHOOK}.json": _webhook(checked_endpoint(endpoint)),
    }


def _webhook(endpoint: str) -> Json:
    service = {"uri": endpoint, "webhookType": "STANDARD"}
    named = {"name": id_of(WEBHOOK), "displayName": WEBHOOK}
    return named | {"genericWebService": service, "timeout": {"seconds": TIMEOUT}}


def _flow(speech: Speech, spoken: list[str]) -> Json:
    """The one flow: whatever happens calls the webhook."""
    trouble = [_message(tag_of(code), speech.word("trouble", code)) for code in spoken]

    def calls(tag: str) -> Json:
        # The texts are said where the webhook does not answer: its answer replaces them.
        return {"triggerFulfillment": {"messages": trouble, "webhook": WEBHOOK, "tag": tag}}

    routes = {HELLO: WELCOME_TAG, REQUEST: WORDS_TAG}
    return {
        "name": OF_EVERY_AGENT,
        "displayName": START,
        "transitionRoutes": [
            {"name": id_of(f"route {intent}"), "intent": intent} | calls(tag) for intent, tag in routes.items()
        ],
        "eventHandlers": [
            {"name": id_of(f"event {event}"), "event": event} | calls(tag) for event, tag in EVENTS.items()
        ],
        "nluSettings": {"modelType": "MODEL_TYPE_ADVANCED", "classificationThreshold": 0.3},
    }


def _message(tag: str, text: str) -> Json:
    return {"text": {"text": [text]}, "languageCode": tag}


def _phrases(code: str) -> Json:
    said = ["".join(parts) for parts in said_in(code)]
    listed: list[dict[str, Any]] = [
        {"id": id_of(f"cx {code} {words}"), "parts": [{"text": words}], "repeatCount": 1, "languageCode": tag_of(code)}
        for words in said
    ]
    return {"trainingPhrases": listed}
