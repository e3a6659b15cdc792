"""What runs beside the turns: every errand, wired. It is the same in a service and in `script/worker`."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, NoReturn, Protocol

from errands.duties import clear_old, send_owed
from errands.jobs import Kind, by_one_of_all, work_off
from errands.learning import Pace, learn_titles
from errands.reconciling import look_after
from errands.taking_in import TakingIn
from errands.watch import Watch, open_watch
from errands.worker import Errand, Worker
from logs import Cleaner, open_log
from media_backends import BackendError, BackendFactory
from notices.addresses import AddressRefused, allowed, check_schemes, secrets_of
from notices.opening import AlexaKey, Means, open_telling
from notices.telling import OWNER_EVENTS, Shared, Ways
from settings import SettingsError, read_settings
from speech.hearing import languages
from speech.saying import open_speech
from storage.database import DatabaseUnusable
from storage.following import TELL
from storage.notices import NOTICE
from storage.opening import open_storage
from storage.patience import Patience
from turns.outside import REAL, Outside
from turns.sending import LEASE, send

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Engine

    from errands.learning import Learned
    from media import Title
    from media_backends import Settle
    from notices.opening import Telling
    from settings import Settings
    from speech.saying import Speech
    from storage.opening import Storage

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rounds:
    """How much is done beside the turns."""

    threads: int  # that work off what is shared with other processes
    every: float  # seconds between two looks at the requests that go on; 0: never

    @classmethod
    def of(cls, settings: Settings, least: int = 0) -> Rounds:
        """As the owner has set it, with so many threads at least."""
        return cls(max(least, settings.workers), settings.reconcile_seconds)


def open_worker(
    storage: Storage,
    watch: Watch,
    forget: Callable[[Title], None],
    outside: Outside,
    rounds: Rounds,
    telling: Telling,
    learning: Sequence[Errand] = (),
) -> Worker:
    """All of it, not started yet. `forget` is told of each title that is sent: what turns remember of it is old."""
    stopping, outbox, jobs = threading.Event(), storage.outbox, storage.jobs
    send_one = partial(send, outbox=outbox, forget=forget)
    looks = look_after(lambda: watch.backend, storage.following, outside.now, rounds.every)
    shared = (
        send_owed(
            partial(outbox.lease_due, LEASE),
            lambda owing: send_one(owing, watch.backend),
            outbox.put_off,
            stopping.is_set,
        ),
        work_off(jobs, _kinds(storage, watch, outside, telling), stopping.is_set),
        *(by_one_of_all(errand, jobs) for errand in (clear_old(*storage.forgets), *looks)),
    )
    # Each message may take half a minute, and there may be hundreds: wishes and webhooks do not wait for those.
    messages = (work_off(jobs, (Kind(NOTICE, telling.send),), stopping.is_set),)
    own = (
        Errand("watch the request manager", watch.look),
        Errand("see whether the database takes what is written", storage.writable.look),
        Errand("tell of outages", telling.outages.look),
        *learning,
    )

    def let_go() -> None:
        jobs.let_go()
        telling.close()

    threads = rounds.threads
    return Worker(own, outside.monotonic, shared, threads, apart=messages, stopping=stopping, at_the_end=let_go)


def learn_for_turns(
    settings: Settings,
    storage: Storage,
    watch: Watch,
    learned: Learned,
    outside: Outside,
    titles_in: Callable[[str], str],
) -> tuple[Errand, ...]:
    """What keeps the titles that turns know of; the request manager is asked for them by one process of all."""
    pace = Pace.of(settings.learned_from, settings.learned_titles, settings.learning_pace_seconds)
    stores, hold = storage.titles(languages()), storage.jobs.hold
    return learn_titles(lambda: watch.backend, stores, learned, pace, outside, titles_in, hold)


def tell_people(
    settings: Settings,
    storage: Storage,
    watch: Watch,
    outside: Outside,
    speech: Callable[[], Speech],
    cleaner: Cleaner,
    count: Callable[[str, str], None] = lambda _way, _outcome: None,
) -> Telling:
    """What tells people, as it is set up; `count` is told of each message. Raises SettingsError."""
    schemes = allowed(settings.notice_more_schemes)
    for url in (url for urls in settings.addresses.values() for url in urls):
        for secret in secrets_of(url):
            cleaner.learn(secret)
    try:
        check_schemes(settings.addresses, schemes)
    except AddressRefused as problem:
        raise SettingsError(str(problem)) from None
    key = None
    if settings.alexa_client_id:
        secret = settings.alexa_client_secret.get_secret_value()
        key = AlexaKey(settings.alexa_client_id, secret, settings.alexa_region, settings.alexa_stage)
    ways = Ways(
        zone=settings.zone,
        household=Shared(settings.household_addresses, settings.notice_events, settings.notice_quiet_hours),
        owner=Shared(settings.owner_addresses, OWNER_EVENTS),
        locale=settings.locale,
        by_alexa=key is not None,
    )
    means = Means(schemes, key, cleaner.learn, count)
    return open_telling(storage, ways, lambda: watch.record.condition, speech, outside.now, means)


def _kinds(storage: Storage, watch: Watch, outside: Outside, telling: Telling) -> tuple[Kind, ...]:
    """What is done about each kind of job, but for messages."""
    taking_in = TakingIn(lambda: watch.backend, storage.deliveries, storage.following, outside.now)
    return (Kind("delivery", taking_in), Kind(TELL, telling.tell))


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


def open_background(
    settings: Settings,
    outside: Outside = REAL,
    settle: Settle = BackendFactory.settle,
    cleaner: Cleaner | None = None,
) -> Background:
    """Build it; at least one thread works, whatever the service itself leaves to others. Raises as create_app does."""
    storage, watch = open_ground(settings, outside, settle)
    speech = cache(partial(open_speech, languages()))  # a process that tells nobody never reads it
    telling = tell_people(settings, storage, watch, outside, speech, cleaner or Cleaner(settings.secrets))
    worker = open_worker(storage, watch, lambda _: None, outside, Rounds.of(settings, least=1), telling)
    return Background(storage.engine, watch, worker)


def open_ground(
    settings: Settings, outside: Outside, settle: Settle, count: Callable[[str, str, float], None] | None = None
) -> tuple[Storage, Watch]:
    """What we remember, and whom we ask; `count` is told of each call (media_backends.Opening)."""
    as_set = settings.session_seconds, settings.default_user
    patience = Patience(outside.chance, gives_up=settings.give_up_seconds)
    storage = open_storage(settings.database_url, settings.connections, outside.now, *as_set, patience, settings.zone)
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
        cleaner = Cleaner(settings.secrets)
        open_log(settings.log_level, settings.log_format, cleaner)
        background = open_background(settings, cleaner=cleaner)
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
