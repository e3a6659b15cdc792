"""Overseerr, Jellyseerr and Seerr: one API, three names.

What the three do not share stands in the three classes as data; what each answer means was measured on Overseerr 1.34,
Jellyseerr 2.7 and Seerr 3.1.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final, Self
from urllib.parse import quote

from backends import outbound_errors_told
from backends.seerr.reading import OVERSEERR_STATUSES, SEERR_STATUSES, read_details, read_receipt, read_title
from backends.seerr.refusals import row_of, why_not_read, why_not_requested
from media import Kind
from media_backends import Ability, Account, BackendBroken, BackendType, MediaBackend, RequestRefused
from outbound import Session, fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from media import Availability, Details, Receipt, Title, Wish
    from media_backends import Opening, Query

SETTINGS: Final = "/api/v1/settings/public"
OK: Final = 200
CREATED: Final = 201
NOTHING_LEFT: Final = 202


class _SeerrFamily(MediaBackend):
    """What the three servers have in common."""

    probes = (SETTINGS,)
    media_statuses: ClassVar[Mapping[int, Availability]] = SEERR_STATUSES
    specials_may_be_off: ClassVar[bool] = True  # then season 0 gets the same 202 as one that was asked for before

    def __init__(self, session: Session) -> None:
        self._session = session

    @classmethod
    def open(cls, opening: Opening) -> Self:
        key = opening.api_key.strip()
        with outbound_errors_told():
            headers = {"X-Api-Key": key} if key else {}
            return cls(Session(opening.base_url, headers=headers, ca_file=opening.ca_file))

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """See the port. With a year, titles of that year; when there are none, all that bear the name.

        The servers swallow a failure of TMDB here: it looks exactly like "nothing found".
        """
        words = query.text.strip()
        if not words:  # a 400 there
            return ()
        ends_at = time.monotonic() + timeout
        if query.year is not None:
            of_that_year = self._found(f"{words} year:{query.year:04}", query, timeout)
            if of_that_year:
                return of_that_year
        return self._found(words, query, ends_at - time.monotonic())

    def _found(self, words: str, query: Query, timeout: float) -> tuple[Title, ...]:
        # "+" for a space and raw reserved characters are refused, so requests' own encoding will not do.
        path = f"/api/v1/search?query={quote(words, safe='')}&page=1&language={quote(query.language or 'en', safe='')}"
        results = self._read(path, timeout)
        if not isinstance(results.get("results"), list):
            message = f"{self._session.host} answered a search without results"
            raise BackendBroken(message)
        titles = (read_title(found, self.media_statuses) for found in fields.rows(results, "results"))
        return tuple(title for title in titles if title is not None and query.kind in {None, title.kind})

    @property
    def abilities(self) -> frozenset[Ability]:
        return frozenset({Ability.ASK_AGAIN})

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """See the port. An id that TMDB does not know and a TMDB that is down look the same there: BackendBroken."""
        del language
        found = read_details(kind, self._read(f"/api/v1/{kind}/{title_id:d}", timeout), self.media_statuses)
        if found is None:
            message = f"{self._session.host} described {kind}:{title_id} without an id or a name"
            raise BackendBroken(message)
        return found

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        """See the port. Never retried; a 5xx or a broken answer leaves it open whether the request was made."""
        del user
        with outbound_errors_told():
            answer = self._session.post("/api/v1/request", _body_for(wish), timeout=timeout)
        if answer.status == NOTHING_LEFT and set(wish.seasons) == {0} and self.specials_may_be_off:
            message = f"{self._session.host} takes no requests for specials, or has these already"
            raise RequestRefused(message)
        if answer.status != CREATED:
            raise why_not_requested(answer, self._session.host)
        return read_receipt(row_of(answer, self._session.host), wish)

    def account(self, *, timeout: float) -> Account:
        """See the port. Asks /auth/me, for /status answers 200 whatever the key."""
        me = self._read("/api/v1/auth/me", timeout)
        name = fields.text(me, "displayName", "username", "plexUsername", "jellyfinUsername", "email")
        if name is None or fields.number(me, "id") is None:
            message = f"{self._session.host} does not say whose key this is"
            raise BackendBroken(message)
        return Account(name)

    def _read(self, path: str, timeout: float) -> Mapping[str, object]:
        with outbound_errors_told():
            answer = self._session.get(path, timeout=timeout)
        if answer.status != OK:
            raise why_not_read(answer, self._session.host)
        return row_of(answer, self._session.host)

    def close(self) -> None:
        self._session.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._session.host}>"


def _body_for(wish: Wish) -> Mapping[str, object]:
    # is4k is always said: where it is left out the servers skip their check for duplicates.
    body: dict[str, object] = {"mediaType": str(wish.title.kind), "mediaId": wish.title.id, "is4k": False}
    if wish.title.kind is not Kind.TV:
        return body
    if not wish.seasons:  # a 500 there, and "all" means the specials too on one of them
        message = f"{wish.key} names no season"
        raise RequestRefused(message)
    return {**body, "seasons": sorted(set(wish.seasons))}


def _settings(answers: Mapping[str, object]) -> Mapping[str, object]:
    settings = fields.as_row(answers.get(SETTINGS))
    return settings if "initialized" in settings else {}


class OverseerrBackend(_SeerrFamily):
    """Overseerr, which knows no blocklist."""

    backend_type = BackendType.OVERSEERR
    media_statuses = OVERSEERR_STATUSES
    specials_may_be_off = False

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        settings = _settings(answers)
        return bool(settings) and "mediaServerType" not in settings


class JellyseerrBackend(_SeerrFamily):
    """Jellyseerr: Overseerr for Jellyfin and Emby, with a blocklist."""

    backend_type = BackendType.JELLYSEERR

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        settings = _settings(answers)
        return "mediaServerType" in settings and "hideBlocklisted" not in settings


class SeerrBackend(_SeerrFamily):
    """Seerr, which both have become."""

    backend_type = BackendType.SEERR

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        return "hideBlocklisted" in _settings(answers)


BACKENDS = (OverseerrBackend, JellyseerrBackend, SeerrBackend)
