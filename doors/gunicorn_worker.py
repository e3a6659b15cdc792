"""gunicorn's worker with threads, in which nobody holds a thread by never finishing what they ask."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

#: Seconds in which a call has to be read, once something of it is there: platforms need a fraction of one.
MOST_SECONDS: Final = 5.0


@dataclass(slots=True)
class _Reading:
    """A call that is in hand."""

    until: float | None = (
        None  # None: nothing of it was seen to be there yet; for that, gunicorn has a limit of its own
    )
    call: Any = None  # once its headers are read

    @property
    def is_over(self) -> bool:
        """Whether its body is read, too: its length counts down, its chunks are parsed until there is no more."""
        if self.call is None:
            return False
        reader = self.call.body.reader
        return getattr(reader, "length", None) == 0 or getattr(reader, "parser", reader) is None


class Worker(ThreadWorker):  # type: ignore[misc]
    """gunicorn reads a call for as long as it takes, and a handful of calls that never end take every thread there is.

    Here the reading half of their connections is shut after a while. Whoever has been read is let be, for a connection
    that is shut looks as if they had left.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_hand: dict[Any, _Reading] = {}  # by connection

    def handle(self, conn: Any) -> Any:
        """One call of a connection, in a thread."""
        self._in_hand[conn] = _Reading()
        try:
            return super().handle(conn)
        finally:
            del self._in_hand[conn]

    def handle_request(self, req: Any, conn: Any) -> Any:
        """What follows once its headers are read."""
        self._in_hand[conn].call = req
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """What gunicorn does once a second with connections on which nothing came; here for half calls as well."""
        super().murder_pending()
        now = time.monotonic()
        for conn, reading in list(self._in_hand.items()):
            if reading.until is None:
                reading.until = now + MOST_SECONDS if conn.initialized else None
            elif reading.until < now and not reading.is_over:
                with suppress(OSError):  # it may have ended just now, or been shut a second ago
                    conn.sock.shutdown(socket.SHUT_RD)
