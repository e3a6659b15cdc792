"""Every address that we answer at, found by itself: what is too much, wrong, unasked for or from elsewhere."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from app import create_app
from channels.homeassistant.ollama import OTHERS
from doors.edges import MOST_BYTES
from doors.limits import SPEAKERS
from logs import Cleaner
from settings import read_settings
from tests.fake_backend import FakeBackend
from tests.house import House, copy_database

#: Nothing of this suite comes too often.
LOCKED = {
    "voice_token": "a-key-of-many-letters",
    "webhook_secret": "another-of-many-letters",
    "rate_limit_per_minute": 100_000,
}
EVIL = "https://evil.example"
SHOWN = {"Authorization": f"Bearer {LOCKED['voice_token']}"}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
#: Where no key is asked for. A new address asks for one, or is named here.
OPEN = {"/", "/static/test.js", "/health", "/openapi.json", "/test/key"}
#: There is no language model here: nothing that is sent is read.
NOTHING_HERE = {f"/api/{name}" for name in OTHERS}
#: Amazon signs its requests, and has no key; who does not sign is not told more.
SIGNED = {"/alexa"}
#: Request managers show a secret of their own before anything is read; what then holds stands in test_webhooks.py.
SECRET = {f"/webhooks/{sender}" for sender in ("overseerr", "jellyseerr", "seerr", "ombi", "generic")}
#: Pages, which are refused with a page.
PAGES = {"/test", "/test/key", "/people", "/requests", "/requests/1"}
#: Pages send forms.
FORMS = {"/test/key", "/people/code", "/people/unlink"}
NEVER_COUNTED = {"/health", "/static/test.js"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method at an address."""

    method: str
    path: str

    def asked(self, house: House, *, away: bool = False, **more: Any) -> TestResponse:
        base = {"REMOTE_ADDR": "203.0.113.7" if away else "127.0.0.1"}
        return house.client.open(self.path, method=self.method, buffered=True, environ_base=base, **more)


def endpoints_of(app: Flask) -> Iterator[Endpoint]:
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<path:filename>", "test.js").replace("<int:row>", "1")
        assert "<" not in path, f"say here how {rule.rule} is filled"
        yield from (Endpoint(method, path) for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}))


def all_endpoints() -> list[Endpoint]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(read_settings(database_url=f"sqlite:///{folder}/x.db", _env_file=None), Cleaner(()))
        app.extensions["overtalkerr"].stop()
        return list(endpoints_of(app))


ENDPOINTS = all_endpoints()
WRITES = [endpoint for endpoint in ENDPOINTS if endpoint.method == "POST" and endpoint.path not in NOTHING_HERE]


def named(endpoint: Endpoint) -> str:
    return f"{endpoint.method} {endpoint.path}"


every_endpoint = pytest.mark.parametrize("endpoint", ENDPOINTS, ids=named)
every_write = pytest.mark.parametrize("endpoint", WRITES, ids=named)
every_path = pytest.mark.parametrize("path", sorted({endpoint.path for endpoint in ENDPOINTS}))


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory, fresh_database: Path) -> Iterator[House]:
    """One house for all that is refused before anything happens."""
    house = House(copy_database(fresh_database, tmp_path_factory.mktemp("still")), FakeBackend(), given=LOCKED)
    yield house
    house.close()


def is_refused(answer: TestResponse, status: int) -> str:
    """The message of a refusal, in the one shape or in Ollama's."""
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    told = answer.get_json()
    assert set(told) == {"error"}
    error = told["error"]
    return str(error if isinstance(error, str) else error["message"])


@every_endpoint
def test_too_much_is_refused_everywhere(still: House, endpoint: Endpoint):
    is_refused(endpoint.asked(still, data=b" " * (MOST_BYTES + 1), content_type="application/json"), 413)


@every_write
def test_too_much_is_refused_also_where_it_does_not_say_so(still: House, endpoint: Endpoint):
    kind = "application/x-www-form-urlencoded" if endpoint.path in FORMS else "application/json"
    chunked: dict[str, Any] = {
        "input_stream": BytesIO(b"k=" + b"x" * MOST_BYTES),
        "headers": {"Transfer-Encoding": "chunked"},
    }
    environ = {"wsgi.input_terminated": True}
    answer = endpoint.asked(still, content_type=kind, environ_overrides=environ, **chunked)
    is_refused(answer, 401 if endpoint.path in SECRET - {"/webhooks/generic"} else 413)


