"""Every webhook that was recorded from a real server leads to the right state, and to one message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from channels.webhooks import overseerr
from media import Availability, Details, Kind, RequestStatus, Stage, Wish
from media_backends import BackendUnreachable
from tests.fake_backend import AVAILABLE, MISSING, PENDING, PROCESSING, film, show
from tests.house import House
from tests.sending_word import RECORDED, SECRET, Manager, Post, recorded


@dataclass(frozen=True)
class Tells:
    """How the request stood with us, how it stands at the server by then, and how it stands with us in the end."""

    before: Stage | None  # None: nobody followed it
    status: RequestStatus
    there: Availability
    after: Stage
    reason: str | None = None


ASKED = Tells(None, RequestStatus.PENDING, PENDING, Stage.PENDING)
APPROVED = Tells(Stage.PENDING, RequestStatus.APPROVED, PROCESSING, Stage.APPROVED)
BY_ITSELF = Tells(None, RequestStatus.APPROVED, PROCESSING, Stage.APPROVED)
READY = Tells(Stage.APPROVED, RequestStatus.APPROVED, AVAILABLE, Stage.READY)
DECLINED = Tells(Stage.PENDING, RequestStatus.DECLINED, PENDING, Stage.DECLINED, "too long for us")
FAILED = Tells(Stage.APPROVED, RequestStatus.FAILED, PROCESSING, Stage.FAILED)
TOLD = {
    "MEDIA_PENDING_movie": ASKED,
    "MEDIA_PENDING_tv": ASKED,
    "MEDIA_APPROVED_movie": APPROVED,
    "MEDIA_APPROVED_tv": APPROVED,
    "MEDIA_AUTO_APPROVED_movie": BY_ITSELF,
    "MEDIA_AUTO_APPROVED_movie_admin_for_user2": BY_ITSELF,
    "MEDIA_AUTO_APPROVED_tv": BY_ITSELF,
    "MEDIA_AVAILABLE_movie": READY,
    "MEDIA_AVAILABLE_tv": READY,
    "MEDIA_DECLINED_movie": DECLINED,
    "MEDIA_DECLINED_tv": DECLINED,
    "MEDIA_FAILED_movie_1": BY_ITSELF,
    "MEDIA_FAILED_movie_2": FAILED,
    "MEDIA_FAILED_tv_1": BY_ITSELF,
    "MEDIA_FAILED_tv_2": FAILED,
    "PENDING_for_already_available": Tells(None, RequestStatus.PENDING, AVAILABLE, Stage.READY),
    "RETRY_of_failed": Tells(Stage.FAILED, RequestStatus.APPROVED, PROCESSING, Stage.APPROVED),
}
#: These tell of nothing that is followed.
SILENT = {"ISSUE_COMMENT", "ISSUE_CREATED", "ISSUE_REOPENED", "ISSUE_RESOLVED", "TEST_NOTIFICATION"}


@pytest.fixture
def post(build_house: Callable[..., House]) -> Post:
    return Post(build_house(Manager(), webhook_secret=SECRET))


def manager_of(post: Post) -> Manager:
    assert isinstance(post.house.fake, Manager)
    return post.house.fake


def happens(post: Post, name: str, told: Tells) -> Wish:
    """At the server, just before it tells us of it; what was wished for."""
    hint = overseerr.read(recorded(name)["body"])
    assert hint.title is not None
    details = details_of(hint.kind, hint.title, hint.seasons, told.there)
    number = recorded(name)["body"]["request"]["request_id"]
    manager_of(post).stands(number, details, told.status, told.there, hint.seasons, reason=told.reason)
    return Wish(details.title, hint.seasons)


def details_of(kind: Kind | None, number: int, seasons: tuple[int, ...], there: Availability) -> Details:
    if kind is Kind.MOVIE:
        return film("The film", number, 1999, there)
    return show("The show", number, 2008, {one: there if one in seasons else MISSING for one in range(1, 8)})


def number_of(name: str) -> str:
    number: str = recorded(name)["body"]["request"]["request_id"]
    return number


def test_each_recording_has_its_line():
    assert {file.stem for file in RECORDED.glob("*.json")} == set(TOLD) | SILENT


@pytest.mark.parametrize(("name", "told"), TOLD.items())
def test_it_leads_to_the_right_state_and_is_told_once(post: Post, name: str, told: Tells):
    wish = happens(post, name, told)
    if told.before:
        post.follows(wish, told.before, number_of(name))
    assert post.brings_recorded(name)[0] == 202
    post.looks_in()
    one = post.only()
    assert (one.stage, one.request_id, one.wish, one.reason) == (told.after, number_of(name), wish, told.reason)
    assert one.ready == (wish.seasons if told.after is Stage.READY else ())
    assert post.told() == ([told.after] if told.before else [])  # nobody follows yet what was made elsewhere


@pytest.mark.parametrize(("name", "told"), TOLD.items())
def test_it_is_taken_at_its_word_while_the_server_cannot_be_asked(post: Post, name: str, told: Tells):
    wish = happens(post, name, told)
    post.follows(wish, told.before or Stage.PENDING, number_of(name))
    post.house.fake.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded(name)
    post.looks_in()
    claimed = overseerr.read(recorded(name)["body"]).stage
    assert post.only().stage is claimed
    assert post.told() == ([claimed] if claimed is not (told.before or Stage.PENDING) else [])


@pytest.mark.parametrize(("name", "told"), [(name, told) for name, told in TOLD.items() if told.before is None])
def test_what_nobody_follows_waits_until_the_server_can_be_asked(post: Post, name: str, told: Tells):
    happens(post, name, told)
    post.house.fake.is_down(BackendUnreachable("nobody there"))
    post.brings_recorded(name)
    post.looks_in()
    assert post.all() == []
    post.house.fake.recovers()
    post.looks_in()
    assert post.only().stage is told.after


@pytest.mark.parametrize(("name", "told"), TOLD.items())
def test_a_replay_does_nothing(post: Post, name: str, told: Tells):
    wish = happens(post, name, told)
    if told.before:
        post.follows(wish, told.before, number_of(name))
    post.brings_recorded(name)
    post.looks_in()
    calls, before = len(post.house.fake.calls), post.told()
    later = recorded(name)["body"] | {"message": "The overview was written anew.", "image": "another.jpg"}
    assert post.brings("seerr", later) == (200, {"status": "known", "event": event_of(name)})
    post.looks_in()
    assert (len(post.house.fake.calls), post.told()) == (calls, before)


@pytest.mark.parametrize("name", sorted(SILENT))
def test_what_tells_of_no_request_changes_none(post: Post, name: str):
    post.follows(Wish(film("The film", 603, 1999).title), Stage.APPROVED, "1")
    assert post.brings_recorded(name)[0] == 202
    post.looks_in()
    assert (post.only().stage, post.told(), post.house.fake.calls) == (Stage.APPROVED, [], [])
    assert set(post.deliveries.last()) == {"overseerr"}  # but it is a sign of life


def test_each_test_notification_is_a_sign_of_life(post: Post):
    post.brings_recorded("TEST_NOTIFICATION")
    post.house.waits(3600)
    post.brings_recorded("TEST_NOTIFICATION")
    assert post.deliveries.last() == {"overseerr": post.house.clock.now()}


def event_of(name: str) -> Any:
    return overseerr.read(recorded(name)["body"]).event
