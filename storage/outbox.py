"""Requests we owe somebody: written down before they are sent, leased while they are sent, settled last.

At least once, never twice by intention: a row whose lease ran out is sent again only after the backend was asked
whether the request is there already (that is the sender's part; see turns/sending.py).
"""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.orm import aliased

import media
from dialogs import wants
from media import News, Owing, PastRequest, RequestStatus, Stage, Wish
from models import OwedRequest
from storage import following
from storage.askings import Asker, asked_before, asked_since, last_made, made_of, note, wanted_by, wanted_by_others
from storage.database import one_at_a_time, reading
from storage.endings import news_of
from storage.naming import MOST_SAID, storable
from storage.packing import Packing, Unpackable, pack
from storage.patience import Patience
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement, Connection, Engine, Row

    from dialogs.wants import Asked, Ending

log = logging.getLogger(__name__)

WISHES: Final = Packing(Wish, vars(media), lasting=True)
OUTCOMES: Final = Packing(wants.Ending, {**vars(media), **vars(wants)}, lasting=True)
#: Settled rows are kept this long, in seconds, to answer "what became of it?".
KEEP_SETTLED: Final = 30 * 86_400.0
#: A row that no reading helps (another version wrote it) is looked at again after so many seconds.
UNREADABLE: Final = 86_400.0
#: So long, in seconds, somebody can take back what they asked for.
TAKES_BACK: Final = 600.0
#: So long, in seconds, a turn of the same id is the same turn: longer than its answer is kept.
SAME_TURN: Final = 600.0
#: Of one person's requests, so many of the latest are looked through.
MOST_RECALLED: Final = 200
PATIENT: Final = Patience()
#: What a row came to that its asker counts as requested.
TAKEN: Final = frozenset({wants.Taken.__name__, wants.GaveUp.__name__})


