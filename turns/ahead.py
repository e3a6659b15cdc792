"""Looking ahead: while a person thinks about an offer, what their "yes" will need is fetched in the background."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dialogs.states import Offering

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from dialogs.states import State
    from media import Details, Title
    from media_backends import MediaBackend

#: A look older than this, in seconds, says nothing about now. People answer within it.
FRESH: Final = 30.0
MOST_KEPT: Final = 64
#: Seconds for one look.
PATIENCE: Final = 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """A look at a title, perhaps still under way."""

    began: float  # monotonic seconds
    details: Future[Details]

    @property
    def failed(self) -> bool:
        """True when it has come to its end and brought nothing."""
        return self.details.done() and (self.details.cancelled() or self.details.exception() is not None)

    @property
    def seen(self) -> Details | None:
        """What it brought; None while it is under way, and where it failed."""
        return self.details.result() if self.details.done() and not self.failed else None


class LookAhead:
    """Remembers looks at titles for as long as they are fresh; safe for many threads."""

    def __init__(
        self, backend: Callable[[], MediaBackend], pool: Executor, clock: Callable[[], float], at_once: int
    ) -> None:
        """`clock` counts seconds and never goes back; `pool` is shared with the turns.

        `at_once` is how many looks may be under way: looking ahead must never crowd out the turns. 0 is none.
        """
        self._backend, self._pool, self._clock, self._at_once = backend, pool, clock, at_once
        self._looks: OrderedDict[str, Look] = OrderedDict()
        self._under_way: set[Future[Details]] = set()  # those forgotten meanwhile too: they still hold a thread
        self._lock = threading.Lock()

    def think_of(self, state: State, language: str) -> None:
        """Begin what the next answer will need; returns at once."""
        if isinstance(state, Offering):
            self._begin(state.title, language)

    def look(self, title: Title, language: str) -> Look | None:
        """A fresh look at this title, perhaps still under way; None where there is none."""
        with self._lock:
            look = self._looks.get(_key(title, language))
        return look if look is not None and self._is_good(look) else None

    def forget(self, title: Title) -> None:
        """What was seen of this title is no longer so: a request was made."""
        with self._lock:
            for key in [key for key in self._looks if key.startswith(f"{title.key} ")]:
                del self._looks[key]

    def _begin(self, title: Title, language: str) -> None:
        key = _key(title, language)
        with self._lock:
            known = self._looks.get(key)
            if known is not None and self._is_good(known):
                return
            self._under_way = {asking for asking in self._under_way if not asking.done()}
            if len(self._under_way) >= self._at_once:
                return
            look = self._looks[key] = Look(self._clock(), self._pool.submit(self._ask, title, language))
            self._under_way.add(look.details)
            self._looks.move_to_end(key)
            while len(self._looks) > MOST_KEPT:
                self._looks.popitem(last=False)

    def _ask(self, title: Title, language: str) -> Details:
        return self._backend().details(title.kind, title.id, language=language, timeout=PATIENCE)

    def _is_good(self, look: Look) -> bool:
        return not look.failed and self._clock() - look.began <= FRESH


def _key(title: Title, language: str) -> str:
    return f"{title.key} {language}"
