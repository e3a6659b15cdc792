"""Going on with a conversation that an older version of ours saved: we no longer know what was open, and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.asking import start_search
from dialogs.asking_back import ask_about
from dialogs.courtesies import explain, say_goodbye
from dialogs.deciding import decide
from dialogs.filmographies import lead_to_titles
from dialogs.heeding import follow, try_again, unfollow
from dialogs.recalling import gather, recall
from dialogs.states import Greeting, Idle, Lost
from dialogs.table import Answer, Event, Fetch, Speak, on
from dialogs.tracing import ask_how_far
from dialogs.undoing import take_back
from dialogs.wants import Greet
from intents import (
    AskFor,
    AskInfo,
    AskMine,
    AskRequests,
    AskStatus,
    Cancel,
    ChooseSeasons,
    Decide,
    Follow,
    Help,
    Launch,
    Next,
    No,
    Previous,
    Refine,
    Repeat,
    SearchFor,
    Select,
    TryAgain,
    Unclear,
    Undo,
    Unfollow,
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


def greet(_state: Lost, _launch: Launch) -> Answer:
    """Somebody opens us anew, and needs no apology."""
    return Fetch(Greeting(), Greet())


def recall_lost(_state: Lost, asked: AskMine) -> Answer:
    """What this person asked for does not hang on the question that is lost."""
    return recall(Idle(), asked)


def gather_lost(_state: Lost, asked: AskRequests) -> Answer:
    """Nor does what others asked for."""
    return gather(Idle(), asked)


ROWS = (
    *(on(Lost, event, start_again) for event in _ANSWERS),
    on(Lost, AskFor, start_search),
    on(Lost, AskInfo, ask_about),
    on(Lost, AskStatus, ask_how_far),
    on(Lost, AskMine, recall_lost),
    on(Lost, AskRequests, gather_lost),
    on(Lost, Follow, follow),
    on(Lost, Unfollow, unfollow),
    on(Lost, TryAgain, try_again),
    on(Lost, Decide, decide),
    on(Lost, SearchFor, lead_to_titles),
    on(Lost, Launch, greet),
    on(Lost, Help, explain),
    on(Lost, Cancel, say_goodbye),
    on(Lost, Undo, take_back),
)
