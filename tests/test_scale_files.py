"""compose.scale.yaml and its proxy, checked as text and against the settings there are: no engine is needed."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from settings import ROOT, Settings, read_settings
from tests.house import House

OURS = {"web-1": True, "web-2": True, "worker": False}  # whether it takes turns
OTHERS = ["proxy", "database", "redis"]


def compose() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((ROOT / "compose.scale.yaml").read_text())
    return told


def service(name: str) -> dict[str, Any]:
    held: dict[str, Any] = compose()["services"][name]
    return held


def proxy_file() -> str:
    return re.sub(r"^\s*#.*\n", "", (ROOT / "Caddyfile").read_text(), flags=re.MULTILINE)


def test_these_and_no_others_are_started():
    assert set(compose()["services"]) == {*OURS, *OTHERS}


def test_every_volume_is_declared_and_used():
    used = {
        volume.partition(":")[0] for name in (*OURS, *OTHERS) for volume in service(name).get("volumes", ())
        if not volume.startswith("./")
    }  # fmt: skip
    assert used == set(compose()["volumes"])


@pytest.mark.parametrize("name", OURS)
def test_every_setting_exists_and_is_allowed(name: str):
    given = service(name)["environment"]
    assert {key.lower() for key in given} <= set(Settings.model_fields)
    plain = {key.lower(): re.sub(r"\$\{[^}]*\}", "", value) for key, value in given.items()}
    settings = read_settings(**{key: value for key, value in plain.items() if value}, _env_file=None)
    assert settings.database_url.startswith("postgresql://overtalkerr:")
    assert settings.rate_limit_storage.startswith("redis://")
    assert (settings.workers == 0, settings.trusted_proxies) == ((True, 1) if OURS[name] else (False, 0))


def test_the_database_takes_the_connections_of_all_of_them():
    (most,) = re.findall(r"max_connections=(\d+)", " ".join(service("database")["command"]))
    processes = sum(service(name).get("deploy", {}).get("replicas", 1) for name in OURS)
    assert processes * read_settings(_env_file=None).connections + 10 <= int(most), "some are kept for the owner"


def test_those_that_take_turns_are_alike():
    assert service("web-1") == service("web-2")


@pytest.mark.parametrize("name", OURS)
def test_what_is_not_needed_is_taken_away(name: str):
    held = service(name)
    assert (held["read_only"], held["cap_drop"], held["restart"]) == (True, ["ALL"], "unless-stopped")
    assert held["security_opt"] == ["no-new-privileges:true"]
    assert held["build"]["args"] == {"SCALE": "1"}
    assert "/tmp" in held["tmpfs"]
    assert not held.get("volumes"), "all that is kept is in the database"


@pytest.mark.parametrize("name", OURS)
def test_there_is_time_to_stop(name: str):
    seconds = int(service(name)["stop_grace_period"].removesuffix("s"))
    told: dict[str, Any] = {}
    exec((ROOT / "gunicorn.conf.py").read_text(), told)
    assert seconds > told["graceful_timeout"]
    assert int(service("proxy")["stop_grace_period"].removesuffix("s")) > seconds


def test_only_the_proxy_is_open_to_the_world():
    assert [name for name in (*OURS, *OTHERS) if "ports" in service(name)] == ["proxy"]


def test_everybody_starts_after_what_they_need():
    for name in OURS:
        assert service(name)["depends_on"]["database"] == {"condition": "service_healthy"}
        assert "redis" in service(name)["depends_on"]
    assert set(service("proxy")["depends_on"]) == {"web-1", "web-2"}


def test_health_is_asked_of_whoever_can_tell():
    assert all("test" in service(name)["healthcheck"] for name in ("database", "redis"))
    assert service("worker")["healthcheck"] == {"disable": True}, "it answers nobody"
    assert all("healthcheck" not in service(name) for name in ("web-1", "web-2")), "the image's own asks them"


def test_the_worker_runs_what_script_worker_runs():
    assert service("worker")["command"] == ["python", "-m", "background"]
    assert "-m background" in (ROOT / "script" / "worker").read_text()


def test_no_image_moves_and_no_secret_is_written_down():
    images = [service(name)["image"] for name in (*OURS, *OTHERS)]
    assert not [image for image in images if ":" not in image or image.endswith(":latest")]
    text = (ROOT / "compose.scale.yaml").read_text()
    secrets = re.findall(r"(?:PASSWORD: |overtalkerr:)(.*?)(?:@|\n)", text.split("services:")[1])
    assert secrets
    assert all(secret.startswith("${POSTGRES_PASSWORD:?") for secret in secrets if secret != "local-scale")


def test_the_proxy_knows_them_by_name_and_asks_a_page_that_exists(house: House):
    told = proxy_file()
    (upstreams,) = re.findall(r"reverse_proxy \{\$UPSTREAMS:(.*?)\}", told)
    assert upstreams.split() == [
        f"{name}:{service(name)['environment']['PORT']}" for name, open_ in OURS.items() if open_
    ]
    (health,) = re.findall(r"health_uri (\S+)", told)
    assert house.client.get(health).status_code == 200
    assert told.count("{") == told.count("}")


def test_the_proxy_listens_where_it_is_published():
    (default,) = re.findall(r"^\{\$SITE:(.*?)\} \{$", proxy_file(), flags=re.MULTILINE)
    assert service("proxy")["environment"]["SITE"] == f"${{SITE:-{default}}}"
    assert any(str(port).endswith(default) for port in service("proxy")["ports"])
    assert "./Caddyfile:/etc/caddy/Caddyfile:ro" in service("proxy")["volumes"]
