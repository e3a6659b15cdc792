"""The embedded demo, alone and with the whole house around it."""

from __future__ import annotations

import pytest

from backends.demo import DemoBackend
from backends.demo.shelf import MemoryShelf
from media import Availability, Kind, RequestStatus, Title, Wish
from media_backends import AlreadyRequested, Query, TitleBlocked, TitleUnknown
from tests.house import Clock, House

PACE = 30.0
MATRIX, BREAKING_BAD, JURASSIC_PARK = (Kind.MOVIE, 603), (Kind.TV, 1396), (Kind.MOVIE, 329)
AVAILABLE, MISSING, PARTIAL = Availability.AVAILABLE, Availability.MISSING, Availability.PARTIAL
PENDING, PROCESSING = Availability.PENDING, Availability.PROCESSING


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backend(clock: Clock) -> DemoBackend:
    return DemoBackend(MemoryShelf(), clock.now, PACE)


def titles(backend: DemoBackend) -> list[Title]:
    return [work.details.title for work in backend._works.values()]


def first(backend: DemoBackend, kind: Kind, availability: Availability) -> Title:
    return next(title for title in titles(backend) if (title.kind, title.availability) == (kind, availability))


def availability(backend: DemoBackend, title: Title) -> Availability:
    return backend.details(title.kind, title.id, timeout=1).title.availability


def test_the_catalogue_is_read_whole(backend: DemoBackend):
    assert len(titles(backend)) > 300
    assert {title.availability for title in titles(backend)} >= {MISSING, PENDING, PROCESSING, AVAILABLE, PARTIAL}
    assert all(title.year and title.name for title in titles(backend))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("jurassic park", "Jurassic Park"),
        ("JURASSIC PARK", "Jurassic Park"),
        ("amelie", "Amélie"),
        ("breaking bad", "Breaking Bad"),
        ("the matrix", "The Matrix"),
        ("matrix", "The Matrix"),
        ("jurasic prk", "Jurassic Park"),
    ],
)
def test_what_is_searched_is_found_first(backend: DemoBackend, words: str, name: str):
    assert backend.search(Query(words), timeout=1)[0].name == name


def test_every_title_is_found_by_its_name(backend: DemoBackend):
    lost = [title.name for title in titles(backend) if title.key not in found(backend, title.name)]
    assert lost == []


def found(backend: DemoBackend, words: str) -> list[str]:
    return [title.key for title in backend.search(Query(words), timeout=1)]


@pytest.mark.parametrize(
    "words",
    ["", "   ", "qzxv wkjq", "get asdfqwerty zzz", "which ones are there", "???", "\ud800", "\u65e5\u672c\u8a9e"],
)
def test_what_is_not_there_is_not_found(backend: DemoBackend, words: str):
    assert backend.search(Query(words), timeout=1) == ()


def test_kind_and_year_narrow_it_down(backend: DemoBackend):
    dunes = backend.search(Query("dune", Kind.MOVIE, 1984), timeout=1)
    assert [title.year for title in dunes if title.name == "Dune"] == [1984]
    assert {title.kind for title in backend.search(Query("fargo", Kind.TV), timeout=1)} == {Kind.TV}


def test_what_it_does_not_know_it_refuses(backend: DemoBackend):
    with pytest.raises(TitleUnknown):
        backend.details(Kind.MOVIE, 999_999_999, timeout=1)
    with pytest.raises(TitleUnknown):
        backend.request(Wish(Title(Kind.TV, 603, "The Matrix")), timeout=1)


def test_a_request_moves_on_with_the_clock(backend: DemoBackend, clock: Clock):
    film = first(backend, Kind.MOVIE, MISSING)
    assert backend.request(Wish(film), timeout=1).status is RequestStatus.PENDING
    for seconds, reached in (
        (0, PENDING),
        (PACE - 1, PENDING),
        (1, PROCESSING),
        (2 * PACE - 1, PROCESSING),
        (1, AVAILABLE),
    ):
        clock.turn(seconds)
        assert availability(backend, film) is reached
        assert backend.search(Query(film.name), timeout=1)[0].availability is reached


