"""script/doctor looks at what is ours: the database, what waits, what was given up, who may come in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import text

from media import Wish
from media_backends import BackendUnreachable
from storage.database import open_database
from storage.deliveries import Deliveries
from storage.jobs import Jobs
from storage.outbox import Outbox
from storage.patience import Patience
from tests.commands.conftest import Doctor
from tests.fake_backend import DUNE


def test_a_database_that_is_not_there_is_not_made(doctor: Doctor, tmp_path: Path):
    (tmp_path / "overtalkerr.db").unlink()
    state, says = doctor.looks()["database"]
    assert (state, says) == ("note", f"There is none yet: the first start makes {tmp_path}/overtalkerr.db.")
    assert not (tmp_path / "overtalkerr.db").exists()


def test_a_database_that_is_none(doctor: Doctor, tmp_path: Path):
    (tmp_path / "overtalkerr.db").write_text("a letter to the editor, and a long one, so that it is no database" * 20)
    assert doctor.looks()["database"][0] == "failing"


@pytest.mark.parametrize(("revision", "state"), [("0001", "note"), ("9999", "failing")])
def test_a_database_of_another_version_is_left_as_it_is(doctor: Doctor, revision: str, state: str):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    assert doctor.looks()["database"][0] == state
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == revision
    engine.dispose()


def test_what_is_owed_is_counted_and_why(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    outbox = Outbox(engine, time.time)
    row = outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    assert doctor.looks()["outbox"] == ("note", "1 request to be sent.")
    owing = outbox.lease(row, 60)
    assert owing is not None
    outbox.postpone(owing, 5, f"{BackendUnreachable.__name__}: nobody answers")
    engine.dispose()
    state, says = doctor.looks()["outbox"]
    assert (state, doctor.code) == ("failing", 1)
    assert says.startswith("1 request to be sent. The last attempt: BackendUnreachable: nobody answers")


def test_what_was_given_up_is_told_with_the_reason(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    outbox, jobs = Outbox(engine, time.time, Patience(gives_up=0.0)), Jobs(engine, time.time, Patience(gives_up=0.0))
    owing = outbox.lease(outbox.write(Wish(DUNE.title), channel="voice", speaker="ann"), 60)
    assert owing is not None
    assert outbox.put_off(owing, "BackendUnreachable: nobody answers", "backend-unreachable") is None
    assert doctor.looks()["given up"] == (
        "note",
        "Dune could not be requested for too long (REQUEST_GIVE_UP_HOURS): BackendUnreachable: nobody answers",
    )
    jobs.put("print", "print:1")
    job = jobs.lease(["print"], 60)
    assert job is not None
    jobs.postpone(job, "OSError: no route")
    engine.dispose()
    assert doctor.looks()["given up"] == ("note", "The job print:1 failed for too long: OSError: no route")


def long_ago() -> float:
    return time.time() - 600


@pytest.mark.parametrize(("workers", "helps"), [(0, "start script/worker"), (2, "Start the service.")])
def test_work_that_nobody_does(doctor: Doctor, workers: int, helps: str):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    Jobs(engine, long_ago).put("delivery", "delivery:1")
    Outbox(engine, long_ago).write(Wish(DUNE.title), channel="voice", speaker="ann")
    engine.dispose()
    told = doctor.looks(workers=workers)
    assert told["jobs"][1].startswith("1 due, the first for 10 minutes, and nobody takes them up.")
    assert told["outbox"][1].startswith("1 request to be sent. Nobody does.")
    assert {state for state, _ in (told["jobs"], told["outbox"])} == {"failing"}
    assert all(helps in says for _, says in (told["jobs"], told["outbox"]))


def test_messages_that_a_service_does_not_take(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    jobs = Jobs(engine, time.time)
    jobs.put("notice", "notice:1")
    job = jobs.lease(["notice"], 60)
    assert job is not None
    jobs.postpone(job, "NotTaken: ntfy said 429")
    engine.dispose()
    state, says = doctor.looks()["notices"]
    assert (state, doctor.code) == ("failing", 1)
    assert says.startswith(
        "1 message could not be sent so far. The last attempt: NotTaken: ntfy said 429 script/people"
    )


def test_an_address_that_may_not_be_used(doctor: Doctor):
    state, says = doctor.looks(owner_notice_urls="file:///etc/overtalkerr-secret")["notices"]
    assert (state, says.startswith("OWNER_NOTICE_URLS is not allowed: file:// may not be used")) == ("failing", True)
    assert "overtalkerr-secret" not in doctor.printed


def test_skill_ids(doctor: Doctor):
    ids = "amzn1.ask.skill.one,amzn1.ask.skill.two"
    assert doctor.looks(alexa_skill_ids=ids)["alexa"] == ("good", "2 skill ids set: no other skill is answered.")


def test_webhooks_that_may_come_and_do_not(doctor: Doctor):
    state, says = doctor.looks(webhook_secret="a-secret-of-the-house", port=8080)["webhooks"]
    assert (state, doctor.code) == ("note", 0)
    assert says.startswith("None came in the last 7 days. In its settings, under Notifications, Webhook, paste ")
    assert "http://THIS-MACHINE:8080/webhooks/overseerr" in says
    assert "a-secret-of-the-house" not in doctor.printed


def test_webhooks_that_came(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    Deliveries(engine, time.time).heard_from("overseerr", "one", {}, "test")
    engine.dispose()
    state, says = doctor.looks(webhook_secret="a-secret-of-the-house")["webhooks"]
    assert (state, says.startswith("The last came from Overseerr, Jellyseerr or Seerr at 20")) == ("good", True)


def test_nobody_looks_for_news(doctor: Doctor):
    assert "nobody looks for news" in doctor.looks(reconcile_minutes=0)["webhooks"][1]
