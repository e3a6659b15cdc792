"""Going on with a conversation that an older version of ours saved: we no longer know what was open, and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.asking import start_search
from dialogs.asking_back import ask_about, ask_how_far
from dialogs.courtesies import explain, say_goodbye, welcome
from dialogs.filmographies import lead_to_titles
from dialogs.states import Idle, Lost
from dialogs.table import Answer, Event, Speak, on
from dialogs.undoing import take_back
from intents import (
    AskFor,
    AskInfo,
    AskStatus,
    Cancel,
    ChooseSeasons,
    Help,
    Launch,
    Next,
    No,
    Previous,
    Refine,
    Repeat,
    SearchFor,
    Select,
    Unclear,
    Undo,
    Yes,
)
from media import Reply

if TYPE_CHECKING:
    from intents import Intent

#: What only makes sense with the question that is lost.
_ANSWERS: Final[tuple[type[Intent], ...]] = (
    *(Yes, No, Next, Previous, Repeat),
    *(Select, Refine, ChooseSeasons, Unclear),
)


def start_again(_state: Lost, _event: Event) -> Answer:
    """Apologise, and ask for a title."""
    return Speak(Idle(), Reply("start-again", listening=True))


ROWS = (
    *(on(Lost, event, start_again) for event in _ANSWERS),
    on(Lost, AskFor, start_search),
    on(Lost, AskInfo, ask_about),
    on(Lost, AskStatus, ask_how_far),
    on(Lost, SearchFor, lead_to_titles),
    on(Lost, Launch, welcome),
    on(Lost, Help, explain),
    on(Lost, Cancel, say_goodbye),
    on(Lost, Undo, take_back),
)
