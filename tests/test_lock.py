"""The lock: what we ask for, what is locked and what is documented are the same."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def asked(name: str) -> dict[str, Requirement]:
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and line[0] not in "#-"]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


def locked(name: str) -> dict[tuple[str, str], str]:
    """(package, marker) -> version."""
    lines = [line.rstrip(" \\") for line in (ROOT / name).read_text().splitlines() if re.match(r"[a-z]", line)]
    return {(r.name, str(r.marker or "")): str(r.specifier) for r in map(Requirement, lines)}


@pytest.mark.parametrize("name", ["requirements", "requirements-scale", "requirements-dev"])
def test_lock_gives_what_is_asked_for(name):
    versions = {package: version.removeprefix("==") for (package, _), version in locked(f"{name}.txt").items()}
    stale = [str(r) for package, r in asked(f"{name}.in").items() if versions.get(package, "0") not in r.specifier]
    assert not stale, "run script/lock"


@pytest.mark.parametrize(
    ("small", "large"), [("requirements", "requirements-scale"), ("requirements-scale", "requirements-dev")]
)
def test_the_larger_lock_contains_the_smaller(small, large):
    assert locked(f"{small}.txt").items() <= locked(f"{large}.txt").items(), "run script/lock"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-scale.txt", "requirements-dev.txt"])
def test_lock_hashes_everything_and_names_no_index(name):
    text = (ROOT / name).read_text()
    unhashed = [block.split()[0] for block in re.split(r"\n(?=[a-z])", text)[1:] if "--hash=sha256:" not in block]
    assert not unhashed
    assert not re.search(r"://|^-|@ file", text, re.MULTILINE)


def test_every_dependency_earns_its_line():
    page = (ROOT / "docs" / "dependencies.md").read_text()
    documented = {canonicalize_name(name) for name in re.findall(r"^\| ([\w.-]+) \| .{12,}\|$", page, re.MULTILINE)}
    every = ("requirements.in", "requirements-scale.in", "requirements-dev.in")
    assert documented == {package for name in every for package in asked(name)}
