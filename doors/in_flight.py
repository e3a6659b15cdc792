"""Calls that came in and are not answered yet: whoever stops the service waits for them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from werkzeug.wsgi import ClosingIterator

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class InFlight:
    """Wraps an application and counts."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self._count = 0
        self._answered = threading.Condition()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """One call; it counts until its last byte is on its way."""
        with self._answered:
            self._count += 1
        try:
            return ClosingIterator(self._application(environ, start_response), self._leave)
        except BaseException:
            self._leave()
            raise

    def wait(self, patience: float) -> int:
        """Come back when all are answered, after `patience` seconds at the latest; how many are left then."""
        with self._answered:
            self._answered.wait_for(lambda: not self._count, patience)
            return self._count

    def _leave(self) -> None:
        with self._answered:
            self._count -= 1
            self._answered.notify_all()
