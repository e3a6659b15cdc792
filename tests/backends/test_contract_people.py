"""The contract, where it is about people: in whose name, with which key, in which quality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import Availability, Kind, QuotaUnit, RequestStatus, Wish
from media_backends import (
    Ability,
    AlreadyRequested,
    BackendUnreachable,
    CsrfProtected,
    KeyRefused,
    NotAllowed,
    Query,
    QuotaUsedUp,
    Unsupported,
    UserUnknown,
)
from tests.backends.contract import (
    BREAKING_BAD,
    DUNE,
    DUNE_1984,
    Asked,
    Circumstance,
    Server,
    able,
    film,
    needs,
    show,
)
from tests.backends.contract import PATIENCE as T

MISSING, PENDING, PROCESSING, _, AVAILABLE, BLOCKED, DECLINED, REFUSED, FAILED = Availability


# --- in 4K


def test_4k_is_asked_for_apart_and_hd_is_not_in_its_way(server: Server):
    server.stage(film(AVAILABLE))
    needs(server, Circumstance.FOUR_K)
    backend = able(server, Ability.FOUR_K_MOVIES)
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability_4k is MISSING
    backend.request(Wish(DUNE, four_k=True), timeout=T)
    assert server.asked() == [Asked(Kind.MOVIE, 438631, four_k=True)]
    title = backend.details(Kind.MOVIE, 438631, timeout=T).title
    assert title.availability is AVAILABLE
    assert title.availability_4k.is_asked_for


def test_4k_that_was_asked_for_is_not_requested_again(server: Server):
    server.stage(film(MISSING, availability_4k=PENDING))
    needs(server, Circumstance.FOUR_K)
    backend = able(server, Ability.FOUR_K_MOVIES)
    with pytest.raises(AlreadyRequested):
        backend.request(Wish(DUNE, four_k=True), timeout=T)
    assert backend.details(Kind.MOVIE, 438631, timeout=T).title.availability is MISSING


def test_seasons_in_4k_have_their_own_truth(server: Server):
    server.stage(show(AVAILABLE, MISSING, seasons_4k={1: MISSING, 2: PENDING}))
    needs(server, Circumstance.FOUR_K)
    backend = able(server, Ability.FOUR_K_TV)
    details = backend.details(Kind.TV, 1396, timeout=T)
    assert [(season.availability, season.availability_4k) for season in details.seasons] == [
        (AVAILABLE, MISSING),
        (MISSING, PENDING),
    ]
    assert backend.request(Wish(BREAKING_BAD, (1,), four_k=True), timeout=T).seasons == (1,)


@pytest.mark.parametrize("wish", [Wish(DUNE, four_k=True), Wish(BREAKING_BAD, (1,), four_k=True)])
def test_4k_is_refused_before_it_is_sent_where_there_is_no_place_for_it(server: Server, wish: Wish):
    server.stage(film(), show())
    with pytest.raises(Unsupported):
        server.open().request(wish, timeout=T)
    assert server.writes() == 0


# --- in somebody's name


def test_a_request_is_made_as_whoever_spoke(server: Server):
    server.stage(film())
    backend = able(server, Ability.AS_USER)
    user = server.add_user("Bea")
    assert backend.request(Wish(DUNE), user=user, timeout=T).status is RequestStatus.PENDING
    assert server.asked() == [Asked(Kind.MOVIE, 438631, user=user)]


def test_somebody_without_the_permission_is_refused(server: Server):
    server.stage(film(), show())
    backend = able(server, Ability.AS_USER)
    user = server.add_user("Bea", may_request=False)
    for wish in (Wish(DUNE), Wish(BREAKING_BAD, (1,))):
        with pytest.raises(NotAllowed):
            backend.request(wish, user=user, timeout=T)
    assert server.asked() == []


def test_somebody_whose_quota_is_used_up_is_refused(server: Server):
    server.stage(film(), DUNE_1984, show())
    backend = able(server, Ability.AS_USER)
    user = server.add_user("Bea", quota=1)
    backend.request(Wish(DUNE), user=user, timeout=T)
    with pytest.raises(QuotaUsedUp):
        backend.request(Wish(DUNE_1984.title), user=user, timeout=T)
    with pytest.raises(QuotaUsedUp):  # seasons or episodes: more than one in any case
        backend.request(Wish(BREAKING_BAD, (1, 2)), user=user, timeout=T)
    assert len(server.asked()) == 1


def test_a_user_that_nobody_knows_is_told_from_a_wrong_key(server: Server):
    server.stage(film())
    backend = able(server, Ability.AS_USER)
    stranger = server.add_user("Bea")
    stranger = f"{stranger[:-1]}9"  # of the right form, and nobody's
    with pytest.raises(UserUnknown):
        backend.request(Wish(DUNE), user=stranger, timeout=T)
    assert server.asked() == []


@pytest.mark.parametrize("user", ["", "abc\n", "-1", "1\r\nX-Evil: 1", "é", "²", "../1"])
def test_a_user_that_cannot_be_sent_is_refused_before_anything_is(server: Server, user: str):
    server.stage(film())
    backend = able(server, Ability.AS_USER)
    with pytest.raises(UserUnknown):
        backend.request(Wish(DUNE), user=user, timeout=T)
    assert server.writes() == 0  # some of these may be a name at Ombi, which is asked for its users then


def test_users_are_listed(server: Server):
    backend = able(server, Ability.AS_USER)
    user = server.add_user("Bea")
    assert (user, "Bea") in {(one.id, one.name) for one in backend.users(timeout=T)}


def test_a_quota_is_told(server: Server):
    server.stage(film())
    backend = able(server, Ability.QUOTAS, Ability.AS_USER)
    user = server.add_user("Bea", quota=2)
    backend.request(Wish(DUNE), user=user, timeout=T)
    quotas = {quota.unit: quota for quota in backend.quotas(user, timeout=T)}
    assert (quotas[QuotaUnit.MOVIES].limit, quotas[QuotaUnit.MOVIES].remaining) == (2, 1)
    assert all(quota.limit is None and quota.remaining is None for quota in backend.quotas(timeout=T))


# --- the owner's side


def test_a_good_key_is_proved(server: Server):
    account = server.open().account(timeout=T)
    assert account.name
    assert account.answers_as in {None, server.backend_type}


@pytest.mark.parametrize("key", ["", "wrong"])
def test_a_wrong_key_is_said_to_be_wrong_wherever_it_is_used(server: Server, key: str):
    if not server.asks_for_a_key:
        pytest.skip(f"{server.backend_type} asks for no key")
    server.stage(film())
    backend = server.open(key=key)
    calls: tuple[Callable[[], object], ...] = (
        lambda: backend.account(timeout=T),
        lambda: backend.search(Query("dune"), timeout=T),
        lambda: backend.details(Kind.MOVIE, 438631, timeout=T),
        lambda: backend.request(Wish(DUNE), timeout=T),
    )
    for call in calls:
        with pytest.raises(KeyRefused):
            call()
    assert server.asked() == []


def test_csrf_protection_is_recognised_and_reading_goes_on(server: Server):
    server.stage(film())
    needs(server, Circumstance.CSRF)
    backend = server.open()
    assert backend.search(Query("dune"), timeout=T)
    with pytest.raises(CsrfProtected):
        backend.request(Wish(DUNE), timeout=T)
    assert server.asked() == []


def test_csrf_protection_is_passed_with_the_token_that_it_hands_out(server: Server):
    server.stage(film(), DUNE_1984)
    needs(server, Circumstance.CSRF_WITH_TOKEN)
    backend = server.open()
    backend.request(Wish(DUNE), timeout=T)
    assert (server.asked(), server.writes()) == ([Asked(Kind.MOVIE, 438631)], 2)
    backend.request(Wish(DUNE_1984.title), timeout=T)
    assert server.writes() == 3  # the token is kept


def test_a_server_that_is_away_is_unreachable(server: Server):
    if not server.asks_for_a_key:
        pytest.skip(f"{server.backend_type} is always there")
    backend = server.open()
    server.away()
    for call in (
        lambda: backend.search(Query("dune"), timeout=T),
        lambda: backend.request(Wish(DUNE), timeout=T),
    ):
        with pytest.raises(BackendUnreachable):
            call()
