"""GET /openapi.json: what programs may ask; written down in docs/openapi.json, kept, and held against the service."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from channels.homeassistant.described import ChatAnswer, Part
from channels.homeassistant.ollama import OTHERS
from channels.openapi.document import WRITTEN, document, written
from tests.fake_backend import FakeBackend
from tests.house import House

DOCUMENT = document()
OPERATIONS = [(method, path) for path, told in DOCUMENT["paths"].items() for method in told]
#: What is not described here: pages and their files, and what Amazon and Google describe themselves.
ELSEWHERE = ("/static/", "/test", "/people", "/requests", "/alexa", "/google", "/metrics", "/webhooks/")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
)


def test_the_document_is_written_down_as_it_is():
    assert WRITTEN.read_text(encoding="utf-8") == written(), "run python -m channels.openapi.document"


def test_it_is_published_for_everybody(build_house: Callable[..., House]):
    house = build_house(FakeBackend())
    answer = house.client.get("/openapi.json", environ_base={"REMOTE_ADDR": "203.0.113.7"})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json() == DOCUMENT


def test_every_address_for_programs_is_in_it_and_no_other(house: House):
    nothing_there = {"/", *(f"/api/{other}" for other in OTHERS)}
    rules = {rule.rule for rule in house.app.url_map.iter_rules() if not rule.rule.startswith(ELSEWHERE)}
    assert rules - nothing_there == set(DOCUMENT["paths"])


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_way_to_be_refused_is_declared(method: str, path: str):
    declared = set(DOCUMENT["paths"][path][method]["responses"])
    assert {"200", "413", "500"} <= declared
    assert "429" in declared or path == "/health"
    assert "401" in declared or path in {"/health", "/openapi.json"}
    assert {"400", "415"} <= declared or method == "get"


def test_lines_are_as_declared(house: House):
    chat = {"model": "overtalkerr", "messages": [{"role": "user", "content": "get dune"}]}
    said = house.client.post("/api/chat", json=chat).text.splitlines()
    assert [ChatAnswer.model_validate_json(line).done for line in said] == [False, False, True]
    hook = {"query": "get dune", "conversation_id": "one", "stream": True}
    said = house.client.post("/homeassistant", json=hook).text.splitlines()
    assert [Part.model_validate_json(line).type for line in said] == ["item", "end"]


@pytest.mark.slow
@pytest.mark.timeout(150)
def test_whatever_is_sent_every_answer_is_as_declared_and_nothing_is_requested(house: House, tmp_path: Path):
    with house.served() as address:
        ran = judged(address, tmp_path)
    assert ran.returncode == 0, ran.stdout
    described = len(OPERATIONS) - 1  # it does not ask for the document itself again
    assert f"{described} selected / {described} total" in ran.stdout
    assert house.fake.submitted == []


def judged(address: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Schemathesis as its command: bounds and limits of every field, then what chance brings, the same each time."""
    chosen = ["--checks", ",".join(CHECKS), "--phases", "coverage,fuzzing", "--max-examples", "10", "--seed", "1"]
    bounded = ["--request-timeout", "12", "--no-color", "--generation-database", "none"]
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", *chosen, *bounded]
    home = os.environ | {"HOME": str(folder)}
    return subprocess.run(command, cwd=folder, env=home, capture_output=True, text=True, check=False)
