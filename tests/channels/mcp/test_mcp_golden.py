"""Messages as assistants send them, and our whole answers to the letter: `golden/*.json`, answered by the demo.

Each file holds what was sent before (`before`), the headers, the message, and its status and answer.
`python -m tests.channels.mcp.test_mcp_golden` writes the answers anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.house import House

GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.json"))


def answer(folder: Path, golden: dict[str, Any]) -> dict[str, Any]:
    """What the service answers to the message of this file."""
    house = House(folder / "golden.db", None)
    try:
        for before in golden["before"]:
            assert house.client.post("/mcp", json=before).status_code == 200
        told = house.client.post("/mcp", json=golden["message"], headers=golden["headers"])
        return {"status": told.status_code, "answer": told.get_json() if told.data else None}
    finally:
        house.close()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_golden(file: Path, tmp_path: Path) -> None:
    golden = json.loads(file.read_text(encoding="utf-8"))
    assert answer(tmp_path, golden) == {"status": golden["status"], "answer": golden["answer"]}


def test_there_is_a_pair_for_each_tool_and_each_beginning() -> None:
    sent = [json.loads(file.read_text(encoding="utf-8"))["message"] for file in FILES]
    assert {"initialize", "server/discover", "tools/list"} <= {message["method"] for message in sent}
    assert len({message["params"].get("name") for message in sent if message["method"] == "tools/call"}) >= 6


def _write(say: Callable[[str], object]) -> None:
    for file in FILES:
        golden = json.loads(file.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            golden |= answer(Path(folder), golden)
        file.write_text(json.dumps(golden, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        say(f"{file.name}\n")


if __name__ == "__main__":
    _write(sys.stdout.write)
