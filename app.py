"""The front door: reads the settings, builds every room, opens the channels."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy import Engine

from background import Rounds, learn_for_turns, open_ground, open_worker, tell_people
from channels import Front, known_channels
from doors.care import open_care
from doors.edges import keep_the_edges
from doors.guard import open_guard
from doors.letterbox import open_letterbox
from doors.limits import Limits
from doors.metering import Meter
from doors.requested import open_requested
from doors.serving import serve
from logs import Cleaner, open_log
from media_backends import BackendFactory, Settle
from settings import Settings, read_settings
from speech.hearing import grammar, languages
from speech.saying import open_speech
from turns.learned import Grammars, LearnedTitles
from turns.opening import Bounds, open_world
from turns.outside import REAL, Outside
from turns.taking import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from errands.watch import Watch
    from errands.worker import Worker


@dataclass(frozen=True, slots=True)
class House:
    """All that one service is made of; `start` and `stop` belong to the process that serves it."""

    engine: Engine
    pool: ThreadPoolExecutor
    front: Front
    watch: Watch
    worker: Worker

    def start(self, serves: Callable[[], bool] = lambda: True) -> None:
        """Begin what runs beside the turns; pages that watch are let go once `serves` says that the end is near."""
        self.front.requested.live.start(serves)
        self.worker.start()

    def wind_down(self) -> None:
        """The end is near: begin nothing more beside the turns. May be called from a signal handler."""
        self.worker.wind_down()

    def stop(self) -> None:
        """End it, and let go of leases, threads and connections."""
        self.front.requested.live.stop()
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
    uncounted = [channel.name for channel in known_channels() if not channel.is_counted]
    keep_the_edges(app, settings, house.front.limits, uncounted)
    return app


def _build(settings: Settings, cleaner: Cleaner, outside: Outside, settle: Settle) -> House:
    meter = Meter()
    storage, watch = open_ground(settings, outside, settle, meter.call)
    speech = open_speech(languages())
    learned = LearnedTitles(Grammars(grammar, languages()).of, speech.language_of(settings.locale))
    world = open_world(lambda: watch.backend, storage, learned, outside, Bounds(*settings.bounds))
    front = Front(
        turns=Turns(storage.conversations, world, lambda reply, locale: speech.say(reply, locale).plain, meter.turn),
        speech=speech,
        guard=open_guard(settings, storage.tokens, cleaner, outside.now),
        limits=Limits(settings.rate_limit_per_minute, settings.rate_limit_storage),
        sight=lambda: watch.sight,
        database_answers=storage.answers,
        clock=outside.monotonic,
        now=outside.now,
        locale=settings.locale,
        skill_ids=settings.alexa_skill_ids,
        care=open_care(storage, watch, outside.now, meter),
        requested=open_requested(storage, settings, outside.now, outside.monotonic),
        patience=outside.patience,
        letterbox=open_letterbox(settings, storage.deliveries, outside.now),
        previews={channel.name: channel.preview for channel in known_channels() if channel.preview},
    )
    learning = learn_for_turns(settings, storage, watch, learned, outside, speech.titles_in)
    telling = tell_people(settings, storage, watch, outside, lambda: speech, cleaner, meter.notice)
    worker = open_worker(storage, watch, world.forget, outside, Rounds.of(settings), telling, learning)
    return House(storage.engine, world.pool, front, watch, worker)


if __name__ == "__main__":
    serve(create_app, sys.argv[1:])
