"""The endpoint as strangers and Amazon meet it: who comes in, what is answered to what, and when."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from ask_sdk_model import ResponseEnvelope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backends.demo import DemoBackend
from channels.alexa import MOST_BYTES
from channels.alexa.reading import SCREEN, USER_EVENT
from doors.guard import Guard
from media import Receipt, Title, Wish
from media_backends import MediaBackend, Query
from storage.demo_shelf import DemoShelf
from tests.channels.alexa.door import AMAZON
from tests.channels.alexa.house import MODELS, Clock, Echo, House, Json, open_house
from tests.channels.alexa.signing import CASES, Bucket, Case, Letter, sign

ROOT = Path(__file__).parents[3]


def signed(envelope: object) -> Letter:
    return sign(json.dumps(envelope).encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_matrix(case: Case, echo: Echo, caplog: pytest.LogCaptureFixture) -> None:
    answer = echo.post(case.write(AMAZON))
    assert answer.status_code == (200 if case.accepted else 400)
    assert answer.is_json
    assert ("Refused a request to /alexa" in caplog.text) is not case.accepted


def test_a_stranger_is_not_told_why(echo: Echo) -> None:
    answer = echo.client.post("/alexa", data=b"{}")
    assert answer.get_json() == {"error": {"code": "bad_request", "message": "The request cannot be understood."}}


def test_a_body_that_is_too_large_is_not_even_verified(echo: Echo) -> None:
    assert echo.post(sign(b" " * (MOST_BYTES + 1))).status_code == 413


def test_only_post_is_answered(echo: Echo) -> None:
    assert echo.client.get("/alexa").status_code == 405


@pytest.mark.parametrize("request_type", ["SessionEndedRequest", "System.ExceptionEncountered", "Alexa.Made.Up", ""])
def test_what_is_not_spoken_to_is_answered_with_silence(
    request_type: str, echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    heard = echo.asks("dune").send({"type": request_type, "reason": "USER_INITIATED"}).heard
    assert heard == {"version": "1.0", "sessionAttributes": {}, "response": {}}
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_why_a_session_ended_in_an_error_is_logged(echo: Echo, caplog: pytest.LogCaptureFixture) -> None:
    error = {"type": "INVALID_RESPONSE", "message": "the response was too long"}
    echo.send({"type": "SessionEndedRequest", "reason": "ERROR", "error": error})
    assert "ERROR INVALID_RESPONSE the response was too long" in caplog.text


def test_what_a_screen_could_not_draw_is_logged(echo: Echo, caplog: pytest.LogCaptureFixture) -> None:
    errors = [{"type": "DOCUMENT_ERROR", "reason": "INVALID_DOCUMENT", "message": "no mainTemplate"}]
    echo.send({"type": f"{SCREEN}.RuntimeError", "token": "x", "errors": errors})
    assert echo.heard["response"] == {}
    (record,) = (one for one in caplog.records if one.levelno == logging.WARNING)
    assert "INVALID_DOCUMENT DOCUMENT_ERROR no mainTemplate" in record.getMessage()


def test_whether_we_can_is_answered_without_doing_it(house: House, echo: Echo) -> None:
    slots = {"title": {"name": "title", "value": "tenet"}, "mood": {"name": "mood", "value": "good"}}
    ask = {"type": "CanFulfillIntentRequest", "intent": {"name": "RequestIntent", "slots": slots}}
    can = echo.send(ask).heard["response"]["canFulfillIntent"]
    assert can["canFulfill"] == "YES"
    assert can["slots"]["title"] == {"canUnderstand": "YES", "canFulfill": "YES"}
    assert can["slots"]["mood"] == {"canUnderstand": "NO", "canFulfill": "NO"}
    assert "outputSpeech" not in echo.heard["response"]
    echo.yes()
    assert house.requested == []


@pytest.mark.parametrize(
    ("intent", "can"), [({"name": "RequestIntent"}, "MAYBE"), ({"name": "OrderPizza"}, "NO"), (None, "NO")]
)
def test_whether_we_can_without_a_title(intent: Json | None, can: str, echo: Echo) -> None:
    answer = echo.send({"type": "CanFulfillIntentRequest", "intent": intent}).heard["response"]
    assert answer["canFulfillIntent"]["canFulfill"] == can


@pytest.mark.parametrize(
    "slots",
    [
        None,
        {},
        {"title": None},
        {"title": {"name": "title"}},
        {"title": {"value": None}},
        {"title": {"value": "  "}},
        [],
        "x",
    ],
)
def test_a_request_without_a_title_is_asked_again(slots: object, echo: Echo) -> None:
    echo.send({"type": "IntentRequest", "intent": {"name": "RequestIntent", "slots": slots}})
    assert echo.says.startswith("Sorry, I didn't get that.")
    assert echo.is_listening


@pytest.mark.parametrize("part", ["session", "context"])
def test_a_request_may_lack_its_session_or_context(part: str, echo: Echo) -> None:
    envelope = echo.envelope({"type": "LaunchRequest"})
    del envelope[part]
    answer = echo.post(signed(envelope)).get_json()
    assert "Welcome to Overtalkerr" in answer["response"]["outputSpeech"]["ssml"]


def test_half_a_character_is_heard_as_none(house: House) -> None:
    echo = house.echo(user="user \ud800", session="session \udfff").asks("tenet \ud83d")
    assert "Tenet" in echo.says
    echo.yes()
    assert house.requested == ["movie:577922"]


def test_an_intent_of_another_model_is_heard_by_its_words(echo: Echo) -> None:
    assert "The Matrix" in echo.intent("OldIntent", anything="the matrix").says


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "xx-XX", "nonsense", "", "\ud800", "e" * 5000])
def test_every_locale_is_answered(locale: str, house: House) -> None:
    assert house.echo(locale=locale).launch().is_listening


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
SLOTS = st.dictionaries(st.sampled_from(["title", "seasons", "year", "ordinal", "__class__"]), ODD, max_size=3)
INTENTS = st.fixed_dictionaries(
    {"name": st.sampled_from(["RequestIntent", "SeasonsIntent", "OptionIntent", "AMAZON.YesIntent", "X"]) | ODD},
    optional={"slots": SLOTS | ODD, "confirmationStatus": ODD},
)
TYPES = st.sampled_from(
    [
        "LaunchRequest",
        "IntentRequest",
        "SessionEndedRequest",
        "CanFulfillIntentRequest",
        USER_EVENT,
        f"{SCREEN}.RuntimeError",
    ]
)
TOUCHES = st.lists(st.sampled_from(["touched", "yes", "season:1", "title:movie:1"]) | ODD, max_size=3)
DEVICES: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {}, optional={"deviceId": ODD, "supportedInterfaces": ODD | st.just({SCREEN: {}})}
)
ODD_REQUESTS = st.fixed_dictionaries(
    {"type": TYPES | ODD},
    optional={
        "intent": INTENTS | ODD,
        "locale": ODD,
        "dialogState": ODD,
        "requestId": ODD,
        "reason": ODD,
        "error": ODD,
        "errors": ODD,
        "arguments": TOUCHES | ODD,
        "token": ODD,
    },
)


@pytest.fixture(scope="module")
def one_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("odd")) as house:
        yield house


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(request=ODD_REQUESTS, session=ODD, system=ODD, device=DEVICES | ODD, extra=ODD)
def test_no_envelope_however_odd_is_an_error(
    request: Json, session: object, system: object, device: object, extra: object, one_house: House
) -> None:
    echo = one_house.echo()
    envelope = echo.envelope(request)
    application = envelope["context"]["System"]["application"]
    envelope |= {"session": session, "extra": extra}
    envelope["context"]["System"] = {"application": application, "user": system, "person": system, "device": device}
    envelope["context"]["System"] |= {"apiEndpoint": extra, "apiAccessToken": system}
    answer = echo.post(signed(envelope))
    # Only an envelope that does not name our skill, or two, is refused.
    assert answer.status_code in {200, 400}
    if answer.status_code == 200:
        told = answer.get_json()
        assert told["version"] == "1.0"
        assert "something went wrong" not in json.dumps(told)
        assert MODELS.serialize(MODELS.deserialize(json.dumps(told), ResponseEnvelope)) == told


def test_whoever_speaks_too_often_is_told_so_aloud(tmp_path: Path) -> None:
    with open_house(tmp_path, per_minute=2) as house:
        ann, bob = house.echo(device="hers"), house.echo(device="his")
        for echo in (ann, bob):
            echo.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
        assert ann.launch().asks("dune").is_listening
        ann.client.environ_base["REMOTE_ADDR"] = "203.0.113.8"  # Amazon calls from many addresses
        assert ann.yes().says == "That was a lot at once. Please wait a minute and try again."
        assert not ann.is_listening
        assert house.requested == []
        assert bob.launch().is_listening


class BrokenBackend(DemoBackend):
    """A bug of ours, not a failure of the world."""

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        raise ZeroDivisionError(query.text)


class StuckBackend(DemoBackend):
    """Does not answer until it is let go."""

    def __init__(self, shelf: DemoShelf, *, search_is_stuck: bool = False, request_is_stuck: bool = False) -> None:
        super().__init__(shelf, time.time, 30.0)
        self.search_is_stuck, self.request_is_stuck = search_is_stuck, request_is_stuck
        self.let_go = threading.Event()

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        if self.search_is_stuck:
            self.let_go.wait()
        return super().search(query, timeout=timeout)

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        if self.request_is_stuck:
            self.let_go.wait()
        return super().request(wish, user=user, timeout=timeout)


def test_a_bug_is_logged_and_a_person_hears_a_kind_sentence(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_house(tmp_path, lambda shelf: BrokenBackend(shelf, time.time, 30.0)) as house:
        echo = house.echo().asks("dune")
        assert echo.says == "Sorry, something went wrong on my side. Please try again in a moment."
        assert not echo.is_listening
        assert "ZeroDivisionError" in caplog.text


class SlowBucket(Bucket):
    """Amazon's certificates, six seconds away by the service's own clock."""

    clock: Clock

    def fetch(self, url: str) -> bytes:
        self.clock.ahead += 6.0
        return super().fetch(url)


@contextmanager
def stuck_house(folder: Path, **stuck: bool) -> Iterator[House]:
    """Most of the budget goes into the certificate, and what is left into waiting for the backend."""
    clock, bucket, backends = Clock(), SlowBucket(dict(AMAZON.files)), list[StuckBackend]()
    bucket.clock = clock

    def new_backend(shelf: DemoShelf) -> MediaBackend:
        backends.append(StuckBackend(shelf, **stuck))
        return backends[0]

    with open_house(folder, new_backend, clock=clock, bucket=bucket) as house:
        try:
            yield house
        finally:
            backends[0].let_go.set()


def test_the_time_for_the_certificate_counts_and_a_stuck_search_is_spoken_of(tmp_path: Path) -> None:
    with stuck_house(tmp_path, search_is_stuck=True) as house:
        began = time.monotonic()
        assert house.echo().asks("dune").says.startswith("Your media server is taking too long to answer.")
        assert time.monotonic() - began < 5.0


def test_a_stuck_request_is_written_down(tmp_path: Path) -> None:
    with open_house(tmp_path) as house:
        house.echo().asks("tenet")
    with stuck_house(tmp_path, request_is_stuck=True) as restarted:
        echo = restarted.echo().yes()
        assert "I've written it down, and I'll request the movie Tenet" in echo.says
        assert not echo.is_listening


def test_many_at_once_right_after_the_start(tmp_path: Path) -> None:
    bucket = AMAZON.bucket()
    with open_house(tmp_path, bucket=bucket) as house, ThreadPoolExecutor(8) as people:
        said = people.map(lambda number: house.echo(session=f"session-{number}").asks("tenet").says, range(24))
        assert set(said) == {"I found the movie Tenet, released in 2020. Is that the one you want?"}
        assert len(bucket.asked) == 1


def test_skill_ids_are_missed_where_a_real_backend_stands(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), open_house(tmp_path, guard=Guard("digest"), skills=frozenset()):
        assert caplog.text.count("ALEXA_SKILL_IDS") == 1


def test_nothing_heavy_is_loaded_before_the_first_request() -> None:
    heavy = {"ask_sdk_core", "ask_sdk_model", "cryptography", "requests"}
    look = f"import sys, channels.alexa; print(*{heavy} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == ""
