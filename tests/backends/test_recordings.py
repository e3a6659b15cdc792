"""What real servers answered (Overseerr 1.34, Jellyseerr 2.7, Seerr 3.1), and that we read it right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backends.seerr import BACKENDS
from media import Availability, Details, Kind, RequestStatus, Title, Wish
from media_backends import (
    Account,
    AlreadyRequested,
    BackendBroken,
    BackendError,
    BackendFactory,
    BackendType,
    CsrfProtected,
    KeyRefused,
    MediaBackend,
    NotAllowed,
    Opening,
    Query,
    QuotaUsedUp,
    RequestRefused,
    TitleBlocked,
    TitleUnknown,
)
from tests.backends.replay import Replay, recordings_of

SERVERS = ["overseerr", "jellyseerr", "seerr"]
CLASSES = {kind.backend_type.value: kind for kind in BACKENDS}
T = 2.0
MISSING, PENDING, PROCESSING, PARTIAL, AVAILABLE, BLOCKED, DECLINED, _, FAILED = Availability


@contextmanager
def replaying(server: str, *names: str) -> Iterator[MediaBackend]:
    recorded = recordings_of(server)
    with Replay(recorded[name] for name in names) as replay:
        backend = CLASSES[server].open(Opening(replay.url, "a-key"))
        yield backend
        backend.close()


def details_in(server: str, name: str) -> Details:
    path = recordings_of(server)[name]["request"]["path"]
    kind, tmdb_id = path.split("/")[-2:]
    with replaying(server, name) as backend:
        return backend.details(Kind(kind), int(tmdb_id), timeout=T)


def wish_in(server: str, name: str) -> Wish:
    asked = recordings_of(server)[name]["request"]["body"]
    seasons = asked.get("seasons", ())
    return Wish(
        Title(Kind(asked["mediaType"]), asked["mediaId"], "Something"), tuple(seasons) if seasons != "all" else ()
    )


@pytest.mark.parametrize("server", SERVERS)
def test_the_server_is_recognised(server: str):
    with Replay([recordings_of(server)["settings_public"]]) as replay:
        assert BackendFactory.detect_backend_type(replay.url) == server


@pytest.mark.parametrize("server", SERVERS)
def test_the_key_is_proved(server: str):
    with replaying(server, "auth_me", "settings_public") as backend:
        assert backend.account(timeout=T) == Account("admin", BackendType(server))


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("name", ["auth_me_bad_key", "auth_me_no_key"])
def test_a_bad_key_is_refused(server: str, name: str):
    with replaying(server, name) as backend, pytest.raises(KeyRefused):
        backend.account(timeout=T)


@pytest.mark.parametrize("server", SERVERS)
def test_a_search_brings_four_films_and_no_collection(server: str):
    with replaying(server, "search_with_collection") as backend:
        found = backend.search(Query("matrix"), timeout=T)
    assert [(title.name, title.year, title.availability) for title in found] == [
        ("The Matrix", 1999, PENDING),
        ("The Matrix Reloaded", 2003, MISSING),
        ("The Matrix Revolutions", 2003, MISSING),
        ("The Matrix Resurrections", 2021, MISSING),
    ]


@pytest.mark.parametrize("server", SERVERS)
def test_a_year_is_asked_for_in_their_own_words(server: str):
    with replaying(server, "search_year") as backend:
        assert [title.id for title in backend.search(Query("dune", year=1984), timeout=T)] == [841]


@pytest.mark.parametrize("server", SERVERS)
def test_a_show_in_every_state_at_once(server: str):
    details = details_in(server, "st_tv_60059")
    assert [season.availability for season in details.seasons] == [
        MISSING,  # the specials
        AVAILABLE,
        AVAILABLE,
        PARTIAL,
        PROCESSING,
        PENDING,
        MISSING,
    ]
    assert (details.title.availability, details.in_production) == (PARTIAL, False)
    assert (details.seasons[6].episodes, details.seasons[6].aired) == (13, "2022-02-08")


@pytest.mark.parametrize("server", SERVERS)
def test_a_film_that_is_there_and_one_whose_request_was_declined(server: str):
    assert details_in(server, "st_movie_27205").title.availability is AVAILABLE
    assert details_in(server, "movie_after_decline_details").title.availability is DECLINED


@pytest.mark.parametrize("server", ["jellyseerr", "seerr"])
def test_what_was_deleted_is_missing_and_what_is_blocked_is_blocked(server: str):
    shown = details_in(server, "st_tv_66732")
    assert {season.availability for season in shown.seasons} == {MISSING}
    assert shown.title.availability is MISSING
    assert details_in(server, "st_movie_155").title.availability is MISSING
    assert details_in(server, "st_movie_157336").title.availability is BLOCKED


@pytest.mark.parametrize(
    ("name", "availability"),
    [
        ("movie_never_seen", MISSING),
        ("movie_pending", PENDING),
        ("movie_processing", PROCESSING),
        ("movie_available_4kpending", AVAILABLE),
        ("movie_details_4k_only", MISSING),
        ("movie_details_hd_and_4k_requests", PROCESSING),
        ("movie_failed_processing", FAILED),
        ("movie_declined_unknown", DECLINED),
        ("movie_details_rerequested", PENDING),
        ("movie_partial", MISSING),
        ("movie_details_unreleased", MISSING),
        ("tv_blocklisted", BLOCKED),
        ("tv_never_seen", MISSING),
        ("tv_failed", FAILED),
    ],
)
def test_media_in_every_status(name: str, availability: Availability):
    assert details_in("seerr", name).title.availability is availability


@pytest.mark.parametrize(
    ("name", "whole", "seasons"),
    [
        ("tv_available_all", AVAILABLE, {1: AVAILABLE, 5: AVAILABLE, 0: MISSING}),
        ("tv_available_no_season_rows", AVAILABLE, {1: AVAILABLE, 0: MISSING}),
        ("tv_partial_airing", PARTIAL, {1: AVAILABLE, 37: AVAILABLE, 38: PARTIAL}),
        ("tv_partial_s1avail_s2deleted", PARTIAL, {1: AVAILABLE, 2: MISSING, 3: MISSING}),
        ("tv_pending_s1s2", PENDING, {1: PENDING, 2: PENDING, 3: MISSING}),
        ("tv_processing_s1", PROCESSING, {1: PROCESSING, 2: MISSING}),
        ("tv_blocklisted", BLOCKED, {0: BLOCKED, 1: BLOCKED}),
        ("tv_details_declined", DECLINED, {1: MISSING, 2: DECLINED}),
        ("tv_details_completed", PARTIAL, {1: MISSING, 2: AVAILABLE, 3: AVAILABLE}),
        ("tv_details_s2_available_s3_pending", PARTIAL, {1: MISSING, 2: AVAILABLE, 3: PROCESSING}),
        ("tv_details_partial_s2_available_s3_requested", PARTIAL, {2: AVAILABLE, 3: PROCESSING}),
    ],
)
def test_seasons_in_every_status(name: str, whole: Availability, seasons: dict[int, Availability]):
    details = details_in("seerr", name)
    known = {season.number: season.availability for season in details.seasons}
    assert {number: known[number] for number in seasons} == seasons
    assert details.title.availability is whole


@pytest.mark.parametrize("server", SERVERS)
def test_what_was_made_is_in_the_receipt(server: str):
    with replaying(server, "tv_post_s2", "movie_post_false", "movie_as_user2") as backend:
        show = backend.request(wish_in(server, "tv_post_s2"), timeout=T)
        film = backend.request(wish_in(server, "movie_post_false"), timeout=T)
        waiting = backend.request(wish_in(server, "movie_as_user2"), timeout=T)
    assert (show.status, show.seasons) == (RequestStatus.APPROVED, (2,))
    assert (film.status, film.seasons) == (RequestStatus.APPROVED, ())
    assert waiting.status is RequestStatus.PENDING


def test_a_season_that_was_taken_already_is_not_in_the_receipt():
    with replaying("seerr", "request_tv_s2_s3_overlap") as backend:
        assert backend.request(wish_in("seerr", "request_tv_s2_s3_overlap"), timeout=T).seasons == (3,)


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("tv_post_s2_again", AlreadyRequested),
        ("movie_post_false_again", AlreadyRequested),
        ("quota_exceeded", QuotaUsedUp),
        ("movie_noperm", NotAllowed),
        ("movie_post_nonexistent", TitleUnknown),
        ("csrf_on_post_request", CsrfProtected),
    ],
)
def test_each_refusal_is_told_from_the_others(server: str, name: str, error: type[BackendError]):
    with replaying(server, name) as backend, pytest.raises(error) as caught:
        backend.request(wish_in(server, name), timeout=T)
    assert type(caught.value) is error


@pytest.mark.parametrize("server", ["jellyseerr", "seerr"])
def test_what_is_on_the_blocklist_is_not_requested(server: str):
    with replaying(server, "st_post_movie_blocklisted") as backend, pytest.raises(TitleBlocked):
        backend.request(wish_in(server, "st_post_movie_blocklisted"), timeout=T)


@pytest.mark.parametrize("server", ["jellyseerr", "seerr"])
def test_specials_that_are_switched_off_are_not_taken_for_requested(server: str):
    with replaying(server, "tv_post_s0") as backend, pytest.raises(RequestRefused, match="specials"):
        backend.request(wish_in(server, "tv_post_s0"), timeout=T)


def test_overseerr_takes_specials_when_they_are_asked_for():
    with replaying("overseerr", "tv_post_s0") as backend:
        assert backend.request(wish_in("overseerr", "tv_post_s0"), timeout=T).seasons == (0,)


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("name", ["movie_nonexistent", "tv_nonexistent"])
def test_an_unknown_id_looks_like_a_tmdb_that_is_down(server: str, name: str):
    with pytest.raises(BackendBroken, match="Unable to retrieve"):
        details_in(server, name)
