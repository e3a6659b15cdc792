"""The pages: / leads on, /test holds the same conversation that every other channel holds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from pydantic import BaseModel, ConfigDict, Field

from channels import Channel, Front, new_conversation
from dialogs import Button, buttons, offered, options
from doors.guard import COOKIE, is_same_site
from doors.reading import read_json
from doors.refusals import Refused
from storage.packing import pack
from turns.taking import Words

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from turns.taking import Taking

BUDGET: Final = 20.0  # seconds; a person who looks at a page waits longer than a speaker does
COOKIE_DAYS: Final = 30


class TestTurn(BaseModel):
    """What the page posts."""

    __test__ = False  # not a test class, whatever pytest makes of the name
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    text: Annotated[str, Field(max_length=1000)]
    session: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    locale: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$")] = "en-US"


def open_web(front: Front) -> Blueprint:
    """The blueprint of the pages."""
    blueprint = Blueprint("web", __name__, template_folder="../../templates", static_folder="../../static")

    @blueprint.get("/")
    def home() -> str:
        return render_template("home.html", is_open=front.guard.is_open)

    @blueprint.get("/test")
    def test_page() -> Response:
        try:
            front.guard.admit(request)
        except Refused:
            return make_response(render_template("key.html"), 401)
        return make_response(render_template("test.html", languages=front.speech.languages))

    @blueprint.post("/test/key")
    def show_key() -> AnyResponse:
        return _accept_key(front)

    @blueprint.get("/test/backend")
    def backend() -> Response:
        front.guard.admit(request)
        return jsonify(_backend(front))

    @blueprint.post("/test/turn")
    def turn() -> Response:
        front.guard.admit(request)
        heard = read_json(request, TestTurn)
        front.limits.count(request)
        session = heard.session or new_conversation()
        began = time.perf_counter()
        taking = front.take(CHANNEL, Words(heard.text), person="", conversation=session, locale=heard.locale)
        answer = _tell(taking, front, session, heard.locale)
        return jsonify(answer | {"milliseconds": round((time.perf_counter() - began) * 1000, 1)})

    return blueprint


def _accept_key(front: Front) -> AnyResponse:
    """Trade the key for a cookie that only this site gets to see."""
    if not is_same_site(request):
        raise Refused(403)
    front.limits.count(request, "key")
    if not front.guard.accepts(request.form.get("key", "").strip()):
        return make_response(render_template("key.html", wrong=True), 401)
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


def _tell(taking: Taking, front: Front, session: str, locale: str) -> dict[str, Any]:
    offer = offered(taking.state)
    made = taking.made
    return {
        "speech": front.speech.say(taking.reply, locale).plain,
        "expect_reply": taking.reply.listening,
        "session": session,
        "turn": taking.id,
        "intent": taking.intent.name,
        "slots": {name: value for name, value in pack(taking.intent).items() if name != "$" and value is not None},
        "state": taking.state.name,
        "offer": pack(offer) if offer else None,
        "options": [pack(title) for title in options(taking.state)],
        "request": pack(made) if made else None,
        "buttons": [_button(button, front, locale) for button in buttons(taking.state)],
        "asked": list(taking.hops),
        "backend": _backend(front),
        "previews": {name: preview(taking, front.speech, locale) for name, preview in front.previews.items()},
    }


def _button(button: Button | int, front: Front, locale: str) -> dict[str, str]:
    """What stands on a button, and what is said when it is pressed: the same words."""
    if isinstance(button, Button):
        label = front.speech.word(f"button-{button}", locale)
    else:
        label = front.speech.word("button-season", locale, number=button)
    return {"label": label, "say": label}


def _backend(front: Front) -> dict[str, Any]:
    sight = front.sight()
    return {
        "type": sight.type,
        "certain": sight.certain,
        "reachable": sight.reachable,
        "key_accepted": sight.key_accepted,
        "problem": sight.problem,
    }


CHANNEL: Final = Channel("web", BUDGET, open_web)
