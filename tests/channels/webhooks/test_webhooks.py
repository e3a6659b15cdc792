"""POST /webhooks/…: who may leave word, and what is not taken in."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from channels.webhooks import MOST_BYTES
from doors.letterbox import WINDOW, WRONG
from media import RequestStatus, Stage, Wish
from tests.fake_backend import PENDING, film
from tests.house import House
from tests.sending_word import SECRET, Manager, Post, recorded, signed

MATRIX = film("The Matrix", 603, 1999)
PENDING_FILM = recorded("MEDIA_PENDING_movie")["body"]
SENDERS = ("overseerr", "jellyseerr", "seerr", "ombi")
READY = {"event": "available", "kind": "movie", "tmdb_id": 603, "request_id": "1"}


@pytest.fixture
def post(build_house: Callable[..., House]) -> Post:
    manager = Manager(MATRIX)
    manager.stands("1", MATRIX, RequestStatus.PENDING, PENDING)
    return Post(build_house(manager, webhook_secret=SECRET))


def leads_to_nothing(post: Post) -> bool:
    post.looks_in()
    return (post.all(), dict(post.deliveries.last()), post.house.fake.calls) == ([], {}, [])


# --- the secret


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": SECRET},
        {"Authorization": f"Bearer {SECRET}"},
        {"Authorization": f"bearer  {SECRET} "},
        {"Access-Token": SECRET},
    ],
)
def test_the_secret_opens_it(post: Post, sender: str, headers: dict[str, str]):
    assert post.brings(sender, {"notification_type": "TEST_NOTIFICATION", "notificationType": "Test"}, headers) == (
        202,
        {"status": "taken", "event": "test"},
    )


def test_a_secret_may_begin_with_bearer_itself(build_house: Callable[..., House]):
    secret = f"Bearer {SECRET}"
    post = Post(build_house(Manager(MATRIX), webhook_secret=secret))
    answers = [post.brings("seerr", PENDING_FILM, {"Authorization": told})[0] for told in (secret, SECRET)]
    assert answers == [202, 401]


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer "},
        {"Authorization": f"Bearer {SECRET}x"},
        {"Authorization": SECRET[:-1]},
        {"Authorization": f"Basic {SECRET}"},
        {"Access-Token": "wrong", "Authorization": SECRET},
        {"Authorization": "Bearer \xff\xe9"},
        {"X-Api-Key": SECRET},
    ],
)
def test_nothing_else_does(post: Post, sender: str, headers: dict[str, str]):
    status, told = post.brings(sender, PENDING_FILM, headers)
    assert (status, told["error"]["code"]) == (401, "unauthorized")
    assert leads_to_nothing(post)


def test_not_even_from_this_machine(post: Post):
    response = post.house.client.post("/webhooks/overseerr", json=PENDING_FILM)
    assert response.status_code == 401


@pytest.mark.parametrize("sender", [*SENDERS, "generic"])
def test_without_a_secret_nothing_is_taken_in_and_it_says_how(build_house: Callable[..., House], sender: str):
    post = Post(build_house(Manager(MATRIX)))
    for headers in (None, {}, {"Authorization": ""}, signed(json.dumps(READY).encode(), post.house.clock.now(), "")):
        status, told = post.brings(sender, READY, headers)
        assert (status, "WEBHOOK_SECRET" in told["error"]["message"]) == (403, True)
    assert leads_to_nothing(post)


# --- the signature


def test_a_signature_opens_the_generic_one(post: Post):
    assert post.brings_signed(READY) == (202, {"status": "taken", "event": "available"})


@pytest.mark.parametrize(
    "change",
    [
        lambda headers: headers | {"X-Overtalkerr-Signature": "sha256=" + "0" * 64},
        lambda headers: headers | {"X-Overtalkerr-Signature": ""},
        lambda headers: headers | {"X-Overtalkerr-Signature": "\xe9"},
        lambda headers: headers | {"X-Overtalkerr-Timestamp": str(int(headers["X-Overtalkerr-Timestamp"]) + 1)},
        lambda headers: headers | {"X-Overtalkerr-Timestamp": ""},
        lambda headers: headers | {"X-Overtalkerr-Timestamp": "\xb2"},
        lambda _: {},
        lambda _: {"Authorization": f"Bearer {SECRET}"},
    ],
)
def test_a_forged_one_does_not(post: Post, change: Callable[[dict[str, str]], dict[str, str]]):
    body = json.dumps(READY).encode()
    assert post.brings("generic", body, change(signed(body, post.house.clock.now())))[0] == 401
    assert leads_to_nothing(post)


def test_nor_one_of_another_body_or_another_secret(post: Post):
    body, now = json.dumps(READY).encode(), post.house.clock.now()
    assert post.brings("generic", body, signed(body + b" ", now))[0] == 401
    assert post.brings("generic", body, signed(body, now, "another-secret-of-ours"))[0] == 401
    assert leads_to_nothing(post)


@pytest.mark.parametrize("off", [-WINDOW - 1, WINDOW + 1, -86_400, 1e9])
def test_nor_one_that_was_signed_too_long_ago_or_is_still_to_come(post: Post, off: float):
    status, told = post.brings_signed(READY, at=post.house.clock.now() + off)
    assert (status, "more than five minutes off" in told["error"]["message"]) == (401, True)
    assert leads_to_nothing(post)


@pytest.mark.parametrize("moment", ["soon", "-1", "1e9", "9" * 40, " "])
def test_nor_one_whose_time_is_none(post: Post, moment: str):
    import hmac

    body = json.dumps(READY).encode()
    signature = hmac.new(SECRET.encode(), moment.strip().encode() + b"." + body, "sha256").hexdigest()
    headers = {"X-Overtalkerr-Timestamp": moment, "X-Overtalkerr-Signature": signature}
    assert post.brings("generic", body, headers)[0] == 401


@pytest.mark.parametrize("off", [-WINDOW + 1, WINDOW - 1])
def test_clocks_may_differ_by_some_minutes(post: Post, off: float):
    assert post.brings_signed(READY, at=post.house.clock.now() + off)[0] == 202


def test_a_signed_one_that_comes_again_does_nothing(post: Post):
    now = post.house.clock.now()
    assert post.brings_signed(READY, at=now)[0] == 202
    assert post.brings_signed(READY, at=now) == (200, {"status": "known", "event": "available"})
    assert post.brings_signed(READY, at=now + 1)[0] == 202  # said anew


def test_with_an_id_of_its_own_it_may_be_signed_anew_and_is_the_same(post: Post):
    now = post.house.clock.now()
    assert post.brings_signed(READY | {"id": "one"}, at=now)[0] == 202
    assert post.brings_signed(READY | {"id": "one"}, at=now + 1)[0] == 200
    assert post.brings_signed(READY | {"id": "two"}, at=now + 1)[0] == 202


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"event": "exploded", "kind": "movie", "tmdb_id": 603}, "event: "),
        ({"event": "available"}, "name the kind, and tmdb_id or request_id"),
        ({"event": "available", "tmdb_id": 603}, "name the kind"),
        ({"event": "available", "kind": "movie", "tmdb_id": "603"}, "tmdb_id: "),
        ({"event": "available", "kind": "movie", "request_id": "../1"}, "request_id: "),
        ({"event": "available", "kind": "movie", "tmdb_id": 603, "more": 1}, "more: "),
        ({"event": "partial", "kind": "tv", "tmdb_id": 1, "seasons": [-1]}, "seasons.0: "),
    ],
)
def test_what_is_wrong_with_a_signed_one_is_told(post: Post, body: dict[str, object], says: str):
    status, told = post.brings_signed(body)
    assert (status, says in told["error"]["message"]) == (400, True), told


# --- what the owner reads in the log


def test_what_was_refused_and_why(post: Post, caplog: pytest.LogCaptureFixture):
    post.brings("overseerr", PENDING_FILM, {"Authorization": "a wrong secret"})
    post.brings("ombi", b"{")
    post.brings_signed({"event": "test", "a\nb": 1})
    assert [record.getMessage() for record in caplog.records if record.name == "channels.webhooks"] == [
        f"A webhook (overseerr) was refused with 401: {WRONG}",
        "A webhook (ombi) was refused with 400: The body is not JSON.",
        "A webhook (generic) was refused with 400: a b: Extra inputs are not permitted",
    ]


def test_what_tells_of_no_request(post: Post, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    post.brings("overseerr", recorded("ISSUE_CREATED")["body"])
    post.brings("overseerr", {"notification_type": "{{notification_type}}", "message": "Anna's"})
    assert [record.getMessage() for record in caplog.records if record.name == "channels.webhooks"] == [
        "A webhook (overseerr) tells issue: nothing follows.",
        "A webhook (overseerr) tells other: nothing follows.",
    ]


def test_whoever_comes_too_often_does_not_fill_it(build_house: Callable[..., House], caplog: pytest.LogCaptureFixture):
    post = Post(build_house(Manager(MATRIX), webhook_secret=SECRET, rate_limit_per_minute=2))
    for _ in range(9):
        post.brings("overseerr", PENDING_FILM, {"Authorization": "a guess"})
    assert len([record for record in caplog.records if record.name == "channels.webhooks"]) == 2


# --- oversized, malformed, too many


@pytest.mark.parametrize("sender", [*SENDERS, "generic"])
def test_too_large(post: Post, sender: str):
    body = json.dumps(PENDING_FILM | {"message": "x" * MOST_BYTES}).encode()
    headers = signed(body, post.house.clock.now()) if sender == "generic" else None
    assert post.brings(sender, body, headers)[0] == 413
    assert leads_to_nothing(post)


def test_as_large_as_may_be(post: Post):
    body = PENDING_FILM | {"message": "x" * (MOST_BYTES - 2000)}
    assert post.brings("overseerr", body)[0] == 202


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"7", b'"text"', b"\xff\xfe", b'{"a": ' * 9000, b"[" * 9000]
)
@pytest.mark.parametrize("sender", ["overseerr", "ombi", "generic"])
def test_malformed(post: Post, sender: str, body: bytes):
    headers = signed(body, post.house.clock.now()) if sender == "generic" else None
    assert post.brings(sender, body, headers)[0] == 400
    assert leads_to_nothing(post)


def test_no_json_by_its_own_account(post: Post):
    headers = {"Authorization": SECRET, "Content-Type": "application/x-www-form-urlencoded"}
    assert post.brings("overseerr", PENDING_FILM, headers)[0] == 415


@pytest.mark.parametrize("sender", [*SENDERS, "generic"])
def test_other_methods_and_other_senders(post: Post, sender: str):
    assert post.house.client.get(f"/webhooks/{sender}").status_code == 405
    assert post.brings("plex", PENDING_FILM)[0] == 404


def test_too_many_from_one_address(build_house: Callable[..., House]):
    post = Post(build_house(Manager(MATRIX), webhook_secret=SECRET, rate_limit_per_minute=3))
    answers = [post.brings("overseerr", PENDING_FILM, {"Authorization": "a guess"})[0] for _ in range(5)]
    assert answers == [401, 401, 401, 429, 429]


def test_a_database_that_does_not_answer_is_no_error_of_ours(post: Post):
    with post.house.built.engine.begin() as connection:
        connection.execute(text("ALTER TABLE deliveries RENAME TO gone"))
    status, told = post.brings("overseerr", PENDING_FILM)
    assert (status, told["error"]["message"]) == (503, "The database does not answer.")


# --- whatever comes with the right secret

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
NUMBERS: st.SearchStrategy[object] = (
    st.sampled_from(["603", 603, "2", 2, "0", -1, "9" * 12, "١", "\ud800\0", None, "", 1.5, True, []]) | JSON
)
FAMILY = st.fixed_dictionaries(
    {
        "notification_type": st.sampled_from(["MEDIA_AVAILABLE", "MEDIA_DECLINED", "MEDIA_FAILED", "ISSUE_CREATED"])
        | JSON
    },
    optional={
        "media": st.fixed_dictionaries(
            {}, optional={"media_type": st.sampled_from(["movie", "tv"]) | JSON, "tmdbId": NUMBERS, "status": JSON}
        )
        | JSON,
        "request": st.fixed_dictionaries({}, optional={"request_id": NUMBERS}) | JSON,
        "issue": JSON,
        "comment": st.fixed_dictionaries({}, optional={"comment_message": JSON}) | JSON,
        "extra": st.lists(st.fixed_dictionaries({"name": st.just("Requested Seasons"), "value": JSON}) | JSON) | JSON,
    },
)
OMBI = st.fixed_dictionaries(
    {"notificationType": st.sampled_from(["RequestAvailable", "RequestDeleted", "PartiallyAvailable"]) | JSON},
    optional=dict.fromkeys(
        ("requestId", "providerId", "title", "type", "seasonsList", "denyReason", "episodesList"), NUMBERS
    ),
)
OWN = st.fixed_dictionaries(
    {"event": st.sampled_from(["available", "deleted"]) | JSON},
    optional=dict.fromkeys(("kind", "tmdb_id", "request_id", "seasons", "reason", "id"), NUMBERS),
)


@pytest.fixture
def patient_post(build_house: Callable[..., House]) -> Post:
    """Counts nobody, and follows a request that stands as it stood."""
    manager = Manager(MATRIX)
    manager.stands("2", MATRIX, RequestStatus.PENDING, PENDING)
    post = Post(build_house(manager, webhook_secret=SECRET, rate_limit_per_minute=100_000))
    post.follows(Wish(MATRIX.title), Stage.PENDING, "2")
    return post


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sender=st.sampled_from(["overseerr", "ombi", "generic"]), body=st.one_of(FAMILY, OMBI, OWN, JSON))
def test_whatever_comes_it_is_no_error_and_changes_nothing(patient_post: Post, sender: str, body: object):
    post, raw = patient_post, json.dumps(body).encode()
    before = post.only()
    headers = signed(raw, post.house.clock.now()) if sender == "generic" else None
    assert post.brings(sender, raw, headers)[0] in {200, 202, 400}
    post.looks_in()
    assert (post.only(), post.told(), post.deliveries.waiting()) == (before, [], ())


# --- in time


def test_it_is_answered_at_once_whatever_the_request_manager_does(post: Post):
    for call in ("known_request", "details", "requests"):
        post.house.fake.blocks(call)  # whoever asked it would wait for ever
    post.brings("overseerr", recorded("TEST_NOTIFICATION")["body"])
    began = time.thread_time()  # of our own work: what else the machine has to do says nothing of it
    assert post.brings("overseerr", PENDING_FILM)[0] == 202
    assert time.thread_time() - began < 0.1
    assert post.house.fake.calls == []
