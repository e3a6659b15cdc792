"""Learning titles from the owner's own request manager, a page at a time, in the background and politely.

A round goes through the charts. The first goes all the way, and one a month after it; those between, one a day, only
through the beginnings, where what is new stands. How far a round has come is kept, so that a restart goes on there.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final, Protocol

from errands.worker import Errand
from media import Availability, Chart, Progress
from media_backends import Ability, BackendBroken, BackendError, BackendUnavailable, KeyRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from media import Title
    from media_backends import MediaBackend


log = logging.getLogger(__name__)

PAGE_SIZE: Final = 20
#: TMDB lists no more pages of a chart.
MOST_PAGES: Final = 500
DAY: Final = 86_400.0
MONTH: Final = 30 * DAY
PATIENCE: Final = 5.0
#: Seconds until the next attempt, when a page could not be had.
AFTER_A_FAILURE: Final = 60.0
#: Seconds until we look again whether a language is spoken by now.
UNTIL_SPOKEN: Final = 2.0
#: Pages of a daily round, for each chart.
BEGINNING: Final = 15
#: Pages of what is popular today, in a round that goes all the way: most of it is among the most voted.
POPULAR: Final = 100
#: Whoever follows makes a new index after so many pages that another process learned, or after so many seconds of any.
FOLLOWED_BY: Final = 100
LAGS_BY: Final = 600.0
#: Seconds between two looks of whoever follows at how far the one that leads has come: one row is read.
FOLLOWS_EVERY: Final = 10.0
#: Who learns says so at each page; a minute after its last word another process takes over, in seconds.
LEADS_FOR: Final = AFTER_A_FAILURE + 60.0
#: What is in the library or was asked for is kept before everything else, what is new before what is merely known.
OURS, NEW = 1_000_000_000, 20_000
#: A new index is made when this share of it is new, and so many at least.
GROWN: Final = 0.1
GROWN_BY: Final = 200
_NEW_CHARTS: Final = frozenset({Chart.TRENDING, Chart.UPCOMING_MOVIES, Chart.UPCOMING_TV})

Page = tuple[Chart, int]


class Outside(Protocol):
    """Time, as it is handed in."""

    @property
    def now(self) -> Callable[[], float]:
        """Unix seconds."""

    @property
    def pause(self) -> Callable[[float], None]:
        """Sleeps so many seconds."""


class TitleStore(Protocol):
    """Where titles are kept (storage)."""

    language: str  # of the names, ISO 639-1

    def add(self, titles: Iterable[tuple[Title, int]]) -> int: ...
    def all(self) -> Iterator[Title]: ...
    def prune(self, most: int) -> int: ...
    def forget_all(self) -> None: ...
    def asked_for(self) -> Sequence[Title]: ...
    def progress(self) -> Progress | None: ...
    def note(self, progress: Progress) -> None: ...


class Learned(Protocol):
    """What turns know of titles (turns/learned.py)."""

    def take(self, language: str, titles: Iterator[Title]) -> None:
        """Make an index of them and put it in place."""

    def is_spoken(self, language: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Pace:
    """How much is learned, and how politely."""

    source: str  # the request manager's address: where another one answers, all is learned anew
    titles: int = 20_000  # so many are kept; 0: nothing is learned
    seconds: float = 1.0  # between two pages; 0: a whole round at once

    @classmethod
    def of(cls, source: str, titles: int, seconds: float) -> Pace:
        """As set; but without an address it is the demo, which asks nobody else and is learned at once."""
        return cls(source, titles, seconds if source else 0.0)


class Learning:
    """Learns titles from the backend and hands each new state of them to the turns."""

    def __init__(
        self,
        backend: Callable[[], MediaBackend],
        store: TitleStore,
        learned: Learned,
        pace: Pace,
        outside: Outside,
        titles_in: Callable[[str], str] = str,
        leads: Callable[[], bool] = lambda: True,
    ) -> None:
        """A language is learned from the first time on that it is spoken, and after a restart as before.

        `titles_in`: the tag that titles of a language (ISO 639-1) are asked for in, "pt-BR". Of several processes,
        the one that `leads` asks the backend, and the others take over what it learned.
        """
        self._backend, self._store, self._learned = backend, store, learned
        self._source = sha256(pace.source.encode()).hexdigest()
        self._pace, self._clock, self._pause = pace, outside.now, outside.pause
        self._titles_in, self._leads = titles_in(store.language), leads
        self._seen: Progress | None = None  # how far the one that leads was when we made our index
        self._loaded = False
        self._made = 0.0  # when we made our index, in Unix seconds
        self._size = self._new = 0  # titles in the index, and those learned since it was made
        self._exhausted: set[Chart] = set()

    @property
    def language(self) -> str:
        """In which language."""
        return self._store.language

    def run(self) -> float:
        """Learn the next page; returns the seconds until the one after it is wanted."""
        if not self._loaded:
            if not self._wanted():
                return UNTIL_SPOKEN
            self._load()
        if self._pace.titles <= 0 or Ability.CHARTS not in self._backend().abilities:
            return AFTER_A_FAILURE
        if not self._leads():
            return self._follow()
        progress = self._progress()
        if progress.ended is not None:
            return max(1.0, min(DAY, progress.began + DAY - self._clock()))
        try:
            while self._learn(progress) and not self._pace.seconds:
                progress = self._progress()
        except BackendUnavailable as problem:
            log.debug("Learning titles waits: %s", problem)
            if isinstance(problem, BackendBroken):  # this page may never come; the next one may
                self._store.note(replace(progress, step=progress.step + 1))
            return max(AFTER_A_FAILURE, problem.retry_after or 0.0)
        except BackendError as problem:
            log.info("Learning titles waits: %s", problem)
            return DAY / 24
        return self._pace.seconds

    def _follow(self) -> float:
        """Somebody else learns for all of us."""
        now, before = self._progress(), self._seen
        grown = 0 if before is None else now.step - before.step
        is_late = grown != 0 and self._clock() - self._made >= LAGS_BY
        if before is None or now.ended != before.ended or grown >= FOLLOWED_BY or is_late:
            self._seen = now
            self._make_index()
        return FOLLOWS_EVERY

    def _wanted(self) -> bool:
        return self._learned.is_spoken(self.language) or self._store.progress() is not None

    def _load(self) -> None:
        """What was learned before serves from the start."""
        progress = self._store.progress()
        if progress is not None and progress.source != self._source:
            self._store.forget_all()
        self._loaded, self._seen = True, progress
        self._make_index()

    def _progress(self) -> Progress:
        """Where the round stands; a new one when the last one is a day old."""
        now, progress = self._clock(), self._store.progress()
        if progress is None:
            return Progress(self._source, 0, now)
        is_due = progress.ended is not None and now - progress.began >= DAY
        return Progress(self._source, 0, now, None, progress.whole) if is_due else progress

    def _learn(self, progress: Progress) -> bool:
        """One page; False when it was the last of the round."""
        is_whole = progress.whole is None or progress.began - progress.whole >= MONTH
        pages = course(self._pace.titles if is_whole else 0)
        step = progress.step
        if step == 0:
            self._add((title, OURS) for title in self._store.asked_for())
        while step < len(pages) and pages[step][0] in self._exhausted:
            step += 1
        if step < len(pages):
            self._read(*pages[step])
            self._store.note(replace(progress, step=step + 1))
            return True
        self._end_round(replace(progress, ended=self._clock(), whole=self._clock() if is_whole else progress.whole))
        return False

    def _read(self, chart: Chart, page: int) -> None:
        try:
            titles = self._backend().chart(chart, page, language=self._titles_in, timeout=PATIENCE)
        except (BackendUnavailable, KeyRefused):
            raise
        except BackendError as problem:
            log.debug("No such chart there: %s", problem)
            titles = ()
        if not titles:
            self._exhausted.add(chart)
        self._add((title, worth(title, chart)) for title in titles)
        if self._new >= max(GROWN_BY, GROWN * self._size):
            self._make_index()

    def _add(self, titles: Iterable[tuple[Title, int]]) -> None:
        self._new += self._store.add(titles)

    def _end_round(self, progress: Progress) -> None:
        self._exhausted.clear()
        self._store.prune(self._pace.titles)
        self._store.note(progress)
        self._make_index()
        log.info("%d titles are known by now.", self._size)

    def _make_index(self) -> None:
        count = 0

        def unhurried() -> Iterator[Title]:
            nonlocal count
            for count, title in enumerate(self._store.all(), start=1):
                if count % 25 == 0:
                    self._pause(0.001)  # lets a turn that waits for the interpreter go first
                yield title

        self._learned.take(self.language, unhurried())
        self._size, self._new, self._made = count, 0, self._clock()


def worth(title: Title, chart: Chart) -> int:
    """What is ours, then what is new, then what many people know."""
    if title.availability is not Availability.MISSING:
        return OURS + title.votes
    return title.votes + (NEW if chart in _NEW_CHARTS else 0)


def course(titles: int) -> list[Page]:
    """The pages of a round in their order: the best known and the newest first.

    `titles`: how many are wanted; 0 for a round through the beginnings alone.
    """
    deep = min(MOST_PAGES, titles // PAGE_SIZE) if titles else BEGINNING
    pages = {
        Chart.MOST_VOTED_MOVIES: deep,
        Chart.MOST_VOTED_TV: deep,
        Chart.TRENDING: BEGINNING,
        Chart.UPCOMING_MOVIES: BEGINNING,
        Chart.UPCOMING_TV: BEGINNING,
        Chart.POPULAR_MOVIES: min(deep, POPULAR),
        Chart.POPULAR_TV: min(deep, POPULAR),
    }
    columns = [[(chart, page) for page in range(1, last + 1)] for chart, last in pages.items()]
    return [page for page in chain.from_iterable(zip_longest(*columns)) if page is not None]


def learn_titles(  # the parts of a service, by name
    backend: Callable[[], MediaBackend],
    stores: Iterable[TitleStore],
    learned: Learned,
    pace: Pace,
    outside: Outside,
    titles_in: Callable[[str], str] = str,
    hold: Callable[[str, float], bool] = lambda _key, _seconds: True,
) -> tuple[Errand, ...]:
    """One errand for each language that a store is kept in; `hold` says whether we lead in it (storage.jobs)."""

    def errand(store: TitleStore) -> Errand:
        name = f"learn titles ({store.language})"
        leads = partial(hold, name, LEADS_FOR)
        learning = Learning(backend, store, learned, pace, outside, titles_in, leads)
        return Errand(name, learning.run)

    return tuple(errand(store) for store in stores)
