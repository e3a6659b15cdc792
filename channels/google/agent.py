"""An agent for Dialogflow ES, to be restored from a zip: written by `script/google-agent` from `speech/`.

The agent understands nothing by itself: each of its intents hands what was said to our webhook. What people say stands
in it all the same, because Dialogflow's own hearing of a telephone line leans towards it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any, Final
from urllib.parse import urlsplit

from channels.google.reading import WELCOME_ACTION
from speech.hearing import data, examples, languages
from speech.saying import Speech, open_speech

Json = dict[str, Any]
Files = Mapping[str, Any]  # by their path in the zip

#: Stands in the agent until an owner gives an address.
NO_ENDPOINT: Final = "https://overtalkerr.example.com/google"
WELCOME, REQUEST, FALLBACK = "Welcome", "Request", "Everything else"
#: Dialogflow's tag of a language, where it is not our own.
TAGS: Final = {"pt": "pt-br"}
TITLE: Final = "title"
ANYTHING: Final = "@sys.any"
#: What Dialogflow takes for one intent and language.
MOST_PHRASES: Final = 2000
#: Ids come from names, so that the same words make the same file.
NAMES: Final = uuid.UUID("8d6a2c1e-7b0f-5c55-9a53-0d2f6f3f5b1d")


class AgentError(Exception):
    """An address or a language that will not do; the text is for the owner."""


def agent(endpoint: str = NO_ENDPOINT, language: str = "en") -> Files:
    """Every file of the agent. `language` is the one that it begins with. Raises AgentError."""
    speech = open_speech()
    spoken = languages_from(language, speech)
    others = [code for code in spoken if code != language]
    intents = {
        WELCOME: _intent(WELCOME, speech, spoken, action=WELCOME_ACTION, event="WELCOME"),
        REQUEST: _intent(REQUEST, speech, spoken, action="request", parameters=[_parameter()]),
        FALLBACK: _intent(FALLBACK, speech, spoken, action="input.unknown", is_fallback=True),
    }
    said = {f"intents/{REQUEST}_usersays_{tag_of(code)}.json": phrases(code) for code in spoken}
    return {
        "package.json": {"version": "1.0.0"},
        "agent.json": _about(checked_endpoint(endpoint), tag_of(language), [tag_of(code) for code in others]),
        **{f"intents/{name}.json": intent for name, intent in intents.items()},
        **said,
    }


def languages_from(first: str, speech: Speech) -> list[str]:
    """Every language that we hear and say. Raises AgentError where `first` is none of them."""
    spoken = sorted({*languages()}.intersection(speech.languages))
    if first not in spoken:
        raise AgentError(f"There is no language {first!r}; there are {', '.join(spoken)}.")
    return spoken


def checked_endpoint(endpoint: str) -> str:
    """The address that Dialogflow calls; a bare host gets our path. Raises AgentError."""
    refused = AgentError(f"{endpoint!r} will not do: Dialogflow calls https:// addresses only.")
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        raise refused from None
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        raise refused
    return endpoint if parts.path.rstrip("/") else f"https://{parts.netloc}/google"


def phrases(code: str) -> list[Json]:
    """What people say when they ask for a title, with the title marked."""
    return [_phrase(code, *parts) for parts in said_in(code)]


def said_in(code: str) -> list[tuple[str, str, str]]:
    """What people say when they ask for a title: what stands before it, the title, what stands behind it."""
    found = list(_from_examples(code))
    said = dict.fromkeys([*found, *_from_samples(code, [title for _, title, _ in found])])
    return list(said)[:MOST_PHRASES]


def _from_examples(code: str) -> Iterator[tuple[str, str, str]]:
    """What stands before the title, the title, and what stands behind it."""
    for example in examples(code):
        before, title, behind = example["say"].partition(example.get("title") or "\0")
        plain = "intent" not in example and "fails" not in example and "context" not in example
        if plain and title and (before or behind):
            yield before, title, behind


def _from_samples(code: str, titles: list[str]) -> Iterator[tuple[str, str, str]]:
    """The sentences that stand in the language's files, with these titles in their gaps."""
    title = cycle(titles)
    for sample in data(code).get("samples", {}).get("request", ()):
        before, gap, behind = sample.partition("{title}")
        if gap and not set(before + behind) & set("[](|)<>{}"):
            yield before, next(title), behind


def _phrase(code: str, before: str, title: str, behind: str) -> Json:
    marked = {"text": title, "meta": ANYTHING, "alias": TITLE, "userDefined": True}
    around = [{"text": text, "userDefined": False} if text else None for text in (before, behind)]
    return {
        "id": id_of(f"{code} {before}{title}{behind}"),
        "data": [part for part in (around[0], marked, around[1]) if part],
        "isTemplate": False,
        "count": 0,
        "lang": tag_of(code),
        "updated": 0,
    }


def _parameter() -> Json:
    return {
        "id": id_of(TITLE),
        "name": TITLE,
        "required": False,
        "dataType": ANYTHING,
        "value": f"${TITLE}",
        "defaultValue": "",
        "isList": False,
        "prompts": [],
        "promptMessages": [],
        "noMatchPromptMessages": [],
        "noInputPromptMessages": [],
        "outputDialogContexts": [],
    }


def _intent(
    name: str,
    speech: Speech,
    spoken: list[str],
    *,
    action: str,
    event: str = "",
    parameters: list[Json] | None = None,
    is_fallback: bool = False,
) -> Json:
    """An intent that calls the webhook; what it says itself is heard only where nothing answers there."""
    trouble = {code: speech.word("trouble", code) for code in spoken}
    messages = [_message(tag_of(code), text) for code, text in trouble.items()]
    response = {"resetContexts": False, "action": action, "affectedContexts": [], "parameters": parameters or []}
    return {
        "id": id_of(name),
        "name": name,
        "auto": True,
        "contexts": [],
        "responses": [response | {"messages": messages, "speech": []}],
        "priority": 500000,
        "webhookUsed": True,
        "webhookForSlotFilling": False,
        "fallbackIntent": is_fallback,
        "events": [{"name": event}] if event else [],
        "conditionalResponses": [],
        "condition": "",
        "conditionalFollowupEvents": [],
    }


def _message(tag: str, text: str) -> Json:
    return {"type": "0", "title": "", "textToSpeech": "", "lang": tag, "speech": [text], "condition": ""}


def _about(endpoint: str, tag: str, others: list[str]) -> Json:
    return {
        "description": "",
        "language": tag,
        "shortDescription": "",
        "examples": "",
        "linkToDocs": "",
        "displayName": "Overtalkerr",
        "disableInteractionLogs": False,
        "disableStackdriverLogs": True,
        "defaultTimezone": "Europe/Paris",
        "webhook": {
            "url": endpoint,
            "username": "",
            "headers": {},
            "available": True,
            "useForDomains": False,
            "cloudFunctionsEnabled": False,
            "cloudFunctionsInitialized": False,
        },
        "isPrivate": True,
        "mlMinConfidence": 0.3,
        "supportedLanguages": others,
        "enableOnePlatformApi": True,
        "onePlatformApiVersion": "v2",
        "analyzeQueryTextSentiment": False,
        "enabledKnowledgeBaseNames": [],
        "knowledgeServiceConfidenceAdjustment": 0.0,
        "dialogBuilderMode": False,
        "baseActionPackagesUrl": "",
        "enableSpellCorrection": False,
    }


def tag_of(code: str) -> str:
    """Dialogflow's tag of a language of ours."""
    return TAGS.get(code, code)


def id_of(name: str) -> str:
    """An id, always the same for the same name."""
    return str(uuid.uuid5(NAMES, name))
