"""An agent for Dialogflow ES, to be restored from a zip: written by `script/google-agent` from `speech/`.

The agent understands nothing by itself: each of its intents hands what was said to our webhook. What people say stands
in it all the same, because Dialogflow's own hearing of a telephone line leans towards it.
"""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
#: The oldest date that a zip can hold.
NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


class AgentError(Exception):
    """An address or a language that will not do; the text is for the owner."""


def agent(endpoint: str = NO_ENDPOINT, language: str = "en") -> Files:
    """Every file of the agent. `language` is the one that it begins with. Raises AgentError."""
    speech = open_speech()
    spoken = sorted({*languages()}.intersection(speech.languages))
    if language not in spoken:
        raise AgentError(f"There is no language {language!r}; there are {', '.join(spoken)}.")
    others = [code for code in spoken if code != language]
    intents = {
        WELCOME: _intent(WELCOME, speech, spoken, action=WELCOME_ACTION, event="WELCOME"),
        REQUEST: _intent(REQUEST, speech, spoken, action="request", parameters=[_parameter()]),
        FALLBACK: _intent(FALLBACK, speech, spoken, action="input.unknown", is_fallback=True),
    }
    said = {f"intents/{REQUEST}_usersays_{_tag(code)}.json": phrases(code) for code in spoken}
    return {
        "package.json": {"version": "1.0.0"},
        "agent.json": _about(checked_endpoint(endpoint), _tag(language), [_tag(code) for code in others]),
        **{f"intents/{name}.json": intent for name, intent in intents.items()},
        **said,
    }


def packed(files: Files) -> bytes:
    """The zip. The same files make the same bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = ZipInfo(path, NO_DATE)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    return written.getvalue()


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
    found = list(_from_examples(code))
    said = dict.fromkeys([*found, *_from_samples(code, [title for _, title, _ in found])])
    return [_phrase(code, *parts) for parts in list(said)[:MOST_PHRASES]]


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
        "id": _id(f"{code} {before}{title}{behind}"),
        "data": [part for part in (around[0], marked, around[1]) if part],
        "isTemplate": False,
        "count": 0,
        "lang": _tag(code),
        "updated": 0,
    }


def _parameter() -> Json:
    return {
        "id": _id(TITLE),
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
    messages = [_message(_tag(code), text) for code, text in trouble.items()]
    response = {"resetContexts": False, "action": action, "affectedContexts": [], "parameters": parameters or []}
    return {
        "id": _id(name),
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


def _tag(code: str) -> str:
    return TAGS.get(code, code)


def _id(name: str) -> str:
    return str(uuid.uuid5(NAMES, name))


def main(arguments: list[str] | None = None) -> str | None:
    """What `script/google-agent` does; a text when it failed."""
    asked = _parser().parse_args(arguments)
    try:
        files = agent(asked.endpoint, asked.language)
    except AgentError as problem:
        return str(problem)
    asked.to.write_bytes(packed(files))
    sys.stdout.write(f"Wrote {asked.to}: {len(files)} files. docs/google.md tells where to restore it.\n")
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/google-agent", description="Write an agent for Dialogflow ES, a zip to be restored, from speech/."
    )
    parser.add_argument(
        "--endpoint",
        default=NO_ENDPOINT,
        metavar="URL",
        help="the https address of your /google (default: a placeholder)",
    )
    parser.add_argument("--language", default="en", metavar="CODE", help="the agent's first language (default: en)")
    parser.add_argument(
        "--to", type=Path, default=Path("google-agent.zip"), metavar="FILE", help="default: google-agent.zip"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
