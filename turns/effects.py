"""Carrying out what a dialog wants, in time. The one place where failures of the outside world become facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dialogs.wants import (
    AlreadyThere,
    Fact,
    Found,
    FoundCollection,
    GaveUp,
    Greet,
    Link,
    LookedUp,
    LookedUpAll,
    LookUp,
    LookUpAll,
    Met,
    Outcome,
    Owed,
    Recall,
    Recalled,
    Refused,
    Search,
    SettledAll,
    Submit,
    SubmitAll,
    TakeBack,
    Taken,
    Unanswered,
    Want,
)
from media import Kind, RequestStatus
from media_backends import Ability, BackendTooSlow, BackendUnavailable, KeyRefused, RequestRefused
from turns.filmographies import Registry, by_title_or_people
from turns.finding import COLLECTION_CALLS, Means
from turns.following import on_requests
from turns.gathering import recalled
from turns.in_time import done, in_time, look_up
from turns.linking import link
from turns.meaning import find_meaning
from turns.seeing import LATEST, read_all, reader
from turns.sending import LEASE, refused, send
from turns.undoing import take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intents import AskFor
    from media import Collection, Owing, Title, Wish
    from media_backends import MediaBackend
    from turns.deadline import Deadline
    from turns.meaning import Searched
    from turns.world import Speaker, World

#: A collection is looked for by its name, and by its name with "collection" behind it.
SEARCHES_FOR_A_COLLECTION: Final = 2
#: How often somebody who waits while another person's wish for the same title is sent looks again, in seconds.
GLANCE: Final = 0.05
#: Of what happened since they spoke to us last, so much is told to those who come back.
MOST_NEWS: Final = 2


def _unnoted(_: Searched) -> None:
    """Nobody wants to know."""


def carry_out(
    want: Want, world: World, speaker: Speaker, deadline: Deadline, note: Callable[[Searched], None] = _unnoted
) -> Fact:
    """The fact that answers a want, before the deadline whatever the backend does.

    `note` is told of each reading that was searched for, and what came of it.
    """
    match want:
        case Submit() | SubmitAll() | TakeBack():
            return _change(want, world, speaker, deadline)
        case LookUpAll(titles):
            return _look_up_all(titles, world, speaker, deadline)
        case Link(code):
            return link(code, world, speaker, deadline)
        case Greet():
            return _meet(world, speaker)
        case Recall(most):
            return _recall(world, speaker, deadline, most or LATEST)
        case Search() | LookUp():
            return _answered(lambda: _read(want, world, speaker, deadline, note))
        case _:
            return _answered(lambda: on_requests(want, world, speaker, deadline))


def _change(want: Submit | SubmitAll | TakeBack, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    match want:
        case Submit(wish):
            return _submit(wish, world, speaker, deadline)
        case SubmitAll(wishes):
            return _submit_all(wishes, world, speaker, deadline)
        case TakeBack(title_key):
            return take_back(world, speaker, deadline, title_key)


def _meet(world: World, speaker: Speaker) -> Met:
    """Who it is, and what there is to tell them; nobody knows what somebody without a name has heard."""
    if not speaker.person:
        return Met(before=False)
    before = world.people.is_known(speaker.channel, speaker.person)
    news, more = world.news(speaker.channel, speaker.person, MOST_NEWS)
    return Met(before, news, more)


def _answered(call: Callable[[], Fact]) -> Fact:
    """What the backend answers, or why it does not."""
    try:
        return call()
    except BackendUnavailable as problem:
        return Unanswered(problem.speech_key)
    except (KeyRefused, RequestRefused) as problem:
        return refused(problem)


def _read(
    want: Search | LookUp, world: World, speaker: Speaker, deadline: Deadline, note: Callable[[Searched], None]
) -> Fact:
    match want:
        case Search(asked, otherwise):
            return _search((asked, *otherwise), world, speaker, deadline, note)
        case LookUp(title, lately):
            return LookedUp(look_up(title, world, speaker, deadline, lately=lately), world.by_default)


def _search(
    readings: Sequence[AskFor],
    world: World,
    speaker: Speaker,
    deadline: Deadline,
    note: Callable[[Searched], None],
) -> Fact:
    """By the title, or by the people who are in it."""
    abilities = world.backend().abilities
    registry = Registry(
        abilities,
        world.memory,
        world.pool,
        speaker.titles_in,
        world.today(speaker.zone),
        four_k_kinds(abilities),
        world.searches,
    )

    def by_title(some: Sequence[AskFor], most_calls: int) -> Found | FoundCollection:
        return _find(some, most_calls, world, speaker, deadline, note)

    return by_title_or_people(readings, registry, by_title, deadline)


def _find(
    readings: Sequence[AskFor],
    most_calls: int,
    world: World,
    speaker: Speaker,
    deadline: Deadline,
    note: Callable[[Searched], None],
) -> Found | FoundCollection:
    """What the first reading finds; where that is not clear and another one is, what that one finds."""
    asked = readings[0]
    backend, today = world.backend(), world.today(speaker.zone)
    in_4k, calls = four_k_kinds(backend.abilities), 0
    if asked.collection and most_calls >= COLLECTION_CALLS and Ability.COLLECTIONS in backend.abilities:
        collection = in_time(world, deadline, lambda: _collection(asked.title, backend, speaker.titles_in, deadline))
        if collection is not None:
            return FoundCollection(collection, today, in_4k)
        calls = SEARCHES_FOR_A_COLLECTION
    meaning = find_meaning(readings, _means(world, speaker, most_calls - calls), deadline)
    for searched in meaning.searched:
        note(searched)
    ranking, read = meaning.ranking, meaning.asked
    as_read = None if read is asked else read
    return Found(ranking.titles, today, ranking.verdict, as_read, in_4k, meaning.contradicts)


def _means(world: World, speaker: Speaker, calls: int) -> Means:
    backend, spelling, index = world.backend(), world.grammar(speaker.language).spelling, world.index(speaker.language)
    return Means(backend, world.pool, spelling, index, speaker.titles_in, calls, world.memory.search)


def _collection(name: str, backend: MediaBackend, language: str, deadline: Deadline) -> Collection | None:
    named = backend.collections(name, language=language, timeout=deadline.left)
    return backend.collection(named[0].id, language=language, timeout=deadline.left) if named else None


def _recall(world: World, speaker: Speaker, deadline: Deadline, most: int) -> Recalled:
    """What this person asked for on this channel, and how far the latest is now."""
    asked, count = world.outbox.asked_by(speaker.channel, speaker.person, most)
    return recalled(asked, count, world, speaker, deadline)


def _look_up_all(titles: Sequence[Title], world: World, speaker: Speaker, deadline: Deadline) -> LookedUpAll:
    """As many as can be read in the time that the turn has."""
    seen = read_all(titles, reader(world.memory.described, speaker, deadline), world.pool, deadline)
    return LookedUpAll(tuple(seen.values()))


def four_k_kinds(abilities: frozenset[Ability]) -> tuple[Kind, ...]:
    """What can be had in 4K."""
    kinds = {Kind.MOVIE: Ability.FOUR_K_MOVIES, Kind.TV: Ability.FOUR_K_TV}
    return tuple(kind for kind, ability in kinds.items() if ability in abilities)


def _submit(wish: Wish, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """Write it down, then send it; a request in nobody's name is made all the same."""
    fact = _settle(_write(wish, _user_of(speaker, world), world, speaker), world, speaker, deadline)
    if isinstance(fact, Taken) and Ability.AS_USER in world.backend().abilities:
        return replace(fact, unlinked=world.people.tell_once(speaker.channel, speaker.person, *speaker.also))
    return fact


