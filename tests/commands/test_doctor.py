"""script/doctor over a real socket: what it says of a server that is well, and of one in each trouble."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from commands.doctor import main
from media import Wish
from media_backends import BackendUnreachable
from storage.database import open_database
from storage.deliveries import Deliveries
from storage.jobs import Jobs
from storage.migrating import HEAD
from storage.outbox import Outbox
from storage.patience import Patience
from storage.people import People
from tests.backends.door import Fault
from tests.backends.ombi_stand_in import KEY as OMBI_KEY
from tests.backends.ombi_stand_in import OmbiStandIn
from tests.backends.stand_in import KEY, Person, Product, StandIn
from tests.fake_backend import DUNE
from tests.house import copy_database
from tests.outbound.certificates import certificate_of_this_machine
from tests.serving import settings_in


@dataclass
class Doctor:
    """Runs it as the settings are, and keeps what it said."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    given: dict[str, Any] = field(default_factory=dict)
    code: int = -1
    printed: str = ""

    def looks(self, slow: float = 5.0, **given: Any) -> dict[str, tuple[str, str]]:
        """What was looked at -> how it is, and what was said."""
        self.code = main(["--json"], settings_in(self.folder, **(self.given | given)), slow)
        self.printed = self.capture.readouterr().out
        told = json.loads(self.printed)
        assert told["good"] is (self.code == 0)
        for one in told["findings"]:
            assert bool(one["do"]) is (one["state"] == "failing"), one
        return {one["what"]: (one["state"], f"{one['says']} {one['do']}".strip()) for one in told["findings"]}

    def prints(self, **given: Any) -> list[str]:
        self.code = main([], settings_in(self.folder, **(self.given | given)), 5.0)
        return self.capture.readouterr().out.splitlines()


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as opened:
        opened.books.people[7] = Person(7, "Bob", quota=5)
        yield opened


@pytest.fixture
def doctor(server: StandIn, tmp_path: Path, fresh_database: Path, capsys: pytest.CaptureFixture[str]) -> Doctor:
    copy_database(fresh_database, tmp_path)
    return Doctor(tmp_path, capsys, {"media_backend_url": server.url, "media_backend_api_key": KEY})


def test_all_is_well(doctor: Doctor, server: StandIn):
    lines = doctor.prints()
    assert doctor.code == 0
    assert lines[:8] == [
        f"good   server     Seerr answers at {server.url} (asked /api/v1/settings/public).",
        "good   csrf       No sign of CSRF protection.",
        "good   key        The key is good: it is Ada's.",
        (
            "note   abilities  Besides requesting it can request as its users, ask again for what was declined, "
            "request collections, tell who plays in what, list popular titles, list and cancel requests, approve "
            "and decline, tell quotas. "
            "It cannot request specials."
        ),
        "note   4k         It has no place for 4K.",
        'good   search     A search for "dune" found 2 titles.',
        "good   users      2 users; 0 people linked; no default user.",
        "good   quota      The owner of the key: no limit.",
    ]
    assert lines[8].startswith("good   times      Round trips: server ")
    assert lines[9] == f"good   database   {doctor.folder}/overtalkerr.db answers and is up to date (revision {HEAD})."
    assert lines[10:] == [
        "good   outbox     No request waits to be sent.",
        (
            "note   webhooks   WEBHOOK_SECRET is not set, so none is taken in: what became of requests is looked for "
            "every 5 minutes. docs/webhooks.md leads through it."
        ),
        "note   alexa      ALEXA_SKILL_IDS is not set: every skill that Amazon signs for is answered.",
    ]


def test_nothing_is_written_and_nothing_requested(doctor: Doctor, server: StandIn):
    doctor.looks()
    assert {call.partition(" ")[0] for call in server.calls} == {"GET"}
    assert (server.requests, server.misfits) == ([], [])


@pytest.mark.parametrize("product", Product)
def test_each_of_the_family_is_named(doctor: Doctor, server: StandIn, product: Product):
    server.product = product
    assert doctor.looks()["server"][1].startswith(f"{product} answers at ")


def test_ombi_is_named_and_looked_at(doctor: Doctor):
    with OmbiStandIn() as ombi:
        found = doctor.looks(media_backend_url=ombi.url, media_backend_api_key=OMBI_KEY)
    assert found["server"][1].startswith("Ombi answers at ")
    assert found["key"][0] == "good"


