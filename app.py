"""The front door: reads the settings, builds every room, opens the channels."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from channels import Front, known_channels
from doors.guard import Guard
from doors.limits import Limits
from doors.refusals import answer_errors_with_json
from doors.serving import serve
from errands.duties import clear_old, send_owed
from errands.watch import Watch
from errands.worker import Errand, Worker
from logs import Cleaner
from media_backends import BackendFactory, BackendType, Opening, Settled
from settings import Settings, read_settings
from speech.hearing import grammar, languages
from speech.saying import open_speech
from storage.conversations import Conversations, digest
from storage.database import open_database, reading
from storage.demo_shelf import DemoShelf
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from storage.tokens import Tokens
from turns.effects import World
from turns.sending import LEASE, send
from turns.taking import Turns

if TYPE_CHECKING:
    from media import Owing
    from sqlalchemy import Engine

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """All that one service is made of; `start` and `stop` belong to the process that serves it."""

    settings: Settings
    engine: Engine
    pool: ThreadPoolExecutor
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


def create_app(settings: Settings | None = None, cleaner: Cleaner | None = None) -> Flask:
    """Build a service. Raises SettingsError or BackendError with a text for the owner when it cannot start."""
    settings = settings or read_settings()
    cleaner = cleaner or Cleaner(settings.secrets)
    engine = open_database(settings.database_url, connections=settings.web_threads + settings.backend_threads + 4)
    bring_up_to_date(engine)
    conversations = Conversations(engine, time.time, settings.session_ttl_hours * 3600)
    outbox = Outbox(engine, time.time)
    watch = _watch(settings, engine)
    pool = ThreadPoolExecutor(settings.backend_threads, thread_name_prefix="backend")
    grammars = {code: grammar(code) for code in languages()}
    world = World(grammars.__getitem__, lambda: watch.backend, pool, outbox, _today, time.sleep)
    turns = Turns(conversations, world)

    def send_one(owing: Owing) -> object:
        return send(owing, watch.backend, outbox)

    worker = Worker(
        (
            Errand("watch the request manager", watch.look),
            send_owed(lambda: outbox.lease_due(LEASE), send_one),
            clear_old(conversations.forget_old, outbox.forget_old),
        ),
        time.monotonic,
    )
    app = Flask(__name__)
    app.extensions["overtalkerr"] = House(settings, engine, pool, watch, worker)
    _open_channels(app, turns, watch, engine, _guard(settings, engine, cleaner))
    return app


def _open_channels(app: Flask, turns: Turns, watch: Watch, engine: Engine, guard: Guard) -> None:
    settings = app.extensions["overtalkerr"].settings
    channels = tuple(known_channels())
    front = Front(
        turns=turns,
        speech=open_speech(),
        guard=guard,
        limits=Limits(settings.rate_limit_per_minute),
        sight=lambda: watch.sight,
        database_answers=lambda: _answers(engine),
        clock=time.monotonic,
        now=time.time,
        skill_ids=settings.alexa_skill_ids,
        previews={channel.name: channel.preview for channel in channels if channel.preview},
    )
    for channel in channels:
        app.register_blueprint(channel.open(front))
    answer_errors_with_json(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _watch(settings: Settings, engine: Engine) -> Watch:
    """Find the backend; while nobody answers, Overseerr is assumed and the watch looks again."""
    opening = Opening(
        base_url=settings.media_backend_url or "",
        api_key=settings.media_backend_api_key.get_secret_value(),
        shelf=DemoShelf(engine),
        pace=settings.demo_pace_seconds,
    )

    def settle() -> Settled:
        found = BackendFactory.detect_backend_type(opening.base_url, opening.api_key)
        return BackendFactory.settle(opening, found)

    forced = BackendType.DEMO if settings.is_demo else settings.media_backend_type
    return Watch(BackendFactory.settle(opening, forced), settle, time.time)


def _guard(settings: Settings, engine: Engine, cleaner: Cleaner) -> Guard:
    """The demo is open; a real backend wants the key, which is made and shown once when none was set."""
    if settings.is_demo:
        return Guard(None)
    given = settings.voice_token.get_secret_value()
    if given:
        return Guard(digest(given))
    tokens = Tokens(engine, time.time)
    made = tokens.make_once("voice")
    if made:
        log.warning("Key for /voice and /test, shown this once (set VOICE_TOKEN to choose your own): %s", made)
        cleaner.learn(made)
    return Guard(tokens.digest_of("voice"))


def _answers(engine: Engine) -> bool:
    try:
        with reading(engine) as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        log.exception("The database does not answer.")
        return False
    return True


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


if __name__ == "__main__":
    serve(create_app)
