"""Serving by hand: `python -m app` on one small box, with an address to click and clear words when it cannot start."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

from logs import Cleaner, open_log
from media_errors import BackendError
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask import Flask

    from settings import Settings

log = logging.getLogger(__name__)


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
        app = create_app(settings, cleaner)
        _serve(app, settings)
        _leave()
    except (SettingsError, BackendError, DatabaseUnusable) as problem:
        sys.exit(f"Overtalkerr cannot start.\n{problem}")


def _serve(app: Flask, settings: Settings) -> None:
    with listen(settings) as listening:
        server = make_server(settings.host, settings.port, app, threaded=True, fd=listening.fileno())
    house = app.extensions["overtalkerr"]
    signal.signal(signal.SIGTERM, _interrupt)
    house.start()
    _say_where(settings, house.watch.sight.type)
    try:
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    finally:
        log.info("Stopping.")
        server.server_close()
        house.stop()


def _become_gunicorn(settings: Settings) -> None:
    listen(settings).close()  # gunicorn would try a taken port again and again
    told = {"HOST": settings.host, "PORT": str(settings.port), "WEB_THREADS": str(settings.web_threads)}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "app:create_app()"]
    os.execve(sys.executable, command, os.environ | told)  # noqa: S606 - ourselves, with arguments of our own


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


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _say_where(settings: Settings, backend: str) -> None:
    host = "localhost" if settings.host in {"0.0.0.0", "::", "127.0.0.1"} else settings.host  # noqa: S104 - compared, not bound
    demo = " It speaks with the built-in demo; set MEDIA_BACKEND_URL for your own server." if settings.is_demo else ""
    print(f"\n  Overtalkerr is up ({backend}).{demo}\n  Try it: http://{host}:{settings.port}/test\n", flush=True)  # noqa: T201 - meant for the person who typed the command
