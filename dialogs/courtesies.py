"""What may be said at any point: hello, help, again, never mind; and what is answered when nothing else fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import telling
from dialogs.states import (
    SPEAKING_STATES,
    ChoosingSeasons,
    ChoosingTitle,
    Finished,
    Idle,
    Offering,
    OfferingCollection,
    Stalled,
)
from dialogs.table import Answer, Event, Speak, on
from intents import Cancel, ChooseSeasons, Help, Launch, No, Repeat, Unclear, Yes
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State


def welcome(_state: State, _launch: Launch) -> Answer:
    """Open the conversation."""
    return Speak(Idle(), Reply("welcome", listening=True))


def explain(state: State, _help: Help) -> Answer:
    """Help with the question that is open."""
    still_open = _still_open(state)
    return Speak(still_open, Reply(f"help-{question(still_open)}", listening=True))


def say_goodbye(_state: State, _event: Event) -> Answer:
    """Never mind."""
    return Speak(Finished(Reply("goodbye")), Reply("goodbye"))


def say_again(state: State, _event: Event) -> Answer:
    """Put the open question once more; after the end, the last word."""
    match state:
        case Offering():
            return Speak(state, telling.offer(state))
        case ChoosingSeasons():
            return Speak(state, telling.which_seasons(state))
        case ChoosingTitle():
            return Speak(state, telling.which_title(state))
        case OfferingCollection():
            return Speak(state, telling.collection(state))
        case Stalled():
            return Speak(state, Reply("stalled", {"why": state.speech_key}, listening=True))
        case Finished():
            return Speak(state, state.reply)
        case _:
            return Speak(Idle(), Reply("what-would-you-like", listening=True))


def remind(state: State, _event: Event) -> Answer:
    """Answer what has no row: what was said does not fit here, so help with what would."""
    still_open = _still_open(state)
    return Speak(still_open, Reply(f"remind-{question(still_open)}", listening=True))


def question(state: State) -> str:
    """Which question is open, as the sentences that help with it are named."""
    return "collection" if isinstance(state, OfferingCollection) else state.context.value


def _still_open(state: State) -> State:
    return (
        state
        if isinstance(state, Offering | ChoosingTitle | ChoosingSeasons | OfferingCollection | Stalled)
        else Idle()
    )


def ask_of_what(_state: State, _event: Event) -> Answer:
    """Seasons were named, but no show."""
    return Speak(Idle(), Reply("season-of-what", listening=True))


ROWS = (
    *(on(state, Launch, welcome) for state in SPEAKING_STATES),
    *(on(state, Help, explain) for state in SPEAKING_STATES),
    *(on(state, Cancel, say_goodbye) for state in SPEAKING_STATES),
    *(on(state, Repeat, say_again) for state in SPEAKING_STATES),
    *(on(state, Unclear, remind) for state in SPEAKING_STATES),
    on(Idle, No, say_goodbye),
    on(Idle, ChooseSeasons, ask_of_what),
    on(Finished, ChooseSeasons, ask_of_what),
    on(Finished, No, say_goodbye),
    # Saying yes twice is a double tap or a redelivered turn: the same words, and nothing is done again.
    on(Finished, Yes, say_again),
)
