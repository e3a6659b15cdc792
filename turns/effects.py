"""Carrying out what a dialog wants, in time. The one place where failures of the outside world become facts."""

from __future__ import annotations

from concurrent.futures import TimeoutError as OutOfTime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dialogs.wants import Fact, Found, LookedUp, LookUp, Outcome, Owed, Refused, Search, Submit, Unanswered, Want
from intents.titles import rank
from media_backends import BackendTooSlow, BackendUnavailable, KeyRefused, Query, RequestRefused
from turns.sending import LEASE, Outbox, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from intents import AskFor
    from intents.grammar import Grammar
    from media import Wish
    from media_backends import MediaBackend
    from turns.deadline import Deadline

#: How often somebody who waits for another person's identical wish looks whether it is settled, in seconds.
GLANCE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is speaking, where, in which conversation and language."""

    channel: str
    person: str
    conversation: str
    locale: str
    language: str  # ISO 639-1, what titles are searched in


@dataclass(frozen=True, slots=True)
class World:
    """The outside of a turn, handed in."""

    grammar: Callable[[str], Grammar]  # by language (ISO 639-1)
    backend: Callable[[], MediaBackend]  # asked anew each time: which one it is may be found out later
    pool: Executor  # bounded: its size is the bulkhead
    outbox: Outbox
    today: Callable[[], str]  # ISO date
    pause: Callable[[float], None]  # sleeps that many seconds


def carry_out(want: Want, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """The fact that answers a want, before the deadline whatever the backend does."""
    match want:
        case Submit(wish):
            return _submit(wish, world, speaker, deadline)
        case Search() | LookUp():
            return _read(want, world, speaker, deadline)


def _read(want: Search | LookUp, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    asking = world.pool.submit(_ask, want, world, speaker, deadline)
    try:
        return asking.result(deadline.left)
    except OutOfTime:
        asking.cancel()
        return Unanswered(BackendTooSlow.speech_key)
    except BackendUnavailable as problem:
        return Unanswered(problem.speech_key)
    except (KeyRefused, RequestRefused) as refused:
        return Refused(refused.speech_key)


def _ask(want: Search | LookUp, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    backend = world.backend()
    match want:
        case Search(asked):
            titles = backend.search(_query(asked, speaker.language), timeout=deadline.left)
            spelling = world.grammar(speaker.language).spelling
            return Found(rank(asked, titles, spelling).titles, world.today())
        case LookUp(title):
            return LookedUp(backend.details(title.kind, title.id, timeout=deadline.left))


def _query(asked: AskFor, language: str) -> Query:
    one_year = asked.years[0] if asked.years and asked.years[0] == asked.years[1] else None
    return Query(asked.title, asked.kind, one_year, language)


def _submit(wish: Wish, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """Write it down, send it, and wait for the answer as long as the turn can; the sending goes on without us."""
    row = world.outbox.write(wish, channel=speaker.channel, speaker=speaker.person)
    owing = world.outbox.lease(row, LEASE)
    if owing is None:
        return _await_other(row, world, deadline)
    sending = world.pool.submit(send, owing, world.backend(), world.outbox)
    try:
        return sending.result(deadline.left)
    except OutOfTime:
        if sending.cancel():  # it never began, so the next one need not wait for the lease to run out
            world.outbox.postpone(owing, 0.0, "no thread was free in time")
        return Owed(BackendTooSlow.speech_key)
    except BackendUnavailable as problem:
        return Owed(problem.speech_key)


def _await_other(row: int, world: World, deadline: Deadline) -> Outcome | Owed:
    """Somebody else is sending the same wish: what comes of it holds for both."""
    while deadline.left > GLANCE:
        outcome = world.outbox.outcome(row)
        if outcome is not None:
            return outcome
        world.pause(GLANCE)
    return Owed(BackendTooSlow.speech_key)
