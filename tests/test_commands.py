"""The commands in script/: what they say about themselves, and about what is missing.

Each test runs them in a copy of the folder with a PATH of its own, so the real environment is never touched.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = ["run", "test", "lint", "format", "lock", "people", "doctor", "token", "worker"]
TOOLS = ["sh", "dirname", "basename", "sed", "cmp", "cat", "cp", "rm", "mkdir", "grep", "tail", "readlink", "sleep"]


class Machine:
    """A folder with the scripts and the locks, and a PATH that holds only what is put there."""

    def __init__(self, place: Path):
        self.folder, self.bin = place / "clone", place / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "script", self.folder / "script")
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name} here"))
        for name in ("requirements.txt", "requirements-scale.txt", "requirements-dev.txt"):
            (self.folder / name).write_text("# nothing to install\n")

    def has(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def has_python(self) -> None:
        self.has("python3", f'exec "{sys.executable}" "$@"')

    def has_venv(self, script: str) -> None:
        """A link to an environment that is somebody else's, whose Python is this script."""
        (self.bin / "bin").mkdir()
        self.has("bin/python", script)
        (self.folder / ".venv").symlink_to(self.bin)

    def runs(self, *command: str, **env: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command, cwd=self.folder, env={"PATH": str(self.bin), **env}, capture_output=True, text=True, check=False
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    assert os.access(ROOT / "script" / name, os.X_OK)
    done = subprocess.run([f"./{name}", "--help"], cwd=ROOT / "script", capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"script/{name}")


@pytest.mark.parametrize("name", ["run", "test"])
def test_no_python_is_said_in_one_line(machine, name):
    done = machine.runs(f"script/{name}")
    assert done.returncode == 1
    assert done.stderr == (
        f"{name}: no Python 3.11 or newer found; install one (Debian: apt install python3 python3-venv)"
        " or set PYTHON to its path.\n"
    )


def test_python_too_old_counts_as_none(machine):
    machine.has("python3", "exit 1")
    assert "no Python 3.11 or newer found" in machine.runs("script/run").stderr


@pytest.mark.parametrize(
    ("arguments", "shared_out"),
    [
        ([], True),
        (["-q", "-m", "not browser"], True),
        (["tests/test_one.py"], False),
        (["-x", "tests/test_one.py::test_it"], False),
        (["-k", "dune"], False),
        (["-n", "0"], False),
        (["-n3"], False),
        (["--pdb"], False),
    ],
)
def test_the_whole_suite_is_shared_out_among_the_cores(machine, arguments: list[str], shared_out: bool):
    machine.has_venv('[ "$1" = -c ] || echo "$@"')
    (machine.folder / "tests").mkdir()
    (machine.folder / "tests" / "test_one.py").touch()
    share = ["-n", "logical", "--dist", "worksteal"] if shared_out else []
    assert (
        machine.runs("script/test", *arguments).stdout.split() == " ".join(["-m", "pytest", *share, *arguments]).split()
    )


def test_no_venv_module_is_said_in_one_line(machine):
    machine.has("python3", f'case "$*" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"')
    done = machine.runs("script/run")
    assert done.returncode == 1
    assert done.stderr == (
        "run: 'python3' cannot make environments, its venv/ensurepip module is missing"
        " (Debian: apt install python3-venv).\n"
    )


def test_a_python_asked_for_that_is_not_there(machine):
    machine.has_python()
    done = machine.runs("script/run", PYTHON="python9")
    assert done.stderr == "run: PYTHON is set to 'python9', which is not there; point it at a Python 3.11 or newer.\n"


@pytest.mark.slow
def test_no_network_is_said_in_one_line(machine):
    machine.has_python()
    (machine.folder / "requirements.txt").write_text(f"flask==3.1.3 --hash=sha256:{'0' * 64}\n")
    nowhere = "http://127.0.0.1:9/simple"
    done = machine.runs(
        "script/run", PIP_INDEX_URL=nowhere, PIP_CONFIG_FILE=os.devnull, PIP_RETRIES="0", HOME=str(machine.folder)
    )
    assert done.returncode == 1
    assert done.stderr.endswith(
        "\nrun: could not install requirements.txt: no package index could be reached;"
        " the first install needs the network (details: .venv.log).\n"
    )
    assert len(done.stderr.splitlines()) == 2, "what it sets out to do, and what is missing"


@pytest.mark.slow
def test_an_interrupted_install_is_not_taken_for_good(machine):
    machine.has_python()
    (machine.folder / "app.py").write_text("print('up')\n")
    assert machine.runs("script/run").stdout == "up\n"
    quiet = machine.runs("script/run")
    assert (quiet.stdout, quiet.stderr) == ("up\n", ""), "a finished one is used as it is"
    (machine.folder / ".venv" / "filled-from-requirements.txt").unlink()
    again = machine.runs("script/run")
    assert "Building .venv anew" in again.stderr
    assert again.stdout == "up\n"


@pytest.mark.parametrize("told", ["environment", "file", ".env", "nowhere"])
def test_on_postgresql_its_driver_is_installed_too(machine, told):
    address = "postgresql://ann@localhost/overtalkerr"
    (machine.folder / "secret").write_text(address)
    if told == ".env":
        (machine.folder / ".env").write_text(f'PORT=1\nDATABASE_URL="{address}"\n')
    given = {"environment": {"DATABASE_URL": address}, "file": {"DATABASE_URL_FILE": "secret"}}.get(told, {})
    done = machine.runs("sh", "-c", ". script/environment; runtime_lock", "script/run", **given)
    assert done.stdout == f"requirements{'' if told == 'nowhere' else '-scale'}.txt\n", done.stderr


def test_a_linked_environment_is_used_and_left_alone(machine):
    machine.has_python()
    (machine.folder / "app.py").write_text("print('up')\n")
    (machine.folder / ".venv").symlink_to(sys.prefix)
    done = machine.runs("script/run")
    assert (done.stdout, done.stderr) == ("up\n", f"Using .venv as it is: it is a link to {sys.prefix}.\n")


def test_the_layers_know_every_room():
    with (ROOT / "pyproject.toml").open("rb") as file:
        known = tomllib.load(file)["tool"]["importlinter"]["root_packages"]
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert rooms <= set(known)
