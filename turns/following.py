"""What a dialog wants of the requests that are on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.followed import Again, Allow, AskWaiting, Gather, Heed, Trace, Unheed
from intents import AskFor
from turns.deciding import allow, waiting
from turns.gathering import gather
from turns.heeding import heed, unheed
from turns.retrying import again
from turns.tracing import trace, trace_named

if TYPE_CHECKING:
    from dialogs.wants import Fact
    from turns.deadline import Deadline
    from turns.world import Speaker, World

About = Trace | Heed | Unheed | Again | Gather | AskWaiting | Allow


def on_requests(want: About, world: World, speaker: Speaker, deadline: Deadline) -> Fact:
    """The fact that answers it. Raises BackendUnavailable, KeyRefused and RequestRefused as the backend does."""
    match want:
        case Trace(AskFor() as named):
            return trace_named(named, world, speaker, deadline)
        case Trace():
            return trace(want, world, speaker, deadline)
        case Heed(about):
            return heed(about, world, speaker, deadline)
        case Unheed(title):
            return unheed(title, world, speaker)
        case Again(failed):
            return again(failed, world, speaker, deadline)
        case Gather(which):
            return gather(which, world, speaker, deadline)
        case AskWaiting():
            return waiting(world, speaker, deadline)
        case Allow():
            return allow(want, world, speaker, deadline)
