"""Where conversations stand, kept over restarts."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select, update

from dialogs.states import Finished, Idle
from media import Reply
from models import Conversation
from storage.conversations import Conversations
from storage.database import reading
from tests.house import Clock
from tests.samples import STATES, TWO_DUNES

HOUR = 3600.0


@pytest.fixture
def conversations(engine: Engine, clock: Clock) -> Conversations:
    return Conversations(engine, clock.now, 24 * HOUR)


def rows(engine: Engine) -> int:
    with reading(engine) as connection:
        return len(connection.execute(select(Conversation.id)).all())


def test_a_new_conversation_stands_at_the_beginning(conversations: Conversations):
    assert conversations.load("voice", "ann", "one") == Idle()


def test_it_stands_where_it_was_left(conversations: Conversations):
    for state in STATES:
        conversations.save("voice", "ann", "one", state)
        assert conversations.load("voice", "ann", "one") == state


def test_it_is_one_row_however_often_it_is_saved(conversations: Conversations, engine: Engine):
    for state in (TWO_DUNES, Idle(), TWO_DUNES):
        conversations.save("voice", "ann", "one", state)
    assert rows(engine) == 1


def test_channel_speaker_and_session_tell_conversations_apart(conversations: Conversations):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    for other in (("alexa", "ann", "one"), ("voice", "bob", "one"), ("voice", "ann", "two"), ("voice", "one", "ann")):
        assert conversations.load(*other) == Idle()


def test_two_speakers_stand_in_two_places(conversations: Conversations):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    conversations.save("voice", "bob", "one", Finished(Reply("goodbye")))
    assert conversations.load("voice", "ann", "one") == TWO_DUNES
    assert conversations.load("voice", "bob", "one") == Finished(Reply("goodbye"))


@pytest.mark.parametrize(
    "strange", ["", "\ud800", "x" * 10_000, "\x00", "'; DROP TABLE conversations; --", "\U0001f600"]
)
def test_any_id_will_do(conversations: Conversations, strange: str):
    conversations.save("voice", strange, strange, TWO_DUNES)
    assert conversations.load("voice", strange, strange) == TWO_DUNES
    assert conversations.load("voice", strange + "x", strange) == Idle()


def test_nobody_can_be_told_from_what_is_stored(conversations: Conversations, engine: Engine):
    conversations.save("voice", "ann@example.org", "session-7", TWO_DUNES)
    with reading(engine) as connection:
        stored = str(connection.execute(select(Conversation.__table__)).all())
    assert "ann@" not in stored
    assert "session-7" not in stored


def test_what_another_version_wrote_is_a_fresh_start(conversations: Conversations, engine: Engine):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    with engine.begin() as connection:
        connection.execute(update(Conversation).values(version="older"))
    assert conversations.load("voice", "ann", "one") == Idle()


def test_what_cannot_be_read_is_a_fresh_start(conversations: Conversations, engine: Engine, caplog):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    with engine.begin() as connection:
        connection.execute(update(Conversation).values(state={"$": "Nothing of ours"}))
    assert conversations.load("voice", "ann", "one") == Idle()
    assert "starts afresh" in caplog.text


def test_a_day_later_it_is_a_fresh_start(conversations: Conversations, clock: Clock):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    clock.turn(24 * HOUR - 1)
    assert conversations.load("voice", "ann", "one") == TWO_DUNES
    clock.turn(1)
    assert conversations.load("voice", "ann", "one") == Idle()


def test_saving_again_keeps_it_young(conversations: Conversations, clock: Clock):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    clock.turn(23 * HOUR)
    conversations.save("voice", "ann", "one", TWO_DUNES)
    clock.turn(23 * HOUR)
    assert conversations.forget_old() == 0
    assert conversations.load("voice", "ann", "one") == TWO_DUNES


def test_the_old_ones_are_forgotten_and_only_they(conversations: Conversations, engine: Engine, clock: Clock):
    conversations.save("voice", "ann", "one", TWO_DUNES)
    clock.turn(20 * HOUR)
    conversations.save("voice", "bob", "one", TWO_DUNES)
    clock.turn(5 * HOUR)
    assert conversations.forget_old() == 1
    assert rows(engine) == 1
    assert conversations.load("voice", "bob", "one") == TWO_DUNES
