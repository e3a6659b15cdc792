"""Google's identity tokens: which are taken, and how often Google is asked for its keys."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from channels.google import open_google
from doors.guard import Guard
from doors.identity import NotFromGoogle
from doors.refusals import answer_errors_with_json
from settings import read_settings
from tests.channels.google.fronts import Es
from tests.doors.google_tokens import AUDIENCE, NOW, Google, claims, encoded, token, token_with_public_key_for_a_secret
from tests.fake_backend import FakeBackend
from tests.house import House

KEY = "a-key-of-many-letters"
AWAY = {"REMOTE_ADDR": "203.0.113.7"}
HEAD = {"alg": "RS256", "kid": "one"}
UNSIGNED = f"{token().rpartition('.')[0]}."
HUGE = "A" * 1_000_000

GOOD = {
    "as Google makes it": token(),
    "of a clock that is a little ahead": token(claims(iat=NOW + 50)),
    "of a clock that is a little behind": token(claims(exp=NOW - 50)),
}
BAD = {
    "another issuer": token(claims(iss="https://accounts.example.com")),
    "an issuer without its scheme": token(claims(iss="accounts.google.com")),
    "no issuer": token({"aud": AUDIENCE}),
    "another audience": token(claims(aud="https://films.example.org/voice")),
    "several audiences": token(claims(aud=[AUDIENCE])),
    "an audience that begins like ours": token(claims(aud=f"{AUDIENCE}/x")),
    "another account": token(claims(email="service-999@gcp-sa-dialogflow.iam.gserviceaccount.com")),
    "an account that is not verified": token(claims(email_verified=False)),
    "an account that says it is verified": token(claims(email_verified="true")),
    "no account": token(claims(email=None)),
    "expired": token(claims(exp=NOW - 61)),
    "of the future": token(claims(iat=NOW + 61)),
    "without an end": token(claims(exp=None)),
    "without a beginning": token(claims(iat=None)),
    "an end in words": token(claims(exp="2099-01-01")),
    "an end that is true": token(claims(exp=True)),
    "an end that is no number": token(claims(exp=float("nan"))),
    "an end that never comes": token(claims(exp=float("inf"))),
    "no algorithm": token(header={"alg": "none", "kid": "one"}),
    "no algorithm and no signature": ".".join((encoded(b'{"alg": "none"}'), token().split(".")[1], "")),
    "no signature": UNSIGNED,
    "an empty signature": f"{UNSIGNED}AA",
    "HS256 with the public key": token_with_public_key_for_a_secret(),
    "another algorithm named": token(header=HEAD | {"alg": "RS512"}),
    "another key than it names": token(key="another"),
    "a key that is not published": token(key="another", header=HEAD | {"kid": "another"}),
    "no key named": token(header={"alg": "RS256"}),
    "a key named by a number": token(header=HEAD | {"kid": 1}),
    "a key named at length": token(header=HEAD | {"kid": "x" * 201}),
    "demands that we do not know": token(header=HEAD | {"crit": ["x"]}),
    "other claims under a good signature": f"{token(claims(aud='x')).rpartition('.')[0]}.{token().rpartition('.')[2]}",
    "claims that are a list": token([claims()]),
    "a header that is a word": token(header="RS256"),
    "no JSON": ".".join([encoded(b"x")] * 3),
    "no UTF-8": ".".join([encoded(b"\xff")] * 3),
    "endless brackets": f"{encoded(b'[' * 3000)}.e30.AA",
    "a number without end": f"{encoded(b'9' * 5000)}.e30.AA",
    "one letter too many": "AAAAA.AAAAA.AAAAA",
    "two parts": "a.b",
    "four parts": f"{token()}.AA",
    "nothing": "",
    "the key": KEY,
    "blanks": token().replace(".", ". "),
    "padding": token() + "==",
    "letters beyond ASCII": "ä.ö.ü",
    "huge": HUGE,
    "huge parts": f"{HUGE}.{HUGE}.{HUGE}",
}


def is_taken(google: Google, shown: str) -> bool:
    try:
        google.identity.check(shown)
    except NotFromGoogle:
        return False
    return True


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_token_is_taken(kind: str):
    assert is_taken(Google(), GOOD[kind])


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_token_is_not(kind: str):
    assert not is_taken(Google(), BAD[kind])


@given(st.text(alphabet="AZaz09-_.e", max_size=300))
def test_whatever_is_shown_is_refused_and_nothing_else(shown: str):
    assert not is_taken(Google(), shown)


# --- Google's keys


def test_keys_are_fetched_once_and_kept_as_long_as_google_says():
    google = Google()
    identity = google.identity
    for _ in range(3):
        identity.check(token())
    google.now += 3000.0
    identity.check(token())
    assert google.asked == 1


def test_keys_that_are_too_old_are_fetched_anew():
    google = Google(max_age=300.0)
    identity = google.identity
    identity.check(token())
    google.now += 301.0
    google.published = ["two"]
    with pytest.raises(NotFromGoogle, match="does not publish"):
        identity.check(token())
    identity.check(token(key="two", header=HEAD | {"kid": "two"}))
    assert google.asked == 2


def test_a_new_key_is_found_and_unknown_ones_are_looked_for_once_a_minute():
    google = Google()
    identity = google.identity
    identity.check(token())
    google.published = ["one", "two"]
    google.now += 59.0
    new = token(key="two", header=HEAD | {"kid": "two"})
    for number in range(20):
        with pytest.raises(NotFromGoogle):
            identity.check(token(header=HEAD | {"kid": f"x{number}"}))
    assert google.asked == 1
    google.now += 1.0
    identity.check(new)
    assert google.asked == 2


def test_only_what_could_be_a_good_token_makes_us_ask():
    google = Google()
    for kind, shown in BAD.items():
        if kind not in {
            "an empty signature",
            "another key than it names",
            "a key that is not published",
            "other claims under a good signature",
        }:
            assert not is_taken(google, shown)
    assert google.asked == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_away": True},
        {"status": 503},
        {"body": b"<html>"},
        {"body": b"[]"},
        {"body": b'{"keys": 7}'},
        {"body": b'{"keys": [7, {"kid": "one", "kty": "RSA", "n": "AAAAA", "e": "AQAB"}, {"kid": "one"}]}'},
        {"body": json.dumps({"keys": [{"kid": "one", "kty": "EC"}]}).encode()},
        {"body": json.dumps({"keys": [{"kid": "one", "kty": "RSA", "n": "A" * 342, "e": "AQAB"}]}).encode()},
    ],
)
def test_where_the_keys_cannot_be_had_nobody_comes_in_and_it_is_tried_again_soon(
    wrong: dict[str, Any], caplog: pytest.LogCaptureFixture
):
    google = Google(**wrong)
    identity = google.identity
    for _ in range(3):
        with pytest.raises(NotFromGoogle):
            identity.check(token())
    assert google.asked == 1
    assert "cannot be had" in caplog.text
    google.is_away, google.status, google.body = False, 200, None
    google.now += 5.0
    identity.check(token())


def test_many_threads_make_one_fetch():
    google = Google()
    identity = google.identity
    threads = [threading.Thread(target=identity.check, args=(token(),)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert google.asked == 1


def test_no_more_keys_are_kept_than_google_has():
    google = Google(published=[f"k{number}" for number in range(3)] + ["one"] * 20)
    google.body = json.dumps({"keys": [Google._listed("two")] * 16 + [Google._listed("one")]}).encode()
    assert not is_taken(google, token())


# --- at the door of /google


@pytest.fixture
def google() -> Google:
    return Google()


@pytest.fixture
def client(google: Google, build_house: Callable[..., House]) -> FlaskClient:
    """/google of a house with a key, which knows Google's tokens too."""
    front = build_house(FakeBackend(), voice_token=KEY).built.front
    app = Flask("door")
    guard = Guard(sha256(KEY.encode()).hexdigest(), google=google.identity)
    app.register_blueprint(open_google(replace(front, guard=guard)))
    answer_errors_with_json(app)
    return app.test_client()