def test_the_demo_needs_no_server(doctor: Doctor):
    found = doctor.looks(media_backend_url=None)
    assert found["server"] == ("note", "No MEDIA_BACKEND_URL is used: the built-in demo answers.")
    assert (doctor.code, "key" in found) == (0, False)


# --- every trouble


def test_nobody_answers(doctor: Doctor, server: StandIn):
    server.close()
    found = doctor.looks()
    state, says = found["server"]
    assert (state, doctor.code, "key" in found) == ("failing", 1, False)
    assert "Connection refused" in says
    assert "Start the server, or set MEDIA_BACKEND_URL" in says
    assert found["database"][0] == "good"


def test_a_wrong_key(doctor: Doctor, server: StandIn):
    found = doctor.looks(media_backend_api_key="not-the-right-one")
    state, says = found["key"]
    assert (state, doctor.code, "users" in found) == ("failing", 1, False)
    assert "Copy the API key from the server's settings page into MEDIA_BACKEND_API_KEY." in says
    assert "not-the-right-one" not in doctor.printed


def test_no_key(doctor: Doctor):
    assert "Set MEDIA_BACKEND_API_KEY" in doctor.looks(media_backend_api_key="")["key"][1]


def test_a_page_instead_of_an_answer(doctor: Doctor, server: StandIn):
    server.fault(Fault.HTML, status=200)
    state, says = doctor.looks()["server"]
    assert (state, doctor.code) == ("failing", 1)
    assert "Tried /api/v1/settings/public (no JSON, but " in says
    assert "Give the address that shows its own page in a browser." in says


def test_somebody_unknown(doctor: Doctor, server: StandIn):
    server.fault(Fault.STATUS, status=404)
    state, says = doctor.looks()["server"]
    assert state == "failing"
    assert "No known request manager answers at" in says
    assert "(404)" in says


def test_somebody_unknown_who_is_taken_for_what_the_settings_say(doctor: Doctor, server: StandIn):
    server.fault(Fault.STATUS, on="/settings/public", status=404, times=2)
    found = doctor.looks(media_backend_type="seerr")
    assert found["server"][0] == "note"
    assert "It is taken for Seerr, as MEDIA_BACKEND_TYPE says." in found["server"][1]
    assert "key" in found


def test_another_than_the_settings_say(doctor: Doctor):
    state, says = doctor.looks(media_backend_type="overseerr")["server"]
    assert (state, doctor.code) == ("failing", 1)
    assert says.startswith("MEDIA_BACKEND_TYPE says overseerr, but Seerr answers at ")
    assert says.endswith("Take MEDIA_BACKEND_TYPE away, or set it to seerr.")


def test_one_that_hangs_is_given_up_in_time(doctor: Doctor, server: StandIn, monkeypatch: pytest.MonkeyPatch):
    from commands import opening

    monkeypatch.setattr(opening, "PATIENCE", 0.3)  # nobody wants to wait ten seconds for a test
    server.fault(Fault.HANG)
    began = time.monotonic()
    state, says = doctor.looks()["server"]
    assert time.monotonic() - began < 3
    assert state == "failing"
    assert "Look whether the server is busy" in says


def test_a_slow_one(doctor: Doctor, server: StandIn):
    server.fault(Fault.SLOW, on="/search", seconds=0.3)
    state, says = doctor.looks(slow=0.2)["times"]
    assert (state, doctor.code) == ("failing", 1)
    assert says.startswith("Slow round trips: server ")
    assert "a voice assistant gives up after 8 seconds" in says


def test_one_whose_tmdb_does_not_answer(doctor: Doctor, server: StandIn):
    server.books.tmdb_down = True
    state, says = doctor.looks()["search"]
    assert state == "failing"
    assert "Check that the server itself reaches api.themoviedb.org" in says


def test_one_that_finds_nothing(doctor: Doctor, server: StandIn):
    server.titles.clear()
    assert doctor.looks()["search"][0] == "failing"


