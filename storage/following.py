"""Requests on their way from "yes" to the screen: how far each is, what happened to it, and who wants to hear of it.

A request is followed from the commit in which the wish is written down. Whoever learns something of it (the outbox,
a webhook, a look at the request manager) notes it here: one row for where it stands, one for each thing that happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

import media
from media import Followed, News, Stage, Wish
from models import FollowedRequest, Follower, RequestEvent
from storage.database import reading
from storage.jobs import put
from storage.linked import same_person
from storage.naming import MOST_SAID, storable
from storage.packing import Packing, Unpackable, pack
from storage.writing import insert_for, one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, Connection, Engine, Row

#: The job that tells everyone concerned of an event; its payload is {"event": id}.
TELL: Final = "tell"
#: What came to an end is kept so long, in seconds, to answer "what became of it?".
KEEP_CLOSED: Final = 30 * 86_400.0
#: After these stages, that a request was made is news; later ones say so already.
_ANSWERED_AFTER: Final = {
    Stage.PENDING: frozenset({Stage.OWED}),
    Stage.APPROVED: frozenset({Stage.OWED, Stage.PENDING}),
}
WISHES: Final = Packing(Wish, vars(media), lasting=True)


class Following:
    """The requests that are followed."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock

    def note(
        self, row: int, news: News, *, told: bool = True, counts: Callable[[Stage], bool] = lambda _: True
    ) -> bool:
        """Note what somebody tells of a request; False when that is nothing new.

        With `told`, a job is put down that tells everyone concerned. `counts` says whether the news can follow the
        stage that the request is at in this very moment.
        """
        with self._engine.begin() as connection:
            stands = connection.execute(_stage_of(row)).scalar()
            if stands is None or not counts(Stage(stands)):
                return False
            return note(connection, row, news, self._clock(), told=told)

    def adopt(self, wish: Wish, news: News, user: str | None = None) -> int:
        """Follow a request that was made elsewhere from now on; its row. One that is followed already keeps its row."""
        with self._engine.begin() as connection:
            one_by_one(connection, f"{wish.title.kind}:{news.request_id}")
            same = FollowedRequest.title_key == wish.title.key
            known = connection.execute(_of_request(wish.title.kind, news.request_id).where(same)).first()
            return known.id if known else _begin(connection, wish, news, self._clock(), user=user)

    def checked(self, rows: Iterable[int]) -> None:
        """Write down that the request manager was asked about these just now."""
        with self._engine.begin() as connection:
            which = FollowedRequest.id.in_(tuple(rows))
            connection.execute(update(FollowedRequest).where(which).values(checked=self._clock()))

    def get(self, row: int) -> Followed | None:
        """One of them; None when it is forgotten."""
        return next(iter(self._read(FollowedRequest.id == row)), None)

    def by_request(self, kind: str, request_id: str) -> Followed | None:
        """The request of that id at the request manager: the one that goes on, else the last one."""
        with reading(self._engine) as connection:
            found = connection.execute(_of_request(kind, request_id)).first()
        return read_followed(found) if found else None

    def of_title(self, title_key: str) -> tuple[Followed, ...]:
        """All of one title (Title.key), the newest first."""
        return self._read(FollowedRequest.title_key == title_key)

    def open_since(self, moment: float, most: int) -> tuple[Followed, ...]:
        """Those that go on and that the request manager was not asked about since then, the longest ago first."""
        which = FollowedRequest.closed.is_(None), FollowedRequest.checked <= moment
        return self._read(*which, order=FollowedRequest.checked, most=most)

    def follow(self, row: int, channel: str, speaker: str, locale: str) -> None:
        """This person wants to hear how it goes on."""
        with self._engine.begin() as connection:
            follow(connection, row, channel, speaker, locale, self._clock())

    def unfollow(self, channel: str, speaker: str, row: int | None = None) -> int:
        """This person wants to hear no more of it, or of anything; of how many requests that was."""
        mine = [same_person(Follower, channel, speaker), Follower.muted.is_(None)]
        if row is not None:
            mine.append(Follower.request == row)
        mute = update(Follower).where(*mine).values(muted=self._clock()).returning(Follower.request)
        with self._engine.begin() as connection:
            return len(set(connection.execute(mute).scalars()))

    def heard(self, row: int, channel: str, speaker: str) -> None:
        """This person has just heard by voice how it stands, and need not be told it by a message as well."""
        with self._engine.begin() as connection:
            heard(connection, row, channel, speaker, self._clock())

    def forget_old(self) -> int:
        """Delete what came to an end long ago, with its timeline; how many requests that were."""
        old = FollowedRequest.closed < self._clock() - KEEP_CLOSED
        with self._engine.begin() as connection:
            return connection.execute(delete(FollowedRequest).where(old)).rowcount

    def _read(self, *where: ColumnElement[bool], order: Any = None, most: int = 200) -> tuple[Followed, ...]:
        last_first = FollowedRequest.id.desc()
        query = _all().where(*where).order_by(last_first if order is None else order).limit(most)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(filter(None, map(read_followed, rows)))


def begin(connection: Connection, owed: int, wish: Wish, user: str | None, now: float) -> int:
    """Follow a wish from the commit on in which it is written down; its row, which may be there already."""
    known = connection.execute(select(FollowedRequest.id).where(FollowedRequest.owed == owed)).scalar()
    if known is not None:
        return known
    return _begin(connection, wish, News(Stage.OWED, "outbox"), now, owed=owed, user=user)


