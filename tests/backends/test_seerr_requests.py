"""What the Seerr family does beyond the contract: what goes over the wire, how often, and the traps of each product."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from backends.seerr import BACKENDS, SeerrBackend
from backends.seerr.statuses import SEERR_STATUSES, Standing
from backends.seerr.tmdb import TmdbSight
from media import Availability, Kind, Title, Wish
from media_backends import (
    BackendBlind,
    BackendBroken,
    BackendType,
    CsrfProtected,
    MediaBackend,
    Opening,
    Query,
    QuotaUsedUp,
    RequestRefused,
    UserUnknown,
)
from tests.backends.books import Person
from tests.backends.catalogue import Entry
from tests.backends.stand_in import KEY, Fault, Made, Product, StandIn
from tests.house import StoppedClock

T = 2.0
DUNE = Title(Kind.MOVIE, 438631, "Dune")
HOMELESS = Title(Kind.TV, 999001, "Test Pattern Live")  # a show without a TVDB id
CLASSES = {kind.backend_type.value: kind for kind in BACKENDS}
REQUEST = "POST /api/v1/request"


def opened(server: StandIn) -> MediaBackend:
    return CLASSES[server.product.lower()].open(Opening(server.url, KEY))


@pytest.fixture(params=list(Product))
def server(request: pytest.FixtureRequest) -> Iterator[StandIn]:
    with StandIn(request.param) as stand_in:
        stand_in.add(Entry("tv", HOMELESS.id, HOMELESS.name, "2023-03-01", seasons=(1, 2), tvdb=False))
        yield stand_in
    assert stand_in.misfits == []


@pytest.fixture
def backend(server: StandIn) -> Iterator[MediaBackend]:
    one = opened(server)
    yield one
    one.close()


@pytest.fixture
def seerr() -> Iterator[StandIn]:
    with StandIn(Product.SEERR) as stand_in:
        yield stand_in
    assert stand_in.misfits == []


@pytest.fixture
def client(seerr: StandIn) -> Iterator[SeerrBackend]:
    one = SeerrBackend.open(Opening(seerr.url, KEY))
    yield one
    one.close()


# --- in whose name


def test_a_user_is_named_in_a_header_of_that_request_alone(backend: MediaBackend, server: StandIn):
    server.books.people[2] = Person(2, "Bea")
    backend.request(Wish(DUNE), user="2", timeout=T)
    backend.details(Kind.MOVIE, 438631, timeout=T)
    assert [heard.headers.get("x-api-user") for heard in server.heard] == ["2", None]


@pytest.mark.parametrize("user", ["abc", "2.0", "0", "-1", "", " 2", "02", "٢", "99999999999999999999"])
def test_a_user_who_is_no_number_would_crash_the_server_and_is_not_sent(
    backend: MediaBackend, server: StandIn, user: str
):
    with pytest.raises(UserUnknown):
        backend.request(Wish(DUNE), user=user, timeout=T)
    assert not server.heard


def test_an_unknown_user_costs_one_more_question(backend: MediaBackend, server: StandIn):
    with pytest.raises(UserUnknown, match="no user 77"):
        backend.request(Wish(DUNE), user="77", timeout=T)
    assert dict(server.calls) == {REQUEST: 1, "GET /api/v1/auth/me": 1}


# --- quotas


def test_a_quota_that_is_used_up_says_when_it_frees(backend: MediaBackend, server: StandIn):
    server.books.people[2] = Person(2, "Bea", quota=2)
    now = datetime.now(UTC)
    for number, days in ((603, 5), (841, 2)):
        server.requests.append(Made(server.books.next_id(), "movie", number, 2, user=2, created=now - timedelta(days)))
    with pytest.raises(QuotaUsedUp) as caught:
        backend.request(Wish(DUNE), user="2", timeout=T)
    assert caught.value.frees == (now + timedelta(days=2)).date().isoformat()
    assert server.calls["GET /api/v1/request"] == 0  # that list asks every Radarr first


def test_a_quota_of_seasons_frees_when_enough_of_them_are_old(client: SeerrBackend, seerr: StandIn):
    seerr.books.people[2] = Person(2, "Bea", quota=3)
    now = datetime.now(UTC)
    for days, seasons in ((9, (1, 2, 3)), (6, (1, 2)), (1, (3,))):
        made = Made(seerr.books.next_id(), "tv", 2316, 2, seasons=seasons, user=2, created=now - timedelta(days))
        seerr.requests.append(made)
    with pytest.raises(QuotaUsedUp) as caught:
        client.request(Wish(Title(Kind.TV, 1396, "Breaking Bad"), (1,)), user="2", timeout=T)
    assert caught.value.frees == (now + timedelta(days=1)).date().isoformat()


def test_what_has_left_the_quota_already_frees_nothing(client: SeerrBackend, seerr: StandIn):
    seerr.books.people[2] = Person(2, "Bea", quota=3)
    now = datetime.now(UTC)
    for days, seasons in ((9, (1, 2, 3)), (6, (4, 5))):
        made = Made(seerr.books.next_id(), "tv", 2316, 2, seasons=seasons, user=2, created=now - timedelta(days))
        seerr.requests.append(made)
    with pytest.raises(QuotaUsedUp) as caught:
        client.request(Wish(Title(Kind.TV, 1396, "Breaking Bad"), (1, 2)), user="2", timeout=T)
    assert caught.value.frees == (now + timedelta(days=1)).date().isoformat()


def test_a_refusal_stands_even_where_nobody_tells_when_it_frees(client: SeerrBackend, seerr: StandIn):
    seerr.books.people[2] = Person(2, "Bea", quota=0)
    seerr.fault(Fault.STATUS, on="/quota")
    with pytest.raises(QuotaUsedUp) as caught:
        client.request(Wish(DUNE), user="2", timeout=T)
    assert caught.value.frees is None


# --- shows that cannot be handed on


def test_a_show_without_a_tvdb_id_is_asked_for_of_no_server_that_dies_of_it(server: StandIn, backend: MediaBackend):
    backend.details(Kind.TV, HOMELESS.id, timeout=T)
    with pytest.raises(RequestRefused, match="TVDB"):
        backend.request(Wish(HOMELESS, (1,)), timeout=T)
    assert server.calls[REQUEST] == (1 if server.product is Product.SEERR else 0)
    assert not server.requests
    assert backend.search(Query("dune"), timeout=T)  # it lives


def test_a_show_whose_ids_are_not_told_is_asked_for_like_any_other(server: StandIn, backend: MediaBackend):
    untold = Title(Kind.TV, 999, "Untold", 2023)
    server.add(Entry("tv", untold.id, untold.name, "2023-03-01", seasons=(1,), tvdb=None))
    backend.details(Kind.TV, untold.id, timeout=T)
    assert backend.request(Wish(untold, (1,)), timeout=T).seasons == (1,)


def test_a_server_that_died_of_a_request_leaves_it_in_doubt():
    with StandIn(Product.JELLYSEERR) as server:
        server.add(Entry("tv", HOMELESS.id, HOMELESS.name, "2023-03-01", seasons=(1,), tvdb=False))
        backend = opened(server)
        with pytest.raises(BackendBroken):
            backend.request(Wish(HOMELESS, (1,)), timeout=T)
        backend.close()
        assert server.calls[REQUEST] == 1


def test_a_request_for_such_a_show_that_waits_is_read_again_before_it_is_promised(client: SeerrBackend, seerr: StandIn):
    seerr.add(Entry("tv", HOMELESS.id, HOMELESS.name, "2023-03-01", seasons=(1,), tvdb=False))
    seerr.books.approves = False
    assert client.request(Wish(HOMELESS, (1,)), timeout=T).seasons == (1,)
    assert seerr.calls["GET /api/v1/request/{id}"] == 2


# --- whether the server sees


def test_the_control_question_is_asked_once_and_only_when_nothing_is_found(client: SeerrBackend, seerr: StandIn):
    client.search(Query("dune"), timeout=T)
    assert len(seerr.heard) == 1
    for _ in range(3):  # the search before found something: it is known to see
        assert client.search(Query("xyzzy"), timeout=T) == ()
    assert len(seerr.heard) == 4


def test_nothing_found_at_first_is_doubted(client: SeerrBackend, seerr: StandIn):
    assert client.search(Query("xyzzy"), timeout=T) == ()
    assert len(seerr.heard) == 2
    assert client.search(Query("plugh"), timeout=T) == ()
    assert len(seerr.heard) == 3


def test_rows_that_are_no_titles_prove_that_it_sees(client: SeerrBackend, seerr: StandIn):
    assert client.search(Query("breaking", Kind.MOVIE), timeout=T) == ()
    assert len(seerr.heard) == 1


def test_a_title_that_cannot_be_retrieved_because_of_tmdb(client: SeerrBackend, seerr: StandIn):
    seerr.books.tmdb_down = True
    with pytest.raises(BackendBlind):
        client.details(Kind.MOVIE, 438631, timeout=T)
    with pytest.raises(BackendBlind):
        client.collection(2344, timeout=T)
    with pytest.raises(BackendBlind):
        client.request(Wish(DUNE), timeout=T)


def test_an_answer_holds_for_a_minute_and_a_bad_one_for_ten_seconds():
    asked: list[str] = []
    clock, up = StoppedClock(1000.0), [True]

    def finds(word: str, timeout: float) -> bool:
        asked.append(word)
        return up[0]

    sight = TmdbSight(finds, clock)
    assert [sight.sees(1), sight.sees(1), len(asked)] == [True, True, 1]
    clock.now += 60
    up[0] = False
    assert [sight.sees(1), sight.sees(1), len(asked)] == [False, False, 2]
    up[0] = True
    clock.now += 10
    assert [sight.sees(1), len(asked)] == [True, 3]


def test_the_words_change_faster_than_the_server_forgets():
    clock = StoppedClock(1000.0)
    asked: list[tuple[float, str]] = []

    def finds(word: str, timeout: float) -> bool:
        asked.append((clock.now, word))
        return True

    sight = TmdbSight(finds, clock)
    for _ in range(60):
        sight.sees(1)
        clock.now += 61
    last: dict[str, float] = {}
    for when, word in asked:
        assert when - last.get(word, float("-inf")) > 300
        last[word] = when


def test_a_search_that_finds_something_ends_the_blindness():
    clock = StoppedClock(1000.0)
    sight = TmdbSight(lambda *_: False, clock)
    assert not sight.sees(1)
    sight.saw()
    assert sight.sees(1)


# --- what goes over the wire


@pytest.mark.parametrize("four_k", [False, True])
def test_whether_it_is_4k_is_always_said(client: SeerrBackend, seerr: StandIn, *, four_k: bool):
    seerr.four_k = True
    client.request(Wish(DUNE, four_k=four_k), timeout=T)
    assert json.loads(seerr.heard[-1].body)["is4k"] is four_k


def test_the_place_for_4k_is_asked_for_once(client: SeerrBackend, seerr: StandIn):
    seerr.four_k = True
    client.request(Wish(DUNE, four_k=True), timeout=T)
    client.request(Wish(Title(Kind.MOVIE, 841, "Dune"), four_k=True), timeout=T)
    assert seerr.calls["GET /api/v1/settings/public"] == 1


def test_titles_are_described_in_the_language_asked_for(client: SeerrBackend, seerr: StandIn):
    client.details(Kind.TV, 1396, language="de", timeout=T)
    assert seerr.heard[-1].target == "/api/v1/tv/1396?language=de"


def test_a_yes_costs_one_round_trip(backend: MediaBackend, server: StandIn):
    backend.request(Wish(Title(Kind.TV, 1396, "Breaking Bad"), (1, 2)), timeout=T)
    assert [f"{heard.method} {heard.target}" for heard in server.heard] == [REQUEST]


def test_a_csrf_token_that_does_not_help_is_tried_once(client: SeerrBackend, seerr: StandIn):
    seerr.csrf = True
    seerr.csrf_token = None
    with pytest.raises(CsrfProtected):
        client.request(Wish(DUNE), timeout=T)
    assert seerr.calls[REQUEST] == 1


def test_a_csrf_token_is_renewed_when_the_server_takes_it_no_more(client: SeerrBackend, seerr: StandIn):
    seerr.csrf_token = "first"
    client.request(Wish(DUNE), timeout=T)
    seerr.csrf_token = "second"
    client.request(Wish(Title(Kind.MOVIE, 841, "Dune"), ()), timeout=T)
    assert len(seerr.requests) == 2


@pytest.mark.parametrize("number", ["", "1/approve", "../status", "abc", "²"])
def test_a_number_of_a_request_that_is_none_goes_nowhere(client: SeerrBackend, seerr: StandIn, number: str):
    assert client.known_request(number, Kind.MOVIE, timeout=T) is None
    for call in (
        lambda: client.cancel(number, Kind.MOVIE, timeout=T),
        lambda: client.decide(number, Kind.MOVIE, approve=True, timeout=T),
    ):
        with pytest.raises(RequestRefused):
            call()
    assert not seerr.heard


def test_users_are_read_page_by_page(client: SeerrBackend, seerr: StandIn):
    seerr.books.people.update({number: Person(number, f"P{number}") for number in range(2, 251)})
    assert len(client.users(timeout=T)) == 250
    assert seerr.calls["GET /api/v1/user"] == 3


def test_an_account_tells_what_the_server_has_become(client: SeerrBackend, seerr: StandIn):
    seerr.product = Product.JELLYSEERR
    assert client.account(timeout=T).answers_as is BackendType.JELLYSEERR


# --- two sources, one truth


def standing(status: int, *fates: int, seasons: tuple[int, ...] = ()) -> Standing:
    """A title with this status and requests that came to these ends, the oldest first, all for these seasons."""
    rows = [
        {"id": position, "status": fate, "is4k": False, "seasons": [{"seasonNumber": n, "status": 2} for n in seasons]}
        for position, fate in enumerate(fates)
    ]
    return Standing.read({"status": status, "status4k": 1, "requests": rows}, SEERR_STATUSES, four_k=False)


@pytest.mark.parametrize(
    ("status", "fates", "truth"),
    [
        (1, (), Availability.MISSING),
        (3, (), Availability.PROCESSING),  # in Radarr, and nobody asked
        (1, (3,), Availability.DECLINED),
        (2, (3,), Availability.DECLINED),  # the number lags behind
        (2, (3, 1), Availability.PENDING),
        (1, (1, 3), Availability.PENDING),  # another's request lives on
        (3, (4,), Availability.FAILED),  # "processing" for ever
        (3, (3,), Availability.PROCESSING),
        (5, (3,), Availability.AVAILABLE),
        (5, (4,), Availability.AVAILABLE),
        (7, (5,), Availability.MISSING),  # was there, and was deleted
        (1, (3, 5), Availability.MISSING),  # declined once, then fulfilled, then deleted
        (6, (1,), Availability.BLOCKED),
        (4, (), Availability.MISSING),  # a film is there or it is not
        (1, (99,), Availability.MISSING),
    ],
)
def test_what_a_film_is(status: int, fates: tuple[int, ...], truth: Availability):
    assert standing(status, *fates).of_movie() is truth


@pytest.mark.parametrize(
    ("fates", "truth"),
    [
        ((1,), Availability.PENDING),
        ((2,), Availability.PROCESSING),
        ((3,), Availability.DECLINED),
        ((4,), Availability.FAILED),  # its seasons stay "approved"
        ((3, 2), Availability.PROCESSING),
        ((3, 5), Availability.MISSING),
    ],
)
def test_what_a_season_is(fates: tuple[int, ...], truth: Availability):
    one = standing(3, *fates, seasons=(2,))
    assert one.of_season(2) is truth
    assert one.of_season(1) is Availability.MISSING


def test_a_scan_in_hd_says_nothing_of_the_seasons_in_4k():
    rows = [{"seasonNumber": 1, "status": 5, "status4k": 1}]
    info = {"status": 5, "status4k": 5, "seasons": rows}
    assert Standing.read(info, SEERR_STATUSES, four_k=False).of_season(1) is Availability.AVAILABLE
    assert (
        Standing.read(info, SEERR_STATUSES, four_k=True).of_season(1) is Availability.MISSING
    )  # rather asked than lied
