"""Carrying out what a dialog wants, in time. The one place where failures of the outside world become facts."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from dialogs.wants import (
    AlreadyThere,
    Fact,
    Found,
    FoundCollection,
    LookedUp,
    LookUp,
    Outcome,
    Owed,
    Refused,
    Search,
    SettledAll,
    Submit,
    SubmitAll,
    Taken,
    Unanswered,
    Want,
)
from intents.titles import rank
from media import Kind
from media_backends import Ability, BackendTooSlow, BackendUnavailable, KeyRefused, Query, RequestRefused
from turns.sending import LEASE, Outbox, refused, send

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future, ThreadPoolExecutor

    from intents import AskFor
    from intents.grammar import Grammar
    from media import Details, Owing, Title, Wish
    from media_backends import MediaBackend
    from turns.ahead import LookAhead
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


class People(Protocol):
    """Who is who at the request manager (storage keeps it)."""

    def user_of(self, channel: str, person: str) -> str | None: ...
    def tell_once(self, channel: str, person: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class World:
    """The outside of a turn, handed in."""

    grammar: Callable[[str], Grammar]  # by language (ISO 639-1)
    backend: Callable[[], MediaBackend]  # asked anew each time: which one it is may be found out later
    pool: ThreadPoolExecutor  # bounded: its size is the bulkhead
    outbox: Outbox
    people: People
    ahead: LookAhead
    today: Callable[[], str]  # ISO date
    pause: Callable[[float], None]  # sleeps that many seconds


def carry_out(want: Want, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """The fact that answers a want, before the deadline whatever the backend does."""
    match want:
        case Submit(wish):
            return _submit(wish, world, speaker, deadline)
        case SubmitAll(wishes):
            return _submit_all(wishes, world, speaker, deadline)
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
    except (KeyRefused, RequestRefused) as problem:
        return refused(problem)


def _done(work: Future[Any], deadline: Deadline) -> bool:
    """Wait for it; False when the deadline comes first."""
    return bool(wait((work,), deadline.left).done)


def _ask(want: Search | LookUp, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    match want:
        case Search(asked):
            return _find(asked, world, speaker, deadline)
        case LookUp(title):
            return LookedUp(_look_up(title, world, speaker, deadline))


def _find(asked: AskFor, world: World, speaker: Speaker, deadline: Deadline) -> Found | FoundCollection:
    backend, today = world.backend(), world.today()
    four_k_kinds = _four_k_kinds(backend.abilities)
    if asked.collection and Ability.COLLECTIONS in backend.abilities:
        named = backend.collections(asked.title, language=speaker.language, timeout=deadline.left)
        if named:
            found = backend.collection(named[0].id, language=speaker.language, timeout=deadline.left)
            return FoundCollection(found, today, four_k_kinds)
    titles = backend.search(_query(asked, speaker.language), timeout=deadline.left)
    return Found(rank(asked, titles, world.grammar(speaker.language).spelling).titles, today, four_k_kinds)


def _look_up(title: Title, world: World, speaker: Speaker, deadline: Deadline) -> Details:
    """From a look that began while the person was thinking, or by asking now."""
    look = world.ahead.look(title, speaker.language)
    if look is not None and _done(look.details, deadline) and look.details.exception() is None:
        return look.details.result()
    return world.backend().details(title.kind, title.id, language=speaker.language, timeout=deadline.left)


def _query(asked: AskFor, language: str) -> Query:
    one_year = asked.years[0] if asked.years and asked.years[0] == asked.years[1] else None
    return Query(asked.title, asked.kind, one_year, language)


def _four_k_kinds(abilities: frozenset[Ability]) -> tuple[Kind, ...]:
    kinds = {Kind.MOVIE: Ability.FOUR_K_MOVIES, Kind.TV: Ability.FOUR_K_TV}
    return tuple(kind for kind, ability in kinds.items() if ability in abilities)


def _submit(wish: Wish, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """Write it down, then send it, or hear what comes of it where somebody else is sending it already."""
    user = world.people.user_of(speaker.channel, speaker.person)
    row = world.outbox.write(wish, channel=speaker.channel, speaker=speaker.person, user=user)
    while (owing := world.outbox.lease(row, LEASE)) is None:
        outcome = world.outbox.outcome(row)
        if outcome is not None:
            return outcome
        if deadline.left <= GLANCE:
            return Owed(BackendTooSlow.speech_key)
        world.pause(GLANCE)
    fact = _send(owing, _seen_lately(wish, world, speaker), world, deadline)
    return _told_how_to_be_linked(fact, world, speaker)


def _seen_lately(wish: Wish, world: World, speaker: Speaker) -> Details | None:
    """What was seen of the title while the person was thinking; a request of ours makes that forgotten."""
    look = world.ahead.look(wish.title, speaker.language)
    is_done = look is not None and look.details.done() and look.details.exception() is None
    return look.details.result() if look is not None and is_done else None


def _send(owing: Owing, look: Details | None, world: World, deadline: Deadline) -> Outcome | Owed:
    """Wait for the answer as long as the turn can; the sending goes on without us."""
    title = owing.wish.title
    world.ahead.forget(title)
    sending = world.pool.submit(send, owing, world.backend(), world.outbox, look)
    sending.add_done_callback(lambda _: world.ahead.forget(title))
    if not _done(sending, deadline):
        if sending.cancel():  # it never began, so the next one need not wait for the lease to run out
            world.outbox.postpone(owing, 0.0, "no thread was free in time", was_tried=False)
        return Owed(BackendTooSlow.speech_key)
    try:
        return sending.result()
    except (BackendUnavailable, KeyRefused) as problem:
        return Owed(problem.speech_key)


def _told_how_to_be_linked(fact: Outcome | Owed, world: World, speaker: Speaker) -> Outcome | Owed:
    """A request in nobody's name is made all the same; the first time, the person hears that it can be otherwise."""
    nobody = not speaker.person
    if nobody or not isinstance(fact, Taken) or Ability.AS_USER not in world.backend().abilities:
        return fact
    return Taken(fact.receipt, unlinked=world.people.tell_once(speaker.channel, speaker.person))


def _submit_all(wishes: Sequence[Wish], world: World, speaker: Speaker, deadline: Deadline) -> SettledAll:
    """Write all of them down before the first is sent; what the turn has no time for, the worker sends."""
    user = world.people.user_of(speaker.channel, speaker.person)
    rows = [world.outbox.write(wish, channel=speaker.channel, speaker=speaker.person, user=user) for wish in wishes]
    facts: list[Outcome | Owed] = []
    for row in rows:
        owing = world.outbox.lease(row, LEASE) if deadline.left > GLANCE else None
        facts.append(_send(owing, None, world, deadline) if owing else Owed(BackendTooSlow.speech_key))
    counted = Counter(type(fact) for fact in facts)
    reasons = [fact.speech_key for fact in facts if isinstance(fact, Owed | Refused)]
    return SettledAll(
        counted[Taken], counted[Owed], counted[AlreadyThere], counted[Refused], reasons[0] if reasons else None
    )