@pytest.mark.parametrize(
    ("shown", "status", "asked"),
    [
        (f"Bearer {token()}", 200, 1),
        (f"bearer  {token()} ", 200, 1),
        (f"Bearer {KEY}", 200, 0),
        (f"Basic {token()}", 401, 0),
        (token(), 401, 0),
        (f"Bearer {token(claims(aud='https://x'))}", 401, 0),
        ("", 401, 0),
    ],
)
def test_the_door_takes_a_token_beside_the_key(
    client: FlaskClient, google: Google, shown: str, status: int, asked: int
):
    front = Es(client)
    answer = front.posts(front.request("get dune", "1"), headers={"Authorization": shown}, environ_base=AWAY)
    assert (answer.status_code, google.asked) == (status, asked)


def test_the_caller_hears_how_to_do_it_right_and_the_log_why_it_was_wrong(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
):
    shown, front = token(claims(exp=NOW - 90)), Es(client)
    with caplog.at_level(logging.DEBUG):
        answer = front.posts(
            front.request("get dune", "1"), headers={"Authorization": f"Bearer {shown}"}, environ_base=AWAY
        )
    message = answer.get_json()["error"]["message"]
    assert all(way in message for way in ("Bearer", "Basic", "GOOGLE_SERVICE_AGENT", "GOOGLE_AUDIENCE"))
    assert "Refused an identity token at /google: it has expired" in caplog.text
    for part in shown.split("."):
        assert part not in caplog.text
        assert part not in answer.text


def test_a_token_opens_no_other_door(build_house: Callable[..., House], google: Google):
    house = build_house(FakeBackend(), voice_token=KEY)
    guard = Guard(sha256(KEY.encode()).hexdigest(), google=google.identity)
    front = replace(house.built.front, guard=guard)
    from channels.voice import open_voice

    app = Flask("door")
    app.register_blueprint(open_voice(front))
    answer_errors_with_json(app)
    shown = {"Authorization": f"Bearer {token()}"}
    answer = app.test_client().post("/voice", json={"text": "help"}, headers=shown, environ_base=AWAY)
    assert (answer.status_code, google.asked) == (401, 0)
    assert "GOOGLE" not in answer.get_json()["error"]["message"]


def test_it_is_off_unless_it_is_set_up(build_house: Callable[..., House], caplog: pytest.LogCaptureFixture):
    for given_, warned in (({}, False), ({"google_audience": AUDIENCE}, True)):
        house = build_house(FakeBackend(), voice_token=KEY, **given_)
        front = Es(house.client)
        shown = {"Authorization": f"Bearer {token()}"}
        answer = front.posts(front.request("x", "1"), headers=shown, environ_base=AWAY)
        assert answer.status_code == 401
        assert "GOOGLE" not in answer.get_json()["error"]["message"]
        assert ("belong together" in caplog.text) is warned


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("google_audience", "http://films.example.org/google"),
        ("google_audience", "films.example.org"),
        ("google_service_agent", "somebody@example.org"),
        ("google_service_agent", "service"),
    ],
)
def test_a_setting_that_cannot_be_right_stops_the_start(name: str, value: str):
    with pytest.raises(Exception, match=f"{name.upper()} is not allowed"):
        read_settings(_env_file=None, **{name: value})
