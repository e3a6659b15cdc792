"""What each server is found to say in each situation: the table in docs/backends.md is made of this.

python -m tests.backends.situations        writes it anew
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from media import Availability, Kind, Wish
from media_backends import Ability, BackendError, BackendType, MediaBackend, Query
from tests.backends.contract import BREAKING_BAD, DUNE, Circumstance, Server, film, show
from tests.backends.contract import PATIENCE as T
from tests.backends.servers import SERVERS

PAGE = Path(__file__).parents[2] / "docs" / "backends.md"
BEGINS, ENDS = "<!-- situations: made by tests/backends/situations.py -->\n", "<!-- end of situations -->"
CANNOT = "–"
Story = Callable[[Server], str]


def _state(availability: Availability) -> Story:
    """How a film in this state is told."""

    def tell(server: Server) -> str:
        if availability not in server.tells:
            return CANNOT
        server.stage(film(availability))
        return str(server.open().details(Kind.MOVIE, DUNE.id, timeout=T).title.availability)

    return tell


def _seasons(server: Server) -> str:
    states = (Availability.AVAILABLE, Availability.PENDING, Availability.MISSING)
    server.stage(show(*states))
    details = server.open().details(Kind.TV, BREAKING_BAD.id, timeout=T)
    return ", ".join(season.availability for season in details.regular_seasons)


def _let(circumstance: Circumstance, call: Callable[[MediaBackend], object]) -> Story:
    def tell(server: Server) -> str:
        if circumstance not in server.can:
            return CANNOT
        server.stage(film(), show())
        server.let(circumstance)
        return _outcome(call, server.open())

    return tell


def _as(user: Callable[[Server], str]) -> Story:
    """What a film requested by this user comes to."""

    def tell(server: Server) -> str:
        server.stage(film())
        backend = server.open()
        if Ability.AS_USER not in backend.abilities:
            return CANNOT
        who = user(server)
        return _outcome(lambda one: one.request(Wish(DUNE), user=who, timeout=T), backend)

    return tell


def _asked_twice(server: Server) -> str:
    server.stage(film())
    backend = server.open()
    backend.request(Wish(DUNE), timeout=T)
    return _outcome(lambda one: one.request(Wish(DUNE), timeout=T), backend)


def _no_place_for_4k(server: Server) -> str:
    server.stage(film())
    return _outcome(lambda one: one.request(Wish(DUNE, four_k=True), timeout=T), server.open())


def _wrong_key(server: Server) -> str:
    if not server.asks_for_a_key:
        return CANNOT
    return _outcome(lambda one: one.account(timeout=T), server.open(key="wrong"))


def _away(server: Server) -> str:
    if not server.asks_for_a_key:
        return CANNOT
    backend = server.open()
    server.away()
    return _outcome(lambda one: one.account(timeout=T), backend)


def _outcome(call: Callable[[MediaBackend], object], backend: MediaBackend) -> str:
    try:
        call(backend)
    except BackendError as error:
        return error.speech_key
    return "done"


def _requests(backend: MediaBackend) -> object:
    return backend.request(Wish(DUNE), timeout=T)


SITUATIONS: Mapping[str, Story] = {
    "nobody asked for it": _state(Availability.MISSING),
    "asked for, waiting for approval": _state(Availability.PENDING),
    "on its way": _state(Availability.PROCESSING),
    "there": _state(Availability.AVAILABLE),
    "declined, asking again is possible": _state(Availability.DECLINED),
    "declined for good": _state(Availability.REFUSED),
    "could not be handed on": _state(Availability.FAILED),
    "on the blocklist": _state(Availability.BLOCKED),
    "season 1 there, 2 asked for, 3 not": _seasons,
    "requested a second time": _asked_twice,
    "no permission": _as(lambda server: server.add_user("Bea", may_request=False)),
    "quota used up": _as(lambda server: server.add_user("Bea", quota=0)),
    "a user nobody knows": _as(lambda _: "77"),
    "4K without a place for it": _no_place_for_4k,
    "CSRF protection, no token helps": _let(Circumstance.CSRF, _requests),
    "CSRF protection, a token is handed out": _let(Circumstance.CSRF_WITH_TOKEN, _requests),
    "taken and dropped at once": _let(
        Circumstance.DROPS, lambda backend: backend.request(Wish(BREAKING_BAD, (1,)), timeout=T)
    ),
    "TMDB does not answer": _let(Circumstance.TMDB_DOWN, lambda backend: backend.search(Query("dune"), timeout=T)),
    "the key is wrong": _wrong_key,
    "the server is away": _away,
}


def abilities_of(name: str) -> frozenset[Ability]:
    """What a backend can do where everything is switched on."""
    with SERVERS[name]() as server:
        for one in (Circumstance.FOUR_K, Circumstance.SPECIALS):
            if one in server.can:
                server.let(one)
        backend = server.open()
        backend.account(timeout=T)
        return backend.abilities


def tell(name: str, situation: str) -> str:
    """What this server is found to say."""
    with SERVERS[name]() as server:
        return SITUATIONS[situation](server)


def table() -> str:
    """Both tables, as they stand on the page."""
    names = list(SERVERS)
    head = [f"| | {' | '.join(BackendType(name).title() for name in names)} |", "|---|" + "---|" * len(names)]
    can = {name: abilities_of(name) for name in names}
    first = [f"| {one} | {' | '.join('yes' if one in can[name] else CANNOT for name in names)} |" for one in Ability]
    second = [f"| {one} | {' | '.join(tell(name, one) for name in names)} |" for one in SITUATIONS]
    return "\n".join([*head, *first, "", *head, *second, ""])


def on_page(page: str) -> str:
    """The part of the page between the marks."""
    found = re.search(f"{re.escape(BEGINS)}(.*){re.escape(ENDS)}", page, re.DOTALL)
    return found.group(1) if found else ""


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text.replace(BEGINS + on_page(text), BEGINS + table()), encoding="utf-8")
