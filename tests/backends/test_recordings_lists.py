"""What a real Seerr answered about requests, users, quotas, collections and 4K, and that we read it right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backends.seerr import BACKENDS
from media import Availability, CollectionName, Kind, Quota, QuotaUnit, RequestStatus, Title, User, Wish
from media_backends import (
    Ability,
    BackendBlind,
    BackendBroken,
    BackendError,
    BackendFactory,
    KeyRefused,
    MediaBackend,
    NotAllowed,
    Opening,
    Query,
    RequestRefused,
    UserUnknown,
)
from tests.backends.replay import Replay, recordings_of

T = 2.0
CLASSES = {kind.backend_type.value: kind for kind in BACKENDS}
DUNE = Title(Kind.MOVIE, 438631, "Dune")


@contextmanager
def replaying(*names: str, server: str = "seerr", **renamed: str) -> Iterator[MediaBackend]:
    """A backend on a server that answers these recordings; `renamed` ones at another path than they were made at."""
    recorded = recordings_of(server)
    calls = [recorded[name] for name in names]
    for name, path in renamed.items():
        one = recorded[name]
        calls.append({**one, "request": {**one["request"], "path": path}})
    with Replay(calls) as replay:
        backend = CLASSES[server].open(Opening(replay.url, "a-key"))
        yield backend
        backend.close()


def test_a_quota_tells_what_is_left_of_it():
    with replaying("user3_quota_after") as backend:
        assert backend.quotas("3", timeout=T) == (
            Quota(QuotaUnit.MOVIES, 1, 0, 7),
            Quota(QuotaUnit.SEASONS, 2, 2, 7),
        )


def test_a_limit_of_nought_is_none():
    with replaying("auth_me", "user1_quota_unlimited") as backend:
        assert backend.quotas(timeout=T) == (Quota(QuotaUnit.MOVIES, None, None), Quota(QuotaUnit.SEASONS, None, None))


def test_the_quota_of_a_user_whom_nobody_knows():
    with replaying(user_unknown="/api/v1/user/999/quota") as backend, pytest.raises(UserUnknown, match="999"):
        backend.quotas("999", timeout=T)


def test_users_have_the_name_that_the_server_shows():
    with replaying(user_list="/api/v1/user?take=100&skip=0") as backend:
        assert backend.users(timeout=T) == (
            *(User("1", "admin"), User("2", "kid"), User("3", "quota"), User("4", "noperm"), User("5", "auto")),
        )


def test_requests_are_listed_with_who_asked_and_for_what():
    with replaying(request_list_two="/api/v1/request?take=2&skip=0&sort=added") as backend:
        show, film = backend.requests(take=2, timeout=T)
    assert (show.id, show.kind, show.title_id, show.seasons) == ("7", Kind.TV, 60059, (1, 2))
    assert (show.status, show.availability, show.user) == (
        RequestStatus.PENDING,
        Availability.PENDING,
        User("3", "quota"),
    )
    assert (film.kind, film.seasons, film.four_k, film.created) == (Kind.MOVIE, (), False, "2026-11-20T06:56:20.000Z")


def test_one_request_is_read_by_its_number():
    with replaying("request_get", "request_get_declined", "request_get_deleted") as backend:
        waiting = backend.known_request("1", Kind.MOVIE, timeout=T)
        declined = backend.known_request("2", Kind.TV, timeout=T)
        assert backend.known_request("10", Kind.MOVIE, timeout=T) is None
    assert waiting is not None
    assert (waiting.title_id, waiting.status, waiting.user) == (603, RequestStatus.PENDING, User("2", "kid"))
    assert declined is not None
    assert (declined.status, declined.seasons) == (RequestStatus.DECLINED, (2,))


def test_a_request_is_taken_back_once():
    with replaying("request_delete") as backend:
        assert backend.cancel("10", Kind.MOVIE, timeout=T)
    with replaying("request_delete_again") as backend:
        assert not backend.cancel("10", Kind.MOVIE, timeout=T)


def test_a_401_about_a_request_is_no_wrong_key():
    with replaying("request_delete_other_users") as backend, pytest.raises(NotAllowed):
        backend.cancel("10", Kind.MOVIE, timeout=T)
    with replaying("request_get_other_users") as backend, pytest.raises(NotAllowed):
        backend.known_request("1", Kind.MOVIE, timeout=T)


@pytest.mark.parametrize(
    ("name", "number", "error"),
    [("request_approve_nonexistent", "9999", RequestRefused), ("request_approve_as_user2", "1", KeyRefused)],
)
def test_a_request_that_cannot_be_approved(name: str, number: str, error: type[BackendError]):
    with replaying(name) as backend, pytest.raises(error):
        backend.decide(number, Kind.MOVIE, approve=True, timeout=T)


@pytest.mark.parametrize("server", ["overseerr", "jellyseerr", "seerr"])
def test_a_request_is_declined(server: str):
    with replaying("decline", server=server) as backend:
        backend.decide("11", Kind.MOVIE, approve=False, timeout=T)


@pytest.mark.parametrize("server", ["overseerr", "jellyseerr", "seerr"])
def test_4k_without_the_permission(server: str):
    recorded = recordings_of(server)
    film = Title(Kind.MOVIE, recorded["movie_4k_noperm"]["request"]["body"]["mediaId"], "Something")
    settings = recorded["settings_public"]
    settings["response"]["body"]["movie4kEnabled"] = True  # else we would not even ask
    with Replay([recorded["movie_4k_noperm"], settings]) as replay:
        backend = CLASSES[server].open(Opening(replay.url, "a-key"))
        with pytest.raises(NotAllowed, match="4K movie"):
            backend.request(Wish(film, four_k=True), timeout=T)
        backend.close()


@pytest.mark.parametrize(
    ("name", "abilities"),
    [
        ("settings_public", set()),
        ("settings_public_4k_enabled", {Ability.FOUR_K_MOVIES, Ability.FOUR_K_TV}),
        ("settings_public_specials_enabled", {Ability.SPECIALS}),
    ],
)
def test_what_is_switched_on_is_learned_with_the_account(name: str, abilities: set[Ability]):
    with replaying("auth_me", name) as backend:
        before = backend.abilities
        backend.account(timeout=T)
        assert backend.abilities - before == abilities


def test_a_server_that_is_not_set_up_yet_is_recognised():
    with Replay([recordings_of("seerr")["uninitialised_settings_public"]]) as replay:
        assert BackendFactory.detect_backend_type(replay.url) == "seerr"


def test_a_show_on_the_air_tells_when_it_goes_on():
    with replaying("tv_details_airing") as backend:
        details = backend.details(Kind.TV, 456, timeout=T)
    assert (details.in_production, details.next_airs, details.runtime) == (True, "2026-11-27", 45)
    assert (details.rating, details.cast, details.genres) == (8, ("Tom Hanks",), ("Family", "Animation", "Comedy"))


def test_a_film_tells_who_made_it_and_what_it_belongs_to():
    with replaying("movie_details_declined") as backend:
        details = backend.details(Kind.MOVIE, 603, timeout=T)
    assert (details.directors, details.runtime, details.rating) == (("Christopher Nolan",), 136, 7.4)
    assert details.collection == CollectionName(2344, "The Matrix Collection")


@pytest.mark.parametrize(
    ("name", "hd", "four_k"),
    [
        ("movie_details_4k_only", Availability.MISSING, Availability.PROCESSING),
        ("movie_available_4kpending", Availability.AVAILABLE, Availability.PENDING),
        ("movie_details_hd_and_4k_requests", Availability.PROCESSING, Availability.PROCESSING),
        ("st_movie_157336", Availability.BLOCKED, Availability.BLOCKED),
        ("movie_declined_unknown", Availability.DECLINED, Availability.MISSING),
    ],
)
def test_hd_and_4k_say_nothing_of_each_other(name: str, hd: Availability, four_k: Availability):
    number = int(recordings_of("seerr")[name]["request"]["path"].rpartition("/")[2])
    with replaying(name) as backend:
        title = backend.details(Kind.MOVIE, number, timeout=T).title
    assert (title.availability, title.availability_4k) == (hd, four_k)


def test_a_collection_is_found_among_the_rows_of_a_search():
    with replaying("search_with_collection") as backend:
        assert backend.collections("matrix", timeout=T) == (CollectionName(2344, "The Matrix Collection"),)


def test_a_request_that_fails_for_want_of_tmdb_was_not_made():
    with replaying("request_movie_tmdb_down", "request_tv_tmdb_down") as backend:
        for wish in (Wish(Title(Kind.MOVIE, 13, "Forrest Gump")), Wish(Title(Kind.TV, 4607, "Lost"), (1,))):
            with pytest.raises(BackendBlind):
                backend.request(wish, timeout=T)


def test_a_show_without_a_tvdb_id_is_promised_by_nobody():
    wish = Wish(Title(Kind.TV, 999001, "Test Pattern Live"), (1,))
    with replaying("tv_post_no_tvdb") as backend, pytest.raises(RequestRefused, match="no TVDB id"):
        backend.request(wish, timeout=T)
    with (
        replaying("tv_post_no_tvdb", server="jellyseerr") as backend,
        pytest.raises(BackendBroken, match=r"request/10 .* was not recorded"),  # it asks whether it is still there
    ):
        backend.request(wish, timeout=T)
    with replaying("tv_post_no_tvdb", server="overseerr") as backend, pytest.raises(BackendBroken):
        backend.request(wish, timeout=T)


def test_a_request_that_is_dropped_when_it_is_approved_was_not_approved():
    with replaying("tv_no_tvdb_approve") as backend, pytest.raises(RequestRefused, match="dropped"):
        backend.decide("1", Kind.TV, approve=True, timeout=T)


def test_nothing_found_is_not_said_before_the_server_has_found_something_else():
    with (
        replaying(search_none="/api/v1/search?query=zzzzqqq") as backend,
        pytest.raises(BackendBroken, match="not recorded"),  # the control question, whatever its word is
    ):
        backend.search(Query("zzzzqqq"), timeout=T)
