"""Looking through the requests that are followed: whose they are, and which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from models import FollowedRequest, Follower
from storage.database import reading
from storage.following import Following, read_followed
from storage.naming import storable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from media import Followed, News, Wish

#: So many of the latest are looked through; those that go on come first.
MOST: Final = 200


class Browsing:
    """What the turns want to know of the requests that are followed, and note of them."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self.clock, self._following = engine, clock, Following(engine, clock)

    def latest(self, channel: str, speaker: str) -> tuple[tuple[Followed, ...], tuple[Followed, ...]]:
        """This person's requests and those of others, the newest first; those that go on before those that are over.

        Theirs are those that they asked for or wanted to be told of, even if they want to hear no more of them.
        """
        closed = FollowedRequest.closed.is_not(None)
        query = select(FollowedRequest.__table__).order_by(closed, FollowedRequest.id.desc()).limit(MOST)
        mine = select(Follower.request).where(Follower.channel == channel, Follower.speaker == storable(speaker))
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
            theirs = set(connection.execute(mine).scalars()) if speaker else set()
        known = [one for one in map(read_followed, rows) if one is not None]
        return tuple(one for one in known if one.row in theirs), tuple(one for one in known if one.row not in theirs)

    def of_title(self, title_key: str) -> tuple[Followed, ...]:
        """All of one title (Title.key), the newest first."""
        return self._following.of_title(title_key)

    def by_request(self, kind: str, request_id: str) -> Followed | None:
        """The request of that id at the request manager."""
        return self._following.by_request(kind, request_id)

    def adopt(self, wish: Wish, news: News, user: str | None) -> int:
        """Follow a request that was made elsewhere from now on; its row."""
        return self._following.adopt(wish, news, user)

    def note(self, row: int, news: News) -> bool:
        """Note what was learned of a request; everyone concerned is told of it."""
        return self._following.note(row, news)

    def follow(self, row: int, channel: str, speaker: str, locale: str) -> None:
        """This person wants to hear how it goes on."""
        self._following.follow(row, channel, speaker, locale)

    def unfollow(self, channel: str, speaker: str, row: int | None = None) -> int:
        """This person wants to hear no more of it, or of anything; of how many requests that was."""
        return self._following.unfollow(channel, speaker, row)