class Outbox:
    """The wishes that are confirmed and not settled yet."""

    def __init__(self, engine: Engine, clock: Callable[[], float], patience: Patience = PATIENT) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock, self._patience = engine, clock, patience

    def write(
        self,
        wish: Wish,
        *,
        channel: str,
        speaker: str,
        user: str | None = None,
        conversation: str = "",
        turn: str = "",
        locale: str = "en-US",
    ) -> int:
        """Write a wish down and return its row; the same row for everyone while it is unsettled.

        `user` (User.id) is in whose name it will be requested; that of whoever wished first. The same `turn` of a
        conversation gets the row that it wrote a moment before, settled or not. From now on the request is followed,
        and whoever wished for it is told of it in `locale`.
        """
        now, asker = self._clock(), Asker.of(channel, speaker, conversation, turn)
        insert = insert_for(self._engine, OwedRequest).values(
            key=wish.key,
            title_key=wish.title.key,
            wish=pack(wish),
            channel=channel,
            speaker=storable(speaker),
            user=user,
            created=now,
            due=now,
            leased_until=0.0,
            attempts=0,
        )
        unsettled = OwedRequest.outcome.is_(None)
        # Written anew where it stands already: an older version may have written what we cannot read.
        once = insert.on_conflict_do_update(
            # And tried for as long again, from now on.
            index_elements=["key"],
            index_where=unsettled,
            set_={"wish": insert.excluded.wish, "created": now},
        ).returning(OwedRequest.id)
        with self._engine.begin() as connection:
            if (before := asked_before(connection, asker, wish.key, now - SAME_TURN)) is not None:
                return before
            row = int(connection.execute(once).scalar_one())
            note(connection, asker, row, now)
            request = following.begin(connection, row, wish, user, now)
            following.follow(connection, request, channel, speaker, locale, now)
        return row

    def asked_last(self, channel: str, speaker: str, conversation: str) -> tuple[Asked, ...]:
        """What this person asked for with one word, the last time that anything came of it; empty after ten minutes."""
        who, since = Asker.of(channel, speaker, conversation).who, self._clock() - TAKES_BACK
        with reading(self._engine) as connection:
            rows = connection.execute(asked_since(who, since)).all()
        return last_made((row.turn, asked) for row in rows if (asked := _asked(row)) is not None)

    def asked_for(self, title_key: str, channel: str, speaker: str, conversation: str) -> tuple[Asked, ...]:
        """What this person asked for of one title (Title.key) and anything came of, oldest first; of ten minutes."""
        who, since = Asker.of(channel, speaker, conversation).who, self._clock() - TAKES_BACK
        query = asked_since(who, since).where(OwedRequest.title_key == title_key)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return made_of(asked for row in rows if (asked := _asked(row)) is not None)

    def withdraw(self, row: int, channel: str, speaker: str, conversation: str) -> bool:
        """Take a row out before it is sent; False when it is settled or being sent, or somebody else wants it too.

        Whoever else follows it is told.
        """
        who = Asker.of(channel, speaker, conversation).who
        free = OwedRequest.outcome.is_(None), OwedRequest.leased_until <= self._clock(), ~wanted_by_others(who)
        return self._take_out(row, channel, speaker, *free)

    def take_back(self, row: int, channel: str, speaker: str) -> bool:
        """Write down that this person took back a request that was made. Whoever else follows it is told."""
        return self._take_out(row, channel, speaker)

    def lease(self, row: int, seconds: float) -> Owing | None:
        """Take this row for a while; None when it is settled, or while somebody holds it or another of its title."""
        with self._engine.begin() as connection:
            return self._take(connection, seconds, OwedRequest.id == row)

    def lease_due(self, seconds: float) -> Owing | None:
        """Take the row that has been due longest, if there is one."""
        with self._engine.begin() as connection:
            return self._take(connection, seconds, OwedRequest.due <= self._clock())

    def settle(self, owing: Owing, outcome: Ending, problem: str | None = None) -> bool:
        """Write down what came of it; False when the lease was lost to somebody else meanwhile.

        Whoever wished for it is told, but for those who hear it at once (`heard`).
        """
        now = self._clock()
        values = {"outcome": pack(outcome), "settled": now, "lease": None, "leased_until": 0.0}
        values |= {"last_problem": storable(problem, MOST_SAID)} if problem else {}
        with self._engine.begin() as connection:
            settled = self._finish_in(connection, owing, values)
            if settled and (request := following.of_owed(connection, owing.row)) is not None:
                following.answered(connection, request, news_of(outcome, owing.wish), now)
            return settled

    def heard(self, row: int, channel: str, speaker: str) -> None:
        """This person hears in their turn what came of a row, and need not be told it by a message as well."""
        with self._engine.begin() as connection:
            if (request := following.of_owed(connection, row)) is not None:
                following.heard(connection, request, channel, speaker, self._clock())

    def postpone(self, owing: Owing, delay: float, problem: str, *, was_tried: bool = True) -> bool:
        """Give it back, to be tried again after `delay` seconds; where nothing was sent, that was no attempt."""
        attempts = owing.attempts if was_tried else owing.attempts - 1
        again = {"due": self._clock() + delay, "attempts": attempts, "last_problem": storable(problem, MOST_SAID)}
        return self._finish(owing, **again, lease=None, leased_until=0.0)

    def renew(self, owing: Owing, seconds: float) -> bool:
        """Keep it for so long from now on; False when the lease was lost to somebody else meanwhile."""
        until = self._clock() + seconds
        return self._finish(owing, leased_until=until, due=until)

    def put_off(
        self, owing: Owing, problem: str, speech_key: str, *, asked: float | None = None, was_tried: bool = True
    ) -> float | None:
        """Give it back after an attempt that failed, for a while that grows; `asked`: the Retry-After.

        Returns the seconds until it is due again; None where it was tried for long enough and is settled as given up.
        """
        now = self._clock()
        with reading(self._engine) as connection:
            created = connection.execute(select(OwedRequest.created).where(OwedRequest.id == owing.row)).scalar() or now
        left = created + self._patience.gives_up - now
        if left <= 0:
            self.settle(owing, wants.GaveUp(speech_key), problem)
            return None
        delay = max(min(self._patience.wait(owing.attempts, asked), left), asked or 0.0)
        self.postpone(owing, delay, problem, was_tried=was_tried)
        return delay

    def hurry(self) -> int:
        """The backend is back: whatever waits for it is due now, unless it asked for patience. How many that are."""
        now, busy = self._clock(), OwedRequest.last_problem.startswith("BackendBusy")
        waiting = OwedRequest.outcome.is_(None), OwedRequest.leased_until <= now, OwedRequest.due > now
        with self._engine.begin() as connection:
            return connection.execute(
                update(OwedRequest).where(*waiting, OwedRequest.last_problem.is_not(None), ~busy).values(due=now)
            ).rowcount

    def outcome(self, row: int) -> Ending | None:
        """What came of a row; None while it is unsettled."""
        with reading(self._engine) as connection:
            stored = connection.execute(select(OwedRequest.outcome).where(OwedRequest.id == row)).scalar()
        outcome: Ending | None = OUTCOMES.unpack(stored) if stored is not None else None
        return outcome

    def asked_by(self, channel: str, speaker: str, most: int) -> tuple[tuple[PastRequest, ...], int]:
        """The latest `most` requests of somebody, newest first, and how many there are; what came to nothing is none.

        Whoever joined in another's wish asked for it as well. What was settled long ago is forgotten (`KEEP_SETTLED`).
        """
        mine = and_(OwedRequest.channel == channel, OwedRequest.speaker == storable(speaker))
        if speaker:  # without a name, nobody is known again in another conversation
            mine |= wanted_by(Asker.of(channel, speaker, "").who)
        query = (
            select(OwedRequest.key, OwedRequest.wish, OwedRequest.outcome)
            .where(mine)
            .order_by(OwedRequest.created.desc(), OwedRequest.id.desc())
            .limit(MOST_RECALLED)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        made = {row.key: row for row in reversed(rows) if row.outcome is None or row.outcome["$"] in TAKEN}
        newest = list(reversed(made.values()))
        return tuple(filter(None, map(_past, newest[:most]))), len(newest)

    def depth(self) -> int:
        """How many are unsettled."""
        query = select(func.count()).select_from(OwedRequest).where(OwedRequest.outcome.is_(None))
        with reading(self._engine) as connection:
            return connection.execute(query).scalar_one()

    def oldest(self) -> float | None:
        """When the oldest of the unsettled was wished for, in Unix seconds; None where there is none."""
        query = select(func.min(OwedRequest.created)).where(OwedRequest.outcome.is_(None))
        with reading(self._engine) as connection:
            return connection.execute(query).scalar()

    def last_problem(self) -> str | None:
        """Why one of the unsettled could not be sent the last time, the newest first; None where none was tried."""
        query = (
            select(OwedRequest.last_problem)
            .where(OwedRequest.outcome.is_(None), OwedRequest.last_problem.is_not(None))
            .order_by(OwedRequest.due.desc())
            .limit(1)
        )
        with reading(self._engine) as connection:
            return connection.execute(query).scalar()

    def given_up(self, most: int) -> tuple[tuple[str, str], ...]:
        """What was given up lately, the last first: the title's name, and what stood in the way the last time."""
        was = OwedRequest.outcome["$"].as_string() == wants.GaveUp.__name__
        query = select(OwedRequest.wish, OwedRequest.last_problem).where(was).order_by(OwedRequest.settled.desc())
        with reading(self._engine) as connection:
            rows = connection.execute(query.limit(most)).all()
        return tuple((str(row.wish["title"]["name"]), row.last_problem or "") for row in rows)

    def forget_old(self) -> int:
        """Delete what was settled long ago; how many that were."""
        old = OwedRequest.settled < self._clock() - KEEP_SETTLED
        with self._engine.begin() as connection:
            return connection.execute(delete(OwedRequest).where(old)).rowcount

    def _take_out(self, row: int, channel: str, speaker: str, *where: ColumnElement[bool]) -> bool:
        now, outcome = self._clock(), wants.Withdrawn()
        values = {"outcome": pack(outcome), "settled": now}
        with self._engine.begin() as connection:
            # Whoever joins in it at this moment is waited for; another statement then sees them.
            connection.execute(select(OwedRequest.id).where(OwedRequest.id == row).with_for_update())
            taken = connection.execute(update(OwedRequest).where(OwedRequest.id == row, *where).values(**values))
            if taken.rowcount == 1 and (request := following.of_owed(connection, row)) is not None:
                following.note(connection, request, News(Stage.WITHDRAWN, "outbox"), now, told=True)
                following.heard(connection, request, channel, speaker, now)
            return taken.rowcount == 1

    def _take(self, connection: Connection, seconds: float, which: ColumnElement[bool]) -> Owing | None:
        now, lease = self._clock(), uuid.uuid4().hex
        other = aliased(OwedRequest)
        title_is_busy = (
            select(other.id)
            .where(other.title_key == OwedRequest.title_key, other.outcome.is_(None), other.leased_until > now)
            .exists()
        )
        free = OwedRequest.outcome.is_(None), OwedRequest.leased_until <= now, ~title_is_busy
        found = connection.execute(
            select(OwedRequest.id, OwedRequest.title_key)
            .where(which, *free)
            .order_by(OwedRequest.due, OwedRequest.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=OwedRequest)  # SQLite has one writer at a time and leaves it out
        ).one_or_none()
        if found is None:
            return None
        one_at_a_time(connection, found.title_key)  # two rows of one title may have been found at once
        taken = (
            update(OwedRequest)
            .where(OwedRequest.id == found.id, *free)
            # Due again when the lease ends: one that fails each time does not stand before all the others.
            .values(lease=lease, leased_until=now + seconds, due=now + seconds, attempts=OwedRequest.attempts + 1)
            .returning(OwedRequest.id, OwedRequest.wish, OwedRequest.attempts, OwedRequest.user)
        )
        row = connection.execute(taken).one_or_none()
        return self._read(connection, row, lease) if row else None

    def _read(self, connection: Connection, row: Row[Any], lease: str) -> Owing | None:
        try:
            return Owing(row.id, lease, WISHES.unpack(row.wish), row.attempts, row.user)
        except Unpackable as problem:
            log.error("Owed request %d cannot be read: %s. It waits until it is asked for again.", row.id, problem)  # noqa: TRY400 - the text says it all
            later = {"lease": None, "leased_until": 0.0, "due": self._clock() + UNREADABLE}
            told = {"attempts": row.attempts - 1, "last_problem": f"it cannot be read: {problem}"}
            connection.execute(update(OwedRequest).where(OwedRequest.id == row.id).values(**later, **told))
            return None

    def _finish(self, owing: Owing, **values: Any) -> bool:
        with self._engine.begin() as connection:
            return self._finish_in(connection, owing, values)

    def _finish_in(self, connection: Connection, owing: Owing, values: Mapping[str, Any]) -> bool:
        mine = OwedRequest.id == owing.row, OwedRequest.lease == owing.lease, OwedRequest.outcome.is_(None)
        return connection.execute(update(OwedRequest).where(*mine).values(**values)).rowcount == 1


def _asked(row: Row[Any]) -> Asked | None:
    """None where another version wrote it and we cannot read it."""
    try:
        outcome = OUTCOMES.unpack(row.outcome) if row.outcome is not None else None
        return wants.Asked(row.id, WISHES.unpack(row.wish), outcome, row.is_shared)
    except Unpackable:
        return None


def _past(row: Row[Any]) -> PastRequest | None:
    """None for what another version wrote and we cannot read."""
    try:
        outcome = OUTCOMES.unpack(row.outcome) if row.outcome is not None else None
        return PastRequest(WISHES.unpack(row.wish), _status(outcome))
    except Unpackable as problem:
        log.warning("A past request cannot be read: %s", problem)
        return None


def _status(outcome: Ending | None) -> RequestStatus:
    match outcome:
        case None:
            return RequestStatus.QUEUED
        case wants.Taken(receipt):
            return receipt.status
        case _:
            return RequestStatus.GIVEN_UP
