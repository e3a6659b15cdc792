"""What to do next: a pure table of moves, no clock, no chance, no network, no database.

`step` is a Mealy machine. An event is an intent (somebody spoke) or a fact (the world answered); the answer is
either words or a want, never both and never neither.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from dialogs import (
    apart,
    asking,
    asking_back,
    choosing,
    collecting,
    confirming,
    correcting,
    courtesies,
    deciding,
    filmographies,
    heeding,
    linking,
    recalling,
    resuming,
    tracing,
    undoing,
)
from dialogs.courtesies import question
from dialogs.manners import in_manner
from dialogs.states import (
    AskingCode,
    ChoosingSeasons,
    ChoosingTitle,
    Deciding,
    Idle,
    Offering,
    OfferingCollection,
    OfferingUndo,
    Stalled,
)
from dialogs.table import Answer, Event, Fetch, Speak

if TYPE_CHECKING:
    from dialogs.states import State
    from media import Title

__all__ = ["ROWS", "Button", "Event", "Fetch", "Speak", "buttons", "offered", "options", "question", "step"]

#: The whole conversation. The type checker, the tests, the docs and "help" all read this table.
ROWS: Final = (
    *(*courtesies.ROWS, *asking.ROWS, *choosing.ROWS, *confirming.ROWS, *collecting.ROWS, *asking_back.ROWS),
    *(*recalling.ROWS, *apart.ROWS, *correcting.ROWS, *filmographies.ROWS, *undoing.ROWS, *resuming.ROWS),
    *linking.ROWS,
    *(*tracing.ROWS, *heeding.ROWS, *deciding.ROWS),
)
_MOVES: Final = {(row.state, row.event): row.move for row in ROWS}


def step(state: State, event: Event) -> Answer:
    """Answer one event. A pair that the table does not list gets a gentle reminder, never a crash."""
    move = _MOVES.get((type(state), type(event)), courtesies.remind)
    return in_manner(state.manner, move(state, event))


def offered(state: State) -> Title | None:
    """The one title that has been put to the person, if any."""
    match state:
        case Offering():
            return state.title
        case ChoosingSeasons():
            return state.details.title
        case _:
            return None


def options(state: State) -> tuple[Title, ...]:
    """What else may be chosen instead, best first."""
    match state:
        case Offering():
            return state.candidates[state.at + 1 :] + state.candidates[: state.at]
        case ChoosingTitle():
            return state.candidates[state.at :] + state.candidates[: state.at]
        case _:
            return ()


class Button(StrEnum):
    """Answers that make sense in a state, for those who would rather tap. Seasons come as their numbers."""

    YES = "yes"
    NO = "no"
    NEXT = "next"
    ALL_SEASONS = "all-seasons"
    CANCEL = "cancel"
    HELP = "help"


def buttons(state: State) -> tuple[Button | int, ...]:
    """The answers that make sense now; a number stands for that season."""
    match state:
        case Offering():
            return (
                Button.YES,
                Button.NO,
                *((Button.NEXT,) if state.at + 1 < len(state.candidates) else ()),
                Button.CANCEL,
            )
        case ChoosingSeasons():
            return (*state.open_seasons, Button.ALL_SEASONS, Button.CANCEL)
        case ChoosingTitle():
            more = state.at + len(state.shown) < len(state.candidates)
            return (Button.NEXT, Button.CANCEL) if more else (Button.CANCEL,)
        case OfferingCollection() | OfferingUndo() | Stalled():
            return (Button.YES, Button.NO)
        case AskingCode():
            return (Button.CANCEL,)
        case Deciding():
            return (Button.YES, Button.NO) if len(state.waiting) == 1 else (Button.CANCEL,)
        case Idle():
            return (Button.HELP,)
        case _:
            return ()
