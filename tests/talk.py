"""A conversation told step by step, for the stories of the dialogs."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs import Fetch, Speak, step
from dialogs.states import Idle, State
from dialogs.table import Answer, Event
from dialogs.wants import Found, LookedUp, Want
from intents import (
    AskFor,
    NumberedSeasons,
    Seasons,
    Yes,
)
from media import Details, Reply
from tests.samples import (
    TODAY,
)

NOWHERE = Idle()


@dataclass(frozen=True)
class Talk:
    """Where a conversation stands, and the last answer."""

    state: State = NOWHERE
    answer: Answer | None = None

    def then(self, *events: Event) -> Talk:
        talk = self
        for event in events:
            answer = step(talk.state, event)
            talk = Talk(answer.state, answer)
        return talk

    @property
    def reply(self) -> Reply:
        assert isinstance(self.answer, Speak), self.answer
        return self.answer.reply

    @property
    def says(self) -> str:
        return self.reply.key

    @property
    def wants(self) -> Want:
        assert isinstance(self.answer, Fetch), self.answer
        return self.answer.want


def offering(*found: Details, seasons: Seasons | None = None) -> Talk:
    titles = tuple(details.title for details in found)
    return Talk().then(AskFor("something", seasons=seasons), Found(titles, TODAY))


def agreed(details: Details, seasons: Seasons | None = None) -> Talk:
    """Somebody said yes to this show, and the truth about it has been read."""
    return offering(details, seasons=seasons).then(Yes(), LookedUp(details))


def numbers(*seasons: int) -> NumberedSeasons:
    return NumberedSeasons(seasons)
