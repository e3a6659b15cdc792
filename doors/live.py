"""What happens to requests, told while it happens: one look at the database each second wakes whoever watches.

Each process looks by itself, so what another one wrote is seen as well. Nothing is looked at while nobody watches.
A watcher holds a thread of the server for as long as it stays: seats are few, so that turns never wait for one.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from storage.listing import Told
    from storage.timeline import Happening

log = logging.getLogger(__name__)

#: Read in one go.
MOST: Final = 100
#: What happened last is kept at hand for watchers that are a little behind; the others read for themselves.
RECENT: Final = 500
#: PostgreSQL hands out ids before it commits: a gap may be something that is about to be there. Seconds.
GRACE: Final = 5.0
#: Seconds after which whoever waits has noticed that the process ends.
TICK: Final = 0.25


class Reads(Protocol):
    """Where it is written what happened (storage does)."""

    def since(self, event: int, most: int) -> tuple[Sequence[Happening], Sequence[Told]]: ...


@dataclass(frozen=True, slots=True)
class Pace:
    """All in seconds."""

    look: float = 1.0  # at the database
    heartbeat: float = 15.0  # proxies give up on what is silent for a minute
    lasts: float = 240.0  # then a watcher has to come back, and may find its seat taken


@dataclass(frozen=True, slots=True)
class Batch:
    """What happened, the first first; `last` is how far that goes, to go on from."""

    told: tuple[Told, ...]
    last: int


class Watcher:
    """One who watches: iterate over what happens, in batches; an empty one says that nothing did for a while.

    Ends by itself. Must be closed.
    """

    def __init__(self, live: Live, place: int, until: float, is_there: Callable[[], bool]) -> None:
        self._live, self.place, self.until, self.is_there = live, place, until, is_there

    def __iter__(self) -> Watcher:
        return self

    def __next__(self) -> Batch:
        batch = self._live.next_for(self)
        if batch is None:
            raise StopIteration
        self.place = batch.last
        return batch

    @property
    def is_over(self) -> bool:
        """True where nobody may watch any more: the process ends."""
        return self._live.is_over

    def close(self) -> None:
        """Give the seat back; any number of times."""
        self._live.leave(self)


class Live:
    """Who watches, and what there is to see. Safe for many threads."""

    def __init__(
        self,
        reads: Reads,
        last: Callable[[], int],
        now: Callable[[], float],
        clock: Callable[[], float],
        seats: int,
        pace: Pace = Pace(),
    ) -> None:
        """`last` gives the id of what happened last, `now` Unix seconds, `clock` monotonic ones."""
        self._reads, self._last, self._now, self._clock = reads, last, now, clock
        self._seats, self._pace = seats, pace
        self._changed = threading.Condition()
        self._watchers: set[Watcher] = set()
        self._recent: deque[Told] = deque()
        self._seen: int | None = None  # all up to here was looked at; None: nobody looks yet
        self._from = 0  # all between here and there is in `_recent`
        self._looking: threading.Thread | None = None
        self._stopped = False
        self._serves: Callable[[], bool] = lambda: True

    def start(self, serves: Callable[[], bool]) -> None:
        """From now on, all that watch are sent away as soon as `serves` says that the process is about to end."""
        self._serves = serves

    def stop(self) -> None:
        """Send all away, and let nobody in any more."""
        with self._changed:
            self._stopped = True
            looking = self._looking
            self._changed.notify_all()
        if looking is not None:
            looking.join()

    def place(self) -> int:
        """How far all is told that happened: whoever goes on from here misses nothing."""
        begin = max(0, self._last() - MOST)
        return self.after(begin).last

    def after(self, event: int) -> Batch:
        """What happened after that event, as far as it is read in one go."""
        happened, told = self._reads.since(event, MOST)
        if not happened:
            return Batch((), min(event, self._last()))  # a database that was put back knows less than we were told
        last, now = event, self._now()
        for one in happened:
            if one.id > last + 1 and one.at > now - GRACE:
                break
            last = one.id
        return Batch(tuple(one for one in told if one.happening.id <= last), last)

    def watch(self, place: int | None, is_there: Callable[[], bool] = lambda: True) -> Watcher | None:
        """A seat for somebody who has seen all up to there, or what is there now; None where none is free.

        `is_there` tells at once whether they still are: whoever leaves without a word gives their seat back so.
        """
        begin = self.place() if place is None else min(place, self._last())
        watcher = Watcher(self, begin, self._clock() + self._pace.lasts, is_there)
        with self._changed:
            if self.is_over or len(self._watchers) >= self._seats:
                return None
            self._watchers.add(watcher)
            if self._looking is None:
                self._recent.clear()
                self._seen = None
                self._looking = threading.Thread(target=self._look, name="live", daemon=True)
                self._looking.start()
        return watcher

    def leave(self, watcher: Watcher) -> None:
        """See Watcher.close."""
        with self._changed:
            self._watchers.discard(watcher)
            self._changed.notify_all()

    def next_for(self, watcher: Watcher) -> Batch | None:
        """What is new to this one, an empty batch after a while without; None when it has to go."""
        until = min(self._clock() + self._pace.heartbeat, watcher.until)
        with self._changed:
            while (seen := self._seen) is None or watcher.place >= self._from:
                if self.is_over or self._clock() >= watcher.until or not watcher.is_there():
                    return None
                new = tuple(one for one in self._recent if one.happening.id > watcher.place)
                if new or self._clock() >= until:
                    return Batch(new, max(watcher.place, seen or 0))
                self._changed.wait(min(TICK, until - self._clock()))
            begin = self._from
        try:
            batch = self.after(watcher.place)
        except SQLAlchemyError:
            log.warning("What happened cannot be read: somebody who watches is sent away.")
            return None
        return batch if batch.last > watcher.place else Batch((), begin)

    @property
    def is_over(self) -> bool:
        """True from when the process is about to end."""
        return self._stopped or not self._serves()

    def _look(self) -> None:
        """Look again and again, until nobody watches any more."""
        while self._somebody_watches():
            is_all = True
            try:
                if self._seen is None:
                    self._begin(self.place())
                else:
                    batch = self.after(self._seen)
                    self._show(batch)
                    is_all = len(batch.told) < MOST
            except SQLAlchemyError:
                log.warning("What happened cannot be read; trying again.")
            if is_all:
                self._rest()

    def _somebody_watches(self) -> bool:
        with self._changed:
            if self._watchers and not self.is_over:
                return True
            self._looking = None
            self._changed.notify_all()
            return False

    def _begin(self, place: int) -> None:
        with self._changed:
            self._seen = self._from = place
            self._changed.notify_all()

    def _show(self, batch: Batch) -> None:
        with self._changed:
            self._seen = batch.last
            self._recent.extend(batch.told)
            while len(self._recent) > RECENT:
                self._from = self._recent.popleft().happening.id
            if batch.told:
                self._changed.notify_all()

    def _rest(self) -> None:
        until = self._clock() + self._pace.look
        with self._changed:
            while self._watchers and not self.is_over and (left := until - self._clock()) > 0:
                self._changed.wait(min(TICK, left))
