"""Sending what is owed: ask the backend first, send once, settle. The turn does it at once, the worker later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from dialogs.wants import AlreadyThere, Refused, Taken
from media import Availability, Details, Kind, Receipt, RequestStatus, Wish
from media_backends import (
    AlreadyRequested,
    BackendResting,
    BackendTooSlow,
    BackendUnavailable,
    KeyRefused,
    QuotaUsedUp,
    RequestRefused,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.wants import Asked, Ending, Outcome
    from media import Owing, PastRequest, Title
    from media_backends import MediaBackend

log = logging.getLogger(__name__)

#: A write is given this long, in seconds, however little time the turn has left: cutting it blurs what happened.
PATIENCE: Final = 25.0
#: How far along a title is that somebody else asked for: nice to tell, and not worth waiting for, in seconds.
CURIOSITY: Final = 5.0
#: Nobody else may send a row for this long, in seconds: longer than any call of ours can take, and what follows it.
LEASE: Final = PATIENCE + 2 * CURIOSITY


class Outbox(Protocol):
    """Where owed wishes stand (storage keeps it)."""

    def write(
        self, wish: Wish, *, channel: str, speaker: str, user: str | None, conversation: str, turn: str, locale: str
    ) -> int: ...
    def asked_last(self, channel: str, speaker: str, conversation: str) -> tuple[Asked, ...]: ...
    def asked_for(self, title_key: str, channel: str, speaker: str, conversation: str) -> tuple[Asked, ...]: ...
    def withdraw(self, row: int, channel: str, speaker: str, conversation: str) -> bool: ...
    def take_back(self, row: int, channel: str, speaker: str) -> bool: ...
    def lease(self, row: int, seconds: float) -> Owing | None: ...
    def lease_due(self, seconds: float) -> Owing | None: ...
    def settle(self, owing: Owing, outcome: Outcome) -> bool: ...
    def postpone(self, owing: Owing, delay: float, problem: str, *, was_tried: bool = True) -> bool: ...
    def renew(self, owing: Owing, seconds: float) -> bool: ...
    def put_off(
        self, owing: Owing, problem: str, speech_key: str, *, asked: float | None, was_tried: bool
    ) -> float | None: ...
    def outcome(self, row: int) -> Ending | None: ...
    def heard(self, row: int, channel: str, speaker: str) -> None: ...
    def asked_by(self, channel: str, speaker: str, most: int) -> tuple[tuple[PastRequest, ...], int]: ...


def send(
    owing: Owing,
    backend: MediaBackend,
    outbox: Outbox,
    *,
    forget: Callable[[Title], None],
    look: Details | None = None,
) -> Outcome:
    """Make one attempt at a leased wish and write down what came of it.

    `look` is what was seen of the title a moment ago, if anything; a first attempt then need not ask again. `forget`
    is told of the title before anybody else may send it: what was seen of it is no longer so.

    Raises BackendUnavailable when nothing is known, and KeyRefused while the owner has to mend the key; the row is
    then postponed, and the next attempt begins by asking whether the request is there after all.
    """
    try:
        try:
            outcome = _attempt(owing, backend, outbox, look if owing.attempts == 1 else None)
        finally:
            forget(owing.wish.title)
    except (BackendUnavailable, KeyRefused) as problem:
        _put_off(owing, outbox, problem)
        raise
    outbox.settle(owing, outcome)
    return outcome


def _put_off(owing: Owing, outbox: Outbox, problem: BackendUnavailable | KeyRefused) -> None:
    asked = problem.retry_after if isinstance(problem, BackendUnavailable) else None
    text, was_tried = f"{type(problem).__name__}: {problem}", not isinstance(problem, BackendResting)
    delay = outbox.put_off(owing, text, problem.speech_key, asked=asked, was_tried=was_tried)
    if delay is None:
        log.error("%s could not be requested for so long that it is given up: %s", owing.wish.key, problem)
    else:
        log.warning("%s is owed and will be sent again in %.0f s: %s", owing.wish.key, delay, problem)


def _attempt(owing: Owing, backend: MediaBackend, outbox: Outbox, look: Details | None) -> Outcome:
    wish = owing.wish
    try:
        # Under the lease, so that nobody asks for the same title between this look and our request.
        details = look or backend.details(wish.title.kind, wish.title.id, timeout=PATIENCE)
        missing = still_missing(wish, details)
        if missing is None:
            return _found_there(owing, details)
        if look is None and not outbox.renew(owing, LEASE):
            raise BackendTooSlow("the lease ran out during the look, and somebody else has it now")
        return Taken(backend.request(missing, user=owing.user, timeout=PATIENCE))
    except AlreadyRequested:
        return AlreadyThere(_reread(wish, backend))
    except RequestRefused as problem:
        log.warning("%s was refused: %s", wish.key, problem)
        return refused(problem)


def refused(problem: KeyRefused | RequestRefused) -> Refused:
    """The fact that tells of a refusal."""
    return Refused(problem.speech_key, problem.frees if isinstance(problem, QuotaUsedUp) else None)


def still_missing(wish: Wish, details: Details) -> Wish | None:
    """What of the wish can still be requested; None when nothing can."""
    if wish.title.kind is Kind.MOVIE:
        return wish if details.title.availability_in(four_k=wish.four_k).is_open else None
    can_be_had = {season.number for season in details.seasons if season.availability_in(four_k=wish.four_k).is_open}
    seasons = tuple(number for number in wish.seasons if number in can_be_had)
    return Wish(wish.title, seasons, wish.four_k) if seasons else None


def _found_there(owing: Owing, details: Details) -> Outcome:
    """Nothing is left to ask for. After an attempt of ours that nobody answered, that means it got through."""
    if owing.attempts > 1:
        pending = _states(owing.wish, details) == {Availability.PENDING}
        return Taken(Receipt("", RequestStatus.PENDING if pending else RequestStatus.APPROVED, owing.wish.seasons))
    return AlreadyThere(details)


def _states(wish: Wish, details: Details) -> set[Availability]:
    if wish.title.kind is Kind.MOVIE:
        return {details.title.availability_in(four_k=wish.four_k)}
    chosen = (season for season in details.seasons if season.number in wish.seasons)
    return {season.availability_in(four_k=wish.four_k) for season in chosen}


def _reread(wish: Wish, backend: MediaBackend) -> Details:
    try:
        return backend.details(wish.title.kind, wish.title.id, timeout=CURIOSITY)
    except (BackendUnavailable, RequestRefused, KeyRefused):
        return Details(wish.title)  # it is there, only not how far it has come
