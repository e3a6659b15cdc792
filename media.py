"""The words of this field: what every other room talks about.

Only frozen values, built on the standard library alone, so every room may import this one and nothing can be
changed behind its back. Ids are TMDB ids, dates are ISO text ("1993-06-11"), so that they sort and compare as they
stand and no clock is needed to hold them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What sort of thing can be asked for."""

    MOVIE = "movie"
    TV = "tv"


class Availability(StrEnum):
    """How far along a title, or one season of it, already is."""

    MISSING = "missing"  # nobody asked for it yet, or asking again is allowed
    PENDING = "pending"  # asked for, waiting for approval
    PROCESSING = "processing"  # approved, being searched or downloaded
    PARTIAL = "partial"  # a show of which some seasons are there
    AVAILABLE = "available"
    BLOCKED = "blocked"  # on the owner's blocklist
    DECLINED = "declined"  # asked for and declined; asking again is allowed
    REFUSED = "refused"  # asked for and declined, and this server takes no second request
    FAILED = "failed"  # approved, but could not be handed on; the request still stands

    @property
    def is_open(self) -> bool:
        """True where a request can be made."""
        return self in {Availability.MISSING, Availability.DECLINED}

    @property
    def is_asked_for(self) -> bool:
        """True while somebody's request for it is under way."""
        return self in {Availability.PENDING, Availability.PROCESSING}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a language that need not be the speaker's."""

    text: str
    language: str  # ISO 639-1

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Title:
    """One film or show, as a request manager lists it."""

    kind: Kind
    id: int  # TMDB id, unique within its kind
    name: str
    year: int | None = None
    availability: Availability = Availability.MISSING
    released: str | None = None  # ISO date of the release, or of the first airing
    poster: str | None = None  # absolute or site-relative address of a picture
    original_name: str | None = None  # only where it differs from `name`
    votes: int = 0  # how many people rated it: a measure of how well known it is
    overview: str = ""
    availability_4k: Availability = Availability.MISSING  # apart from the above: one says nothing of the other
    countries: tuple[str, ...] = ()  # where it comes from, ISO 3166-1 alpha-2; empty where that is not told
    original_language: str | None = None  # what it was made in, ISO 639-1

    @property
    def spoken(self) -> Name | str:
        """Its name for a voice: with the language it is in, where it has kept its original name."""
        kept = self.original_name is None and self.original_language
        return Name(self.name, kept) if kept else self.name

    def availability_in(self, *, four_k: bool) -> Availability:
        """How far along it is in 4K, or in the ordinary quality."""
        return self.availability_4k if four_k else self.availability

    @property
    def key(self) -> str:
        """Names the title among all titles, "movie:329"."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Season:
    """One season of a show; number 0 holds the specials."""

    number: int
    availability: Availability = Availability.MISSING
    episodes: int | None = None
    aired: str | None = None  # ISO date of its first episode
    availability_4k: Availability = Availability.MISSING

    def availability_in(self, *, four_k: bool) -> Availability:
        """How far along it is in 4K, or in the ordinary quality."""
        return self.availability_4k if four_k else self.availability


@dataclass(frozen=True, slots=True)
class CollectionName:
    """A series of films that belong together, by name."""

    id: int  # TMDB id
    name: str


@dataclass(frozen=True, slots=True)
class Download:
    """Something that is on its way for a title, as its downloader tells it."""

    percent: int | None = None  # of it is there, 0 to 100
    minutes: int | None = None  # until all of it is, rounded up
    trouble: str | None = None  # why it does not move, a speech key; None: it does, or waits its turn
    season: int | None = None  # of a show, where that is told
    four_k: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """All that a request manager knows of one title at this moment. What it does not know is empty or None."""

    title: Title
    seasons: tuple[Season, ...] = ()  # in order of their numbers, specials first; empty for films
    in_production: bool = False  # a show that goes on
    next_airs: str | None = None  # ISO date of the next episode
    runtime: int | None = None  # minutes of the film, or of one episode
    rating: float | None = None  # 0 to 10
    cast: tuple[str, ...] = ()  # leading actors first
    directors: tuple[str, ...] = ()  # of a film; the creators of a show
    genres: tuple[str, ...] = ()
    collection: CollectionName | None = None
    downloads: tuple[Download, ...] = ()
    requests: tuple[KnownRequest, ...] = ()  # that stand for it, oldest first

    @property
    def regular_seasons(self) -> tuple[Season, ...]:
        """The seasons a person means by "all": without the specials."""
        return tuple(season for season in self.seasons if season.number > 0)

    def seasons_that_are(self, *availabilities: Availability, four_k: bool = False) -> tuple[int, ...]:
        """Numbers of the regular seasons in one of these states."""
        return tuple(
            season.number for season in self.regular_seasons if season.availability_in(four_k=four_k) in availabilities
        )

    def open_seasons(self, *, four_k: bool = False) -> tuple[int, ...]:
        """Numbers of the regular seasons for which a request can be made."""
        return tuple(season.number for season in self.regular_seasons if season.availability_in(four_k=four_k).is_open)


@dataclass(frozen=True, slots=True)
class Collection:
    """A series of films that belong together, in the order of their release."""

    name: CollectionName
    parts: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class PersonName:
    """Somebody who plays in titles or makes them, by name."""

    id: int  # TMDB id
    name: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A title that somebody plays in, or that they directed, created or wrote."""

    title: Title
    is_small: bool = False  # a guest's part, or one without a credit: not what the title is known for


