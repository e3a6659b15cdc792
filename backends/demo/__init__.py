"""The embedded demo: a request manager without network or key, so that the whole conversation can be tried at once.

Its catalogue was composed by us. Requests are kept on a shelf that is handed in and move on by themselves: pending
for one pace, downloading for two more, then available.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from rapidfuzz import fuzz, process

from backends.demo.credits import Credits
from backends.demo.shelf import MemoryShelf
from media import (
    Availability,
    Chart,
    Collection,
    CollectionName,
    Credit,
    Details,
    Download,
    Kind,
    KnownRequest,
    PersonName,
    Receipt,
    RequestStatus,
    Season,
    Title,
    Wish,
)
from media_backends import (
    Ability,
    Account,
    AlreadyRequested,
    BackendType,
    MediaBackend,
    Opening,
    Query,
    RequestRefused,
    RequestShelf,
    ShelvedRequest,
    TitleBlocked,
    TitleUnknown,
    Unsupported,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

CATALOGUE: Final = Path(__file__).with_name("catalogue.jsonl")
#: Below this likeness (0 to 100) a title was not what was searched for.
LEAST_LIKENESS: Final = 72
ENGLISH_SPEAKING: Final = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
MOST_ROWS: Final = 20
CHART_KINDS: Final[Mapping[Chart, tuple[Kind, ...]]] = {
    Chart.TRENDING: tuple(Kind),
    Chart.POPULAR_MOVIES: (Kind.MOVIE,),
    Chart.POPULAR_TV: (Kind.TV,),
    Chart.UPCOMING_MOVIES: (Kind.MOVIE,),
    Chart.UPCOMING_TV: (Kind.TV,),
    Chart.MOST_VOTED_MOVIES: (Kind.MOVIE,),
    Chart.MOST_VOTED_TV: (Kind.TV,),
}
#: How a request stands that has come so far.
STATUSES: Final[Mapping[Availability, RequestStatus]] = {
    Availability.PENDING: RequestStatus.PENDING,
    Availability.PROCESSING: RequestStatus.APPROVED,
    Availability.AVAILABLE: RequestStatus.AVAILABLE,
}
#: Where nothing else is said, the more words a title shares with the search, the better.
_NOT_WORDS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Work:
    """One line of the catalogue."""

    details: Details
    folded: str  # the name as it is searched: small letters, no accents, no punctuation


class DemoBackend(MediaBackend):
    """A request manager in memory; what it was asked for is kept on the shelf."""

    backend_type: ClassVar[BackendType] = BackendType.DEMO

    def __init__(
        self, shelf: RequestShelf, clock: Callable[[], float], pace: float, catalogue: Path = CATALOGUE
    ) -> None:
        """`clock` gives Unix seconds; `pace` is how many of them a request stays at one stage."""
        self._shelf, self._clock, self._pace = shelf, clock, pace
        self._works = {work.details.title.key: work for work in _read_catalogue(catalogue)}
        self._names = {key: work.folded for key, work in self._works.items()}
        self._credits = Credits(work.details for work in self._works.values())

    @classmethod
    def open(cls, opening: Opening) -> Self:
        """A demo over the shelf that was handed in, or over one that is forgotten with the process."""
        return cls(opening.shelf or MemoryShelf(), opening.clock, opening.pace)

    @property
    def abilities(self) -> frozenset[Ability]:
        of_titles = {Ability.SPECIALS, Ability.COLLECTIONS, Ability.PEOPLE, Ability.CHARTS}
        return frozenset(of_titles | {Ability.REQUESTS, Ability.DOWNLOADS})

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """Titles like the query, the likest first; of equals the better known. Every word wants to be found."""
        del timeout
        asked = _fold(query.text)
        hits = process.extract(
            asked, self._names, scorer=fuzz.WRatio, processor=None, score_cutoff=LEAST_LIKENESS, limit=3 * MOST_ROWS
        )
        progress = self._progress()
        whole = [(score, key) for name, score, key in hits if _has_each_word(asked, name)]
        rows = [(score, self._now(self._works[key], progress).title) for score, key in whole]
        rows.sort(key=lambda row: (-row[0], -row[1].votes))
        return tuple(title for _, title in rows if _fits(title, query))[:MOST_ROWS]

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        """The catalogue's line, with what has become of the requests since."""
        del language, timeout
        work = self._works.get(f"{kind}:{title_id}")
        if work is None:
            raise TitleUnknown(f"the demo has no {kind} {title_id}")
        now = self._now(work, self._progress())
        return replace(now, downloads=tuple(self._downloads(now.title)), requests=tuple(self._requests_for(now.title)))

    def _requests_for(self, title: Title) -> Iterable[KnownRequest]:
        return (self._known(kept) for kept in self._shelf.all() if kept.wish.title.key == title.key)

    def _downloads(self, title: Title) -> Iterable[Download]:
        """As if each request that is approved were half there after half its time."""
        for kept in self._shelf.all():
            age = self._clock() - kept.at
            if kept.wish.title.key == title.key and _reached(age, self._pace) is Availability.PROCESSING:
                percent, left = int(100 * (age - self._pace) / (2 * self._pace)), 3 * self._pace - age
                season = kept.wish.seasons[0] if len(kept.wish.seasons) == 1 else None
                yield Download(percent, ceil(left / 60), season=season)

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        """Keep the request, unless nothing is left to ask for."""
        if user is not None:
            raise Unsupported("the demo has no users")
        if wish.four_k:
            raise Unsupported("the demo has no place for 4K")
        now = self.details(wish.title.kind, wish.title.id, timeout=timeout)
        if wish.title.kind is Kind.TV and not wish.seasons:
            raise RequestRefused(f"{wish.key} names no season")
        if now.title.availability is Availability.BLOCKED:
            raise TitleBlocked(f"{wish.title.key} is on the demo's blocklist")
        missing = {season.number for season in now.seasons if season.availability.is_open}
        taken = tuple(sorted(missing.intersection(wish.seasons)))
        is_free = now.title.availability.is_open if wish.title.kind is Kind.MOVIE else bool(taken)
        if not is_free:
            raise AlreadyRequested(f"nothing of {wish.key} is left to ask for")
        request_id = self._shelf.add(Wish(now.title, taken), self._clock())
        return Receipt(request_id, RequestStatus.PENDING if self._pace else RequestStatus.APPROVED, taken)

    def collections(self, name: str, *, language: str = "en", timeout: float) -> tuple[CollectionName, ...]:
        """Those whose name is like this, the likest first."""
        del language, timeout
        known = {one.id: one for work in self._works.values() if (one := work.details.collection) is not None}
        names = {number: _fold(one.name) for number, one in known.items()}
        hits = process.extract(_fold(name), names, scorer=fuzz.WRatio, processor=None, score_cutoff=LEAST_LIKENESS)
        return tuple(known[number] for _, _, number in hits)

    def collection(self, collection_id: int, *, language: str = "en", timeout: float) -> Collection:
        """Its films in the catalogue."""
        del language, timeout
        progress = self._progress()
        members = [one for one in self._works.values() if one.details.collection is not None]
        parts = [one for one in members if one.details.collection and one.details.collection.id == collection_id]
        if not parts or parts[0].details.collection is None:
            raise TitleUnknown(f"the demo has no collection {collection_id}")
        films = sorted((self._now(part, progress).title for part in parts), key=lambda film: film.released or "")
        return Collection(parts[0].details.collection, tuple(films))

    def people_called(self, name: str, *, language: str = "en", timeout: float) -> tuple[PersonName, ...]:
        """Those who have each word in their name, but for a letter or two."""
        del language, timeout
        asked = _fold(name)
        return tuple(one for one in self._credits.people if asked and _has_each_word(asked, _fold(one.name)))

    def titles_of(self, person_id: int, *, language: str = "en", timeout: float) -> tuple[Credit, ...]:
        """All of them in the catalogue, which names the leading actors alone."""
        del language, timeout
        progress = self._progress()
        keys = self._credits.keys_of(person_id)
        if not keys:
            raise TitleUnknown(f"the demo knows no person {person_id}")
        return tuple(Credit(self._now(self._works[key], progress).title) for key in keys)

    def chart(self, chart: Chart, page: int, *, language: str = "en", timeout: float) -> tuple[Title, ...]:
        """The best known of its titles; of those to come, the next first."""
        del language, timeout
        today = datetime.fromtimestamp(self._clock(), UTC).date().isoformat()
        progress = self._progress()
        titles = [self._now(work, progress).title for work in self._works.values()]
        titles = [title for title in titles if title.kind in CHART_KINDS[chart]]
        if chart in {Chart.UPCOMING_MOVIES, Chart.UPCOMING_TV}:
            titles = sorted((title for title in titles if (title.released or "") > today), key=_release)
        else:
            titles.sort(key=lambda title: -title.votes)
        return tuple(titles[MOST_ROWS * (page - 1) : MOST_ROWS * page])

    def requests(self, *, skip: int = 0, take: int = 50, timeout: float) -> tuple[KnownRequest, ...]:
        """What stands on the shelf."""
        del timeout
        newest_first = tuple(reversed(self._shelf.all()))[skip : skip + take]
        return tuple(self._known(kept) for kept in newest_first)

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        """One of those on the shelf."""
        del kind, timeout
        return next((self._known(kept) for kept in self._shelf.all() if kept.id == request_id), None)

    def cancel(self, request_id: str, kind: Kind, *, timeout: float) -> bool:
        """Take it off the shelf."""
        del kind, timeout
        return self._shelf.remove(request_id)

    def account(self, *, timeout: float) -> Account:
        """The demo lets everybody in."""
        del timeout
        return Account("demo", self.backend_type)

    def _known(self, kept: ShelvedRequest) -> KnownRequest:
        reached, title = _reached(self._clock() - kept.at, self._pace), kept.wish.title
        made = datetime.fromtimestamp(kept.at, UTC).isoformat()
        return KnownRequest(
            kept.id, title.kind, title.id, STATUSES[reached], reached, title.name, kept.wish.seasons, created=made
        )

    def _progress(self) -> Mapping[str, Mapping[int, Availability]]:
        """For each title that was requested: how far each season has come; a film counts as season 0."""
        progress: dict[str, dict[int, Availability]] = {}
        now = self._clock()
        for kept in self._shelf.all():
            reached = _reached(now - kept.at, self._pace)
            of_title = progress.setdefault(kept.wish.title.key, {})
            of_title.update(dict.fromkeys(kept.wish.seasons or (0,), reached))
        return progress

    def _now(self, work: Work, progress: Mapping[str, Mapping[int, Availability]]) -> Details:
        details = work.details
        reached = progress.get(details.title.key)
        if not reached:
            return details
        if details.title.kind is Kind.MOVIE:
            return replace(details, title=replace(details.title, availability=reached[0]))
        seasons = tuple(
            replace(season, availability=reached.get(season.number, season.availability)) for season in details.seasons
        )
        return replace(details, seasons=seasons, title=replace(details.title, availability=_of_show(seasons)))


