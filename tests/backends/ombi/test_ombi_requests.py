"""Ombi over a real socket: making requests, in whose name, and what became of them."""

from __future__ import annotations

import json

import pytest

from backends.ombi import OmbiBackend
from media import Availability, Kind, Receipt, RequestStatus, Title, User, Wish
from media_backends import (
    AlreadyRequested,
    BackendBlind,
    BackendBroken,
    BackendUnavailable,
    Opening,
    RequestRefused,
    TitleUnknown,
    Unsupported,
)
from tests.backends.contract import Staged
from tests.backends.door import Fault
from tests.backends.ombi.titles import DUNE, MATRIX, OFFICE, THE_BEAR, TODAY, M, T
from tests.backends.ombi_books import Person
from tests.backends.ombi_scene import stage
from tests.backends.ombi_stand_in import KEY, OmbiStandIn

ALL_TEN = list(range(1, 11))
WISH = Wish(DUNE.title)
WISH_4K = Wish(DUNE.title, four_k=True)
OF_OFFICE = Wish(OFFICE.title, (2,))


def sent(server: OmbiStandIn, part: str) -> dict[str, object]:
    """What the last call whose path holds `part` carried."""
    read: dict[str, object] = json.loads([heard.body for heard in server.heard if part in heard.target.lower()][-1])
    return read


def add(server: OmbiStandIn, person: Person) -> str:
    server.books.people[person.login.upper()] = person
    return person.login


# --- films


def test_a_film_is_asked_for_with_its_tmdb_id_and_nothing_that_needs_a_right(ombi: OmbiBackend, server: OmbiStandIn):
    receipt = ombi.request(WISH, timeout=T)
    assert receipt == Receipt("41", RequestStatus.APPROVED)  # the key's own is approved at once
    assert sent(server, "/request/movie") == {"theMovieDbId": DUNE.id, "languageCode": "en"}
    assert len(server.heard) == 1


def test_4k_is_asked_for_only_where_the_feature_is_on(ombi: OmbiBackend, server: OmbiStandIn):
    with pytest.raises(Unsupported, match="Movie4KRequests"):
        ombi.request(WISH_4K, timeout=T)
    assert server.calls["POST /api/v1/request/movie"] == 0


