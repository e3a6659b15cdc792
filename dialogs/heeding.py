"""Who wants to be told, and who no more; and what failed, once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import reporting, telling
from dialogs.apart import ask_which
from dialogs.asking import at_position
from dialogs.carried import Errand
from dialogs.choosing import select
from dialogs.followed import (
    Again,
    Heed,
    Heeded,
    Nameless,
    NotFollowed,
    NothingFailed,
    Place,
    Retried,
    ToSend,
    Unheed,
    Unheeded,
)
from dialogs.states import (
    SPEAKING_STATES,
    Finished,
    Heeding,
    Requesting,
    Retrying,
    Searching,
    Unheeding,
)
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.tracing import offering_of, read_out, spoken_of
from dialogs.wants import Refused, Search, Submit, Unanswered
from intents import AskFor, Follow, Select, TryAgain, Unfollow
from media import Reply, Wish

if TYPE_CHECKING:
    from dialogs.states import State


def follow(state: State, wanted: Follow) -> Answer:
    """Of the title that is named, or else of the one that is spoken of; of several, one is chosen first."""
    if wanted.title is not None:
        named = AskFor(wanted.title, wanted.kind, wanted.years)
        return Fetch(Heeding(named), Heed(named))
    if about := spoken_of(state):
        return Fetch(Heeding(about.asked, about), Heed(about.title))
    if listed := read_out(state):
        choosing = replace(listed, only_asks=True, errand=Errand.FOLLOW)
        return select(choosing, Select(wanted.position)) if wanted.position else ask_which(choosing)
    return _finish(Reply("heed-what"))


def say_heeded(state: Heeding, heeded: Heeded) -> Answer:
    """They will be told; what is there already is told now."""
    one = heeded.standing
    is_there = one.stands is Place.READY
    reply = reporting.where(one, "nothing") if is_there else Reply("heeded", reporting.named(one.wish))
    return Speak(Finished(reply, state.about or offering_of(one.wish, heeded.today)), reply)


def say_nameless(state: Heeding, _nameless: Nameless) -> Answer:
    """Nobody can be told whom nobody knows."""
    reply = Reply("heed-nameless")
    return Speak(Finished(reply, state.about), reply)


def find_to_heed(state: Heeding, _nothing: NotFollowed) -> Answer:
    """Look for the title; where it is known, nobody asked for it: it is offered."""
    if state.about is None:
        return Fetch(Searching(state.asked, only_asks=True, errand=Errand.FOLLOW), Search(state.asked))
    return Speak(state.about, telling.offer(state.about, only_asks=True))


def cannot_heed(state: Heeding, failed: Unanswered | Refused) -> Answer:
    """The request manager cannot be asked what there is to follow."""
    reply = Reply("cannot-ask", {"why": failed.speech_key})
    return Speak(Finished(reply, state.about), reply)


def unfollow(state: State, wanted: Unfollow) -> Answer:
    """Of the title that is named, or of the one that is spoken of, or of everything."""
    if wanted.title is not None:
        return Fetch(Unheeding(), Unheed(AskFor(wanted.title, wanted.kind, wanted.years)))
    about, listed = spoken_of(state), read_out(state)
    if wanted.position and listed and (meant := at_position(listed.shown, wanted.position)):
        return Fetch(Unheeding(), Unheed(meant[0]))
    if wanted.position and (about is None or wanted.position not in {1, -1}):
        return _finish(Reply("unheed-what"))  # one was meant, so never everything
    return Fetch(Unheeding(), Unheed(about.title if about else None))


def say_unheeded(_state: Unheeding, told: Unheeded) -> Answer:
    """They are told no more; or would not have been."""
    if not told.count:
        return _finish(Reply("unheeded-none"))
    if told.title is None:
        return _finish(Reply("unheeded-all"))
    reply = Reply("unheeded", reporting.about(told.title))
    return Speak(Finished(reply, offering_of(Wish(told.title), told.today)), reply)


def try_again(state: State, wanted: TryAgain) -> Answer:
    """What failed, of the title that is named or spoken of, or whatever it was."""
    if wanted.title is not None:
        named = AskFor(wanted.title, wanted.kind, wanted.years)
        return Fetch(Retrying(named), Again(named))
    about = spoken_of(state)
    return Fetch(Retrying(), Again(about.title if about else None))


def say_retried(_state: Retrying, retried: Retried) -> Answer:
    """It is on its way again."""
    reply = Reply("retried", reporting.named(retried.wish))
    return Speak(Finished(reply, offering_of(retried.wish, retried.today)), reply)


def send_again(_state: Retrying, to_send: ToSend) -> Answer:
    """It never got there: now."""
    about = offering_of(to_send.wish, to_send.today)
    return Fetch(Requesting(to_send.wish, to_send.today, about=about), Submit(to_send.wish))


def say_nothing_failed(_state: Retrying, nothing: NothingFailed) -> Answer:
    """There is nothing to be tried again."""
    if nothing.standing is None:
        return _finish(Reply("nothing-failed"))
    return _finish(reporting.where(nothing.standing, "nothing"))


def find_to_retry(state: Retrying, _nothing: NotFollowed) -> Answer:
    """Look for the title."""
    if state.asked is None:
        return say_nothing_failed(state, NothingFailed())
    return Fetch(Searching(state.asked, only_asks=True, errand=Errand.TRY_AGAIN), Search(state.asked))


def cannot_retry(_state: Retrying, failed: Unanswered | Refused) -> Answer:
    """It stays as it is."""
    return _finish(Reply("cannot-ask", {"why": failed.speech_key}))


def _finish(reply: Reply) -> Answer:
    return Speak(Finished(reply), reply)


ROWS = (
    *(on(state, Follow, follow) for state in SPEAKING_STATES),
    on(Heeding, Heeded, say_heeded),
    on(Heeding, Nameless, say_nameless),
    on(Heeding, NotFollowed, find_to_heed),
    on(Heeding, Unanswered, cannot_heed),
    on(Heeding, Refused, cannot_heed),
    *(on(state, Unfollow, unfollow) for state in SPEAKING_STATES),
    on(Unheeding, Unheeded, say_unheeded),
    *(on(state, TryAgain, try_again) for state in SPEAKING_STATES),
    on(Retrying, Retried, say_retried),
    on(Retrying, ToSend, send_again),
    on(Retrying, NothingFailed, say_nothing_failed),
    on(Retrying, NotFollowed, find_to_retry),
    on(Retrying, Unanswered, cannot_retry),
    on(Retrying, Refused, cannot_retry),
)
