"""A process that sends what is owed, with a clock that runs faster: `python -m tests.killing.sender DATABASE BACKEND SPEED`."""

from __future__ import annotations

import logging
import signal
import sys
import time

from app import create_app
from media_backends import BackendType
from settings import read_settings
from tests.backends.stand_in import KEY
from tests.house import NOON
from turns.outside import Outside


def main(database: str, backend: str, speed: float) -> None:
    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(process)d %(message)s")
    settings = read_settings(
        database_url=database,
        media_backend_url=backend,
        media_backend_api_key=KEY,
        media_backend_type=BackendType.SEERR,
        learned_titles=0,
        _env_file=None,
    )
    outside = Outside(now=lambda: fast(speed), monotonic=lambda: time.monotonic() * speed)
    house = create_app(settings, outside=outside).extensions["overtalkerr"]
    house.start()
    signal.pause()  # until it is killed


def fast(speed: float) -> float:
    """The same moment for everyone who has the same speed."""
    return NOON + (time.time() - NOON) * speed


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
