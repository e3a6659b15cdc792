"""Searching in tests: a pool that does everything at once, in the caller's thread, and time enough."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from intents import AskFor
from intents.titles.index import Index
from media_backends import MediaBackend
from tests.speech.languages import grammar_of
from turns.deadline import Deadline
from turns.finding import Finding, Means, find

SPELLING = grammar_of("en").spelling


class AtOnce(Executor):
    """Does what is submitted before it returns."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **named))
        except Exception as problem:  # noqa: BLE001 - whatever it is, it belongs to whoever asks for the result
            future.set_exception(problem)
        return future


def searched(asked: AskFor | str, backend: MediaBackend, index: Index, most_calls: int = 8) -> Finding:
    asked = AskFor(asked) if isinstance(asked, str) else asked
    means = Means(backend, AtOnce(), SPELLING, index, "en", most_calls)
    return find(asked, means, Deadline.after(30, time.monotonic))
