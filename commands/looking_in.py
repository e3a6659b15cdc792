"""Looking at what is ours: the database, what is owed, who is linked, what was left open. Nothing is changed."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import make_url

from commands.findings import failing, good, note
from commands.looking_at_webhooks import look_at_webhooks
from storage.database import DatabaseUnusable, open_database, reading
from storage.jobs import Jobs
from storage.migrating import HEAD, revision
from storage.outbox import Outbox
from storage.people import People

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Engine

    from commands.findings import Finding
    from settings import Settings

#: Of what was given up, so much is told: the latest.
MOST_TOLD: Final = 5
#: What has been due for longer, in seconds, is done by nobody.
LATE: Final = 300.0


@dataclass(frozen=True, slots=True)
class Insight:
    """What was seen."""

    findings: tuple[Finding, ...]
    linked: Mapping[str, str] = field(default_factory=dict)  # "ann on voice" -> User.id


def look_in(settings: Settings) -> Insight:
    """The database and what stands in it."""
    if _is_missing(settings.database_url):
        return Insight((note("database", f"There is none yet: the first start makes {_shown(settings)}."),))
    try:
        with _opened(settings) as engine:
            return _look_into(engine, settings)
    except DatabaseUnusable as problem:
        return Insight((failing("database", problem, "Look at the path and who may write there (DATABASE_URL)."),))


def left_open(settings: Settings) -> Iterator[Finding]:
    """Settings that let in more than need be."""
    if settings.alexa_skill_ids:
        count = len(settings.alexa_skill_ids)
        yield good("alexa", f"{count} skill id{'' if count == 1 else 's'} set: no other skill is answered.")
    else:
        yield note("alexa", "ALEXA_SKILL_IDS is not set: every skill that Amazon signs for is answered.")


def _look_into(engine: Engine, settings: Settings) -> Insight:
    with reading(engine) as connection:
        written = revision(connection)
    if written != HEAD:
        return Insight((_of_another_version(written, settings),))
    people = People(engine, time.time, None).everybody()
    linked = {f"{one.person} on {one.channel}": one.user for one in people if one.user}
    up_to_date = good("database", f"{_shown(settings)} answers and is up to date (revision {written}).")
    outbox, jobs, webhooks = Outbox(engine, time.time), Jobs(engine, time.time), look_at_webhooks(engine, settings)
    return Insight(
        (up_to_date, _owed(outbox), *_late(outbox, jobs), *_given_up(outbox), *_dead(jobs), webhooks), linked
    )


def _of_another_version(written: str | None, settings: Settings) -> Finding:
    if written is None or written < HEAD:
        return note("database", f"{_shown(settings)} answers; the next start brings it up to date.")
    return failing(
        "database",
        f"{_shown(settings)} was written by a newer version (revision {written}, not {HEAD}).",
        "Use that version, or set DATABASE_URL to another database.",
    )


def _owed(outbox: Outbox) -> Finding:
    depth, problem = outbox.depth(), outbox.last_problem()
    if not depth:
        return good("outbox", "No request waits to be sent.")
    says = f"{depth} request{'' if depth == 1 else 's'} to be sent."
    if problem is None:
        return note("outbox", says)
    return failing("outbox", f"{says} The last attempt: {problem}", "It is sent by itself once that is mended.")


def _late(outbox: Outbox, jobs: Jobs) -> Iterator[Finding]:
    """A note only: it is so as well before a start."""
    since = min(filter(None, (outbox.due_since(), jobs.due_since())), default=None)
    if since is not None and (late := time.time() - since) >= LATE:
        says = f"Something has been due for {late / 60:.0f} min, and nobody does it:"
        yield note("worker", f"{says} the service has to run, and script/worker too where WORKERS=0.")


def _given_up(outbox: Outbox) -> Iterator[Finding]:
    """Those of the last month."""
    for title, problem in outbox.given_up(MOST_TOLD):
        yield note("given up", f"{title} could not be requested for too long (REQUEST_GIVE_UP_HOURS): {problem}")


def _dead(jobs: Jobs) -> Iterator[Finding]:
    for key, problem in jobs.dead()[:MOST_TOLD]:
        yield note("given up", f"The job {key} failed for too long: {problem}")


@contextmanager
def existing_database(settings: Settings) -> Iterator[Engine | None]:
    """The database of a service that has run in this version; None where there is none. Raises DatabaseUnusable."""
    if _is_missing(settings.database_url):
        yield None
        return
    with _opened(settings) as engine:
        with reading(engine) as connection:
            written = revision(connection)
        yield engine if written == HEAD else None


@contextmanager
def _opened(settings: Settings) -> Iterator[Engine]:
    engine = open_database(settings.database_url, connections=2)
    try:
        yield engine
    finally:
        engine.dispose()


def _is_missing(url: str) -> bool:
    """True for a file that is not there: opening it would make it."""
    address = make_url(url)
    return address.get_backend_name() == "sqlite" and not Path(address.database or "").exists()


def _shown(settings: Settings) -> str:
    """Where it is, without a password."""
    address = make_url(settings.database_url)
    return address.database or "" if address.get_backend_name() == "sqlite" else address.render_as_string()
