"""Carrying out what a dialog wants, in time. The one place where failures of the outside world become facts."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dialogs.wants import Fact, Found, LookedUp, LookUp, Owed, Refused, Search, Submit, Unanswered, Want
from intents.titles import rank
from media_backends import BackendTooSlow, BackendUnavailable, KeyRefused, Query, RequestRefused
from turns.sending import LEASE, Outbox, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from intents import AskFor
    from intents.grammar import Grammar
    from media import Owing, Wish
    from media_backends import MediaBackend
    from turns.deadline import Deadline

#: How often somebody who waits while another person's wish for the same title is sent looks again, in seconds.
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
    if not _done(asking, deadline):
        asking.cancel()
        return Unanswered(BackendTooSlow.speech_key)
    try:
        return asking.result()
    except BackendUnavailable as problem:
        return Unanswered(problem.speech_key)
    except (KeyRefused, RequestRefused) as refused:
        return Refused(refused.speech_key)


def _done(work: Future[Any], deadline: Deadline) -> bool:
    """Wait for it; False when the deadline comes first."""
    return bool(wait((work,), deadline.left).done)


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
    """Write it down, then send it, or hear what comes of it where somebody else is sending it already."""
    row = world.outbox.write(wish, channel=speaker.channel, speaker=speaker.person)
    while (owing := world.outbox.lease(row, LEASE)) is None:
        outcome = world.outbox.outcome(row)
        if outcome is not None:
            return outcome
        if deadline.left <= GLANCE:
            return Owed(BackendTooSlow.speech_key)
        world.pause(GLANCE)
    return _send(owing, world, deadline)


def _send(owing: Owing, world: World, deadline: Deadline) -> Fact:
    """Wait for the answer as long as the turn can; the sending goes on without us."""
    sending = world.pool.submit(send, owing, world.backend(), world.outbox)
    if not _done(sending, deadline):
        if sending.cancel():  # it never began, so the next one need not wait for the lease to run out
            world.outbox.postpone(owing, 0.0, "no thread was free in time")
        return Owed(BackendTooSlow.speech_key)
    try:
        return sending.result()
    except (BackendUnavailable, KeyRefused) as problem:
        return Owed(problem.speech_key)
