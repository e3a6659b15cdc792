"""The chains that are kept: looked up once, remembered while they are good, and fetched within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Lock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import Certificate
from cryptography.x509.verification import Store

from channels.alexa.certificates import Fetch, NotFromAlexa, Signer, read_signer

MAX_CHAINS = 8
KEEP = timedelta(hours=24)
MAX_FAILURES = 32
REMEMBER_FAILURE = timedelta(seconds=5)
MAX_FETCHES = 4
WAIT_SECONDS = 4.0

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Trusted:
    signer: Signer
    until: datetime

    def good(self, now: datetime) -> bool:
        return self.signer.valid_from <= now < self.until


@dataclass(frozen=True, slots=True)
class _Refused:
    reason: str
    since: datetime

    def good(self, now: datetime) -> bool:
        return self.since <= now < self.since + REMEMBER_FAILURE


_Outcome = _Trusted | _Refused


@dataclass(slots=True)
class _LookUp:
    """A chain that one thread is fetching; the others wait until it is over."""

    over: Event = field(default_factory=Event)
    outcome: _Outcome | None = None


class Chains:
    """Signers by canonical URL. Safe to use from many threads.

    Anyone may name a URL. So only chains that held are kept (8, the least used one leaves), failures are remembered
    for 5 s, and while 32 of those are fresh, or 4 fetches are under way, no URL is fetched that was never good before.
    """

    def __init__(self, *, roots: Sequence[Certificate], fetch: Fetch, clock: Clock) -> None:
        self._store = Store(list(roots))
        self._fetch = fetch
        self._clock = clock
        self._lock = Lock()
        self._trusted: OrderedDict[str, _Trusted] = OrderedDict()
        self._failures: dict[str, _Refused] = {}
        self._under_way: dict[str, _LookUp] = {}

    def key(self, url: str) -> RSAPublicKey:
        """The key that signs for a canonical URL; concurrent first calls fetch once. Raises NotFromAlexa."""
        outcome = self._outcome(url)
        if isinstance(outcome, _Refused):
            raise NotFromAlexa(outcome.reason)
        return outcome.signer.key

    def _outcome(self, url: str) -> _Outcome:
        now = self._clock()
        with self._lock:
            known = self._recall(url, now)
            if known is not None:
                return known
            mine = _LookUp()
            look_up = self._under_way.setdefault(url, mine)
        return self._look_up(url, mine, now) if look_up is mine else self._wait(look_up, now)

    def _recall(self, url: str, now: datetime) -> _Outcome | None:
        trusted = self._trusted.get(url)
        if trusted is not None and trusted.good(now):
            self._trusted.move_to_end(url)
            return trusted
        self._failures = {name: failure for name, failure in self._failures.items() if failure.good(now)}
        if trusted is None and url not in self._failures and url not in self._under_way and self._busy():
            return _Refused("too many unknown certificates were asked for just now", now)
        return self._failures.get(url)

    def _busy(self) -> bool:
        return len(self._under_way) >= MAX_FETCHES or len(self._failures) >= MAX_FAILURES

    def _look_up(self, url: str, mine: _LookUp, now: datetime) -> _Outcome:
        outcome: _Outcome = _Refused("the certificate chain could not be looked up", now)
        try:
            outcome = self._judge(url, now)
        finally:
            with self._lock:
                self._remember(url, outcome)
                del self._under_way[url]
            mine.outcome = outcome
            mine.over.set()
        return outcome

    def _judge(self, url: str, now: datetime) -> _Outcome:
        try:
            signer = read_signer(self._fetch(url), self._store, now)
        except NotFromAlexa as refusal:
            return _Refused(str(refusal), now)
        except OSError as error:
            return _Refused(f"{url} could not be fetched: {error}"[:300], now)
        return _Trusted(signer, min(signer.valid_until, now + KEEP))

    def _remember(self, url: str, outcome: _Outcome) -> None:
        if isinstance(outcome, _Refused):
            self._failures[url] = outcome
            return
        self._trusted[url] = outcome
        self._trusted.move_to_end(url)
        if len(self._trusted) > MAX_CHAINS:
            self._trusted.popitem(last=False)

    @staticmethod
    def _wait(other: _LookUp, now: datetime) -> _Outcome:
        other.over.wait(WAIT_SECONDS)
        return other.outcome or _Refused("the certificate chain is still being fetched", now)
