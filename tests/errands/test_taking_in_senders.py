"""Looking into webhooks of Ombi and of programs of the owner's own, whatever they leave out; what is kept of them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from errands.hints import Event, Hint
from errands.taking_in import MOST_OPEN
from media import Kind, News, RequestStatus, Stage, Wish
from media_backends import BackendUnreachable
from models import Delivery
from tests.fake_backend import (
    AVAILABLE,
    DUNE,
    MISSING,
    PARTIAL,
    PENDING,
    PROCESSING,
    SEVERANCE,
    FakeBackend,
    film,
    show,
)
from tests.house import House
from tests.sending_word import MATRIX, SECRET, Manager, Post

FILM = Wish(MATRIX.title)
OMBI_FILM = {"type": "Movie", "providerId": "603", "title": "The Matrix", "year": "1999"}
OMBI_SHOW = {"type": "Programa de TV", "providerId": "95396", "title": "Severance", "seasonsList": "1,2"}


# --- Ombi


def ombi(event: str, number: str = "42", **more: str | None) -> dict[str, str | None]:
    return {"notificationType": event, "requestId": number, **OMBI_FILM, **more}


@pytest.mark.parametrize(
    ("event", "status", "there", "stage"),
    [
        ("NewRequest", RequestStatus.PENDING, PENDING, Stage.PENDING),
        ("RequestApproved", RequestStatus.APPROVED, PROCESSING, Stage.APPROVED),
        ("RequestDeclined", RequestStatus.DECLINED, PENDING, Stage.DECLINED),
        ("RequestAvailable", RequestStatus.AVAILABLE, AVAILABLE, Stage.READY),
    ],
)
def test_ombi_tells_of_a_film(post: Post, manager: Manager, event: str, status, there, stage: Stage):
    manager.stands("42", MATRIX, status, there)
    post.brings("ombi", ombi(event), {"Access-Token": SECRET})
    post.looks_in()
    assert (post.only().stage, post.only().request_id) == (stage, "42")


def test_ombi_tells_of_a_show_in_any_language(post: Post, manager: Manager):
    manager.stands("child:7", SEVERANCE, RequestStatus.APPROVED, PROCESSING, (1, 2))
    post.brings("ombi", ombi("RequestApproved", "7", **OMBI_SHOW))
    post.looks_in()
    assert (post.only().wish.key, post.only().request_id) == ("tv:95396:1,2", "child:7")


def test_a_number_that_may_be_a_film_or_a_show_is_looked_up_as_both(post: Post, manager: Manager):
    manager.stands("child:7", SEVERANCE, RequestStatus.PENDING, PENDING, (1,))
    manager.stands("7", MATRIX, RequestStatus.AVAILABLE, AVAILABLE)
    post.brings("ombi", ombi("NewRequest", "7", **OMBI_SHOW | {"seasonsList": None}))
    post.looks_in()
    assert post.only().wish.key == "tv:95396:1"


def test_some_seasons_of_a_show_that_ombi_has(post: Post, manager: Manager):
    partly = show("Severance", 95396, 2022, [AVAILABLE, MISSING])
    post.follows(Wish(partly.title, (1, 2)), Stage.APPROVED, "child:7")
    manager.stands("child:7", partly, RequestStatus.APPROVED, PARTIAL, (1, 2))
    post.brings("ombi", ombi("PartiallyAvailable", "7", **OMBI_SHOW, partiallyAvailableSeasonNumber="1"))
    post.looks_in()
    assert (post.only().stage, post.only().ready, post.told()) == (Stage.PARTIAL, (1,), [Stage.PARTIAL])


def test_why_it_was_declined(post: Post, manager: Manager):
    post.follows(FILM, Stage.PENDING, "42")
    manager.stands("42", MATRIX, RequestStatus.DECLINED, PENDING, reason="seen it")
    post.brings("ombi", ombi("RequestDeclined", denyReason="something else"))
    post.looks_in()
    assert post.only().reason == "seen it"


def test_why_it_was_declined_where_the_server_keeps_no_reasons(post: Post, manager: Manager):
    post.follows(FILM, Stage.PENDING, "1")
    manager.stands("1", MATRIX, RequestStatus.DECLINED, PENDING)
    post.brings_signed({"event": "declined", "kind": "movie", "request_id": "1", "reason": "too long"})
    post.looks_in()
    assert (post.only().stage, post.only().reason) == (Stage.DECLINED, "too long")


def test_why_it_was_declined_while_ombi_cannot_be_asked(post: Post, manager: Manager):
    post.follows(FILM, Stage.PENDING, "42")
    manager.is_down(BackendUnreachable("nobody"))
    post.brings("ombi", ombi("RequestDeclined", denyReason="too\nlong"))
    post.looks_in()
    assert (post.only().stage, post.only().reason) == (Stage.DECLINED, "too long")


def test_of_a_film_in_both_qualities_the_one_that_moved_is_told(post: Post, manager: Manager):
    sharp = Wish(MATRIX.title, four_k=True)
    post.follows(FILM, Stage.APPROVED, "42")
    post.follows(sharp, Stage.APPROVED, "42:4k")
    manager.stands("42", MATRIX, RequestStatus.APPROVED, PROCESSING)
    manager.stands("42:4k", MATRIX, RequestStatus.AVAILABLE, AVAILABLE, four_k=True)
    post.brings("ombi", ombi("RequestAvailable"))
    post.looks_in()
    assert {one.wish.key: one.stage for one in post.all()} == {
        "movie:603": Stage.APPROVED,
        "movie:603:4k": Stage.READY,
    }


def test_one_that_ombi_deleted_tells_no_id_and_is_found_by_its_name(post: Post, manager: Manager):
    post.follows(FILM, Stage.PENDING, "42")
    post.follows(Wish(DUNE.title), Stage.PENDING, "43")
    manager.stands("43", DUNE, RequestStatus.PENDING, PENDING)
    for title in ("The Matrix", "Dune"):  # which was deleted by nobody
        post.brings("ombi", ombi("RequestDeleted", "", providerId="", title=title))
    post.looks_in()
    assert {one.wish.key: one.stage for one in post.all()} == {
        "movie:603": Stage.GONE,
        DUNE.title.key: Stage.PENDING,
    }


@pytest.mark.parametrize("event", ["Issue", "IssueComment", "IssueResolved", "IssueInProgress", "IssueDeleted", "Test"])
def test_ombi_tells_of_something_else(post: Post, event: str):
    post.brings("ombi", {"notificationType": event, "requestId": None, "title": None})
    post.looks_in()
    assert (post.all(), post.house.fake.calls) == ([], [])
    assert set(post.deliveries.last()) == {"ombi"}


def test_what_ombi_will_try_again_by_itself_has_not_failed(post: Post):
    post.follows(FILM, Stage.APPROVED, "42")
    post.brings("ombi", ombi("ItemAddedToFaultQueue"))
    post.looks_in()
    assert post.only().stage is Stage.APPROVED


def test_music_is_none_of_ours(post: Post):
    post.brings("ombi", ombi("RequestAvailable", type="Album", providerId="b1a9c0e9-d987-4042-ae91-78d6a3267d69"))
    post.looks_in()
    assert post.house.fake.calls == []


# --- programs of the owner's own


def test_a_program_of_the_owners_own_tells(post: Post, manager: Manager):
    post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", MATRIX, RequestStatus.AVAILABLE, AVAILABLE)
    told = {"event": "available", "kind": "movie", "request_id": "1"}
    assert post.brings_signed(told) == (202, {"status": "taken", "event": "available"})
    post.looks_in()
    assert post.told() == [Stage.READY]


def test_it_may_know_the_title_alone(post: Post, manager: Manager):
    post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", MATRIX, RequestStatus.AVAILABLE, AVAILABLE)
    post.brings_signed({"event": "available", "kind": "movie", "tmdb_id": 603})
    post.looks_in()
    assert post.told() == [Stage.READY]


def test_it_is_found_by_its_title_among_however_many(post: Post, manager: Manager):
    for number in range(MOST_OPEN):
        post.follows(Wish(film("A film", 1000 + number, 2001).title), Stage.APPROVED, str(1000 + number))
    mine = post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", MATRIX, RequestStatus.AVAILABLE, AVAILABLE)
    post.brings_signed({"event": "available", "kind": "movie", "tmdb_id": 603})
    post.looks_in()
    now = post.following.get(mine.row)
    assert now is not None
    assert now.stage is Stage.READY


def test_a_payload_that_the_owner_cut_down_to_the_title_is_enough(post: Post, manager: Manager):
    post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", MATRIX, RequestStatus.AVAILABLE, AVAILABLE)
    post.brings("overseerr", {"notification_type": "MEDIA_AVAILABLE", "media": {"tmdbId": 603}})
    post.looks_in()
    assert post.told() == [Stage.READY]


# --- what is kept


def test_what_people_write_about_an_issue_is_not_kept(post: Post):
    post.brings("ombi", ombi("IssueComment", issueSubject="Sound", newIssueComment="Anna says it hums."))
    with post.house.built.engine.connect() as connection:
        (kept,) = connection.execute(select(Delivery.body)).scalars()
    assert "Anna" not in str(kept)
    assert "Sound" not in str(kept)


def test_of_a_delivery_ids_and_kinds_are_kept_and_nobodys_name(post: Post):
    post.brings_recorded("MEDIA_PENDING_tv")
    (row,) = post.deliveries.waiting()
    delivered = post.deliveries.get(row)
    assert delivered is not None
    kept: dict[str, Any] = dict(delivered.body)
    assert Hint.read(kept) == Hint(
        Event.PENDING,
        ((Kind.TV, "2"),),
        Kind.TV,
        1396,
        (2, 3),
        mark=kept["mark"],
    )
    assert not {"kid", "kid@lab.test", "Breaking"} & set(str(kept).split("'"))


def test_news_of_a_request_that_cannot_be_followed_any_more(house: House):
    following = Post(house).following
    assert not following.note(4711, News(Stage.READY, "webhook"), counts=lambda _: True)
    assert isinstance(house.backend, FakeBackend)
