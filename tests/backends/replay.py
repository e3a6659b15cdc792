"""A server that answers as a real one was recorded to; the recordings are cut down to the fields that matter."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.backends.door import Heard
from tests.backends.served import Answered, Served

RECORDINGS = Path(__file__).parents[1] / "recordings"


def recordings_of(server: str) -> dict[str, Any]:
    """Recorded calls by name: {"request": {"method", "path", "body"}, "response": {"status", "body"}}."""
    return dict(json.loads((RECORDINGS / f"{server}.json").read_text(encoding="utf-8")))


class Replay(Served):
    """Answers exactly the recorded calls; any other is a 418, which no test expects."""

    def __init__(self, recorded: Iterable[Any]) -> None:
        super().__init__()
        self._recorded = list(recorded)

    def answer(self, heard: Heard) -> Answered:
        for one in self._recorded:
            asked = one["request"]
            # The page and the language were not in the recorded calls; both are allowed by the servers' own documents.
            target = heard.target.removesuffix("&page=1&language=en").removesuffix("?language=en")
            body = json.loads(heard.body) if heard.body else None
            if (asked["method"], asked["path"], asked["body"]) == (heard.method, target, body):
                return one["response"]["status"], one["response"]["body"]
        return 418, {"message": f"{heard.method} {heard.target} {heard.body!r} was not recorded"}
