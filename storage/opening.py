"""Opening all that we remember, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.browsing import Browsing
from storage.conversations import Conversations
from storage.database import answers, open_database
from storage.demo_shelf import DemoShelf
from storage.following import Following
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from storage.people import People
from storage.timeline import Timeline
from storage.titles import Titles, open_titles
from storage.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Storage:
    """The database, and what is kept in it."""

    engine: Engine
    conversations: Conversations
    outbox: Outbox
    following: Following
    browsing: Browsing
    timeline: Timeline
    people: People
    tokens: Tokens
    shelf: DemoShelf

    @property
    def asked(self) -> tuple[Outbox, People, Browsing]:
        """What a turn asks and writes."""
        return self.outbox, self.people, self.browsing

    def answers(self) -> bool:
        """Whether the database does."""
        return answers(self.engine)

    def titles(self, languages: Iterable[str]) -> tuple[Titles, ...]:
        """Where learned titles are kept, for each of these languages."""
        return open_titles(self.engine, languages)


def open_storage(
    url: str, connections: int, clock: Callable[[], float], max_age: float, default_user: str | None
) -> Storage:
    """Open the database at `url`, brought up to date, for so many threads at once.

    `clock` gives Unix seconds; conversations are forgotten after `max_age` seconds; `default_user` asks for whoever
    is not linked. Raises DatabaseUnusable.
    """
    engine = open_database(url, connections=connections)
    bring_up_to_date(engine)
    return Storage(
        engine,
        Conversations(engine, clock, max_age),
        Outbox(engine, clock),
        Following(engine, clock),
        Browsing(engine, clock),
        Timeline(engine),
        People(engine, clock, default_user),
        Tokens(engine, clock),
        DemoShelf(engine),
    )
