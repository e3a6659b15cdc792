"""Carrying out what a dialog wants, in time. The one place where failures of the outside world become facts."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from dialogs.wants import Fact, Found, LookedUp, LookUp, Owed, Refused, Search, Submit, Unanswered, Want
from media_backends import BackendTooSlow, BackendUnavailable, KeyRefused, RequestRefused
from turns.finding import SEARCHES, Means, find
from turns.learned import NO_INDEX
from turns.sending import LEASE, Outbox, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from intents import AskFor
    from intents.grammar import Grammar
    from intents.titles.index import Index
    from media import Details, Owing, Title, Wish
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
    index: Callable[[str], Index] = field(default=lambda _language: NO_INDEX)  # by language; asked anew, it grows
    searches: int = SEARCHES  # calls to the backend for one search, at most


def carry_out(want: Want, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """The fact that answers a want, before the deadline whatever the backend does."""
    match want:
        case Submit(wish):
            return _submit(wish, world, speaker, deadline)
        case Search() | LookUp():
            return _told(want, world, speaker, deadline)


def _told(want: Search | LookUp, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """What the backend answers, or why it does not."""
    try:
        match want:
            case Search(asked):
                return _search(asked, world, speaker, deadline)
            case LookUp(title):
                return _look_up(title, world, deadline)
    except BackendUnavailable as problem:
        return Unanswered(problem.speech_key)
    except (KeyRefused, RequestRefused) as refused:
        return Refused(refused.speech_key)


def _done(work: Future[Any], deadline: Deadline) -> bool:
    """Wait for it; False when the deadline comes first."""
    return bool(wait((work,), deadline.left).done)


def _search(asked: AskFor, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    language = speaker.language
    spelling, index = world.grammar(language).spelling, world.index(language)
    # In this thread: it is the single searches that the pool carries out, side by side.
    found = find(asked, Means(world.backend(), world.pool, spelling, index, language, world.searches), deadline)
    return Found(found.ranking.titles, world.today(), found.ranking.verdict)


def _look_up(title: Title, world: World, deadline: Deadline) -> Fact:
    asking = world.pool.submit(_details, title, world, deadline)
    if not _done(asking, deadline):
        asking.cancel()
        return Unanswered(BackendTooSlow.speech_key)
    return LookedUp(asking.result())


def _details(title: Title, world: World, deadline: Deadline) -> Details:
    return world.backend().details(title.kind, title.id, timeout=deadline.left)


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
