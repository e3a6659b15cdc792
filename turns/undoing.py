"""Taking back what somebody requested last: out of the outbox while it is there, else at the request manager.

Only what nothing has come of yet: a request that was approved is with a downloader, which would bring it all the same.
"""

from __future__ import annotations

from concurrent.futures import wait
from typing import TYPE_CHECKING, Final

from dialogs.wants import Asked, Kept, Taken, Unanswered, Undone, Withdrawn
from media import Availability, Kind, RequestStatus
from media_backends import Ability, BackendTooSlow, BackendUnavailable, KeyRefused, RequestRefused, Unsupported
from turns.holding import GLANCE
from turns.sending import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.wants import Ending
    from media import KnownRequest
    from turns.deadline import Deadline
    from turns.world import Speaker, World

#: Of a show, other seasons may be there: what its request waits for is told by the request alone.
_GONE_TOO_FAR: Final = {RequestStatus.APPROVED: Kept.ON_ITS_WAY, RequestStatus.AVAILABLE: Kept.THERE}


def take_back(world: World, speaker: Speaker, deadline: Deadline, title_key: str = "") -> Undone | Unanswered:
    """What came of it. Doing it twice does no harm: what is gone stays gone."""
    asked = _asked(title_key, world, speaker)
    if not asked:
        return Undone(why=Kept.NOTHING)
    if all(isinstance(one.outcome, Withdrawn) for one in asked):
        return Undone(why=Kept.ALREADY)
    kept: dict[int, Kept | None] = {one.row: Kept.SHARED for one in asked if one.is_shared}
    kept |= dict.fromkeys(_crossed_off(asked, world, speaker))
    sent: list[tuple[Asked, Taken]] = []
    for one in (one for one in asked if one.row not in kept):
        match _outcome(one, world, deadline):
            case None:
                kept[one.row] = Kept.SENDING
            case Taken() as taken:
                sent.append((one, taken))
            case _:
                pass  # nothing was made of it, or it is gone already
    if sent:
        # Once it was sent nobody joins in it any more; until then, while we waited, somebody may have.
        joined = {one.row for one in _asked(title_key, world, speaker) if one.is_shared}
        kept |= {one.row: Kept.SHARED for one, _ in sent if one.row in joined}
        sent = [(one, taken) for one, taken in sent if one.row not in joined]
    if sent:
        try:
            kept |= _cancelled(sent, world, speaker, deadline)
        except BackendUnavailable as problem:
            return Unanswered(problem.speech_key)
    return _told(asked, kept, was_sent=bool(sent))


def _asked(title_key: str, world: World, speaker: Speaker) -> tuple[Asked, ...]:
    """What they mean: all of one title, or what they asked for last."""
    whose = (speaker.channel, speaker.person, speaker.conversation)
    return world.outbox.asked_for(title_key, *whose) if title_key else world.outbox.asked_last(*whose)


def _crossed_off(asked: Sequence[Asked], world: World, speaker: Speaker) -> list[int]:
    """The rows that were taken out before they were sent."""
    whose = (speaker.channel, speaker.person, speaker.conversation)
    unsettled = [one.row for one in asked if one.outcome is None]
    return [row for row in unsettled if world.outbox.withdraw(row, *whose)]


def _outcome(asked: Asked, world: World, deadline: Deadline) -> Ending | None:
    """What came of it; while it is being sent, that is waited for."""
    outcome = asked.outcome
    while outcome is None and deadline.left > GLANCE:
        outcome = world.outbox.outcome(asked.row)
        if outcome is None:
            world.pause(GLANCE)
    return outcome


def _cancelled(
    sent: Sequence[tuple[Asked, Taken]], world: World, speaker: Speaker, deadline: Deadline
) -> dict[int, Kept | None]:
    """Wait for the request manager as long as the turn can; what has begun goes on without us."""
    if Ability.REQUESTS not in world.backend().abilities:
        return dict.fromkeys((one.row for one, _ in sent), Kept.UNABLE)
    cancelling = world.pool.submit(lambda: {one.row: _cancel(one, taken, world, speaker) for one, taken in sent})
    if not wait((cancelling,), deadline.left).done:
        cancelling.cancel()
        raise BackendTooSlow("the turn's time was over")
    return cancelling.result()


def _cancel(asked: Asked, taken: Taken, world: World, speaker: Speaker) -> Kept | None:
    """Take this request back, and no other; None when it is gone."""
    backend, number, title = world.backend(), taken.receipt.request_id, asked.wish.title
    if not number:
        return Kept.UNTRACED
    try:
        known = backend.known_request(number, title.kind, timeout=PATIENCE)
        if known is not None and (known.kind, known.title_id) == (title.kind, title.id):  # ids may be given out anew
            if (kept := _too_far(known)) is not None:
                return kept
            backend.cancel(number, title.kind, timeout=PATIENCE)
    except Unsupported:
        return Kept.UNABLE
    except (KeyRefused, RequestRefused):
        return Kept.REFUSED
    world.outbox.take_back(asked.row, speaker.channel, speaker.person)
    world.forget(title)
    return None


def _too_far(known: KnownRequest) -> Kept | None:
    if known.kind is Kind.MOVIE and known.availability is Availability.AVAILABLE:
        return Kept.THERE
    return _GONE_TOO_FAR.get(known.status)


def _told(asked: Sequence[Asked], kept: dict[int, Kept | None], *, was_sent: bool) -> Undone:
    gone = tuple(one.wish for one in asked if one.row in kept and kept[one.row] is None)
    left = tuple(one.wish for one in asked if kept.get(one.row) is not None)
    why = next((reason for reason in kept.values() if reason is not None), None)
    if not gone and not left:
        why = Kept.NOTHING
    return Undone(gone, left, why, was_sent)
