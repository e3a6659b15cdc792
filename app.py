"""The front door: reads the settings, builds every room, opens the channels."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import Engine

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
from media_backends import BackendFactory, Opening, Settle
from settings import Settings, read_settings
from speech.hearing import grammar, languages
from speech.saying import open_speech
from storage.conversations import Conversations
from storage.database import answers, open_database
from storage.demo_shelf import DemoShelf
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from storage.titles import open_titles
from storage.tokens import Tokens
from turns.effects import World
from turns.learned import LearnedTitles
from turns.outside import REAL, Outside
from turns.sending import LEASE, send
from turns.taking import Turns


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
    engine = open_database(settings.database_url, connections=settings.web_threads + settings.backend_threads + 4)
    bring_up_to_date(engine)
    url, key = (
        "" if settings.is_demo else settings.media_backend_url or "",
        settings.media_backend_api_key.get_secret_value(),
    )
    opening = Opening(url, key, shelf=DemoShelf(engine), clock=outside.now, pace=settings.demo_pace_seconds)
    watch = open_watch(opening, settings.backend_type, settle)
    conversations = Conversations(engine, outside.now, settings.session_ttl_hours * 3600)
    outbox = Outbox(engine, outside.now)
    pool = ThreadPoolExecutor(settings.backend_threads, thread_name_prefix="backend")
    grammars = {code: grammar(code) for code in languages()}
    learned = LearnedTitles(grammars)
    world = World(grammars.__getitem__, lambda: watch.backend, pool, outbox, outside.today, outside.pause, learned.of)
    front = Front(
        turns=Turns(conversations, world),
        speech=open_speech(),
        guard=open_guard(settings, Tokens(engine, outside.now), cleaner),
        limits=Limits(settings.rate_limit_per_minute),
        sight=lambda: watch.sight,
        database_answers=lambda: answers(engine),
        clock=outside.monotonic,
        now=outside.now,
        skill_ids=settings.alexa_skill_ids,
        previews={channel.name: channel.preview for channel in known_channels() if channel.preview},
    )
    errands = (
        Errand("watch the request manager", watch.look),
        send_owed(lambda: outbox.lease_due(LEASE), lambda owing: send(owing, watch.backend, outbox)),
        clear_old(conversations.forget_old, outbox.forget_old),
        *learn_titles(lambda: watch.backend, open_titles(engine, grammars), learned.take, Pace.of(url), outside),
    )
    return House(engine, pool, front, watch, Worker(errands, outside.monotonic))


if __name__ == "__main__":
    serve(create_app)
