"""What script/judge-alexa runs: the service, a proxy that signs as Amazon does and looks at every answer, the judges.

The demo answers, over a database that is thrown away. `judge_alexa.js` is what speaks.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import requests
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope
from flask import Flask
from werkzeug.serving import make_server

from app import create_app
from channels.alexa import open_alexa
from channels.alexa.moments import Moments
from channels.alexa.verifier import Verifier
from logs import Cleaner
from outbound import BadAddress
from settings import read_settings
from tests.channels.alexa.signing import SKILL, Amazon, sign
from tests.serving import OneAtATime

ROOT = Path(__file__).parents[1]
MODELS = DefaultSerializer()
MOST_BYTES, LONGEST_SPEECH = 120_000, 8000
#: One of the simulator's libraries tells of its own end at every start.
QUIET = {"AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE": "1"}
SPOKEN_TO = {"LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent"}

Json = dict[str, Any]


def faults(kind: str, status: int, body: bytes) -> Iterator[str]:
    """What Amazon would not like about an answer to a request of this kind."""
    if status != 200:
        yield f"status {status}"
        return
    if len(body) > MOST_BYTES:
        yield f"{len(body)} bytes"
    told = json.loads(body)
    if MODELS.serialize(MODELS.deserialize(body.decode(), ResponseEnvelope)) != told:
        yield "ask-sdk-model loses something"
    response = told["response"]
    if ("reprompt" in response) is not (response.get("shouldEndSession") is False):
        yield "reprompt and open session do not go together"
    if (kind in SPOKEN_TO) is not ("outputSpeech" in response):
        yield "speaks where it should not, or is silent where it should speak"
    for said in (response, response.get("reprompt", {})):
        yield from _faults_of_speech(said.get("outputSpeech"))


def _faults_of_speech(speech: Json | None) -> Iterator[str]:
    if speech is None:
        return
    if len(speech["ssml"]) > LONGEST_SPEECH:
        yield f"{len(speech['ssml'])} characters of speech"
    if not "".join(ET.fromstring(speech["ssml"]).itertext()).strip():  # noqa: S314 - our own service wrote it
        yield "no words"


@dataclass(slots=True)
class Minutes:
    """What the proxy saw."""

    answers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    screens: dict[str, Json] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, asked: Json, status: int, body: bytes) -> None:
        """Look at one answer."""
        kind = asked["request"]["type"]
        try:
            found = [*faults(kind, status, body)]
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a fault of the answer
            found = [f"cannot be read: {problem}"]
        with self.lock:
            self.answers[kind] += 1
            self.faults += [f"{kind} {asked['request'].get('intent', {}).get('name', '')}: {fault}" for fault in found]
            if not found:
                self._keep_screens(json.loads(body)["response"])

    def _keep_screens(self, response: Json) -> None:
        for directive in response.get("directives", []):
            if "document" in directive:
                self.answers["screens"] += 1
                self.screens[json.dumps(directive["document"], sort_keys=True)] = directive["document"]


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The skill as it is, over the demo; it trusts the authority that our proxy signs with."""
    settings = read_settings(database_url=f"sqlite:///{folder}/judge.db", mock_backend=True, alexa_skill_ids=SKILL)
    house = create_app(settings, Cleaner(settings.secrets)).extensions["overtalkerr"]
    amazon = Amazon.founded(datetime.now(UTC))

    def reader(skills: frozenset[str]) -> Verifier:
        fetch = amazon.bucket().fetch
        return Verifier(roots=amazon.roots, fetch=fetch, clock=lambda: datetime.now(UTC), skill_ids=skills)

    skill = Flask("skill")
    skill.register_blueprint(open_alexa(house.front, reader, Moments(address=_nowhere)))
    server = make_server("127.0.0.1", 0, skill, threaded=True, request_handler=OneAtATime)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    house.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alexa"
    finally:
        server.shutdown()
        house.stop()


def _nowhere(_endpoint: str) -> str:
    raise BadAddress("the simulator has no API")


@contextmanager
def proxy(service: str, minutes: Minutes) -> Iterator[str]:
    """Signs what comes, and passes it on."""
    session = requests.Session()
    session.trust_env = False

    class Signer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            letter = sign(self.rfile.read(int(self.headers["Content-Length"])))
            answer = session.post(service, data=letter.body, headers=dict(letter.headers), timeout=30)
            minutes.note(json.loads(letter.body), answer.status_code, answer.content)
            self.send_response(answer.status_code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Signer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def judge(locale: str, folder: Path, minutes: Minutes) -> list[Json]:
    """What came of each conversation and of each screen."""
    model = ROOT / "skill-package" / "interactionModels" / "custom" / f"{locale}.json"
    with service(folder) as skill, proxy(skill, minutes) as url:
        told = node("talk", {"URL": url, "MODEL": str(model), "LOCALE": locale, "SKILL": SKILL})
    screens = folder / "screens.json"
    screens.write_text(json.dumps([*minutes.screens.values()]), encoding="utf-8")
    return [*told, *node("lint", {"SCREENS": str(screens)})]


def node(task: str, given: dict[str, str]) -> list[Json]:
    """The rows that a task of judge_alexa.js writes. Its own faults go to stderr."""
    command = ["node", str(ROOT / "script" / "judge_alexa.js"), task]
    done = subprocess.run(command, env={**os.environ, **QUIET, **given}, stdout=subprocess.PIPE, check=True)
    rows: list[Json] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return rows


def main() -> int:
    """Print the table; 1 where somebody is not content."""
    parser = argparse.ArgumentParser(prog="script/judge-alexa")
    parser.add_argument("--locale", default="en-US")
    locale = parser.parse_args().locale
    minutes = Minutes()
    with tempfile.TemporaryDirectory() as folder:
        rows = judge(locale, Path(folder), minutes)
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(minutes.answers.items()))
    looked_at = {"what": "answers looked at", "ok": not minutes.faults, "note": kinds, "faults": minutes.faults}
    rows.append(looked_at)
    for row in rows:
        sys.stdout.write(f"{'ok  ' if row['ok'] else 'FAIL'}  {row['what']:<38}  {row['note']}\n")
        sys.stdout.writelines(f"      - {fault}\n" for fault in row.get("faults", [])[:20])
    return 0 if all(row["ok"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
