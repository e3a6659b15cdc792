"""script/hear --explain: every reading, the ladder that was climbed, the ranking and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from commands.hearing import explain_search
from intents import Context, Intent
from intents.hearing import readings
from media import Kind, Title
from storage.database import open_database
from storage.titles import Titles
from tests.backends.stand_in import KEY, StandIn
from tests.house import copy_database
from tests.serving import settings_in
from tests.speech.languages import grammar_of

ENGLISH = grammar_of("en")


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path, fresh_database: Path) -> Path:
    copy_database(fresh_database, tmp_path)
    return tmp_path


def heard(words: str) -> Sequence[Intent]:
    return tuple(readings(words, ENGLISH, Context.NOTHING, 2026))


def explained(words: str, folder: Path, **given: Any) -> list[str]:
    return list(explain_search(heard(words), ENGLISH, settings_in(folder, **given)))


def test_the_demo_tells_every_step_of_the_way(folder: Path):
    manager, *lines = explained("jurassic whirled", folder)
    assert manager.startswith("request manager: demo, ")
    assert lines == [
        "searched: request title='jurassic whirled' (1 call)",
        "    literal      'jurassic whirled': 1 title",
        "verdict: offer",
        "  1. Jurassic World (2015, movie:135397)  1.04 = 1 spelling -0.11 sound -0.04 known +0.19",
    ]


def test_the_owners_server_is_asked_with_what_was_learned_of_it(folder: Path, server: StandIn):
    engine = open_database(f"sqlite:///{folder}/overtalkerr.db")
    Titles(engine, "en").add([(Title(Kind.MOVIE, 438631, "Dune", 2021, votes=9000), 9000)])
    engine.dispose()
    lines = explained("dyun", folder, media_backend_url=server.url, media_backend_api_key=KEY)
    assert lines[0] == "request manager: seerr, 1 title learned"
    assert "    literal      'dyun': 0 titles" in lines
    assert any(line.strip().startswith("index        'Dune': ") for line in lines)
    assert any("Dune (2021, movie:438631)" in line for line in lines)
    assert {call.partition(" ")[0] for call in server.calls} == {"GET"}


def test_each_reading_that_was_searched_for_is_told(folder: Path):
    lines = explained("the grace kelly high society", folder)
    assert next(line for line in lines if line.startswith("searched:")).startswith("searched: request title='")
    assert len([line for line in lines if line.startswith("verdict:")]) > 1


def test_an_answer_is_not_searched_for(folder: Path):
    assert explained("yes", folder) == ["no search: no title is asked for"]


def test_a_server_that_does_not_answer_is_told_in_a_line(folder: Path):
    with StandIn() as gone:
        url = gone.url
    (line,) = explained("dune", folder, media_backend_url=url, media_backend_api_key="secret-of-mine")
    assert line.startswith("no search: GET /api/v1/settings/public at ")
    assert "secret-of-mine" not in line
