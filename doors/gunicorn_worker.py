"""gunicorn's worker with threads, in which nobody holds a thread by never finishing what they ask."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Any, Final

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

#: Seconds in which a call has to be read, from its first byte to its last: platforms need a fraction of one.
MOST_SECONDS: Final = 5.0


class Worker(ThreadWorker):  # type: ignore[misc]
    """gunicorn reads a call for as long as it takes, and a handful of calls that never end take every thread there is.

    Here the reading half of their connections is shut after a while. Whoever has been read does not notice.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._read_until: dict[Any, float] = {}

    def handle(self, conn: Any) -> Any:
        """One call of a connection, in a thread."""
        self._read_until[conn] = time.monotonic() + MOST_SECONDS
        try:
            return super().handle(conn)
        finally:
            self._read_until.pop(conn, None)

    def murder_pending(self) -> None:
        """What gunicorn does once a second with connections on which nothing came; here for half calls as well."""
        super().murder_pending()
        now = time.monotonic()
        for conn, until in list(self._read_until.items()):
            if until < now:
                self._read_until.pop(conn, None)
                with suppress(OSError):  # it may have ended just now
                    conn.sock.shutdown(socket.SHUT_RD)
