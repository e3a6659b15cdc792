"""The page at /test, in a real browser, over a real service."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from app import create_app
from channels import known_channels
from tests.browser.conftest import ELSEWHERE
from tests.browser.conversing import Person
from tests.serving import served, settings_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KEY = "a-key-of-the-owner"
#: Settings with a backend of somebody's own, at an address where nothing answers.
BEHIND_A_KEY: dict[str, Any] = {
    "media_backend_url": "http://127.0.0.1:9",
    "media_backend_type": "overseerr",
    "voice_token": KEY,
}
#: The browser's ear and voice, replaced by ones that a test can lead: `hear("yes")`, `spoken`.
SENSES = """
    window.spoken = [];
    window.listened = 0;
    window.SpeechRecognition = class {
        start() { window.listened += 1; window.ear = this; }
        stop() { this.onend(); }
        abort() { this.onerror({ error: "aborted" }); this.onend(); }
    };
    window.guess = (text, isFinal = false) => window.ear.onresult({ results: [Object.assign([{ transcript: text }], { isFinal })] });
    window.hear = (text) => { window.guess(text, true); window.ear.onend(); };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        speak(utterance) { window.spoken.push(utterance.text); window.last = utterance; },
        cancel() { window.cancelled = true; window.last?.onend(); },
    } });
