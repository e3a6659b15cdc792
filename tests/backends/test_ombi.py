"""Ombi over a real socket: being found, the key, searching, and the truth about a title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from backends.ombi import OmbiBackend
from media import Availability, Chart, CollectionName, Kind, Season, Title
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
    TitleUnknown,
    UnknownBackend,
)
from tests.backends.contract import Staged
from tests.backends.door import Fault
from tests.backends.ombi_books import Stage
from tests.backends.ombi_scene import stage
from tests.backends.ombi_stand_in import KEY, OmbiStandIn
from tests.backends.stand_in import Product, StandIn

T = 2.0  # seconds that no good answer needs
TODAY = datetime(2026, 7, 1, 12, tzinfo=UTC)
A, P, N, M = Availability.AVAILABLE, Availability.PROCESSING, Availability.PENDING, Availability.MISSING
DUNE = Staged(Kind.MOVIE, 438631, "Dune", "2021-09-15", votes=12000)
OLD_DUNE = Staged(Kind.MOVIE, 841, "Dune", "1984-12-14", votes=3000)
MATRIX = Staged(
    Kind.MOVIE,
    603,
    "The Matrix",
    "1999-03-31",
    A,
    collection=(2344, "The Matrix Collection"),
    cast=("Keanu Reeves",),
    directors=("Lana Wachowski", "Lilly Wachowski"),
    genres=("Action",),
    runtime=136,
    rating=8.2,
)
FACE_OFF = Staged(Kind.MOVIE, 754, "Face/Off", "1997-06-27")
THE_BEAR = Staged(Kind.TV, 136315, "The Bear", "2022-06-23", seasons={0: M, 1: A, 2: P, 3: N, 4: M}, in_production=True)
OFFICE = Staged(Kind.TV, 2316, "The Office", "2005-03-24", seasons={1: M, 2: M}, rating=8.6, runtime=22)
POPULAR = Staged(Kind.TV, 4236, "Popular", "1999-09-29", seasons={1: M, 2: M})
TITLES = (DUNE, OLD_DUNE, MATRIX, FACE_OFF, THE_BEAR, OFFICE, POPULAR)


@pytest.fixture
def server() -> Iterator[OmbiStandIn]:
    with OmbiStandIn() as stand_in:
        for one in TITLES:
            stage(stand_in, one)
        yield stand_in


@pytest.fixture
def ombi(server: OmbiStandIn) -> Iterator[OmbiBackend]:
    opened = OmbiBackend.open(Opening(server.url, KEY, clock=TODAY.timestamp))
    yield opened
    opened.close()


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


@pytest.mark.parametrize("kind", [None, *Kind])
def test_what_nothing_bears_the_name_of_is_not_found(ombi: OmbiBackend, kind: Kind | None):
    assert ombi.search(Query("zardoz", kind, 1974), timeout=T) == ()


def test_a_search_is_a_read_even_as_a_post_and_asked_again_when_the_line_breaks(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.DROP, on="/Search/movie", times=1)
    assert ombi.search(Query("matrix", Kind.MOVIE), timeout=T)
    server.fault(Fault.STATUS, on="/multi/", status=502, times=1)
    assert ombi.search(Query("office", Kind.TV), timeout=T)


# --- films


@pytest.mark.parametrize("availability", [M, N, P, A, Availability.REFUSED])
def test_a_film_is_as_its_live_flags_say(ombi: OmbiBackend, server: OmbiStandIn, availability: Availability):
    ombi.details(Kind.MOVIE, DUNE.id, timeout=T)  # v2's page is kept from now on
    stage(server, Staged(Kind.MOVIE, DUNE.id, "Dune", "2021-09-15", availability))
    assert ombi.details(Kind.MOVIE, DUNE.id, timeout=T).title.availability is availability


@pytest.mark.parametrize("availability", [M, N, P, A, Availability.REFUSED])
def test_4k_says_nothing_of_hd(ombi: OmbiBackend, server: OmbiStandIn, availability: Availability):
    stage(server, Staged(Kind.MOVIE, DUNE.id, "Dune", "2021-09-15", M, availability))
    title = ombi.details(Kind.MOVIE, DUNE.id, timeout=T).title
    assert (title.availability, title.availability_4k) == (M, availability)


def test_a_film_that_radarr_has_though_nobody_asked_ombi_is_on_its_way(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.monitored.add(DUNE.id)
    assert ombi.details(Kind.MOVIE, DUNE.id, timeout=T).title.availability is P


def test_a_film_comes_with_what_only_v2_tells(ombi: OmbiBackend):
    found = ombi.details(Kind.MOVIE, 603, timeout=T)
    assert found.collection == CollectionName(2344, "The Matrix Collection")
    assert (found.runtime, found.rating, found.genres) == (136, 8.2, ("Action",))
    assert (found.cast, found.directors) == (("Keanu Reeves",), ("Lana Wachowski", "Lilly Wachowski"))


def test_without_v2_a_films_status_is_still_told(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.STATUS, on="/v2/Search/movie", status=500)
    found = ombi.details(Kind.MOVIE, 603, timeout=T)
    assert (found.title.availability, found.runtime) == (A, None)


def test_a_film_without_a_date_has_no_year(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.MOVIE, 1, "Some Day", "0001-01-01"))
    title = ombi.details(Kind.MOVIE, 1, timeout=T).title
    assert (title.year, title.released) == (None, None)


@pytest.mark.parametrize("kind", Kind)
def test_an_unknown_id_is_told_by_an_id_of_nothing_or_an_empty_204(ombi: OmbiBackend, kind: Kind):
    with pytest.raises(TitleUnknown):
        ombi.details(kind, 999_999, timeout=T)


@pytest.mark.parametrize("kind", Kind)
def test_an_id_that_looks_unknown_because_tmdb_is_down_is_not(ombi: OmbiBackend, server: OmbiStandIn, kind: Kind):
    server.tmdb_down = True
    with pytest.raises(BackendBlind):
        ombi.details(kind, {Kind.MOVIE: 603, Kind.TV: 2316}[kind], timeout=T)


# --- shows


def test_each_season_is_counted_from_its_episodes(ombi: OmbiBackend):
    found = ombi.details(Kind.TV, THE_BEAR.id, timeout=T)
    assert found.seasons == tuple(
        Season(number, state, 10, "2022-06-23") for number, state in ((1, A), (2, P), (3, N), (4, M))
    )
    assert (found.title.availability, found.in_production) == (Availability.PARTIAL, True)


def test_fully_available_is_not_believed(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.TV, 2, "Not Yet", "2027-01-01", seasons={1: M}))
    found = ombi.details(Kind.TV, 2, timeout=T)
    assert server.pages.show_page(server.titles[Kind.TV, 2])["fullyAvailable"] is True
    assert (found.title.availability, found.next_airs) == (M, "2027-01-01")


def test_a_season_that_still_airs_is_there_in_part(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.TV, 3, "On Air", "2026-05-01", seasons={1: A}, next_airs="2026-08-01"))
    server.books.there.remove((3, 1, 10))
    found = ombi.details(Kind.TV, 3, timeout=T)
    assert (found.seasons[0].availability, found.next_airs) == (Availability.PARTIAL, "2026-08-01")


def test_a_season_of_which_single_episodes_were_asked_for_can_be_asked_for(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.keep_child(OFFICE.id, "Api", Stage(server.books.now(), approved=True), {1: [1, 2]})
    assert ombi.details(Kind.TV, OFFICE.id, timeout=T).seasons[0].availability is M


def test_a_season_that_was_denied_is_refused_for_good(ombi: OmbiBackend, server: OmbiStandIn):
    stage(server, Staged(Kind.TV, 4, "No", "2020-01-01", seasons={1: Availability.DECLINED, 2: A}))
    assert ombi.details(Kind.TV, 4, timeout=T).seasons[0].availability is Availability.REFUSED


def test_a_show_that_sonarr_has_though_nobody_asked_ombi_is_on_its_way(ombi: OmbiBackend, server: OmbiStandIn):
    server.books.in_sonarr.add(OFFICE.id)
    assert {season.availability for season in ombi.details(Kind.TV, OFFICE.id, timeout=T).seasons} == {P}


def test_what_ombi_keeps_for_12_hours_is_laid_over_with_the_request_itself(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.details(Kind.TV, THE_BEAR.id, timeout=T)
    (child,) = (child for child in server.books.children.values() if 2 in child.episodes)
    child.stage.available = True  # a sync with Jellyfin, which does not purge the page
    seasons = ombi.details(Kind.TV, THE_BEAR.id, timeout=T).seasons
    assert seasons[1].availability is A
    assert server.calls["GET /api/v1/request/tv/{id}"] == 2


def test_a_show_nobody_asked_for_costs_one_call(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.details(Kind.TV, OFFICE.id, timeout=T)
    assert len(server.heard) == 1


def test_a_request_that_is_gone_though_the_page_still_names_it_counts_for_nothing(
    ombi: OmbiBackend, server: OmbiStandIn
):
    ombi.details(Kind.TV, THE_BEAR.id, timeout=T)
    server.books.children.clear()
    server.books.parents.clear()
    states = [season.availability for season in ombi.details(Kind.TV, THE_BEAR.id, timeout=T).seasons]
    assert states == [A, M, M, M]


def test_specials_are_never_listed(ombi: OmbiBackend):
    assert 0 not in {season.number for season in ombi.details(Kind.TV, THE_BEAR.id, timeout=T).seasons}


def test_a_rating_in_ombis_own_culture_is_read(ombi: OmbiBackend):
    found = ombi.details(Kind.TV, OFFICE.id, timeout=T)
    assert (found.rating, found.runtime) == (8.6, 22)


# --- collections and charts


def test_a_collection_is_found_by_its_films_and_each_film_asked_for_what_is_there(
    ombi: OmbiBackend, server: OmbiStandIn
):
    sequel = Staged(Kind.MOVIE, 604, "The Matrix Reloaded", "2003-05-15", collection=MATRIX.collection)
    stage(server, sequel)
    (name,) = ombi.collections("matrix", timeout=T)
    parts = ombi.collection(name.id, timeout=T).parts
    assert [(part.id, part.availability) for part in parts] == [(603, A), (604, M)]


def test_an_unknown_collection_is_unknown(ombi: OmbiBackend):
    with pytest.raises(TitleUnknown):
        ombi.collection(999_999, timeout=T)


@pytest.mark.parametrize("chart", Chart)
def test_charts_come_in_pages_and_their_shows_are_not_said_to_be_there(ombi: OmbiBackend, chart: Chart):
    first = ombi.chart(chart, 1, timeout=T)
    assert first
    assert ombi.chart(chart, 2, timeout=T) == ()
    assert all(one.availability is M for one in first if one.kind is Kind.TV)


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
