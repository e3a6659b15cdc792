"""What pages may see of the requests that are followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doors.live import Live
from storage.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from settings import Settings
    from storage.following import Following
    from storage.opening import Storage
    from storage.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Requested:
    """Where they stand, what happened to them, and what happens now."""

    following: Following
    timeline: Timeline
    listing: Listing
    live: Live
    time_zone: str = ""  # IANA name, for whoever does not say; empty: UTC


def open_requested(
    storage: Storage, settings: Settings, now: Callable[[], float], clock: Callable[[], float]
) -> Requested:
    """Open it; whoever watches takes at most a third of the threads. `now` gives Unix seconds, `clock` monotonic."""
    listing = Listing(storage.engine, storage.timeline)
    live = Live(listing, storage.timeline.last, now, clock, settings.web_threads // 3)
    return Requested(storage.following, storage.timeline, listing, live, settings.time_zone)
