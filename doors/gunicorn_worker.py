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

    Here the reading half of their connections is shut after a while. Whoever has been read is let be, for a connection
    that is shut looks as if they had left.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reading: dict[Any, tuple[float, Any]] = {}  # until when, and the call once its headers are read

    def handle(self, conn: Any) -> Any:
        """One call of a connection, in a thread."""
        self._reading[conn] = time.monotonic() + MOST_SECONDS, None
        try:
            return super().handle(conn)
        finally:
            self._reading.pop(conn, None)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """What follows once its headers are read."""
        if reading := self._reading.get(conn):  # it is none where it was shut at this moment
            self._reading[conn] = reading[0], req
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """What gunicorn does once a second with connections on which nothing came; here for half calls as well."""
        super().murder_pending()
        now = time.monotonic()
        for conn, (until, call) in list(self._reading.items()):
            if until < now:
                self._reading.pop(conn, None)
                if call is None or not _is_read(call):
                    with suppress(OSError):  # it may have ended just now
                        conn.sock.shutdown(socket.SHUT_RD)


def _is_read(call: Any) -> bool:
    """Whether its body is, too: of a length that counts down, or in chunks that are parsed until there is no more."""
    reader = call.body.reader
    return getattr(reader, "length", None) == 0 or getattr(reader, "parser", reader) is None
