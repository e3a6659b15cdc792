"""Conversations: one row a channel, speaker and session; a restart between question and answer is not noticed."""

from __future__ import annotations

import logging
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select

import intents
import media
from dialogs import states
from models import Conversation
from storage.database import reading
from storage.packing import Packing, Unpackable, pack
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine

    from dialogs.states import State

log = logging.getLogger(__name__)

PACKING: Final = Packing(states.State, {**vars(media), **vars(intents), **vars(states)})


class Conversations:
    """Loads and saves where a conversation stands."""

    def __init__(self, engine: Engine, clock: Callable[[], float], max_age: float) -> None:
        """`clock` gives Unix seconds; a conversation untouched for `max_age` seconds is forgotten."""
        self._engine, self._clock, self._max_age = engine, clock, max_age

    def load(self, channel: str, speaker: str, conversation: str) -> State:
        """Where it stands; Idle where it is new, too old, or was written by another version."""
        query = select(Conversation.version, Conversation.state).where(
            *_is(channel, speaker, conversation), Conversation.updated > self._clock() - self._max_age
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        if row is None or row.version != PACKING.fingerprint:
            return states.Idle()
        try:
            state: State = PACKING.unpack(row.state)
        except Unpackable as problem:
            log.warning("A saved conversation cannot be read, so it starts afresh: %s", problem)
            return states.Idle()
        return state

    def save(self, channel: str, speaker: str, conversation: str, state: State) -> None:
        """Remember where it stands now."""
        row = {"version": PACKING.fingerprint, "state": pack(state), "updated": self._clock()}
        insert = insert_for(self._engine, Conversation).values(
            channel=channel, speaker=digest(speaker), conversation=digest(conversation), **row
        )
        upsert = insert.on_conflict_do_update(index_elements=["channel", "speaker", "conversation"], set_=row)
        with self._engine.begin() as connection:
            connection.execute(upsert)

    def forget_old(self) -> int:
        """Delete what is past its age; how many that were."""
        old = delete(Conversation).where(Conversation.updated <= self._clock() - self._max_age)
        with self._engine.begin() as connection:
            return connection.execute(old).rowcount


def digest(text: str) -> str:
    """A fixed-length stand-in for an id of any length, which says nothing about whom it names."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _is(channel: str, speaker: str, conversation: str) -> tuple[ColumnElement[bool], ...]:
    return (
        Conversation.channel == channel,
        Conversation.speaker == digest(speaker),
        Conversation.conversation == digest(conversation),
    )
