"""The words of this field: what every other room talks about.

Only frozen values, built on the standard library alone, so every room may import this one and nothing can be
changed behind its back. Ids are TMDB ids, dates are ISO text ("1993-06-11"), so that they sort and compare as they
stand and no clock is needed to hold them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

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

    @property
    def is_asked_for(self) -> bool:
        """True while somebody's request for it is under way."""
        return self in {Availability.PENDING, Availability.PROCESSING}


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


@dataclass(frozen=True, slots=True)
class Details:
    """All that a request manager knows of one title at this moment."""

    title: Title
    seasons: tuple[Season, ...] = ()  # in order of their numbers, specials first; empty for films
    in_production: bool = False

    @property
    def regular_seasons(self) -> tuple[Season, ...]:
        """The seasons a person means by "all": without the specials."""
        return tuple(season for season in self.seasons if season.number > 0)

    def seasons_that_are(self, *availabilities: Availability) -> tuple[int, ...]:
        """Numbers of the regular seasons in one of these states."""
        return tuple(season.number for season in self.regular_seasons if season.availability in availabilities)


@dataclass(frozen=True, slots=True)
class Wish:
    """What one person has confirmed and wants requested."""

    title: Title
    seasons: tuple[int, ...] = ()  # sorted, each once; empty for films

    @property
    def key(self) -> str:
        """Equal for two people who want the same thing, "tv:1396:2,3"."""
        return f"{self.title.key}:{','.join(map(str, self.seasons))}" if self.seasons else self.title.key


class RequestStatus(StrEnum):
    """Where a request stands at the request manager, or still with us."""

    QUEUED = "queued"  # written down here, not yet accepted there
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    FAILED = "failed"
    AVAILABLE = "available"


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


#: What may fill a gap in a sentence: text, a number, or a list of season numbers.
Gap = str | int | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say, before it has words: a speech key and what fills its gaps."""

    key: str
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    listening: bool = False  # True: the sentence ends in a question and the microphone stays open
