"""Sending one message, once: marked before it goes and after, and not sent again where nobody can tell."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from media_notices import Result, Way
from notices import words
from notices.addresses import AddressRefused
from notices.alexa import LOCALES, Available
from notices.posting import MaySent, NotSent
from notices.quiet import told_from
from notices.telling import ALEXA_EVENTS, wanted_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from media import Followed, Stage
    from media_notices import Notice
    from notices.posting import Message
    from notices.telling import Addresses, Happening, Listener, Requests, Timeline, Ways
    from notices.words import Speech

log = logging.getLogger(__name__)

#: What could not be sent for so long, in seconds, is no news any more; those who come back hear it.
LATE: Final = 48 * 3600.0


class NotNow(Exception):
    """It is quiet; `retry_after` so many seconds it is not."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("these are quiet hours")
        self.retry_after = retry_after


class Sendable(Protocol):
    """The messages there are (storage keeps them)."""

    def get(self, row: int) -> Notice | None: ...
    def try_once(self, row: int) -> bool: ...
    def did_not_go(self, row: int) -> None: ...
    def settle(self, row: int, result: Result) -> None: ...


class Post(Protocol):
    """Sends to an address (posting.py)."""

    def send(self, url: str, message: Message) -> None: ...


class Alexa(Protocol):
    """Notifies an Alexa account (alexa.py)."""

    def send(self, account: str, available: Available) -> None: ...


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: an address, or an Alexa account."""

    to: str = field(repr=False)
    events: frozenset[Stage]
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends messages that are written down."""

    notices: Sendable
    timeline: Timeline
    requests: Requests
    addresses: Addresses
    ways: Ways
    post: Post
    alexa: Alexa | None
    speech: Callable[[], Speech]
    clock: Callable[[], float]  # Unix seconds
    count: Callable[[str, str], None]  # is told of each way and what came of it

    def send(self, payload: Mapping[str, Any]) -> None:
        """The job "notice". Raises NotNow, or NotSent where it is to be tried again."""
        notice = self.notices.get(int(payload["notice"]))
        if notice is None or notice.result is not None:
            return
        target, event = self._target(notice), self._event(notice)
        verdict = self._verdict(notice, target, event)
        if target is None or verdict is not None:
            self._settle(notice, verdict or Result.IMPOSSIBLE)
            return
        now = self.clock()
        if (over := told_from(target.quiet, now, self.ways.zone)) > now:
            raise NotNow(over - now)
        # Alexa tells one reference once. Of everything else nobody knows what became of it when we were stopped.
        if not self.notices.try_once(notice.row) and notice.way is not Way.ALEXA:
            self._settle(notice, Result.UNSURE)
            return
        self._go(notice, target, event)

    def _go(self, notice: Notice, target: Target, event: Happening | None) -> None:
        try:
            self._send(notice, target, event)
        except NotSent:
            self.notices.did_not_go(notice.row)
            self.count(notice.way, "failed")
            raise
        except MaySent as problem:
            log.warning("The message %d may have been sent, and is not sent again: %s", notice.row, problem)
            self._settle(notice, Result.UNSURE)
        except AddressRefused as problem:
            log.error("The message %d cannot be sent: %s", notice.row, problem)  # noqa: TRY400 - the text says it all
            self._settle(notice, Result.IMPOSSIBLE)
        else:
            self._settle(notice, Result.SENT)

    def _send(self, notice: Notice, target: Target, event: Happening | None) -> None:
        request, speech = self._request(notice), self.speech()
        if notice.way is Way.ALEXA and request is not None and self.alexa is not None:
            title, where = request.wish.title, {locale: words.library(locale, speech) for locale in LOCALES}
            self.alexa.send(target.to, Available(notice.key, title.kind, title.name, where, notice.at))
        elif request is not None and event is not None:
            self.post.send(target.to, words.told(request, event, notice.locale, speech))
        else:
            self.post.send(target.to, words.outage(notice.what, notice.locale, speech))

    def _verdict(self, notice: Notice, target: Target | None, event: Happening | None) -> Result | None:
        """Why it is not sent; None where it is."""
        if self.clock() - notice.at > LATE:
            return Result.LATE
        if notice.request is None:
            return None
        if event is None or target is None or self._request(notice) is None:
            return Result.IMPOSSIBLE
        if notice.person:
            listener = self._listener(notice, event.request)
            if listener is None:
                return Result.UNWANTED
            if listener.heard is not None and listener.heard >= event.at:
                return Result.HEARD
        if event.stage not in target.events:  # it was when this was written down
            return Result.UNWANTED
        still = wanted_of(target.events, event, self.timeline.of(event.request))
        return None if still else Result.OUTDATED

    def _target(self, notice: Notice) -> Target | None:
        if notice.way is Way.ALEXA:
            return Target(notice.person, ALEXA_EVENTS) if self.alexa is not None else None
        if notice.person:
            address = self.addresses.get(int(notice.target))
            return Target(address.url, address.events, address.quiet) if address else None
        shared = self.ways.shared(notice.target)
        return Target(*shared) if shared else None

    def _event(self, notice: Notice) -> Happening | None:
        return self.timeline.get(notice.event) if notice.event is not None else None

    def _request(self, notice: Notice) -> Followed | None:
        return self.requests.get(notice.request) if notice.request is not None else None

    def _listener(self, notice: Notice, request: int) -> Listener | None:
        whose = notice.channel, notice.person
        listeners = self.timeline.listeners(request)
        return next((one for one in listeners if (one.channel, one.person) == whose), None)

    def _settle(self, notice: Notice, result: Result) -> None:
        self.notices.settle(notice.row, result)
        self.count(notice.way, result)
