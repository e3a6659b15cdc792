"""Serving by hand: `python -m app` on one small box, with an address to click and clear words when it cannot start."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
import threading
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from werkzeug.serving import make_server

from doors.in_flight import InFlight
from logs import Cleaner, open_log
from media_errors import BackendError
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask import Flask
    from werkzeug.serving import BaseWSGIServer

    from settings import Settings

log = logging.getLogger(__name__)

#: Seconds for the turns in flight, when it is time to stop: the longest of a platform that gives up takes 6.5.
FOR_TURNS: Final = 7.0
#: For glibc: by default it keeps free memory for nearly each thread, of which Python lets one run at a time.
LITTLE_MEMORY: Final = {"MALLOC_ARENA_MAX": "2"}
#: How often it is looked whether to stop, in seconds.
GLANCE: Final = 0.2


def serve(create_app: Callable[[Settings, Cleaner], Flask], arguments: Sequence[str] = ()) -> None:
    """Read the settings, build the service, serve it until SIGTERM or Ctrl-C; end the process with 1 when it cannot.

    With the argument `--production`, gunicorn takes the place of this process once the settings have been checked.
    """
    try:
        settings = read_settings()
        if "--production" in arguments:
            _become_gunicorn(settings)
        cleaner = Cleaner(settings.secrets)
        open_log(settings.log_level, settings.log_format, cleaner)
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))  # nothing has begun yet
        with listen(settings) as listening:  # first of all: whoever comes early waits a moment and is not turned away
            _serve(create_app(settings, cleaner), settings, listening)
        _leave()
    except (SettingsError, BackendError, DatabaseUnusable) as problem:
        sys.exit(f"Overtalkerr cannot start.\n{problem}")


def _serve(app: Flask, settings: Settings, listening: socket.socket) -> None:
    in_flight = InFlight(app)
    server = make_server(settings.host, settings.port, in_flight, threaded=True, fd=listening.fileno())
    listening.close()  # the server has a copy
    house = app.extensions["overtalkerr"]
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, partial(_end, server, house))
    house.start()
    _say_where(settings, house.watch.sight.type)
    server.serve_forever(poll_interval=GLANCE)
    log.info("Stopping.")
    if left := in_flight.wait(FOR_TURNS):
        log.warning("%d calls were not answered in time.", left)
    house.stop()


def _end(server: BaseWSGIServer, house: Any, _number: int, _frame: object) -> None:
    """Take no more calls and begin no more work. Whoever presses Ctrl-C again ends it at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    house.wind_down()
    # It waits for the loop that this very thread runs.
    threading.Thread(target=server.shutdown, name="ending", daemon=True).start()


def _become_gunicorn(settings: Settings) -> None:
    listen(settings).close()  # gunicorn would try a taken port again and again
    told = {"HOST": settings.host, "PORT": str(settings.port), "WEB_THREADS": str(settings.web_threads)}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", f"{__name__}:for_gunicorn('app')"]
    os.execve(sys.executable, command, LITTLE_MEMORY | os.environ | told)  # noqa: S606 - ourselves, with arguments of our own


def for_gunicorn(front_door: str) -> Flask:
    """The service that this module makes, as gunicorn opens it in its worker: what is wrong is told in its own words.

    Raises AppImportError, which gunicorn prints as it is; of anything else it would print where in the code it was.
    """
    try:
        app: Flask = import_module(front_door).create_app()
    except (SettingsError, BackendError, DatabaseUnusable) as problem:
        from gunicorn.errors import AppImportError  # type: ignore[import-untyped]

        raise AppImportError(f"Overtalkerr cannot start.\n{problem}") from None
    return app


def _leave() -> None:
    """End now: Python would wait for calls that hang, for up to 50 s. What is owed is written down."""
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def listen(settings: Settings) -> socket.socket:
    """A socket that listens on HOST and PORT. Raises SettingsError, which says what is wrong with them."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=128)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            message = f"Port {settings.port} is taken. Stop what listens there, or choose another with PORT=…"
        else:
            message = f"Cannot listen on {settings.host} port {settings.port} ({problem}). Check HOST and PORT."
        raise SettingsError(message) from None


def _say_where(settings: Settings, backend: str) -> None:
    host = "localhost" if settings.host in {"0.0.0.0", "::", "127.0.0.1"} else settings.host  # noqa: S104 - compared, not bound
    demo = " It speaks with the built-in demo; set MEDIA_BACKEND_URL for your own server." if settings.is_demo else ""
    print(f"\n  Overtalkerr is up ({backend}).{demo}\n  Try it: http://{host}:{settings.port}/test\n", flush=True)  # noqa: T201 - meant for the person who typed the command
