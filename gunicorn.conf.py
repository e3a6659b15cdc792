"""How gunicorn serves Overtalkerr, as `script/run --production` starts it.

One process with many threads: a turn spends its time waiting for the request manager, and SQLite has one writer anyway.
The address and the number of threads are settings like all others.
"""

import sys
from pathlib import Path
from typing import Any

from doors.serving import listen
from settings import SettingsError, read_settings

try:
    _settings = read_settings()
except SettingsError as problem:
    sys.exit(f"Overtalkerr cannot start.\n{problem}")

bind = f"{_settings.host}:{_settings.port}" if ":" not in _settings.host else f"[{_settings.host}]:{_settings.port}"
worker_class = "gthread"
workers = 1
threads = _settings.web_threads
graceful_timeout = 8  # Docker kills after 10 s
control_socket_disable = True  # it would be written to the home folder, which may be read-only
if Path("/dev/shm").is_dir():  # noqa: S108  a heartbeat on a slow disk gets a worker killed
    worker_tmp_dir = "/dev/shm"  # noqa: S108
accesslog = None  # the app logs one line a turn


def on_starting(server: Any) -> None:  # noqa: ARG001  gunicorn's signature
    """Say in one line that the port is taken; gunicorn itself would try again and again."""
    try:
        listen(_settings).close()
    except SettingsError as problem:
        sys.exit(f"Overtalkerr cannot start.\n{problem}")


def post_worker_init(worker: Any) -> None:
    """Start what runs in the background: threads belong to the worker, since they do not survive its fork."""
    worker.wsgi.extensions["overtalkerr"].start()


def worker_exit(server: Any, worker: Any) -> None:  # noqa: ARG001  gunicorn's signature
    """Stop it again; a worker that failed while loading the app has nothing to stop."""
    wsgi = getattr(worker, "wsgi", None)
    if wsgi is not None:
        wsgi.extensions["overtalkerr"].stop()