@dataclass(frozen=True, slots=True)
class Wish:
    """What one person has confirmed and wants requested."""

    title: Title
    seasons: tuple[int, ...] = ()  # sorted, each once; empty for films
    four_k: bool = False

    @property
    def key(self) -> str:
        """Equal for two people who want the same thing, "tv:1396:2,3" or "movie:603:4k"."""
        parts = (self.title.key, ",".join(map(str, self.seasons)), "4k" if self.four_k else "")
        return ":".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody whom the request manager knows."""

    id: str  # what `request(user=…)` takes; its form is the server's own
    name: str


class QuotaUnit(StrEnum):
    """What a quota counts."""

    MOVIES = "movies"
    SEASONS = "seasons"
    EPISODES = "episodes"


@dataclass(frozen=True, slots=True)
class Quota:
    """How many requests somebody may still make."""

    unit: QuotaUnit
    limit: int | None  # None: as many as they like
    remaining: int | None  # None where there is no limit
    days: int | None = None  # the limit holds for so many days
    frees: str | None = None  # ISO date on which the next one is free, where the server says


class RequestStatus(StrEnum):
    """Where a request stands at the request manager, or still with us."""

    QUEUED = "queued"  # written down here, not yet accepted there
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    FAILED = "failed"
    AVAILABLE = "available"
    GIVEN_UP = "given-up"  # could not be sent for as long as the owner allows


class Stage(StrEnum):
    """How far a request has come, from the wish to the screen, whoever tells it."""

    OWED = "owed"  # written down here, not with the request manager yet
    PENDING = "pending"  # waits for somebody's approval
    APPROVED = "approved"  # approved and looked for
    DOWNLOADING = "downloading"
    PARTIAL = "partial"  # some of the seasons are there
    READY = "ready"
    FAILED = "failed"  # the request manager could not hand it on; somebody may try again
    DECLINED = "declined"
    REFUSED = "refused"  # the request manager did not take it
    GIVEN_UP = "given-up"  # could not be sent for as long as the owner allows
    WITHDRAWN = "withdrawn"  # whoever asked for it took it back
    GONE = "gone"  # deleted at the request manager

    @property
    def is_end(self) -> bool:
        """True where nothing more is to be expected."""
        return self in _ENDS


_ENDS: Final = frozenset({Stage.READY, Stage.DECLINED, Stage.REFUSED, Stage.GIVEN_UP, Stage.WITHDRAWN, Stage.GONE})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a request manager made of a wish."""

    request_id: str
    status: RequestStatus
    seasons: tuple[int, ...] = ()  # those it really took; may be fewer than were wished for


@dataclass(frozen=True, slots=True)
class Owing:
    """A wish that is written down and leased: whoever holds it may send it, nobody else."""

    row: int
    lease: str  # proves that it is still ours when it is settled
    wish: Wish
    attempts: int  # this one included; more than 1 means that it may have been sent before
    user: str | None = None  # whose request it is at the request manager (User.id); None: the key's own


@dataclass(frozen=True, slots=True)
class DueJob:
    """Something that was to be done later, leased: whoever holds it does it, nobody else."""

    row: int
    lease: str  # proves that it is still ours when it is done
    kind: str
    payload: Mapping[str, Any]
    attempts: int  # this one included; more than 1 means that it may have been done, or half of it


@dataclass(frozen=True, slots=True)
class PastRequest:
    """Something that one person asked for here, as it stood when that was settled."""

    wish: Wish
    status: RequestStatus  # QUEUED until the request manager has it


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """A request as the request manager lists it."""

    id: str
    kind: Kind
    title_id: int  # TMDB id
    status: RequestStatus
    availability: Availability
    name: str | None = None  # the title's, where the list holds it
    seasons: tuple[int, ...] = ()
    four_k: bool = False
    user: User | None = None
    created: str | None = None  # ISO date and time
    reason: str | None = None  # why it was declined


@dataclass(frozen=True, slots=True)
class Followed:
    """A request that we follow, as far as we know it. Times are Unix seconds."""

    row: int
    wish: Wish
    stage: Stage
    created: float
    updated: float  # when it came to this stage
    request_id: str | None = None  # at the request manager, where it is known
    user: str | None = None  # User.id in whose name it is
    reason: str | None = None  # why it was declined, failed or was given up: a speech key, or somebody's own words
    ready: tuple[int, ...] = ()  # seasons that are there


@dataclass(frozen=True, slots=True)
class News:
    """What somebody tells of a request."""

    stage: Stage
    source: str  # "outbox", "webhook", "look"
    reason: str | None = None
    ready: tuple[int, ...] = ()  # seasons that are there
    request_id: str | None = None


class Chart(StrEnum):
    """Lists of titles that many people know."""

    TRENDING = "trending"
    POPULAR_MOVIES = "popular-movies"
    POPULAR_TV = "popular-tv"
    UPCOMING_MOVIES = "upcoming-movies"
    UPCOMING_TV = "upcoming-tv"
    MOST_VOTED_MOVIES = "most-voted-movies"  # by how many people rated them
    MOST_VOTED_TV = "most-voted-tv"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the learning of titles from a request manager has come. Times are Unix seconds."""

    source: str  # which request manager it is, as a digest
    step: int  # pages of this round that are done
    began: float  # this round
    ended: float | None = None  # None while it runs
    whole: float | None = None  # when a round last went all the way


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence that has words of its own: one of several that are listed."""

    key: str
    gaps: Mapping[str, Gap] = field(default_factory=dict)


#: One of several in a list: a season's number, text, a name, a phrase.
Item = int | str | Name | Phrase
#: What may fill a gap in a sentence: text, a name, a number, a list.
Gap = str | int | Name | tuple[Item, ...] | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say, before it has words: a speech key and what fills its gaps."""

    key: str
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    listening: bool = False  # True: the sentence ends in a question and the microphone stays open
    slowly: bool = False  # True: to be spoken slowly, where the voice can
