"""The log: one handler at the root, so that what libraries write is cleaned of secrets as well, tracebacks included."""

from __future__ import annotations

import json
import logging
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN: Final = "[hidden]"
#: What looks like a secret wherever it turns up: `X-Api-Key: …`, `"apiKey": "…"`, `Authorization: Bearer …`.
_LOOKS_SECRET: Final = re.compile(
    r"""(?ix) (x-api-key|api_?key|authorization|cookie|set-cookie|password|secret|access_?token|token)\b
        (["']? \s* [:=] \s* ["']?) (?: (?:bearer|basic) \s+ )? [^\s"',;&)}\]]+"""
)
#: The password in an address: `://user:password@`.
_USERINFO: Final = re.compile(r"(://[^\s:/@]*:)[^\s@/]+@")


class Cleaner:
    """Takes secrets out of text. More may be learned while the service runs."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets: set[str] = set(secrets)

    def learn(self, secret: str) -> None:
        """From now on this is taken out too."""
        self._secrets.add(secret)

    def clean(self, text: str) -> str:
        """The text without any secret that we know of or that looks like one."""
        for secret in sorted(self._secrets, key=len, reverse=True):  # one may be part of another
            text = text.replace(secret, HIDDEN)
        return _USERINFO.sub(rf"\1{HIDDEN}@", _LOOKS_SECRET.sub(rf"\1\2{HIDDEN}", text))


class _Text(logging.Formatter):
    def __init__(self, cleaner: Cleaner) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._cleaner = cleaner

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        # One entry is one line, so that nobody who is quoted in it can forge another.
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        # After the traceback has been added: the secret may stand there.
        return self._cleaner.clean(super().format(record)).encode("utf-8", "backslashreplace").decode()


class _Json(_Text):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._cleaner.clean(record.getMessage()),
        }
        if record.exc_info:
            entry["exception"] = self._cleaner.clean(self.formatException(record.exc_info))
        return json.dumps(entry)


class _Handler(logging.StreamHandler[TextIO]):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        # The library would print the entry as it is, secrets and all.
        with suppress(OSError, ValueError):
            self.stream.write(f"A log entry of {record.name} ({record.pathname}:{record.lineno}) cannot be written.\n")


def open_log(level: str, style: str, cleaner: Cleaner, stream: TextIO | None = None) -> logging.Handler:
    """Send everything to `stream` (standard error) at `level` ("INFO"), as "text" or "json" lines.

    Returns the root's one handler, which replaces one that an earlier call set.
    """
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(_Json(cleaner) if style == "json" else _Text(cleaner))
    handler.set_name("overtalkerr")
    root = logging.getLogger()
    for old in [one for one in root.handlers if one.get_name() == "overtalkerr"]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for chatty, least in (("alembic", "WARNING"), ("werkzeug", "WARNING"), ("urllib3", "ERROR")):
        # One line a turn is ours to write; and each retry of urllib3 names what was searched for.
        logging.getLogger(chatty).setLevel(logging.NOTSET if level == "DEBUG" else least)
    return handler
