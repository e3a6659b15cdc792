"""Searching like someone who wants to find it: up the ladder, side by side, in time, and no further than needed."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from intents.ladder import Rung, Step, rungs
from intents.titles import Known, Ranker
from intents.titles.index import Index, clearly
from intents.titles.ranking import EXACT, FAIR, KNOWN_ENOUGH, LEAD
from intents.titles.series import by_release
from media_backends import Ability, BackendTooSlow, BackendUnavailable, Query, TitleUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from intents import AskFor
    from intents.spelling import Spelling
    from intents.titles import Ranking
    from media import Details, Title
    from media_backends import MediaBackend
    from turns.deadline import Deadline

#: Calls to the backend for one request of a person, where nothing else is set.
SEARCHES: Final = 8
#: Searches of one wave run side by side.
WAVE: Final = 3
#: Of the time left, a wave is given this share before the next one starts beside it.
SHARE: Final = 0.5
#: Found beyond doubt, where nothing else is known; found well enough, where the index knows no better.
BEYOND_DOUBT: Final = 0.88
ENOUGH: Final = 0.7
#: Finding a collection takes two searches at most, and reading it one call more.
COLLECTION_CALLS: Final = 3
#: So many names of the index are tried.
PROPOSALS: Final = 3
#: Details are fetched of this many titles of one name, where people or seasons have to tell them apart.
TIED_DETAILS: Final = 6
#: Titles whose likeness is this close may be of one name.
OF_ONE_NAME: Final = 0.12
#: A backend that finds at most so many, the first this well known and this many times better than the others, knows
#: it by another name.
FEW_HITS: Final = 4
WELL_KNOWN: Final = 150
FAR_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Tried:
    """A rung that was climbed, and how many titles it brought; None where no answer came."""

    rung: Rung
    hits: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of it, and how."""

    ranking: Ranking
    tried: tuple[Tried, ...]
    calls: int


