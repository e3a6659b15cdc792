"""/requests, the page of one request, and /events for whoever asks: what is shown, to whom, and in which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from media import News, Stage, Wish
from speech.saying import open_speech
from tests.fake_backend import DUNE, SEVERANCE, FakeBackend
from tests.house import House
from tests.requests_told import Told

KEY = "a-key-of-the-owner"
NEIGHBOUR = "http://overtalkerr.lan"
STREAM = {"Accept": "text/event-stream"}
PAGES = ("/requests", "/requests/1", "/events")


@pytest.fixture
def told(house: House) -> Told:
    return Told(house.built.engine, house.clock.now)


def page(house: House, path: str = "/requests", language: str = "en-US") -> str:
    answer = house.client.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    return unescape(answer.text)


def titles(house: House, path: str = "/requests") -> list[str]:
    return re.findall(r'<h2><a href="/requests/\d+"><bdi>(.*?)</bdi></a></h2>', page(house, path))


def film(name: str, original_name: str | None = None) -> Wish:
    return Wish(replace(DUNE.title, name=name, original_name=original_name))


def test_a_request_is_shown_from_the_word_on_with_who_asked_for_it(house: House):
    house.person("ann").hears("get dune").hears("yes")
    shown = page(house)
    assert titles(house) == ["Dune"]
    assert "2021 · Movie" in shown
    assert 'data-stands="approved">Approved<' in shown
    assert "asked for by ann (voice)" in shown


def test_the_newest_stands_first_fifty_to_a_page(house: House, told: Told):
    for number in range(103):
        told.request(f"Film {number}")
    assert titles(house) == [f"Film {number}" for number in range(102, 52, -1)]
    (older,) = re.findall(r'href="(/requests\?before=\d+)" rel="next"', page(house))
    assert titles(house, older) == [f"Film {number}" for number in range(52, 2, -1)]
    (oldest,) = re.findall(r'href="(/requests\?before=\d+)" rel="next"', page(house, older))
    assert titles(house, oldest) == ["Film 2", "Film 1", "Film 0"]
    assert 'rel="next"' not in page(house, oldest)


def test_it_is_filtered_by_how_far_it_is_by_kind_and_by_words_of_the_title(house: House, told: Told):
    told.request("Le Fabuleux Destin d'Amélie Poulain", film("Amélie of Montmartre", original_name="Amélie"))
    told.request("Heat", film("Heat"), Stage.READY)
    told.request("Up", film("Up"), Stage.DECLINED)
    told.request("Severance", Wish(SEVERANCE.title, (1, 2)), Stage.FAILED)
    told.request("Coco", film("Coco"), Stage.GONE)
    for asked, found in {
        "stage=open": ["Amélie of Montmartre"],
        "stage=ready": ["Heat"],
        "stage=failed": ["Severance", "Up"],
        "stage=over": ["Coco"],
        "kind=tv": ["Severance"],
        "kind=movie&stage=failed": ["Up"],
        "words=montmartre+AMELIE": ["Amélie of Montmartre"],
        "words=amelie+heat": [],
        "stage=nonsense&kind=nonsense&before=nonsense": ["Coco", "Severance", "Up", "Heat", "Amélie of Montmartre"],
    }.items():
        assert titles(house, f"/requests?{asked}") == found, asked
    assert "No request fits." in page(house, "/requests?words=nothing")


def test_filters_stay_chosen_on_the_next_page(house: House, told: Told):
    for number in range(60):
        told.request(f"Film {number}", film(f"Film & {number}"))
    shown = page(house, "/requests?stage=open&words=film")
    assert re.search(r'href="/requests\?stage=open&words=film&before=\d+" rel="next"', shown)
    assert '<option value="open" selected>Under way</option>' in shown
    assert 'value="film"' in shown


def test_words_are_found_far_back(house: House, told: Told):
    told.request("The Needle")
    for number in range(450):
        told.request(f"Film {number}")
    assert titles(house, "/requests?words=needle") == ["The Needle"]


def test_the_page_of_one_tells_what_happened_why_and_how_it_is_known(house: House, told: Told):
    house.person("ann").hears("get severance").hears("all of them").hears("yes")
    house.person("x" * 60, channel="alexa", locale="de-DE").hears("lade severance")
    (row,) = re.findall(r'href="/requests/(\d+)"', page(house))
    told.happens(int(row), Stage.DECLINED, reason="not in this house")
    shown = page(house, f"/requests/{row}")
    assert re.findall(r'data-stands="([a-z-]+)"', shown) == ["declined", "owed", "approved", "declined"]
    assert re.findall(r"</time> · (.*?)</p>", shown) == [
        "noted by Overtalkerr",
        "noted by Overtalkerr",
        "reported by the media server",
    ]
    assert '<p class="reason"><bdi>not in this house</bdi></p>' in shown
    assert "2022 · TV show · Seasons one and two" in shown
    assert re.findall(r"<li>([^<]+)</li>", shown) == ["ann (voice)"]


def test_our_own_reasons_are_put_into_words(house: House, told: Told):
    row = told.request()
    told.happens(row, Stage.GIVEN_UP, reason="backend-unreachable")
    assert "I can't reach your media server right now." in page(house)
    assert "Ich erreiche deinen Medienserver gerade nicht." in page(house, f"/requests/{row}", "de")


@pytest.mark.parametrize(
    ("accepts", "language", "heading"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de", "Anfragen"),
        ("fr-CA", "fr", "Demandes"),
        ("es-MX,es", "es", "Solicitudes"),
        ("it", "it", "Richieste"),
        ("nl-BE", "nl", "Aanvragen"),
        ("pt-BR,pt;q=0.8", "pt", "Pedidos"),
        ("ja,en-GB;q=0.3", "en", "Requests"),
        ("ja", "de", "Anfragen"),
        ("*", "de", "Anfragen"),
        ("\xff;;q=x", "de", "Anfragen"),
    ],
)
def test_it_speaks_the_language_of_the_browser_or_else_of_the_household(
    build_house: Callable[..., House], accepts: str, language: str, heading: str
):
    house = build_house(FakeBackend(), locale="de-DE")
    Told(house.built.engine, house.clock.now).request()
    shown = page(house, language=accepts)
    assert f'<html lang="{language}">' in shown
    assert f"<h1>{heading}</h1>" in shown


def test_no_name_breaks_the_page(house: House, told: Told):
    house.person("<b>ann</b>").hears("get dune").hears("yes")
    row = told.request("<script>alert(1)</script>")
    told.happens(row, Stage.FAILED, reason="</p><script>alert(2)</script>")
    for path in ("/requests", f"/requests/{row}"):
        answer = house.client.get(path)
        assert "<script>" not in answer.text
        assert "&lt;script&gt;alert(1)" in answer.text
        assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("row", ["99", "9" * 9, "9" * 30])
def test_a_request_that_is_not_there_is_said_so_on_a_page(house: House, row: str):
    answer = house.client.get(f"/requests/{row}")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "This request is not known here." in answer.text


def test_there_are_words_for_every_stage_in_every_language():
    speech = open_speech()
    for language in speech.languages:
        labels = {speech.word("stage-label", language, stage=stage.value) for stage in Stage}
        assert len(labels) == len(Stage), language


# --- who may see it


@pytest.fixture
def locked(build_house: Callable[..., House]) -> House:
    house = build_house(FakeBackend(), voice_token=KEY)
    Told(house.built.engine, house.clock.now).request("Secret Film")
    return house


def away(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    client.environ_base |= {"REMOTE_ADDR": "203.0.113.5"}
    return client.get(path, base_url=NEIGHBOUR, headers=headers)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("accept", ["*/*", "text/event-stream"])
def test_who_has_no_key_sees_nothing(locked: House, path: str, accept: str):
    answer = away(locked.client, path, Accept=accept)
    assert answer.status_code == 401
    assert "Secret" not in answer.text


@pytest.mark.parametrize("path", [*PAGES, "/events?since=0"])
def test_who_has_shown_the_key_does(locked: House, path: str):
    client = locked.client
    client.environ_base |= {"REMOTE_ADDR": "203.0.113.5"}
    assert client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR).status_code == 303
    answer = away(client, path)
    assert answer.status_code == 200
    assert ("Secret" in answer.text) == (path != "/events")


# --- /events for whoever asks again and again


def test_whoever_asks_is_told_at_once_what_is_new(house: House, told: Told):
    row = told.request()
    begin = house.client.get("/events").get_json()
    assert begin == {"last": 1, "events": []}
    told.happens(row, Stage.APPROVED, Stage.READY)
    asked = house.client.get("/events?since=1", headers={"Accept-Language": "nl"}).get_json()
    assert [(event["id"], event["stage"], event["stage_label"]) for event in asked["events"]] == [
        (2, "approved", "Goedgekeurd"),
        (3, "ready", "Klaar"),
    ]
    assert asked["last"] == 3
    german = house.client.get("/events?since=2&locale=de-DE", headers={"Accept-Language": "nl"}).get_json()
    assert [event["stage_label"] for event in german["events"]] == ["Verfügbar"]
    assert house.client.get("/events?since=3").get_json() == {"last": 3, "events": []}


def test_whoever_is_far_behind_is_told_in_pieces(house: House, told: Told):
    told.goes_on(told.request(), 250)
    last, ids = 0, []
    while events := (answer := house.client.get(f"/events?since={last}").get_json())["events"]:
        assert len(events) <= 100
        ids += [event["id"] for event in events]
        last = answer["last"]
    assert ids == list(range(1, 252))


def test_what_cannot_be_read_any_more_is_passed_over(house: House, told: Told):
    told.request("Heat", film("Heat"))
    gone = told.following.adopt(Wish(SEVERANCE.title), News(Stage.READY, "look", request_id="7"))
    with house.built.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE followed_requests SET wish = '{{}}' WHERE id = {gone}")
    answer = house.client.get("/events?since=0").get_json()
    assert ([event["title"] for event in answer["events"]], answer["last"]) == (["Heat"], 2)
    assert titles(house) == ["Heat"]


@pytest.mark.parametrize("since", ["", "-1", "x", "9" * 40, "1.5", "²"])
def test_a_place_that_cannot_be_is_as_none(house: House, told: Told, since: str):
    told.request()
    assert house.client.get("/events", query_string={"since": since}).get_json() == {"last": 1, "events": []}


def test_a_look_at_the_headers_takes_no_seat(house: House):
    for _ in range(20):
        answer = house.client.head("/events", headers=STREAM)
        assert (answer.status_code, answer.mimetype) == (200, "text/event-stream")
        assert answer.headers["X-Accel-Buffering"] == "no"
    watched = house.client.get("/events", headers=STREAM)
    assert watched.status_code == 200
    watched.close()
