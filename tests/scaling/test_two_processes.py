"""Two services side by side on one PostgreSQL: whoever speaks cannot tell which of them answers."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

import pytest
import requests

from settings import ROOT
from tests.backends.books import Person
from tests.backends.stand_in import KEY, Fault, StandIn
from tests.fake_backend import DUNE
from tests.postgres import Postgres
from tests.processes import PATIENCE, Service, environment, services, wait_for
from tests.redis_server import WHY_NOT, a_redis, needs_redis

pytestmark = pytest.mark.slow
PER_MINUTE = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Both of them, and the request manager that they share."""

    one: Service
    other: Service
    manager: StandIn
    settings: dict[str, str]


@pytest.fixture(scope="module")
def pair(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("scaling")
    with ExitStack() as held:
        manager = held.enter_context(StandIn(keep_alive=0.2))  # threads of its own end soon
        manager.books.people[7] = Person(7, "Cara")
        shared = {"RATE_LIMIT_STORAGE": held.enter_context(a_redis(folder))[0]} if not WHY_NOT else {}
        given = {
            "DATABASE_URL": postgres.fresh("scaling"),  # empty: both of them find it so
            "MEDIA_BACKEND_URL": manager.url,
            "MEDIA_BACKEND_API_KEY": KEY,
            "LEARNING_PACE_SECONDS": "0.1",
            "RATE_LIMIT_PER_MINUTE": str(PER_MINUTE),
        }
        settings = environment(folder, **given, **shared)
        one, other = held.enter_context(services(folder, settings, settings))
        yield Pair(one, other, manager, settings)


@pytest.fixture(autouse=True)
def _afresh(pair: Pair) -> None:
    with pair.manager.lock:
        pair.manager.requests.clear()
        pair.manager.media.pop(("movie", DUNE.title.id), None)
    pair.manager.mend()


def test_a_conversation_goes_on_wherever_the_next_turn_arrives(pair: Pair):
    assert pair.one.says("help", "film", speaker="ann")["expect_reply"]
    offer = pair.other.says("dune from 2021", "film", speaker="ann")
    assert offer["offer"]["title"] == "Dune"
    assert "Dune" in pair.one.says("yes", "film", speaker="ann")["speech"]
    assert [made.tmdb_id for made in pair.manager.requests] == [DUNE.title.id]
    assert "Dune" in pair.other.says("what did I ask for", "later", speaker="ann")["speech"]


def test_a_turn_that_is_delivered_again_to_the_other_gets_the_same_answer(pair: Pair):
    pair.one.says("get dune from 2021", "again", speaker="bob", turn="1")
    said = pair.one.says("yes", "again", speaker="bob", turn="2")
    assert pair.other.says("yes", "again", speaker="bob", turn="2") == said
    assert len(pair.manager.requests) == 1


def test_two_people_who_say_yes_at_once_make_one_request(pair: Pair):
    both = ((pair.one, "cara"), (pair.other, "dan"))
    for service, who in both:
        service.says("get dune from 2021", who, speaker=who)
    pair.manager.fault(Fault.SLOW, on="POST /api/v1/request", seconds=0.5)
    with ThreadPoolExecutor(2) as speaking:
        told = [speaking.submit(service.says, "yes", who, speaker=who) for service, who in both]
        assert all("Dune" in one.result(PATIENCE)["speech"] for one in told)
    wait_for(lambda: pair.manager.requests)
    assert [made.tmdb_id for made in pair.manager.requests] == [DUNE.title.id]
    assert pair.manager.calls["POST /api/v1/request"] <= 4, "one for each test so far that asked for it"


def test_what_one_requested_the_other_takes_back(pair: Pair):
    pair.manager.books.approves = False  # what is under way cannot be taken back
    pair.one.says("get dune from 2021", "undo", speaker="eve")
    pair.one.says("yes", "undo", speaker="eve")
    assert pair.manager.requests
    undone = pair.other.says("undo that", "undo", speaker="eve")["speech"]
    assert undone == "Okay, I've taken back the request for the movie Dune."
    assert not pair.manager.requests


def test_a_key_that_one_made_opens_the_other(pair: Pair):
    key = made_at_the_start(pair)
    assert [asks(service, key) for service in (pair.one, pair.other)] == [200, 200]
    command = [sys.executable, "-m", "commands.tokens", "make", "homeassistant", "kitchen"]
    told = subprocess.run(command, cwd=ROOT, env=pair.settings, capture_output=True, text=True, check=True).stdout
    made = max(re.findall(r"[\w-]{20,}", told), key=len)
    assert [asks(service, made, "/api/tags") for service in (pair.one, pair.other)] == [200, 200]
    assert asks(pair.other, "no key of ours") == 401


def made_at_the_start(pair: Pair) -> str:
    """The key that the first of them made, and showed once."""
    told = [
        re.search(r"Key for every way in.*: ([\w-]{20,})", service.log.read_text())
        for service in (pair.one, pair.other)
    ]
    (found,) = [one for one in told if one is not None]
    return found[1]


def asks(service: Service, key: str, path: str = "/voice", address: str = "nas.example") -> int:
    """Somebody comes in from outside, under this name of ours: the status."""
    headers = {"Host": address, "Authorization": f"Bearer {key}"}
    if path == "/voice":
        return requests.post(service.url + path, json={"text": "help"}, headers=headers, timeout=PATIENCE).status_code
    return requests.get(service.url + path, headers=headers, timeout=PATIENCE).status_code


def test_a_code_that_one_showed_is_taken_by_the_other(pair: Pair):
    browser = requests.Session()
    browser.headers["Host"] = "nas.example"
    shown_key = browser.post(f"{pair.one.url}/test/key", data={"key": made_at_the_start(pair)}, allow_redirects=False)
    assert shown_key.status_code == 303
    cookies = {cookie.name: str(cookie.value) for cookie in shown_key.cookies}
    shown = browser.post(f"{pair.one.url}/people/code", data={"user": "7"}, cookies=cookies, timeout=PATIENCE)
    (code,) = re.findall(r'class="digits">(\d{4})<', shown.text)
    assert pair.other.says(f"my code is {code}", "link", speaker="fay")["speech"] == "You're linked as Cara now."
    pair.one.says("get dune from 2021", "linked", speaker="fay")
    pair.one.says("yes", "linked", speaker="fay")
    assert [made.user for made in pair.manager.requests] == [7]


def test_what_one_learned_the_other_knows_within_seconds(pair: Pair):
    for service in (pair.one, pair.other):  # no search finds it by that name
        wait_for(partial(knows_interstellar, service))
    charts = {route: count for route, count in pair.manager.calls.items() if "discover" in route}
    time.sleep(0.5)  # several times the pace of learning: nothing more is asked
    assert {route: count for route, count in pair.manager.calls.items() if "discover" in route} == charts


def knows_interstellar(service: Service) -> bool:
    return "Interstellar" in service.says("get entersteller", str(time.monotonic()))["speech"]


@needs_redis
def test_turns_are_counted_together(pair: Pair):
    key = made_at_the_start(pair)
    served = [asks(service, key) for _ in range(PER_MINUTE) for service in (pair.one, pair.other)]
    assert served.count(200) <= PER_MINUTE
    assert served[-2:] == [429, 429]


def test_one_of_them_goes_and_nobody_notices(pair: Pair):
    pair.one.says("get dune from 2021", "goes", speaker="gus")
    pair.one.is_told_to_stop()
    pair.one.is_gone()
    assert "Dune" in pair.other.says("yes", "goes", speaker="gus")["speech"]
    assert len(pair.manager.requests) == 1