"""


@pytest.fixture
def person(page: Page, url: str) -> Person:
    return Person(page).opens(url)


@pytest.fixture
def speaker(page: Page, url: str) -> Person:
    """Somebody with a microphone and a loudspeaker."""
    page.add_init_script(SENSES)
    return Person(page).opens(url)


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
    person.reads("What about the movie Dune, released in 1984?")
    expect(person.page.locator(".said").last).to_have_text("You: the one from 1984")


def test_an_example_says_itself(person):
    person.page.get_by_role("button", name="download Jurassic Park").click()
    person.reads("This is already in your library.")
    expect(person.page.get_by_role("heading", name="What would you like to watch?")).to_be_hidden()


def test_starting_over_forgets_the_conversation(person):
    person.types("download Jurassic Park").reads("Is that the one you want?")
    person.page.get_by_role("button", name="Start over").click()
    expect(person.page.locator(".turn")).to_have_count(0)
    expect(person.answers).to_have_count(0)
    person.types("yes").reads("Which movie or show would you like?")


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
    seen = {}
    for _ in range(12):
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
    expect(log.get_by_text("I found the movie Jurassic Park, released in 1993.")).to_be_visible()
    beside = log.locator(".speech, .said, .card, .options, .notes").evaluate_all(
        "all => all.map(one => [one.classList[0], one.closest('[aria-live]').getAttribute('aria-live')])"
    )
    assert dict(beside) == {"speech": "polite", "said": "off", "card": "off", "notes": "off"}


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
        person.types("get dune").reads("Dune").types("the simpsons").reads("Simpsons").types("yes").reads("37 are missing")
        person.types("cancel").reads("Goodbye").types("w" * 250).reads("couldn't find")
        assert person.page.evaluate("document.documentElement.scrollWidth") == width
        assert person.page.evaluate("visualViewport.scale") == 1


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


#: Every text of the page with its contrast to what lies behind it, by the formula of WCAG 2. A drawn poster is left out:
#: there lies a gradient behind the initials, and the title stands beside it anyway.
CONTRASTS = r"""() => {
    const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = (one) => { for (; one; one = one.parentElement) {
        const colour = getComputedStyle(one).backgroundColor;
        if ((rgb(colour)[3] ?? 1) === 1) return colour;
    } };
    const texts = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !one.closest(".poster, .skip")
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
        person.reads("What about the movie Dune, released in 1984?")
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
    asked = []
    held: list[Any] = []
    person.page.route("**/test/turn", lambda route: (asked.append(route.request.post_data_json["text"]), held.append(route)))
    person.types("get dune")
    expect(person.page.locator(".waiting")).to_be_visible()
    person.types("get dune").types("get dune")
    person.page.get_by_role("button", name="Send").click(force=True)  # it says that it is disabled
    expect(person.field).to_have_value("get dune")  # still to be edited, and not lost
    held[0].continue_()
    person.reads("Dune")
    assert asked == ["get dune"]


# --- the key ---


def elsewhere(url: str) -> str:
    """The same service by a name that is not this machine's own."""
    return url.replace("127.0.0.1", ELSEWHERE)


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


# --- speaking and listening ---


def test_what_is_spoken_is_said_and_a_question_is_listened_to(speaker):
    speaker.page.get_by_role("button", name="Speak").click()
    speaker.page.evaluate("guess('download Jur')")
    expect(speaker.field).to_have_value("download Jur")
    speaker.page.evaluate("hear('download Jurassic Park')")
    speaker.reads("Is that the one you want?")
    expect(speaker.page.get_by_role("button", name="Stop listening")).to_be_visible()
    speaker.page.evaluate("hear('yes')")
    speaker.reads("You can watch it now.")
    assert speaker.page.evaluate("listened") == 2


def test_who_types_is_not_listened_to(speaker):
    speaker.types("download Jurassic Park").reads("Is that the one you want?")
    assert speaker.page.evaluate("listened") == 0


def test_replies_are_read_aloud_when_wished_and_the_wish_is_remembered(speaker):
    speaker.types("get dune").reads("Dune")
    assert speaker.page.evaluate("spoken") == []
    speaker.page.get_by_text("Read aloud").click()
    speaker.types("help").reads("Say yes")
    assert speaker.page.evaluate("spoken.length") == 1
    speaker.page.reload()
    expect(speaker.page.get_by_role("switch", name="Read aloud")).to_be_checked()
    assert speaker.page.evaluate("spoken") == []  # nothing before somebody touched the page


def test_listening_goes_on_only_after_the_reply_was_read_out(speaker):
    speaker.page.get_by_text("Read aloud").click()
    speaker.page.get_by_role("button", name="Speak").click()
    speaker.page.evaluate("hear('get dune')")
    speaker.reads("Dune")
    assert speaker.page.evaluate("listened") == 1
    speaker.page.evaluate("last.onend()")
    assert speaker.page.evaluate("listened") == 2


def test_escape_stops_speaking_and_listening(speaker):
    speaker.page.get_by_text("Read aloud").click()
    speaker.page.get_by_role("button", name="Speak").click()
    speaker.page.evaluate("hear('get dune')")
    speaker.reads("Dune")
    speaker.page.keyboard.press("Escape")
    assert speaker.page.evaluate("[cancelled, listened]") == [True, 1]
    speaker.page.get_by_role("button", name="Speak").click()
    speaker.page.keyboard.press("Escape")
    expect(speaker.page.get_by_role("button", name="Speak")).to_have_attribute("aria-pressed", "false")
    expect(speaker.page.locator(".turn")).to_have_count(1)


def test_a_microphone_that_is_refused_is_explained(speaker):
    speaker.page.get_by_role("button", name="Speak").click()
    speaker.page.evaluate("ear.onerror({ error: 'not-allowed' }); ear.onend()")
    expect(speaker.page.locator("#deaf")).to_contain_text("does not let this page use the microphone")


def test_a_browser_that_cannot_listen_says_so(page: Page, url: str):
    page.add_init_script("delete window.SpeechRecognition; delete window.webkitSpeechRecognition")
    person = Person(page).opens(url)
    expect(page.get_by_role("button", name="Speak")).to_be_hidden()
    expect(page.get_by_text("This browser cannot listen")).to_be_visible()
    person.types("get dune").reads("Dune")


def test_the_locale_is_the_browsers_until_another_is_chosen(person):
    expect(person.page.get_by_label("Language")).to_have_value("en-GB")
    person.page.get_by_label("Language").select_option("en-AU")
    person.page.reload()
    expect(person.page.get_by_label("Language")).to_have_value("en-AU")
