"""Settings: read once, checked, documented, and silent about secrets."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from media_backends import BackendType
from settings import ROOT, Settings, SettingsError, read_settings

NAMES = {name.upper() for name in Settings.model_fields}


def read(env_file: Path | None = None) -> Settings:
    return read_settings(_env_file=env_file)


def documented(name: str) -> str:
    """What docs/configuration.md says of a setting."""
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    return re.split(r"^##", text.split(f"### `{name}`\n")[1], flags=re.MULTILINE)[0]


# --- documented


def test_the_example_names_every_setting_and_nothing_else():
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^# ([A-Z_]+)=", text, re.MULTILINE)) == NAMES


def test_the_documentation_names_every_setting_once_and_nothing_else():
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### `([A-Z_]+)`", text, re.MULTILINE)) == sorted(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_setting_is_documented_with_default_and_example(name: str):
    said = documented(name)
    assert said.startswith("Default: ")
    assert f"Example: `{name}=" in said
    default = Settings.model_fields[name.lower()].default
    if isinstance(default, int | float) and not isinstance(default, bool):
        assert f"Default: `{default:g}`" in said


@pytest.mark.parametrize("name", sorted(NAMES - {"DATABASE_URL", "MEDIA_BACKEND_URL"}))
def test_each_default_in_the_example_is_the_real_one(name: str, tmp_path: Path):
    example = (ROOT / ".env.example").read_text(encoding="utf-8").replace("# ", "")
    env = tmp_path / ".env"
    env.write_text(example)
    assert getattr(read(env), name.lower()) == getattr(read(), name.lower())


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_example_is_allowed(name: str, monkeypatch):
    pair = ("ALEXA_CLIENT_ID", "ALEXA_CLIENT_SECRET")  # one is not allowed without the other
    for each in pair if name in pair else (name,):
        monkeypatch.setenv(each, re.findall(rf"^Example: `{each}=(.*)`", documented(each), re.MULTILINE)[0])
    assert getattr(read(), name.lower()) != "nothing"


# --- where they come from


def test_with_nothing_set_it_is_the_demo():
    settings = read()
    assert settings.is_demo
    assert settings.backend_type is BackendType.DEMO
    assert settings.database_url == f"sqlite:///{ROOT}/data/overtalkerr.db"


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({"MEDIA_BACKEND_URL": "http://nas:5055"}, None),
        ({"MEDIA_BACKEND_URL": "http://nas:5055", "MEDIA_BACKEND_TYPE": "Jellyseerr"}, BackendType.JELLYSEERR),
        ({"MEDIA_BACKEND_URL": "http://nas:5055", "MOCK_BACKEND": "true"}, BackendType.DEMO),
        ({"MEDIA_BACKEND_URL": "http://nas:5055", "MEDIA_BACKEND_TYPE": "demo"}, BackendType.DEMO),
        ({"MEDIA_BACKEND_URL": "", "MEDIA_BACKEND_TYPE": ""}, BackendType.DEMO),
    ],
)
def test_which_backend_is_chosen(given: dict[str, str], chosen: BackendType | None, monkeypatch):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert read().backend_type is chosen


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch):
    env = tmp_path / ".env"
    env.write_text("PORT=6000\nHOST=127.0.0.1\n")
    monkeypatch.setenv("PORT", "7000")
    settings = read(env)
    assert (settings.port, settings.host) == (7000, "127.0.0.1")


@pytest.mark.parametrize("name", ["MEDIA_BACKEND_API_KEY", "VOICE_TOKEN", "DATABASE_URL"])
def test_a_secret_may_stand_in_a_file(name: str, tmp_path: Path, monkeypatch):
    (tmp_path / "secret").write_text("sqlite:////from-a-file\n")
    env = tmp_path / ".env"
    env.write_text(f"{name}=sqlite:////from-dot-env\n")
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "secret"))
    assert value_of(read(env), name) == "sqlite:////from-a-file"
    monkeypatch.setenv(name, "sqlite:////from-the-environment")
    assert value_of(read(env), name) == "sqlite:////from-the-environment"


def value_of(settings: Settings, name: str) -> str:
    value = getattr(settings, name.lower())
    return str(value.get_secret_value() if hasattr(value, "get_secret_value") else value)


def test_a_secret_file_that_is_not_there_stops_the_start(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("VOICE_TOKEN_FILE", str(tmp_path / "nothing"))
    with pytest.raises(SettingsError, match=r"VOICE_TOKEN_FILE: cannot read .*nothing"):
        read()


def test_only_secrets_come_from_files(tmp_path: Path, monkeypatch):
    (tmp_path / "port").write_text("7000")
    monkeypatch.setenv("PORT_FILE", str(tmp_path / "port"))
    assert read().port == 5000


def test_skill_ids_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("ALEXA_SKILL_IDS", " amzn1.ask.skill.a, amzn1.ask.skill.b ,")
    assert read().alexa_skill_ids == {"amzn1.ask.skill.a", "amzn1.ask.skill.b"}


def test_case_and_blanks_do_not_matter(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", " debug ")
    monkeypatch.setenv("LOG_FORMAT", "JSON")
    monkeypatch.setenv("MEDIA_BACKEND_URL", " http://nas:5055/ ")
    settings = read()
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")
    assert settings.media_backend_url == "http://nas:5055/"


def test_settings_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        read().port = 1


# --- wrong values


WRONG = [
    ("PORT", "abc"),
    ("PORT", "0"),
    ("PORT", "70000"),
    ("MEDIA_BACKEND_URL", "nas:5055"),
    ("MEDIA_BACKEND_URL", "ftp://nas"),
    ("MEDIA_BACKEND_URL", "http://user:hush-hush@nas"),
    ("MEDIA_BACKEND_URL", "http://nas?apikey=hush-hush"),
    ("MEDIA_BACKEND_TYPE", "plex"),
    ("MOCK_BACKEND", "perhaps"),
    ("DATABASE_URL", "mysql://x:hush-hush@y/z"),
    ("DATABASE_URL", "sqlite:///:memory:"),
    ("DATABASE_URL", "postgresql://ann:hush-hush@db:port/x"),
    ("DATABASE_URL", "postgresql://ann:hush@hush@db/x"),
    ("RATE_LIMIT_STORAGE", "redis://:hush-hush@redis:port/0"),
    ("RATE_LIMIT_STORAGE", "redis://:hush/hush@redis"),
    ("WORKERS", "-1"),
    ("RECONCILE_MINUTES", "nan"),
    ("REQUEST_GIVE_UP_HOURS", "0"),
    ("WEBHOOK_SECRET", "hush-hush"),
    ("NOTICE_EVENTS", "ready,everything"),
    ("NOTICE_QUIET_HOURS", "22-7"),
    ("NOTICE_MORE_SCHEMES", "file"),
    ("ALEXA_CLIENT_SECRET", "hush-hush"),
    ("ALEXA_REGION", "us"),
    ("ALEXA_STAGE", "beta"),
    ("TRUSTED_PROXIES", "-1"),
    ("LOG_LEVEL", "loud"),
    ("LOG_FORMAT", "xml"),
    ("ALEXA_SKILL_IDS", "my-skill"),
    ("VOICE_TOKEN", "hush-hush"),
    ("SESSION_TTL_HOURS", "0"),
    ("SESSION_TTL_HOURS", "nan"),
    ("RATE_LIMIT_PER_MINUTE", "0"),
    ("WEB_THREADS", "1"),
    ("BACKEND_THREADS", "1"),
    ("DEMO_PACE_SECONDS", "-1"),
    ("DEMO_PACE_SECONDS", "inf"),
    ("DEMO_PACE_SECONDS", "nan"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_stops_the_start_and_says_what_is_allowed(name: str, value: str, monkeypatch):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as told:
        read()
    message = str(told.value)
    assert message.startswith(name)
    assert "Allowed: " in message
    assert "hush" not in message
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_in_the_file_is_told_as_well(name: str, value: str, tmp_path: Path):
    env = tmp_path / ".env"
    env.write_text(f"{name}={value}\n")
    with pytest.raises(SettingsError, match=f"^{name}"):
        read(env)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql:///x?host=/run/postgresql"),
        ("DATABASE_URL", "postgresql+psycopg://ann@[::1]:5432/x"),
        ("DATABASE_URL", "postgresql://ann:pa/ss:word@db.example:65535?sslmode=require"),
        ("RATE_LIMIT_STORAGE", "rediss://ann:pa%40ss@[fd00::1]:6379/0?health_check_interval=5"),
        ("RATE_LIMIT_STORAGE", "redis://redis"),
    ],
)
def test_addresses_of_stores_that_are_right(name: str, value: str, monkeypatch):
    monkeypatch.setenv(name, value)
    assert getattr(read(), name.lower()) == value


def test_half_of_what_alexa_wants_is_not_enough(monkeypatch):
    monkeypatch.setenv("ALEXA_CLIENT_ID", "amzn1.application-oa2-client.1")
    with pytest.raises(SettingsError, match="both are set, or neither"):
        read()


def test_every_wrong_setting_is_named_at_once(monkeypatch):
    monkeypatch.setenv("PORT", "abc")
    monkeypatch.setenv("LOG_LEVEL", "loud")
    with pytest.raises(SettingsError) as told:
        read()
    assert [line.split()[0] for line in str(told.value).splitlines()] == ["PORT", "LOG_LEVEL"]


# --- secrets


@pytest.mark.parametrize(
    ("url", "password"),
    [
        ("postgresql://ann:hush-hush@db/x", "hush-hush"),
        ("postgresql://ann:hu:sh@db/x", "hu:sh"),
        ("postgresql://ann:hu%40sh@db/x", "hu@sh"),
        ("postgresql://ann:hu/sh@db/x?options=a@b", "hu/sh"),
    ],
)
def test_the_databases_password_is_a_secret(url: str, password: str, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", url)
    assert password in read().secrets


def test_where_there_is_no_secret_there_is_none():
    assert read().secrets == ()


def test_a_repr_shows_no_secret(monkeypatch):
    monkeypatch.setenv("MEDIA_BACKEND_API_KEY", "hush-hush-api-key")
    monkeypatch.setenv("VOICE_TOKEN", "hush-hush-voice-token")
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:hush-hush@db/x")
    settings = read()
    assert "hush" not in f"{settings!r} {settings} {settings.model_fields_set}"


# --- as a command


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_start_that_fails_says_why_in_two_lines():
    ended = start(PORT="abc", VOICE_TOKEN="hush-hush", DATABASE_URL="sqlite:////dev/null/x.db")
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[0] == "Overtalkerr cannot start."
    assert "PORT is 'abc', which is not allowed. Allowed: a number from 1 to 65535." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hush" not in ended.stderr


def test_a_database_that_cannot_be_opened_says_so():
    ended = start(DATABASE_URL="sqlite:////dev/null/x.db")
    assert ended.returncode == 1
    assert "Check DATABASE_URL" in ended.stderr
    assert "Traceback" not in ended.stderr
