"""Looking into webhooks: forged, late, out of order, early, at once."""

from __future__ import annotations

import threading

import pytest

from errands.taking_in import NotYet
from media import Kind, RequestStatus, Stage, Wish
from media_backends import Ability, BackendBroken, BackendTooSlow, BackendUnreachable, KeyRefused, TitleUnknown
from tests.fake_backend import (
    AVAILABLE,
    DUNE,
    MISSING,
    PENDING,
    PROCESSING,
    film,
    show,
)
from tests.sending_word import MATRIX, Manager, Post, recorded

FILM = Wish(MATRIX.title)


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
