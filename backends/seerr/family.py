"""What Overseerr, Jellyseerr and Seerr have in common: reading titles and making requests.

Lists of requests, users and the rest stand in ledger.py.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final, Self
from urllib.parse import quote

from backends import open_session
from backends.seerr.calls import Calls, as_user
from backends.seerr.filmographies import read_filmography, read_people
from backends.seerr.ledger import Ledger
from backends.seerr.products import SETTINGS, Product, read_product
from backends.seerr.reading import (
    read_collection,
    read_collection_name,
    read_details,
    read_receipt,
    read_title,
    read_user,
)
from backends.seerr.refusals import row_of, why_not_requested
from backends.seerr.statuses import SEERR_STATUSES
from backends.seerr.tmdb import TmdbSight
from media import Chart, Kind
from media_backends import (
    Ability,
    Account,
    BackendBlind,
    BackendBroken,
    BackendError,
    KeyRefused,
    QuotaUsedUp,
    RequestRefused,
    Unsupported,
    UserUnknown,
)
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from media import Availability, Collection, CollectionName, Credit, Details, PersonName, Receipt, Title, Wish
    from media_backends import Opening, Query
    from outbound import Session

    Row = Mapping[str, object]

CREATED: Final = 201
NOTHING_LEFT: Final = 202
#: Seconds until a server that cannot hand a show on has dropped the request that it took.
SETTLING: Final = 0.5
CHARTS: Final[Mapping[Chart, str]] = {
    Chart.TRENDING: "trending",
    Chart.POPULAR_MOVIES: "movies",
    Chart.POPULAR_TV: "tv",
    Chart.UPCOMING_MOVIES: "movies/upcoming",
    Chart.UPCOMING_TV: "tv/upcoming",
    Chart.MOST_VOTED_MOVIES: "movies",
    Chart.MOST_VOTED_TV: "tv",
}
BY_VOTES: Final = frozenset({Chart.MOST_VOTED_MOVIES, Chart.MOST_VOTED_TV})


class SeerrFamily(Ledger):
    """One server of the family."""

    probes = (SETTINGS,)
    media_statuses: ClassVar[Mapping[int, Availability]] = SEERR_STATUSES
    always: ClassVar[frozenset[Ability]] = frozenset(
        {
            *(Ability.AS_USER, Ability.ASK_AGAIN, Ability.COLLECTIONS, Ability.PEOPLE),
            *(Ability.CHARTS, Ability.REQUESTS, Ability.DECIDE, Ability.QUOTAS),
            *(Ability.RETRY, Ability.DOWNLOADS),
        }
    )
    dies_without_tvdb: ClassVar[bool] = False  # of a request for a show that has no TVDB id

    def __init__(self, session: Session, clock: Callable[[], float]) -> None:
        super().__init__(Calls(session), clock)
        self._product: Product | None = None  # not asked yet
        self._tmdb = TmdbSight(lambda word, timeout: bool(self._rows(word, "en", timeout)))
        self._without_tvdb: tuple[int, ...] = ()  # shows that `details` saw lately

    @classmethod
    def open(cls, opening: Opening) -> Self:
        key = opening.api_key.strip()
        return cls(open_session(opening, {"X-Api-Key": key} if key else {}), opening.clock)

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        return read_product(answers.get(SETTINGS)).type is cls.backend_type

    @property
    def abilities(self) -> frozenset[Ability]:
        return self.always if self._product is None else self.always | self._product.abilities

    # --- reading

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """See the port. With a year, titles of that year; when there are none, all that bear the name."""
        words = query.text.strip()
        if not words:  # a 400 there
            return ()
        ends_at = time.monotonic() + timeout
        rows: tuple[Row, ...] = ()
        if query.year is not None:
            rows = self._rows(f"{words} year:{query.year:04}", query.language, timeout)
            titles = self._titles(rows, query.kind)
            if titles:
                return titles
        rows += self._rows(words, query.language, ends_at - time.monotonic())
        self._prove_sight(found=bool(rows), timeout=ends_at - time.monotonic())
        return self._titles(rows, query.kind)

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """See the port. An id that TMDB does not know and a title that fails look the same there: BackendBroken."""
        row = self._described(f"/api/v1/{kind}/{title_id:d}?{_in(language)}", timeout)
        found = read_details(kind, row, self.media_statuses)
        if found is None:
            message = f"{self._calls.host} described {kind}:{title_id} without an id or a name"
            raise BackendBroken(message)
        ids = fields.row(row, "externalIds")
        if kind is Kind.TV and "tvdbId" in ids:  # where it is not told, nothing is known
            self._note_tvdb(title_id, fields.number(ids, "tvdbId"))
        return found

    def collections(self, name: str, *, language: str = "en", timeout: float) -> tuple[CollectionName, ...]:
        """See the port. They stand among the titles of a search; TMDB's English names end in "Collection"."""
        ends_at = time.monotonic() + timeout
        seen = False
        for words in (name.strip(), f"{name.strip()} collection") if name.strip() else ():
            rows = self._rows(words, language, ends_at - time.monotonic())
            seen = seen or bool(rows)
            found = [read_collection_name(row) for row in rows if fields.text(row, "mediaType") == "collection"]
            if found:
                return tuple(one for one in found if one is not None)
        self._prove_sight(found=seen or not name.strip(), timeout=ends_at - time.monotonic())
        return ()

    def collection(self, collection_id: int, *, language: str = "en", timeout: float) -> Collection:
        row = self._described(f"/api/v1/collection/{collection_id:d}?{_in(language)}", timeout)
        found = read_collection(row, self.media_statuses)
        if found is None:
            message = f"{self._calls.host} described collection {collection_id} without an id or a name"
            raise BackendBroken(message)
        return found

    def people_called(self, name: str, *, language: str = "en", timeout: float) -> tuple[PersonName, ...]:
        """See the port. They stand among the titles of a search."""
        ends_at = time.monotonic() + timeout
        words = name.strip()
        rows = self._rows(words, language, timeout) if words else ()
        self._prove_sight(found=bool(rows) or not words, timeout=ends_at - time.monotonic())
        return read_people(rows)

    def titles_of(self, person_id: int, *, language: str = "en", timeout: float) -> tuple[Credit, ...]:
        path = f"/api/v1/person/{person_id:d}/combined_credits?{_in(language)}"
        found = self._described(path, timeout)
        if not isinstance(found.get("cast"), list) or not isinstance(found.get("crew"), list):
            message = f"{self._calls.host} told the titles of person {person_id} without a cast or a crew"
            raise BackendBroken(message)
        return read_filmography(found, self.media_statuses)

    def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
        order = "&sortBy=vote_count.desc" if chart in BY_VOTES else ""
        path = f"/api/v1/discover/{CHARTS[chart]}?page={page:d}{order}&{_in(language)}"
        row = self._calls.read(path, timeout)
        return self._titles(self._results(row, "a chart"), None)

    def _rows(self, words: str, language: str, timeout: float) -> tuple[Row, ...]:
        # "+" for a space and raw reserved characters are refused, so requests' own encoding will not do.
        path = f"/api/v1/search?query={quote(words, safe='')}&page=1&{_in(language)}"
        rows = self._results(self._calls.read(path, timeout), "a search")
        if rows:
            self._tmdb.saw()
        return rows

    def _results(self, answer: Row, what: str) -> tuple[Row, ...]:
        if not isinstance(answer.get("results"), list):
            message = f"{self._calls.host} answered {what} without results"
            raise BackendBroken(message)
        return fields.rows(answer, "results")

    def _titles(self, rows: tuple[Row, ...], kind: Kind | None) -> tuple[Title, ...]:
        titles = (read_title(row, self.media_statuses) for row in rows)
        return tuple(title for title in titles if title is not None and kind in {None, title.kind})

    def _prove_sight(self, *, found: bool, timeout: float) -> None:
        """The servers swallow a failure of TMDB: without this it would look like "nothing found"."""
        if not found and not self._tmdb.sees(timeout):
            message = f"{self._calls.host} finds nothing at all: its TMDB does not answer"
            raise BackendBlind(message)

    def _described(self, path: str, timeout: float) -> Row:
        """What TMDB knows of one thing. Raises BackendBlind where it is TMDB that does not answer."""
        ends_at = time.monotonic() + timeout
        try:
            return self._calls.read(path, timeout)
        except BackendBroken as error:
            if "Unable to retrieve" in str(error) and self._is_blind(ends_at - time.monotonic()):
                raise BackendBlind(str(error)) from None
            raise

    def _is_blind(self, timeout: float) -> bool:
        """False too where that cannot be told."""
        try:
            return not self._tmdb.sees(timeout)
        except BackendError:
            return False

    def _note_tvdb(self, show: int, tvdb_id: int | None) -> None:
        others = tuple(one for one in self._without_tvdb if one != show)
        self._without_tvdb = others if tvdb_id else (*others, show)[-100:]

    # --- requesting

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        """See the port. Never retried; a 5xx or a broken answer leaves it open whether the request was made."""
        ends_at = time.monotonic() + timeout
        as_user(user)
        body = _body_for(wish)
        self._refuse_beforehand(wish, timeout)
        answer = self._calls.write("POST", "/api/v1/request", body, user=user, timeout=ends_at - time.monotonic())
        if answer.status == NOTHING_LEFT and set(wish.seasons) == {0} and Ability.SPECIALS not in self.abilities:
            message = f"{self._calls.host} takes no requests for specials, or has these already"
            raise RequestRefused(message)
        if answer.status != CREATED:
            raise self._explained(why_not_requested(answer, self._calls.host), wish, user, ends_at)
        made = row_of(answer, self._calls.host)
        media = fields.row(made, "media")
        homeless = wish.title.kind is Kind.TV and "tvdbId" in media and fields.number(media, "tvdbId") is None
        if homeless and fields.number(made, "id") is None:
            raise self._dropped()
        receipt = read_receipt(made, wish)
        if homeless:
            self._reread(receipt, ends_at)
        return receipt

    def _refuse_beforehand(self, wish: Wish, timeout: float) -> None:
        ability = Ability.FOUR_K_MOVIES if wish.title.kind is Kind.MOVIE else Ability.FOUR_K_TV
        if wish.four_k and ability not in self._known_product(timeout).abilities:  # it would take it, for nothing
            message = f"{self._calls.host} has no place for 4K ({ability})"
            raise Unsupported(message)
        if self.dies_without_tvdb and wish.title.kind is Kind.TV and wish.title.id in self._without_tvdb:
            message = f"{wish.key} has no TVDB id, and {self._calls.host} does not survive a request for it"
            raise RequestRefused(message)

    def _known_product(self, timeout: float) -> Product:
        product = self._product
        return self._read_product(timeout) if product is None else product

    def _read_product(self, timeout: float) -> Product:
        self._product = read_product(self._calls.read(SETTINGS, timeout))
        return self._product

    def _reread(self, receipt: Receipt, ends_at: float) -> None:
        """A show without a TVDB id cannot be handed on: its request is dropped again.

        One of the three tells at once, by a 201 whose request has no id; else it is gone when it is read again.
        """
        for pause in (0.0, SETTLING):
            time.sleep(min(pause, max(0.0, ends_at - time.monotonic())))
            if self.known_request(receipt.request_id, Kind.TV, timeout=ends_at - time.monotonic()) is None:
                raise self._dropped()

    def _dropped(self) -> RequestRefused:
        return RequestRefused(f"{self._calls.host} took the request and dropped it: the show has no TVDB id")

    def _explained(self, error: BackendError, wish: Wish, user: str | None, ends_at: float) -> BackendError:
        """What the answer alone does not tell: whether it is the key or the user, and until when a quota holds."""
        if isinstance(error, KeyRefused) and user is not None and self._takes_our_key(ends_at - time.monotonic()):
            message = f"{self._calls.host} knows no user {user}"
            return UserUnknown(message)
        if isinstance(error, QuotaUsedUp):
            return QuotaUsedUp(str(error), self._frees(wish.title.kind, user, ends_at))
        return error

    # --- the key

    def account(self, *, timeout: float) -> Account:
        """See the port. Asks /auth/me, for /status answers 200 whatever the key."""
        ends_at = time.monotonic() + timeout
        me = read_user(self._calls.read("/api/v1/auth/me", timeout))
        if me is None:
            message = f"{self._calls.host} does not say whose key this is"
            raise BackendBroken(message)
        self._me = me
        return Account(me.name, self._read_product(ends_at - time.monotonic()).type)

    def _takes_our_key(self, timeout: float) -> bool:
        try:
            self._calls.read("/api/v1/auth/me", timeout)
        except KeyRefused:
            return False
        return True


def _in(language: str) -> str:
    return f"language={quote(language or 'en', safe='')}"


def _body_for(wish: Wish) -> Row:
    # is4k is always said: where it is left out the servers skip their check for duplicates.
    body: dict[str, object] = {"mediaType": str(wish.title.kind), "mediaId": wish.title.id, "is4k": wish.four_k}
    if wish.title.kind is not Kind.TV:
        return body
    if not wish.seasons:  # a 500 there, and "all" means the specials too on one of them
        message = f"{wish.key} names no season"
        raise RequestRefused(message)
    return {**body, "seasons": sorted(set(wish.seasons))}
