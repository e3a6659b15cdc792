"""The pages, and who may see them."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from channels.web.pages import CONTENT_SECURITY_POLICY
from intents import AskFor
from tests.fake_backend import FakeBackend, film
from tests.house import House
from turns.taking import Understood

if TYPE_CHECKING:
    from flask import Flask

KEY = "a-key-of-the-owner"
STRANGER = {"REMOTE_ADDR": "203.0.113.5"}
NEIGHBOUR = "http://overtalkerr.lan"


Build = Callable[..., House]


@pytest.fixture
def demo(build_house: Build) -> Flask:
    """As it is with nothing configured."""
    return build_house().app


@pytest.fixture
def real(build_house: Build) -> Flask:
    """With a backend of somebody's own, so behind a key."""
    return build_house(FakeBackend(), voice_token=KEY).app


@pytest.fixture
def often(build_house: Build) -> Flask:
    """The same, however often it is asked."""
    return build_house(FakeBackend(), voice_token=KEY, rate_limit_per_minute=100_000).app


def stranger(app: Flask) -> FlaskClient:
    """A browser somewhere else in the network."""
    client = app.test_client()
    client.environ_base |= STRANGER
    return client


def turn(client: FlaskClient, text: str, **more: Any) -> TestResponse:
    return client.post("/test/turn", json={"text": text} | more.pop("fields", {}), base_url=NEIGHBOUR, **more)


def says(client: FlaskClient, text: str, session: str) -> dict[str, Any]:
    answer: dict[str, Any] = turn(client, text, fields={"session": session}).get_json()
    return answer


# --- who may come in ---


def test_the_demo_is_open_to_everybody(demo):
    assert stranger(demo).get("/test", base_url=NEIGHBOUR).status_code == 200
    assert turn(stranger(demo), "download Jurassic Park").status_code == 200


def test_a_real_backend_shows_a_stranger_the_key_page(real):
    answer = stranger(real).get("/test", base_url=NEIGHBOUR)
    assert answer.status_code == 401
    assert "VOICE_TOKEN" in answer.text


@pytest.mark.parametrize("path", ["/test/turn", "/test/backend"])
def test_a_real_backend_answers_no_stranger(real, path):
    client = stranger(real)
    answer = client.get(path) if path.endswith("backend") else turn(client, "get dune")
    assert answer.status_code == 401
    assert answer.get_json()["error"]["code"] == "unauthorized"


def test_the_key_opens_the_page_and_the_conversation(real):
    client = stranger(real)
    shown = client.post("/test/key", data={"key": f" {KEY} "}, base_url=NEIGHBOUR)
    assert (shown.status_code, shown.location) == (303, "/test")
    assert client.get("/test", base_url=NEIGHBOUR).status_code == 200
    assert turn(client, "help").status_code == 200


def test_the_cookie_is_for_this_site_alone_and_does_not_hold_the_key(real):
    cookie = stranger(real).post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert KEY not in cookie


def test_over_https_the_cookie_stays_on_https(real):
    answer = stranger(real).post("/test/key", data={"key": KEY}, base_url="https://overtalkerr.lan")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_wrong_key_is_told_so_and_opens_nothing(real):
    client = stranger(real)
    answer = client.post("/test/key", data={"key": "another-key-altogether"}, base_url=NEIGHBOUR)
    assert answer.status_code == 401
    assert "That is not the key" in answer.text
    assert "another-key-altogether" not in answer.text
    assert turn(client, "help").status_code == 401


def test_guessing_keys_is_slowed_down(build_house):
    client = stranger(build_house(FakeBackend(), voice_token=KEY, rate_limit_per_minute=2).app)
    answers = [client.post("/test/key", data={"key": f"guess {n}"}, base_url=NEIGHBOUR) for n in range(3)]
    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert "Too many tries" in answers[-1].text


def test_whoever_has_the_key_is_led_on_from_the_key_page(real):
    client = stranger(real)
    assert "Where to find it" in client.get("/test/key", base_url=NEIGHBOUR).text
    client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR)
    assert client.get("/test/key", base_url=NEIGHBOUR).location == "/test"


def test_the_key_in_the_header_opens_too(real):
    assert turn(stranger(real), "help", headers={"Authorization": f"Bearer {KEY}"}).status_code == 200


def test_the_cookie_is_worth_nothing_to_a_page_of_another_site(real):
    client = stranger(real)
    client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR)
    assert turn(client, "help", headers={"Origin": "https://elsewhere.example"}).status_code == 401
    assert turn(client, "help", headers={"Origin": NEIGHBOUR}).status_code == 200


