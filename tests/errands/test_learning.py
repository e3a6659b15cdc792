"""Titles are learned a page at a time, politely, and a restart goes on where it stood."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from errands.learning import (
    AFTER_A_FAILURE,
    DAY,
    FOLLOWS_EVERY,
    LAGS_BY,
    OURS,
    UNTIL_SPOKEN,
    Learning,
    Pace,
    course,
    worth,
)
from media import Availability, Chart, Kind, Title, Wish
from media_backends import Ability, BackendBroken, BackendError, BackendUnreachable
from speech.hearing import grammar
from storage.outbox import Outbox
from storage.titles import Titles
from tests.fake_backend import FakeBackend
from tests.house import Clock
from turns.learned import NO_INDEX, LearnedTitles
from turns.outside import Outside


class Charting(FakeBackend):
    """Has two pages of films and one of shows, and says what it was asked."""

    def __init__(self) -> None:
        super().__init__(())
        self.can = frozenset({Ability.CHARTS})
        self.pages: list[tuple[Chart, int]] = []
        self.problem: Exception | None = None

    def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
        del language, timeout
        self.pages.append((chart, page))
        if self.problem is not None:
            raise self.problem
        if chart is Chart.UPCOMING_TV:
            raise BackendError("no such chart")
        kind = Kind.TV if "tv" in chart else Kind.MOVIE
        last = {Chart.MOST_VOTED_MOVIES: 2, Chart.MOST_VOTED_TV: 1}.get(chart, 0)
        if page > last:
            return ()
        return tuple(Title(kind, 100 * page + at, f"{chart} {page} {at}", 2000, votes=100 - at) for at in range(20))


class House:
    """A learner over a real database."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine, self.clock, self.backend = engine, clock, Charting()
        self.store = Titles(engine, "en")
        self.known: list[str] = []
        self.paused = 0.0
        self.spoken = {"en"}
        self.leads = True
        self.learning = self.learner()

    def learner(self, titles: int = 1000, seconds: float = 1.0, source: str = "http://nas:5055") -> Learning:
        outside = Outside(now=self.clock.now, pause=self.pause)
        return Learning(
            lambda: self.backend,
            self.store,
            self,
            Pace(source, titles, seconds),
            outside,
            leads=lambda: self.leads,
        )

    def pause(self, seconds: float) -> None:
        self.paused += seconds

    def take(self, language: str, titles: Iterator[Title]) -> None:
        assert language == "en"
        self.known = [title.name for title in titles]

    def is_spoken(self, language: str) -> bool:
        return language in self.spoken

    def runs_to_the_end(self, learning: Learning | None = None) -> None:
        for _ in range(1000):
            self.clock.turn(1)
            if (learning or self.learning).run() > AFTER_A_FAILURE:
                return
        raise AssertionError("the round does not end")


@pytest.fixture
def house(engine: Engine, clock: Clock) -> House:
    return House(engine, clock)


def test_it_learns_one_page_a_second(house: House):
    assert house.learning.run() == 1.0
    assert house.backend.pages == [(Chart.MOST_VOTED_MOVIES, 1)]


def test_a_round_learns_all_charts_and_then_rests_for_a_day(house: House):
    house.runs_to_the_end()
    assert len(house.known) == 60
    assert (Chart.MOST_VOTED_MOVIES, 3) in house.backend.pages  # the empty one, by which the end is known
    assert (Chart.MOST_VOTED_MOVIES, 4) not in house.backend.pages
    seen = len(house.backend.pages)
    assert house.learning.run() > DAY / 2
    assert len(house.backend.pages) == seen
    house.clock.turn(DAY)
    house.learning.run()
    assert len(house.backend.pages) == seen + 1


def test_a_restart_goes_on_where_it_stood(house: House):
    for _ in range(3):
        house.learning.run()
    again = house.learner()
    again.run()
    assert len(house.backend.pages) == len(set(house.backend.pages)) == 4


def test_a_language_is_learned_from_the_first_time_that_it_is_spoken(house: House):
    house.spoken.clear()
    assert [house.learning.run() for _ in range(3)] == [UNTIL_SPOKEN] * 3
    assert house.backend.pages == []
    house.spoken.add("en")
    house.runs_to_the_end()
    assert house.known


def test_a_language_that_was_spoken_before_the_restart_goes_on(house: House):
    house.learning.run()
    house.spoken.clear()
    house.clock.turn(1)
    assert house.learner().run() == 1.0


def test_what_was_learned_before_serves_from_the_start(house: House):
    house.runs_to_the_end()
    house.known = []
    house.learner().run()
    assert len(house.known) == 60


