"""script/new channel NAME makes one that is whole at once: on the plan, typed, described, locked, and it answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: What is no part of the folder, or of no use here.
LEFT_OUT = (".*", "__pycache__", "data", "*.db", "recordings", "images", "skill-package")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole house, with a channel begun in it."""
    folder = tmp_path_factory.mktemp("clone") / "house"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    begun = new(folder, "channel", "lumen")
    assert begun.returncode == 0, begun.stderr
    assert "script/test tests/channels/lumen" in begun.stdout
    runs(folder, "channels.openapi.document")
    return folder


def new(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "script" / "new", *arguments], capture_output=True, text=True, check=False
    )


def runs(folder: Path, *arguments: str) -> str:
    """What a module prints, which must end well."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    ran = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.timeout(150)
def test_it_keeps_to_the_plan_and_answers(clone: Path):
    ran = runs(clone, "pytest", "-q", "-p", "no:cacheprovider", "tests/test_house_plan.py", "tests/channels/lumen")
    assert " passed" in ran
    assert "failed" not in ran


@pytest.mark.timeout(150)
def test_the_edges_and_the_document_find_it(clone: Path):
    stories = "lumen or written_down or every_address"
    command = ("pytest", "-v", "-p", "no:cacheprovider", "-k", stories)
    ran = runs(clone, *command, "tests/doors/test_edges.py", "tests/channels/test_openapi.py")
    assert "test_whoever_has_no_key_is_told_how_to_get_in[POST /lumen] PASSED" in ran
    assert "test_every_way_to_be_refused_is_declared[post-/lumen] PASSED" in ran


@pytest.mark.slow
@pytest.mark.timeout(150)
def test_its_style_and_types_are_right(clone: Path):
    written = ("channels/lumen.py", "tests/channels/lumen")
    runs(clone, "ruff", "format", "--check", *written)
    runs(clone, "ruff", "check", *written)
    assert "no issues found" in runs(clone, "mypy", *written)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("channel",), "script/new channel NAME"),
        (("channel", "Two Words"), "not one word in small letters"),
        (("channel", "class"), "not one word in small letters"),
        (("channel", "voice"), "there is a channel voice already"),
        (("channel", "google"), "there is a channel google already"),
        (("channel", "lumen"), "there is a channel lumen already"),
    ],
)
def test_what_cannot_be_begun_is_said_so(clone: Path, arguments: tuple[str, ...], said: str):
    ran = new(clone, *arguments)
    assert ran.returncode == 1
    assert said in ran.stderr
