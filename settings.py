"""All that can be set: environment and .env, read once at start into one frozen value.

A secret may also be given as a file: NAME_FILE holds the path (Docker secrets). The environment wins over .env.
Every name is documented in .env.example and docs/configuration.md; a test holds the three equal.
"""

from __future__ import annotations

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from pydantic_settings.exceptions import SettingsError as SourceError

from media import Stage
from media_backends import BackendType, Opening
from media_notices import EVENTS, OF_ALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

    from media_backends import RequestShelf

ROOT: Final = Path(__file__).parent
#: Networks of a home or a container host, where proxies of one's own stand: private, loopback, link-local, Tailscale's.
PRIVATE: Final = tuple(
    ip_network(network)
    for network in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10"),
        *("::1/128", "fc00::/7", "fe80::/10"),
    )
)
#: Host and port in the address of a store.
SERVER: Final = r"(\[[^\]@/]+\]|[^@:/?\s]+)(:[0-9]{1,5})?"
#: Addresses of stores, with the password in them.
MAY_HOLD_A_PASSWORD: Final = frozenset({"database_url", "rate_limit_storage"})


class SettingsError(Exception):
    """A setting has a value that is not allowed. The text names it and says what is."""


class Settings(BaseSettings):
    """Every setting, checked. Field names are the environment's names in lower case."""

    model_config = SettingsConfigDict(
        env_file=ROOT / ".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    media_backend_url: Annotated[str, Field(pattern=r"^https?://[^\s/?#@]+[^\s?#@]*$")] | None = Field(
        None, description="an address such as http://192.168.1.10:5055"
    )
    media_backend_api_key: SecretStr = Field(SecretStr(""), description="the API key from its settings page")
    media_backend_type: BackendType | None = Field(None, description=f"one of {', '.join(BackendType)}")
    media_backend_ca_file: Path | None = Field(None, description="the path of a PEM file")
    default_user: str = Field("", max_length=200, description="the id of a user of your request manager, or nothing")
    mock_backend: bool = Field(default=False, description="true or false")
    database_url: str = Field(
        f"sqlite:///{ROOT / 'data' / 'overtalkerr.db'}",
        pattern=rf"^(sqlite:///[^:].*|postgresql(\+psycopg)?://([^@]*@)?({SERVER})?([/?].*)?)$",
        description="sqlite:///path/to/file.db or postgresql://user:password@host/name (in a password, %40 for @)",
        repr=False,
    )
    host: str = Field("0.0.0.0", min_length=1, description="an address to listen on")  # noqa: S104 - phones must reach it
    port: int = Field(5000, ge=1, le=65535, description="a number from 1 to 65535")
    trusted_proxies: int = Field(0, ge=0, le=10, description="how many proxies stand in front, 0 to 10")
    trusted_proxy_addresses: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = Field(
        PRIVATE, min_length=1, description="private, or addresses and networks of your proxies, separated by commas"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="one of DEBUG, INFO, WARNING, ERROR"
    )
    log_format: Literal["text", "json"] = Field("text", description="text or json")
    locale: str = Field("en-US", pattern=r"^[a-z]{2}-[A-Z]{2}$", description="a locale such as en-GB")
    time_zone: str = Field("", description="the name of a time zone such as Europe/Berlin, or nothing")
    alexa_skill_ids: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="skill ids, separated by commas (amzn1.ask.skill.…)"
    )
    voice_token: SecretStr = Field(SecretStr(""), description="a secret of at least 16 characters")
    google_audience: str = Field(
        "",
        pattern=r"^(https://[^\s/?#@]+[^\s#@]*)?$",
        description="the https address of /google, as it stands in Dialogflow",
    )
    google_service_agent: str = Field(
        "",
        pattern=r"^([^\s@]+@[^\s@]+\.gserviceaccount\.com)?$",
        description="the e-mail address of Dialogflow's service agent (…@gcp-sa-dialogflow.iam.gserviceaccount.com)",
    )
    webhook_secret: SecretStr = Field(SecretStr(""), description="a secret of at least 16 characters")
    reconcile_minutes: float = Field(5, ge=0, le=1440, description="minutes, from 0 to 1440 (a day)")
    alexa_client_id: str = Field("", max_length=200, description="the client id of Alexa Skill Messaging, or nothing")
    alexa_client_secret: SecretStr = Field(
        SecretStr(""), description="what belongs to ALEXA_CLIENT_ID: both are set, or neither", validate_default=True
    )
    alexa_region: Literal["na", "eu", "fe"] = Field("na", description="one of na, eu, fe")
    alexa_stage: Literal["development", "live"] = Field("development", description="development or live")
    notice_urls: SecretStr = Field(SecretStr(""), description="addresses of services, with spaces between them")
    notice_events: Annotated[frozenset[Stage], NoDecode] = Field(
        OF_ALL, description=f"of {', '.join(sorted(EVENTS))}, separated by commas"
    )
    notice_quiet_hours: str = Field(
        "", pattern=r"^(([01]?\d|2[0-3]):[0-5]\d-([01]?\d|2[0-3]):[0-5]\d)?$", description="hours such as 22:00-07:00"
    )
    notice_more_schemes: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="of form, forms, json, jsons, separated by commas"
    )
    owner_notice_urls: SecretStr = Field(SecretStr(""), description="addresses of services, with spaces between them")
    session_ttl_hours: float = Field(24, gt=0, le=24 * 365, description="hours, more than 0")
    rate_limit_per_minute: int = Field(120, ge=1, le=100_000, description="turns a minute for one speaker, at least 1")
    rate_limit_storage: str = Field(
        "memory://",
        pattern=rf"^(memory://|rediss?://([^@/?#\s]*@)?{SERVER}([/?]\S*)?)$",
        description="memory:// or redis://host:6379/0 (rediss:// over TLS; in a password, %40 for @, %2F for /)",
        repr=False,
    )
    web_threads: int = Field(16, ge=2, le=256, description="a number from 2 to 256")
    backend_threads: int = Field(16, ge=2, le=256, description="a number from 2 to 256")
    workers: int = Field(2, ge=0, le=32, description="a number from 0 to 32")
    request_give_up_hours: float = Field(72, gt=0, le=24 * 365, description="hours, more than 0")
    searches_per_request: int = Field(8, ge=1, le=50, description="a number from 1 to 50")
    seasons_default: Literal["ask", "all", "first", "latest", "missing"] = Field(
        "ask", description="one of ask, all, first, latest, missing"
    )
    voice_approval: Literal["linked", "anyone", "nobody"] = Field("linked", description="one of linked, anyone, nobody")
    learned_titles: int = Field(20_000, ge=0, le=100_000, description="a number from 0 to 100000")
    learning_pace_seconds: float = Field(1, ge=0.1, le=3600, description="seconds, 0.1 or more")
    demo_pace_seconds: float = Field(30, ge=0, le=86_400, description="seconds, from 0 to 86400 (a day)")

    @field_validator("notice_events")
    @classmethod
    def _events(cls, value: frozenset[Stage]) -> frozenset[Stage]:
        if not value <= EVENTS:
            raise ValueError("nobody is told of that")
        return value

    @field_validator("notice_more_schemes")
    @classmethod
    def _schemes(cls, value: frozenset[str]) -> frozenset[str]:
        if not value <= {"form", "forms", "json", "jsons"}:
            raise ValueError("not one that can be allowed")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.strip().upper() if isinstance(value, str) else value

    @field_validator(
        *("media_backend_type", "log_format", "seasons_default", "voice_approval", "alexa_region", "alexa_stage"),
        mode="before",
    )
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("trusted_proxy_addresses", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        named = [part.strip() for part in value.split(",") if part.strip()]
        return PRIVATE if named == ["private"] else tuple(named)

    @field_validator("alexa_skill_ids", "notice_events", "notice_more_schemes", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return frozenset(filter(None, (part.strip() for part in value.split(",")))) if isinstance(value, str) else value

    @field_validator("alexa_skill_ids")
    @classmethod
    def _skill_ids(cls, value: frozenset[str]) -> frozenset[str]:
        if any(not one.startswith("amzn1.ask.skill.") for one in value):
            raise ValueError("not a skill id")
        return value

    @field_validator("time_zone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        try:
            return ZoneInfo(value).key if value else value
        except (KeyError, OSError, ValueError):  # not there; a folder of them; no name at all
            raise ValueError("not a time zone") from None

    @field_validator("alexa_client_secret")
    @classmethod
    def _of_a_client(cls, value: SecretStr, so_far: ValidationInfo) -> SecretStr:
        if bool(value.get_secret_value()) is not bool(so_far.data.get("alexa_client_id")):
            raise ValueError("one without the other")
        return value

    @field_validator("voice_token", "webhook_secret")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and len(value.get_secret_value()) < 16:
            raise ValueError("too short")
        return value

    def opening(
        self,
        shelf: RequestShelf,
        clock: Callable[[], float],
        count: Callable[[str, str, float], None] | None = None,
    ) -> Opening:
        """What it takes to open the request manager; `clock` gives Unix seconds, `count` hears of each call."""
        return Opening(
            base_url=self.media_backend_url or "",
            api_key=self.media_backend_api_key.get_secret_value(),
            ca_file=str(self.media_backend_ca_file) if self.media_backend_ca_file else None,
            shelf=shelf,
            clock=clock,
            pace=self.demo_pace_seconds,
            count=count,
        )

    @property
    def connections(self) -> int:
        """How many threads may want the database at once: those that answer, those that call out, and some beside."""
        return self.web_threads + self.backend_threads + self.workers + 4

    @property
    def bounds(self) -> tuple[int, int, str, str | None, str]:
        """What holds for every turn: threads, searches, who approves by voice, seasons by default, whose day it is."""
        always = self.backend_threads, self.searches_per_request, self.voice_approval
        return *always, self.seasons_by_default, self.time_zone

    @property
    def zone(self) -> ZoneInfo | None:
        """Whose hours count for whoever does not say; None: this machine's."""
        return ZoneInfo(self.time_zone) if self.time_zone else None

    @property
    def seasons_by_default(self) -> str | None:
        """The seasons to request where nobody named any; None where they are asked for."""
        return None if self.seasons_default == "ask" else self.seasons_default

    @property
    def session_seconds(self) -> float:
        """How long a conversation is remembered."""
        return self.session_ttl_hours * 3600

    @property
    def give_up_seconds(self) -> float:
        """For how long a request is tried that cannot be sent."""
        return self.request_give_up_hours * 3600

    @property
    def reconcile_seconds(self) -> float:
        """Between two rounds of looks at the requests that go on; 0: none. The demo's requests move on faster."""
        wanted = self.reconcile_minutes * 60
        return min(wanted, max(1.0, self.demo_pace_seconds)) if self.is_demo else wanted

    @property
    def learned_from(self) -> str:
        """The address titles are learned from; nothing for the demo, which asks nobody else."""
        return "" if self.is_demo else self.media_backend_url or ""

    @property
    def household_addresses(self) -> tuple[str, ...]:
        """Where the household is told."""
        return tuple(self.notice_urls.get_secret_value().split())

    @property
    def owner_addresses(self) -> tuple[str, ...]:
        """Where the owner is told."""
        return tuple(self.owner_notice_urls.get_secret_value().split())

    @property
    def addresses(self) -> dict[str, tuple[str, ...]]:
        """Where anybody is told, by the setting that says so."""
        return {"NOTICE_URLS": self.household_addresses, "OWNER_NOTICE_URLS": self.owner_addresses}

    @property
    def is_demo(self) -> bool:
        """True where the embedded demo answers: asked for, or nothing else is configured."""
        wanted = self.mock_backend or self.media_backend_type is BackendType.DEMO
        return wanted or not self.media_backend_url

    @property
    def backend_type(self) -> BackendType | None:
        """Which backend was chosen; None where that is to be found out."""
        return BackendType.DEMO if self.is_demo else self.media_backend_type

    @property
    def secrets(self) -> tuple[str, ...]:
        """The configured secret values, to be kept out of logs."""
        given = (self.media_backend_api_key, self.voice_token, self.webhook_secret, self.alexa_client_secret)
        told = (*self.household_addresses, *self.owner_addresses)
        addresses = (*told, *_passwords(self.database_url), *_passwords(self.rate_limit_storage))
        values = (*(one.get_secret_value() for one in given), *addresses)
        return tuple(value for value in values if value)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments (in tests), the environment, files named by NAME_FILE, .env."""
        del file_secret_settings
        return init_settings, env_settings, _SecretFiles(settings_cls), dotenv_settings


def _passwords(url: str) -> set[str]:
    """The password in an address, as it is written there and as it is meant."""
    userinfo = url.partition("://")[2].partition("@")[0] if "@" in url else ""
    written = userinfo.partition(":")[2]
    return {written, unquote(written)}


class _SecretFiles(EnvSettingsSource):
    """Secrets given as NAME_FILE: the path of a file that holds nothing but the secret."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        is_secret = field.annotation is SecretStr or field_name in MAY_HOLD_A_PASSWORD
        path = os.environ.get(f"{field_name.upper()}_FILE") if is_secret else None
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError) as problem:
            raise SettingsError(f"{field_name.upper()}_FILE: cannot read {path}: {problem}") from problem


def read_settings(**given: Any) -> Settings:
    """Read the settings; `given` wins over the environment. Raises SettingsError, which never shows a secret."""
    try:
        return Settings(**given)
    except SourceError as problem:  # the library wraps what our own source raised
        raise _root_of(problem) from None
    except ValidationError as problem:
        lines = dict.fromkeys(_explain(str(error["loc"][0])) for error in problem.errors(include_input=False))
        raise SettingsError("\n".join(lines)) from None


def _root_of(problem: BaseException) -> SettingsError:
    while problem.__cause__ is not None and not isinstance(problem, SettingsError):
        problem = problem.__cause__
    return problem if isinstance(problem, SettingsError) else SettingsError(str(problem))


def _explain(name: str) -> str:
    field = Settings.model_fields[name]
    given = os.environ.get(name.upper())
    is_secret = field.annotation is SecretStr or name in MAY_HOLD_A_PASSWORD | {"media_backend_url"}
    shown = f" is {given!r}, which" if given and not is_secret else ""
    return f"{name.upper()}{shown} is not allowed. Allowed: {field.description}."
