"""The tables. Times are Unix seconds (UTC) as floats, so that both databases store and compare them alike."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import JSON, Float, ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

#: Names for constraints, from the first migration on: SQLite can only change what has a name.
NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(naming_convention=NAMING)


class Conversation(Base):
    """What one speaker and we are in the middle of, on one channel."""

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("channel", "speaker", "conversation"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    channel: Mapped[str] = mapped_column(String(40))
    speaker: Mapped[str] = mapped_column(String(64))  # a digest: who it is does not matter here
    conversation: Mapped[str] = mapped_column(String(64))  # a digest of the platform's session id
    version: Mapped[str] = mapped_column(String(16))  # the shape of `state`; another shape means a fresh start
    state: Mapped[dict[str, Any]] = mapped_column(JSON)
    updated: Mapped[float] = mapped_column(Float, index=True)
    lease: Mapped[str | None] = mapped_column(String(40), default=None)  # the turn that is being taken now
    leased_until: Mapped[float] = mapped_column(Float, server_default=text("0"))
    answers: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True), default=None)  # the last few


class OwedRequest(Base):
    """A confirmed wish: written before it is sent, leased while it is being sent, settled last."""

    __tablename__ = "owed_requests"
    __table_args__ = (
        # Two people who want the same thing at once owe it once: that is the guard against duplicates.
        Index(
            "uq_owed_requests_unsettled_key",
            "key",
            unique=True,
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
        Index(
            "ix_owed_requests_unsettled_due",
            "due",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(String(1000))  # Wish.key
    title_key: Mapped[str] = mapped_column(String(40), index=True)  # Title.key: one title is sent by one at a time
    wish: Mapped[dict[str, Any]] = mapped_column(JSON)
    channel: Mapped[str] = mapped_column(String(40))
    speaker: Mapped[str] = mapped_column(String(300))
    user: Mapped[str | None] = mapped_column(String(200), default=None)  # in whose name, at the request manager
    created: Mapped[float] = mapped_column(Float)
    due: Mapped[float] = mapped_column(Float)  # not before this moment
    leased_until: Mapped[float] = mapped_column(Float, default=0.0)
    lease: Mapped[str | None] = mapped_column(String(40), default=None)  # who holds it now
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    last_problem: Mapped[str | None] = mapped_column(Text, default=None)
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)
    settled: Mapped[float | None] = mapped_column(Float, default=None)


class Asking(Base):
    """Who asked for which of the owed requests, in which turn: kept as long as the row, which is theirs as well."""

    __tablename__ = "askings"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    owed: Mapped[int] = mapped_column(ForeignKey("owed_requests.id", ondelete="CASCADE"), index=True)
    asker: Mapped[str] = mapped_column(String(64), index=True)  # a digest
    turn: Mapped[str] = mapped_column(String(64), index=True)  # a digest; a redelivered turn has the same
    created: Mapped[float] = mapped_column(Float)


class Job(Base):
    """Something to be done later, at least once: put down in the commit that makes it necessary, gone once done."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_alive_due", "due", sqlite_where=text("died IS NULL"), postgresql_where=text("died IS NULL")),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)  # one job for one thing, however often it is put
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    created: Mapped[float] = mapped_column(Float)
    due: Mapped[float] = mapped_column(Float)  # not before this moment
    leased_until: Mapped[float] = mapped_column(Float, default=0.0)
    lease: Mapped[str | None] = mapped_column(String(40), default=None)  # who holds it now
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    problem: Mapped[str | None] = mapped_column(Text, default=None)  # of the last attempt
    died: Mapped[float | None] = mapped_column(Float, default=None)  # when it was given up