def test_nothing_is_requested_twice(backend: DemoBackend, clock: Clock):
    film = first(backend, Kind.MOVIE, MISSING)
    backend.request(Wish(film), timeout=1)
    for _ in range(3):
        with pytest.raises(AlreadyRequested):
            backend.request(Wish(film), timeout=1)
        clock.turn(PACE)
    for state in (PENDING, PROCESSING, AVAILABLE):
        with pytest.raises(AlreadyRequested):
            backend.request(Wish(first(backend, Kind.MOVIE, state)), timeout=1)


def test_what_is_blocked_is_refused(backend: DemoBackend):
    with pytest.raises(TitleBlocked):
        backend.request(Wish(first(backend, Kind.MOVIE, Availability.BLOCKED)), timeout=1)


def test_seasons_are_requested_one_by_one(backend: DemoBackend):
    show = next(title for title in titles(backend) if title.kind is Kind.TV and title.availability is MISSING)
    regular = [season.number for season in backend.details(show.kind, show.id, timeout=1).regular_seasons]
    assert backend.request(Wish(show, (regular[0],)), timeout=1).seasons == (regular[0],)
    with pytest.raises(AlreadyRequested):
        backend.request(Wish(show, (regular[0],)), timeout=1)
    with pytest.raises(AlreadyRequested):
        backend.request(Wish(show, (99,)), timeout=1)


def test_of_the_seasons_only_the_missing_are_taken(backend: DemoBackend):
    show = first(backend, Kind.TV, PARTIAL)
    details = backend.details(show.kind, show.id, timeout=1)
    everything = tuple(season.number for season in details.regular_seasons)
    receipt = backend.request(Wish(show, everything), timeout=1)
    assert receipt.seasons == details.seasons_that_are(MISSING)
    assert availability(backend, show) is PARTIAL


def test_some_seasons_on_their_way_do_not_make_the_whole_show_so(backend: DemoBackend):
    show = next(
        title
        for title in titles(backend)
        if title.availability is MISSING
        and title.kind is Kind.TV
        and len(backend.details(title.kind, title.id, timeout=1).regular_seasons) > 1
    )
    backend.request(Wish(show, (1,)), timeout=1)
    after = backend.details(show.kind, show.id, timeout=1)
    assert after.seasons_that_are(PENDING) == (1,)
    assert 2 in after.seasons_that_are(MISSING)


# --- with the house around it: what the first section of the plan promises


def test_jurassic_park_is_there(demo: House):
    told = demo.posts("download Jurassic Park")
    assert told["speech"] == (
        "I found the movie Jurassic Park, released in 1993. This is already in your library. Is that the one you want?"
    )
    told = demo.posts("yes", told["session"])
    assert told["speech"] == "Jurassic Park is already in your library! You can watch it now."
    assert told["request"] is None


def test_breaking_bad_is_being_downloaded(demo: House):
    told = demo.posts("download Breaking Bad")
    assert told["speech"].endswith("This is currently being downloaded. Is that the one you want?")
    told = demo.posts("yes", told["session"])
    assert told["speech"] == "Breaking Bad is already being downloaded. It should be available soon!"


def test_the_matrix_waits_for_approval(demo: House):
    told = demo.posts("download The Matrix")
    assert "This has already been requested and is pending approval." in told["speech"]
    told = demo.posts("yes", told["session"])
    assert told["speech"] == "The Matrix has already been requested and is waiting for approval."


def test_a_new_show_is_asked_about_and_requested_once(demo: House):
    show = next(
        work.details
        for work in demo.built.watch.backend._works.values()  # type: ignore[attr-defined]
        if work.details.title.kind is Kind.TV
        and work.details.title.availability is MISSING
        and len(work.details.regular_seasons) == 5
    )
    session = demo.posts(f"get the show {show.title.name}")["session"]
    told = demo.posts("yes", session)
    assert told["speech"] == "It has five seasons. Which ones would you like?"
    told = demo.posts("seasons one and two", session)
    assert told["request"]["seasons"] == [1, 2]
    assert f"seasons one and two of {show.title.name}" in told["speech"]
    again = demo.posts(f"get season one of {show.title.name}")["session"]
    assert "already" in demo.posts("yes", again)["speech"]


