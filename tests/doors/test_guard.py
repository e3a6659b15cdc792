"""Who may come in."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask, Request, request
from flask.testing import FlaskClient

from doors.guard import COOKIE, PROXY_HEADERS, Guard, is_local
from doors.refusals import Refused
from tests.fake_backend import FakeBackend
from tests.house import House

KEY = "a-key-of-many-letters"
AWAY = {"environ_base": {"REMOTE_ADDR": "203.0.113.7"}}


def seen(address: str = "203.0.113.7", host: str = "nas:5000", **headers: str) -> Any:
    """A request as Flask sees it, from this address and under this name."""
    named = {name.replace("_", "-"): value for name, value in headers.items()} | {"Host": host}
    return Flask("test").test_request_context("/voice", headers=named, environ_base={"REMOTE_ADDR": address})


def is_let_in(guard: Guard, asked: Request) -> bool:
    try:
        guard.admit(asked)
    except Refused as refused:
        return (refused.status, "WWW-Authenticate" in refused.headers) != (401, True)
    return True


@pytest.fixture
def guard() -> Guard:
    return Guard(sha256(KEY.encode()).hexdigest())


def test_the_demo_lets_everybody_in():
    with seen():
        assert is_let_in(Guard(None), request)


def test_a_stranger_needs_the_key(guard: Guard):
    with seen():
        assert not is_let_in(guard, request)
    with seen(Authorization=f"Bearer {KEY}"):
        assert is_let_in(guard, request)


@pytest.mark.parametrize(
    ("header", "opens"),
    [
        (f"bearer {KEY}", True),
        (f"Bearer  {KEY} ", True),
        (KEY, False),
        (f"Basic {KEY}", False),
        ("Bearer", False),
        ("Bearer ", False),
        (f"Bearer {KEY}x", False),
        (f"Bearer {KEY[:-1]}", False),
        ("Bearer \xff\xfe", False),
    ],
)
def test_only_the_right_key_in_the_right_form(guard: Guard, header: str, opens: bool):
    with seen(Authorization=header):
        assert is_let_in(guard, request) is opens


def test_a_browser_may_keep_a_cookie_in_place_of_the_key(guard: Guard):
    assert KEY not in guard.cookie_value()
    with seen(Cookie=f"{COOKIE}={guard.cookie_value()}"):
        assert is_let_in(guard, request)
    for wrong in ("", KEY, "x", guard.cookie_value()[:-1], "\xff"):
        with seen(Cookie=f"{COOKIE}={wrong}"):
            assert not is_let_in(guard, request)


def test_the_cookie_is_no_use_to_another_site(guard: Guard):
    with seen(Cookie=f"{COOKIE}={guard.cookie_value()}", Origin="https://evil.example"):
        assert not is_let_in(guard, request)
    with seen(Cookie=f"{COOKIE}={guard.cookie_value()}", Origin="http://nas:5000"):
        assert is_let_in(guard, request)


@pytest.mark.parametrize(
    ("address", "host", "local"),
    [
        ("127.0.0.1", "localhost:5000", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "[::1]:5000", True),
        ("::ffff:127.0.0.1", "localhost", True),
        ("127.0.0.1", "LOCALHOST:5000", True),
        ("127.0.0.1", "rebound.example:5000", False),
        ("127.0.0.1", "localhost.example", False),
        ("127.0.0.1", "", False),
        ("192.168.1.4", "localhost", False),
        ("", "localhost", False),
        ("nonsense", "localhost", False),
    ],
)
def test_who_sits_at_this_machine(address: str, host: str, local: bool):
    with seen(address, host):
        assert is_local(request) is local


@pytest.mark.parametrize("header", PROXY_HEADERS)
def test_whoever_comes_through_a_proxy_does_not_sit_here(header: str):
    with seen("127.0.0.1", "localhost", **{header: "127.0.0.1"}):
        assert not is_local(request)


def test_nginx_as_it_comes_adds_no_header_and_is_known_by_its_http():
    with seen("127.0.0.1", "127.0.0.1:5000"):
        assert is_local(request)
        request.environ["SERVER_PROTOCOL"] = "HTTP/1.0"
        assert not is_local(request)


def test_a_page_of_another_site_does_not_sit_here():
    for origin in ("https://evil.example", "null", "http://localhost:9999"):
        with seen("127.0.0.1", "localhost:5000", Origin=origin):
            assert not is_local(request)


# --- the whole house


@pytest.fixture
def real(build_house: Callable[..., House]) -> House:
    """A house with a request manager, so with a key."""
    return build_house(FakeBackend(), voice_token=KEY)


def post(client: FlaskClient, **more: Any) -> int:
    return client.post("/voice", json={"text": "get dune"}, **more).status_code


def test_with_a_real_backend_a_stranger_needs_the_key(real: House):
    assert post(real.client, **AWAY) == 401
    assert post(real.client, headers={"Authorization": f"Bearer {KEY}"}, **AWAY) == 200
    assert post(real.client) == 200


def test_in_the_demo_a_stranger_needs_nothing(demo: House):
    assert post(demo.client, **AWAY) == 200


def test_a_key_is_made_and_shown_once(build_house: Callable[..., House], caplog):
    house = build_house(FakeBackend())
    told = [record.getMessage() for record in caplog.records if "shown this once" in record.getMessage()]
    (line,) = told
    key = line.rpartition(" ")[2]
    assert post(house.client, headers={"Authorization": f"Bearer {key}"}, **AWAY) == 200
    caplog.clear()
    house.restart()
    assert key not in caplog.text
    assert post(house.client, headers={"Authorization": f"Bearer {key}"}, **AWAY) == 200
    assert post(house.client, headers={"Authorization": "Bearer other"}, **AWAY) == 401


def test_behind_a_trusted_proxy_the_callers_own_address_counts(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token=KEY, trusted_proxies=1, rate_limit_per_minute=2)
    auth = {"Authorization": f"Bearer {KEY}"}
    assert post(house.client, headers={"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "localhost"}) == 401
    first = [post(house.client, headers={**auth, "X-Forwarded-For": "203.0.113.1"}) for _ in range(3)]
    assert first == [200, 200, 429]
    assert post(house.client, headers={**auth, "X-Forwarded-For": "203.0.113.2"}) == 200


def test_a_stranger_cannot_outrun_the_limit_with_ever_new_names(build_house: Callable[..., House]):
    house = build_house(rate_limit_per_minute=4)
    tries = [
        house.client.post("/voice", json={"text": "help", "speaker": str(number)}, **AWAY).status_code
        for number in range(60)
    ]
    assert tries[-1] == 429