class FollowedRequest(Base):
    """A request on its way from "yes" to the screen: ours from the moment it is wished for, or one made elsewhere."""

    __tablename__ = "followed_requests"
    __table_args__ = (Index("ix_followed_requests_kind_request_id", "kind", "request_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    owed: Mapped[int | None] = mapped_column(
        ForeignKey("owed_requests.id", ondelete="SET NULL"), unique=True, default=None
    )  # the wish it came from; none where it was made elsewhere, or long ago
    kind: Mapped[str] = mapped_column(String(10))
    title_key: Mapped[str] = mapped_column(String(40), index=True)  # Title.key
    wish: Mapped[dict[str, Any]] = mapped_column(JSON)
    user: Mapped[str | None] = mapped_column(String(200), default=None)  # in whose name, at the request manager
    request_id: Mapped[str | None] = mapped_column(String(64), default=None)  # there, as far as we know it
    stage: Mapped[str] = mapped_column(String(20))  # media.Stage
    reason: Mapped[str | None] = mapped_column(Text, default=None)  # why it was declined, failed or was given up
    ready: Mapped[list[int]] = mapped_column(JSON)  # seasons that are there
    created: Mapped[float] = mapped_column(Float)
    updated: Mapped[float] = mapped_column(Float, index=True)  # when the stage changed last
    checked: Mapped[float] = mapped_column(Float, server_default=text("0"))  # when the request manager was asked last
    closed: Mapped[float | None] = mapped_column(Float, default=None, index=True)  # when it came to an end


class RequestEvent(Base):
    """What happened to a request, when, and how we know: its timeline. Ids only ever grow."""

    __tablename__ = "request_events"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    request: Mapped[int] = mapped_column(ForeignKey("followed_requests.id", ondelete="CASCADE"), index=True)
    at: Mapped[float] = mapped_column(Float)
    stage: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(20))  # "outbox", "webhook", "look"
    reason: Mapped[str | None] = mapped_column(Text, default=None)
    ready: Mapped[list[int]] = mapped_column(JSON)


