"""Ombi over a real socket: the truth about films, shows, collections and charts."""

from __future__ import annotations

import time

import pytest

from backends.ombi import OmbiBackend
from media import Availability, Chart, CollectionName, Kind, Season
from media_backends import BackendBlind, TitleUnknown
from tests.backends.contract import Staged
from tests.backends.door import Fault
from tests.backends.ombi.titles import DUNE, MATRIX, OFFICE, THE_BEAR, A, M, N, P, T
from tests.backends.ombi_books import Stage
from tests.backends.ombi_scene import stage
from tests.backends.ombi_stand_in import OmbiStandIn

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
    server.fault(Fault.STATUS, on="/v2/search/movie", status=500)
    found = ombi.details(Kind.MOVIE, 603, timeout=T)
    assert (found.title.availability, found.runtime) == (A, None)


def test_extras_that_hang_are_not_waited_for_to_the_end(ombi: OmbiBackend, server: OmbiStandIn):
    server.fault(Fault.HANG, on="/v2/search/movie")
    began = time.monotonic()
    assert ombi.details(Kind.MOVIE, 603, timeout=0.8).title.availability is A
    assert time.monotonic() - began < 0.78


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


def test_an_episode_to_come_that_nobody_asked_for_does_not_hide_that_the_others_are_on_their_way(
    ombi: OmbiBackend, server: OmbiStandIn
):
    stage(server, Staged(Kind.TV, 3, "On Air", "2026-05-01", seasons={1: M}, next_airs="2026-08-01"))
    server.books.keep_child(3, "Api", Stage(server.books.now(), approved=True), {1: list(range(1, 10))})
    assert ombi.details(Kind.TV, 3, timeout=T).seasons[0].availability is P


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
