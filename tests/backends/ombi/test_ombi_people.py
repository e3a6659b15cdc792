"""Ombi over a real socket: in whose name a request is made, and what each may still ask for."""

from __future__ import annotations

import pytest

from backends.ombi import OmbiBackend
from media import Quota, QuotaUnit, RequestStatus, User, Wish
from media_backends import BackendError, NotAllowed, Opening, QuotaUsedUp, UserUnknown
from tests.backends.door import Fault
from tests.backends.ombi.titles import DUNE, MATRIX, OFFICE, T
from tests.backends.ombi_books import Person
from tests.backends.ombi_stand_in import KEY, OmbiStandIn

WISH = Wish(DUNE.title)
WISH_4K = Wish(DUNE.title, four_k=True)
OF_OFFICE = Wish(OFFICE.title, (2,))


def add(server: OmbiStandIn, person: Person) -> str:
    server.books.people[person.login.upper()] = person
    return person.login


def test_a_request_is_made_as_the_user_whose_approval_then_holds(ombi: OmbiBackend, server: OmbiStandIn):
    anna = add(server, Person("anna", alias="Anna"))
    assert ombi.request(WISH, user=anna, timeout=T).status is RequestStatus.PENDING
    assert server.told[-1] == ("POST v1/request/movie", "anna")
    assert server.books.films[41].user == "anna"


@pytest.mark.parametrize(
    ("wish", "role"),
    [(WISH, "AutoApproveMovie"), (OF_OFFICE, "AutoApproveTv"), (WISH_4K, "AutoApprove4KMovie"), (WISH, "Admin")],
)
def test_whose_requests_are_approved_at_once_is_told_by_roles(
    ombi: OmbiBackend, server: OmbiStandIn, wish: Wish, role: str
):
    server.books.four_k = True
    person = Person("anna")
    add(server, person)
    assert ombi.request(Wish(MATRIX.title), user="anna", timeout=T).status is RequestStatus.PENDING
    person.roles.add(role)
    fresh = OmbiBackend.open(Opening(server.url, KEY))
    assert fresh.request(wish, user="anna", timeout=T).status is RequestStatus.APPROVED
    fresh.close()


def test_nobodys_header_is_ever_sent_empty(ombi: OmbiBackend, server: OmbiStandIn):
    ombi.request(WISH, timeout=T)
    assert "username" not in server.heard[-1].headers


@pytest.mark.parametrize("name", ["nobody", "", " anna", "Łukasz", "anna\r\nApiKey: x", "Zoë"])
def test_a_name_that_is_unknown_or_cannot_be_sent_is_refused_before_ombi_falls_over_it(
    ombi: OmbiBackend, server: OmbiStandIn, name: str
):
    add(server, Person("anna"))
    add(server, Person("Łukasz"))
    with pytest.raises(UserUnknown):
        ombi.request(WISH, user=name, timeout=T)
    assert server.calls["POST /api/v1/request/movie"] == 0
    assert all("username" not in heard.headers for heard in server.heard)


def test_names_are_compared_as_ombi_does_without_regard_to_case(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("Anna"))
    ombi.request(WISH, user="aNNA", timeout=T)
    assert server.told[-1][1] == "Anna"


def test_somebody_who_was_switched_off_is_not_let_in_though_ombi_would(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna", {"RequestMovie", "Disabled"}))
    with pytest.raises(NotAllowed):
        ombi.request(WISH, user="anna", timeout=T)


def test_a_user_is_looked_up_once_for_many_requests(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna"))
    ombi.request(WISH, user="anna", timeout=T)
    ombi.request(Wish(MATRIX.title), user="anna", timeout=T)
    assert server.calls["GET /api/v1/identity/users"] == 1


def test_a_user_who_was_deleted_meanwhile_leaves_nothing_made(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna"))
    ombi.request(WISH, user="anna", timeout=T)
    server.books.people.clear()
    with pytest.raises(BackendError):  # Ombi breaks off its answer half way
        ombi.request(Wish(MATRIX.title), user="anna", timeout=T)
    assert [film.tmdb_id for film in server.books.films.values()] == [DUNE.id]
    with pytest.raises(UserUnknown):
        ombi.request(Wish(MATRIX.title), user="anna", timeout=T)


def test_a_refusal_that_comes_whole_names_the_user_and_not_the_key(ombi: OmbiBackend, server: OmbiStandIn):
    server.breaks_off = False
    add(server, Person("anna"))
    ombi.request(WISH, user="anna", timeout=T)
    server.books.people.clear()
    with pytest.raises(UserUnknown, match="Invalid User"):
        ombi.request(Wish(MATRIX.title), user="anna", timeout=T)


@pytest.mark.parametrize("wish", [WISH, OF_OFFICE])
def test_without_the_right_a_request_is_refused_with_a_code_or_in_words(
    ombi: OmbiBackend, server: OmbiStandIn, wish: Wish
):
    add(server, Person("guest", set()))
    with pytest.raises(NotAllowed, match="permission"):
        ombi.request(wish, user="guest", timeout=T)


@pytest.mark.parametrize("wish", [WISH, OF_OFFICE])
def test_a_quota_that_is_used_up_says_when_it_frees(ombi: OmbiBackend, server: OmbiStandIn, wish: Wish):
    add(server, Person("anna", quota=0))
    with pytest.raises(QuotaUsedUp) as caught:
        ombi.request(wish, user="anna", timeout=T)
    assert caught.value.frees == "2027-01-05"


def test_a_quota_is_told_without_its_date_when_ombi_does_not_answer(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna", quota=0))
    server.fault(Fault.STATUS, on="/remaining", status=500)
    with pytest.raises(QuotaUsedUp) as caught:
        ombi.request(WISH, user="anna", timeout=T)
    assert caught.value.frees is None


def test_a_show_counts_by_its_episodes(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna", quota=15))
    ombi.request(Wish(OFFICE.title, (1,)), user="anna", timeout=T)
    assert ombi.quotas("anna", timeout=T) == (
        Quota(QuotaUnit.MOVIES, 15, 15, frees="2027-01-05"),
        Quota(QuotaUnit.EPISODES, 15, 5, frees="2027-01-05"),
    )
    with pytest.raises(QuotaUsedUp):
        ombi.request(OF_OFFICE, user="anna", timeout=T)


def test_nought_remaining_without_a_limit_is_no_limit(ombi: OmbiBackend):
    assert ombi.quotas(timeout=T) == (Quota(QuotaUnit.MOVIES, None, None), Quota(QuotaUnit.EPISODES, None, None))


def test_users_are_known_by_login_and_called_by_alias(ombi: OmbiBackend, server: OmbiStandIn):
    add(server, Person("anna", alias="Anna at home"))
    add(server, Person("bob"))
    assert ombi.users(timeout=T) == (User("anna", "Anna at home"), User("bob", "bob"))
