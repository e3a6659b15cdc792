"""Ombi over a real socket: being found, the key, searching."""

from __future__ import annotations

import json

import pytest

from backends.ombi import OmbiBackend
from media import Kind, Title
from media_backends import (
    Ability,
    BackendBlind,
    BackendBroken,
    BackendBusy,
    BackendError,
    BackendFactory,
    BackendType,
    BackendUnavailable,
    KeyRefused,
    Opening,
    Query,
    UnknownBackend,
)
from tests.backends.contract import Staged
from tests.backends.door import Fault
from tests.backends.ombi.titles import TITLES, A, M, T
from tests.backends.ombi_scene import stage
from tests.backends.ombi_stand_in import KEY, OmbiStandIn
from tests.backends.stand_in import Product, StandIn


def body_of(server: OmbiStandIn, part: str) -> dict[str, object]:
    """What the last call whose path holds `part` carried."""
    read: dict[str, object] = json.loads([heard.body for heard in server.heard if part in heard.target.lower()][-1])
    return read


# --- being found


@pytest.mark.parametrize("key", [KEY, "wrong", ""])
def test_ombi_is_told_by_the_type_of_its_json_whatever_the_key(server: OmbiStandIn, key: str):
    assert BackendFactory.detect_backend_type(server.url, key) is BackendType.OMBI
    assert [heard.target for heard in server.heard] == ["/api/v1/settings/public", "/api/v1/Status/info"]
    assert all("apikey" not in heard.headers for heard in server.heard)


def test_ombi_is_found_behind_a_base_path():
    with OmbiStandIn(TITLES, base_path="/ombi") as server:
        backend = BackendFactory.create(base_url=f"{server.url}/ombi/", api_key=KEY)
        assert isinstance(backend, OmbiBackend)
        assert backend.search(Query("dune", Kind.MOVIE), timeout=T)
        backend.close()
        with pytest.raises(UnknownBackend):
            BackendFactory.create(base_url=server.url, api_key=KEY)


@pytest.mark.parametrize("product", Product)
def test_the_others_are_not_taken_for_ombi_though_their_paths_are_like_its_own(product: Product):
    with StandIn(product) as other:
        assert BackendFactory.detect_backend_type(other.url) is BackendType(product.lower())


def test_a_page_of_html_with_200_is_not_an_answer(server: OmbiStandIn):
    server.fault(Fault.HTML, status=200)
    with pytest.raises(UnknownBackend, match="text/html"):
        BackendFactory.detect_backend_type(server.url)


def test_ombi_is_spoken_to_without_being_asked_where_the_owner_says_so(server: OmbiStandIn):
    settled = BackendFactory.settle(Opening(server.url, KEY), BackendType.OMBI)
    assert (type(settled.backend), settled.certain, server.heard) == (OmbiBackend, True, [])
    settled.backend.close()


# --- the key


def test_the_key_is_proved_by_the_status_which_is_a_bare_number(ombi: OmbiBackend, server: OmbiStandIn):
    assert ombi.account(timeout=T).name == "Api"
    assert server.heard[0].headers["apikey"] == KEY
    assert not {"x-api-key", "authorization", "username"} & server.heard[0].headers.keys()


def test_a_wrong_key_is_refused_in_plain_text(server: OmbiStandIn):
    with pytest.raises(KeyRefused, match="Invalid API Key"):
        OmbiBackend.open(Opening(server.url, "wrong")).account(timeout=T)


def test_no_key_is_no_good_although_the_status_answers_without_one(server: OmbiStandIn):
    backend = OmbiBackend.open(Opening(server.url, " "))
    with pytest.raises(KeyRefused):
        backend.account(timeout=T)
    assert "apikey" not in server.heard[0].headers
    backend.close()


def test_an_empty_401_is_the_key_too(server: OmbiStandIn):
    backend = OmbiBackend.open(Opening(server.url))
    with pytest.raises(KeyRefused):
        backend.search(Query("dune"), timeout=T)
    backend.close()


def test_a_status_that_is_no_number_is_some_other_server(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.WRONG_SHAPE, status=200)
    with pytest.raises(BackendBroken):
        ombi.account(timeout=T)


def test_the_web_page_instead_of_an_answer_is_told_as_a_missing_route(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.HTML, status=200)
    with pytest.raises(BackendBroken, match="base path"):
        ombi.users(timeout=T)


