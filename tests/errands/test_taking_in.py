"""Looking into webhooks: forged, late, out of order, early, at once, of Ombi and of programs of the owner's own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from errands.hints import Event, Hint
from errands.taking_in import MOST_OPEN, NotYet
from media import Kind, News, RequestStatus, Stage, Wish
from media_backends import Ability, BackendBroken, BackendTooSlow, BackendUnreachable, KeyRefused, TitleUnknown
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
from tests.sending_word import SECRET, Manager, Post, recorded

MATRIX = film("The Matrix", 603, 1999)
FILM = Wish(MATRIX.title)
OMBI_FILM = {"type": "Movie", "providerId": "603", "title": "The Matrix", "year": "1999"}
OMBI_SHOW = {"type": "Programa de TV", "providerId": "95396", "title": "Severance", "seasonsList": "1,2"}


@pytest.fixture
def post(build_house: Callable[..., House]) -> Post:
    return Post(build_house(Manager(MATRIX, DUNE, SEVERANCE), webhook_secret=SECRET))


@pytest.fixture
def manager(post: Post) -> Manager:
    assert isinstance(post.house.fake, Manager)
    return post.house.fake


# --- forged


def test_an_id_that_nobody_knows_leads_to_a_look_and_to_nothing(post: Post):
    post.brings("overseerr", recorded("MEDIA_AVAILABLE_movie")["body"])
    post.looks_in()
    assert (post.house.fake.calls, post.all(), post.deliveries.waiting()) == (["known_request"], [], ())


def test_an_id_of_another_title_leads_to_nothing(post: Post, manager: Manager):
    manager.stands("1", DUNE, RequestStatus.APPROVED, PROCESSING)
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert post.all() == []


def test_an_id_that_we_follow_of_another_title_is_not_taken_at_its_word(post: Post):
    post.follows(Wish(DUNE.title), Stage.APPROVED, "1")
    post.house.fake.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert (post.only().stage, post.told()) == (Stage.APPROVED, [])


def test_what_is_said_to_be_there_and_is_not_stays_as_it_is(post: Post, manager: Manager):
    manager.stands("1", MATRIX, RequestStatus.PENDING, PENDING)
    post.follows(FILM, Stage.PENDING, "1")
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert (post.only().stage, post.told(), post.deliveries.waiting()) == (Stage.PENDING, [], ())


def test_what_is_said_to_be_declined_and_is_ready_is_ready(post: Post, manager: Manager):
    manager.stands("3", film("Reloaded", 604, 2003), RequestStatus.AVAILABLE, AVAILABLE)
    post.follows(Wish(film("Reloaded", 604, 2003).title), Stage.APPROVED, "3")
    post.brings_recorded("MEDIA_DECLINED_movie")
    post.looks_in()
    assert post.told() == [Stage.READY]


def test_an_id_that_a_server_set_up_anew_gave_to_a_show_of_the_same_number_is_not_ours(post: Post, manager: Manager):
    mine = post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", show("A show", 603, 2008, [AVAILABLE]), RequestStatus.AVAILABLE, AVAILABLE, (1,))
    manager.has[Kind.MOVIE, "1"] = manager.has[Kind.TV, "1"]  # these servers count films and shows together
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    now = post.following.get(mine.row)
    assert now is not None
    assert now.stage is Stage.GONE


def test_nor_is_one_in_another_quality(post: Post, manager: Manager):
    post.follows(FILM, Stage.APPROVED, "1")
    manager.stands("1", MATRIX, RequestStatus.AVAILABLE, AVAILABLE, four_k=True)
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert post.only().stage is Stage.GONE


def test_what_was_gone_while_another_server_answered_goes_on_once_its_own_is_back(post: Post, manager: Manager):
    post.follows(FILM, Stage.GONE, "1")
    manager.stands("1", film("The Matrix", 603, 1999, AVAILABLE), RequestStatus.AVAILABLE, AVAILABLE)
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert post.told() == [Stage.READY]


# --- late, and out of order


def test_an_approval_that_comes_after_the_end_is_old(post: Post):
    post.follows(FILM, Stage.READY, "1")
    post.house.fake.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded("MEDIA_APPROVED_movie")
    post.looks_in()
    assert (post.only().stage, post.told(), post.house.fake.calls) == (Stage.READY, [], [])


def test_that_it_was_approved_by_itself_is_old_once_it_failed(post: Post):
    post.follows(Wish(film("Shrek", 808, 2001).title), Stage.FAILED, "8")
    post.house.fake.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded("MEDIA_FAILED_movie_1")
    post.looks_in()
    assert post.only().stage is Stage.FAILED
    post.brings_recorded("RETRY_of_failed")
    post.looks_in()
    assert post.told() == [Stage.APPROVED]


def test_a_second_approval_after_a_failure_is_no_replay_of_the_first(post: Post):
    first, again = recorded("RETRY_of_failed")["body"], recorded("RETRY_of_failed")["body"]
    first["media"] |= {"status": "PENDING"}
    assert [post.brings("overseerr", body)[0] for body in (first, again, first, again)] == [202, 202, 200, 200]


def test_a_server_that_tells_a_moment_too_early_is_asked_again(post: Post, manager: Manager):
    manager.stands("1", MATRIX, RequestStatus.APPROVED, PROCESSING)
    post.follows(FILM, Stage.APPROVED, "1")
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    (row,) = post.deliveries.waiting()
    with pytest.raises(NotYet):
        post.taking_in({"delivery": row})
    manager.stands("1", film("The Matrix", 603, 1999, AVAILABLE), RequestStatus.APPROVED, AVAILABLE)
    post.taking_in({"delivery": row})
    assert post.told() == [Stage.READY]


def test_a_job_that_comes_twice_is_done_once(post: Post, manager: Manager):
    manager.stands("1", MATRIX, RequestStatus.APPROVED, PROCESSING)
    post.follows(FILM, Stage.PENDING, "1")
    post.brings_recorded("MEDIA_APPROVED_movie")
    (row,) = post.deliveries.waiting()
    for _ in range(2):
        post.taking_in({"delivery": row})
    assert (post.told(), manager.calls) == ([Stage.APPROVED], ["known_request"])
    post.taking_in({"delivery": 4711})


def test_two_deliveries_at_once_are_told_once(post: Post, manager: Manager):
    manager.stands("1", film("The Matrix", 603, 1999, AVAILABLE), RequestStatus.AVAILABLE, AVAILABLE)
    post.follows(FILM, Stage.PENDING, "1")
    for name in ("MEDIA_APPROVED_movie", "MEDIA_AVAILABLE_movie"):
        post.brings_recorded(name)
    manager.blocks("known_request")
    threads = [threading.Thread(target=post.taking_in, args=({"delivery": row},)) for row in post.deliveries.waiting()]
    for thread in threads:
        thread.start()
    manager.recovers()
    for thread in threads:
        thread.join(10)
    assert (post.only().stage, post.told()) == (Stage.READY, [Stage.READY])


def test_two_deliveries_at_once_of_what_nobody_followed_follow_it_once(post: Post, manager: Manager):
    manager.stands("8", film("Shrek", 808, 2001), RequestStatus.FAILED, PROCESSING)
    for name in ("MEDIA_FAILED_movie_1", "MEDIA_FAILED_movie_2"):
        post.brings_recorded(name)
    manager.blocks("details")
    threads = [threading.Thread(target=post.taking_in, args=({"delivery": row},)) for row in post.deliveries.waiting()]
    for thread in threads:
        thread.start()
    while manager.calls.count("details") < 2:
        threading.Event().wait(0.01)
    manager.recovers()
    for thread in threads:
        thread.join(10)
    assert (post.only().stage, post.deliveries.waiting()) == (Stage.FAILED, ())


# --- ours, whose id was not told yet


def test_a_wish_of_ours_gets_its_id_from_the_webhook(post: Post, manager: Manager):
    post.house.outbox.write(FILM, channel="voice", speaker="ann")
    manager.stands("1", MATRIX, RequestStatus.PENDING, PENDING)
    post.brings_recorded("MEDIA_PENDING_movie")
    post.looks_in()
    assert (post.only().stage, post.only().request_id, post.told()) == (Stage.PENDING, "1", [Stage.PENDING])


def test_a_request_that_was_ready_before_its_answer_was_looked_for_is_told_once(post: Post, manager: Manager):
    post.house.outbox.write(FILM, channel="voice", speaker="ann")
    manager.fails_after("request", BackendTooSlow("no answer in 25 s"))
    post.house.worker.run_due()
    manager.recovers()
    manager.stands("1", film("The Matrix", 603, 1999, AVAILABLE), RequestStatus.AVAILABLE, AVAILABLE)
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert (post.told(), post.house.outbox.depth()) == ([Stage.READY], 1)
    post.house.waits(3600)
    post.house.worker.run_due()
    assert (post.timeline(), post.house.outbox.depth()) == ([Stage.OWED, Stage.READY], 0)


def test_only_a_wish_for_those_seasons_does(post: Post, manager: Manager):
    breaking = show("Breaking Bad", 1396, 2008, [MISSING] * 5)
    mine = post.follows(Wish(breaking.title, (5,)), Stage.APPROVED)
    manager.stands("2", breaking, RequestStatus.PENDING, PENDING, (2, 3))
    post.brings_recorded("MEDIA_PENDING_tv")
    post.looks_in()
    assert len(post.all()) == 2
    still = post.following.get(mine.row)
    assert still is not None
    assert (still.stage, still.request_id) == (Stage.APPROVED, None)


def test_a_wish_of_ours_that_never_got_an_id_hears_of_somebody_elses_request_for_the_same(post: Post, manager: Manager):
    for number in ("1", None):
        post.follows(FILM, Stage.PENDING, number)
    manager.stands("1", film("The Matrix", 603, 1999, AVAILABLE), RequestStatus.AVAILABLE, AVAILABLE)
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert {one.request_id: one.stage for one in post.all()} == {"1": Stage.READY, None: Stage.READY}
    assert post.told() == [Stage.READY, Stage.READY]


def test_only_the_one_with_the_id_is_taken_at_its_word(post: Post, manager: Manager):
    for number in ("1", None):
        post.follows(FILM, Stage.PENDING, number)
    manager.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert {one.request_id: one.stage for one in post.all()} == {"1": Stage.READY, None: Stage.PENDING}
    assert len(post.deliveries.waiting()) == 1


def test_a_title_that_cannot_be_described_any_more_is_not_asked_for_again_and_again(post: Post, manager: Manager):
    manager.stands("1", MATRIX, RequestStatus.PENDING, PENDING)
    manager.fails("details", TitleUnknown("500"))
    post.brings_recorded("MEDIA_PENDING_movie")
    post.looks_in()
    assert (post.all(), post.deliveries.waiting()) == ([], ())


def test_what_was_made_elsewhere_is_followed_in_its_users_name(post: Post, manager: Manager):
    manager.stands("1", MATRIX, RequestStatus.PENDING, PENDING)
    post.brings_recorded("MEDIA_PENDING_movie")
    post.looks_in()
    assert (post.only().user, post.only().wish.title.name) == ("2", "The Matrix")


# --- a backend that shows no requests, or is in trouble


def test_without_requests_to_be_seen_the_title_is_looked_at(post: Post, manager: Manager):
    manager.can -= {Ability.REQUESTS}
    post.follows(FILM, Stage.PENDING)
    manager.now_has(film("The Matrix", 603, 1999, AVAILABLE))
    post.brings_recorded("MEDIA_AVAILABLE_movie")
    post.looks_in()
    assert (post.told(), manager.calls) == ([Stage.READY], ["details"])


@pytest.mark.parametrize("failure", [BackendBroken("500"), KeyRefused("403"), BackendUnreachable("nobody")])
def test_a_job_for_what_cannot_be_looked_at_now_is_tried_again(post: Post, manager: Manager, failure: Exception):
    manager.is_down(failure)
    post.brings_recorded("MEDIA_PENDING_movie")
    (row,) = post.deliveries.waiting()
    with pytest.raises(type(failure)):
        post.taking_in({"delivery": row})
    assert post.deliveries.waiting() == (row,)


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