def test_hd_being_asked_for_does_not_stand_in_the_way_of_4k(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.four_k = True
    ombi.request(WISH, timeout=T)
    ombi.account(timeout=T)
    assert ombi.request(WISH_4K, timeout=T) == Receipt("41:4k", RequestStatus.APPROVED)
    assert sent(server, "/request/movie")["is4kRequest"] is True


def test_there_is_no_4k_for_shows(ombi: OmbiBackend, server: OmbiStandIn):
    with pytest.raises(Unsupported):
        ombi.request(Wish(OFFICE.title, (1,), four_k=True), timeout=T)
    assert server.heard == []


@pytest.mark.parametrize("availability", [Availability.PENDING, Availability.PROCESSING, Availability.REFUSED])
def test_a_film_that_was_asked_for_or_denied_is_not_taken_again(
    ombi: OmbiBackend, server: OmbiStandIn, availability: Availability
):
    stage(server, Staged(Kind.MOVIE, DUNE.id, "Dune", "2021-09-15", availability))
    with pytest.raises(AlreadyRequested, match="AlreadyRequested"):
        ombi.request(WISH, timeout=T)


def test_what_plex_has_is_already_there_and_what_jellyfin_has_is_taken(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.is_plex = True
    with pytest.raises(AlreadyRequested, match="already available"):
        ombi.request(Wish(MATRIX.title), timeout=T)
    server.books.is_plex = False
    assert ombi.request(Wish(MATRIX.title), timeout=T).request_id


def test_a_film_that_radarr_has_is_already_on_its_way(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.monitored.add(DUNE.id)
    with pytest.raises(AlreadyRequested, match="already monitored"):
        ombi.request(WISH, timeout=T)


def test_a_film_that_ombi_cannot_look_up_is_unknown_or_may_be_asked_for_later(ombi: OmbiBackend, server: OmbiStandIn):
    nothing = Wish(Title(Kind.MOVIE, 999_999, "Nothing"))
    with pytest.raises(TitleUnknown):
        ombi.request(nothing, timeout=T)
    server.tmdb_down = True
    with pytest.raises(BackendBlind):
        ombi.request(nothing, timeout=T)


def test_what_jellyfin_has_of_a_show_is_not_asked_for_though_ombi_would_take_it(ombi: OmbiBackend, server: OmbiStandIn):
    with pytest.raises(AlreadyRequested):
        ombi.request(Wish(THE_BEAR.title, (1,)), timeout=T)
    server.books.there.add((OFFICE.id, 2, 1))
    ombi.request(OF_OFFICE, timeout=T)
    assert server.books.children[9].episodes == {2: ALL_TEN[1:]}


# --- shows


def test_a_season_is_asked_for_by_all_its_episodes(ombi: OmbiBackend, server: OmbiStandIn):
    receipt = ombi.request(OF_OFFICE, timeout=T)
    assert receipt == Receipt("child:9", RequestStatus.APPROVED, (2,))
    assert server.books.children[9].episodes == {2: ALL_TEN}
    body = sent(server, "/requests/tv")
    assert (body["theMovieDbId"], body["requestAll"]) == (OFFICE.id, False)
    assert "tvDbId" not in body


def test_after_its_details_were_read_a_show_costs_one_call(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.details(Kind.TV, OFFICE.id, timeout=T)
    before = len(server.heard)
    ombi.request(OF_OFFICE, timeout=T)
    assert len(server.heard) - before == 1


def test_what_was_read_longer_ago_is_read_again(server: OmbiStandIn):
    now = [TODAY.timestamp()]
    ombi = OmbiBackend.open(Opening(server.url, KEY, clock=lambda: now[0]))
    ombi.details(Kind.TV, OFFICE.id, timeout=T)
    now[0] += 301
    ombi.request(OF_OFFICE, timeout=T)
    assert server.calls["GET /api/v2/search/tv/moviedb/{id}"] == 2
    ombi.close()


@pytest.mark.parametrize("seasons", [(), (0,), (9,), (0, 9)])
def test_what_would_be_an_empty_request_is_never_sent(ombi: OmbiBackend, server: OmbiStandIn, seasons: tuple[int, ...]):
    with pytest.raises(RequestRefused):
        ombi.request(Wish(OFFICE.title, seasons), timeout=T)
    assert server.calls["POST /api/v2/requests/tv"] == 0


def test_without_that_ombi_would_keep_an_empty_request_and_say_done(server: OmbiStandIn):
    """Proves that the stand-in has the trap that the test above is about."""
    made = server.books.ask_for_show({"theMovieDbId": OFFICE.id, "seasons": [{"seasonNumber": 2}]}, None)
    assert (made["result"], server.books.children[9].episodes) == (True, {})


def test_specials_and_seasons_that_do_not_exist_are_left_out(ombi: OmbiBackend, server: OmbiStandIn):
    assert ombi.request(Wish(OFFICE.title, (0, 1, 9)), timeout=T).seasons == (1,)
    assert server.books.children[9].episodes == {1: ALL_TEN}


def test_the_receipt_names_only_seasons_of_which_something_was_left(ombi: OmbiBackend):
    assert ombi.request(Wish(THE_BEAR.title, (2, 4)), timeout=T).seasons == (4,)


@pytest.mark.parametrize("seasons", [(2,), (3,), (2, 3)])
def test_seasons_that_were_asked_for_are_told_by_words_alone(ombi: OmbiBackend, seasons: tuple[int, ...]):
    with pytest.raises(AlreadyRequested, match="no code, We already have episodes"):
        ombi.request(Wish(THE_BEAR.title, seasons), timeout=T)


def test_a_show_that_sonarr_did_not_take_is_kept_and_said_to_have_failed(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.sonarr_fails = True
    assert ombi.request(OF_OFFICE, timeout=T) == Receipt("child:9", RequestStatus.FAILED, (2,))


def test_a_season_without_listed_episodes_cannot_be_asked_for(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.TV, 5, "Announced", "2027-01-01", seasons={1: M}, episodes=0))
    with pytest.raises(RequestRefused):
        ombi.request(Wish(Title(Kind.TV, 5, "Announced"), (1,)), timeout=T)
    assert server.calls["POST /api/v2/requests/tv"] == 0


def test_what_was_just_asked_for_is_not_counted_as_taken_again(ombi: OmbiBackend):
    ombi.request(OF_OFFICE, timeout=T)
    assert ombi.request(Wish(OFFICE.title, (1, 2)), timeout=T).seasons == (1,)


def test_an_unknown_show_is_not_asked_for(ombi: OmbiBackend, server: OmbiStandIn):
    with pytest.raises(TitleUnknown):
        ombi.request(Wish(Title(Kind.TV, 999_999, "Nothing"), (1,)), timeout=T)
    assert server.calls["POST /api/v2/requests/tv"] == 0


# --- what became of them


def test_requests_are_listed_newest_first_and_no_child_is_hidden(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna", alias="Anna"))
    ombi.request(WISH, user="anna", timeout=T)
    ombi.request(Wish(OFFICE.title, (1,)), timeout=T)
    ombi.request(OF_OFFICE, user="anna", timeout=T)
    listed = ombi.requests(timeout=T)
    assert [one.created for one in listed] == sorted((one.created for one in listed), key=str, reverse=True)
    assert [(one.id, one.title_id, one.seasons) for one in listed[:3]] == [
        ("child:10", OFFICE.id, (2,)),
        ("child:9", OFFICE.id, (1,)),
        ("41", DUNE.id, ()),
    ]
    assert (listed[2].name, listed[2].user, listed[2].status) == ("Dune", User("anna", "Anna"), RequestStatus.PENDING)
    assert ombi.requests(skip=1, take=1, timeout=T) == (listed[1],)


@pytest.fixture
def both_qualities(ombi: OmbiBackend, server: OmbiStandIn) -> None:
    server.books.four_k = True
    ombi.request(WISH, timeout=T)
    ombi.request(WISH_4K, timeout=T)


def test_one_row_of_ombi_may_be_two_requests(ombi: OmbiBackend, both_qualities: None):
    films = [one for one in ombi.requests(timeout=T) if one.kind is Kind.MOVIE]
    assert [(one.id, one.four_k) for one in films] == [("41:4k", True), ("41", False)]


def test_a_row_with_4k_alone_is_one_request(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.four_k = True
    ombi.request(WISH_4K, timeout=T)
    assert [one.id for one in ombi.requests(timeout=T) if one.kind is Kind.MOVIE] == ["41:4k"]


def test_a_request_of_which_some_episodes_are_there_is_fulfilled_in_part(ombi: OmbiBackend, server: OmbiStandIn):
    made = ombi.request(OF_OFFICE, timeout=T).request_id
    server.books.there.add((OFFICE.id, 2, 1))
    known = ombi.known_request(made, Kind.TV, timeout=T)
    assert known is not None
    assert (known.status, known.availability) == (RequestStatus.APPROVED, Availability.PARTIAL)


def test_a_film_that_radarr_has_is_approved_though_ombi_says_it_was_not(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna"))
    made = ombi.request(WISH, user="anna", timeout=T).request_id
    server.books.monitored.add(DUNE.id)
    ombi.decide(made, Kind.MOVIE, approve=True, timeout=T)
    known = ombi.known_request(made, Kind.MOVIE, timeout=T)
    assert known is not None
    assert known.status is RequestStatus.APPROVED


@pytest.mark.parametrize("wish", [WISH, OF_OFFICE])
def test_what_was_made_can_be_looked_at_by_the_id_of_its_receipt(ombi: OmbiBackend, wish: Wish):
    receipt = ombi.request(wish, timeout=T)
    known = ombi.known_request(receipt.request_id, wish.title.kind, timeout=T)
    assert known is not None
    assert (known.title_id, known.status, known.seasons) == (wish.title.id, RequestStatus.APPROVED, wish.seasons)


def test_a_childs_number_is_not_taken_for_a_films_or_a_parents(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.request(OF_OFFICE, timeout=T)  # child 9 of parent 2
    assert ombi.known_request("child:2", Kind.TV, timeout=T) is None
    assert ombi.known_request("9", Kind.MOVIE, timeout=T) is None
    assert ombi.known_request("9", Kind.TV, timeout=T) is None
    assert ombi.cancel("9", Kind.TV, timeout=T) is False
    assert 9 in server.books.children


@pytest.mark.parametrize(("request_id", "kind"), [("999", Kind.MOVIE), ("child:999", Kind.TV), ("", Kind.MOVIE)])
def test_a_request_that_is_gone_is_none(ombi: OmbiBackend, request_id: str, kind: Kind):
    assert ombi.known_request(request_id, kind, timeout=T) is None
    assert ombi.cancel(request_id, kind, timeout=T) is False


def test_an_ombi_that_failed_has_not_lost_the_request(ombi: OmbiBackend, server: OmbiStandIn):
    request_id = ombi.request(WISH, timeout=T).request_id
    server.fault(Fault.STATUS, on="/info/", status=500)
    with pytest.raises(BackendBroken):
        ombi.known_request(request_id, Kind.MOVIE, timeout=T)


@pytest.mark.parametrize("wish", [WISH, OF_OFFICE])
def test_a_request_is_taken_back_once(ombi: OmbiBackend, server: OmbiStandIn, wish: Wish):
    request_id = ombi.request(wish, timeout=T).request_id
    assert ombi.cancel(request_id, wish.title.kind, timeout=T) is True
    assert ombi.cancel(request_id, wish.title.kind, timeout=T) is False
    left = ombi.details(wish.title.kind, wish.title.id, timeout=T)
    assert left.title.availability is M


def test_neither_quality_is_taken_back_while_one_row_holds_both(ombi: OmbiBackend, both_qualities: None):
    with pytest.raises(Unsupported):
        ombi.cancel("41:4k", Kind.MOVIE, timeout=T)


@pytest.mark.parametrize("wish", [WISH, OF_OFFICE])
def test_a_request_is_approved_and_denied_with_a_reason(ombi: OmbiBackend, server: OmbiStandIn, wish: Wish):
    add(server, Person("anna"))
    made, kind = ombi.request(wish, user="anna", timeout=T).request_id, wish.title.kind
    ombi.decide(made, kind, approve=True, timeout=T)
    known = ombi.known_request(made, kind, timeout=T)
    assert known is not None
    assert known.status is RequestStatus.APPROVED
    ombi.decide(made, kind, approve=False, reason="no room", timeout=T)
    known = ombi.known_request(made, kind, timeout=T)
    assert known is not None
    assert (known.status, known.reason) == (RequestStatus.DECLINED, "no room")
    now = ombi.details(kind, wish.title.id, timeout=T)
    assert Availability.REFUSED in {now.title.availability, *(season.availability for season in now.seasons)}


def test_4k_is_decided_apart(ombi: OmbiBackend, both_qualities: None, server: OmbiStandIn):
    ombi.decide("41:4k", Kind.MOVIE, approve=False, reason="too large", timeout=T)
    told = {one.id: (one.status, one.reason) for one in ombi.requests(timeout=T) if one.kind is Kind.MOVIE}
    assert told == {"41:4k": (RequestStatus.DECLINED, "too large"), "41": (RequestStatus.APPROVED, None)}


@pytest.mark.parametrize(("request_id", "kind"), [("999", Kind.MOVIE), ("child:999", Kind.TV), ("x", Kind.TV)])
def test_what_is_not_there_cannot_be_decided(ombi: OmbiBackend, request_id: str, kind: Kind):
    with pytest.raises(RequestRefused):
        ombi.decide(request_id, kind, approve=True, timeout=T)


# --- what a request leaves open


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.DROP, Fault.TRUNCATED, Fault.HTML, Fault.WRONG_SHAPE])
def test_a_broken_answer_leaves_it_open_and_nothing_is_sent_twice(ombi: OmbiBackend, server: OmbiStandIn, fault: Fault):
    server.fault(fault, on="/request/movie", status=200)
    with pytest.raises(BackendUnavailable):
        ombi.request(WISH, timeout=T)
    assert server.calls["POST /api/v1/request/movie"] == 1


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_status_that_leaves_it_open_is_not_an_answer(ombi: OmbiBackend, server: OmbiStandIn, status: int):
    server.fault(Fault.STATUS, on="/request/movie", status=status)
    with pytest.raises(BackendUnavailable):
        ombi.request(WISH, timeout=T)
    assert server.calls["POST /api/v1/request/movie"] == 1
