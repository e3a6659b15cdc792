"""How somebody is spoken to, whatever the move: patience with what does not fit, and their own word for a film."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.states import Finished
from dialogs.table import Answer, Fetch, Speak
from media import Reply

if TYPE_CHECKING:
    from dialogs.carried import Manner


def in_manner(manner: Manner, answer: Answer) -> Answer:
    """The answer of a move, as it is given to this person; their manner goes on to the next state."""
    match answer:
        case Fetch(state, want):
            return Fetch(replace(state, manner=manner), want)
        case Speak(_, _, ()):
            return _spoken(answer, replace(manner, misses=0))
        case Speak():
            return _patient(answer, manner)


def _patient(answer: Speak, manner: Manner) -> Speak:
    """Not the same sentence again, but more help each time; after that, enough."""
    sayings = (answer.reply, *answer.instead)
    if manner.misses < len(sayings):
        told = Speak(answer.state, sayings[manner.misses], answer.instead)
        return _spoken(told, replace(manner, misses=manner.misses + 1))
    enough = Reply("lost-goodbye")
    return _spoken(Speak(Finished(enough), enough), replace(manner, misses=0))


def _spoken(answer: Speak, manner: Manner) -> Speak:
    reply = answer.reply
    if manner.film:
        reply = replace(reply, gaps={**reply.gaps, "film": manner.film})
    return replace(answer, state=replace(answer.state, manner=manner), reply=reply)