def test_a_form_of_another_site_cannot_hand_in_a_key(real):
    answer = stranger(real).post(
        "/test/key", data={"key": KEY}, base_url=NEIGHBOUR, headers={"Origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_this_very_machine_needs_no_key(real):
    assert real.test_client().get("/test").status_code == 200
    assert real.test_client().get("/test", base_url="http://[::1]:5000").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "203.0.113.5"},
        {"Forwarded": "for=203.0.113.5"},
        {"X-Real-Ip": "203.0.113.5"},
        {"Via": "1.1 proxy"},
        {"Cf-Connecting-Ip": "203.0.113.5"},
        {"Host": "rebound.example"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=lambda headers: "=".join(*headers.items()),
)
def test_what_only_looks_like_this_machine_needs_the_key(real, headers):
    assert real.test_client().get("/test", headers=headers).status_code == 401


# --- what the pages are sent with ---


@pytest.mark.parametrize("path", ["/", "/test", "/test/key"])
def test_pages_run_nothing_but_our_own_files(demo, real, path):
    for app in (demo, real):
        headers = stranger(app).get(path, base_url=NEIGHBOUR).headers
        assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


class Tags(HTMLParser):
    """What a page refers to, and what in it the policy would stop."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.stopped: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in {"src", "href", "action"} and value]
        self.stopped += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        self._in_script = tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.stopped.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


@pytest.mark.parametrize("path", ["/", "/test", "/test/key"])
def test_every_link_of_a_page_leads_to_us_and_works(demo, real, path):
    for app in (demo, real):
        tags = Tags()
        tags.feed(stranger(app).get(path, base_url=NEIGHBOUR, follow_redirects=True).text)
        assert tags.stopped == []
        for link in set(tags.links) - {"#words"}:
            assert link.startswith("/")
            assert app.test_client().get(link, follow_redirects=True, buffered=True).status_code == 200, link


@pytest.mark.parametrize("name", ["test.css", "test.js", "make.js", "notes.js", "voice.js", "favicon.svg"])
def test_files_are_asked_for_again_but_sent_once(demo, name):
    client = stranger(demo)
    first = client.get(f"/static/{name}", buffered=True)
    assert first.headers["Cache-Control"] == "no-cache"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(f"/static/{name}", headers={"If-None-Match": first.headers["ETag"]}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")


def test_the_front_page_leads_on(demo):
    page = stranger(demo).get("/").text
    assert 'href="/test"' in page
    assert 'href="/health"' in page
    assert "README.md" in page


def test_the_front_page_says_demo_only_in_the_demo(demo, real):
    assert "built-in demo" in stranger(demo).get("/").text
    assert "built-in demo" not in stranger(real).get("/").text


# --- what a turn tells the page ---


def test_an_offer_comes_with_its_labels_and_the_answers_that_fit(demo):
    answer = says(stranger(demo), "download Jurassic Park", "labels")
    offer = answer["offer"]
    assert (offer["title"], offer["year"], offer["kind_label"]) == ("Jurassic Park", 1993, "Movie")
    assert offer["availability_label"] == "In your library"
    assert [button["name"] for button in answer["buttons"]][:2] == ["yes", "no"]
    assert answer["intent"] == "request"
    assert answer["slots"] == {"title": "Jurassic Park"}


def test_slots_hold_what_was_said_and_no_names_of_ours(demo):
    slots = says(stranger(demo), "get season two of Severance", "slots")["slots"]
    assert slots == {"title": "Severance", "kind": "tv", "seasons": {"numbers": [2]}}


@pytest.mark.parametrize("wish", ["get dune", "get fargo", "get the office", "get star trek"])
def test_each_option_is_chosen_by_the_words_that_stand_on_it(demo, wish):
    client, session = stranger(demo), f"options of {wish}"
    options = says(client, wish, session)["options"]
    assert options
    for option in options:
        chosen = says(client, option["say"], session)
        assert chosen["offer"]["id"] == option["id"], option["say"]


def test_what_is_asked_about_is_chosen_by_the_words_that_stand_on_it(build_house):
    """Whoever chooses between several has said which one it is: it is requested."""
    alike = [film("Twin", 1, 1999), film("Twin", 2, 1999), film("Twin", 3, 2001)]
    for place, title in enumerate(alike):
        client = stranger(build_house(FakeBackend(alike), voice_token=KEY).app)
        client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR)
        options = says(client, "get twin", "alike")["options"]
        assert [option["id"] for option in options] == [1, 2, 3]
        chosen = says(client, options[place]["say"], "alike")
        assert chosen["request"]["item"]["id"] == title.title.id, options[place]["say"]


def test_options_keep_their_words_when_another_is_on_offer(demo):
    client = stranger(demo)
    says(client, "get star trek", "moved on")
    for option in says(client, "no", "moved on")["options"]:
        assert says(client, option["say"], "moved on")["offer"]["id"] == option["id"]


@pytest.mark.parametrize(
    "wish", [["hello there you"], ["get dune"], ["get slow horses", "yes"], ["get the simpsons", "yes"]]
)
def test_every_button_is_understood_as_what_it_says(demo, wish):
    client = stranger(demo)
    meant = {"season": "seasons", "all-seasons": "seasons"}
    buttons = says_all(client, wish, "buttons")["buttons"]
    for button in sorted(buttons, key=lambda button: button["name"] == "all-seasons")[-4:]:
        says_all(client, wish, "buttons")
        assert says(client, button["say"], "buttons")["intent"] == meant.get(button["name"], button["name"])


def says_all(client: FlaskClient, texts: list[str], session: str) -> dict[str, Any]:
    says(client, "cancel", session)
    return [says(client, text, session) for text in texts][-1]


def test_a_request_comes_with_what_became_of_it(demo):
    answer = says_all(stranger(demo), ["get slow horses", "yes", "season one"], "request")
    assert answer["request"]["seasons"] == [1]
    assert answer["request"]["item"]["title"] == "Slow Horses"
    assert answer["request"]["status_label"] == "Waiting for approval"


def test_a_collection_that_was_requested_is_an_item_of_its_own_kind(build_house):
    films = [film("Alien", 348, 1979), film("Aliens", 679, 1986)]
    backend = FakeBackend(films)
    backend.has_collection("Alien Collection", 8091, *films)
    house = build_house(backend, voice_token=KEY)
    house.person("", channel="web").hears(Understood(AskFor("alien", collection=True)))
    client = stranger(house.app)
    client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR)
    request = says(client, "yes", "one")["request"]
    assert request["item"] == {
        "kind": "collection",
        "kind_label": "Collection",
        "id": 8091,
        "title": "Alien Collection",
        "year": None,
        "poster": None,
    }
    assert (request["status"], request["status_label"], request["seasons"]) == ("approved", "Downloading", [])


def test_a_turn_tells_who_answers(demo):
    backend = says(stranger(demo), "help", "who")["backend"]
    assert (backend["type"], backend["certain"]) == ("demo", True)


def test_too_many_turns_are_turned_away_with_a_time_to_wait(build_house):
    client = stranger(build_house(rate_limit_per_minute=2).app)
    answers = [turn(client, "help") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "60"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("[]", 400),
        ("{}", 400),
        ('{"text": 7}', 400),
        ('{"text": "x", "locale": "no locale"}', 400),
        (json.dumps({"text": "x" * 1001}), 400),
        (json.dumps({"text": "x" * 20_000}), 413),
    ],
)
def test_a_body_that_makes_no_sense_is_refused(demo, body, status):
    answer = stranger(demo).post("/test/turn", data=body, content_type="application/json")
    assert answer.status_code == status
    assert answer.get_json()["error"]["message"]


def test_how_a_title_was_found_is_told(demo):
    (search,) = says(stranger(demo), "get jurassic whirled", "explained")["searched"]
    assert search["reading"] == "request title='jurassic whirled'"
    assert search["tried"][0] == {"step": "literal", "query": "jurassic whirled", "hits": 1}
    assert search["verdict"] == "offer"
    assert search["ranking"][0]["title"] == "Jurassic World"
    assert search["ranking"][0]["score"].startswith("1.04 = 1 spelling -0.11")


def test_an_answer_that_needed_no_search_tells_none(demo):
    assert says_all(stranger(demo), ["get slow horses", "yes"], "unexplained")["searched"] == []


# --- whatever is posted ---

text = st.text(st.characters(), max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | text
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3))
#: Nobody says yes to anything, so nothing is to be requested.
spoken = st.sampled_from(["get dune", "no", "season two", "help", "the 1984 one", "undo that"]) | text | values
turns = st.fixed_dictionaries({}, optional={"text": spoken, "session": text | values, "locale": text, "more": values})


@given(turns | values)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_posted_breaks_it_or_requests_anything(house: House, body: Any):
    answer = house.client.post("/test/turn", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {200, 400}, answer.text
    assert house.fake.submitted == []


@given(st.binary(max_size=100))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_key_that_is_handed_in_breaks_it(often: Flask, key: bytes):
    answer = stranger(often).post(
        "/test/key", data=b"key=" + key, content_type="application/x-www-form-urlencoded", base_url=NEIGHBOUR
    )
    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers
