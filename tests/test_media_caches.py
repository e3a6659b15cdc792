"""What may be remembered is asked for once; what must be true now is asked for each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from media import Availability, Kind
from media_backends import BackendUnreachable, Query
from media_caches import Memory, TtlCache
from tests.fake_backend import DUNE, FakeBackend
from tests.house import StoppedClock


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def backend() -> FakeBackend:
    return FakeBackend()


@pytest.fixture
def memory(backend: FakeBackend, clock: StoppedClock) -> Memory:
    return Memory(lambda: backend, clock)


def test_a_search_is_made_once_in_a_minute(memory: Memory, backend: FakeBackend, clock: StoppedClock):
    found = memory.search(Query("dune"), timeout=1)
    clock.now = 59.9
    assert memory.search(Query("dune"), timeout=1) == found
    assert backend.calls == ["search"]
    clock.now = 60.0
    memory.search(Query("dune"), timeout=1)
    assert backend.calls == ["search", "search"]


def test_searches_that_differ_in_anything_are_apart(memory: Memory, backend: FakeBackend):
    for query in (Query("dune"), Query("dune", Kind.TV), Query("dune", year=1984), Query("dune", language="de")):
        memory.search(query, timeout=1)
    assert len(backend.calls) == 4


def test_nothing_found_is_remembered_too(memory: Memory, backend: FakeBackend):
    assert memory.search(Query("xyzzy"), timeout=1) == memory.search(Query("xyzzy"), timeout=1) == ()
    assert backend.calls == ["search"]


def test_how_far_along_a_title_is_is_asked_for_each_time(memory: Memory, backend: FakeBackend):
    memory.described(Kind.MOVIE, DUNE.title.id, timeout=1)
    backend.now_has(replace(DUNE, title=replace(DUNE.title, availability=Availability.AVAILABLE)))
    truth = memory.details(Kind.MOVIE, DUNE.title.id, timeout=1)
    assert truth.title.availability is Availability.AVAILABLE
    assert backend.calls == ["details", "details"]


def test_a_description_holds_for_five_minutes(memory: Memory, backend: FakeBackend, clock: StoppedClock):
    memory.details(Kind.MOVIE, DUNE.title.id, timeout=1)
    clock.now = 299.0
    memory.described(Kind.MOVIE, DUNE.title.id, timeout=1)
    assert backend.calls == ["details"]
    memory.described(Kind.MOVIE, DUNE.title.id, language="de", timeout=1)
    clock.now = 300.0
    memory.described(Kind.MOVIE, DUNE.title.id, timeout=1)
    assert backend.calls == ["details", "details", "details"]


def test_a_failure_is_not_remembered(memory: Memory, backend: FakeBackend):
    backend.is_down(BackendUnreachable("away"))
    with pytest.raises(BackendUnreachable):
        memory.search(Query("dune"), timeout=1)
    backend.recovers()
    assert memory.search(Query("dune"), timeout=1)


def test_of_another_backend_nothing_is_remembered(clock: StoppedClock):
    backends = [FakeBackend(), FakeBackend()]
    memory = Memory(lambda: backends[-1], clock)
    memory.search(Query("dune"), timeout=1)
    backends.pop()
    memory.search(Query("dune"), timeout=1)
    assert backends[0].calls == ["search"]


def test_what_was_not_used_for_the_longest_time_goes_first(clock: StoppedClock):
    cache: TtlCache[str] = TtlCache(60.0, 2, clock)
    cache.put("a", "A")
    cache.put("b", "B")
    assert cache.get("a") == "A"
    cache.put("c", "C")
    assert (cache.get("a"), cache.get("b"), cache.get("c"), len(cache)) == ("A", None, "C", 2)


def test_people_and_their_titles_are_read_once_in_a_minute(memory: Memory, backend: FakeBackend, clock: StoppedClock):
    backend.has_titles_of("Zendaya", DUNE)

    def ask(language: str = "en") -> None:
        person = memory.people_called("zendaya", language=language, timeout=1)[0]
        assert [credit.title for credit in memory.titles_of(person.id, language=language, timeout=1)] == [DUNE.title]

    ask()
    clock.now = 59.9
    ask()
    assert backend.calls == ["people", "titles-of"]
    ask("de")
    clock.now = 60.0
    ask()
    assert backend.calls == ["people", "titles-of"] * 3


def test_titles_of_somebody_are_forgotten_with_a_request_and_who_they_are_is_not(memory: Memory, backend: FakeBackend):
    backend.has_titles_of("Zendaya", DUNE)
    for _ in range(2):
        memory.people_called("zendaya", language="en", timeout=1)
        memory.titles_of(1, language="en", timeout=1)
        memory.forget()
    assert backend.calls == ["people", "titles-of", "titles-of"]