def _submit_all(wishes: Sequence[Wish], world: World, speaker: Speaker, deadline: Deadline) -> SettledAll:
    """Write all of them down before the first is sent; what the turn has no time for, the worker sends."""
    user = _user_of(speaker, world)
    rows = [_write(wish, user, world, speaker) for wish in wishes]
    late = Owed(BackendTooSlow.speech_key)
    return _counted([_settle(row, world, speaker, deadline) if deadline.left > GLANCE else late for row in rows])


def _write(wish: Wish, user: str | None, world: World, speaker: Speaker) -> int:
    whose = {"channel": speaker.channel, "speaker": speaker.person, "conversation": speaker.conversation}
    return world.outbox.write(wish, **whose, user=user, turn=speaker.turn, locale=speaker.locale)


def _user_of(speaker: Speaker, world: World) -> str | None:
    """In whose name; nobody's where the backend has no users, whatever was set up for another one."""
    if speaker.person:
        world.people.meet(speaker.channel, speaker.person, speaker.locale, speaker.zone)
    if Ability.AS_USER not in world.backend().abilities:
        return None
    return world.people.user_of(speaker.channel, speaker.person, *speaker.also)


def _settle(row: int, world: World, speaker: Speaker, deadline: Deadline) -> Outcome | Owed:
    """What this person hears came of it, and is not told a second time."""
    fact = _settled(row, world, speaker, deadline)
    if speaker.person and not isinstance(fact, Owed):
        world.outbox.heard(row, speaker.channel, speaker.person)
    return fact


def _settled(row: int, world: World, speaker: Speaker, deadline: Deadline) -> Outcome | Owed:
    """Send what is written down, or hear what comes of it where somebody else is sending it already."""
    while (owing := world.outbox.lease(row, LEASE)) is None:
        outcome = world.outbox.outcome(row)
        if outcome is not None:
            return Refused(outcome.speech_key) if isinstance(outcome, GaveUp) else outcome
        if deadline.left <= GLANCE:
            return Owed(BackendTooSlow.speech_key)
        world.pause(GLANCE)
    return _send(owing, world, speaker, deadline)


def _send(owing: Owing, world: World, speaker: Speaker, deadline: Deadline) -> Outcome | Owed:
    """Wait for the answer as long as the turn can; the sending goes on without us."""
    look = world.ahead.look(owing.wish.title, speaker.titles_in)
    seen = look.seen if look else None
    sending = world.pool.submit(send, owing, world.backend(), world.outbox, forget=world.forget, look=seen)
    if not done(sending, deadline):
        if sending.cancel():  # it never began, so the next one need not wait for the lease to run out
            world.outbox.postpone(owing, 0.0, "no thread was free in time", was_tried=False)
        return Owed(BackendTooSlow.speech_key)
    try:
        return sending.result()
    except (BackendUnavailable, KeyRefused) as problem:
        return Owed(problem.speech_key)


def _counted(facts: Sequence[Outcome | Owed]) -> SettledAll:
    counted = Counter(type(fact) for fact in facts)
    reasons = [fact.speech_key for fact in facts if isinstance(fact, Owed | Refused)]
    waiting = [fact for fact in facts if isinstance(fact, Taken) and fact.receipt.status is RequestStatus.PENDING]
    return SettledAll(
        taken=counted[Taken],
        owed=counted[Owed],
        there=counted[AlreadyThere],
        refused=counted[Refused],
        waiting=len(waiting),
        speech_key=reasons[0] if reasons else None,
    )
