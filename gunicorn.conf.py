"""How gunicorn serves Overtalkerr, as `script/run --production` starts it.

One process with many threads: a turn spends its time waiting for the request manager, and SQLite has one writer anyway.
Reads HOST, PORT and WEB_THREADS from the environment, else from `.env`.
"""

import os
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

_settings = {**dotenv_values(".env"), **os.environ}

bind = f"{_settings.get('HOST') or '0.0.0.0'}:{_settings.get('PORT') or '5000'}"  # noqa: S104  the door is meant to be open
worker_class = "gthread"
workers = 1
threads = int(_settings.get("WEB_THREADS") or 16)
graceful_timeout = 8  # Docker kills after 10 s
control_socket_disable = True  # it would be written to the home folder, which may be read-only
if Path("/dev/shm").is_dir():  # noqa: S108  a heartbeat on a slow disk gets a worker killed
    worker_tmp_dir = "/dev/shm"  # noqa: S108
accesslog = None  # the app logs one line a turn


def post_worker_init(worker: Any) -> None:
    """Start what runs in the background: threads belong to the worker, since they do not survive its fork."""
    worker.wsgi.extensions["overtalkerr"].start()


def worker_exit(server: Any, worker: Any) -> None:  # noqa: ARG001  gunicorn's signature
    """Stop it again; a worker that failed while loading the app has nothing to stop."""
    wsgi = getattr(worker, "wsgi", None)
    if wsgi is not None:
        wsgi.extensions["overtalkerr"].stop()
