"""The owner's page: who spoke, whom they are linked to, and codes by which somebody links themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from flask import Response, make_response, redirect, render_template, request, url_for

from doors.guard import is_same_site
from doors.reading import MOST_BYTES, read_form
from doors.refusals import Refused
from turns.linking import UsersUnread

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Blueprint
    from werkzeug.wrappers import Response as AnyResponse

    from channels import Front
    from media import User
    from turns.linking import Code, Known, Linking

#: Characters of a name that are shown; those that platforms make up have two hundred, and differ at the end.
SHOWN: Final = 32


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody, as the page shows them."""

    channel: str
    person: str
    shown: str
    user: str | None  # what the user is called, else the user's id
    seen: str


def add_people(blueprint: Blueprint, front: Front, is_welcome: Callable[[], bool]) -> None:
    """Add the page at /people. Whoever has no key gets the page that asks for it."""
    linking = front.turns.linking

    @blueprint.get("/people")
    def people() -> Response:
        if not is_welcome():
            return make_response(render_template("key.html"), 401)
        return _page(linking, front.now())

    @blueprint.post("/people/code")
    def new_code() -> Response:
        form = _admitted(front)
        return _show_code(linking, form.get("user", "")[:200], front.now())

    @blueprint.post("/people/unlink")
    def unlink() -> AnyResponse:
        form = _admitted(front)
        linking.unlink(form.get("channel", ""), form.get("person", ""))
        return redirect(url_for("web.people"), 303)


def _admitted(front: Front) -> dict[str, str]:
    """What the owner sends. No other site may send a browser's form here, not even where no key is needed."""
    front.guard.admit(request)
    if not is_same_site(request):
        raise Refused(403)
    front.limits.count(request, "people")
    return read_form(request, MOST_BYTES)


def _show_code(linking: Linking, user: str, now: float) -> Response:
    """The page with a new code on it, shown to whoever asked for it alone."""
    if not linking.has_users:
        return _page(linking, now, status=409)
    try:
        made = linking.new_code(user)
    except UsersUnread:
        return _page(linking, now, status=502)
    return _page(linking, now, made) if made else _page(linking, now, status=404)


def _page(linking: Linking, now: float, made: tuple[User, Code] | None = None, status: int = 200) -> Response:
    users, problem = _users(linking)
    names = {user.id: user.name for user in users}
    shown = {
        "rows": [_row(one, names) for one in linking.everybody()],
        "users": users,
        "has_users": linking.has_users,
        "problem": problem,
        "made": made,
        "minutes": round((made[1].expires - now) / 60) if made else 0,
    }
    answer = make_response(render_template("people.html", **shown), status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _users(linking: Linking) -> tuple[tuple[User, ...], str]:
    """Everybody at the request manager, or why they cannot be listed."""
    if not linking.has_users:
        return (), ""
    try:
        return tuple(sorted(linking.users(), key=lambda user: user.name.casefold())), ""
    except UsersUnread as problem:
        return (), str(problem)


def _row(one: Known, names: dict[str, str]) -> Row:
    shown = one.person if len(one.person) <= SHOWN else f"…{one.person[1 - SHOWN :]}"
    seen = datetime.fromtimestamp(one.seen, UTC).strftime("%Y-%m-%d %H:%M")
    return Row(one.channel, one.person, shown, one.user and names.get(one.user, one.user), seen)
