"""One search climbs the ladder: no further than needed, in time, and whatever fails on the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from intents import AskFor, NumberedSeasons, Prefer
from intents.ladder import Step
from intents.titles import Verdict
from intents.titles.index import Index
from media import Details, Kind, Season, Title
from media_backends import BackendTooSlow, BackendUnavailable, BackendUnreachable, KeyRefused, Query
from tests.finding.exact_words import ExactWords
from tests.finding.searching import SPELLING, searched
from turns.deadline import Deadline
from turns.finding import Means, find

NOTHING_LEARNED = Index()


class Failing(ExactWords):
    """Fails for some words, hangs for others."""

    def __init__(self, *, fails: Collection[str] = (), hangs: Collection[str] = (), problem: Exception | None = None):
        super().__init__()
        self.fails, self.hangs, self.problem = fails, hangs, problem or BackendUnreachable("nobody there")
        self.released = threading.Event()

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        if query.text in self.fails or "*" in self.fails:
            self.asked.append(query.text)
            raise self.problem
        if query.text in self.hangs:
            self.released.wait(timeout)
            raise BackendTooSlow("no answer")
        return super().search(query, timeout=timeout)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as opened:
        yield opened


def test_words_that_find_it_cost_one_call(backend: ExactWords, learned: Index):
    found = searched("inception", backend, learned)
    assert found.ranking.verdict is Verdict.SURE
    assert backend.asked == ["inception"]
    assert found.calls == 1


def test_it_climbs_no_further_than_needed(backend: ExactWords, learned: Index):
    found = searched("jurasic whirled", backend, learned)
    assert found.ranking.titles[0].name == "Jurassic World"
    assert backend.asked == ["jurasic whirled", "Jurassic World"]
    assert [tried.rung.step for tried in found.tried] == [Step.LITERAL, Step.INDEX]


def test_what_nobody_knows_costs_no_more_calls_than_allowed(backend: ExactWords, learned: Index):
    found = searched("krondle vask of the umbrella", backend, learned, most_calls=5)
    assert found.calls == len(backend.asked) <= 5
    assert not found.ranking.candidates


def test_the_year_is_asked_for_with_the_words_as_they_were_said(backend: ExactWords, learned: Index):
    found = searched(AskFor("dune", years=(1984, 1984)), backend, learned)
    assert found.ranking.titles[0].year == 1984
    assert found.calls == 1


def test_details_are_read_only_where_people_or_seasons_must_tell_titles_apart(backend: ExactWords, learned: Index):
    searched(AskFor("the office"), backend, learned)
    assert backend.asked == ["the office"]
    found = searched(AskFor("the office", people=("ricky gervais",)), backend, learned)
    assert found.ranking.titles[0].year == 2001
    assert {"tv:2996", "tv:2316"} <= set(backend.asked)
    assert found.calls == 3


def test_newest_and_oldest_need_no_details(backend: ExactWords, learned: Index):
    found = searched(AskFor("suspiria", prefer=Prefer.OLDEST), backend, learned)
    assert found.ranking.titles[0].year == 1977
    assert backend.asked == ["suspiria"]


def test_a_season_that_a_show_does_not_have_points_to_its_namesake(learned: Index):
    class Long(ExactWords):
        def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
            told = super().details(kind, title_id, language=language, timeout=timeout)
            seasons = tuple(Season(number) for number in range(1, 9 if told.title.year == 1998 else 3))
            return Details(told.title, seasons)

    found = searched(AskFor("charmed", seasons=NumberedSeasons((8,))), Long(), learned)
    assert found.ranking.titles[0].year == 1998


def test_a_collection_counts_the_films_of_a_series(learned: Index):
    class Collecting(ExactWords):
        abilities = ExactWords.abilities.fget(ExactWords()) | {"collections"}  # type: ignore[attr-defined]

    found = searched("rocky two", Collecting(), learned)
    assert found.ranking.titles[0].name == "Rocky II"


def test_one_rung_that_fails_does_not_sink_the_others(learned: Index):
    backend = Failing(fails={"jurasic whirled"})
    assert searched("jurasic whirled", backend, learned).ranking.titles[0].name == "Jurassic World"


def test_where_every_rung_fails_nothing_is_known():
    backend = Failing(fails={"*"})
    with pytest.raises(BackendUnreachable):
        searched("dune", backend, NOTHING_LEARNED)
    assert len(backend.asked) <= 4  # nobody there: it is not asked eight times


def test_nothing_found_with_a_question_unanswered_is_not_nothing():
    with pytest.raises(BackendUnavailable):
        searched("krondle vask", Failing(fails={"krondle vask"}), NOTHING_LEARNED)


def test_a_refused_key_is_told_at_once(learned: Index):
    with pytest.raises(KeyRefused):
        searched("dune", Failing(fails={"*"}, problem=KeyRefused("no")), learned)


def test_slow_rungs_are_not_waited_for(pool: ThreadPoolExecutor, learned: Index):
    backend = Failing(hangs={"jurasic whirled"})
    began = time.monotonic()
    means = Means(backend, pool, SPELLING, learned, "en")
    found = find(AskFor("jurasic whirled"), means, Deadline.after(1.0, time.monotonic))
    backend.released.set()
    assert found.ranking.titles[0].name == "Jurassic World"
    assert time.monotonic() - began < 0.9


def test_no_answer_in_time_is_told_before_the_deadline_is_long_over(pool: ThreadPoolExecutor):
    backend = Failing(hangs={"dune"})
    began = time.monotonic()
    means = Means(backend, pool, SPELLING, NOTHING_LEARNED, "en", 1)
    with pytest.raises(BackendTooSlow):
        find(AskFor("dune"), means, Deadline.after(0.2, time.monotonic))
    backend.released.set()
    assert time.monotonic() - began < 0.6


def test_an_exact_name_ends_the_climb_only_where_the_index_expects_no_better(pool: ThreadPoolExecutor):
    famous = Title(Kind.MOVIE, 1, "Neighbors", 2014, votes=6000)
    namesake = Title(Kind.TV, 2, "The Neighbors", 2012, votes=150)

    class FamousComesLate(ExactWords):
        def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
            if query.text == "Neighbors":
                seen.wait(5)
                return (famous,)
            if query.text == "The Neighbors":
                threading.Timer(0.1, seen.set).start()
                return (namesake,)
            return ()

    seen = threading.Event()
    means = Means(FamousComesLate(), pool, SPELLING, Index((famous, namesake), SPELLING), "en")
    found = find(AskFor("neighbours"), means, Deadline.after(5, time.monotonic))
    assert found.ranking.titles[0] == famous
