"""Serving by hand: `python -m app` on one small box, with an address to click and clear words when it cannot start."""

from __future__ import annotations

import logging
import signal
import sys
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

from logs import Cleaner, open_log
from media_errors import BackendError
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from settings import Settings

log = logging.getLogger(__name__)


def serve(create_app: Callable[[Settings, Cleaner], Flask]) -> None:
    """Read the settings, build the service, serve it until SIGTERM or Ctrl-C; end the process with 1 when it cannot."""
    try:
        settings = read_settings()
        cleaner = Cleaner(settings.secrets)
        open_log(settings.log_level, settings.log_format, cleaner)
        app = create_app(settings, cleaner)
        _serve(app, settings)
    except (SettingsError, BackendError, DatabaseUnusable) as problem:
        sys.exit(f"Overtalkerr cannot start.\n{problem}")


def _serve(app: Flask, settings: Settings) -> None:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # one line a turn is ours to write
    try:
        server = make_server(settings.host, settings.port, app, threaded=True)
    except SystemExit:  # what the server does, after printing, when the port is taken
        raise SettingsError(
            f"Port {settings.port} is taken. Stop what listens there, or choose another with PORT=…"
        ) from None
    except (OSError, OverflowError) as problem:
        raise SettingsError(
            f"Cannot listen on {settings.host} port {settings.port} ({problem}). Check HOST and PORT."
        ) from None
    house = app.extensions["overtalkerr"]
    signal.signal(signal.SIGTERM, _interrupt)
    house.start()
    _say_where(settings, house.watch.sight.type)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        log.info("Stopping.")
    finally:
        server.server_close()
        house.stop()


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _say_where(settings: Settings, backend: str) -> None:
    host = "localhost" if settings.host in {"0.0.0.0", "::", "127.0.0.1"} else settings.host  # noqa: S104 - compared, not bound
    demo = " It speaks with the built-in demo; set MEDIA_BACKEND_URL for your own server." if settings.is_demo else ""
    print(f"\n  Overtalkerr is up ({backend}).{demo}\n  Try it: http://{host}:{settings.port}/test\n", flush=True)  # noqa: T201 - meant for the person who typed the command
