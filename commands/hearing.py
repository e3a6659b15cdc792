"""What script/hear --explain adds to what was understood: the search, as the service would make it now."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Final

from commands.looking_in import existing_database
from commands.opening import open_backend
from intents import AskFor
from intents.titles.index import Index
from logs import Cleaner
from media import Chart
from media_backends import BackendError, BackendType
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable
from storage.titles import Titles
from turns.deadline import Deadline
from turns.explaining import lines
from turns.finding import Means
from turns.meaning import find_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from intents import Intent
    from intents.grammar import Grammar
    from media import Title
    from media_backends import MediaBackend
    from settings import Settings

#: Seconds for each call that is not the search, and for the whole search: whoever reads explanations has time.
PATIENCE: Final = 20.0


def explain_search(heard: Sequence[Intent], grammar: Grammar, settings: Settings | None = None) -> Iterator[str]:
    """The ladder and the ranking of what was heard, line by line; what stands in the way is told in a line too.

    Asks the request manager that is set (without one, the demo) and reads the learned titles; changes nothing.
    `settings` otherwise come from the environment.
    """
    readings = [intent for intent in heard if isinstance(intent, AskFor)]
    if not readings or readings[0] is not heard[0]:
        yield "no search: no title is asked for"
        return
    try:
        known = settings or read_settings()
    except SettingsError as problem:
        yield f"no search: {problem}"
        return
    cleaner = Cleaner(known.secrets)
    try:
        with _opened(known) as backend:
            for line in _searched(readings, grammar, known, backend):
                yield cleaner.clean(line)
    except (BackendError, DatabaseUnusable) as problem:
        yield cleaner.clean(f"no search: {problem}")


@contextmanager
def _opened(settings: Settings) -> Iterator[MediaBackend]:
    backend = open_backend(settings)
    try:
        backend.account(timeout=PATIENCE)  # teaches it what the server can do
        yield backend
    finally:
        backend.close()


def _searched(readings: Sequence[AskFor], grammar: Grammar, settings: Settings, backend: MediaBackend) -> Iterator[str]:
    index = Index(_learned(settings, backend, grammar.language), grammar.spelling)
    yield f"request manager: {backend.backend_type}, {len(index)} title{'' if len(index) == 1 else 's'} learned"
    with ThreadPoolExecutor(settings.backend_threads) as pool:
        means = Means(backend, pool, grammar.spelling, index, grammar.language, settings.searches_per_request)
        yield from lines(find_meaning(readings, means, Deadline.after(PATIENCE, time.monotonic)).searched)


def _learned(settings: Settings, backend: MediaBackend, language: str) -> Iterable[Title]:
    """What the service has learned by now; the demo is learned on the spot."""
    if backend.backend_type is BackendType.DEMO:
        return {title.key: title for title in _charted(backend, language)}.values()
    with existing_database(settings) as engine:
        return tuple(Titles(engine, language).all()) if engine else ()


def _charted(backend: MediaBackend, language: str) -> Iterator[Title]:
    for chart in Chart:
        for page in count(1):
            titles = backend.chart(chart, page, language=language, timeout=PATIENCE)
            if not titles:
                break
            yield from titles