class Follower(Base):
    """Somebody who wants to be told how a request goes on."""

    __tablename__ = "followers"
    __table_args__ = (UniqueConstraint("request", "channel", "speaker"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    request: Mapped[int] = mapped_column(ForeignKey("followed_requests.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(40))
    speaker: Mapped[str] = mapped_column(String(300))
    locale: Mapped[str] = mapped_column(String(20))  # what they are told in
    created: Mapped[float] = mapped_column(Float)
    muted: Mapped[float | None] = mapped_column(Float, default=None)  # since when they want to hear no more of it
    heard: Mapped[float | None] = mapped_column(Float, default=None)  # when they last heard by voice how it stands


class AddressRow(Base):
    """Where one person wants to be told what becomes of their requests."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("channel", "speaker", "url"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    channel: Mapped[str] = mapped_column(String(40))
    speaker: Mapped[str] = mapped_column(String(300))  # as the channel names them
    url: Mapped[str] = mapped_column(String(1000))  # a secret
    events: Mapped[list[str]] = mapped_column(JSON)  # media.Stage
    quiet: Mapped[str] = mapped_column(String(20))  # "22:00-07:00", or empty
    created: Mapped[float] = mapped_column(Float)


class NoticeRow(Base):
    """One message to one place: written before it is sent, marked before and after."""

    __tablename__ = "notices"
    __table_args__ = (Index("ix_notices_request_channel_speaker", "request", "channel", "speaker"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)  # what, and where to: told once
    way: Mapped[str] = mapped_column(String(20))
    target: Mapped[str] = mapped_column(String(64))  # what finds the address; a secret is not kept twice
    locale: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(40))  # empty: the household or the owner
    speaker: Mapped[str] = mapped_column(String(300))
    request: Mapped[int | None] = mapped_column(Integer, default=None)  # followed_requests.id
    event: Mapped[int | None] = mapped_column(Integer, default=None)  # request_events.id
    what: Mapped[dict[str, Any]] = mapped_column(JSON)  # what it tells, where it is about no request
    at: Mapped[float] = mapped_column(Float)  # when that happened
    created: Mapped[float] = mapped_column(Float, index=True)
    tried: Mapped[float | None] = mapped_column(Float, default=None)  # since when it is being sent
    settled: Mapped[float | None] = mapped_column(Float, default=None)
    result: Mapped[str | None] = mapped_column(String(20), default=None)  # media_notices.Result


class Delivery(Base):
    """A webhook that came in, kept for as long as somebody might send it again."""

    __tablename__ = "deliveries"
    __table_args__ = (UniqueConstraint("sender", "key"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    sender: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(64))  # what makes it one and the same delivery
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    received: Mapped[float] = mapped_column(Float, index=True)
    done: Mapped[float | None] = mapped_column(Float, default=None)
    result: Mapped[str | None] = mapped_column(String(200), default=None)  # what came of it


class Token(Base):
    """A key that opens a door, kept as its digest only."""

    __tablename__ = "tokens"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    created: Mapped[float] = mapped_column(Float)


class Person(Base):
    """Somebody who spoke to us, and whom the request manager knows them as."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("channel", "speaker"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    channel: Mapped[str] = mapped_column(String(40))
    speaker: Mapped[str] = mapped_column(String(300))  # as the channel names them
    user: Mapped[str | None] = mapped_column(String(200), default=None)  # User.id; None: not linked
    told: Mapped[float | None] = mapped_column(Float, default=None)  # when they heard that they can be linked
    seen: Mapped[float] = mapped_column(Float)
    locale: Mapped[str | None] = mapped_column(String(40), default=None)  # what they spoke last: "en-GB"
    zone: Mapped[str | None] = mapped_column(String(60), default=None)  # where they were then, by its IANA name


class LinkCode(Base):
    """Four digits that make whoever says them a user of the request manager, once.

    They stand here as they are: among so few, a digest would hide nothing.
    """

    __tablename__ = "link_codes"

    code: Mapped[str] = mapped_column(String(4), primary_key=True)
    user: Mapped[str] = mapped_column(String(200))  # User.id
    name: Mapped[str] = mapped_column(String(200))  # what that user is called
    created: Mapped[float] = mapped_column(Float)
    expires: Mapped[float] = mapped_column(Float, index=True)
    used: Mapped[float | None] = mapped_column(Float, default=None)


class LinkTry(Base):
    """A code that was said and was not right; a few minutes' worth of them."""

    __tablename__ = "link_tries"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    speaker: Mapped[str] = mapped_column(String(64))  # a digest
    at: Mapped[float] = mapped_column(Float, index=True)


class DemoRequest(Base):
    """A request made with the embedded demo; how far it has come follows from its age."""

    __tablename__ = "demo_requests"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    title_id: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(300))
    seasons: Mapped[list[int]] = mapped_column(JSON)
    created: Mapped[float] = mapped_column(Float)


class TitleRow(Base):
    """A title that the request manager told us of: what the index is made from."""

    __tablename__ = "learned_titles"
    __table_args__ = (Index("ix_learned_titles_language_worth", "language", "worth"),)

    language: Mapped[str] = mapped_column(String(8), primary_key=True)  # of the name
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    title_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(300))
    original_name: Mapped[str | None] = mapped_column(String(300), default=None)
    year: Mapped[int | None] = mapped_column(Integer, default=None)
    votes: Mapped[int] = mapped_column(Integer)
    worth: Mapped[int] = mapped_column(Integer)  # those of least worth are forgotten first


class LearningRow(Base):
    """How far the learning of titles has come, in one language."""

    __tablename__ = "learning"

    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    source: Mapped[str] = mapped_column(String(64))  # digest of the address: of another, all is learned anew
    step: Mapped[int] = mapped_column(Integer)  # pages of this round that are done
    began: Mapped[float] = mapped_column(Float)  # this round
    ended: Mapped[float | None] = mapped_column(Float, default=None)  # None while it runs
    whole: Mapped[float | None] = mapped_column(Float, default=None)  # when a round last went all the way
