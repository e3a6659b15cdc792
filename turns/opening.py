"""Building the outside of a turn once, for all turns of a service."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from speech.hearing import grammar, languages
from turns.ahead import LookAhead
from turns.effects import World
from turns.learned import LearnedTitles

if TYPE_CHECKING:
    from collections.abc import Callable

    from media_backends import MediaBackend
    from turns.effects import People
    from turns.outside import Outside
    from turns.sending import Outbox


def open_world(
    backend: Callable[[], MediaBackend], outbox: Outbox, people: People, outside: Outside, *, threads: int
) -> tuple[World, LearnedTitles]:
    """The world, and where it looks up titles that are learned.

    `backend` is asked anew each time; `threads` is how many calls to it may be under way at once.
    """
    pool = ThreadPoolExecutor(threads, thread_name_prefix="backend")
    grammars = {language: grammar(language) for language in languages()}
    learned = LearnedTitles(grammars)
    world = World(
        grammar=grammars.__getitem__,
        backend=backend,
        pool=pool,
        outbox=outbox,
        people=people,
        ahead=LookAhead(backend, pool, outside.monotonic, outside.looks_at_once),
        today=outside.today,
        pause=outside.pause,
        index=learned.of,
    )
    return world, learned
