"""One contract for every backend, over every server that can be stood in for.

A story that a server cannot be brought to, or that its backend says it cannot do, is left out for that server; that
what a backend cannot do is refused, and refused before anything is sent, is a story of its own.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import Availability, Chart, Kind, RequestStatus, Season, Wish
from media_backends import (
    Ability,
    AlreadyRequested,
    BackendBlind,
    BackendBroken,
    BackendUnavailable,
    MediaBackend,
    Query,
    RequestRefused,
    TitleBlocked,
    TitleUnknown,
    Unsupported,
)
from tests.backends.contract import (
    BREAKING_BAD,
    DUNE,
    DUNE_1984,
    MATRIX,
    NOBODY_KNOWS,
    PROPHECY,
    Asked,
    Circumstance,
    Server,
    Staged,
    able,
    film,
    needs,
    show,
)
from tests.backends.contract import PATIENCE as T

MISSING, PENDING, PROCESSING, _, AVAILABLE, BLOCKED, DECLINED, REFUSED, FAILED = Availability


# --- searching


def test_a_search_finds_films_and_shows_by_their_name(server: Server):
    server.stage(film(), DUNE_1984, PROPHECY, show())
    found = server.open().search(Query("dune"), timeout=T)
    years = {(title.kind, title.id): title.year for title in found}
    assert (years[Kind.MOVIE, 438631], years[Kind.MOVIE, 841]) == (2021, 1984)
    assert years[Kind.TV, 90228] in {2024, None}  # Ombi's search tells no show's year
    assert all("Dune" in title.name for title in found)


def test_a_search_for_one_kind_leaves_the_other_out(server: Server):
    server.stage(film(), PROPHECY)
    backend = server.open()
    assert {title.kind for title in backend.search(Query("dune", Kind.TV), timeout=T)} == {Kind.TV}
    assert {title.kind for title in backend.search(Query("dune", Kind.MOVIE), timeout=T)} == {Kind.MOVIE}


def test_a_year_finds_the_film_of_that_year(server: Server):
    server.stage(film(), DUNE_1984)
    assert [title.id for title in server.open().search(Query("dune", Kind.MOVIE, 1984), timeout=T)] == [841]


@pytest.mark.parametrize("words", ["xyzzy", "face/off", "M*A*S*H", "a & b = c + d", "who?", "100% #1", "[REC]", "東京"])
def test_nothing_found_is_an_empty_answer_whatever_the_words(server: Server, words: str):
    server.stage(film())
    assert server.open().search(Query(words), timeout=T) == ()


@pytest.mark.parametrize("words", ["", "   ", ".", ".."])
def test_words_that_say_nothing_find_nothing(server: Server, words: str):
    server.stage(film())
    assert server.open().search(Query(words), timeout=T) == ()


def test_a_server_that_can_look_nothing_up_says_so(server: Server):
    server.stage(film())
    needs(server, Circumstance.TMDB_DOWN)
    with pytest.raises(BackendBlind):
        server.open().search(Query("dune"), timeout=T)


# --- how far along a title is


@pytest.mark.parametrize("state", Availability)
def test_each_state_of_a_film_is_told(server: Server, state: Availability):
    if state not in server.tells:
        pytest.skip(f"{server.backend_type} cannot tell {state}")
    server.stage(film(state))
    assert server.open().details(Kind.MOVIE, 438631, timeout=T).title.availability is state


@pytest.mark.parametrize("state", [PENDING, PROCESSING, AVAILABLE, DECLINED, FAILED])
def test_each_season_has_its_own_truth(server: Server, state: Availability):
    if state not in server.tells:
        pytest.skip(f"{server.backend_type} cannot tell {state}")
    server.stage(show(AVAILABLE, state, MISSING))
    details = server.open().details(Kind.TV, 1396, timeout=T)
    assert {season.number: season.availability for season in details.regular_seasons} == {
        1: AVAILABLE,
        2: state,
        3: MISSING,
    }
    assert details.title.availability is Availability.PARTIAL


def test_a_show_that_is_wholly_there_is_available(server: Server):
    server.stage(show(AVAILABLE, AVAILABLE))
    assert server.open().details(Kind.TV, 1396, timeout=T).title.availability is AVAILABLE


def test_details_describe_the_film(server: Server):
    server.stage(film(cast=("Ann", "Bo"), directors=("Cy",), genres=("Drama",), runtime=155, collection=MATRIX))
    details = server.open().details(Kind.MOVIE, 438631, timeout=T)
    assert (details.cast, details.directors, details.genres) == (("Ann", "Bo"), ("Cy",), ("Drama",))
    assert details.runtime == 155
    assert (details.title.name, details.title.year, details.title.released) == ("Dune", 2021, "2021-09-15")


def test_details_describe_the_seasons(server: Server):
    server.stage(show(MISSING, episodes=7, in_production=True))
    details = server.open().details(Kind.TV, 1396, timeout=T)
    (season,) = details.regular_seasons
    assert isinstance(season, Season)
    assert (season.number, season.episodes, season.aired) == (1, 7, "2008-01-20")
    assert details.in_production


def test_a_title_that_nobody_knows_has_no_details(server: Server):
    server.stage(film())
    with pytest.raises((TitleUnknown, BackendBroken)):  # some cannot tell it from a failure
        server.open().details(Kind.MOVIE, NOBODY_KNOWS.id, timeout=T)


# --- requesting


def test_a_film_is_requested_once(server: Server):
    server.stage(film())
    backend = server.open()
    receipt = backend.request(Wish(DUNE), timeout=T)
    assert receipt.status in {RequestStatus.PENDING, RequestStatus.APPROVED}
    assert server.asked() == [Asked(Kind.MOVIE, 438631)]
    assert server.writes() == 1
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability.is_asked_for


def test_a_request_that_waits_for_approval_says_so(server: Server):
    server.stage(film())
    needs(server, Circumstance.WAITS_FOR_APPROVAL)
    backend = server.open()
    assert backend.request(Wish(DUNE), timeout=T).status is RequestStatus.PENDING
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability is PENDING


def test_a_film_asked_for_twice_is_requested_once(server: Server):
    server.stage(film())
    backend = server.open()
    backend.request(Wish(DUNE), timeout=T)
    with pytest.raises(AlreadyRequested):
        backend.request(Wish(DUNE), timeout=T)
    assert server.asked() == [Asked(Kind.MOVIE, 438631)]


@pytest.mark.parametrize("state", [PENDING, PROCESSING, FAILED])
def test_what_somebody_asked_for_is_not_requested_again(server: Server, state: Availability):
    if state not in server.tells:
        pytest.skip(f"{server.backend_type} cannot tell {state}")
    server.stage(film(state))
    with pytest.raises(AlreadyRequested):
        server.open().request(Wish(DUNE), timeout=T)
    assert server.asked() == []


def test_exactly_the_seasons_that_were_wished_for_are_requested(server: Server):
    server.stage(show(MISSING, MISSING, MISSING))
    assert server.open().request(Wish(BREAKING_BAD, (1, 3)), timeout=T).seasons == (1, 3)
    assert server.asked() == [Asked(Kind.TV, 1396, (1, 3))]


def test_seasons_that_are_there_or_asked_for_are_left_out(server: Server):
    server.stage(show(AVAILABLE, PENDING, MISSING))
    assert server.open().request(Wish(BREAKING_BAD, (1, 2, 3)), timeout=T).seasons == (3,)
    assert server.asked() == [Asked(Kind.TV, 1396, (3,))]


def test_a_show_with_no_season_left_is_not_requested(server: Server):
    server.stage(show(AVAILABLE, PENDING))
    with pytest.raises(AlreadyRequested):
        server.open().request(Wish(BREAKING_BAD, (1, 2)), timeout=T)
    assert server.asked() == []


def test_a_show_without_seasons_is_refused_by_us(server: Server):
    server.stage(show())
    with pytest.raises(RequestRefused):
        server.open().request(Wish(BREAKING_BAD), timeout=T)
    assert server.writes() == 0


def test_specials_are_requested_where_they_can_be(server: Server):
    server.stage(Staged(Kind.TV, 1396, "Breaking Bad", "2008-01-20", seasons={0: MISSING, 1: MISSING}))
    if Circumstance.SPECIALS in server.can:
        server.let(Circumstance.SPECIALS)
    assert able(server, Ability.SPECIALS).request(Wish(BREAKING_BAD, (0,)), timeout=T).seasons == (0,)


def test_what_was_declined_can_be_asked_for_again_where_the_backend_says_so(server: Server):
    state = next((one for one in (DECLINED, REFUSED) if one in server.tells), None)
    if state is None:
        pytest.skip(f"{server.backend_type} declines nothing")
    server.stage(film(state))
    backend = server.open()
    assert (Ability.ASK_AGAIN in backend.abilities) is state.is_open
    if state.is_open:
        backend.request(Wish(DUNE), timeout=T)
    else:
        with pytest.raises((AlreadyRequested, RequestRefused)):
            backend.request(Wish(DUNE), timeout=T)
    assert len(server.asked()) == state.is_open


def test_what_is_on_the_blocklist_is_refused(server: Server):
    if BLOCKED not in server.tells:
        pytest.skip(f"{server.backend_type} has no blocklist")
    server.stage(film(BLOCKED))
    with pytest.raises(TitleBlocked):
        server.open().request(Wish(DUNE), timeout=T)
    assert server.asked() == []


def test_a_title_that_nobody_knows_is_not_requested(server: Server):
    server.stage(film())
    with pytest.raises((TitleUnknown, BackendBroken)):
        server.open().request(Wish(NOBODY_KNOWS), timeout=T)
    assert server.asked() == []


def test_a_request_that_the_server_drops_is_no_success(server: Server):
    server.stage(show())
    needs(server, Circumstance.DROPS)
    with pytest.raises(RequestRefused, match="dropped"):
        server.open().request(Wish(BREAKING_BAD, (1,)), timeout=T)
    assert server.asked() == []


# --- what it says it cannot do

ASKING: dict[Ability, Callable[[MediaBackend], object]] = {
    Ability.AS_USER: lambda backend: backend.request(Wish(DUNE), user="2", timeout=T),
    Ability.COLLECTIONS: lambda backend: backend.collections("matrix", timeout=T),
    Ability.PEOPLE: lambda backend: (backend.people_called("tom hanks", timeout=T), backend.titles_of(31, timeout=T)),
    Ability.CHARTS: lambda backend: backend.chart(Chart.TRENDING, 1, timeout=T),
    Ability.REQUESTS: lambda backend: backend.requests(timeout=T),
    Ability.DECIDE: lambda backend: backend.decide("1", Kind.MOVIE, approve=True, timeout=T),
    Ability.QUOTAS: lambda backend: backend.quotas(timeout=T),
}


@pytest.mark.parametrize("ability", ASKING)
def test_what_a_backend_cannot_do_it_refuses_without_sending_it(server: Server, ability: Ability):
    server.stage(film())
    backend = server.open()
    backend.account(timeout=T)
    if ability in backend.abilities:
        pytest.skip(f"{server.backend_type} can do that: {ability}")
    with pytest.raises(Unsupported):
        ASKING[ability](backend)
    assert server.writes() == 0


def test_no_call_is_made_when_no_time_is_left(server: Server):
    if not server.asks_for_a_key:
        pytest.skip(f"{server.backend_type} needs no time")
    server.stage(film())
    backend = server.open()
    with pytest.raises(BackendUnavailable):
        backend.request(Wish(DUNE), timeout=0)
    assert (server.reads(), server.writes(), server.asked()) == (0, 0, [])
