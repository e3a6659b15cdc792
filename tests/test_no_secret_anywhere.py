"""No secret in any log line, page, error or repr: all at DEBUG, libraries included, and much going wrong."""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
import requests
from sqlalchemy import text

from app import create_app
from errands.watch import Watch
from logs import Cleaner, open_log
from settings import read_settings
from storage.database import DatabaseUnusable, open_database
from tests.fake_backend import FakeBackend
from tests.house import House

API_KEY = "MTY5hush-api-key+/=="
VOICE_TOKEN = "hush-voice-token-of-the-house"
PASSWORD = "hush-db-password"
WEBHOOK_SECRET = "hush-webhook-secret"
SECRETS = (API_KEY, VOICE_TOKEN, PASSWORD, WEBHOOK_SECRET)
AWAY = {"REMOTE_ADDR": "203.0.113.7"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    level, stream = root.level, io.StringIO()
    handler = open_log("DEBUG", "text", Cleaner(SECRETS), stream)
    for loud in ("urllib3", "requests", "werkzeug", "sqlalchemy", "alembic"):
        logging.getLogger(loud).setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)
    for loud in ("urllib3", "requests", "werkzeug", "sqlalchemy", "alembic"):
        logging.getLogger(loud).setLevel(logging.NOTSET)


class Nasty(BaseHTTPRequestHandler):
    """A server that says back all that it was told, with every answer a wrong one."""

    answers: ClassVar[list[int]] = [500, 403, 401, 200, 302, 404]

    def do_GET(self) -> None:
        status = self.answers[hash(self.path) % len(self.answers)]
        body = f"{self.headers} {self.path}".encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", f"http://elsewhere.test/?apikey={self.headers['X-Api-Key']}")
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the library's name

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def nasty() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Nasty)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def has_no_secret(*texts: str) -> None:
    for shown in texts:
        for secret in SECRETS:
            assert secret not in shown, f"{secret} stands in …{shown[max(0, shown.find(secret) - 200) :][:300]}"


@pytest.mark.parametrize("kind", ["overseerr", "jellyseerr", "seerr"])
@pytest.mark.parametrize("status", [*Nasty.answers, None])
def test_a_server_that_says_our_key_back(kind, status, nasty, tmp_path, fresh_database, log, monkeypatch):
    monkeypatch.setattr(Nasty, "answers", [status])
    address = nasty if status else "http://127.0.0.1:9"
    settings = read_settings(
        _env_file=None,
        database_url=f"sqlite:///{tmp_path}/x.db",
        media_backend_url=address,
        media_backend_type=kind,
        media_backend_api_key=API_KEY,
        voice_token=VOICE_TOKEN,
        webhook_secret=WEBHOOK_SECRET,
    )
    app = create_app(settings, Cleaner(settings.secrets))
    house = app.extensions["overtalkerr"]
    try:
        client = app.test_client()
        house.worker.run_due()
        pages = [
            client.post("/voice", json={"text": "get dune"}).text,
            client.post("/voice", data=API_KEY, headers={"Authorization": f"Bearer {VOICE_TOKEN}"}).text,
            client.post(
                "/voice", json={"text": VOICE_TOKEN}, headers={"Authorization": "Bearer no"}, environ_base=AWAY
            ).text,
            client.post("/google", json={"queryResult": {"queryText": VOICE_TOKEN, "languageCode": API_KEY}}).text,
            client.post("/google", json={}, headers={"Authorization": f"Bearer {API_KEY}"}, environ_base=AWAY).text,
            client.post("/webhooks/seerr", json={}, headers={"Authorization": WEBHOOK_SECRET}).text,
            client.post("/webhooks/seerr", json={"subject": WEBHOOK_SECRET}, headers={"Access-Token": "no"}).text,
            client.get("/health").text,
            client.get("/nowhere").text,
        ]
        has_no_secret(log.getvalue(), *pages, repr(settings), repr(house), repr(house.front), repr(app.config))
        has_no_secret(repr(house.watch.backend), str(vars(house.watch)), repr(house.watch.sight))
        assert "urllib3" in log.getvalue()
    finally:
        house.stop()
        house.pool.shutdown(wait=True)


def test_a_bug_that_speaks_of_the_key(build_house: Callable[..., House], log):
    house = build_house(FakeBackend(), voice_token=VOICE_TOKEN, media_backend_api_key=API_KEY)
    for error in (ValueError(API_KEY), requests.ConnectionError(f"to http://x?key={API_KEY}"), KeyError(VOICE_TOKEN)):
        house.fake.fails("search", error)
        page = house.client.post("/voice", json={"text": "get dune"})
        assert page.status_code == 500
        has_no_secret(page.text, log.getvalue())
    house.fake.fails("account", ValueError(API_KEY))
    house.worker.run_due()
    assert "Traceback" in log.getvalue()
    has_no_secret(log.getvalue())


def test_the_watchs_problem_speaks_of_no_key(build_house: Callable[..., House], log):
    from media_errors import KeyRefused

    house = build_house(FakeBackend(), voice_token=VOICE_TOKEN, media_backend_api_key=API_KEY)
    house.fake.fails("account", KeyRefused("the key was refused"))
    house.worker.run_due()
    assert isinstance(house.built.watch, Watch)
    has_no_secret(log.getvalue(), house.client.get("/health").text)


def test_the_databases_password(log, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://ann:{PASSWORD}@127.0.0.1:9/x")
    settings = read_settings(_env_file=None)
    with pytest.raises(DatabaseUnusable) as told:
        create_app(settings, Cleaner(settings.secrets))
    has_no_secret(str(told.value), repr(settings), log.getvalue())
    try:
        raise RuntimeError(settings.database_url)
    except RuntimeError:
        logging.getLogger("x").exception("with the address %s", settings.database_url)
    has_no_secret(log.getvalue())


def test_the_databases_own_debug_log_holds_no_token(build_house: Callable[..., House], log, caplog):
    house = build_house(FakeBackend())
    made = [record.getMessage() for record in caplog.records if "shown this once" in record.getMessage()]
    key = made[0].rpartition(" ")[2]
    after = len(log.getvalue())
    with house.built.engine.begin() as connection:
        stored = str(connection.execute(text("SELECT * FROM tokens")).all())
    house.client.post("/voice", json={"text": "x"}, headers={"Authorization": f"Bearer {key}"}, environ_base=AWAY)
    assert key not in stored
    assert key not in log.getvalue()[after:]


def test_a_database_that_breaks_says_no_secret(build_house: Callable[..., House], log):
    house = build_house(FakeBackend(), voice_token=VOICE_TOKEN, media_backend_api_key=API_KEY)
    with house.built.engine.begin() as connection:
        connection.execute(text("DROP TABLE conversations"))
    page = house.client.post(
        "/voice", json={"text": "get dune"}, headers={"Authorization": f"Bearer {VOICE_TOKEN}"}, environ_base=AWAY
    )
    assert page.status_code == 500
    assert "conversations" not in page.text
    assert "no such table" in log.getvalue()
    has_no_secret(log.getvalue(), page.text)


def test_an_engine_shows_no_password():
    with pytest.raises(DatabaseUnusable) as told:
        open_database(f"postgresql://ann:{PASSWORD}@127.0.0.1:9/x")
    has_no_secret(repr(told.value), str(told.value))