def test_4k_is_for_films_and_only_with_its_feature(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.account(timeout=T)
    assert Ability.FOUR_K_MOVIES not in ombi.abilities
    server.books.four_k = True
    ombi.account(timeout=T)
    assert Ability.FOUR_K_MOVIES in ombi.abilities
    assert not {Ability.FOUR_K_TV, Ability.SPECIALS, Ability.ASK_AGAIN} & ombi.abilities


# --- searching


def test_films_are_searched_by_post_with_the_year_and_come_with_what_is_there(ombi: OmbiBackend, server: OmbiStandIn):
    (found,) = ombi.search(Query("matrix", Kind.MOVIE, 1999, "de"), timeout=T)
    assert body_of(server, "/search/movie") == {"searchTerm": "matrix", "languageCode": "de", "year": 1999}
    assert found == Title(
        kind=Kind.MOVIE,
        id=603,
        name="The Matrix",
        year=1999,
        availability=A,
        released="1999-03-31",
        poster="https://image.tmdb.org/t/p/w342/603.jpg",
        votes=1000,
        overview="About The Matrix.",
    )


def test_a_film_of_a_year_costs_one_call(ombi: OmbiBackend, server: OmbiStandIn):
    assert [found.id for found in ombi.search(Query("dune", Kind.MOVIE, 1984), timeout=T)] == [841]
    assert len(server.heard) == 1


def test_a_year_that_no_film_is_from_finds_all_of_the_name(ombi: OmbiBackend):
    assert [found.year for found in ombi.search(Query("dune", Kind.MOVIE, 2001), timeout=T)] == [2021, 1984]
    (matrix,) = ombi.search(Query("matrix", Kind.MOVIE, 2001), timeout=T)
    assert matrix.availability is A


def test_shows_come_from_the_search_over_everything_with_tmdb_ids(ombi: OmbiBackend, server: OmbiStandIn):
    (found,) = ombi.search(Query("office", Kind.TV), timeout=T)
    assert found == Title(
        Kind.TV, 2316, "The Office", poster="https://image.tmdb.org/t/p/w342/2316.jpg", overview="About The Office."
    )
    wanted = {"movies": False, "tvShows": True, "music": False, "people": False}
    assert body_of(server, "/multi/") == wanted
    assert not any("/v1/search/tv" in heard.target.lower() for heard in server.heard)


def test_without_a_kind_both_are_found_and_no_people(ombi: OmbiBackend, server: OmbiStandIn):
    found = ombi.search(Query("the"), timeout=T)
    assert {(one.kind, one.id) for one in found} == {(Kind.MOVIE, 603), (Kind.TV, 136315), (Kind.TV, 2316)}
    assert next(one for one in found if one.id == 603).availability is A
    assert len(server.heard) == 2


def test_without_a_kind_a_year_picks_among_films_and_leaves_the_shows(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.TV, 90228, "Dune: Prophecy", "2024-11-17", seasons={1: M}))
    found = ombi.search(Query("dune", year=1984), timeout=T)
    assert [(one.id, one.year) for one in found] == [(841, 1984), (90228, None)]


def test_the_year_is_read_out_of_a_films_title(ombi: OmbiBackend, server: OmbiStandIn):
    for number in range(1, 11):  # v1 lists ten
        stage(server, Staged(Kind.MOVIE, number, f"Blade {number}", "2000-01-01", votes=9000))
    stage(server, Staged(Kind.MOVIE, 335984, "Blade Runner 2049", "2017-10-04"))
    found = ombi.search(Query("blade"), timeout=T)[10]
    assert (found.id, found.name, found.year) == (335984, "Blade Runner 2049", 2017)


@pytest.mark.parametrize("words", ["Popular", "upcoming", "trending"])
def test_a_word_that_means_a_chart_is_searched_like_any_other(ombi: OmbiBackend, server: OmbiStandIn, words: str):
    stage(server, Staged(Kind.MOVIE, 71679, "The Upcoming", "2010-01-01"))
    found = ombi.search(Query(words), timeout=T)
    assert all(words.lower() in one.name.lower() for one in found)
    assert len(found) == (words != "trending")


@pytest.mark.parametrize("words", ["face/off", "Face / Off"])
def test_a_slash_does_not_divide_the_path(ombi: OmbiBackend, server: OmbiStandIn, words: str):
    ombi.search(Query(words), timeout=T)
    targets = [heard.target for heard in server.heard if "multi" in heard.target]
    assert targets == [f"/api/v2/Search/multi/{words.replace(' / ', '/').replace('/', '%20')}"]


@pytest.mark.parametrize("words", ["who?", "#1", "50% off", "a & b", "M*A*S*H", "東京", "a+b"])
def test_each_word_arrives_as_it_was_spoken(ombi: OmbiBackend, server: OmbiStandIn, words: str):
    stage(server, Staged(Kind.TV, 1, f"{words} the show", "2020-01-01", seasons={1: M}))
    assert [found.id for found in ombi.search(Query(words, Kind.TV), timeout=T)] == [1]


@pytest.mark.parametrize("words", ["", "  ", ".", "..", " ... "])
def test_dots_would_climb_the_path_and_blanks_find_the_web_page_so_nobody_is_asked(
    ombi: OmbiBackend, server: OmbiStandIn, words: str
):
    assert (ombi.search(Query(words), timeout=T), server.heard) == ((), [])


@pytest.mark.parametrize("kind", [None, *Kind])
def test_an_ombi_without_tmdb_is_blind_and_has_not_found_nothing(
    ombi: OmbiBackend, server: OmbiStandIn, kind: Kind | None
):
    server.tmdb_down = True
    with pytest.raises(BackendBlind):
        ombi.search(Query("dune", kind), timeout=T)


def test_no_list_at_all_is_not_an_empty_one(ombi: OmbiBackend, server: OmbiStandIn):
    server.has_no_lists = True
    with pytest.raises(BackendBlind):
        ombi.search(Query("dune", Kind.MOVIE), timeout=T)


@pytest.mark.parametrize("kind", [None, *Kind])
def test_what_nothing_bears_the_name_of_is_not_found(ombi: OmbiBackend, kind: Kind | None):
    assert ombi.search(Query("zardoz", kind, 1974), timeout=T) == ()


def test_a_search_is_a_read_even_as_a_post_and_asked_again_when_the_line_breaks(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.DROP, on="/search/movie", times=1)
    assert ombi.search(Query("matrix", Kind.MOVIE), timeout=T)
    server.fault(Fault.STATUS, on="/multi/", status=502, times=1)
    assert ombi.search(Query("office", Kind.TV), timeout=T)


# --- trouble


@pytest.mark.parametrize(
    ("status", "error"),
    [(429, BackendBusy), (503, BackendBusy), (502, BackendUnavailable), (500, BackendBroken), (403, KeyRefused)],
)
def test_a_status_that_is_not_200_is_told_as_what_it_means(
    ombi: OmbiBackend, server: OmbiStandIn, status: int, error: type[BackendError]
):
    server.fault(Fault.STATUS, status=status)
    with pytest.raises(error):
        ombi.users(timeout=T)