def of_owed(connection: Connection, owed: int) -> int | None:
    """The request that a wish of the outbox became."""
    return connection.execute(select(FollowedRequest.id).where(FollowedRequest.owed == owed)).scalar()


def follow(connection: Connection, row: int, channel: str, speaker: str, locale: str, now: float) -> None:
    """This person wants to hear how it goes on, even if they once wanted to hear no more; no name, nobody."""
    if not speaker:
        return
    whose = {"request": row, "channel": channel, "speaker": storable(speaker)}
    add = insert_for(connection.engine, Follower).values(**whose, locale=locale, created=now)
    again = {"muted": None, "locale": locale}
    connection.execute(add.on_conflict_do_update(index_elements=["request", "channel", "speaker"], set_=again))


def heard(connection: Connection, row: int, channel: str, speaker: str, now: float) -> None:
    """See Following.heard, within a transaction."""
    whose = Follower.request == row, same_person(Follower, channel, speaker)
    connection.execute(update(Follower).where(*whose).values(heard=now))


def note(connection: Connection, row: int, news: News, now: float, *, told: bool) -> bool:
    """See Following.note, within a transaction."""
    stands = connection.execute(_all().where(FollowedRequest.id == row).with_for_update()).one_or_none()
    if stands is None:
        return False
    known = news.request_id or stands.request_id
    ready = sorted({*stands.ready, *news.ready})
    if (stands.stage, stands.ready, stands.request_id) == (news.stage, ready, known):
        return False
    is_new = (stands.stage, stands.ready) != (news.stage, ready)
    if known != stands.request_id:
        _take_over(connection, row, stands.title_key, known)
    values = {"stage": news.stage, "reason": _reason(news), "ready": ready, "request_id": known}
    closed = {"closed": now if news.stage.is_end else None}
    moved = {"updated": now} if is_new else {}
    connection.execute(update(FollowedRequest).where(FollowedRequest.id == row).values(**values, **closed, **moved))
    if is_new:
        _happened(connection, row, news, ready, now, told=told)
    return is_new


def answered(connection: Connection, row: int, news: News, now: float) -> None:
    """Note how the request manager answered a wish; a webhook may have told more of that very request before."""
    stands = connection.execute(_all().where(FollowedRequest.id == row).with_for_update()).one_or_none()
    if stands is None:
        return
    is_same = news.request_id in {None, stands.request_id}
    if not is_same or stands.stage in _ANSWERED_AFTER.get(news.stage, {stands.stage}):
        note(connection, row, news, now, told=True)


def _begin(
    connection: Connection, wish: Wish, news: News, now: float, *, owed: int | None = None, user: str | None
) -> int:
    closed = now if news.stage.is_end else None
    what = {"owed": owed, "kind": wish.title.kind, "title_key": wish.title.key, "wish": pack(wish), "user": user}
    stands = {"stage": news.stage, "reason": _reason(news), "ready": list(news.ready), "request_id": news.request_id}
    when = {"created": now, "updated": now, "checked": 0.0, "closed": closed}
    add = insert(FollowedRequest).values(**what, **stands, **when).returning(FollowedRequest.id)
    row = int(connection.execute(add).scalar_one())
    _happened(connection, row, news, list(news.ready), now, told=False)
    return row


def _take_over(connection: Connection, row: int, title_key: str, request_id: str) -> None:
    """A webhook may tell of our request before its server has answered us: then it is followed twice until now."""
    which = (
        FollowedRequest.title_key == title_key,
        FollowedRequest.request_id == request_id,
        FollowedRequest.owed.is_(None),
        FollowedRequest.id != row,
    )
    for other in connection.execute(select(FollowedRequest.id).where(*which)).scalars().all():
        mine = select(Follower.channel + "\n" + Follower.speaker).where(Follower.request == row)
        theirs = Follower.request == other, (Follower.channel + "\n" + Follower.speaker).not_in(mine)
        connection.execute(update(Follower).where(*theirs).values(request=row))
        connection.execute(delete(RequestEvent).where(RequestEvent.request == other))
        connection.execute(delete(FollowedRequest).where(FollowedRequest.id == other))


def _happened(connection: Connection, row: int, news: News, ready: list[int], now: float, *, told: bool) -> None:
    what = {"stage": news.stage, "source": news.source, "reason": _reason(news), "ready": ready}
    add = insert(RequestEvent).values(request=row, at=now, **what).returning(RequestEvent.id)
    event = int(connection.execute(add).scalar_one())
    if told:
        put(connection, TELL, f"{TELL}:{event}", {"event": event}, now)


def _reason(news: News) -> str | None:
    return None if news.reason is None else storable(news.reason, MOST_SAID)


def _stage_of(row: int) -> Any:
    return select(FollowedRequest.stage).where(FollowedRequest.id == row).with_for_update()


def _all() -> Any:
    return select(FollowedRequest.__table__)


def _of_request(kind: str, request_id: str | None) -> Any:
    which = FollowedRequest.kind == kind, FollowedRequest.request_id == request_id
    return _all().where(*which).order_by(FollowedRequest.closed.is_not(None), FollowedRequest.id.desc()).limit(1)


def read_followed(row: Row[Any]) -> Followed | None:
    """A row of the table; None for what another version wrote and we cannot read."""
    try:
        wish, stage = WISHES.unpack(row.wish), Stage(row.stage)
    except (Unpackable, ValueError):
        return None
    where = {"request_id": row.request_id, "user": row.user, "reason": row.reason, "ready": tuple(row.ready)}
    return Followed(row.id, wish, stage, row.created, row.updated, **where)
