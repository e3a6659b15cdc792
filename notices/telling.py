"""From what happened to the messages that tell it: who is concerned, and in which ways they want to hear of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from media import Stage
from media_notices import Notice, Way
from notices.addresses import digest
from notices.quiet import told_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import tzinfo

    from media import Followed
    from media_notices import Address

#: So long, in seconds, a message waits: what happens in one go is told as one, and whoever hears it need not read it.
PAUSE: Final = 5.0
#: Who can be notified by Alexa: an account; of a recognised voice, nobody knows whose devices those are.
ALEXA_ACCOUNT: Final = "amzn1.ask.account."
ALEXA_EVENTS: Final = frozenset({Stage.READY})
OWNER_EVENTS: Final = frozenset({Stage.GIVEN_UP})


class Happening(Protocol):
    """One thing that happened to a request (storage keeps it)."""

    @property
    def id(self) -> int: ...
    @property
    def request(self) -> int: ...
    @property
    def at(self) -> float: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def ready(self) -> tuple[int, ...]: ...


class Listener(Protocol):
    """Somebody who wants to hear how a request goes on (storage keeps them)."""

    @property
    def channel(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def locale(self) -> str: ...
    @property
    def heard(self) -> float | None: ...


class Timeline(Protocol):
    """What happened, and who wants to hear of it (storage keeps it)."""

    def get(self, event: int) -> Happening | None: ...
    def of(self, request: int) -> Iterable[Happening]: ...
    def listeners(self, request: int) -> Iterable[Listener]: ...


class Requests(Protocol):
    """The requests that are followed (storage keeps them)."""

    def get(self, row: int) -> Followed | None: ...


class Addresses(Protocol):
    """Where people want to be told (storage keeps it)."""

    def of(self, channel: str, person: str) -> Iterable[Address]: ...
    def get(self, row: int) -> Address | None: ...


class Notices(Protocol):
    """The messages there are (storage keeps them)."""

    def write(self, notices: Iterable[Notice]) -> int: ...
    def outage(
        self, service: str, *, is_down: bool, since: float, notices: Callable[[str, float], Iterable[Notice]]
    ) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Shared:
    """Addresses that are nobody's own: the household's, or the owner's."""

    urls: tuple[str, ...] = field(default=(), repr=False)
    events: frozenset[Stage] = frozenset()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """How this house tells people, as the owner has set it up."""

    household: Shared = Shared()
    owner: Shared = Shared(events=OWNER_EVENTS)
    locale: str = "en-US"  # of the household and the owner
    by_alexa: bool = False
    zone: tzinfo | None = None  # in which quiet hours are meant; None: the machine's

    def shared(self, target: str) -> tuple[str, frozenset[Stage], str] | None:
        """An address of the settings, what it is told, and its quiet hours; None where it was taken out."""
        meant = [(url, some) for some in (self.household, self.owner) for url in some.urls if digest(url) == target]
        if not meant:
            return None
        (url, some), *_ = meant  # whoever is told both in one place is told of all that either hears of
        return url, frozenset[Stage]().union(*(one.events for _, one in meant)), some.quiet


class Teller:
    """Writes down who is to be told."""

    def __init__(
        self,
        timeline: Timeline,
        requests: Requests,
        addresses: Addresses,
        notices: Notices,
        ways: Ways,
        clock: Callable[[], float],
    ) -> None:
        """`clock` gives Unix seconds."""
        self._timeline, self._requests, self._addresses, self._notices = timeline, requests, addresses, notices
        self._ways, self._clock = ways, clock

    def tell(self, payload: Mapping[str, Any]) -> None:
        """The job "tell": a message for each who is concerned and each of their ways, written once however often."""
        event = self._timeline.get(int(payload["event"]))
        request = self._requests.get(event.request) if event else None
        if event is not None and request is not None:
            self._notices.write([*self._to_people(event), *self._to_all(event)])

    def _to_people(self, event: Happening) -> Iterator[Notice]:
        for listener in self._timeline.listeners(event.request):
            if listener.heard is not None and listener.heard >= event.at:
                continue
            for address in self._addresses.of(listener.channel, listener.person):
                if event.stage in address.events:
                    yield self._notice(event, Way.ADDRESS, str(address.row), address.quiet, listener)
            if self._ways.by_alexa and event.stage in ALEXA_EVENTS and _has_alexa(listener):
                yield self._notice(event, Way.ALEXA, digest(listener.person), "", listener)

    def _to_all(self, event: Happening) -> Iterator[Notice]:
        for some in (self._ways.household, self._ways.owner):
            for url in some.urls if event.stage in some.events else ():
                yield self._notice(event, Way.ADDRESS, digest(url), some.quiet)

    def _notice(self, event: Happening, way: Way, target: str, quiet: str, listener: Listener | None = None) -> Notice:
        return Notice(
            key=f"event:{event.id}:{way}:{target}",
            way=way,
            target=target,
            locale=listener.locale if listener else self._ways.locale,
            at=event.at,
            due=told_from(quiet, self._clock() + PAUSE, self._ways.zone),
            channel=listener.channel if listener else "",
            person=listener.person if listener else "",
            request=event.request,
            event=event.id,
        )


def wanted_of(stages: Collection[Stage], event: Happening, later: Iterable[Happening]) -> bool:
    """False where something newer is told instead, or it came to nothing since."""
    nothing = {Stage.GONE, Stage.WITHDRAWN}
    return not any(one.id > event.id and (one.stage in stages or one.stage in nothing) for one in later)


def _has_alexa(listener: Listener) -> bool:
    return listener.channel == "alexa" and listener.person.startswith(ALEXA_ACCOUNT)
