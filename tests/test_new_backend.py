"""script/new backend NAME makes one that the contract finds at once, and of which it says what is still to be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As much of the folder as the contract needs, with a backend begun in it."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("backends", "outbound", "script"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("media.py", "media_backends.py", "media_errors.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    tests = folder / "tests"
    shutil.copytree(ROOT / "tests" / "backends", tests / "backends", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("specs", "outbound"):
        shutil.copytree(ROOT / "tests" / name, tests / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert new(folder, "backend", "lumen").returncode == 0
    return folder


def new(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "script" / "new", *arguments], capture_output=True, text=True, check=False
    )


def contract(folder: Path, stories: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", stories]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        [*command, "tests/backends/test_contract.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contract_finds_it(clone: Path):
    ran = contract(clone, "lumen and a_film_is_requested_once")
    assert "1 failed" in ran.stdout
    assert "Unsupported: to be written" in ran.stdout


def test_what_does_not_need_it_passes(clone: Path):
    ran = contract(clone, "seerr and a_film_is_requested_once")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "script/new backend NAME"),
        (("library", "x"), "script/new backend NAME"),
        (("backend", "Two Words"), "not one word in small letters"),
        (("backend", "seerr"), "there is a backend seerr already"),
        (("backend", "lumen"), "there is a backend lumen already"),
    ],
)
def test_what_cannot_be_begun_is_said_so(clone: Path, arguments: tuple[str, ...], said: str):
    ran = new(clone, *arguments)
    assert ran.returncode == 1
    assert said in ran.stderr
