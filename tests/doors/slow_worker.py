"""A worker process that knows jobs which take their time: `python -m tests.doors.slow_worker DATABASE`."""

from __future__ import annotations

import sys
import threading
import time

from background import listen_for_the_end, work_until
from errands.jobs import Kind, work_off
from errands.worker import Worker
from storage.database import open_database
from storage.jobs import Jobs


def main(database: str) -> None:
    jobs, stopping = Jobs(open_database(database), time.time), threading.Event()
    slow = Kind("slow", lambda payload: time.sleep(payload["seconds"]))
    shared = (work_off(jobs, (slow,), stopping.is_set),)
    worker = Worker((), time.monotonic, shared, stopping=stopping, at_the_end=jobs.let_go)
    work_until(listen_for_the_end(), worker)


if __name__ == "__main__":
    main(sys.argv[1])