def test_no_leads_on_to_the_end(demo: House):
    session = demo.posts("get dune")["session"]
    said = []
    for _ in range(12):
        said.append(demo.posts("no", session))
        if said[-1]["state"] == "idle":
            break
    assert said[0]["speech"].startswith("What about ")
    assert said[-1]["speech"] == "That was everything I found for dune. Which other title would you like?"
    assert said[-1]["expect_reply"]


@pytest.mark.parametrize("words", ["yes please", "yes", "yeah"])
def test_ways_of_agreeing(demo: House, words: str):
    assert "already in your library" in demo.posts(words, demo.posts("download Jurassic Park")["session"])["speech"]


def test_no_thanks_help_repeat_cancel_and_stop(demo: House):
    offer = demo.posts("download Jurassic Park")
    session = offer["session"]
    assert demo.posts("say that again", session)["speech"] == offer["speech"]
    assert demo.posts("help", session)["expect_reply"]
    assert demo.posts("no thanks", session)["speech"].startswith(("What about", "That was everything"))
    for word in ("cancel", "stop", "never mind"):
        told = demo.posts(word, session)
        assert (told["speech"], told["expect_reply"]) == ("Okay. Goodbye!", False)


def test_a_request_moves_on_and_outlives_a_restart(build_house):
    pace = 100.0  # longer than a search is remembered
    demo = build_house(demo_pace_seconds=pace)
    session = demo.posts("get dune from 1984")["session"]
    told = demo.posts("yes", session)
    assert told["request"]["status"] == "pending"
    demo.restart()
    for seconds, words in ((0, "pending approval"), (pace, "being downloaded"), (2 * pace, "already in your library")):
        demo.waits(seconds)
        assert words in demo.posts("get dune from 1984")["speech"]


def test_two_demos_do_not_share_their_requests(build_house):
    mine, yours = build_house(), build_house()
    mine.posts("yes", mine.posts("get dune from 1984")["session"])
    assert yours.posts("get dune from 1984")["offer"]["availability"] == "missing"


def test_a_title_that_is_not_out_yet_says_when(demo: House):
    soon = next(
        work.details.title
        for work in demo.built.watch.backend._works.values()  # type: ignore[attr-defined]
        if (work.details.title.released or "") > "2026-11-20" and work.details.title.availability is MISSING
    )
    told = demo.posts(f"get {soon.name}")
    assert "which comes out on" in told["speech"]


def test_the_demo_says_that_it_is_the_demo(demo: House):
    demo.worker.run_due()
    backend = demo.client.get("/health").get_json()["backend"]
    assert (backend["type"], backend["reachable"], backend["key_accepted"]) == ("demo", True, True)


@pytest.mark.parametrize("said", ["tom hanks", "TOM HANKS", "hanks", "tom hank"])
def test_people_are_found_by_name(backend: DemoBackend, said: str):
    assert backend.people_called(said, timeout=1)[0].name == "Tom Hanks"


def test_what_somebody_plays_in_and_what_they_directed_is_as_far_along_as_it_is(backend: DemoBackend, clock: Clock):
    nolan = backend.people_called("christopher nolan", timeout=1)[0]
    made = {credit.title.name: credit.title for credit in backend.titles_of(nolan.id, timeout=1)}
    assert {"Inception", "Interstellar", "Oppenheimer"} <= made.keys()
    open_one = next(title for title in made.values() if title.availability is MISSING)
    backend.request(Wish(open_one), timeout=1)
    now = {credit.title.key: credit.title.availability for credit in backend.titles_of(nolan.id, timeout=1)}
    assert now[open_one.key] is PENDING


@pytest.mark.parametrize("number", [0, -1, 99999])
def test_a_person_that_the_demo_does_not_know(backend: DemoBackend, number: int):
    with pytest.raises(TitleUnknown):
        backend.titles_of(number, timeout=1)