def test_making_the_index_leaves_room_for_turns(house: House):
    house.runs_to_the_end()
    assert house.paused > 0


def test_another_request_manager_is_learned_anew(house: House):
    house.runs_to_the_end()
    house.learner(source="http://elsewhere:5055").run()
    assert len(house.known) <= 20


def test_only_so_many_titles_are_kept_those_of_most_worth(house: House):
    learning = house.learner(titles=25)
    house.runs_to_the_end(learning)
    assert 20 <= len(house.known) <= 25


def test_it_can_be_switched_off(house: House):
    house.learner(titles=0).run()
    assert house.backend.pages == []


def test_a_backend_without_charts_is_not_asked(house: House):
    house.backend.can = frozenset()
    assert house.learning.run() == AFTER_A_FAILURE
    assert house.backend.pages == []


def test_a_server_that_does_not_answer_is_left_alone_for_a_while(house: House):
    house.backend.problem = BackendUnreachable("nobody there")
    assert house.learning.run() >= AFTER_A_FAILURE
    house.backend.problem = None
    house.learning.run()
    assert house.backend.pages == [(Chart.MOST_VOTED_MOVIES, 1)] * 2


def test_a_page_that_never_comes_is_passed_over(house: House):
    house.backend.problem = BackendBroken("500")
    house.learning.run()
    house.backend.problem = None
    house.learning.run()
    assert house.backend.pages == [(Chart.MOST_VOTED_MOVIES, 1), (Chart.MOST_VOTED_TV, 1)]


def test_what_people_asked_for_is_learned_and_kept(house: House):
    wish = Wish(Title(Kind.MOVIE, 9, "Nobody Else Knows This", 1999))
    Outbox(house.engine, house.clock.now).write(wish, channel="voice", speaker="")
    house.runs_to_the_end(house.learner(titles=20))
    assert "Nobody Else Knows This" in house.known


def test_in_the_demo_all_is_learned_at_once(house: House):
    house.learner(seconds=0.0).run()
    assert len(house.known) == 60


def test_what_is_ours_is_worth_more_than_what_is_new_and_that_more_than_what_is_known():
    plain = Title(Kind.MOVIE, 1, "One", votes=5000)
    ours = Title(Kind.MOVIE, 2, "Two", votes=5, availability=Availability.AVAILABLE)
    known, new = worth(plain, Chart.POPULAR_MOVIES), worth(plain, Chart.UPCOMING_MOVIES)
    assert worth(ours, Chart.POPULAR_MOVIES) >= OURS > new > known


def test_the_best_known_and_the_newest_come_first():
    pages = course(20_000)
    assert len(pages) == len(set(pages)) < 1500
    assert {page for _, page in pages[:7]} == {1}
    assert len(course(0)) < 150


def test_titles_are_learned_as_the_speakers_of_a_language_know_them(engine: Engine):
    asked: list[str] = []

    class Abroad(Charting):
        def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
            asked.append(language)
            return super().chart(chart, page, language=language, timeout=timeout)

    clock, backend = Clock(), Abroad()
    outside = Outside(now=clock.now, pause=lambda _seconds: None)
    learned = LearnedTitles(grammar, "pt")
    pace = Pace("http://nas:5055", 1000, 0.0)
    learning = Learning(
        lambda: backend, Titles(engine, "pt"), learned, pace, outside, titles_in={"pt": "pt-BR"}.__getitem__
    )
    learning.run()
    assert set(asked) == {"pt-BR"}
    assert learned.of("pt") is not NO_INDEX


def test_whoever_does_not_lead_asks_nobody_and_takes_over_what_the_other_process_learned(house: House):
    house.leads = False
    follows = house.learner()
    follows.run()
    assert (house.backend.pages, house.known) == ([], [])
    house.leads = True
    house.runs_to_the_end()
    asked, house.known = len(house.backend.pages), []
    house.leads = False
    assert follows.run() == FOLLOWS_EVERY
    assert len(house.known) == 60
    house.known = []
    follows.run()
    assert (house.known, len(house.backend.pages)) == ([], asked)


def test_whoever_follows_somebody_slow_takes_over_what_there_is_after_a_while(house: House):
    house.learning.run()
    house.leads = False
    follows = house.learner()
    follows.run()
    house.leads = True
    before = len(house.known)
    for _ in range(3):
        house.learning.run()
    house.leads, house.known = False, []
    follows.run()
    assert house.known == [], "three pages are not worth a new index yet"
    house.clock.turn(LAGS_BY)
    follows.run()
    assert len(house.known) > before
