"""Conversations: one row a channel, speaker and session; a restart between question and answer is not noticed.

A turn takes the row in hand, so that turns of one conversation follow one another, in whichever process. What was
answered to the last turns stands beside it for a few minutes, for those that are delivered again.
"""

from __future__ import annotations

import logging
import uuid
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select, update

import intents
import media
from dialogs import followed, states
from intents import Context
from models import Conversation
from storage.database import reading
from storage.packing import Packing, Unpackable, pack
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine, Row

    from dialogs.states import State

log = logging.getLogger(__name__)

PACKING: Final = Packing(states.State, {**vars(media), **vars(intents), **vars(followed), **vars(states)})
#: So many answers are kept for turns that are delivered again, for so many seconds: platforms retry within a few.
MOST_ANSWERS: Final = 3
KEEP_ANSWERS: Final = 300.0
#: States of any version in which no question was open.
NOTHING_OPEN: Final = frozenset({states.Idle.__name__, states.Finished.__name__})


class Conversations:
    """Where conversations stand."""

    def __init__(self, engine: Engine, clock: Callable[[], float], max_age: float) -> None:
        """`clock` gives Unix seconds; a conversation untouched for `max_age` seconds is forgotten."""
        self._engine, self._clock, self._max_age = engine, clock, max_age

    def hold(self, channel: str, speaker: str, conversation: str, seconds: float) -> Holding | None:
        """Take it in hand for one turn, at most so long; None while another turn has it."""
        now, lease = self._clock(), uuid.uuid4().hex
        ours = {"lease": lease, "leased_until": now + seconds}
        fresh = {"version": PACKING.fingerprint, "state": pack(states.Idle()), "updated": now}
        insert = insert_for(self._engine, Conversation).values(
            channel=channel, speaker=digest(speaker), conversation=digest(conversation), **fresh, **ours
        )
        free = insert.on_conflict_do_update(
            index_elements=["channel", "speaker", "conversation"], set_=ours, where=Conversation.leased_until <= now
        ).returning(*_STANDING, Conversation.id, Conversation.answers)
        with self._engine.begin() as connection:
            row = connection.execute(free).one_or_none()
        if row is None:
            return None
        told = row.answers if isinstance(row.answers, list) else []
        lately = [one for one in told if one["at"] > now - KEEP_ANSWERS]
        return Holding(self._engine, self._clock, row.id, lease, self._state(row), lately)

    def load(self, channel: str, speaker: str, conversation: str) -> State:
        """Where it stands, whoever has it in hand."""
        query = select(*_STANDING).where(*_is(channel, speaker, conversation))
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        return states.Idle() if row is None else self._state(row)

    def forget_old(self) -> int:
        """Delete what is past its age, and the answers that nobody will ask for again; how many conversations."""
        now = self._clock()
        old = delete(Conversation).where(Conversation.updated <= now - self._max_age, Conversation.leased_until <= now)
        told = update(Conversation).where(Conversation.answers.is_not(None), Conversation.updated <= now - KEEP_ANSWERS)
        with self._engine.begin() as connection:
            connection.execute(told.values(answers=None))
            return connection.execute(old).rowcount

    def _state(self, row: Row[Any]) -> State:
        """Idle where it is too old; Lost where it cannot be read any more and a question was open."""
        if row.updated <= self._clock() - self._max_age:
            return states.Idle()
        if row.version != PACKING.fingerprint:
            return _lost(row.state)
        try:
            state: State = PACKING.unpack(row.state)
        except Unpackable as problem:
            log.warning("A saved conversation cannot be read, so it starts afresh: %s", problem)
            return _lost(row.state)
        return state


class Holding:
    """A conversation that one turn has in hand."""

    def __init__(
        self,
        engine: Engine,
        clock: Callable[[], float],
        row: int,
        lease: str,
        state: State,
        answers: list[dict[str, Any]],
    ) -> None:
        """Made by `Conversations.hold`."""
        self._engine, self._clock, self._row, self._lease, self._answers = engine, clock, row, lease, answers
        self._is_ours = True
        self.state = state

    def answer_to(self, delivery: str) -> Any:
        """What was told when the same was delivered before; None where it was not."""
        return next((one["told"] for one in self._answers if one["of"] == digest(delivery)), None)

    def save(self, state: State, delivery: str = "", told: Any = None) -> None:
        """Remember where it stands now and let go; with `delivery`, also what was told, as JSON."""
        now, answers = self._clock(), self._answers
        if delivery:
            answers = [*answers, {"of": digest(delivery), "at": now, "told": told}][-MOST_ANSWERS:]
        stands = {"version": PACKING.fingerprint, "state": pack(state), "updated": now, "answers": answers or None}
        if not self._write(**stands):
            log.warning("A turn took so long that another one went on with its conversation.")

    def let_go(self) -> None:
        """The turn is over. What `save` did not keep stays as it was."""
        if self._is_ours:
            self._write()

    def _write(self, **values: Any) -> bool:
        self._is_ours = False
        ours = update(Conversation).where(Conversation.id == self._row, Conversation.lease == self._lease)
        with self._engine.begin() as connection:
            return connection.execute(ours.values(lease=None, leased_until=0.0, **values)).rowcount == 1


def digest(text: str) -> str:
    """A fixed-length stand-in for an id of any length, which says nothing about whom it names."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_STANDING: Final = (Conversation.version, Conversation.state, Conversation.updated)


def _lost(packed: Any) -> State:
    """A fresh start; what was open can still be told by its name, where that has stayed the same."""
    name = str(packed.get("$")) if isinstance(packed, dict) else ""
    if name in NOTHING_OPEN:
        return states.Idle()
    context = getattr(vars(states).get(name), "context", None)
    return states.Lost(context if isinstance(context, Context) else Context.OFFER)


def _is(channel: str, speaker: str, conversation: str) -> tuple[ColumnElement[bool], ...]:
    return (
        Conversation.channel == channel,
        Conversation.speaker == digest(speaker),
        Conversation.conversation == digest(conversation),
    )
