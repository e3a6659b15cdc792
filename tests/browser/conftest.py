"""A real browser for the tests in this folder; without one they are skipped, and say so."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from app import create_app
from tests.browser.conversing import Person
from tests.serving import served, settings_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: A name that leads to this machine without being one of its own names, as a neighbour's browser would use.
ELSEWHERE = "overtalkerr.test"
KEY = "a-key-of-the-owner"
#: Settings with a backend of somebody's own, at an address where nothing answers.
BEHIND_A_KEY: dict[str, Any] = {
    "media_backend_url": "http://127.0.0.1:9",
    "media_backend_type": "overseerr",
    "voice_token": KEY,
}
FLAGS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1",
)
expect.set_options(timeout=10_000)


def elsewhere(url: str) -> str:
    """The same service by a name that is not this machine's own."""
    return url.replace("127.0.0.1", ELSEWHERE)


def find_chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else shutil.which("/usr/bin/chromium") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each gets a profile of its own."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium: install one, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield launched
        launched.close()


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """The address of a running demo of this test's own."""
    with served(create_app(settings_in(tmp_path))) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page; whatever goes wrong in it fails the test."""
    with browser.new_context(locale="en-GB") as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda problem: wrong.append(str(problem)))
        opened.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
        yield opened
        assert wrong == []


@pytest.fixture
def person(page: Page, url: str) -> Person:
    return Person(page).opens(url)
