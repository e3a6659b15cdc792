"""One turn of a conversation at a time: taking it in hand, waiting while another turn has it, letting go."""

from __future__ import annotations

from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dialogs.states import State
    from turns.deadline import Deadline
    from turns.world import Speaker

#: How often somebody who waits for another turn of their conversation looks again, in seconds.
GLANCE: Final = 0.05
#: A turn keeps its conversation so many seconds longer than it should take; where its process is gone, others wait.
LATE: Final = 3.0
#: So many may wait at once; others have to be served as well.
MOST_WAITING: Final = 4


class Holding(Protocol):
    """A conversation that one turn has in hand (storage makes it)."""

    @property
    def state(self) -> State: ...
    def answer_to(self, delivery: str) -> Any: ...
    def save(self, state: State, delivery: str = "", told: Any = None) -> None: ...
    def let_go(self) -> None: ...


class ConversationStore(Protocol):
    """Where conversations stand (storage keeps it)."""

    def hold(self, channel: str, speaker: str, conversation: str, seconds: float) -> Holding | None: ...
    def load(self, channel: str, speaker: str, conversation: str) -> State: ...


@contextmanager
def in_hand(
    store: ConversationStore, speaker: Speaker, deadline: Deadline, waiting: Waiting
) -> Iterator[Holding | None]:
    """The conversation, for as long as the block lasts; None where another turn has it, and waiting did not help."""
    held = _hold(store, speaker, deadline) or waiting.until(lambda: _hold(store, speaker, deadline), deadline)
    try:
        yield held
    finally:
        if held is not None:
            held.let_go()


class Waiting:
    """Those who wait for another turn of their conversation: a few at a time, for each of them keeps a thread."""

    def __init__(self, pause: Callable[[float], None], most: int = MOST_WAITING) -> None:
        """`pause` sleeps that many seconds."""
        self._pause, self._room = pause, BoundedSemaphore(most)

    def until(self, look: Callable[[], Holding | None], deadline: Deadline) -> Holding | None:
        """What `look` finds, looking again and again; None at the deadline, and at once where too many wait already."""
        if not self._room.acquire(blocking=False):
            return None
        try:
            held = None
            while held is None and deadline.left > GLANCE:
                self._pause(GLANCE)
                held = look()
            return held
        finally:
            self._room.release()


def _hold(store: ConversationStore, speaker: Speaker, deadline: Deadline) -> Holding | None:
    return store.hold(speaker.channel, speaker.person, speaker.conversation, deadline.left + LATE)
