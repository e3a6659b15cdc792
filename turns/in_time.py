"""Calls to the backend that a turn waits for as long as it can, and no longer."""

from __future__ import annotations

from concurrent.futures import wait
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from media_backends import BackendTooSlow

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from media import Details, Title
    from turns.deadline import Deadline
    from turns.world import Speaker, World

T = TypeVar("T")


def done(work: Future[Any], deadline: Deadline) -> bool:
    """Wait for it; False when the deadline comes first."""
    return bool(wait((work,), deadline.left).done)


def in_time(world: World, deadline: Deadline, call: Callable[[], T]) -> T:
    """Carry out a call on the pool, and wait for it as long as the turn can."""
    asking = world.pool.submit(call)
    if not done(asking, deadline):
        asking.cancel()
        raise BackendTooSlow("the turn's time was over")
    return asking.result()


def look_up(title: Title, world: World, speaker: Speaker, deadline: Deadline, *, lately: bool = False) -> Details:
    """From a look that began while the person was thinking, or by asking now; `lately`: minutes ago will do."""
    look = world.ahead.look(title, speaker.titles_in)
    if look is not None and not done(look.details, deadline):
        raise BackendTooSlow(f"nothing was seen of {title.key} in time")
    if look is not None and (seen := look.seen):
        return seen
    read = world.memory.described if lately else world.memory.details
    call = partial(read, title.kind, title.id, language=speaker.titles_in, timeout=deadline.left)
    return in_time(world, deadline, call)
