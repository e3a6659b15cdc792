"""script/token: a key for one channel, made, used, listed and revoked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commands.tokens import main
from models import Token
from settings import Settings
from storage.database import reading
from storage.tokens import CHANNELS
from tests.fake_backend import FakeBackend
from tests.house import House
from tests.serving import settings_in

AWAY = {"REMOTE_ADDR": "203.0.113.7"}
BODIES: dict[str, dict[str, object]] = {
    "voice": {"text": "help"},
    "mcp": {"jsonrpc": "2.0", "id": 1, "method": "ping"},
    "metrics": {},
    "homeassistant": {"query": "help", "conversation_id": "one"},
    "google": {
        "responseId": "one",
        "session": "projects/house/agent/sessions/one",
        "queryResult": {"queryText": "help", "languageCode": "en"},
    },
}


@pytest.fixture
def of(house: House) -> Settings:
    return settings_in(house.database.parent, database_url=house.settings.database_url)


@pytest.fixture
def says(of: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run it; what it prints, or what it complains about."""

    def run(*arguments: str) -> str:
        return main(arguments, of) or capsys.readouterr().out

    return run


def asks(house: House, channel: str, key: str) -> int:
    """The status that somebody gets who shows this key from far away."""
    shown = {"Authorization": f"Bearer {key}"}
    ask = house.client.get if channel == "metrics" else house.client.post
    return ask(f"/{channel}", json=BODIES[channel], environ_base=AWAY, headers=shown).status_code


def test_every_channel_that_takes_keys_is_tried_here():
    assert set(BODIES) == set(CHANNELS)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_key_opens_its_channel_alone_until_it_is_revoked(house: House, says: Callable[..., str], channel: str):
    key = says("make", channel, "laptop").splitlines()[0]
    opened = {other: asks(house, other, key) for other in CHANNELS}
    assert opened == {other: 200 if other == channel else 401 for other in CHANNELS}
    assert house.client.get("/test", environ_base=AWAY, headers={"Authorization": f"Bearer {key}"}).status_code != 200
    assert says("revoke", channel, "laptop") == f"The key laptop opens /{channel} no more.\n"
    assert asks(house, channel, key) == 401


def test_a_key_is_kept_as_a_digest_and_listed_by_name(house: House, says: Callable[..., str]):
    key = says("make", "mcp", "laptop").splitlines()[0]
    says("make", "voice", "phone")
    head, first, second = says("list").splitlines()
    assert (head.split(), first.split()[:2], second.split()[:2]) == (
        ["CHANNEL", "NAME", "MADE"],
        ["mcp", "laptop"],
        ["voice", "phone"],
    )
    with reading(house.built.engine) as connection:
        assert key not in str(connection.execute(Token.__table__.select()).all())


def test_the_key_of_the_house_is_not_listed_and_cannot_be_revoked_here(says: Callable[..., str]):
    assert says() == "No channel has a key of its own.\n"
    assert says("revoke", "voice", "voice").startswith("token: voice has no key named voice.")


def test_a_name_is_given_once(says: Callable[..., str]):
    says("make", "mcp", "laptop")
    assert says("make", "mcp", "laptop").startswith("token: mcp has a key named laptop already")
    assert says("make", "mcp", "a/b").startswith("token: a name has up to 24 letters")


def test_what_is_kept_of_a_key_does_not_open_anything(house: House, says: Callable[..., str]):
    says("make", "mcp", "laptop")
    with reading(house.built.engine) as connection:
        kept = [row.digest for row in connection.execute(Token.__table__.select())]
    assert {asks(house, channel, digest) for channel in CHANNELS for digest in [*kept, ""]} == {401}


def test_the_key_of_the_house_opens_every_channel(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), voice_token="a-key-of-many-letters")
    assert {asks(house, channel, "a-key-of-many-letters") for channel in CHANNELS} == {200}
