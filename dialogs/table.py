"""How a conversation is written down: one typed row for each pair of state and event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from dialogs.states import State
from dialogs.wants import Fact, Want
from intents import Intent
from media import Reply

if TYPE_CHECKING:
    from collections.abc import Callable

Event = Intent | Fact

S = TypeVar("S", bound=State)
E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Speak:
    """Stand in this state and say this: the turn is over."""

    state: State
    reply: Reply
    #: Where this answers what does not fit: what is said in its place the second time in a row, the third … After the
    #: last of these the conversation ends, so that nobody hears the same sentence over and over.
    instead: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetch:
    """Stand in this state and find this out: the turn goes on with the fact."""

    state: State
    want: Want


Answer = Speak | Fetch


@dataclass(frozen=True, slots=True)
class Row:
    """In this state, at this event, make this move."""

    state: type[Any]
    event: type[Any]
    move: Callable[[Any, Any], Answer]


def on(state: type[S], event: type[E], move: Callable[[S, E], Answer]) -> Row:
    """Write one row; the type checker holds the move against both types."""
    return Row(state, event, move)
