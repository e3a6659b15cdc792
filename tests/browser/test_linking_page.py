"""The page for people, in a real browser: a code is shown, said, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from media import User
from media_backends import Ability
from tests.fake_backend import FakeBackend
from tests.house import House

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_owner_shows_a_code_and_somebody_says_it(page: Page, build_house: Callable[..., House]):
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER}
    backend.people = (User("12", "Anna"), User("13", "Ben"))
    house = build_house(backend)
    with house.served() as url:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{url}/")
        page.get_by_role("link", name="/people").click()
        page.get_by_label("User").select_option("Ben")
        page.get_by_role("button", name="Show a code").click()
        code = page.locator(".digits").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert house.person("ben").hears(f"link me with {' '.join(code)}").speech == "You're linked as Ben now."
        page.goto(f"{url}/people")
        expect(page.get_by_text("is Ben", exact=True)).to_be_visible()
        page.get_by_role("button", name="Unlink ben from Ben").click()
        expect(page.get_by_text("is not linked")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
