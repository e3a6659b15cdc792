"""Building all that tells people, once for a process. Nothing is loaded or sent before somebody is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from notices.alexa import HOSTS, LOGIN, ProactiveEvents
from notices.outages import Outages
from notices.posting import open_post
from notices.sending import Sendable, Sender
from notices.telling import Notices, Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notices.outages import Condition
    from notices.telling import Addresses, Requests, Timeline, Ways
    from notices.words import Speech


class AllNotices(Notices, Sendable, Protocol):
    """The messages there are."""


class Stores(Protocol):
    """What is kept (storage keeps it)."""

    @property
    def timeline(self) -> Timeline: ...
    @property
    def following(self) -> Requests: ...
    @property
    def addresses(self) -> Addresses: ...
    @property
    def notices(self) -> AllNotices: ...


@dataclass(frozen=True, slots=True)
class AlexaKey:
    """What lets us notify Alexa's users."""

    client_id: str
    client_secret: str
    region: str = "na"  # where the skill's users are: "na", "eu", "fe"
    stage: str = "development"  # "live" once it is published
    host: str = ""  # instead of the region's
    login: str = LOGIN

    def __repr__(self) -> str:
        return f"<AlexaKey {self.region} {self.stage}>"


def _uncounted(_way: str, _outcome: str) -> None:
    """Nobody counts."""


@dataclass(frozen=True, slots=True)
class Means:
    """What messages are sent by, and who is told of it."""

    schemes: frozenset[str]  # of the addresses that may be used
    alexa: AlexaKey | None = None
    learn: Callable[[str], None] = lambda _: None  # is told of each secret, before anything can log it
    count: Callable[[str, str], None] = _uncounted  # is told of each message: its way, and what came of it


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells people: two jobs, and a look at what the owner should know."""

    tell: Callable[[Mapping[str, Any]], object]
    send: Callable[[Mapping[str, Any]], object]
    outages: Outages
    close: Callable[[], None]


def open_telling(
    stores: Stores,
    ways: Ways,
    condition: Callable[[], Condition],
    speech: Callable[[], Speech],
    clock: Callable[[], float],
    means: Means,
) -> Telling:
    """Build it. `clock` gives Unix seconds; `condition` is how well the request manager is."""
    client = _client(means.alexa, clock) if means.alexa else None
    sender = Sender(
        notices=stores.notices,
        timeline=stores.timeline,
        requests=stores.following,
        addresses=stores.addresses,
        ways=ways,
        post=open_post(means.schemes, means.learn),
        alexa=client,
        speech=speech,
        clock=clock,
        count=means.count,
    )
    teller = Teller(stores.timeline, stores.following, stores.addresses, stores.notices, ways, clock)
    outages = Outages(condition, stores.notices, ways, clock)
    return Telling(teller.tell, sender.send, outages, client.close if client else lambda: None)


def _client(key: AlexaKey, clock: Callable[[], float]) -> ProactiveEvents:
    host = key.host or HOSTS[key.region]
    return ProactiveEvents(key.client_id, key.client_secret, clock, host=host, stage=key.stage, login=key.login)
