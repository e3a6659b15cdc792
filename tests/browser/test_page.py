"""The conversation on /test, in a real browser, over a real service."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from app import create_app
from channels import known_channels
from tests.browser.conftest import BEHIND_A_KEY, KEY, elsewhere
from tests.browser.conversing import Person
from tests.fake_backend import FakeBackend, film
from tests.serving import served, settings_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser


# --- the conversation ---


def test_a_show_is_offered_agreed_to_and_requested_season_by_season(person):
    person.types("I want to watch The Bear").reads("I found the TV show The Bear, released in 2022.")
    expect(person.page.locator(".card")).to_contain_text("Partly in your library")
    person.presses("Yes").reads("Seasons four and five are missing. Which ones would you like?")
    expect(person.answers).to_have_text(["Season 4", "Season 5", "All of them", "Cancel"])
    person.presses("Season 4").reads("Okay, I've requested season four of The Bear. It's waiting for approval.")
    expect(person.page.locator(".card").last).to_contain_text("Requested. Waiting for approval")
    expect(person.answers).to_have_count(0)


def test_another_of_those_found_is_chosen_by_clicking_it(person):
    person.types("get dune").reads("released in 2021")
    person.page.get_by_role("group", name="Or did you mean").get_by_role("button").first.click()
    person.reads("What about the film Dune, released in 1984?")
    expect(person.page.locator(".said").last).to_have_text("You: the one from 1984")


def test_many_others_are_shown_a_few_at_first(build_house, page):
    known = film("Twin", 1, 1991, votes=90_000)
    alike = [known, *(film("Twin", number, 1990 + number, votes=90) for number in range(2, 9))]
    with served(build_house(FakeBackend(alike)).app) as url:
        person = Person(page).opens(url)
        person.types("get twin").reads("Twin")
        options = page.get_by_role("group", name="Or did you mean").locator("li:visible")
        expect(options).to_have_count(4)
        page.get_by_role("button", name="3 more").press("Enter")
        expect(options).to_have_count(7)
        expect(options.nth(4).get_by_role("button")).to_be_focused()


def test_an_example_says_itself(person):
    person.page.get_by_role("button", name="download Jurassic Park").click()
    person.reads("This is already in your library.")
    expect(person.page.get_by_role("heading", name="What would you like to watch?")).to_be_hidden()


def test_starting_over_forgets_the_conversation(person):
    person.types("download Jurassic Park").reads("Is that the one you want?")
    person.page.get_by_role("button", name="Start over").click()
    expect(person.page.locator(".turn")).to_have_count(0)
    expect(person.answers).to_have_count(0)
    person.types("yes").reads("Which film or show would you like?")


def test_a_turn_tells_what_was_understood_and_what_alexa_would_have_received(person):
    person.types("get season two of Severance").reads("Severance")
    notes = person.page.locator(".notes")
    expect(notes).to_contain_text(re.compile(r"heard as\s*request"))
    expect(notes).to_contain_text(re.compile(r"title\s*Severance"))
    expect(notes).to_contain_text(re.compile(r"seasons\s*2"))
    expect(notes).to_contain_text(re.compile(r"took\s*[\d.]+ ms"))
    expect(notes.locator("details")).to_have_count(sum(channel.preview is not None for channel in known_channels()))


def test_the_page_says_who_answers_and_that_it_is_the_demo(person):
    expect(person.page.locator("#backend")).to_have_text(re.compile("Demo library answers"))
    expect(person.page.locator("#banner")).to_contain_text("This is the demo")


def test_a_title_without_a_picture_gets_its_initials(person):
    person.types("I want to watch The Bear").reads("The Bear")
    expect(person.page.locator(".card .poster b")).to_have_text("TB")


def test_a_picture_that_cannot_be_loaded_gives_way_to_initials(person):
    person.page.route("**/test/turn", lambda route: route.fulfill(json=with_poster(route.fetch().json())))
    person.types("I want to watch The Bear").reads("The Bear")
    expect(person.page.locator(".card .poster b")).to_have_text("TB")


def with_poster(answer: dict[str, Any]) -> dict[str, Any]:
    """As a request manager answers; the demo knows no pictures. Nothing is at this address."""
    answer["offer"]["poster"] = "/static/no-such-picture.jpg"
    return answer


def test_a_picture_is_described(person):
    picture = {"poster": "/static/favicon.svg"}
    person.page.route(
        "**/test/turn", lambda route: route.fulfill(json=(a := route.fetch().json()) | {"offer": a["offer"] | picture})
    )
    person.types("I want to watch The Bear").reads("The Bear")
    expect(person.page.get_by_role("img", name="Poster of The Bear")).to_be_visible()


# --- when something goes wrong ---


def test_a_service_that_is_gone_is_told_and_what_was_typed_is_kept(page: Page, tmp_path: Path):
    with served(create_app(settings_in(tmp_path))) as url:
        person = Person(page).opens(url)
        person.types("get dune").reads("Is that the one you want?")
    person.types("no, the second one").reads("Overtalkerr cannot be reached.")
    expect(person.field).to_have_value("no, the second one")
    expect(person.answers.first).to_have_text("Yes")
    with served(create_app(settings_in(tmp_path)), urlsplit(url).port or 0):
        person.page.get_by_role("button", name="Try again").click()
        person.reads("What about the film Dune, released in 1984?")
        expect(person.field).to_have_value("")


@pytest.mark.parametrize(
    ("said", "told"), [("x" * 1001, "at most 1000 characters"), ("x" * 20_000, "That was too long to send.")]
)
def test_too_long_a_speech_is_told_and_kept(person, said, told):
    person.types(said).reads(told)
    expect(person.field).to_have_value(said)


def test_too_many_turns_are_told(page: Page, tmp_path: Path):
    with served(create_app(settings_in(tmp_path, rate_limit_per_minute=1))) as url:
        person = Person(page).opens(elsewhere(url))
        person.types("help").reads("You can say")
        person.types("get dune").reads("Wait a minute, then try again.")
        expect(person.field).to_have_value("get dune")


def test_nothing_is_sent_twice_while_a_turn_runs(person):
    held: list[Route] = []
    person.page.route("**/test/turn", lambda route: held.append(route))  # noqa: PLW0108 - it wants a Python function
    person.types("get dune")
    expect(person.page.locator(".waiting")).to_be_visible()
    person.types("get dune").types("get dune")
    person.page.get_by_role("button", name="Send").click(force=True)  # it says that it is disabled
    expect(person.field).to_have_value("get dune")  # still to be edited, and not lost
    held[0].continue_()
    person.reads("Dune")
    assert len(held) == 1


# --- the key ---


def test_the_key_page_lets_in_whoever_has_the_key(page: Page, tmp_path: Path):
    with served(create_app(settings_in(tmp_path, **BEHIND_A_KEY))) as url:
        page.goto(f"{elsewhere(url)}/test")
        key = page.get_by_label("Key")
        expect(key).to_be_focused()
        key.fill("not the key")
        key.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("That is not the key.")
        page.get_by_label("Key").fill(KEY)
        page.get_by_role("button", name="Open").click()
        expect(page).to_have_url(f"{elsewhere(url)}/test")
        expect(page.locator("#backend")).to_have_attribute("data-well", "no")
        Person(page).types("get dune").reads("I can't reach your media server right now.")
        page.context.clear_cookies()
        Person(page).types("help").reads("The key is missing")
        page.get_by_role("link", name="Enter the key").click()
        page.get_by_label("Key").fill(KEY)
        page.get_by_role("button", name="Open").click()
        expect(Person(page).field).to_have_value("help")
        Person(page).field.press("Enter")
        Person(page).reads("Say yes and I'll try again")  # the conversation goes on where it was
