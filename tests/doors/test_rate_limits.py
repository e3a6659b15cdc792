"""How often somebody may come in: over real sockets, and with a real proxy in between."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, request

from doors.limits import COUNTERS, SPEAKERS, Limits, network_of
from doors.refusals import Refused, answer_errors_with_json
from settings import ROOT, SettingsError, read_settings
from tests.fake_backend import FakeBackend
from tests.house import House
from tests.redis_server import a_redis, needs_redis

#: All of 127.0.0.0/8 is this machine, so callers can differ.
ANN, BOB = "127.0.0.2", "127.0.0.3"
KEY = "a-key-of-many-letters"


@dataclass(frozen=True, slots=True)
class Heard:
    status: int
    wait: str | None  # Retry-After
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who calls from an address of their own, under a name that is not this machine's."""

    address: str

    def posts(self, port: int, speaker: str = "", claims: str | None = None) -> Heard:
        told = {"X-Forwarded-For": claims} if claims else {}
        headers = {"Content-Type": "application/json", "Host": "nas.example", "Authorization": f"Bearer {KEY}", **told}
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10, source_address=(self.address, 0))
        try:
            line.request("POST", "/voice", json.dumps({"text": "help", "speaker": speaker}), headers)
            answer = line.getresponse()
            return Heard(answer.status, answer.getheader("Retry-After"), json.loads(answer.read()))
        finally:
            line.close()

    def tries(self, port: int, times: int, claims: Callable[[int], str | None] = lambda _: None) -> list[int]:
        return [self.posts(port, claims=claims(number)).status for number in range(times)]


ann, bob = Caller(ANN), Caller(BOB)


@contextmanager
def port_of(house: House) -> Iterator[int]:
    with house.served() as url:
        yield int(url.rpartition(":")[2])


@contextmanager
def a_proxy_before(port: int) -> Iterator[int]:
    command = [sys.executable, "-m", "tests.doors.forwarding", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.communicate(timeout=10)


@pytest.fixture
def build(build_house: Callable[..., House]) -> Callable[..., House]:
    """A house that takes three turns a minute of each speaker."""
    return lambda **given: build_house(FakeBackend(), voice_token=KEY, **{"rate_limit_per_minute": 3} | given)


def test_one_too_many_is_told_when_to_come_back(build: Callable[..., House]):
    with port_of(build()) as port:
        assert ann.tries(port, 3) == [200] * 3
        refused = ann.posts(port)
        assert refused.status == 429
        assert refused.wait is not None
        assert 50 <= int(refused.wait) <= 60
        assert refused.body["error"]["code"] == "rate_limited"
        assert f"Wait {refused.wait} seconds." in refused.body["error"]["message"]
        assert bob.tries(port, 1) == [200]
        assert ann.posts(port, speaker="somebody else").status == 200


def test_behind_a_proxy_each_caller_counts_for_themselves(build: Callable[..., House]):
    with port_of(build(trusted_proxies=1)) as port, a_proxy_before(port) as front:
        assert ann.tries(front, 4) == [200, 200, 200, 429]
        assert ann.posts(front).wait
        assert bob.tries(front, 1) == [200]


def test_what_a_caller_claims_before_the_proxy_changes_nothing(build: Callable[..., House]):
    with port_of(build(trusted_proxies=1)) as port, a_proxy_before(port) as front:
        assert ann.tries(front, 4, lambda number: f"203.0.113.{number}") == [200, 200, 200, 429]


def test_a_proxy_that_nobody_named_is_one_caller(build: Callable[..., House]):
    with port_of(build()) as port, a_proxy_before(port) as front:
        assert ann.tries(front, 3) == [200] * 3
        assert bob.tries(front, 1) == [429]


@pytest.mark.parametrize("given", [{}, {"trusted_proxies": 1, "trusted_proxy_addresses": "127.0.0.1"}])
def test_whoever_comes_past_the_proxy_is_not_believed(build: Callable[..., House], given: dict[str, Any]):
    with port_of(build(**given)) as port:
        assert ann.tries(port, 4, lambda number: f"203.0.113.{number}") == [200, 200, 200, 429]


def test_a_caller_without_a_key_is_counted_too(build: Callable[..., House]):
    house = build(rate_limit_per_minute=1)
    away = {"environ_base": {"REMOTE_ADDR": "203.0.113.7"}}
    tries = [house.client.post("/voice", json={"text": "help"}, **away).status_code for _ in range(SPEAKERS + 1)]
    assert tries == [401] * SPEAKERS + [429]


def test_health_may_be_asked_at_any_time(build: Callable[..., House]):
    house = build(rate_limit_per_minute=1)
    tries = {
        house.client.get("/health", environ_base={"REMOTE_ADDR": "203.0.113.7"}).status_code
        for _ in range(2 * SPEAKERS)
    }
    assert tries == {200}


def test_two_services_in_one_process_count_for_themselves(build: Callable[..., House]):
    first, second = build(rate_limit_per_minute=1), build(rate_limit_per_minute=1)
    away = {"environ_base": {"REMOTE_ADDR": "203.0.113.7"}, "headers": {"Authorization": f"Bearer {KEY}"}}
    for house in (first, second):
        assert [house.client.post("/voice", json={"text": "help"}, **away).status_code for _ in range(2)] == [200, 429]


# --- each platform hears it in a way it understands


def test_a_program_that_speaks_to_a_model_gets_its_error(build: Callable[..., House]):
    house = build(rate_limit_per_minute=1)
    away = {"environ_base": {"REMOTE_ADDR": "203.0.113.7"}, "headers": {"Authorization": f"Bearer {KEY}"}}
    chat = {"model": "overtalkerr", "stream": False, "messages": [{"role": "user", "content": "help"}]}
    answers = [house.client.post("/api/chat", json=chat, **away) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].get_json()["error"].startswith("Too many requests")
    last = [house.client.get("/api/tags", **away) for _ in range(SPEAKERS)][-1]
    assert (last.status_code, set(last.get_json())) == (429, {"error"})
    assert isinstance(last.get_json()["error"], str)
    assert last.headers["Retry-After"]


# --- counting, by itself


def seen(app: Flask, address: str = "203.0.113.7") -> Any:
    return app.test_request_context("/voice", headers={"Host": "nas:5000"}, environ_base={"REMOTE_ADDR": address})


def watched(limits: Limits) -> Flask:
    app = Flask("test")
    answer_errors_with_json(app)
    limits.watch(app)
    return app


def test_speakers_are_counted_at_each_address_anew():
    limits = Limits(3)
    app = watched(limits)
    with seen(app):
        for _ in range(3):
            limits.count(request, "ann")
        with pytest.raises(Refused) as told:
            limits.count(request, "ann")
        assert told.value.status == 429
        limits.count(request, "bob")
    with seen(app, "203.0.113.8"):
        limits.count(request, "ann")


def test_somebody_vouched_for_is_the_same_wherever_they_call_from():
    limits = Limits(1)
    app = watched(limits)
    with seen(app):
        limits.count(request, "ann", vouched=True)
    with seen(app, "203.0.113.8"), pytest.raises(Refused):
        limits.count(request, "ann", vouched=True)


def test_whoever_sits_here_is_not_counted():
    limits = Limits(1)
    app = watched(limits)
    with app.test_request_context("/voice", headers={"Host": "localhost"}, environ_base={"REMOTE_ADDR": "127.0.0.1"}):
        for _ in range(5):
            limits.count(request)


def test_ever_new_names_take_no_more_room():
    limits = Limits(100_000)
    app = watched(limits)
    with seen(app):
        for number in range(2 * COUNTERS):
            limits.count(request, f"speaker {number}")
    assert len(limits._limiter.storage.events) <= COUNTERS  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("nonsense", "nonsense"),
        (None, "unknown"),
        ("", "unknown"),
    ],
)
def test_what_counts_as_one_address(address: str | None, counted: str):
    assert network_of(address) == counted


