"""Taking back what was requested a moment ago: "undo that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs import telling
from dialogs.courtesies import say_goodbye
from dialogs.states import (
    AskingCode,
    ChoosingSeasons,
    ChoosingTitle,
    Deciding,
    Finished,
    Idle,
    Offering,
    OfferingCollection,
    OfferingUndo,
    Requesting,
    Stalled,
    TakingBack,
)
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import TakeBack, Unanswered, Undone, Withdrawn
from intents import Cancel, No, Undo, Yes
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State


def take_back(_state: State, _undo: Undo) -> Answer:
    """Whatever this person requested last, in this conversation or another."""
    return Fetch(TakingBack(), TakeBack())


def let_it_be(_state: State, _undo: Undo) -> Answer:
    """Of what is on offer nothing is requested yet. What was before is left alone: it may not be what is meant."""
    return _finish(Reply("not-requested"))


def ask_whether_undone(state: Finished, cancel: Cancel) -> Answer:
    """ "Cancel that" behind a request may mean the request: ask."""
    if cancel.it and state.reply.key in _JUST_REQUESTED:
        return Speak(OfferingUndo(state.about), Reply("shall-undo", listening=True))
    return say_goodbye(state, cancel)


def take_it_back(_state: OfferingUndo, _event: Yes | Undo) -> Answer:
    """That is what was meant."""
    return Fetch(TakingBack(), TakeBack())


def cancel_or_keep(state: OfferingUndo, cancel: Cancel) -> Answer:
    """ "Cancel it", once more, says yes; "never mind" does not."""
    return Fetch(TakingBack(), TakeBack()) if cancel.it else _kept(state)


def keep(state: OfferingUndo, _no: No) -> Answer:
    """It stays requested."""
    return _kept(state)


def _kept(state: OfferingUndo) -> Answer:
    reply = Reply("undo-kept")
    return Speak(Finished(reply, state.about), reply)


def say_undone(_state: TakingBack, undone: Undone) -> Answer:
    """What is gone, and what is not."""
    return _finish(telling.undone(undone))


def say_unknown(_state: TakingBack, failed: Unanswered) -> Answer:
    """Nobody knows whether it is gone; saying it again does no harm."""
    return _finish(Reply("undo-failed", {"why": failed.speech_key}))


def say_withdrawn(state: Requesting, _withdrawn: Withdrawn) -> Answer:
    """The same person has taken it back meanwhile, on another device."""
    return _finish(telling.undone(Undone((state.wish,), was_sent=False)))


def _finish(reply: Reply) -> Answer:
    return Speak(Finished(reply), reply)


_OPEN: Final[tuple[type[State], ...]] = (Offering, ChoosingTitle, ChoosingSeasons, OfferingCollection, Stalled)
_OVER: Final[tuple[type[State], ...]] = (Idle, AskingCode, Finished, Deciding)
#: What is said where something was requested, or written down to be.
_JUST_REQUESTED: Final = frozenset({"requested", "owed", "collection-requested"})

ROWS = (
    *(on(state, Undo, take_back) for state in _OVER),
    *(on(state, Undo, let_it_be) for state in _OPEN),
    on(Finished, Cancel, ask_whether_undone),
    on(OfferingUndo, Yes, take_it_back),
    on(OfferingUndo, Undo, take_it_back),
    on(OfferingUndo, Cancel, cancel_or_keep),
    on(OfferingUndo, No, keep),
    on(TakingBack, Undone, say_undone),
    on(TakingBack, Unanswered, say_unknown),
    on(Requesting, Withdrawn, say_withdrawn),
)
