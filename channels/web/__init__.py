"""The pages: / leads on, /test holds the same conversation that every other channel holds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Final

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front, new_conversation
from channels.web.events import OPERATIONS, add_events
from channels.web.pages import languages, refuse_guessing, secure
from channels.web.people import add_people
from channels.web.requested import add_requests
from channels.web.telling import tell, tell_backend
from doors.guard import COOKIE, is_same_site
from doors.reading import MOST_BYTES, Locale, read_form, read_json
from doors.refusals import Refused
from turns.taking import Words

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

BUDGET: Final = 20.0  # seconds; a person who looks at a page waits longer than a speaker does
COOKIE_DAYS: Final = 30


class TestTurn(BaseModel):
    """What the page posts."""

    __test__ = False  # not a test class, whatever pytest makes of the name
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    text: Annotated[str, Field(max_length=1000)]
    session: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    locale: Locale = "en-US"


def open_web(front: Front) -> Blueprint:
    """The blueprint of the pages."""
    blueprint = Blueprint("web", __name__, template_folder="../../templates")
    blueprint.after_request(secure)
    blueprint.after_app_request(refuse_guessing)

    @blueprint.get("/")
    def home() -> str:
        return render_template("home.html", is_open=front.guard.is_open)

    @blueprint.get("/test")
    def test_page() -> Response:
        if not _is_welcome(front):
            return make_response(render_template("key.html"), 401)
        shown = {"languages": languages(front.speech), "place": front.requested.live.place()}
        return make_response(render_template("test.html", **shown))

    @blueprint.get("/test/key")
    def key_page() -> AnyResponse:
        if _is_welcome(front):
            return redirect(url_for("web.test_page"), 303)
        return make_response(render_template("key.html"))

    @blueprint.post("/test/key")
    def show_key() -> AnyResponse:
        return _accept_key(front)

    @blueprint.get("/test/backend")
    def backend() -> Response:
        front.guard.admit(request)
        return jsonify(tell_backend(front.sight()))

    @blueprint.post("/test/turn")
    def turn() -> Response:
        front.guard.admit(request)
        return _take_turn(front)

    add_people(blueprint, front, lambda: _is_welcome(front))
    add_requests(blueprint, front, lambda: _is_welcome(front))
    add_events(blueprint, front)
    return blueprint


def _take_turn(front: Front) -> Response:
    heard = read_json(request, TestTurn)
    front.limits.count(request)
    session = heard.session or new_conversation()
    began = time.perf_counter()
    taking = front.take(CHANNEL, Words(heard.text), person="", conversation=session, locale=heard.locale)
    answer = tell(taking, front, session, heard.locale)
    return jsonify(answer | {"milliseconds": round((time.perf_counter() - began) * 1000, 1)})


def _is_welcome(front: Front) -> bool:
    try:
        front.guard.admit(request)
    except Refused:
        return False
    return True


def _accept_key(front: Front) -> AnyResponse:
    """Trade the key for a cookie that only this site gets to see."""
    if not is_same_site(request):
        raise Refused(403)
    try:
        front.limits.count(request, "key")
    except Refused as problem:
        return make_response(render_template("key.html", problem="often"), problem.status, problem.headers)
    if not front.guard.accepts(read_form(request, MOST_BYTES).get("key", "").strip()):
        return make_response(render_template("key.html", problem="wrong"), 401)
    answer = redirect(url_for("web.test_page"), 303)
    answer.set_cookie(
        COOKIE,
        front.guard.cookie_value(),
        max_age=COOKIE_DAYS * 86_400,
        httponly=True,
        samesite="Strict",
        secure=request.is_secure,
    )
    return answer


CHANNEL: Final = Channel("web", BUDGET, open_web, operations=OPERATIONS)
