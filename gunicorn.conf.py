"""How gunicorn serves Overtalkerr, as `python -m app --production` starts it once it has checked the settings.

One process with many threads: a turn spends its time waiting for the request manager, and SQLite has one writer anyway.
This file imports nothing of ours: what the parent process loads, it keeps in memory for nothing. The worker is a page.
"""

import logging
import os
import signal
from pathlib import Path
from typing import Any

_host = os.environ.get("HOST") or "0.0.0.0"  # noqa: S104  the door is meant to be open
bind = f"[{_host}]:{os.environ.get('PORT') or 5000}" if ":" in _host else f"{_host}:{os.environ.get('PORT') or 5000}"
worker_class = "doors.gunicorn_worker.Worker"  # gthread, but nobody holds a thread by half a call
workers = 1
threads = int(os.environ.get("WEB_THREADS") or 16)
graceful_timeout = 8  # Docker kills after 10 s
for_turns = 7  # of these 8 s: a turn on Alexa takes 6.5 at most; the rest is for leases and connections
control_socket_disable = True  # it would be written to the home folder, which may be read-only
if Path("/dev/shm").is_dir():  # noqa: S108  a heartbeat on a slow disk gets a worker killed
    worker_tmp_dir = "/dev/shm"  # noqa: S108
accesslog = None  # the app logs one line a turn


def post_worker_init(worker: Any) -> None:
    """Start what runs in the background: threads belong to the worker, since they do not survive its fork.

    Once the worker has been told to stop it waits for what is being answered, so streams have to notice that.
    """
    house = worker.wsgi.extensions["overtalkerr"]
    house.start(lambda: worker.alive)
    worker.cfg.set("graceful_timeout", for_turns)  # of this process; the one above it kills after 8 s
    stop = signal.getsignal(signal.SIGTERM)

    def wind_down(number: int, frame: object) -> None:
        house.wind_down()  # while the turns in flight are answered
        stop(number, frame)

    signal.signal(signal.SIGTERM, wind_down)
    signal.siginterrupt(signal.SIGTERM, False)  # noqa: FBT003  gunicorn's own way: no call of a turn is interrupted


def worker_exit(server: Any, worker: Any) -> None:  # noqa: ARG001  gunicorn's signature
    """Stop it again, and leave; a worker that failed while loading the app has nothing to stop."""
    wsgi = getattr(worker, "wsgi", None)
    if wsgi is None:
        return
    wsgi.extensions["overtalkerr"].stop()
    if not worker.alive:  # it was told to stop
        logging.shutdown()
        os._exit(0)  # Python would wait for calls that hang, for up to 25 s: what is owed is written down
