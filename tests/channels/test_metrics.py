"""GET /metrics and /health/detail: what the owner sees, and nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from prometheus_client.parser import text_string_to_metric_families

from media import Wish
from media_backends import BackendUnreachable, KeyRefused
from storage.jobs import Jobs
from tests.fake_backend import DUNE, FakeBackend
from tests.house import House

AWAY = {"REMOTE_ADDR": "203.0.113.7"}


def figures(house: House) -> dict[str, dict[tuple[str, ...], float]]:
    """What Prometheus itself reads there: by name, then by the values of the labels in the order of their names."""
    read: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(house.client.get("/metrics").text):
        for sample in family.samples:
            read.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return read


def services(house: House) -> dict[str, dict[str, object]]:
    told: dict[str, dict[str, object]] = house.client.get("/health/detail").get_json()["services"]
    return told


def test_a_turn_is_counted_by_channel_intent_and_outcome(house: House):
    house.posts("get dune", "one")
    house.posts("yes", "one")
    read = figures(house)
    assert read["overtalkerr_turns_total"] == {("voice", "request", "Found"): 1.0, ("voice", "yes", "Taken"): 1.0}
    assert read["overtalkerr_turn_seconds_count"] == {("voice",): 2.0}


def test_what_is_owed_and_followed_is_told_as_it_is_now(house: House):
    house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    house.waits(60)
    read = figures(house)
    assert (read["overtalkerr_outbox_depth"], read["overtalkerr_outbox_age_seconds"]) == ({(): 1.0}, {(): 60.0})
    assert read["overtalkerr_requests_followed"] == {(): 1.0}


def test_nothing_that_was_said_stands_there_nor_who(house: House):
    house.posts("get the kraken wakes", "one", speaker="aunt-mary")
    text = house.client.get("/metrics").text
    assert "kraken" not in text
    assert "mary" not in text


@pytest.mark.parametrize("path", ["/metrics", "/health/detail"])
def test_both_want_a_key_from_far_away(house: House, path: str):
    assert house.client.get(path).status_code == 200
    assert house.client.get(path, environ_base=AWAY).status_code == 401


def test_before_the_first_look_nothing_is_known_of_the_backend(house: House):
    assert services(house)["backend"]["state"] == "unknown"
    assert house.client.get("/health/detail").get_json()["status"] == "unknown"


def test_all_is_well(house: House):
    house.worker.run_due()
    house.waits(30)
    told = services(house)
    assert {service: one["state"] for service, one in told.items()} == {
        "backend": "healthy",
        "database": "healthy",
        "outbox": "healthy",
        "jobs": "healthy",
    }
    assert told["backend"]["checked_seconds_ago"] == 30.0


@pytest.mark.parametrize("problem", [BackendUnreachable("refused at nas:5055"), KeyRefused("the key is wrong")])
def test_a_backend_that_cannot_be_used_is_unhealthy_and_it_says_why(house: House, problem: Exception):
    house.fake.fails("account", problem)
    house.worker.run_due()
    assert (services(house)["backend"]["state"], services(house)["backend"]["why"]) == ("unhealthy", str(problem))
    assert house.client.get("/health/detail").get_json()["status"] == "unhealthy"
    assert house.client.get("/health").status_code == 200  # we ourselves are well


def test_a_wish_that_is_owed_for_long_is_a_difficulty(house: House):
    house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    house.waits(1800)
    assert services(house)["outbox"]["state"] == "degraded"
    assert "1 owed, the oldest for 30 min" in str(services(house)["outbox"]["why"])


def test_a_job_that_was_given_up_is_told_with_the_reason(build_house: Callable[..., House]):
    house = build_house(FakeBackend())
    jobs = Jobs(house.built.engine, house.clock.now)
    jobs.put("tell", "tell:7")
    taken = jobs.lease(["tell"], 60)
    assert taken is not None
    jobs.postpone(taken, "nobody is called Ann", hopeless=True)
    assert services(house)["jobs"]["why"] == "1 given up, the last one tell:7: nobody is called Ann"


@pytest.mark.parametrize("what", ["request", "job"])
def test_where_nobody_works_the_owner_learns_of_it(build_house: Callable[..., House], what: str):
    house = build_house(FakeBackend(), workers=0)
    if what == "request":
        house.outbox.write(Wish(DUNE.title), channel="voice", speaker="ann")
    else:
        Jobs(house.built.engine, house.clock.now).put("tell", "tell:7")
    assert services(house)["jobs"]["state"] == "healthy"
    house.waits(600)
    told = services(house)["jobs"]
    assert (told["state"], "script/worker has to run" in str(told["why"])) == ("unhealthy", True)
    house.worker.run_due()
    assert services(house)["jobs"]["state"] == "healthy"


def test_webhooks_are_counted_with_those_that_were_turned_away(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), webhook_secret="a-secret-of-the-owner")
    for secret in ("a-secret-of-the-owner", "guessed"):
        house.client.post("/webhooks/ombi", json={"notificationType": "Test"}, headers={"Access-Token": secret})
    assert figures(house)["overtalkerr_webhooks_total"] == {("taken", "ombi"): 1.0, ("refused", "ombi"): 1.0}


def test_a_database_that_is_gone_is_told_all_the_same(house: House):
    house.built.engine.dispose()
    house.database.unlink()
    house.database.mkdir()
    assert services(house)["database"]["state"] == "unhealthy"
    assert figures(house)["overtalkerr_health"][("database", "unhealthy")] == 1.0
