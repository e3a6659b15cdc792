"""What script/new writes for a channel: its module, the first pairs that its test holds it to, and a page."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CHANNEL = '''"""POST /{name}: who calls here, and which version of it was measured. docs/{name}.md is for its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front
from doors.described import Answer, Operation
from doors.reading import Locale, clean_text, read_json
from turns.taking import Words

if TYPE_CHECKING:
    from speech.saying import Speech
    from turns.taking import Said, Taking

#: Seconds in which a turn must be answered: how long the platform waits, less the way here and back. Say which it is.
BUDGET: Final = 8.0


class {Name}Request(BaseModel):
    """What is posted. Unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    said: Annotated[str, Field(max_length=1000)]
    conversation: Annotated[str, Field(min_length=1, max_length=200)]
    person: Annotated[str, Field(max_length=200)] = ""
    locale: Locale | None = None
    delivery: Annotated[str, Field(max_length=200)] = ""  # the same for a turn that is delivered again


class {Name}Answer(BaseModel):
    """What is answered."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    say: str
    listen: bool


def open_{name}(front: Front) -> Blueprint:
    """The blueprint of this channel."""
    blueprint = Blueprint("{name}", __name__)

    @blueprint.post("/{name}")
    def {name}() -> Response:
        front.guard.admit(request, CHANNEL.name)
        asked = read_json(request, {Name}Request)
        front.limits.count(request, asked.person or asked.conversation)
        return jsonify(_answer(front, asked))

    return blueprint


def _answer(front: Front, asked: {Name}Request) -> dict[str, Any]:
    locale = asked.locale or front.locale
    return front.answer(
        CHANNEL,
        hear(asked),
        person=asked.person,
        conversation=asked.conversation,
        locale=locale,
        tell=lambda taking: tell(taking, front.speech, locale),
        delivery=asked.delivery,
    )


def hear(asked: {Name}Request) -> Said:
    """What was said: words, or what the platform understood by itself (see turns/taking.py)."""
    return Words(clean_text(asked.said))


def tell(taking: Taking, speech: Speech, locale: str) -> dict[str, Any]:
    """The answer's JSON."""
    answer = {Name}Answer(say=speech.say(taking.reply, locale).plain, listen=taking.reply.listening)
    return answer.model_dump(mode="json")


OPERATIONS: Final = (
    Operation(
        "post",
        "/{name}",
        "{name}",
        "One turn of a conversation",
        {{200: Answer({Name}Answer)}},
        body={Name}Request,
    ),
)
CHANNEL: Final = Channel("{name}", BUDGET, open_{name}, operations=OPERATIONS)
'''

TEST = '''"""What is posted to /{name}, and our whole answers to the letter: each file in golden/ is one pair."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.{name} import CHANNEL
from tests.fake_backend import FakeBackend
from tests.house import House

GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.json"))
KEY = "a-key-of-many-letters"
STRANGER = {{"REMOTE_ADDR": "203.0.113.7"}}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_golden(house: House, file: Path):
    for pair in json.loads(file.read_text(encoding="utf-8")):
        answer = house.client.post("/{name}", json=pair["request"])
        assert answer.status_code == 200, answer.text
        assert answer.get_json() == pair["response"]


def test_a_film_is_requested_once_though_it_is_delivered_twice(house: House):
    for said in ("get dune", "yes", "yes"):
        posted = {{"said": said, "conversation": "one", "delivery": said}}
        assert house.client.post("/{name}", json=posted).status_code == 200
    assert house.fake.submitted == ["tmdb:438631"]


def test_a_key_of_its_own_opens_it(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY)
    posted = {{"said": "help", "conversation": "one"}}
    headers = {{"Authorization": f"Bearer {{KEY}}"}}
    assert house.client.post("/{name}", json=posted, environ_base=STRANGER).status_code == 401
    assert house.client.post("/{name}", json=posted, environ_base=STRANGER, headers=headers).status_code == 200


def test_it_says_how_long_its_platform_waits():
    assert 0 < CHANNEL.budget <= 20


text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
fields = {{"said": text, "conversation": text, "person": values, "locale": values}}
bodies = st.fixed_dictionaries({{}}, optional=fields)


@given(bodies | values)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_posted_breaks_it_or_requests_anything(house: House, body: Any):
    answer = house.client.post("/{name}", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {{200, 400}}, answer.text
    assert house.fake.submitted == []
'''

GOLDEN = """[
  {{
    "request": {{"said": "get dune", "conversation": "one"}},
    "response": {{"say": "I found the movie Dune, released in 2021. Is that the one you want?", "listen": true}}
  }},
  {{
    "request": {{"said": "no", "conversation": "one"}},
    "response": {{"say": "What about the movie Dune, released in 1984?", "listen": true}}
  }}
]
"""

PAGE = """# {Name}

What it is, who has one, and what works with it: to be written.

## Setting it up
Steps that were counted, from nothing to the first answer.

1. `script/token make {name} NAME` shows a key once.
2. To be written: where the platform wants the address `https://YOUR-ADDRESS/{name}` and the key.

## What works and what does not
To be written: who is told apart, languages, cards, what the platform says where we do not answer in time.

## Judged by
To be written: a real client that nobody here wrote, its version, what was said, the result.
"""

FRAGMENT = "Added: {Name}: to be written, in one sentence about what is different for the reader.\n"


def begin(name: str) -> list[str]:
    """Write the files; returns their paths."""
    words = {"name": name, "Name": name.title()}
    issue = max(path.name[:3] for path in (ROOT / "changelog.d").glob("[0-9][0-9][0-9]-*.md"))
    files = {
        f"channels/{name}.py": CHANNEL,
        f"tests/channels/{name}/test_{name}_golden.py": TEST,
        f"tests/channels/{name}/golden/offer.json": GOLDEN,
        f"docs/{name}.md": PAGE,
        f"changelog.d/{issue}-{name}.md": FRAGMENT,
    }
    for path, text in files.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text.format(**words), encoding="utf-8")
    return list(files)
