"""Looking at the request manager as it is: nothing is written there, and the key is shown to no stranger."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Final, TypeVar

from commands.findings import failing, good, note
from commands.opening import PATIENCE, detect, open_backend
from media import Quota
from media_backends import (
    Ability,
    BackendBlind,
    BackendError,
    BackendFactory,
    BackendTooSlow,
    BackendType,
    BackendUnavailable,
    KeyRefused,
    NotAllowed,
    Query,
    UnknownBackend,
    Unsupported,
)
from outbound import CertificateRefused, OutboundError, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from commands.findings import Finding
    from media_backends import MediaBackend
    from settings import Settings

#: A well-known title; what is found is only counted.
SAMPLE: Final = "dune"
#: The cookie in which a server with CSRF protection hands out its token.
CSRF_COOKIE: Final = "XSRF-TOKEN"
#: An answer that takes longer than this, in seconds, spends the time that a voice assistant gives us.
SLOW: Final = 2.0
FOUR_K: Final = {Ability.FOUR_K_MOVIES: "movies", Ability.FOUR_K_TV: "shows"}
CAN: Final = {
    Ability.AS_USER: "request as its users",
    Ability.SPECIALS: "request specials",
    Ability.ASK_AGAIN: "ask again for what was declined",
    Ability.COLLECTIONS: "request collections",
    Ability.PEOPLE: "tell who plays in what",
    Ability.CHARTS: "list popular titles",
    Ability.REQUESTS: "list and cancel requests",
    Ability.DECIDE: "approve and decline",
    Ability.QUOTAS: "tell quotas",
}


Answer = TypeVar("Answer")


class LookOut:
    """One look at the request manager; `linked` says which of our people are linked to which of its users."""

    def __init__(self, settings: Settings, linked: Mapping[str, str], slow: float = SLOW) -> None:
        self._settings, self._linked, self._slow = settings, linked, slow
        self._took: dict[str, float] = {}  # what was asked -> seconds

    def findings(self) -> Iterator[Finding]:
        """Everything, in the order in which one thing needs the other; it ends where nothing more can be known."""
        settings = self._settings
        if settings.is_demo:
            yield note("server", "No MEDIA_BACKEND_URL is used: the built-in demo answers.")
            return
        found, finding = self._server()
        yield finding
        if found is None:
            return
        yield self._csrf()
        try:
            backend = open_backend(settings, found)
        except BackendError as problem:
            yield failing("key", problem, "Copy the address, the key and the path of the certificate anew.")
            return
        with closing(backend):
            yield from self._inside(backend)
        yield self._times()

    def _server(self) -> tuple[BackendType | None, Finding]:
        """Which one answers; None where nothing more can be asked."""
        told = self._settings.backend_type
        try:
            found = self._timed("server", lambda: detect(self._settings))
        except UnknownBackend as problem:
            if told is not None:
                return told, note("server", f"{problem} It is taken for {told.title()}, as MEDIA_BACKEND_TYPE says.")
            return None, failing("server", problem, "Give the address that shows its own page in a browser.")
        except BackendError as problem:
            return None, failing("server", problem, _mending(problem))
        says = f"{found.title()} answers at {self._settings.media_backend_url} (asked {_probes(found)})."
        if told is not None and told is not found:
            do = f"Take MEDIA_BACKEND_TYPE away, or set it to {found}."
            return found, failing("server", f"MEDIA_BACKEND_TYPE says {told}, but {says}", do)
        return found, good("server", says)

    def _csrf(self) -> Finding:
        """As far as it can be known without writing: a server that wants a token hands one out."""
        settings = self._settings
        ca_file = str(settings.media_backend_ca_file) if settings.media_backend_ca_file else None
        try:
            with Session(settings.media_backend_url or "", ca_file=ca_file) as session:
                is_on = CSRF_COOKIE in session.get("/api/v1/status", timeout=PATIENCE).cookies
        except OutboundError as problem:
            return note("csrf", f"Whether CSRF protection is on is not known: {problem}.")
        if is_on:
            return note("csrf", "CSRF protection is on: requests carry its token. If they are refused, switch it off.")
        return good("csrf", "No sign of CSRF protection.")

    def _inside(self, backend: MediaBackend) -> Iterator[Finding]:
        try:
            account = self._timed("key", lambda: backend.account(timeout=PATIENCE))
        except BackendError as problem:
            yield failing("key", problem, self._mending_key(problem))
            return
        yield good("key", f"The key is good: it is {account.name}'s.")
        yield _abilities(backend.abilities)
        yield _four_k(backend.abilities)
        yield self._search(backend)
        yield from self._users(backend)
        yield self._quota(backend)

    def _mending_key(self, problem: BackendError) -> str:
        if not isinstance(problem, KeyRefused):
            return _mending(problem)
        if not self._settings.media_backend_api_key.get_secret_value():
            return "Set MEDIA_BACKEND_API_KEY: the server's settings page shows it."
        return "Copy the API key from the server's settings page into MEDIA_BACKEND_API_KEY."

    def _search(self, backend: MediaBackend) -> Finding:
        try:
            titles = self._timed("search", lambda: backend.search(Query(SAMPLE), timeout=PATIENCE))
        except BackendBlind as problem:
            return failing("search", problem, "Check that the server itself reaches api.themoviedb.org (its own log).")
        except BackendError as problem:
            return failing("search", problem, _mending(problem))
        if not titles:
            return failing(
                "search", f'A search for "{SAMPLE}" found nothing.', "Search for it on the server's own page."
            )
        return good("search", f'A search for "{SAMPLE}" found {_many(len(titles), "title")}.')

    def _users(self, backend: MediaBackend) -> Iterator[Finding]:
        default = self._settings.default_user
        wanted = {**({"DEFAULT_USER": default} if default else {}), **self._linked}
        try:
            names = {user.id: user.name for user in self._timed("users", lambda: backend.users(timeout=PATIENCE))}
        except Unsupported:
            yield note("users", "This server does not list its users.")
            return
        except (KeyRefused, NotAllowed) as problem:
            yield failing("users", problem, "Use the API key of an administrator.")
            return
        except BackendError as problem:
            yield failing("users", problem, _mending(problem))
            return
        asks = f"whoever is not linked asks as {names[default]}" if default in names else "no default user"
        yield good(
            "users", f"{_many(len(names), 'user')}; {_many(len(self._linked), 'person', 'people')} linked; {asks}."
        )
        for whose, user in wanted.items():
            if user not in names:
                do = (
                    "Set it to one of script/people users."
                    if whose == "DEFAULT_USER"
                    else "script/people link mends it."
                )
                yield failing("users", f"{whose} is user {user}, whom the server does not know.", do)

    def _quota(self, backend: MediaBackend) -> Finding:
        whose = self._settings.default_user or None
        if Ability.QUOTAS not in backend.abilities:
            return note("quota", "This server tells no quotas.")
        try:
            quotas = backend.quotas(whose, timeout=PATIENCE)
        except BackendError as problem:
            return note("quota", f"The quota cannot be read: {problem}")
        limits = ", ".join(_quota(quota) for quota in quotas if quota.limit is not None)
        return good("quota", f"{f'User {whose}' if whose else 'The owner of the key'}: {limits or 'no limit'}.")

    def _times(self) -> Finding:
        told = ", ".join(f"{what} {seconds * 1000:.0f} ms" for what, seconds in self._took.items())
        if max(self._took.values()) < self._slow:
            return good("times", f"Round trips: {told}.")
        do = "Look what the server waits for: a voice assistant gives up after 8 seconds."
        return failing("times", f"Slow round trips: {told}.", do)

    def _timed(self, what: str, ask: Callable[[], Answer]) -> Answer:
        began = time.monotonic()
        try:
            return ask()
        finally:
            self._took[what] = time.monotonic() - began


def _mending(problem: BackendError) -> str:
    match problem, problem.__cause__:
        case _, CertificateRefused():
            return "For a certificate of its own, set MEDIA_BACKEND_CA_FILE to that certificate."
        case BackendTooSlow(), _:
            return "Look whether the server is busy, and whether its page opens quickly in a browser."
        case BackendUnavailable(), _:
            return "Start the server, or set MEDIA_BACKEND_URL to where it answers, as seen from this machine."
        case _:
            return "Check MEDIA_BACKEND_URL."


def _probes(found: BackendType) -> str:
    known = next(one for one in BackendFactory.known_backends() if one.backend_type is found)
    return " and ".join(known.probes)


def _abilities(abilities: frozenset[Ability]) -> Finding:
    can = [words for ability, words in CAN.items() if ability in abilities]
    cannot = [words for ability, words in CAN.items() if ability not in abilities]
    says = f"Besides requesting it can {', '.join(can) or 'do nothing'}."
    return note("abilities", f"{says} It cannot {', '.join(cannot)}." if cannot else says)


def _four_k(abilities: frozenset[Ability]) -> Finding:
    has = [kind for ability, kind in FOUR_K.items() if ability in abilities]
    return note("4k", f"{' and '.join(has).capitalize()} can be requested in 4K." if has else "It has no place for 4K.")


def _quota(quota: Quota) -> str:
    days = f" in {_many(quota.days, 'day')}" if quota.days else ""
    return f"{quota.remaining} of {quota.limit} {quota.unit} left{days}"


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"
