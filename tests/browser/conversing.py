"""A person at the page at /test, as the tests need one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


@dataclass(frozen=True, slots=True)
class Person:
    """Looks at one page and says things there."""

    page: Page

    @property
    def field(self) -> Locator:
        return self.page.get_by_label("What you want to say")

    @property
    def answers(self) -> Locator:
        return self.page.get_by_role("group", name="Answers that make sense now").get_by_role("button")

    @property
    def reply(self) -> Locator:
        """The last thing that was said to the person."""
        return self.page.locator(".turn").last.locator(".speech")

    def opens(self, url: str) -> Person:
        self.page.goto(f"{url}/test")
        expect(self.page.locator("#backend")).to_have_attribute("data-well", "yes")
        return self

    def types(self, text: str) -> Person:
        self.field.fill(text)
        self.field.press("Enter")
        return self

    def presses(self, name: str) -> Person:
        self.answers.get_by_text(name, exact=True).click()
        return self

    def reads(self, text: str) -> Person:
        """Wait until the last reply holds this text."""
        expect(self.reply).to_contain_text(text)
        return self
