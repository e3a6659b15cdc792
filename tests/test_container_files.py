"""The image and its compose file, checked as text: no engine is needed."""

import re
import shlex
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
NOT_IN_THE_IMAGE = {"tests", "bench", "script", "docs"}


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE).replace("\\\n", " ")
    pairs = (line.split(maxsplit=1) for line in text.splitlines() if line.strip())
    return [(pair[0], pair[1]) for pair in pairs]


def final_stage() -> list[tuple[str, str]]:
    lines = instructions()
    last = max(number for number, (word, _) in enumerate(lines) if word == "FROM")
    return lines[last:]


def allowed() -> list[str]:
    """What .dockerignore lets into the build, of what it lets in at all: it must begin by refusing everything."""
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*"
    return [line.removeprefix("!") for line in lines if line.startswith("!")]


def service() -> dict[str, object]:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    assert set(compose) == {"services", "volumes"}
    (only,) = compose["services"].values()
    assert isinstance(only, dict)
    return only


def test_every_room_goes_into_the_image():
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - NOT_IN_THE_IMAGE
    modules = {path.name for path in ROOT.glob("*.py")}
    assert rooms | modules <= set(allowed())


def test_every_folder_that_the_rooms_read_goes_into_the_image():
    needed = {name for name in ("static", "templates", "migrations", "alembic.ini") if (ROOT / name).exists()}
    assert needed <= set(allowed())


def test_nothing_private_goes_into_the_image():
    private = [".env", "data", "secrets", ".git", ".venv"]
    assert not [name for name in private for pattern in allowed() if fnmatch(name, pattern)]


def test_what_is_copied_from_the_folder_is_there():
    sources = [
        source
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from=")
        for source in shlex.split(rest)[:-1]
    ]
    assert sources
    assert not [source for source in sources if not (ROOT / source).exists()]


def test_bases_are_pinned_to_a_version():
    bases = [rest.split()[0] for word, rest in instructions() if word == "FROM"]
    assert not [base for base in bases if not re.fullmatch(r"python:3\.\d+-slim", base)]


def test_packages_are_installed_from_the_lock_alone():
    (install,) = [rest for word, rest in instructions() if word == "RUN" and " install " in rest and "pip" in rest]
    assert {"--no-deps", "--require-hashes"} <= set(install.split())
    assert install.endswith("-r /tmp/requirements${SCALE:+-scale}.txt")
    assert {("ARG", "SCALE="), ("COPY", "requirements.txt requirements-scale.txt /tmp/")} <= set(instructions())


def test_it_runs_as_its_own_user():
    users = [rest for word, rest in final_stage() if word == "USER"]
    assert users == ["10001:10001"]
    assert [word for word, _ in final_stage()].index("USER") < [word for word, _ in final_stage()].index("CMD")


def test_the_database_lies_on_the_volume():
    assert ("VOLUME", "/data") in final_stage()
    assert "DATABASE_URL=sqlite:////data/" in dict(final_stage())["ENV"]


def test_its_health_is_asked_for():
    (check,) = [rest for word, rest in final_stage() if word == "HEALTHCHECK"]
    assert "/health'" in check
    assert "urllib.request" in check, "a slim image has no curl"


def test_no_secret_is_written_into_the_files():
    environment = " ".join(rest for word, rest in instructions() if word in {"ENV", "ARG"})
    assert not re.search(r"KEY|TOKEN|SECRET|PASSWORD", environment)
    given = service()["environment"]
    assert isinstance(given, dict)
    assert not [name for name, value in given.items() if re.search(r"KEY|TOKEN", name) and not name.endswith("_FILE")]


def test_compose_hands_in_the_same_settings_that_script_run_reads():
    held = service()
    assert held["env_file"] == [{"path": ".env", "required": False}]
    given = held["environment"]
    assert isinstance(given, dict)
    assert (given["HOST"], given["PORT"]) == ("0.0.0.0", "5000"), "in the container these are not the owner's to set"


def test_compose_takes_away_what_is_not_needed():
    held = service()
    assert held["read_only"] is True
    assert held["tmpfs"] == ["/tmp"]
    assert held["cap_drop"] == ["ALL"]
    assert held["security_opt"] == ["no-new-privileges:true"]
    assert held["restart"] == "unless-stopped"
    assert held["volumes"] == ["data:/data"]


def test_compose_names_no_moving_image():
    assert not str(service()["image"]).endswith(":latest")
    assert ":" in str(service()["image"])
