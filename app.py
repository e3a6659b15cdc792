"""The front door: reads the settings, builds every room, opens the channels."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask

from channels import Front, known_channels
from doors.guard import open_guard
from doors.limits import Limits
from doors.proxies import trust_proxies
from doors.refusals import answer_errors_with_json
from doors.serving import serve
from errands.duties import clear_old, send_owed
from errands.learning import Pace, learn_titles
from errands.watch import Watch, open_watch
from errands.worker import Errand, Worker
from logs import Cleaner, open_log
from media_backends import BackendFactory
from settings import Settings, read_settings
from speech.hearing import grammar, languages
from speech.saying import open_speech
from storage.opening import open_storage
from turns.learned import Grammars, LearnedTitles
from turns.opening import Bounds, open_world
from turns.outside import REAL, Outside
from turns.sending import LEASE, send
from turns.taking import Turns

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from sqlalchemy import Engine

    from media_backends import Settle


@dataclass(frozen=True, slots=True)
class House:
    """All that one service is made of; `start` and `stop` belong to the process that serves it."""

    engine: Engine
    pool: ThreadPoolExecutor
    front: Front
    watch: Watch
    worker: Worker

    def start(self) -> None:
        """Begin what runs beside the turns."""
        self.worker.start()

    def stop(self) -> None:
        """End it, and let go of threads and connections."""
        self.worker.stop()
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.watch.close()
        self.engine.dispose()


def create_app(
    settings: Settings | None = None,
    cleaner: Cleaner | None = None,
    outside: Outside = REAL,
    settle: Settle = BackendFactory.settle,
) -> Flask:
    """Build a service, from the environment if need be. SettingsError and BackendError tell the owner why it cannot."""
    if settings is None:
        settings = read_settings()
        cleaner = Cleaner(settings.secrets)
        open_log(settings.log_level, settings.log_format, cleaner)
    app = Flask(__name__)
    house = app.extensions["overtalkerr"] = _build(settings, cleaner or Cleaner(settings.secrets), outside, settle)
    for channel in known_channels():
        app.register_blueprint(channel.open(house.front))
    answer_errors_with_json(app)
    trust_proxies(app, settings.trusted_proxies)
    return app


def _build(settings: Settings, cleaner: Cleaner, outside: Outside, settle: Settle) -> House:
    storage = open_storage(
        settings.database_url, settings.connections, outside.now, settings.session_seconds, settings.default_user
    )
    watch = open_watch(settings.opening(storage.shelf, outside.now), settings.backend_type, settle)
    speech = open_speech(languages())
    learned = LearnedTitles(Grammars(grammar, languages()).of, speech.language_of(settings.locale))
    world = open_world(lambda: watch.backend, *storage.asked, learned, outside, Bounds(*settings.bounds))
    front = Front(
        turns=Turns(storage.conversations, world, lambda reply, locale: speech.say(reply, locale).plain),
        speech=speech,
        guard=open_guard(settings, storage.tokens, cleaner),
        limits=Limits(settings.rate_limit_per_minute),
        sight=lambda: watch.sight,
        database_answers=storage.answers,
        clock=outside.monotonic,
        now=outside.now,
        locale=settings.locale,
        skill_ids=settings.alexa_skill_ids,
        patience=outside.patience,
        previews={channel.name: channel.preview for channel in known_channels() if channel.preview},
    )
    outbox, forget, stores = storage.outbox, world.forget, storage.titles(languages())
    pace = Pace.of(settings.learned_from, settings.learned_titles, settings.learning_pace_seconds)
    errands = (
        Errand("watch the request manager", watch.look),
        send_owed(partial(outbox.lease_due, LEASE), lambda owing: send(owing, watch.backend, outbox, forget=forget)),
        clear_old(storage.conversations.forget_old, outbox.forget_old, storage.following.forget_old),
        *learn_titles(lambda: watch.backend, stores, learned, pace, outside, speech.titles_in),
    )
    return House(storage.engine, world.pool, front, watch, Worker(errands, outside.monotonic))


if __name__ == "__main__":
    serve(create_app, sys.argv[1:])
