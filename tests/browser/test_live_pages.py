"""The pages about requests, in a real browser: they change while one looks at them, and stand without JavaScript."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app import create_app
from media import Stage
from tests.browser.conversing import Person
from tests.browser.test_access import BRIGHTNESS, CONTRASTS
from tests.requests_told import Told
from tests.serving import served, settings_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
SOON = 2000  # milliseconds


@dataclass(frozen=True, slots=True)
class Service:
    url: str
    told: Told


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Service]]:
    opened = []

    def begin(**given: object) -> Service:
        app = create_app(settings_in(tmp_path, **{"reconcile_minutes": 0, **given}))  # nobody but the test tells
        server = served(app)
        opened.append(server)
        return Service(server.__enter__(), Told(app.extensions["overtalkerr"].engine, time.time))

    yield begin
    for server in opened:
        server.__exit__(None, None, None)


@pytest.fixture
def service(serve: Callable[..., Service]) -> Service:
    return serve()


def test_the_list_changes_while_one_looks_at_it(page: Page, service: Service):
    told = service.told
    dune, heat = told.request("Dune"), told.request("Heat")
    page.goto(f"{service.url}/requests")
    expect(page.locator("#state")).to_have_text("Updates by itself")
    page.get_by_role("link", name="Heat").focus()
    told.happens(dune, Stage.APPROVED)
    row = page.get_by_role("listitem").filter(has_text="Dune")
    expect(row.get_by_text("Approved")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("status")).to_have_text("Dune: Approved")
    expect(page.get_by_role("link", name="Heat")).to_be_focused()
    told.happens(heat, Stage.READY)
    expect(page.get_by_role("listitem").filter(has_text="Heat").get_by_text("Ready")).to_be_visible(timeout=2 * SOON)
    expect(page.get_by_role("link", name="Heat")).to_be_focused()
    told.request("Up")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Up", "Heat", "Dune"], timeout=2 * SOON)


def test_a_look_that_took_long_does_not_undo_a_later_one(page: Page, service: Service):
    page.clock.install()
    dune, held = service.told.request("Dune"), list[Route]()
    page.goto(f"{service.url}/requests")
    expect(page.locator("#state")).to_have_text("Updates by itself")
    page.route("**/requests", lambda route: held.append(route), times=1)  # noqa: PLW0108 - playwright marks it
    with page.expect_request("**/requests"):
        service.told.happens(dune, Stage.APPROVED)
    expect(page.get_by_role("status")).to_have_text("Dune: Approved")
    before = held[0].fetch()
    service.told.happens(dune, Stage.READY)
    expect(page.get_by_role("status")).to_have_text("Dune: Ready")
    page.clock.run_for(3000)
    page.wait_for_timeout(500)  # a look of its own would have been answered by now
    stands = page.locator("ol.rows .stands")
    with page.expect_response("**/requests"):
        held[0].fulfill(response=before)
    page.clock.run_for(3000)
    expect(stands).to_have_text(["Ready"], timeout=4 * SOON)
    page.wait_for_timeout(300)  # an old page would have been put in its place by now
    expect(stands).to_have_text(["Ready"], timeout=SOON)


def test_a_look_that_failed_is_taken_again(page: Page, service: Service):
    dune = service.told.request("Dune")
    page.goto(f"{service.url}/requests")
    expect(page.locator("#state")).to_have_text("Updates by itself")
    page.route("**/requests", lambda route: route.abort(), times=1)
    service.told.happens(dune, Stage.READY)
    expect(page.locator("ol.rows .stands")).to_have_text(["Ready"], timeout=4 * SOON)


def test_the_filter_holds_for_what_comes(page: Page, service: Service):
    dune = service.told.request("Dune")
    page.goto(f"{service.url}/requests")
    page.get_by_label("Stage").select_option("Ready")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("No request fits.")).to_be_visible()
    expect(page.locator("#state")).to_have_text("Updates by itself")
    service.told.happens(dune, Stage.READY)
    expect(page.get_by_role("heading", level=2)).to_have_text(["Dune"], timeout=2 * SOON)


def test_the_page_of_one_request_grows(page: Page, service: Service):
    dune, heat = service.told.request("Dune"), service.told.request("Heat")
    page.goto(f"{service.url}/requests")
    page.get_by_role("link", name="Dune").click()
    expect(page.locator("#state")).to_have_text("Updates by itself")
    service.told.happens(heat, Stage.READY)
    service.told.happens(dune, Stage.DECLINED, reason="not in this house")
    steps = page.locator(".timeline .stands")
    expect(steps).to_have_text(["Waiting for approval", "Declined"], timeout=SOON)
    expect(page.locator("#now .reason")).to_have_text("not in this house")
    expect(page.get_by_role("status")).to_have_text("Dune: Declined")


def test_where_no_seat_is_left_the_page_asks(page: Page, serve: Callable[..., Service]):
    service = serve(web_threads=2)
    page.clock.install()
    dune = service.told.request("Dune")
    page.goto(f"{service.url}/requests")
    expect(page.locator("#state")).to_have_text("Looks every ten seconds")
    service.told.happens(dune, Stage.READY)
    page.clock.run_for(11_000)
    page.clock.resume()
    expect(page.get_by_role("status")).to_have_text("Dune: Ready")
    expect(page.locator("ol.rows").get_by_text("Ready")).to_be_visible()


def test_without_javascript_all_of_it_stands(browser: Browser, service: Service):
    dune = service.told.request("Dune")
    service.told.request("Heat")
    with browser.new_context(java_script_enabled=False, locale="de-DE") as context:
        page = context.new_page()
        page.goto(f"{service.url}/requests")
        page.get_by_label("Wörter im Titel").fill("dune")
        page.get_by_role("button", name="Anzeigen").click()
        expect(page.get_by_role("heading", level=2)).to_have_text(["Dune"])
        expect(page.locator("#state")).to_be_hidden()
        page.get_by_role("link", name="Dune").click()
        assert page.url == f"{service.url}/requests/{dune}"
        expect(page.locator(".timeline .stands")).to_have_text(["Wartet auf Freigabe"])


def test_the_keyboard_and_a_screen_reader_find_their_way(page: Page, service: Service):
    service.told.request("Dune")
    page.goto(f"{service.url}/requests")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the requests")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Dune")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for role, name in (
        ("main", None),
        ("search", None),
        ("list", "Requests"),
        ("combobox", "Stage"),
        ("textbox", "Words"),
    ):
        expect(page.get_by_role(role, name=name)).to_have_count(1)  # type: ignore[arg-type]  # every role is a word


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_enough(browser: Browser, service: Service, scheme: Any):
    row = service.told.request("Dune")
    service.told.happens(row, Stage.DECLINED, reason="not in this house")
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        for path in ("/requests", f"/requests/{row}"):
            page.goto(service.url + path)
            expect(page.locator("#state")).to_be_visible()
            assert [poor for poor in page.evaluate(CONTRASTS) if poor["contrast"] < 4.5] == []
            assert (page.evaluate(BRIGHTNESS) < 0.1) == (scheme == "dark")


def test_it_fits_a_small_phone(page: Page, service: Service):
    service.told.request("A title that goes on and on like a very long train of words " + "without" * 9)
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/requests", "/requests/1"):
        page.goto(service.url + path)
        expect(page.locator("#state")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_title_reads_in_its_own_direction(page: Page, service: Service):
    row = service.told.request("מדינת היהודים (1942)!")
    service.told.happens(row, Stage.DECLINED, reason="כבר יש לנו (DVD)!")
    for path in ("/requests", f"/requests/{row}"):
        page.goto(service.url + path)
        for text in (page.get_by_text("(1942)").first, page.get_by_text("(DVD)").first):
            assert text.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_what_was_requested_on_the_test_page_is_followed_there(page: Page, service: Service):
    person = Person(page).opens(service.url).types("get dune")
    expect(person.answers.first).to_be_visible()
    person.types("yes")
    steps = page.locator(".steps .stands")
    expect(steps.first).to_be_attached()
    stood = steps.all_text_contents()
    (request,) = service.told.following.open_since(time.time(), 10)
    service.told.happens(request.row, Stage.DOWNLOADING, Stage.READY)
    expect(steps).to_have_text([*stood, "Downloading", "Ready"], timeout=SOON)
    expect(steps.last).to_be_visible()
    expect(page.locator("#status")).to_have_text("Dune: Ready")
