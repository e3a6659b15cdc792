"""The contract, where it is about many titles at once: collections, people, charts, and the requests that stand."""

from __future__ import annotations

import pytest

from media import Availability, Chart, CollectionName, Kind, RequestStatus, Title, Wish
from media_backends import (
    Ability,
    BackendBlind,
    BackendBroken,
    MediaBackend,
    RequestRefused,
    TitleUnknown,
)
from tests.backends.contract import (
    BREAKING_BAD,
    DUNE,
    MATRIX,
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


# --- collections and charts


def test_a_collection_is_found_and_tells_what_is_there_of_it(server: Server):
    server.stage(
        Staged(Kind.MOVIE, 604, "The Matrix Reloaded", "2003-05-15", collection=MATRIX),
        Staged(Kind.MOVIE, 603, "The Matrix", "1999-03-31", AVAILABLE, collection=MATRIX),
        film(),
    )
    backend = able(server, Ability.COLLECTIONS)
    name = CollectionName(*MATRIX)
    assert backend.collections("matrix", timeout=T)[0] == name
    collection = backend.collection(2344, timeout=T)
    assert collection.name == name
    assert [(part.id, part.availability) for part in collection.parts] == [(603, AVAILABLE), (604, MISSING)]
    assert backend.details(Kind.MOVIE, 603, timeout=T).collection == name


def test_a_collection_that_nobody_knows_is_not_found(server: Server):
    server.stage(film())
    backend = able(server, Ability.COLLECTIONS)
    assert backend.collections("xyzzy", timeout=T) == ()
    with pytest.raises((TitleUnknown, BackendBroken)):
        backend.collection(99999999, timeout=T)


def test_people_are_found_by_name_and_lead_to_their_titles(server: Server):
    server.stage(
        film(AVAILABLE, cast=("Zendaya", "Rebecca Ferguson"), directors=("Denis Villeneuve",)),
        show(cast=("Bryan Cranston", "Rebecca Ferguson")),
        Staged(Kind.MOVIE, 329865, "Arrival", "2016-11-10", cast=("Amy Adams",), directors=("Denis Villeneuve",)),
    )
    backend = able(server, Ability.PEOPLE)
    played = titles_of(backend, "rebecca ferguson")
    assert {(title.kind, title.id): title.availability for title in played} == {
        (Kind.MOVIE, 438631): AVAILABLE,
        (Kind.TV, 1396): MISSING,
    }
    dune = next(title for title in played if title.kind is Kind.MOVIE)
    assert (dune.name, dune.released, dune.votes) == ("Dune", "2021-09-15", 1000)
    assert {title.id for title in titles_of(backend, "villeneuve")} == {438631, 329865}


def titles_of(backend: MediaBackend, name: str) -> list[Title]:
    person = backend.people_called(name, timeout=T)[0]
    assert name in person.name.lower()
    found = [credit.title for credit in backend.titles_of(person.id, timeout=T)]
    assert len({title.key for title in found}) == len(found)
    return found


def test_somebody_whom_nobody_knows_is_not_found(server: Server):
    server.stage(film())
    backend = able(server, Ability.PEOPLE)
    assert backend.people_called("xyzzy", timeout=T) == ()
    assert backend.people_called(" ", timeout=T) == ()
    with pytest.raises((TitleUnknown, BackendBroken)):
        backend.titles_of(99999999, timeout=T)


def test_a_server_that_can_look_nobody_up_says_so(server: Server):
    server.stage(film(cast=("Zendaya",)))
    backend = able(server, Ability.PEOPLE)
    needs(server, Circumstance.TMDB_DOWN)
    with pytest.raises(BackendBlind):
        backend.people_called("zendaya", timeout=T)
    with pytest.raises(BackendBlind):
        backend.titles_of(1, timeout=T)


@pytest.mark.parametrize(
    ("chart", "kinds"),
    [
        (Chart.TRENDING, {Kind.MOVIE, Kind.TV}),
        (Chart.POPULAR_MOVIES, {Kind.MOVIE}),
        (Chart.POPULAR_TV, {Kind.TV}),
    ],
)
def test_charts_hold_titles_of_their_kind_and_end(server: Server, chart: Chart, kinds: set[Kind]):
    server.stage(film(), show())
    backend = able(server, Ability.CHARTS)
    assert {title.kind for title in backend.chart(chart, 1, timeout=T)} == kinds
    assert backend.chart(chart, 9, timeout=T) == ()


@pytest.mark.parametrize("chart", [Chart.UPCOMING_MOVIES, Chart.UPCOMING_TV])
def test_titles_to_come_are_charted(server: Server, chart: Chart):
    kind = Kind.MOVIE if chart is Chart.UPCOMING_MOVIES else Kind.TV
    server.stage(Staged(kind, 77, "The Far Future", "2999-01-01", seasons={1: MISSING} if kind is Kind.TV else {}))
    assert [title.id for title in able(server, Ability.CHARTS).chart(chart, 1, timeout=T)] == [77]


# --- requests that stand


def test_requests_are_listed_the_newest_first(server: Server):
    server.stage(film(), show())
    backend = able(server, Ability.REQUESTS)
    backend.request(Wish(DUNE), timeout=T)
    backend.request(Wish(BREAKING_BAD, (2,)), timeout=T)
    listed = backend.requests(timeout=T)
    assert {(one.kind, one.title_id, one.seasons) for one in listed} == {
        (Kind.MOVIE, 438631, ()),
        (Kind.TV, 1396, (2,)),
    }
    assert len(backend.requests(skip=1, take=1, timeout=T)) == 1 or len(listed) == 2


def test_a_request_is_read_and_taken_back(server: Server):
    server.stage(film())
    backend = able(server, Ability.REQUESTS)
    number = backend.request(Wish(DUNE), timeout=T).request_id
    known = backend.known_request(number, Kind.MOVIE, timeout=T)
    assert known is not None
    assert (known.id, known.kind, known.title_id) == (number, Kind.MOVIE, 438631)
    assert backend.cancel(number, Kind.MOVIE, timeout=T)
    assert server.asked() == []
    assert backend.known_request(number, Kind.MOVIE, timeout=T) is None
    assert not backend.cancel(number, Kind.MOVIE, timeout=T)
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability is MISSING


@pytest.mark.parametrize(
    ("number", "kind"), [("child:999", Kind.TV), ("999", Kind.TV), ("999:4k", Kind.MOVIE), ("999", Kind.MOVIE)]
)
def test_an_id_that_another_request_manager_gave_is_nobodys(server: Server, number: str, kind: Kind):
    assert able(server, Ability.REQUESTS).known_request(number, kind, timeout=T) is None


def test_of_a_show_only_the_request_that_is_meant_is_taken_back(server: Server):
    server.stage(show())
    backend = able(server, Ability.REQUESTS)
    first, second = (backend.request(Wish(BREAKING_BAD, (number,)), timeout=T).request_id for number in (1, 2))
    assert backend.cancel(second, Kind.TV, timeout=T)
    assert backend.known_request(first, Kind.TV, timeout=T) is not None
    assert [asked.seasons for asked in server.asked()] == [(1,)]
    seasons = {one.number: one.availability for one in backend.details(Kind.TV, 1396, timeout=T).seasons}
    assert seasons[2] is MISSING
    assert seasons[1] is not MISSING


@pytest.mark.parametrize(("approve", "became"), [(True, RequestStatus.APPROVED), (False, RequestStatus.DECLINED)])
def test_a_request_that_waits_is_decided(server: Server, *, approve: bool, became: RequestStatus):
    server.stage(film())
    needs(server, Circumstance.WAITS_FOR_APPROVAL)
    backend = able(server, Ability.DECIDE)
    number = backend.request(Wish(DUNE), timeout=T).request_id
    backend.decide(number, Kind.MOVIE, approve=approve, reason="not now", timeout=T)
    known = backend.known_request(number, Kind.MOVIE, timeout=T)
    assert known is not None
    assert known.status is became


def test_a_request_that_nobody_knows_cannot_be_decided(server: Server):
    backend = able(server, Ability.DECIDE)
    with pytest.raises((RequestRefused, BackendBroken)):
        backend.decide("9999", Kind.MOVIE, approve=True, timeout=T)
