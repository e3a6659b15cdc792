"""One turn of a conversation at a time: taking it in hand, waiting while another turn has it, letting go."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dialogs.states import State
    from turns.deadline import Deadline
    from turns.effects import Speaker

#: How often somebody who waits for another turn of their conversation looks again, in seconds.
GLANCE: Final = 0.05
#: A turn keeps its conversation so many seconds longer than it should take; where its process is gone, others wait.
LATE: Final = 3.0


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
    store: ConversationStore, speaker: Speaker, deadline: Deadline, pause: Callable[[float], None]
) -> Iterator[Holding | None]:
    """The conversation, for as long as the block lasts; None where another turn has it until the deadline."""
    held = _taken(store, speaker, deadline, pause)
    try:
        yield held
    finally:
        if held is not None:
            held.let_go()


def _taken(
    store: ConversationStore, speaker: Speaker, deadline: Deadline, pause: Callable[[float], None]
) -> Holding | None:
    whose = (speaker.channel, speaker.person, speaker.conversation)
    while (held := store.hold(*whose, deadline.left + LATE)) is None:
        if deadline.left <= GLANCE:
            return None
        pause(GLANCE)
    return held
