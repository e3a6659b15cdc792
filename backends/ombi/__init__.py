"""Ombi, as the sources of its version 4.59 say it behaves.

TMDB ids throughout: films through v1, whose flags are live, shows through v2, for v1 counts shows by TVDB. Ombi takes
its time, most of all when TMDB asks it to wait: then it waits 10 s within the call.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self

from backends import open_session
from backends.ombi import lists, requesting
from backends.ombi.line import Countdown, Line
from backends.ombi.looking import Catalogue
from backends.ombi.people import People
from backends.ombi.register import Register
from media import Kind, QuotaUnit
from media_backends import (
    Ability,
    Account,
    BackendBlind,
    BackendBroken,
    BackendType,
    BackendUnavailable,
    KeyRefused,
    MediaBackend,
    QuotaUsedUp,
    RequestRefused,
    Unsupported,
    UserUnknown,
)
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backends.ombi.people import Person
    from media import Chart, Collection, CollectionName, Details, KnownRequest, Quota, Receipt, Title, User, Wish
    from media_backends import Opening, Query
    from outbound import Session

SETTINGS: Final = "/api/v1/settings/public"  # not Ombi's, and asked first: Ombi shows its web page there
VERSION: Final = "/api/v1/Status/info"
STATUS: Final = "/api/v1/Status"
FEATURES: Final = "/api/v2/Features"
FOUR_K: Final = "Movie4KRequests"
#: Roles that may approve and deny.
MAY_DECIDE: Final = frozenset({"Admin", "PowerUser"})
ABILITIES: Final = frozenset(
    {
        Ability.AS_USER,
        Ability.COLLECTIONS,
        Ability.CHARTS,
        Ability.REQUESTS,
        Ability.DECIDE,
        Ability.QUOTAS,
        Ability.RETRY,
    }
)


class OmbiBackend(MediaBackend):
    """One Ombi. It takes no requests for specials, nor a second one for what was denied."""

    backend_type = BackendType.OMBI
    probes = (SETTINGS, VERSION)

    def __init__(self, session: Session, clock: Callable[[], float], *, has_key: bool) -> None:
        """`clock` gives Unix seconds."""
        self._line = Line(session)
        self._has_key = has_key
        self._abilities: frozenset[Ability] | None = None  # until the features were read
        self._catalogue = Catalogue(self._line, clock)
        self._people = People(self._line, clock)
        self._register = Register(self._line)

    @classmethod
    def open(cls, opening: Opening) -> Self:
        key = opening.api_key.strip()
        headers = {"ApiKey": key} if key else {}  # an empty one is refused everywhere
        return cls(open_session(opening, headers), opening.clock, has_key=bool(key))

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        """By the JSON's type alone: every server has a "status" at that path, and Ombi a 200 for every path."""
        version = answers.get(VERSION)
        return isinstance(version, str) and re.match(r"\d+\.\d+", version) is not None

    @property
    def abilities(self) -> frozenset[Ability]:
        return ABILITIES if self._abilities is None else self._abilities

    @property
    def rests(self) -> bool:
        return self._line.rests

    def account(self, *, timeout: float) -> Account:
        """See the port. The key is looked at on every path, even where none is needed."""
        countdown = Countdown(timeout)
        status = self._line.read(STATUS, countdown)
        if isinstance(status, bool) or not isinstance(status, int):
            raise BackendBroken(f"{self._line.host} does not answer like Ombi")
        if not self._has_key:  # then Ombi answers all the same, here
            raise KeyRefused("no key is configured")
        self._read_features(countdown)
        return Account("Api")  # as Ombi calls whoever comes with its key

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """See the port. Shows are listed as missing, whatever they are: only their details tell."""
        return self._catalogue.search(query, Countdown(timeout))

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """See the port. Shows come in the language that somebody asked Ombi for first."""
        countdown = Countdown(timeout)
        if kind is Kind.MOVIE:
            return self._catalogue.film(title_id, language, countdown)
        return self._catalogue.show(title_id, countdown)

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        """See the port. Without `user` it is the key's own and thereby approved at once.

        What Ombi keeps but could not hand on comes back as FAILED: it will try that again by itself.
        """
        countdown = Countdown(timeout)
        if wish.four_k:
            self._refuse_4k_unless_it_is_on(wish, countdown)
        person = self._people.find(user, countdown) if user is not None else None
        try:
            return self._requested(wish, person, countdown)
        except QuotaUsedUp as error:
            raise self._dated(error, wish.title.kind, person, countdown) from error
        except (UserUnknown, BackendBroken):  # over a user who is gone Ombi breaks off, with or without a word
            self._people.forget(user or "")
            raise

    def _requested(self, wish: Wish, person: Person | None, countdown: Countdown) -> Receipt:
        host, login = self._line.host, person.login if person else None
        if wish.title.kind is Kind.MOVIE:
            answer = self._line.write("POST", requesting.FILM, countdown, requesting.film_body(wish), user=login)
            try:
                return requesting.read_receipt(answer, wish, (), person=person, host=host)
            except BackendBlind as error:
                raise self._catalogue.unknown(f"film {wish.title.id}", countdown) from error
        episodes = self._catalogue.episodes(wish.title.id, countdown)
        body, seasons = requesting.show_body(wish, episodes), requesting.seasons_taken(wish, episodes)
        self._catalogue.forget(wish.title.id)
        answer = self._line.write("POST", requesting.SHOW, countdown, body, user=login)
        return requesting.read_receipt(answer, wish, seasons, person=person, host=host)

    def _refuse_4k_unless_it_is_on(self, wish: Wish, countdown: Countdown) -> None:
        """Ombi takes such a request although it is off, and spoils it."""
        if wish.title.kind is Kind.TV:
            raise Unsupported("Ombi knows no 4K for shows")
        if self._abilities is None:
            self._read_features(countdown)
        if Ability.FOUR_K_MOVIES not in self.abilities:
            raise Unsupported(f"4K requests are off at {self._line.host}: the feature is called {FOUR_K}")

    def _read_features(self, countdown: Countdown) -> None:
        told = self._line.read(FEATURES, countdown)
        listed = told if isinstance(told, list) else []
        on = {fields.text(row, "name") for row in map(fields.as_row, listed) if fields.flag(row, "enabled")}
        self._abilities = ABILITIES | {Ability.FOUR_K_MOVIES} if FOUR_K in on else ABILITIES

    def _dated(self, error: QuotaUsedUp, kind: Kind, person: Person | None, countdown: Countdown) -> QuotaUsedUp:
        """The same, with the day on which the next request is free, if Ombi can tell that in time."""
        unit = QuotaUnit.MOVIES if kind is Kind.MOVIE else QuotaUnit.EPISODES
        try:
            quota = self._people.quota(unit, person.login if person else None, countdown)
        except (BackendUnavailable, RequestRefused, KeyRefused):
            return error
        return QuotaUsedUp(str(error), quota.frees)

    def collections(self, name: str, *, language: str = "en", timeout: float) -> tuple[CollectionName, ...]:
        return lists.collections_named(self._catalogue, name, language, Countdown(timeout))

    def collection(self, collection_id: int, *, language: str = "en", timeout: float) -> Collection:
        return lists.collection(self._line, self._catalogue, collection_id, language, Countdown(timeout))

    def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
        """See the port. In the language that Ombi is set to; of films, TRENDING are those in cinemas."""
        del language
        return lists.chart(self._line, chart, page, Countdown(timeout))

    def requests(self, *, skip: int = 0, take: int = 50, timeout: float) -> tuple[KnownRequest, ...]:
        return self._register.page(skip, take, Countdown(timeout))

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        return self._register.one(request_id, kind, Countdown(timeout))

    def cancel(self, request_id: str, kind: Kind, *, timeout: float) -> bool:
        return self._register.cancel(request_id, kind, Countdown(timeout))

    def decide(self, request_id: str, kind: Kind, *, approve: bool, reason: str = "", timeout: float) -> None:
        self._register.decide(request_id, kind, Countdown(timeout), approve=approve, reason=reason)

    def retry(self, request_id: str, kind: Kind, *, timeout: float) -> None:
        self._register.retry(request_id, kind, Countdown(timeout))

    def may_decide(self, user: str, *, timeout: float) -> bool:
        return bool(self._people.find(user, Countdown(timeout)).roles & MAY_DECIDE)

    def users(self, *, timeout: float) -> tuple[User, ...]:
        return self._people.users(Countdown(timeout))

    def quotas(self, user: str | None = None, *, timeout: float) -> tuple[Quota, ...]:
        return self._people.quotas(user, Countdown(timeout))

    def close(self) -> None:
        self._line.close()

    def __repr__(self) -> str:
        return f"<OmbiBackend {self._line.host}>"


BACKENDS = (OmbiBackend,)
