"""Where conversations stand, kept over restarts."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select, update

from dialogs.states import Finished, Idle, Lost, State
from intents import Context
from media import Reply
from models import Conversation
from storage.conversations import Conversations, Holding
from storage.database import reading
from tests.house import Clock
from tests.samples import STATES, TWO_DUNES

HOUR = 3600.0


@pytest.fixture
def conversations(engine: Engine, clock: Clock) -> Conversations:
    return Conversations(engine, clock.now, 24 * HOUR)


def save(conversations: Conversations, channel: str, speaker: str, conversation: str, state: State) -> None:
    """A turn that ends in this state."""
    held = conversations.hold(channel, speaker, conversation, 5)
    assert held is not None
    held.save(state)


def hold(conversations: Conversations) -> Holding:
    """Ann's conversation, for five seconds."""
    held = conversations.hold("voice", "ann", "one", 5)
    assert held is not None
    return held


def rows(engine: Engine) -> int:
    with reading(engine) as connection:
        return len(connection.execute(select(Conversation.id)).all())


def test_a_new_conversation_stands_at_the_beginning(conversations: Conversations):
    assert conversations.load("voice", "ann", "one") == Idle()


def test_it_stands_where_it_was_left(conversations: Conversations):
    for state in STATES:
        save(conversations, "voice", "ann", "one", state)
        assert conversations.load("voice", "ann", "one") == state


def test_it_is_one_row_however_often_it_is_saved(conversations: Conversations, engine: Engine):
    for state in (TWO_DUNES, Idle(), TWO_DUNES):
        save(conversations, "voice", "ann", "one", state)
    assert rows(engine) == 1


def test_channel_speaker_and_session_tell_conversations_apart(conversations: Conversations):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    for other in (("alexa", "ann", "one"), ("voice", "bob", "one"), ("voice", "ann", "two"), ("voice", "one", "ann")):
        assert conversations.load(*other) == Idle()


def test_two_speakers_stand_in_two_places(conversations: Conversations):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    save(conversations, "voice", "bob", "one", Finished(Reply("goodbye")))
    assert conversations.load("voice", "ann", "one") == TWO_DUNES
    assert conversations.load("voice", "bob", "one") == Finished(Reply("goodbye"))


@pytest.mark.parametrize(
    "strange", ["", "\ud800", "x" * 10_000, "\x00", "'; DROP TABLE conversations; --", "\U0001f600"]
)
def test_any_id_will_do(conversations: Conversations, strange: str):
    save(conversations, "voice", strange, strange, TWO_DUNES)
    assert conversations.load("voice", strange, strange) == TWO_DUNES
    assert conversations.load("voice", strange + "x", strange) == Idle()


def test_nobody_can_be_told_from_what_is_stored(conversations: Conversations, engine: Engine):
    save(conversations, "voice", "ann@example.org", "session-7", TWO_DUNES)
    with reading(engine) as connection:
        stored = str(connection.execute(select(Conversation.__table__)).all())
    assert "ann" not in stored
    assert "session-7" not in stored


def test_what_another_version_wrote_is_a_fresh_start(conversations: Conversations, engine: Engine):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    with engine.begin() as connection:
        connection.execute(update(Conversation).values(version="older"))
    assert conversations.load("voice", "ann", "one") == Lost(Context.OFFER)


def test_what_cannot_be_read_is_a_fresh_start(conversations: Conversations, engine: Engine, caplog):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    with engine.begin() as connection:
        connection.execute(update(Conversation).values(state={"$": "Nothing of ours"}))
    assert conversations.load("voice", "ann", "one") == Lost(Context.OFFER)
    assert "starts afresh" in caplog.text


def test_a_day_later_it_is_a_fresh_start(conversations: Conversations, clock: Clock):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    clock.turn(24 * HOUR - 1)
    assert conversations.load("voice", "ann", "one") == TWO_DUNES
    clock.turn(1)
    assert conversations.load("voice", "ann", "one") == Idle()


def test_saving_again_keeps_it_young(conversations: Conversations, clock: Clock):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    clock.turn(23 * HOUR)
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    clock.turn(23 * HOUR)
    assert conversations.forget_old() == 0
    assert conversations.load("voice", "ann", "one") == TWO_DUNES


def test_the_old_ones_are_forgotten_and_only_they(conversations: Conversations, engine: Engine, clock: Clock):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    clock.turn(20 * HOUR)
    save(conversations, "voice", "bob", "one", TWO_DUNES)
    clock.turn(5 * HOUR)
    assert conversations.forget_old() == 1
    assert rows(engine) == 1
    assert conversations.load("voice", "bob", "one") == TWO_DUNES


# --- one turn at a time


def test_one_turn_has_it_in_hand_and_the_next_when_it_lets_go(conversations: Conversations):
    first = hold(conversations)
    assert conversations.hold("voice", "ann", "one", 5) is None
    first.let_go()
    hold(conversations).save(TWO_DUNES)
    assert hold(conversations).state == TWO_DUNES


@pytest.mark.parametrize("other", [("alexa", "ann", "one"), ("voice", "bob", "one"), ("voice", "ann", "two")])
def test_no_other_conversation_waits_for_it(conversations: Conversations, other: tuple[str, str, str]):
    hold(conversations)
    assert conversations.hold(*other, 5) is not None


def test_what_is_never_let_go_is_free_when_its_time_is_over(conversations: Conversations, clock: Clock):
    late = hold(conversations)
    clock.turn(5)
    hold(conversations).save(TWO_DUNES)
    late.save(Idle())
    late.let_go()
    assert conversations.load("voice", "ann", "one") == TWO_DUNES


def test_letting_go_after_saving_takes_nothing_from_the_next(conversations: Conversations):
    first = hold(conversations)
    first.save(Idle())
    hold(conversations)
    first.let_go()
    assert conversations.hold("voice", "ann", "one", 5) is None


def test_what_is_in_hand_is_not_forgotten(conversations: Conversations, clock: Clock):
    save(conversations, "voice", "ann", "one", TWO_DUNES)
    clock.turn(24 * HOUR)
    held = hold(conversations)
    assert conversations.forget_old() == 0
    held.save(TWO_DUNES)
    assert conversations.load("voice", "ann", "one") == TWO_DUNES


# --- what was answered last


def test_an_answer_is_found_by_what_was_delivered(conversations: Conversations):
    hold(conversations).save(TWO_DUNES, "turn 1", {"speech": "Is it?"})
    held = hold(conversations)
    assert held.answer_to("turn 1") == {"speech": "Is it?"}
    assert held.answer_to("turn 2") is None


def test_the_last_three_are_kept_for_five_minutes(conversations: Conversations, clock: Clock):
    for number in range(5):
        hold(conversations).save(TWO_DUNES, str(number), number)
    held = hold(conversations)
    assert [held.answer_to(str(number)) for number in range(5)] == [None, None, 2, 3, 4]
    held.let_go()
    clock.turn(300)
    assert hold(conversations).answer_to("4") is None


def test_they_are_cleared_away_while_the_conversation_stays(conversations: Conversations, engine: Engine, clock: Clock):
    hold(conversations).save(TWO_DUNES, "turn 1", {"speech": "Is it?"})
    clock.turn(300)
    assert conversations.forget_old() == 0
    with reading(engine) as connection:
        assert connection.execute(select(Conversation.answers)).scalars().all() == [None]
    assert conversations.load("voice", "ann", "one") == TWO_DUNES
