"""/requests: what was asked for, how far it is and who asked; /requests/12: what happened to one of them, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from flask import Response, make_response, render_template, request, url_for

from channels.web.events import number
from channels.web.wording import Wording, wording_of
from media import Kind, Stage
from storage.listing import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask import Blueprint, Request

    from channels import Front
    from media import Followed
    from storage.listing import Concerned
    from storage.timeline import Happening

A_PAGE: Final = 50
#: What may be chosen by how far it is, as the address names it.
FILTERS: Final[dict[str, frozenset[Stage]]] = {
    "open": frozenset({Stage.OWED, Stage.PENDING, Stage.APPROVED, Stage.DOWNLOADING, Stage.PARTIAL}),
    "ready": frozenset({Stage.READY}),
    "failed": frozenset({Stage.FAILED, Stage.DECLINED, Stage.REFUSED, Stage.GIVEN_UP}),
    "over": frozenset({Stage.WITHDRAWN, Stage.GONE}),
}
KINDS: Final = (Kind.MOVIE.value, Kind.TV.value)
MOST_LETTERS: Final = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One request, as the page shows it."""

    id: int
    title: str
    facts: str
    stage: str
    label: str
    reason: str | None
    asked: str | None
    stamp: str
    since: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, as the page shows it."""

    stage: str
    label: str
    source: str
    reason: str | None
    ready: str
    stamp: str
    when: str


def add_requests(blueprint: Blueprint, front: Front, is_welcome: Callable[[], bool]) -> None:
    """Add the pages. Whoever has no key gets the page that asks for it."""

    @blueprint.get("/requests")
    def requests() -> Response:
        if not is_welcome():
            return make_response(render_template("key.html"), 401)
        return _sent(_list(front, wording_of(front, request), _wanted(request)))

    @blueprint.get("/requests/<int:row>")
    def one_request(row: int) -> Response:
        if not is_welcome():
            return make_response(render_template("key.html"), 401)
        wording, place = wording_of(front, request), front.requested.live.place()
        followed = front.requested.following.get(row) if number(str(row)) else None
        if followed is None:
            return _sent(render_template("request.html", words=wording, row=None, place=place), 404)
        return _sent(_one(front, wording, followed, place))


def _sent(page: str, status: int = 200) -> Response:
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Vary"] = "Accept-Language"
    return answer


def _wanted(request: Request) -> Wanted:
    """What is chosen by the address; what nobody can choose is as if it were not there."""
    stages = FILTERS.get(request.args.get("stage", ""), frozenset())
    kind = request.args.get("kind", "")
    words = request.args.get("words", "")[:MOST_LETTERS]
    return Wanted(stages, kind if kind in KINDS else "", words, number(request.args.get("before", "")))


def _list(front: Front, wording: Wording, wanted: Wanted) -> str:
    place = front.requested.live.place()  # first: what happens from now on is told, and shown twice at worst
    found, are_more = front.requested.listing.page(wanted, A_PAGE)
    concerned = front.requested.listing.concerned([one.row for one in found])
    stage = next((name for name, stages in FILTERS.items() if stages == wanted.stages), "all")
    chosen = {"stage": stage, "kind": wanted.kind, "words": wanted.words}
    told: dict[str, Any] = {name: value for name, value in chosen.items() if value and value != "all"}
    return render_template(
        "requests.html",
        words=wording,
        place=place,
        rows=[_row(one, concerned[one.row], wording) for one in found],
        chosen=chosen,
        stages=("all", *FILTERS),
        kinds=KINDS,
        older=url_for("web.requests", **told, before=found[-1].row) if are_more else None,
        newest=url_for("web.requests", **told) if wanted.before is not None else None,
    )


def _one(front: Front, wording: Wording, followed: Followed, place: int) -> str:
    concerned = front.requested.listing.concerned([followed.row])[followed.row]
    return render_template(
        "request.html",
        words=wording,
        place=place,
        row=_row(followed, concerned, wording),
        steps=[_step(one, wording) for one in front.requested.timeline.of(followed.row)],
        told=[wording.person(one.person, one.channel) for one in concerned if one.is_told],
    )


def _row(followed: Followed, concerned: Sequence[Concerned], wording: Wording) -> Row:
    who = ", ".join(wording.person(one.person, one.channel) for one in concerned if one.asked)
    return Row(
        followed.row,
        followed.wish.title.name,
        wording.facts(followed),
        followed.stage.value,
        wording.stage(followed.stage),
        wording.reason(followed.reason),
        wording.asked(who) if who else None,
        wording.stamp(followed.updated),
        wording.when(followed.updated),
    )


def _step(happening: Happening, wording: Wording) -> Step:
    return Step(
        happening.stage.value,
        wording.stage(happening.stage),
        wording.source(happening.source),
        wording.reason(happening.reason),
        wording.seasons(happening.ready),
        wording.stamp(happening.at),
        wording.when(happening.at),
    )
