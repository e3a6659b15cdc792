"""Building the outside of a turn once, for all turns of a service."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intents import SeasonGroup
from media_caches import Memory
from turns.ahead import LookAhead
from turns.effects import World

if TYPE_CHECKING:
    from collections.abc import Callable

    from media_backends import MediaBackend
    from turns.effects import News, People
    from turns.learned import LearnedTitles
    from turns.outside import Outside
    from turns.sending import Outbox


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the owner has set for every turn: how much may be asked of the backend, and which seasons to ask it for."""

    threads: int  # calls under way at once
    searches: int  # calls for one search
    by_default: str | None = None  # where nobody named any, the value of a SeasonGroup; None: they are asked


def open_world(  # the parts of a service, by name
    backend: Callable[[], MediaBackend],
    outbox: Outbox,
    people: People,
    news: News,
    learned: LearnedTitles,
    outside: Outside,
    bounds: Bounds,
) -> World:
    """The world of every turn of one service; `backend` is asked anew each time."""
    pool = ThreadPoolExecutor(bounds.threads, thread_name_prefix="backend")
    # Looking ahead takes a quarter of the threads at most: whoever speaks goes first.
    looks_at_once = min(outside.looks_at_once, bounds.threads // 4)
    return World(
        grammar=learned.grammar,
        backend=backend,
        pool=pool,
        outbox=outbox,
        people=people,
        ahead=LookAhead(backend, pool, outside.monotonic, looks_at_once),
        memory=Memory(backend, outside.monotonic),
        index=learned.of,
        searches=bounds.searches,
        today=outside.today,
        pause=outside.pause,
        by_default=SeasonGroup(bounds.by_default) if bounds.by_default else None,
        news=news,
    )