@dataclass(frozen=True, slots=True)
class Means:
    """What a search is made with, handed in."""

    backend: MediaBackend
    pool: Executor
    spelling: Spelling
    index: Index
    language: str
    most_calls: int = SEARCHES
    remembered: Callable[..., tuple[Title, ...]] | None = None  # in place of backend.search: one with a short memory

    @property
    def search(self) -> Callable[..., tuple[Title, ...]]:
        """How titles are searched for."""
        return self.remembered or self.backend.search


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one rung brought."""

    titles: tuple[Title, ...]
    parts: tuple[Title, ...] = ()  # of a collection


def find(asked: AskFor, means: Means, deadline: Deadline) -> Finding:
    """The titles that were meant, ranked. Never later than the deadline.

    Raises BackendUnavailable where nothing was found and not every question was answered: it may be there after
    all. KeyRefused and RequestRefused pass through.
    """
    return _Search(asked, means, deadline).run()


class _Search:
    """One search on its way up the ladder."""

    def __init__(self, asked: AskFor, means: Means, deadline: Deadline) -> None:
        self._asked, self._means, self._deadline = asked, means, deadline
        self._ranker = Ranker(asked, means.spelling)
        self._known = Known()
        self._expected: Ranking | None = None  # what the index makes of it; None until it was asked
        self._pending: dict[Future[_Answer], Rung] = {}
        self._tried: list[Rung] = []
        self._hits: dict[Rung, int] = {}
        self._calls = 0
        self._failure: BackendUnavailable | None = None
        self._failed = 0

    def run(self) -> Finding:
        try:
            ranking = self._climb()
        finally:
            self._let_go()
        if not ranking.candidates and self._failure is not None:
            raise self._failure
        tied = self._to_tell_apart(ranking)
        if tied:
            self._known = replace(self._known, details=self._details_of(tied))
            ranking = self._ranker.ranking(self._known)
        tried = tuple(Tried(rung, self._hits.get(rung)) for rung in self._tried)
        return Finding(ranking, tried, self._calls + len(tied))

    def _to_tell_apart(self, ranking: Ranking) -> list[Title]:
        """Titles of one name that only their details can tell apart, where what was asked for needs that.

        Who plays in it is looked up of a single one, too: it may be another that is meant, which was not found.
        """
        asked = self._asked
        if not (asked.people or asked.seasons or asked.country) or not ranking.candidates:
            return []
        least = ranking.candidates[0].score.likeness - OF_ONE_NAME
        tied = [each.title for each in ranking.candidates if each.score.likeness >= least]
        if not (asked.people or asked.seasons) and all(title.countries for title in tied):
            return []  # that they told in the list already
        room = min(TIED_DETAILS, self._means.most_calls - self._calls)
        return tied[: max(0, room)] if len(tied) > 1 or asked.people else []

    def _details_of(self, titles: Sequence[Title]) -> dict[str, Details]:
        """What could be read of them in time."""
        asking = {self._means.pool.submit(self._look_up, title): title for title in titles}
        done, late = wait(asking, self._deadline.left)
        for future in late:
            future.cancel()
        found = {asking[future].key: future.result() for future in done if future.exception() is None}
        for future in done:
            problem = future.exception()
            if problem is not None and not isinstance(problem, BackendUnavailable | TitleUnknown):
                raise problem
        return found

    def _look_up(self, title: Title) -> Details:
        means = self._means
        return means.backend.details(title.kind, title.id, language=means.language, timeout=self._deadline.left)

    def _climb(self) -> Ranking:
        for wave in self._waves():
            self._send(wave)
            if self._gather(SHARE) or not self._deadline.left or self._failed == len(self._tried) > 1:
                break
        if self._pending and not self._is_found():
            self._gather(1.0)
        if self._pending:
            self._failure = self._failure or BackendTooSlow("the turn's time was over")
        return self._ranker.ranking(self._known)

    def _waves(self) -> Iterator[list[Rung]]:
        """The literal words alone, for they mostly do; then a few at a time."""
        means = self._means
        yield [Rung(Step.LITERAL, self._asked.title)]
        proposed, names = self._proposed(), self._names()
        ladder = islice(rungs(self._asked.title, means.spelling, names, means.index), 1, None)
        # What the index proposes is tried apart from the rest: mostly it is right, and the rest need not be asked.
        size = 1 if clearly(proposed, likeness=FAIR, lead=LEAD) else len(names) or WAVE
        while wave := list(islice(ladder, max(0, min(size, means.most_calls - self._calls)))):
            yield wave
            size = WAVE

    def _proposed(self) -> Ranking:
        """What the index makes of it: asked once, and only where the literal words did not settle it."""
        if self._expected is None:
            self._expected = self._means.index.propose(self._asked, self._means.spelling)
        return self._expected

    def _names(self) -> list[str]:
        """The exact names to search for: of the best of the index, as far as they were not found yet."""
        best = [each for each in self._proposed().candidates[:PROPOSALS] if each.title.key not in self._ranker]
        return list(dict.fromkeys(candidate.title.name for candidate in best))

    def _send(self, wave: Sequence[Rung]) -> None:
        for rung in wave:
            self._tried.append(rung)
            self._calls += self._price(rung)
            self._pending[self._means.pool.submit(self._ask, rung)] = rung

    def _price(self, rung: Rung) -> int:
        """How many calls a rung may take."""
        by_collection = rung.step is Step.SERIES and Ability.COLLECTIONS in self._means.backend.abilities
        return COLLECTION_CALLS if by_collection else 1

    def _ask(self, rung: Rung) -> _Answer:
        """What the backend has for one rung; in a thread of the pool."""
        if self._price(rung) > 1 and (parts := self._collected(rung.text)):
            return _Answer(parts, by_release(parts))
        return _Answer(self._means.search(self._query(rung), timeout=self._deadline.left))

    def _collected(self, series: str) -> tuple[Title, ...]:
        """The films of the collection that bears the name of the series; none where there is no such collection."""
        means = self._means
        said = means.spelling.spell(series).words
        for name in means.backend.collections(series, language=means.language, timeout=self._deadline.left)[:1]:
            if means.spelling.spell(name.name).words[: len(said)] == said:
                found = means.backend.collection(name.id, language=means.language, timeout=self._deadline.left)
                return found.parts
        return ()

    def _query(self, rung: Rung) -> Query:
        years = self._asked.years
        year = years[0] if years and years[0] == years[1] and rung.step is Step.LITERAL else None
        return Query(rung.text, self._asked.kind, year, self._means.language)

    def _gather(self, share: float) -> bool:
        """Take in answers until all are there, the right one is, or this share of the time is over; True if it is."""
        until = self._deadline.left * (1 - share)
        while self._pending and (patience := self._deadline.left - until) > 0:
            done, _ = wait(self._pending, patience, FIRST_COMPLETED)
            for future in done:
                self._take_in(future)
            if done and self._is_found():
                return True
        return False

    def _is_found(self) -> bool:
        """Whether climbing on would bring nothing better."""
        first = next(iter(self._ranker.ranking(self._known).candidates), None)
        if first is None:
            return False
        if self._expected is None and first.score.likeness >= EXACT and first.title.votes >= KNOWN_ENOUGH:
            return True  # the literal words did it
        proposed = self._proposed()
        expected = next(iter(proposed.candidates), None)
        if expected is None:
            return first.score.likeness >= BEYOND_DOUBT
        # Before the others of its wave are there, the first may lack its rival: then only what is clear is believed.
        if self._pending and not clearly(proposed, likeness=FAIR, lead=LEAD):
            return False
        is_best = first.title.key == expected.title.key or first.score.total >= expected.score.total
        return is_best and first.score.likeness >= ENOUGH

    def _take_in(self, future: Future[_Answer]) -> None:
        rung = self._pending.pop(future)
        try:
            answer = future.result()
        except BackendUnavailable as problem:
            self._failure = self._failure or problem
            self._failed += 1
            return
        self._hits[rung] = len(answer.titles)
        self._ranker.add(answer.titles)
        if rung.step is Step.SERIES:
            self._known = replace(self._known, whole_series=True, parts=answer.parts)
        if rung.step in {Step.LITERAL, Step.NUMBERS} and self._known.alias is None:
            self._known = replace(self._known, alias=self._alias(answer.titles))

    def _let_go(self) -> None:
        for future in self._pending:
            future.cancel()

    def _alias(self, titles: Sequence[Title]) -> str | None:
        """The title that the backend knows by the words said: it found few, this one first and by far the best known.

        Where its name holds the words, it was found by them and not by another name.
        """
        if not titles or len(titles) > FEW_HITS:
            return None
        first, *others = titles
        if first.votes < WELL_KNOWN or any(first.votes < FAR_AHEAD * other.votes for other in others):
            return None
        spell = self._means.spelling.spell
        is_named_so = spell(self._asked.title).telling <= set(spell(first.name).words)
        return None if is_named_so else first.key
