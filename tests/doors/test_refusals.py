"""Saying no: one shape for every error, and nothing of ours in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from doors.reading import MOST_BYTES, clean_text
from tests.fake_backend import FakeBackend
from tests.house import House


def is_refused(response: TestResponse, status: int, code: str) -> str:
    """The message of a refusal in the one shape."""
    assert response.status_code == status, response.text
    assert response.mimetype == "application/json"
    told: dict[str, Any] = response.get_json()
    assert set(told) == {"error"}
    assert set(told["error"]) == {"code", "message"}
    assert told["error"]["code"] == code
    assert isinstance(told["error"]["message"], str)
    return str(told["error"]["message"])


@pytest.fixture
def client(house: House) -> FlaskClient:
    return house.client


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "The body is not JSON."),
        (b"{", "The body is not JSON."),
        (b"\xff\xfe", "The body is not JSON."),
        (b"[" * 9000, "The body is not JSON."),
        (b'{"text": ' + b"9" * 5000 + b"}", "The body is not JSON."),
        (b"[]", "The body must be a JSON object."),
        (b'"text"', "The body must be a JSON object."),
        (b"null", "The body must be a JSON object."),
        (b"{}", "text: Field required"),
        (b'{"text": null}', "text: Input should be a valid string"),
        (b'{"text": 5}', "text: Input should be a valid string"),
        (b'{"text": "x", "session": 7}', "session: Input should be a valid string"),
        (b'{"text": "x", "locale": "not a locale"}', "locale: String should match pattern"),
        (b'{"text": "%s"}' % (b"x" * 1001), "text: String should have at most 1000 characters"),
    ],
)
def test_what_cannot_be_understood(client: FlaskClient, body: bytes, message: str):
    told = is_refused(client.post("/voice", data=body, content_type="application/json"), 400, "bad_request")
    assert message in told


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"])
def test_what_is_not_json(client: FlaskClient, kind: str):
    is_refused(client.post("/voice", data=b"{}", content_type=kind), 415, "unsupported_media_type")


def test_what_is_too_large(client: FlaskClient):
    large = b'{"text": "' + b"x" * MOST_BYTES + b'"}'
    is_refused(client.post("/voice", data=large, content_type="application/json"), 413, "too_large")


def test_what_is_too_large_and_does_not_say_so(client: FlaskClient):
    from io import BytesIO

    answer = client.post(
        "/voice",
        input_stream=BytesIO(b'{"text": "' + b"x" * MOST_BYTES + b'"}'),
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True},
        headers={"Transfer-Encoding": "chunked"},
    )
    is_refused(answer, 413, "too_large")


def test_who_has_no_key(build_house: Callable[..., House]):
    client = build_house(FakeBackend()).client
    answer = client.post("/voice", json={"text": "x"}, environ_base={"REMOTE_ADDR": "203.0.113.7"})
    is_refused(answer, 401, "unauthorized")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_the_key_is_asked_for_before_anything_is_read(build_house: Callable[..., House]):
    client = build_house(FakeBackend()).client
    answer = client.post("/voice", data=b"{", environ_base={"REMOTE_ADDR": "203.0.113.7"})
    is_refused(answer, 401, "unauthorized")


def test_who_comes_too_often(build_house: Callable[..., House]):
    client = build_house(rate_limit_per_minute=1).client
    away = {"REMOTE_ADDR": "203.0.113.7"}
    assert client.post("/voice", json={"text": "help"}, environ_base=away).status_code == 200
    answer = client.post("/voice", json={"text": "help"}, environ_base=away)
    is_refused(answer, 429, "rate_limited")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_an_address_that_is_not_there(client: FlaskClient):
    is_refused(client.get("/nowhere"), 404, "not_found")


def test_a_method_that_is_not_taken(client: FlaskClient):
    answer = client.get("/voice")
    is_refused(answer, 405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


def test_a_bug_is_logged_and_says_nothing_of_itself(house: House, caplog):
    house.fake.fails("search", ValueError("the inside of our head"))
    answer = house.client.post("/voice", json={"text": "get dune"})
    message = is_refused(answer, 500, "internal")
    assert "head" not in answer.text
    assert message == "Something went wrong on our side. It has been logged."
    assert "ValueError: the inside of our head" in caplog.text


@pytest.mark.parametrize(
    ("given", "cleaned"), [("a\x00b", "a b"), ("a\r\n\tb", "a b"), ("a\ud800b", "a?b"), ("a\u2028b", "a b"), ("ü", "ü")]
)
def test_text_is_cleaned(given: str, cleaned: str):
    assert clean_text(given) == cleaned
