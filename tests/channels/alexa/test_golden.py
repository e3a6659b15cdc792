"""Requests as Amazon sends them, and our whole answers to the letter: `golden/*.json`.

Each file holds what was sent before (`before`), the request, its answer, and which backend answered (`backend`).
`python -m tests.channels.alexa.test_golden` writes the answers anew, and a dialogue for each language that
has none; read the difference before you keep it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from ask_sdk_model import ResponseEnvelope

from backends.demo import DemoBackend
from channels.alexa.reading import USER_EVENT
from channels.alexa.screens import DOCUMENT
from media import Title
from media_backends import BackendUnreachable, MediaBackend, Query
from storage.demo_shelf import DemoShelf
from tests.channels.alexa.house import MODELS, open_house
from tests.channels.alexa.models import LANGUAGES, LISTINGS, value_of
from tests.channels.alexa.signing import sign

GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.json"))
SCREEN: Final = "screen.json"
SPEECH_LIMIT, ANSWER_LIMIT = 8000, 120_000

Json = dict[str, Any]


class Down(DemoBackend):
    """Cannot be reached."""

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        raise BackendUnreachable("connection refused")


class Broken(DemoBackend):
    """Has a bug."""

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        raise ZeroDivisionError


class Odd(DemoBackend):
    """Knows titles that break what is not escaped, with posters."""

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        found = super().search(replace(query, text="tenet"), timeout=timeout)[0]
        name = "\"Tenet\" & <Friends>, it's 'on'\x07"
        return (replace(found, name=name, poster="https://image.example.org/t/p/w500/tenet.jpg"),)


BACKENDS: Final[Mapping[str, type[DemoBackend]]] = {"demo": DemoBackend, "down": Down, "broken": Broken, "odd": Odd}


def read(file: Path) -> Json:
    """A pair; the document of a screen stands in a file of its own, and here by that file's name."""
    document = json.dumps(DOCUMENT)
    whole: Json = json.loads(
        file.read_text(encoding="utf-8").replace(f'"document": "{SCREEN}"', f'"document": {document}')
    )
    return whole


def written(golden: Json) -> str:
    """The same as it stands in the file."""
    for one in golden["response"]["response"].get("directives", []):
        if one.get("document") == DOCUMENT:
            one["document"] = SCREEN
    return json.dumps(golden, indent=2, ensure_ascii=False) + "\n"


def answer(folder: Path, golden: Json) -> Json:
    """What the service answers to the request of this file."""

    def new_backend(shelf: DemoShelf) -> MediaBackend:
        return BACKENDS[golden["backend"]](shelf, time.time, 30.0)

    with open_house(folder, new_backend) as house:
        echo = house.echo()
        for envelope in golden["before"]:
            assert echo.post(sign(json.dumps(envelope).encode())).status_code == 200
        told: Json = echo.post(sign(json.dumps(golden["request"]).encode())).get_json()
        return told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_golden(file: Path, tmp_path: Path) -> None:
    golden = read(file)
    assert answer(tmp_path, golden) == golden["response"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_amazons_models_lose_nothing_of_an_answer(file: Path) -> None:
    told = read(file)["response"]
    assert MODELS.serialize(MODELS.deserialize(json.dumps(told), ResponseEnvelope)) == told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_answer_keeps_amazons_rules(file: Path) -> None:
    golden = read(file)
    told = golden["response"]
    response = told["response"]
    assert told["sessionAttributes"] == {}
    assert len(json.dumps(told)) <= ANSWER_LIMIT
    assert ("reprompt" in response) is (response.get("shouldEndSession") is False)
    if golden["request"]["request"]["type"] in {"LaunchRequest", "IntentRequest", USER_EVENT}:
        assert isinstance(response["shouldEndSession"], bool)
        assert len(response["outputSpeech"]["ssml"]) <= SPEECH_LIMIT


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_dialogue_to_the_letter(language: str) -> None:
    golden = json.loads(dialogue(language).read_text(encoding="utf-8"))
    assert golden["request"]["request"]["locale"] in LISTINGS[language].locales
    assert golden["request"]["request"]["intent"]["slots"]["seasons"]["value"] == value_of(language, "1 2")


def test_there_is_a_pair_for_everything_that_alexa_sends() -> None:
    assert len(FILES) >= 18


def dialogue(language: str) -> Path:
    """Where the dialogue about seasons is held in this language."""
    return GOLDEN / ("seasons.json" if language == "en" else f"seasons-{language}.json")


def _translated(language: str) -> str:
    """The English dialogue without its answer, held with an Echo that is set to this language."""
    golden = json.loads(dialogue("en").read_text(encoding="utf-8"))
    for envelope in (*golden["before"], golden["request"]):
        envelope["request"]["locale"] = LISTINGS[language].locales[0]
        if seasons := envelope["request"]["intent"]["slots"].get("seasons"):
            seasons["value"] = value_of(language, "1 2")
    return json.dumps(golden)


def _write(say: Callable[[str], object]) -> None:
    for language in LANGUAGES:
        if not dialogue(language).exists():
            dialogue(language).write_text(_translated(language), encoding="utf-8")
    for file in sorted(GOLDEN.glob("*.json")):
        golden = read(file)
        with tempfile.TemporaryDirectory() as folder:
            golden["response"] = answer(Path(folder), golden)
        file.write_text(written(golden), encoding="utf-8")
        say(f"{file.name}\n")


if __name__ == "__main__":
    _write(sys.stdout.write)