@pytest.mark.parametrize("fault", [Fault.STATUS, Fault.HTML, Fault.TRUNCATED, Fault.WRONG_SHAPE, Fault.DROP])
@pytest.mark.parametrize("on", ["/auth/me", "/search", "/user", "/quota", "/status"])
def test_whatever_breaks_on_the_way_is_a_line_and_no_crash(doctor: Doctor, server: StandIn, fault: Fault, on: str):
    server.fault(fault, on=on)
    found = doctor.looks()
    assert found["server"][0] == "good"
    assert "database" in found


def test_a_redirect_to_https(doctor: Doctor, server: StandIn):
    server.fault(Fault.REDIRECT)
    state, says = doctor.looks()["server"]
    assert state == "failing"
    assert "sends us on to https://elsewhere.example" in says


def test_a_certificate_of_its_own(doctor: Doctor, server: StandIn, tmp_path: Path):
    certificate = certificate_of_this_machine(tmp_path)
    server.speak_tls(certificate)
    url = server.url.replace("http:", "https:")
    state, says = doctor.looks(media_backend_url=url)["server"]
    assert state == "failing"
    assert "set MEDIA_BACKEND_CA_FILE to that certificate" in says
    assert doctor.looks(media_backend_url=url, media_backend_ca_file=certificate)["key"][0] == "good"


def test_csrf_protection_is_seen_without_writing(doctor: Doctor, server: StandIn):
    server.csrf_token = "token-of-the-stand-in"
    state, says = doctor.looks()["csrf"]
    assert (state, doctor.code) == ("note", 0)
    assert says.startswith("CSRF protection is on")


def test_4k(doctor: Doctor, server: StandIn):
    server.four_k = True
    assert doctor.looks()["4k"] == ("note", "Movies and shows can be requested in 4K.")


# --- users


def test_the_default_user_and_their_quota(doctor: Doctor):
    found = doctor.looks(default_user="7")
    assert found["users"] == ("good", "2 users; 0 people linked; whoever is not linked asks as Bob.")
    assert found["quota"][1].startswith("User 7: 5 of 5 movies left")


def test_a_default_user_whom_nobody_knows(doctor: Doctor):
    assert doctor.looks(default_user="99")["users"] == (
        "failing",
        "DEFAULT_USER is user 99, whom the server does not know. Set it to one of script/people users.",
    )
    assert doctor.code == 1


def test_somebody_linked_to_a_user_who_is_gone(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    People(engine, time.time, None).link("voice", "ann", "8")
    engine.dispose()
    state, says = doctor.looks()["users"]
    assert (state, says) == (
        "failing",
        "ann on voice is user 8, whom the server does not know. script/people link mends it.",
    )


# --- what is ours


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


def test_work_that_nobody_does_is_told(doctor: Doctor):
    engine = open_database(f"sqlite:///{doctor.folder / 'overtalkerr.db'}")
    Jobs(engine, time.time).put("tell", "tell:1")
    assert "worker" not in doctor.looks()
    Jobs(engine, lambda: time.time() - 3600).put("tell", "tell:2")
    engine.dispose()
    state, says = doctor.looks()["worker"]
    assert (state, doctor.code) == ("note", 0)
    assert says.startswith("Something has been due for 60 min, and nobody does it")


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


# --- the whole


def test_a_setting_that_is_not_allowed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("PORT", "ninety")
    assert main([]) == 1
    assert capsys.readouterr().out == (
        "FAILS  settings   PORT is 'ninety', which is not allowed. Allowed: a number from 1 to 65535. -> "
        "docs/configuration.md explains each setting.\n"
    )


def test_no_secret_is_printed(doctor: Doctor, server: StandIn):
    elsewhere = "postgresql://owner:hidden-word@127.0.0.1:9/nothing"
    for key in (KEY, "a-wrong-key"):
        server.fault(Fault.STATUS, on="/search", status=500, headers={"X-Echo": key})
        doctor.looks(media_backend_api_key=key, database_url=elsewhere)
        assert "hidden-word" not in doctor.printed
        assert key not in doctor.printed


def test_a_strangers_words_cannot_play_with_the_terminal(doctor: Doctor, server: StandIn):
    server.books.people[1] = Person(1, "Ada \x1b[2J\nFAILS")
    lines = doctor.prints()
    assert not [line for line in lines if "\x1b" in line or line.startswith("FAILS")]
