"""What runs beside the turns: every errand, wired. It is the same in a service and in `script/worker`."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NoReturn, Protocol

from errands.duties import clear_old, send_owed
from errands.jobs import Kind, by_one_of_all, work_off
from errands.watch import Watch, open_watch
from errands.worker import Errand, Worker
from logs import Cleaner, open_log
from media_backends import BackendError, BackendFactory
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable
from storage.opening import open_storage
from storage.patience import Patience
from turns.outside import REAL, Outside
from turns.sending import LEASE, send

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Engine

    from media import Title
    from media_backends import Settle
    from settings import Settings
    from storage.opening import Storage

log = logging.getLogger(__name__)


def open_worker(
    storage: Storage,
    watch: Watch,
    forget: Callable[[Title], None],
    outside: Outside,
    threads: int,
    learning: Sequence[Errand] = (),
) -> Worker:
    """All of it, not started yet; so many `threads` work off what is shared with other processes.

    `forget` is told of each title that is sent: what turns remember of it is no longer so.
    """
    stopping, outbox, jobs = threading.Event(), storage.outbox, storage.jobs
    send_one = partial(send, outbox=outbox, forget=forget)
    shared = (
        send_owed(partial(outbox.lease_due, LEASE), lambda owing: send_one(owing, watch.backend), stopping.is_set),
        work_off(jobs, _kinds(), stopping.is_set),
        by_one_of_all(clear_old(*storage.forgets), jobs),
    )
    own = (Errand("watch the request manager", watch.look), *learning)
    return Worker(own, outside.monotonic, shared, threads, stopping=stopping, at_the_end=jobs.let_go)


def _kinds() -> tuple[Kind, ...]:
    """What is done about each kind of job."""
    return ()


@dataclass(frozen=True, slots=True)
class Background:
    """A process that takes no turns."""

    engine: Engine
    watch: Watch
    worker: Worker

    def start(self) -> None:
        """Begin."""
        self.worker.start()

    def stop(self) -> None:
        """Finish what is at hand, within seconds, and let go of leases, threads and connections."""
        self.worker.stop()
        self.watch.close()
        self.engine.dispose()


def open_background(settings: Settings, outside: Outside = REAL, settle: Settle = BackendFactory.settle) -> Background:
    """Build it; at least one thread works, whatever the service itself leaves to others. Raises as create_app does."""
    storage, watch = open_ground(settings, outside, settle)
    threads = max(1, settings.workers)
    return Background(storage.engine, watch, open_worker(storage, watch, lambda _: None, outside, threads))


def open_ground(
    settings: Settings, outside: Outside, settle: Settle, count: Callable[[str, str, float], None] | None = None
) -> tuple[Storage, Watch]:
    """What we remember, and whom we ask; `count` is told of each call (media_backends.Opening)."""
    as_set = settings.session_seconds, settings.default_user
    patience = Patience(outside.chance, gives_up=settings.give_up_seconds)
    storage = open_storage(settings.database_url, settings.connections, outside.now, *as_set, patience)
    opening = settings.opening(storage.shelf, outside.now, count)
    return storage, open_watch(opening, settings.backend_type, settle, storage.outbox.hurry)


class Stoppable(Protocol):
    """What runs until it is stopped."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


def main() -> None:
    """Work until SIGTERM or Ctrl-C; end the process with 1 when it cannot."""
    told_to_stop = listen_for_the_end()
    try:
        settings = read_settings()
        open_log(settings.log_level, settings.log_format, Cleaner(settings.secrets))
        background = open_background(settings)
    except (SettingsError, BackendError, DatabaseUnusable) as problem:
        sys.exit(f"The worker cannot start.\n{problem}")
    work_until(told_to_stop, background)


def listen_for_the_end() -> threading.Event:
    """What SIGTERM and Ctrl-C set from now on."""
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    return told_to_stop


def work_until(told_to_stop: threading.Event, working: Stoppable) -> NoReturn:
    """Run it until then; ends the process with 0."""
    working.start()
    log.info("The worker is up.")
    told_to_stop.wait()
    log.info("Stopping.")
    working.stop()
    logging.shutdown()
    os._exit(0)  # a call that hangs does not hold us up: what it sent is looked for before it is sent again


if __name__ == "__main__":
    main()
