"""The plan of the house: which room may use which, and what from outside. A new room must be drawn in here first."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NO_ROOMS = {"script", "docs", "data"}

#: No clock, no chance, no net, no disk can slip in through these.
QUIET = {
    "__future__",
    "array",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "itertools",
    "math",
    "re",
    "typing",
    "unicodedata",
}
LOUD = set(sys.stdlib_module_names) | set(packages_distributions()) | {"_typeshed"}
WORDS = {"media", "intents", "dialogs"}
PORT = {"media", "media_backends", "media_errors"}
#: room: the rooms below that it may use, and the names from outside.
PLAN: dict[str, tuple[set[str], set[str]]] = {
    "media": (set(), QUIET),
    "intents": ({"media"}, QUIET | {"rapidfuzz", "jellyfish", "metaphone"}),
    "dialogs": ({"media", "media_notices", "intents"}, QUIET),
    "speech": ({"media", "intents"}, QUIET | {"babel", "datetime", "fluent", "html", "pathlib", "tomllib"}),
    "outbound": (set(), LOUD),
    "models": (set(), QUIET | {"sqlalchemy"}),
    "media_errors": (set(), QUIET),
    "media_backends": (
        {"media", "media_errors", "backends"},  # backends only while running
        QUIET | {"abc", "logging", "time"},
    ),
    "media_caches": ({"media", "media_backends"}, QUIET | {"threading"}),
    "backends": (PORT | {"outbound"}, LOUD),
    "media_notices": ({"media"}, QUIET),
    "storage": (WORDS | PORT | {"media_notices", "models"}, LOUD),
    "turns": (WORDS | PORT | {"media_caches", "media_notices", "speech"}, LOUD),
    "errands": (PORT, LOUD),
    "notices": ({"media", "media_errors", "media_notices", "outbound", "speech"}, LOUD),
    "logs": (set(), LOUD),
    "settings": ({"media", "media_backends", "media_notices"}, LOUD),
    "doors": (PORT | {"errands", "logs", "outbound", "settings", "storage"}, LOUD),
    "channels": (WORDS | {"doors", "errands", "outbound", "speech", "storage", "turns"}, LOUD),
    "commands": (
        PORT | {"logs", "media_notices", "notices", "outbound", "settings", "speech", "storage", "turns", "intents"},
        LOUD,
    ),
    "background": (WORDS | PORT | {"errands", "logs", "notices", "settings", "speech", "storage", "turns"}, LOUD),
    "migrations": ({"models", "storage"}, {"__future__", "alembic", "os", "sqlalchemy", "typing"}),
    "gunicorn.conf": (set(), LOUD),
}
#: The front door, and those who come to look at the whole house.
EVERYWHERE = {"app", "tests", "bench"}
#: Beyond these nobody reads.
MOST_LINES, MOST_LINES_OF_A_FUNCTION, MOST_LINES_OF_THE_FRONT_DOOR = 400, 50, 120


def rooms() -> dict[str, Path]:
    files = {path.stem: path for path in ROOT.glob("*.py")}
    tops = {path.relative_to(ROOT).parts[0] for path in ROOT.glob("*/**/*.py")}
    folders = {name: ROOT / name for name in tops if not name.startswith(".") and name not in NO_ROOMS}
    return files | folders


ROOMS = rooms()


def sources(room: str) -> list[Path]:
    return [ROOMS[room]] if ROOMS[room].is_file() else sorted(ROOMS[room].rglob("*.py"))


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Every line and top-level name that this file imports, wherever in it that is."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                yield from ((node.lineno, name.name.split(".")[0]) for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield node.lineno, module.split(".")[0]
            case _:
                pass


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Every function and how many lines it has."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


ALL_SOURCES = sorted(file for room in ROOMS for file in sources(room))


def test_every_room_is_on_the_plan():
    assert set(ROOMS) == set(PLAN) | EVERYWHERE


def test_the_plan_draws_no_room_above_itself():
    above = {room: {other for other, (below, _) in PLAN.items() if room in below} for room in PLAN}
    both_ways = {(room, other) for room in PLAN for other in PLAN[room][0] & above[room]}
    # The port finds its backends while it runs, and they stand on it.
    assert both_ways <= {("media_backends", "backends"), ("backends", "media_backends")}


@pytest.mark.parametrize("room", PLAN)
def test_a_room_uses_only_what_the_plan_allows(room: str):
    below, outside = PLAN[room]
    allowed = {room} | below | (outside - set(ROOMS))
    strays = [
        f"{file.relative_to(ROOT)}:{line} uses {name}"
        for file in sources(room)
        for line, name in imported(file)
        if name not in allowed
    ]
    assert not strays, "\n".join(strays)


def test_the_port_asks_for_backends_only_while_running():
    tree = ast.parse(ROOMS["media_backends"].read_text(encoding="utf-8"))
    at_import = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert "backends" not in at_import


def test_no_room_hides_a_module_that_others_need():
    assert not set(ROOMS) & set(sys.stdlib_module_names)
    assert not (set(ROOMS) - EVERYWHERE) & set(packages_distributions())


def test_no_file_is_too_long():
    sizes = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in ALL_SOURCES}
    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES} == {}


def test_no_function_is_too_long():
    sizes = dict(one for file in ALL_SOURCES for one in functions(file))
    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_the_front_door_stays_small():
    assert len(ROOMS["app"].read_text(encoding="utf-8").splitlines()) < MOST_LINES_OF_THE_FRONT_DOOR
