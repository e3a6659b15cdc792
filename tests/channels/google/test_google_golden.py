"""Requests as Dialogflow sends them, and our whole answers to the letter: `golden/*.json`, each in both dialects.

`python -m tests.channels.google.test_google_golden` writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from media_backends import BackendUnreachable
from storage.database import open_database
from storage.migrating import bring_up_to_date
from tests.channels.google.fronts import FRONTS, Front
from tests.fake_backend import DUNE, LIBRARY, FakeBackend, film
from tests.house import House

GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.json"))
POSTER: Final = "https://image.example.org/t/p/w500/dune.jpg"
HELLO: Final = "(hello)"
#: What is said one after the other; the last of it is the pair. A locale or a caller may stand beside.
TALKS: Final[Mapping[str, tuple[tuple[str, ...], dict[str, Any]]]] = {
    "hello": ((HELLO,), {}),
    "offer": (("get dune",), {}),
    "request": (("get dune", "yes"), {}),
    "which-one": (("get crash",), {}),
    "seasons": (("get severance", "yes"), {}),
    "seasons-chosen": (("get severance", "yes", "season two"), {}),
    "already-there": (("get jurassic park",), {}),
    "undo": (("get dune", "yes", "undo that"), {}),
    "nothing-found": (("get xyzzy plugh",), {}),
    "silence": (("",), {}),
    "telephone": (("get dune",), {"caller": "+4930123456"}),
    "german": (("lade Dune",), {"locale": "de"}),
    "brazilian": (("baixar Dune",), {"locale": "pt-br"}),
    "down": (("get dune",), {}),
}
Json = dict[str, Any]


def backend(talk: str) -> FakeBackend:
    with_poster = replace(DUNE, title=replace(DUNE.title, poster=POSTER))
    crashes = film("Crash", 884, 1996), film("Crash", 1640, 2004)
    fake = FakeBackend([with_poster, *crashes, *(known for known in LIBRARY if known is not DUNE)])
    fake.approves = False
    if talk == "down":
        fake.is_down(BackendUnreachable("x"))
    return fake


def held(house: House, dialect: str, talk: str) -> Front:
    """The talk, up to its last answer."""
    said, given = TALKS[talk]
    front = FRONTS[dialect](house.client, **given)
    for number, words in enumerate(said):
        say = front.opens if words == HELLO else partial(front.asks, words)
        front = say(delivery=f"delivery-{number}")
    return front


@pytest.mark.parametrize("dialect", FRONTS)
@pytest.mark.parametrize("talk", TALKS)
def test_golden(build_house: Callable[..., House], dialect: str, talk: str):
    golden = json.loads((GOLDEN / f"{dialect}-{talk}.json").read_text(encoding="utf-8"))
    house = build_house(backend(talk))
    front = held(house, dialect, talk)
    assert front.asked == golden["request"]
    assert front.heard == golden["response"]
    assert len(json.dumps(front.heard)) < 64 * 1024


def test_there_is_no_file_too_many():
    assert {file.stem for file in FILES} == {f"{dialect}-{talk}" for dialect in FRONTS for talk in TALKS}


@contextmanager
def _house(talk: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "overtalkerr.db"
        engine = open_database(f"sqlite:///{database}")
        bring_up_to_date(engine)
        engine.dispose()
        house = House(database, backend(talk))
        try:
            yield house
        finally:
            house.close()


def _write() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for dialect in FRONTS:
        for talk in TALKS:
            with _house(talk) as house:
                front = held(house, dialect, talk)
            pair = {"request": front.asked, "response": front.heard}
            text = json.dumps(pair, indent=2, ensure_ascii=False) + "\n"
            (GOLDEN / f"{dialect}-{talk}.json").write_text(text, encoding="utf-8")
            sys.stdout.write(f"{dialect}-{talk}: {front.says}\n")


if __name__ == "__main__":
    _write()
