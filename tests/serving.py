"""A running service for tests: the real application on a real socket of this machine, gone again without a trace."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from werkzeug.serving import WSGIRequestHandler, make_server

from settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

#: Seconds that threads may take to end once they were told to.
PATIENCE = 5.0


class OneAtATime(WSGIRequestHandler):
    """Ends each connection with its answer, so that a stopped server is silent at once."""

    protocol_version = "HTTP/1.0"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's name for it
        """Say nothing: a test's output is its own."""


def settings_in(folder: Path, **given: Any) -> Settings:
    """Settings of a service whose database lies in `folder`: the demo, unless `given` names a backend."""
    named = {"database_url": f"sqlite:///{folder / 'overtalkerr.db'}", "media_backend_url": None, "_env_file": None}
    return read_settings(**(named | given))


@contextmanager
def served(app: Flask, port: int = 0) -> Iterator[str]:
    """Serve `app` as `python -m app` does, worker included, and hand out its address, "http://127.0.0.1:40123".

    Afterwards nothing of it is left: AssertionError names threads that go on.
    """
    before = set(threading.enumerate())
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=OneAtATime)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="serving")
    house = app.extensions["overtalkerr"]
    house.start()
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        house.stop()
        left = _left_over(before)
        assert not left, f"still running: {left}"


def _left_over(before: set[threading.Thread]) -> list[str]:
    until = time.monotonic() + PATIENCE
    for thread in set(threading.enumerate()) - before:
        thread.join(max(0.0, until - time.monotonic()))
    return [thread.name for thread in set(threading.enumerate()) - before]