# --- a store that several processes count in


AWAY: dict[str, Any] = {
    "environ_base": {"REMOTE_ADDR": "203.0.113.7"},
    "headers": {"Authorization": f"Bearer {KEY}"},
}


def helped(house: House) -> int:
    return house.client.post("/voice", json={"text": "help"}, **AWAY).status_code


@needs_redis
def test_two_services_count_together_in_a_redis(build: Callable[..., House], tmp_path: Path):
    with a_redis(tmp_path) as (address, _):
        one, other = build(rate_limit_storage=address), build(rate_limit_storage=address)
        assert [helped(house) for house in (one, other, one, other)] == [200, 200, 200, 429]
        refused = one.client.post("/voice", json={"text": "help"}, **AWAY)
        assert 50 <= int(refused.headers["Retry-After"]) <= 60


@needs_redis
def test_a_redis_that_goes_away_stops_nobody(build: Callable[..., House], tmp_path: Path):
    with a_redis(tmp_path) as (address, process):
        house = build(rate_limit_storage=address)
        assert [helped(house) for _ in range(4)] == [200, 200, 200, 429]
        process.kill()
        process.wait(timeout=10)
        began = time.monotonic()
        assert [helped(house) for _ in range(4)] == [200, 200, 200, 429]  # counted here, from the beginning
        assert time.monotonic() - began < 4
        assert house.client.get("/health").status_code == 200


@needs_redis
def test_a_redis_that_was_never_there_is_done_without(build: Callable[..., House]):
    house = build(rate_limit_storage="redis://127.0.0.1:1/0")
    assert [helped(house) for _ in range(4)] == [200, 200, 200, 429]


def test_a_redis_whose_package_is_missing_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(SettingsError, match=r"RATE_LIMIT_STORAGE cannot be used: .*redis"):
        watched(Limits(1, "redis://127.0.0.1:1/0"))


def test_a_port_that_there_is_not_is_told():
    with pytest.raises(SettingsError, match=r"RATE_LIMIT_STORAGE cannot be used: .*[Pp]ort"):
        watched(Limits(1, "redis://127.0.0.1:70000/0"))


@pytest.mark.parametrize("wrong", ["memcached://nas", "redis", "redis://", "http://nas"])
def test_a_store_of_another_kind_is_refused(wrong: str):
    with pytest.raises(SettingsError, match="RATE_LIMIT_STORAGE is not allowed"):
        read_settings(rate_limit_storage=wrong, _env_file=None)


def test_the_password_of_a_store_is_kept_out_of_the_log():
    settings = read_settings(rate_limit_storage="rediss://:s3cret%21word@nas:6379/0", _env_file=None)
    assert {"s3cret%21word", "s3cret!word"} <= set(settings.secrets)
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize("wrong", ["nas", "10.0.0.0/33", "10.0.0.1/8", ","])
def test_proxies_are_named_by_address(wrong: str):
    with pytest.raises(SettingsError, match="TRUSTED_PROXY_ADDRESSES is not allowed"):
        read_settings(trusted_proxy_addresses=wrong, _env_file=None)
