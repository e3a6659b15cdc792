"""The pages for everybody: keyboard, screen reader, small screens, both schemes, little motion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from app import create_app
from tests.browser.conftest import BEHIND_A_KEY, elsewhere
from tests.browser.conversing import Person
from tests.serving import served, settings_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


# --- keyboard and screen reader ---


def test_the_keyboard_alone_suffices(person):
    keyboard = person.page.keyboard
    person.page.get_by_role("link", name="Overtalkerr", exact=True).focus()
    keyboard.press("Shift+Tab")
    expect(person.page.get_by_role("link", name="Skip to what you want to say")).to_be_focused()
    keyboard.press("Enter")
    keyboard.type("I want to watch The Bear")
    keyboard.press("Enter")
    person.reads("Is that the one you want?")
    keyboard.press("Shift+Tab")  # past the microphone, where there is one, to the last answer
    while person.page.evaluate("document.activeElement.textContent") != "Yes":
        keyboard.press("Shift+Tab")
    keyboard.press("Enter")
    person.reads("Which ones would you like?")
    expect(person.answers.first).to_be_focused()
    keyboard.press("Space")
    person.reads("I've requested season four")
    expect(person.field).to_be_focused()


def test_everything_that_is_focused_shows_it(person):
    person.types("get dune").reads("Dune")
    person.page.get_by_role("link", name="Overtalkerr", exact=True).focus()
    seen: dict[str, str] = {}
    while "words" not in seen and len(seen) < 40:
        person.page.keyboard.press("Tab")
        name, ring = person.page.evaluate(FOCUSED)
        seen[name] = ring
    assert {"aloud", "locale", "start-over", "Yes", "words"} <= set(seen)
    assert set(seen.values()) == {"solid"}


#: What is focused, and how it is outlined; the outline of a switch is drawn round its knob.
FOCUSED = """() => {
    const one = document.activeElement;
    const outlined = one.matches(".switch input") ? one.nextElementSibling : one;
    return [one.id || one.textContent, getComputedStyle(outlined).outlineStyle];
}"""


def test_a_screen_reader_is_told_of_the_reply_and_not_of_everything_beside_it(person):
    log = person.page.get_by_role("log", name="Conversation")
    expect(log).to_have_attribute("aria-live", "polite")
    person.types("download Jurassic Park")
    expect(log.locator(".speech").get_by_text("I found the film Jurassic Park, released in 1993.")).to_be_visible()
    beside = log.locator(".speech, .said, .card, .options, .notes").evaluate_all(
        "all => all.map(one => [one.classList[0], one.closest('[aria-live]').getAttribute('aria-live')])"
    )
    assert dict(beside) == {"speech": "polite", "said": "off", "card": "off", "options": "off", "notes": "off"}


def test_every_control_has_a_name(person):
    person.types("get dune").reads("Dune")
    for control in person.page.locator("button:visible, a:visible, input:visible, select:visible").all():
        expect(control).to_have_accessible_name(re.compile(r"\w"))


def test_arrow_up_brings_back_what_was_said_and_arrow_down_the_draft(person):
    person.types("get dune").reads("Dune")
    person.types("no").reads("What about")
    person.field.fill("half a th")
    for expected in ("no", "get dune", "get dune"):
        person.field.press("ArrowUp")
        expect(person.field).to_have_value(expected)
    person.field.press("ArrowDown")
    person.field.press("ArrowDown")
    expect(person.field).to_have_value("half a th")


# --- looks ---


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_sticks_out_of_a_phone(browser: Browser, url: str, width: int):
    with browser.new_context(viewport={"width": width, "height": 640}, is_mobile=True, has_touch=True) as context:
        person = Person(context.new_page()).opens(url)
        person.types("get dune").reads("Dune").types("the simpsons").reads("Simpsons").types("yes").reads(
            "37 are missing"
        )
        person.types("cancel").reads("Goodbye").types("w" * 250).reads("couldn't find")
        assert person.page.evaluate("document.documentElement.scrollWidth") == width
        assert person.page.evaluate("visualViewport.scale") == 1


def test_long_notes_in_the_margin_leave_the_conversation_as_it_is(browser: Browser, url: str):
    with browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        person = Person(context.new_page()).opens(url)
        person.types("get dune").reads("Dune")
        heights = "[...document.querySelectorAll('.said, .speech, .card')].map((one) => one.offsetHeight)"
        before = person.page.evaluate(heights)
        person.page.evaluate("document.querySelector('.notes').style.minHeight = '2000px'")
        assert person.page.evaluate(heights) == before


def test_nothing_sticks_out_of_the_other_pages(browser: Browser, tmp_path: Path):
    with (
        served(create_app(settings_in(tmp_path, **BEHIND_A_KEY))) as url,
        browser.new_context(viewport={"width": 320, "height": 640}, is_mobile=True) as context,
    ):
        page = context.new_page()
        for path in ("/", "/test", "/test/key"):
            page.goto(f"{elsewhere(url)}{path}")
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_a_phone_on_its_side_shows_the_reply_and_the_answers(browser: Browser, url: str):
    with browser.new_context(viewport={"width": 640, "height": 320}, is_mobile=True, has_touch=True) as context:
        person = Person(context.new_page()).opens(url)
        person.types("get the simpsons").reads("Simpsons").presses("Yes").reads("37 are missing")
        expect(person.answers.first).to_be_in_viewport(ratio=1)
        expect(person.field).to_be_in_viewport(ratio=1)
        room = person.page.evaluate("innerHeight - document.getElementById('composer').offsetHeight")
        assert room > 180


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_enough_in_both_schemes(browser: Browser, url: str, scheme: Any):
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
        person = Person(context.new_page()).opens(url)
        person.types("get dune").reads("Dune")
        contrasts = person.page.evaluate(CONTRASTS)
        assert len(contrasts) > 15
        assert [poor for poor in contrasts if poor["contrast"] < 4.5] == []
        assert (person.page.evaluate(BRIGHTNESS) < 0.1) == (scheme == "dark")


#: Every text of the page with its contrast to what lies behind it, by the formula of WCAG 2. A drawn poster is left
#: out: a gradient lies behind its initials, and the title stands beside it anyway.
CONTRASTS = r"""() => {
    const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = (one) => { for (; one; one = one.parentElement) {
        const colour = getComputedStyle(one).backgroundColor;
        if ((rgb(colour)[3] ?? 1) === 1) return colour;
    } };
    const texts = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()
        && !one.closest(".poster, .skip")
        && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
    return texts.map((one) => {
        const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
        return { text: one.textContent.trim().slice(0, 40), contrast: (a + 0.05) / (b + 0.05) };
    });
}"""
BRIGHTNESS = "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)) / 255"


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, url: str):
    with browser.new_context(reduced_motion="reduce") as context:
        person = Person(context.new_page()).opens(url)
        person.types("get dune").reads("Dune")
        assert person.page.evaluate("document.getAnimations().length") == 0
