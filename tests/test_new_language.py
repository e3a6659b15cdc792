"""script/new language CODE makes a folder of which the tests say, piece by piece, what is still to be written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As much of the folder as a language needs, with one begun in it."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("intents", "speech", "script"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("media.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/speech", folder / "tests/speech", ignore=shutil.ignore_patterns("__pycache__"))
    made = new(folder, "language", "la")
    assert made.returncode == 0, made.stderr
    return folder


def new(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "script" / "new", *arguments], capture_output=True, text=True, check=False
    )


def run_tests(folder: Path, stories: str) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", stories]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    ran = subprocess.run(
        [*command, "tests/speech/test_hearing_whole.py", "tests/speech/test_examples.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout


@pytest.mark.parametrize("piece", ["lists.verb", "seasons.named.onward", "questions.info.plot", "titles.known"])
def test_every_missing_piece_of_the_hearing_is_named(clone: Path, piece: str):
    said = run_tests(clone, "test_no_piece_is_missing and la")
    assert "1 failed" in said
    assert f"missing: {piece}\n" in said


def test_examples_are_asked_for(clone: Path):
    assert "1 failed" in run_tests(clone, "enough_examples and la")


def test_the_other_languages_are_as_they_were(clone: Path):
    said = run_tests(clone, "(cover_every_intent or no_piece) and not la")
    assert "failed" not in said
    assert re.search(r"\d+ passed", said)


def test_every_sentence_has_its_place(clone: Path):
    written = {code: (clone / f"speech/{code}/says.ftl").read_text(encoding="utf-8") for code in ("en", "la")}
    keys = {code: re.findall(r"^(-?[a-z][\w-]*) =", text, flags=re.MULTILINE) for code, text in written.items()}
    assert keys["la"] == keys["en"]


def test_language_toml_has_every_key(clone: Path):
    facts = {
        code: tomllib.loads((clone / f"speech/{code}/language.toml").read_text(encoding="utf-8"))
        for code in ("en", "la")
    }
    assert [*facts["la"], "regions"] == list(facts["en"])
    assert not any(facts["la"].values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("language",), "script/new language CODE"),
        (("language", "latin"), "not a code of two small letters"),
        (("language", "en"), "there is a language en already"),
        (("language", "la"), "there is a language la already"),
    ],
)
def test_what_cannot_be_begun_is_said_so(clone: Path, arguments: tuple[str, ...], said: str):
    ran = new(clone, *arguments)
    assert ran.returncode == 1
    assert said in ran.stderr
