"""Building the outside of a turn once, for all turns of a service."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from speech.hearing import grammar, languages
from turns.ahead import LookAhead
from turns.effects import World

if TYPE_CHECKING:
    from collections.abc import Callable

    from media_backends import MediaBackend
    from turns.effects import People
    from turns.outside import Outside
    from turns.sending import Outbox


def open_world(
    backend: Callable[[], MediaBackend], outbox: Outbox, people: People, outside: Outside, *, threads: int
) -> World:
    """`backend` is asked anew each time; `threads` is how many calls to it may be under way at once."""
    pool = ThreadPoolExecutor(threads, thread_name_prefix="backend")
    # Looking ahead takes a quarter of the threads at most: whoever speaks goes first.
    looks_at_once = min(outside.looks_at_once, threads // 4)
    grammars = {language: grammar(language) for language in languages()}
    return World(
        grammar=grammars.__getitem__,
        backend=backend,
        pool=pool,
        outbox=outbox,
        people=people,
        ahead=LookAhead(backend, pool, outside.monotonic, looks_at_once),
        today=outside.today,
        pause=outside.pause,
    )
