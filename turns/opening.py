"""Building the outside of a turn once, for all turns of a service."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from intents import SeasonGroup
from media_caches import Memory
from turns.ahead import LookAhead
from turns.world import Deciders, World

if TYPE_CHECKING:
    from collections.abc import Callable

    from media_backends import MediaBackend
    from turns.learned import LearnedTitles
    from turns.linking import Codes
    from turns.outside import Outside
    from turns.sending import Outbox
    from turns.world import Follows, People, TellsNews


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the owner has set for every turn: how much may be asked of the backend, and which seasons to ask it for."""

    threads: int  # calls under way at once
    searches: int  # calls for one search
    deciders: str = Deciders.LINKED  # who may approve by voice
    by_default: str | None = None  # where nobody named any, the value of a SeasonGroup; None: they are asked
    zone: str = ""  # whose day it is for whoever does not say, an IANA name; empty: this machine's


class Tidings(Protocol):
    """What somebody has not heard yet."""

    @property
    def take(self) -> TellsNews: ...


class Kept(Protocol):
    """What is remembered (storage keeps it)."""

    @property
    def outbox(self) -> Outbox: ...
    @property
    def people(self) -> People: ...
    @property
    def codes(self) -> Codes: ...
    @property
    def browsing(self) -> Follows: ...
    @property
    def tidings(self) -> Tidings: ...


def open_world(
    backend: Callable[[], MediaBackend], kept: Kept, learned: LearnedTitles, outside: Outside, bounds: Bounds
) -> World:
    """The world of every turn of one service; `backend` is asked anew each time."""
    pool = ThreadPoolExecutor(bounds.threads, thread_name_prefix="backend")
    # Looking ahead takes a quarter of the threads at most: whoever speaks goes first.
    looks_at_once = min(outside.looks_at_once, bounds.threads // 4)
    return World(
        grammar=learned.grammar,
        backend=backend,
        pool=pool,
        outbox=kept.outbox,
        people=kept.people,
        codes=kept.codes,
        following=kept.browsing,
        ahead=LookAhead(backend, pool, outside.monotonic, looks_at_once),
        memory=Memory(backend, outside.monotonic),
        index=learned.of,
        searches=bounds.searches,
        today=lambda zone: outside.today(zone or bounds.zone),
        pause=outside.pause,
        by_default=SeasonGroup(bounds.by_default) if bounds.by_default else None,
        deciders=Deciders(bounds.deciders),
        now=outside.now,
        news=kept.tidings.take,
    )
