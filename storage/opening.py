"""Opening all that we remember, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.addresses import Addresses
from storage.browsing import Browsing
from storage.conversations import Conversations
from storage.database import open_database
from storage.deliveries import Deliveries
from storage.demo_shelf import DemoShelf
from storage.figures import gauges
from storage.following import Following
from storage.jobs import PATIENT, Jobs
from storage.linking import LinkCodes
from storage.migrating import bring_up_to_date
from storage.notices import Notices
from storage.outbox import Outbox
from storage.patience import Patience
from storage.people import People
from storage.pulse import Pulse
from storage.tidings import Tidings
from storage.timeline import Timeline
from storage.titles import Titles, open_titles
from storage.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Storage:
    """The database, and what is kept in it."""

    engine: Engine
    pulse: Pulse
    conversations: Conversations
    outbox: Outbox
    following: Following
    jobs: Jobs
    browsing: Browsing
    timeline: Timeline
    deliveries: Deliveries
    addresses: Addresses
    notices: Notices
    tidings: Tidings
    people: People
    codes: LinkCodes
    tokens: Tokens
    shelf: DemoShelf

    def answers(self) -> bool:
        """Whether the database does, and takes what is written."""
        return self.pulse.beats()

    def due_since(self) -> float | None:
        """Since when something has been due that nobody has in hand, in Unix seconds; None where there is nothing."""
        return min(filter(None, (self.outbox.due_since(), self.jobs.due_since())), default=None)

    def gauges(self, now: float) -> tuple[tuple[str, str, float], ...]:
        """Name, meaning and value of what can be counted; `now` is Unix seconds."""
        return gauges(self.engine, now)

    @property
    def forgets(self) -> tuple[Callable[[], int], ...]:
        """What deletes that which is past its age, and tells how many rows that were."""
        requests = (self.outbox, self.following, self.deliveries, self.notices, self.jobs)
        kept = (self.conversations, *requests, self.people, self.codes)
        return tuple(one.forget_old for one in kept)

    def titles(self, languages: Iterable[str]) -> tuple[Titles, ...]:
        """Where learned titles are kept, for each of these languages."""
        return open_titles(self.engine, languages)


def open_storage(
    url: str,
    connections: int,
    clock: Callable[[], float],
    max_age: float,
    default_user: str | None,
    patience: Patience = PATIENT,
    zone: tzinfo | None = None,
) -> Storage:
    """Open the database at `url`, brought up to date, for so many threads at once.

    `clock` gives Unix seconds; conversations are forgotten after `max_age` seconds; `default_user` asks for whoever
    is not linked; what fails is tried again after `patience`; days end
    as they do in `zone`, the machine's own where there is none. Raises DatabaseUnusable.
    """
    engine = open_database(url, connections=connections)
    bring_up_to_date(engine)
    return Storage(
        engine,
        Pulse(engine, clock),
        Conversations(engine, clock, max_age),
        Outbox(engine, clock, patience),
        Following(engine, clock),
        Jobs(engine, clock, patience),
        Browsing(engine, clock),
        Timeline(engine),
        Deliveries(engine, clock),
        Addresses(engine, clock),
        Notices(engine, clock),
        Tidings(engine, clock, zone),
        People(engine, clock, default_user),
        LinkCodes(engine, clock),
        Tokens(engine, clock),
        DemoShelf(engine),
    )
