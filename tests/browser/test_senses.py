"""Speaking and listening on /test; the browser's own ear and voice are replaced by ones that a test can lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conversing import Person

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

#: The browser's ear and voice, replaced by ones that a test can lead: `hear("yes")`, `spoken`.
SENSES = """
    window.spoken = [];
    window.listened = 0;
    window.SpeechRecognition = class {
        start() { window.listened += 1; window.ear = this; }
        stop() { this.onend(); }
        abort() { this.onerror({ error: "aborted" }); this.onend(); }
    };
    window.guess = (text, isFinal = false) => {
        window.ear.onresult({ results: [Object.assign([{ transcript: text }], { isFinal })] });
    };
    window.hear = (text) => { window.guess(text, true); window.ear.onend(); };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        speak(utterance) { window.spoken.push(utterance.text); window.last = utterance; },
        cancel() { window.cancelled = true; window.last?.onend(); },
    } });
"""


@pytest.fixture
def speaker(page: Page, url: str) -> Person:
    """Somebody with a microphone and a loudspeaker."""
    page.add_init_script(SENSES)
    return Person(page).opens(url)


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