@every_path
def test_another_method_is_refused(still: House, path: str):
    taken = {endpoint.method for endpoint in ENDPOINTS if endpoint.path == path}
    for method in set(METHODS) - taken:
        answer = still.client.open(path, method=method)
        is_refused(answer, 405)
        assert taken <= set(answer.headers["Allow"].split(", "))


@every_write
@pytest.mark.parametrize("kind", ["text/plain", "", "application/jsonx", "multipart/form-data; boundary=x"])
def test_another_kind_of_body_is_refused(still: House, endpoint: Endpoint, kind: str):
    answer = endpoint.asked(still, data=b"{}", content_type=kind)
    message = is_refused(answer, 400 if endpoint.path in SIGNED else 401 if endpoint.path in SECRET else 415)
    assert "Content-Type" in message or endpoint.path in SIGNED | SECRET
    assert still.fake.calls == []


@every_endpoint
def test_whoever_has_no_key_is_told_how_to_get_in(still: House, endpoint: Endpoint):
    for headers in ({}, {"Authorization": "Bearer something-else"}):
        answer = endpoint.asked(still, away=True, headers=headers, data=b"{}", content_type="application/json")
        if endpoint.path in OPEN | NOTHING_HERE | SIGNED:
            assert answer.status_code in {200, 400, 404, 415}
        elif endpoint.path in PAGES:
            assert (answer.status_code, answer.mimetype) == (401, "text/html")
        elif endpoint.path in SECRET:
            message = is_refused(answer, 401)
            assert "WEBHOOK_SECRET" in message or "X-Overtalkerr-Signature" in message
        else:
            message = is_refused(answer, 401)
            assert "'Authorization: Bearer KEY'" in message
            assert "VOICE_TOKEN" in message
            assert "script/token make" in message or endpoint.path.startswith(("/test/", "/people/", "/events"))
    assert still.fake.calls == []


@every_endpoint
def test_no_page_of_another_site_gets_to_read_an_answer(still: House, endpoint: Endpoint):
    asks = {"Origin": EVIL, "Access-Control-Request-Method": endpoint.method}
    before = still.client.options(endpoint.path, headers={**asks, "Access-Control-Request-Headers": "content-type"})
    after = endpoint.asked(still, headers={"Origin": EVIL, **SHOWN}, data=b"{}", content_type="application/json")
    for answer in (before, after):
        assert answer.status_code < 500
        assert not [name for name, _ in answer.headers if name.lower().startswith("access-control-")]


@every_endpoint
def test_an_address_that_asks_too_often_is_told_when_to_come_back(
    build_house: Callable[..., House], endpoint: Endpoint
):
    house = build_house(FakeBackend(), **LOCKED | {"rate_limit_per_minute": 1})
    answers = [endpoint.asked(house, away=True) for _ in range(SPEAKERS + 1)]
    if endpoint.path in NEVER_COUNTED:
        assert {answer.status_code for answer in answers} == {200}
    else:
        assert "Wait" in is_refused(answers[-1], 429)
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60


bodies = st.binary(max_size=60) | st.sampled_from([b"", b"{}", b"[]", b"null", b'{"text": 1}', b"key=%ff", b"key=\xff"])
kinds = st.sampled_from(
    ["", "application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
headers = st.dictionaries(
    st.sampled_from(
        [
            *("Authorization", "Cookie", "Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Accept"),
            *("MCP-Protocol-Version", "Mcp-Method", "Signature-256", "SignatureCertChainUrl", "Accept-Language"),
        ]
    ),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=30),
    max_size=3,
)


@given(st.sampled_from(ENDPOINTS), bodies, kinds, headers, st.text(max_size=20))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_sent_anywhere_breaks_or_requests_anything(
    house: House, endpoint: Endpoint, body: bytes, kind: str, told: dict[str, str], query: str
):
    more: dict[str, Any] = {
        "data": body,
        "content_type": kind,
        "headers": told,
        "query_string": {"speaker": query, "locale": query},
    }
    answer = endpoint.asked(house, **more)
    assert answer.status_code < 500, answer.text
    assert house.fake.submitted == []
