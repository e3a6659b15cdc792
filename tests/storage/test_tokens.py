"""Keys are made once and kept as digests."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from storage.conversations import digest
from storage.database import reading
from storage.tokens import Tokens
from tests.house import Clock


@pytest.fixture
def tokens(engine: Engine, clock: Clock) -> Tokens:
    return Tokens(engine, clock.now)


def test_a_token_is_made_once_and_kept_as_its_digest(tokens: Tokens, engine: Engine):
    made = tokens.make_once("voice")
    assert made is not None
    assert len(made) >= 32
    assert tokens.make_once("voice") is None
    assert tokens.digest_of("voice") == digest(made)
    with reading(engine) as connection:
        assert made not in str(connection.execute(text("SELECT * FROM tokens")).all())


def test_there_is_no_digest_of_what_was_never_made(tokens: Tokens):
    assert tokens.digest_of("voice") is None


def test_a_key_opens_its_own_channel_until_it_is_revoked(tokens: Tokens):
    key = tokens.make("mcp", "desk%_")
    assert key is not None
    assert tokens.opens("mcp", digest(key))
    assert not tokens.opens("google", digest(key))
    assert [(one.channel, one.name) for one in tokens.of_channels()] == [("mcp", "desk%_")]
    assert tokens.revoke("mcp", "desk%_")
    assert not tokens.opens("mcp", digest(key))
    assert not tokens.revoke("mcp", "desk%_")
