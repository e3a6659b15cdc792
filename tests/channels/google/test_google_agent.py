"""The agent for Dialogflow ES: its shape, and that it hands everything to our webhook."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from channels.google.agent import MOST_PHRASES, AgentError, agent, checked_endpoint
from channels.google.reading import WELCOME_ACTION
from channels.google.writing import main, packed
from intents import AskFor, AskStatus, Context
from intents.hearing import hear
from speech.hearing import languages
from speech.saying import open_speech
from tests.speech.languages import grammar_of

TAGS = ["de", "en", "es", "fr", "it", "nl", "pt-br"]
FILES = agent("https://box.example.net")
INTENTS: dict[str, Any] = {
    path: content for path, content in FILES.items() if path.startswith("intents/") and "_usersays_" not in path
}


def said(tag: str) -> list[list[dict[str, Any]]]:
    return [phrase["data"] for phrase in FILES[f"intents/Request_usersays_{tag}.json"]]


def test_the_zip_holds_what_an_agent_needs():
    with ZipFile(BytesIO(packed(FILES))) as archive:
        assert archive.testzip() is None
        read = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    assert read == FILES
    assert read["package.json"] == {"version": "1.0.0"}
    assert set(INTENTS) == {"intents/Welcome.json", "intents/Request.json", "intents/Everything else.json"}


def test_the_same_words_make_the_same_file():
    assert packed(agent("https://box.example.net")) == packed(FILES)


def test_it_speaks_every_language_that_we_hear_and_say():
    assert len(TAGS) == len({*languages()}.intersection(open_speech().languages))
    about = FILES["agent.json"]
    assert sorted([about["language"], *about["supportedLanguages"]]) == TAGS
    assert {path.rpartition("_")[2].removesuffix(".json") for path in FILES if "_usersays_" in path} == set(TAGS)


def test_it_begins_with_the_language_of_the_house():
    about = agent(language="pt")["agent.json"]
    assert (about["language"], "en" in about["supportedLanguages"]) == ("pt-br", True)


@pytest.mark.parametrize("path", INTENTS)
def test_every_intent_calls_the_webhook_and_says_something_where_it_is_silent(path: str):
    intent = INTENTS[path]
    assert (intent["webhookUsed"], intent["webhookForSlotFilling"]) == (True, False)
    assert intent["name"] == Path(path).stem
    messages = intent["responses"][0]["messages"]
    assert [message["lang"] for message in messages] == TAGS
    assert all(message["speech"][0] for message in messages)


def test_one_intent_opens_one_falls_back_one_asks():
    assert FILES["agent.json"]["webhook"] == {
        "url": "https://box.example.net/google",
        "username": "",
        "headers": {},
        "available": True,
        "useForDomains": False,
        "cloudFunctionsEnabled": False,
        "cloudFunctionsInitialized": False,
    }
    assert INTENTS["intents/Welcome.json"]["events"] == [{"name": "WELCOME"}]
    assert INTENTS["intents/Welcome.json"]["responses"][0]["action"] == WELCOME_ACTION
    assert [path for path, intent in INTENTS.items() if intent["fallbackIntent"]] == ["intents/Everything else.json"]
    assert [one["name"] for one in INTENTS["intents/Request.json"]["responses"][0]["parameters"]] == ["title"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_phrase_is_something_that_we_understand(tag: str):
    code = tag[:2]
    known, phrases = grammar_of(code), said(tag)
    assert 100 <= len(phrases) <= MOST_PHRASES
    for parts in phrases[::3]:
        words = "".join(part["text"] for part in parts)
        assert isinstance(hear(words, known, Context.NOTHING, 2026), AskFor | AskStatus), words


@pytest.mark.parametrize("tag", TAGS)
def test_a_phrase_marks_one_title_and_nothing_twice(tag: str):
    for parts in said(tag):
        marked = [part for part in parts if part["userDefined"]]
        assert [(part["meta"], part["alias"]) for part in marked] == [("@sys.any", "title")]
        assert all(part["text"] for part in parts)
        assert 2 <= len(parts) <= 3
    texts = ["".join(part["text"] for part in parts) for parts in said(tag)]
    assert len(texts) == len(set(texts))


def test_ids_are_never_the_same():
    phrases = [phrase["id"] for path, listed in FILES.items() if "_usersays_" in path for phrase in listed]
    ids = [*phrases, *(intent["id"] for intent in INTENTS.values())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("given", "endpoint"),
    [
        ("https://box.example.net", "https://box.example.net/google"),
        ("https://box.example.net:8443/", "https://box.example.net:8443/google"),
        ("https://box.example.net/movies/google", "https://box.example.net/movies/google"),
    ],
)
def test_an_address_is_completed(given: str, endpoint: str):
    assert checked_endpoint(given) == endpoint


@pytest.mark.parametrize(
    "given", ["http://box.example.net", "box.example.net", "https://", "https://a:b@c/", "https://[x"]
)
def test_an_address_that_dialogflow_would_refuse(given: str):
    with pytest.raises(AgentError, match="https://"):
        checked_endpoint(given)


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    zipped = tmp_path / "agent.zip"
    assert main(["--endpoint", "https://box.example.net", "--language", "de", "--to", str(zipped)]) is None
    assert "docs/google.md" in capsys.readouterr().out
    with ZipFile(zipped) as archive:
        assert json.loads(archive.read("agent.json"))["language"] == "de"


@pytest.mark.parametrize("given", [["--language", "xx"], ["--endpoint", "http://x"]])
def test_the_command_says_what_will_not_do(given: list[str], tmp_path: Path):
    assert main([*given, "--to", str(tmp_path / "agent.zip")])
    assert not list(tmp_path.iterdir())
