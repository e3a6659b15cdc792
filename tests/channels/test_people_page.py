"""The owner's page: who spoke, whom they are linked to, and codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from doors.reading import FORM
from media import User
from media_backends import Ability, BackendUnreachable
from models import LinkCode
from storage.people import People
from tests.fake_backend import FakeBackend
from tests.house import House

KEY = "a-key-of-the-owner"
NEIGHBOUR = "http://overtalkerr.lan"
FORMS = ["/people/code", "/people/unlink"]


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER}
    backend.people = (User("12", "Anna <b>"), User("13", "Ben"))
    return build_house(backend, voice_token=KEY)


def owner(house: House) -> FlaskClient:
    """A browser somewhere else in the network that has shown the key."""
    client = stranger(house)
    assert client.post("/test/key", data={"key": KEY}, base_url=NEIGHBOUR).status_code == 303
    return client


def stranger(house: House) -> FlaskClient:
    client = house.client
    client.environ_base |= {"REMOTE_ADDR": "203.0.113.5"}
    return client


def page(client: FlaskClient) -> str:
    return unescape(client.get("/people", base_url=NEIGHBOUR).text)


def codes(house: House) -> int:
    with house.built.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(LinkCode)).scalar_one()


def people(house: House) -> People:
    return People(house.built.engine, house.clock.now, None)


def test_a_code_is_shown_and_whoever_says_it_is_linked_and_can_be_unlinked(house: House):
    browser = owner(house)
    shown = browser.post("/people/code", data={"user": "13"}, base_url=NEIGHBOUR)
    assert (shown.status_code, shown.headers["Cache-Control"]) == (200, "no-store")
    assert "It holds for 10 minutes, and once." in shown.text
    (code,) = re.findall(r'class="digits">(\d{4})<', shown.text)
    assert house.person("ben").hears(f"my code is {code}").speech == "You're linked as Ben now."
    assert "is Ben" in page(browser)
    unlinked = browser.post("/people/unlink", data={"channel": "voice", "person": "ben"}, base_url=NEIGHBOUR)
    assert (unlinked.status_code, unlinked.headers["Location"]) == (303, "/people")
    assert "is not linked" in page(browser)
    assert people(house).user_of("voice", "ben") is None


def test_whoever_spoke_is_listed_with_names_that_cannot_break_the_page(house: House):
    house.person("<script>alert(1)</script>").hears("get dune").hears("yes")
    people(house).link("alexa", "amzn1.ask.device." + "A" * 100 + "END", "12")
    listed = owner(house).get("/people", base_url=NEIGHBOUR).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in listed
    assert "<script>" not in listed
    assert f"…{'A' * 28}END<" in listed
    assert "is Anna &lt;b&gt;" in listed


@pytest.mark.parametrize("path", FORMS)
def test_who_has_no_key_gets_nothing(house: House, path: str):
    assert stranger(house).get("/people", base_url=NEIGHBOUR).status_code == 401
    assert "Anna" not in page(stranger(house))
    assert stranger(house).post(path, data={"user": "12"}, base_url=NEIGHBOUR).status_code == 401
    assert codes(house) == 0


@pytest.mark.parametrize("path", FORMS)
def test_a_page_of_another_site_cannot_send_the_owners_browser_here(house: House, path: str):
    people(house).link("voice", "ann", "12")
    elsewhere: dict[str, Any] = {"Origin": "http://evil.example"}
    form = {"user": "12", "channel": "voice", "person": "ann"}
    assert owner(house).post(path, data=form, base_url=NEIGHBOUR, headers=elsewhere).status_code == 401
    assert house.client.post(path, data=form, headers=elsewhere).status_code == 401  # at this very machine
    assert codes(house) == 0
    assert people(house).user_of("voice", "ann") == "12"


@pytest.mark.parametrize("path", FORMS)
def test_not_even_where_no_key_is_needed(demo: House, path: str):
    answer = demo.client.post(path, data={"user": "12"}, headers={"Origin": "http://evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_nothing_is_changed_by_looking(house: House, path: str):
    assert owner(house).get(path, base_url=NEIGHBOUR).status_code == 405


def test_without_users_or_without_an_answer_the_page_says_so(house: House, demo: House):
    house.fake.fails("users", BackendUnreachable("nas:5055 does not answer"))
    browser = owner(house)
    assert "The users cannot be read: nas:5055 does not answer." in page(browser)
    assert browser.post("/people/code", data={"user": "12"}, base_url=NEIGHBOUR).status_code == 502
    assert "cannot act for its users" in demo.client.get("/people").text
    assert demo.client.post("/people/code", data={"user": "12"}).status_code == 409
    assert codes(house) == 0


@pytest.mark.parametrize("form", [{}, {"user": ""}, {"user": "99"}, {"user": "x" * 5000}])
def test_for_a_user_who_is_not_there_there_is_no_code(house: House, form: dict[str, str]):
    assert owner(house).post("/people/code", data=form, content_type=FORM, base_url=NEIGHBOUR).status_code == 404
    assert codes(house) == 0


@pytest.mark.parametrize("form", [{}, {"channel": "voice", "person": "nobody"}, {"channel": "\udc00", "person": "\0"}])
def test_unlinking_nobody_does_nothing(house: House, form: dict[str, str]):
    sent = {key: value.encode("utf-8", "replace").decode() for key, value in form.items()}
    assert owner(house).post("/people/unlink", data=sent, content_type=FORM, base_url=NEIGHBOUR).status_code == 303
    assert people(house).everybody() == ()
