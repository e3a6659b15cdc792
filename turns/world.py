"""What a turn is handed: who is speaking, and the outside as the rooms beside us fulfil it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from time import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import ThreadPoolExecutor

    from intents import SeasonGroup
    from intents.grammar import Grammar
    from intents.titles.index import Index
    from media import Followed, News, Title, Wish
    from media_backends import MediaBackend
    from media_caches import Memory
    from media_notices import Tiding
    from turns.ahead import LookAhead
    from turns.linking import Codes, Known
    from turns.sending import Outbox


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is speaking, where, in which conversation and language."""

    channel: str
    person: str
    conversation: str
    locale: str
    language: str  # ISO 639-1, what is heard and said
    titles_in: str  # language tag, what titles are searched in: "pt-BR"
    turn: str = ""  # which of their turns it is: one that is delivered again is the same
    also: tuple[str, ...] = ()  # what else they may be taken for, nearest first: the device they speak to, the account
    zone: str = ""  # the IANA name of their time zone, where it is told

    @property
    def digest(self) -> str:
        """Who it is, as far as a log may tell."""
        return sha256(self.person.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class People(Protocol):
    """Who is who at the request manager (storage keeps it)."""

    def meet(self, channel: str, person: str, locale: str = "", zone: str = "") -> None: ...
    def is_known(self, channel: str, person: str) -> bool: ...
    def link(self, channel: str, person: str, user: str | None) -> None: ...
    def everybody(self) -> Sequence[Known]: ...
    def user_of(self, channel: str, *persons: str) -> str | None: ...
    def tell_once(self, channel: str, person: str, *also: str) -> bool: ...
    def linked(self, channel: str, *persons: str) -> str | None: ...


class Follows(Protocol):
    """The requests that are followed (storage keeps them)."""

    def latest(self, channel: str, speaker: str) -> tuple[tuple[Followed, ...], tuple[Followed, ...]]: ...
    def of_title(self, title_key: str) -> tuple[Followed, ...]: ...
    def by_request(self, kind: str, request_id: str) -> Followed | None: ...
    def adopt(self, wish: Wish, news: News, user: str | None) -> int: ...
    def note(self, row: int, news: News) -> bool: ...
    def follow(self, row: int, channel: str, speaker: str, locale: str) -> None: ...
    def unfollow(self, channel: str, speaker: str, row: int | None = None) -> int: ...


class Deciders(StrEnum):
    """Who may approve and decline by voice."""

    LINKED = "linked"  # whoever is linked to a user who may
    ANYONE = "anyone"
    NOBODY = "nobody"


class TellsNews(Protocol):
    """Takes what somebody has not heard yet: so much of it, and how much more there is (storage keeps it)."""

    def __call__(self, channel: str, person: str, most: int, /) -> tuple[tuple[Tiding, ...], int]: ...


def no_news(_channel: str, _person: str, _most: int, /) -> tuple[tuple[Tiding, ...], int]:
    """Nothing is followed."""
    return (), 0


@dataclass(frozen=True, slots=True)
class World:
    """The outside of a turn, handed in."""

    grammar: Callable[[str], Grammar]  # by language (ISO 639-1)
    backend: Callable[[], MediaBackend]  # asked anew each time: which one it is may be found out later
    pool: ThreadPoolExecutor  # bounded: its size is the bulkhead
    outbox: Outbox
    people: People
    codes: Codes
    following: Follows
    ahead: LookAhead
    memory: Memory  # what was searched for a moment ago, and described lately
    index: Callable[[str], Index]  # by language; asked anew each time, since it grows
    searches: int  # calls to the backend for one search, at most
    today: Callable[[str], str]  # ISO date in a time zone (its IANA name), "" in the owner's
    pause: Callable[[float], None]  # sleeps that many seconds
    by_default: SeasonGroup | None = None  # seasons to request where nobody named any; None: they are asked
    deciders: Deciders = Deciders.LINKED
    now: Callable[[], float] = time  # Unix seconds
    news: TellsNews = no_news

    def forget(self, title: Title) -> None:
        """A request is made: what was seen of the title, and what was found, is no longer so."""
        self.ahead.forget(title)
        self.memory.forget()