def _reached(age: float, pace: float) -> Availability:
    if age < pace:
        return Availability.PENDING
    return Availability.PROCESSING if age < 3 * pace else Availability.AVAILABLE


def _has_each_word(asked: str, name: str) -> bool:
    """As the real ones search, but for a letter or two: one word in common would bring "Get Out" for "get anything"."""
    words = name.split()
    each = (max(fuzz.ratio(word, other) for other in words) for word in asked.split())
    return fuzz.ratio(asked, name) >= LEAST_LIKENESS or all(likeness >= LEAST_LIKENESS for likeness in each)


def _fits(title: Title, query: Query) -> bool:
    return query.kind in {None, title.kind} and query.year in {None, title.year}


def _read_catalogue(path: Path) -> Iterable[Work]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield _work(json.loads(line))


def _work(line: Mapping[str, Any]) -> Work:
    kind = Kind(line["kind"])
    seasons = tuple(_season(season) for season in line.get("seasons", ()))
    title = Title(
        kind,
        line["id"],
        line["title"],
        int(line["released"][:4]),
        Availability(line["availability"]) if kind is Kind.MOVIE else _of_show(seasons),
        line["released"],
        original_name=line.get("original_name") or line.get("original_title"),
        votes=line["votes"],
        overview=line["plot"],
        countries=tuple(line.get("country", ())),
        original_language="en" if ENGLISH_SPEAKING.intersection(line.get("country", ())) else None,
    )
    collection = line.get("collection")
    details = Details(
        title,
        seasons,
        in_production=kind is Kind.TV and not line.get("ended", True),
        runtime=line.get("runtime"),
        cast=tuple(line.get("cast", ())),
        directors=(line["director"],) if line.get("director") else (),
        genres=(line["genre"],) if line.get("genre") else (),
        collection=CollectionName(collection["id"], collection["name"]) if collection else None,
    )
    return Work(details, _fold(title.name))


def _release(title: Title) -> str:
    return title.released or ""


def _season(season: Mapping[str, Any]) -> Season:
    availability = Availability(season.get("availability", "missing"))
    return Season(season["number"], availability, season["episodes"], season["aired"])


def _of_show(seasons: Sequence[Season]) -> Availability:
    """The whole of a show in one word, as the request managers put it."""
    states = {season.availability for season in seasons if season.number > 0}
    if len(states) == 1:
        return states.pop()
    if Availability.AVAILABLE in states:
        return Availability.PARTIAL
    return Availability.PROCESSING if Availability.PROCESSING in states else Availability.PENDING


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("&", " and ").replace("'", "").replace("\u2019", ""))
    return _NOT_WORDS.sub(" ", plain.encode("ascii", "ignore").decode()).strip()


BACKENDS: Final = (DemoBackend,)
