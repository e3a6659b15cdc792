"""Google's own protocol buffers take every request and every answer, to the last field; strictly, as Google does."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.channels.google.fronts import FRONTS
from tests.channels.google.test_google_golden import FILES
from tests.fake_backend import FakeBackend
from tests.house import House

PACKAGES = {"es": "google.cloud.dialogflow_v2", "cx": "google.cloud.dialogflowcx_v3"}

Judge = Callable[[str, str, dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def judge() -> Judge:
    """Reads a message of a dialect, and gives it back as Google would write it."""
    try:
        json_format = importlib.import_module("google.protobuf.json_format")
        types = {dialect: importlib.import_module(package) for dialect, package in PACKAGES.items()}
    except ImportError as missing:
        pytest.skip(f"Google's types are not installed (requirements-dev.txt has them): {missing}")

    def read(dialect: str, name: str, message: dict[str, Any]) -> dict[str, Any]:
        kind = getattr(types[dialect], name)
        parsed = json_format.ParseDict(message, kind.pb(kind()))
        told: dict[str, Any] = json_format.MessageToDict(parsed)
        return told

    return read


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_google_takes_every_golden_pair(judge: Judge, file: Path):
    golden, dialect = json.loads(file.read_text(encoding="utf-8")), file.stem[:2]
    judge(dialect, "WebhookRequest", golden["request"])
    assert (
        judge(dialect, "WebhookResponse", golden["response"]) == golden["response"]
    )  # nothing is lost or written otherwise


@pytest.mark.parametrize("dialect", FRONTS)
def test_google_takes_every_answer_of_a_long_talk(judge: Judge, build_house: Callable[..., House], dialect: str):
    front = FRONTS[dialect](build_house(FakeBackend()).client)
    for words in (
        "get dune",
        "next",
        "no",
        "get the bear",
        "yes",
        "all of them",
        "undo that",
        "x" * 900,
        "\x00é😀",
    ):
        front.asks(words)
        judge(dialect, "WebhookRequest", front.asked)
        assert judge(dialect, "WebhookResponse", front.heard) == front.heard


@pytest.mark.parametrize("dialect", FRONTS)
def test_the_judge_is_strict(judge: Judge, dialect: str):
    with pytest.raises(Exception, match="no field named"):
        judge(dialect, "WebhookResponse", {"endInteraction": True})
