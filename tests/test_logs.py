"""The log: every line cleaned, whoever wrote it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from logs import HIDDEN, Cleaner, open_log

KEY = "MTY5hush-hush-api-key=="
CLEANER = Cleaner([KEY])


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the log holds, in text; the root logger is as before afterwards."""
    yield from opened("text")


@pytest.fixture
def json_log() -> Iterator[io.StringIO]:
    """The same, in JSON."""
    yield from opened("json")


def opened(style: str) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    level, stream = root.level, io.StringIO()
    handler = open_log("DEBUG", style, CLEANER, stream)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [
        f"the key is {KEY}.",
        "X-Api-Key: abc123",
        "{'X-Api-Key': 'abc123'}",
        '{"apiKey": "abc123"}',
        "http://nas/api?apikey=abc123&x=1",
        "Authorization: Bearer abc123",
        "authorization=Basic abc123",
        "{'Authorization': 'Bearer abc123'}",
        "Set-Cookie: overtalkerr_key=abc123; Path=/",
        "password='abc123'",
        "send: b'GET / HTTP/1.1\\r\\nX-Api-Key: abc123\\r\\n'",
        "postgresql://ann:abc123@db/x",
    ],
)
def test_what_is_secret_or_looks_so_is_hidden(text: str):
    cleaned = CLEANER.clean(text)
    assert "abc123" not in cleaned
    assert "hush" not in cleaned
    assert HIDDEN in cleaned


@pytest.mark.parametrize(
    "text", ["I found the movie Dune", "GET /api/v1/search?query=dune 200", "turn 1 ms=4.5", "token bucket", ""]
)
def test_all_else_stays_as_it_is(text: str):
    assert CLEANER.clean(text) == text


def test_a_secret_within_a_secret_is_hidden_whole():
    cleaner = Cleaner(["hush", "hush-hush-hush"])
    for _ in range(20):
        assert cleaner.clean("it is hush-hush-hush.") == f"it is {HIDDEN}."


def test_what_is_learned_later_is_hidden_too():
    cleaner = Cleaner([])
    cleaner.learn("hush")
    assert cleaner.clean("hush") == HIDDEN


def test_a_line_says_when_how_bad_who_and_what(log: io.StringIO):
    logging.getLogger("turns").warning("turn %s", 7)
    assert log.getvalue().endswith(" WARNING turns: turn 7\n")


def test_tracebacks_are_cleaned(log: io.StringIO):
    try:
        raise ValueError(f"could not use {KEY}")
    except ValueError:
        logging.getLogger("x").exception("it failed with %s", KEY)
    assert "ValueError: could not use [hidden]" in log.getvalue()
    assert "hush" not in log.getvalue()


def test_tracebacks_are_cleaned_in_json(json_log: io.StringIO):
    try:
        raise ValueError(f'could not use "{KEY}"')
    except ValueError:
        logging.getLogger("x").exception("it failed with %s", KEY)
    entry = json.loads(json_log.getvalue())
    assert set(entry) == {"time", "level", "logger", "message", "exception"}
    assert entry["message"] == "it failed with [hidden]"
    assert "hush" not in json_log.getvalue()


def test_every_entry_is_one_line_of_json(json_log: io.StringIO):
    logging.getLogger("x").info('two\nlines \u2028 and "quotes"')
    assert len(json_log.getvalue().splitlines()) == 1
    assert json.loads(json_log.getvalue())["message"].startswith("two\nlines")


def test_nobody_can_forge_a_line(log: io.StringIO):
    logging.getLogger("x").info("speaker %s", "ann\n2026-11-20 12:00:00 ERROR   x: forged")
    assert len(log.getvalue().splitlines()) == 1


def test_an_entry_that_cannot_be_written_is_not_shown_raw(log: io.StringIO, capsys):
    (handler,) = [one for one in logging.getLogger().handlers if one.get_name() == "overtalkerr"]
    handler.handle(logging.LogRecord("x", logging.INFO, "here.py", 1, "%d", (KEY,), None))
    assert log.getvalue().startswith("A log entry of x (")
    assert "hush" not in log.getvalue() + capsys.readouterr().err


def test_half_a_character_can_be_logged(log: io.StringIO):
    logging.getLogger("x").info("speaker \ud800")
    assert log.getvalue().endswith("speaker \\ud800\n")


def test_opening_it_again_replaces_the_first(log: io.StringIO):
    second = io.StringIO()
    handler = open_log("DEBUG", "text", CLEANER, second)
    logging.getLogger("x").info("once")
    assert (log.getvalue(), second.getvalue().count("once")) == ("", 1)
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(("level", "told"), [("INFO", False), ("DEBUG", True)])
def test_what_was_searched_for_is_not_told_by_the_libraries(level: str, told: bool):
    root, stream = logging.getLogger(), io.StringIO()
    before = root.level
    handler = open_log(level, "text", CLEANER, stream)
    logging.getLogger("urllib3.connectionpool").warning("Retrying /api/v1/search?query=dune")
    assert ("dune" in stream.getvalue()) is told
    root.removeHandler(handler)
    root.setLevel(before)
    for chatty in ("alembic", "werkzeug", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.NOTSET)
