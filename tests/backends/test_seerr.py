"""Overseerr, Jellyseerr and Seerr over a real socket: what is asked for on the wire, and what is made of the answer."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from backends.seerr import BACKENDS, JellyseerrBackend, OverseerrBackend, SeerrBackend
from media import Availability, Kind, Receipt, RequestStatus, Title, Wish
from media_backends import (
    AlreadyRequested,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendTooSlow,
    BackendUnreachable,
    CsrfProtected,
    KeyRefused,
    MediaBackend,
    NotAllowed,
    Opening,
    Query,
    QuotaUsedUp,
    RequestRefused,
    TitleBlocked,
    TitleUnknown,
)
from tests.backends.stand_in import KEY, Fault, Made, Product, StandIn

DUNE = Title(Kind.MOVIE, 438631, "Dune")
BREAKING_BAD = Title(Kind.TV, 1396, "Breaking Bad")
CLASSES = {kind.backend_type.value: kind for kind in BACKENDS}
T = 2.0  # seconds that no good answer needs


@pytest.fixture(params=list(Product))
def server(request) -> Iterator[StandIn]:
    with StandIn(request.param) as stand_in:
        yield stand_in
    assert stand_in.misfits == []


@pytest.fixture
def backend(server: StandIn) -> Iterator[MediaBackend]:
    opened = CLASSES[server.product.lower()].open(Opening(server.url, KEY))
    yield opened
    opened.close()


@pytest.fixture
def seerr() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in
    assert stand_in.misfits == []


@pytest.fixture
def client(seerr: StandIn) -> Iterator[SeerrBackend]:
    opened = SeerrBackend.open(Opening(seerr.url, KEY))
    yield opened
    opened.close()


# --- searching


def test_a_search_brings_films_and_shows_but_no_people_or_collections(backend: MediaBackend):
    assert backend.search(Query("jurassic park"), timeout=T) == (
        Title(
            kind=Kind.MOVIE,
            id=329,
            name="Jurassic Park",
            year=1993,
            availability=Availability.AVAILABLE,
            released="1993-06-11",
            poster="https://image.tmdb.org/t/p/w342/329.jpg",
            votes=16000,
            overview="About Jurassic Park.",
        ),
    )


@pytest.mark.parametrize("words", ["Ocean's Eleven", "Amélie", "dune", "fast and"])
def test_words_are_encoded_as_the_server_wants_them(backend: MediaBackend, words: str):
    assert backend.search(Query(words), timeout=T)


@pytest.mark.parametrize("words", ["face/off", "M*A*S*H", "a & b = c + d", "who?", "50% #1 @home", "[REC]", "東京物語"])
def test_no_word_is_refused_for_how_it_is_written(backend: MediaBackend, server: StandIn, words: str):
    assert backend.search(Query(words), timeout=T) == ()
    assert "+" not in server.heard[-1].target


def test_the_wire_shows_exactly_the_encoding_that_works(client: SeerrBackend, seerr: StandIn):
    client.search(Query("Ocean's 11 & more", language="de"), timeout=T)
    assert seerr.heard[0].target == "/api/v1/search?query=Ocean%27s%2011%20%26%20more&page=1&language=de"


def test_a_year_finds_the_film_of_that_year(backend: MediaBackend, server: StandIn):
    assert [found.id for found in backend.search(Query("dune", year=1984), timeout=T)] == [841]
    assert server.calls["GET /api/v1/search"] == 1


def test_a_year_that_nothing_is_from_finds_all_that_bear_the_name(backend: MediaBackend, server: StandIn):
    assert [found.year for found in backend.search(Query("dune", year=2010), timeout=T)] == [2021, 1984]
    assert server.calls["GET /api/v1/search"] == 2


def test_the_second_search_has_only_the_time_that_the_first_left(client: SeerrBackend, seerr: StandIn):
    seerr.fault(Fault.SLOW, seconds=0.2)
    began = time.monotonic()
    with pytest.raises(BackendTooSlow):
        client.search(Query("dune", year=2010), timeout=0.3)
    assert time.monotonic() - began < 0.5


def test_a_kind_leaves_out_the_other(backend: MediaBackend):
    assert backend.search(Query("breaking", kind=Kind.MOVIE), timeout=T) == ()
    assert backend.search(Query("breaking", kind=Kind.TV), timeout=T)


def test_a_name_in_another_language_is_kept(backend: MediaBackend):
    (found,) = backend.search(Query("amélie"), timeout=T)
    assert found.original_name == "Le Fabuleux Destin d'Amélie Poulain"


def test_silence_finds_nothing_and_asks_nobody(backend: MediaBackend, server: StandIn):
    assert backend.search(Query("  "), timeout=T) == ()
    assert not server.heard


# --- details


def test_a_film_nobody_asked_for_is_missing(backend: MediaBackend):
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability is Availability.MISSING


def test_each_season_has_its_own_truth(backend: MediaBackend, server: StandIn):
    server.requests.append(Made(1, "tv", 136315, status=1, seasons=(2,)))
    details = backend.details(Kind.TV, 136315, timeout=T)
    assert [(season.number, season.availability) for season in details.seasons] == [
        (1, Availability.AVAILABLE),
        (2, Availability.PENDING),
        (3, Availability.MISSING),
    ]
    assert details.title.availability is Availability.PARTIAL
    assert details.in_production


@pytest.mark.parametrize(
    ("status", "truth"),
    [
        (1, Availability.PENDING),
        (2, Availability.PROCESSING),
        (3, Availability.DECLINED),
        (4, Availability.FAILED),
        (5, Availability.MISSING),
        (77, Availability.MISSING),
    ],
)
def test_what_became_of_a_request_shows_in_the_season(
    client: SeerrBackend, seerr: StandIn, status: int, truth: Availability
):
    seerr.media[("tv", 1396)] = seerr.media[("tv", 136315)]
    seerr.requests.append(Made(1, "tv", 1396, status=status, seasons=(4,)))
    details = client.details(Kind.TV, 1396, timeout=T)
    assert {season.number: season.availability for season in details.seasons}[4] is truth


def test_a_request_in_4k_says_nothing_about_the_title(client: SeerrBackend, seerr: StandIn):
    seerr.media[("movie", 438631)] = seerr.media.pop(("movie", 603))
    seerr.media[("movie", 438631)].status = 1
    seerr.requests.append(Made(1, "movie", 438631, status=2, is4k=True))
    assert client.details(Kind.MOVIE, 438631, timeout=T).title.availability is Availability.MISSING


def test_a_status_nobody_knows_is_missing_and_noted(
    backend: MediaBackend, server: StandIn, caplog: pytest.LogCaptureFixture
):
    server.media[("movie", 329)].status = 42
    assert backend.details(Kind.MOVIE, 329, timeout=T).title.availability is Availability.MISSING
    assert "Media status 42 is not known here" in caplog.text


def test_overseerr_knows_no_blocklist(backend: MediaBackend):
    blocked = backend.details(Kind.MOVIE, 157336, timeout=T).title.availability
    assert blocked is (Availability.MISSING if isinstance(backend, OverseerrBackend) else Availability.BLOCKED)


def test_an_id_that_tmdb_does_not_know_is_no_film(backend: MediaBackend):
    with pytest.raises(BackendBroken, match="Unable to retrieve movie"):
        backend.details(Kind.MOVIE, 99999999, timeout=T)


# --- requesting


def test_a_film_is_requested_once_and_not_in_4k(backend: MediaBackend, server: StandIn):
    assert backend.request(Wish(DUNE), timeout=T) == Receipt("1", RequestStatus.APPROVED)
    assert json.loads(server.heard[-1].body) == {"mediaType": "movie", "mediaId": 438631, "is4k": False}
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability is Availability.PROCESSING


def test_a_request_that_waits_for_approval_says_so(backend: MediaBackend, server: StandIn):
    server.books.approves = False
    assert backend.request(Wish(DUNE), timeout=T).status is RequestStatus.PENDING


def test_a_film_asked_for_twice_makes_one_request(backend: MediaBackend, server: StandIn):
    backend.request(Wish(DUNE), timeout=T)
    with pytest.raises(AlreadyRequested):
        backend.request(Wish(DUNE), timeout=T)
    assert len(server.requests) == 1


def test_seasons_are_asked_for_by_number(backend: MediaBackend, server: StandIn):
    receipt = backend.request(Wish(BREAKING_BAD, (3, 2, 2)), timeout=T)
    assert receipt.seasons == (2, 3)
    assert json.loads(server.heard[-1].body)["seasons"] == [2, 3]


def test_seasons_that_were_taken_already_are_not_in_the_receipt(backend: MediaBackend):
    backend.request(Wish(BREAKING_BAD, (1, 2)), timeout=T)
    assert backend.request(Wish(BREAKING_BAD, (2, 3)), timeout=T).seasons == (3,)


def test_nothing_left_to_ask_for_is_not_a_success(backend: MediaBackend, server: StandIn):
    backend.request(Wish(BREAKING_BAD, (1,)), timeout=T)
    with pytest.raises(AlreadyRequested, match="No seasons available"):  # a 202
        backend.request(Wish(BREAKING_BAD, (1,)), timeout=T)
    assert len(server.requests) == 1


def test_a_show_without_seasons_is_refused_by_us(backend: MediaBackend, server: StandIn):
    with pytest.raises(RequestRefused):
        backend.request(Wish(BREAKING_BAD), timeout=T)
    assert not server.heard


def test_what_is_on_the_blocklist_is_not_requested():
    for product, kind in ((Product.JELLYSEERR, JellyseerrBackend), (Product.SEERR, SeerrBackend)):
        with StandIn(product) as server, pytest.raises(TitleBlocked):
            kind.open(Opening(server.url, KEY)).request(Wish(Title(Kind.MOVIE, 157336, "Interstellar")), timeout=T)


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ("You do not have permission to make movie requests.", NotAllowed),
        ("You do not have permission to make 4K series requests.", NotAllowed),
        ("You do not have permission to modify the request user.", NotAllowed),
        ("You do not have permission to access this endpoint", KeyRefused),
        ("Movie Quota exceeded.", QuotaUsedUp),
        ("Series Quota exceeded.", QuotaUsedUp),
        ("This media is blacklisted.", TitleBlocked),
        ("Something new.", KeyRefused),
    ],
)
def test_each_refusal_is_told_from_the_others(
    client: SeerrBackend, seerr: StandIn, message: str, error: type[BackendError]
):
    seerr.books.refusal = message
    with pytest.raises(error, match=message) as caught:
        client.request(Wish(DUNE), timeout=T)
    assert type(caught.value) is error


def test_csrf_protection_is_recognised_and_reads_still_work(backend: MediaBackend, server: StandIn):
    server.csrf = True
    assert backend.search(Query("dune"), timeout=T)
    with pytest.raises(CsrfProtected):
        backend.request(Wish(DUNE), timeout=T)


def test_a_title_that_tmdb_does_not_know_is_not_requested(backend: MediaBackend):
    with pytest.raises(TitleUnknown):
        backend.request(Wish(Title(Kind.MOVIE, 99999999, "Nothing")), timeout=T)


# --- keys


@pytest.mark.parametrize("key", ["", "wrong"])
def test_a_wrong_key_is_said_to_be_wrong_wherever_it_is_used(server: StandIn, key: str):
    backend = CLASSES[server.product.lower()].open(Opening(server.url, key))
    for call in (
        lambda: backend.account(timeout=T),
        lambda: backend.search(Query("dune"), timeout=T),
        lambda: backend.details(Kind.MOVIE, 329, timeout=T),
        lambda: backend.request(Wish(DUNE), timeout=T),
    ):
        with pytest.raises(KeyRefused):
            call()
    backend.close()


def test_a_good_key_tells_whose_it_is(backend: MediaBackend):
    assert backend.account(timeout=T).name == "Ada"


def test_a_backend_does_not_show_its_key(backend: MediaBackend, server: StandIn):
    assert repr(backend) == f"<{type(backend).__name__} {server.url.removeprefix('http://')}>"


# --- whatever goes wrong (the matrix of faults stands in test_faults.py)


def test_a_server_that_is_away_is_unreachable(backend: MediaBackend, server: StandIn):
    with server.closed():
        with pytest.raises(BackendUnreachable):
            backend.search(Query("dune"), timeout=T)
        with pytest.raises(BackendUnreachable):
            backend.request(Wish(DUNE), timeout=T)


def test_a_busy_server_says_for_how_long(client: SeerrBackend, seerr: StandIn):
    seerr.fault(Fault.STATUS, status=429, headers={"Retry-After": "30"})
    with pytest.raises(BackendBusy) as caught:
        client.search(Query("dune"), timeout=T)
    assert caught.value.retry_after == 30


def test_a_request_whose_answer_is_lost_was_made_and_is_not_sent_again(client: SeerrBackend, seerr: StandIn):
    seerr.fault(Fault.HANG_AFTER, on="POST", times=1)
    with pytest.raises(BackendTooSlow):
        client.request(Wish(DUNE), timeout=0.2)
    assert [made.tmdb_id for made in seerr.requests] == [438631]
    with pytest.raises(AlreadyRequested):
        client.request(Wish(DUNE), timeout=T)


def test_sixteen_people_at_once_each_get_their_own_answer(client: SeerrBackend):
    words = ["dune", "breaking bad", "the bear", "chernobyl"] * 4
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda text: client.search(Query(text), timeout=T)[0].name.lower(), words))
    assert found == words
