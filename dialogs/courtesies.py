"""What may be said at any point: hello, help, again, never mind; and what is answered when nothing else fits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import reporting, telling
from dialogs.apart import which_title
from dialogs.states import (
    SPEAKING_STATES,
    AskingCode,
    ChoosingSeasons,
    ChoosingTitle,
    Deciding,
    Finished,
    Greeting,
    Idle,
    Offering,
    OfferingCollection,
    OfferingUndo,
    Stalled,
)
from dialogs.table import Answer, Event, Fetch, Speak, on
from dialogs.wants import Greet, Met
from intents import Cancel, ChooseSeasons, Help, Launch, No, Repeat, Unclear, Yes
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State
    from media import Gap


def open_up(state: Idle, launch: Launch) -> Answer:
    """Somebody is there: see whether they know us; nobody is greeted twice."""
    return start_over(state, launch) if state.greeted else Fetch(Greeting(), Greet())


def open_again(_state: Finished, _launch: Launch) -> Answer:
    """Behind the end of a conversation nobody is welcomed anew, but told what they have not heard yet."""
    return Fetch(Greeting(again=True), Greet())


def welcome(state: Greeting, met: Met) -> Answer:
    """Greet them: at length the first time, shortly from then on, and with what they have not heard yet."""
    if met.news:
        return Speak(Idle(greeted=True), telling.news(met))
    if state.again:
        return start_over(state, Launch())
    return Speak(Idle(greeted=True), Reply("welcome-back" if met.before else "welcome", listening=True))


def start_over(_state: State, _launch: Launch) -> Answer:
    """Leave what was open."""
    return Speak(Idle(), Reply("what-would-you-like", listening=True))


def explain(state: State, _help: Help) -> Answer:
    """Help with the question that is open."""
    still_open = _still_open(state)
    return Speak(still_open, Reply(f"help-{question(still_open)}", listening=True))


def say_goodbye(_state: State, _event: Event) -> Answer:
    """Never mind."""
    return Speak(Finished(Reply("goodbye")), Reply("goodbye"))


def repeat(state: State, repeat: Repeat) -> Answer:
    """The same once more, slowly if they like. An echo is no wish of theirs, but nothing that fits."""
    again = say_again(state, repeat)
    if repeat.echoed:
        return missed(again.state, again.reply)
    return replace(again, reply=replace(again.reply, slowly=repeat.slowly)) if repeat.slowly else again


def say_again(state: State, _event: Event) -> Speak:
    """Put the open question once more; after the end, the last word."""
    match state:
        case Offering():
            return Speak(state, telling.offer(state))
        case ChoosingSeasons():
            return Speak(state, telling.which_seasons(state))
        case ChoosingTitle():
            return Speak(state, which_title(state))
        case OfferingCollection():
            return Speak(state, telling.collection(state))
        case Deciding():
            return Speak(state, reporting.waiting(state.waiting, may_decide=True, approve=state.wanted.approve))
        case Stalled() | OfferingUndo() | AskingCode():
            return Speak(state, _asked_plainly(state))
        case Finished():
            return Speak(state, state.reply)
        case _:
            return Speak(Idle(), Reply("what-would-you-like", listening=True))


def _asked_plainly(state: Stalled | OfferingUndo | AskingCode) -> Reply:
    match state:
        case Stalled():
            return Reply("stalled", {"why": state.speech_key}, listening=True)
        case OfferingUndo():
            return Reply("shall-undo", listening=True)
        case AskingCode():
            return Reply("ask-code", listening=True)


def remind(state: State, event: Event) -> Answer:
    """Answer what has no row: what was said does not fit here, so help with what would."""
    still_open = _still_open(state)
    was_silent = isinstance(event, Unclear) and not event.words
    gaps: dict[str, Gap] = {"heard": "nothing" if was_silent else "something"}
    return missed(still_open, Reply(f"remind-{question(still_open)}", gaps, listening=True))


def missed(state: State, reply: Reply) -> Speak:
    """Nothing that fits was heard: say so, and help more each time that it happens again."""
    about = question(state)
    return Speak(state, reply, (Reply(f"lost-{about}", listening=True), Reply(f"help-{about}", listening=True)))


def question(state: State) -> str:
    """Which question is open, as the sentences that help with it are named."""
    match state:
        case OfferingCollection():
            return "collection"
        case OfferingUndo():
            return "undo"
        case Deciding():
            return "approval" if state.wanted.approve else "refusal"
        case _:
            return state.context.value


def _still_open(state: State) -> State:
    choosing = Offering | ChoosingTitle | ChoosingSeasons | OfferingCollection
    return state if isinstance(state, choosing | OfferingUndo | Deciding | Stalled | AskingCode) else Idle()


def ask_of_what(_state: State, _event: Event) -> Answer:
    """Seasons were named, but no show."""
    return Speak(Idle(), Reply("season-of-what", listening=True))


ROWS = (
    *(on(state, Launch, start_over) for state in SPEAKING_STATES if state not in {Finished, Idle}),
    on(Finished, Launch, open_again),
    on(Idle, Launch, open_up),
    on(Greeting, Met, welcome),
    *(on(state, Help, explain) for state in SPEAKING_STATES),
    *(on(state, Cancel, say_goodbye) for state in SPEAKING_STATES if state not in {Finished, OfferingUndo}),
    *(on(state, Repeat, repeat) for state in SPEAKING_STATES),
    *(on(state, Unclear, remind) for state in SPEAKING_STATES),
    on(Idle, No, say_goodbye),
    on(Idle, ChooseSeasons, ask_of_what),
    on(Finished, ChooseSeasons, ask_of_what),
    on(Finished, No, say_goodbye),
    # Saying yes twice is a double tap or a redelivered turn: the same words, and nothing is done again.
    on(Finished, Yes, say_again),
)
