"""Every webhook that was recorded from a real server, from our door to the message on somebody's phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from media import RequestStatus, Stage, Wish
from media_notices import BY_DEFAULT
from notices.telling import PAUSE
from storage.addresses import Addresses
from tests.errands.test_recorded_webhooks import SILENT, TOLD, Tells, happens, number_of
from tests.house import House
from tests.notices.receivers import Got, takes_json
from tests.sending_word import SECRET, Manager, Post

APPROVED = "{what}: approved", "The request for {wish} is approved, and the search is on."
READY = "{what}: ready to watch", "{what} {are} in your library now. Enjoy!"
DECLINED = "{what}: declined", "The request for {wish} was declined. The reason given: too long for us."
FAILED = "{what}: failed", "The request for {wish} was approved, but then it failed. The owner can try it again."
#: What Ann reads of each who has asked for it. That her request has been made she was told when she asked.
READS: dict[str, tuple[str, str] | None] = {
    "MEDIA_PENDING_movie": None,
    "MEDIA_PENDING_tv": None,
    "MEDIA_APPROVED_movie": APPROVED,
    "MEDIA_APPROVED_tv": APPROVED,
    "MEDIA_AUTO_APPROVED_movie": APPROVED,
    "MEDIA_AUTO_APPROVED_movie_admin_for_user2": APPROVED,
    "MEDIA_AUTO_APPROVED_tv": APPROVED,
    "MEDIA_AVAILABLE_movie": READY,
    "MEDIA_AVAILABLE_tv": READY,
    "MEDIA_DECLINED_movie": DECLINED,
    "MEDIA_DECLINED_tv": DECLINED,
    "MEDIA_FAILED_movie_1": APPROVED,
    "MEDIA_FAILED_movie_2": FAILED,
    "MEDIA_FAILED_tv_1": APPROVED,
    "MEDIA_FAILED_tv_2": FAILED,
    "PENDING_for_already_available": READY,
    "RETRY_of_failed": APPROVED,
}
#: What she reads it of: as a sentence begins, within one, and whether it is one or several.
OF_FILM = "The film", "the movie The film", "is"
OF_SEASONS = {
    (1,): ("Season one of The show", "season one of The show", "is"),
    (2, 3): ("Seasons two and three of The show", "seasons two and three of The show", "are"),
    (1, 2, 3, 4, 5, 6): ("Seasons one to six of The show", "seasons one to six of The show", "are"),
}


@dataclass
class Household:
    """Ann has asked, and has a phone."""

    post: Post
    got: Got

    def works(self) -> None:
        for _ in range(4):  # the webhook is looked into, then it is written down who is to be told, then they are
            self.post.house.waits(PAUSE + 1)
            self.post.house.worker.run_due()


@pytest.fixture
def ann(build_house: Callable[..., House]) -> Iterator[Household]:
    with takes_json() as got:
        house = build_house(Manager(), webhook_secret=SECRET, notice_more_schemes="json", reconcile_minutes=0)
        Addresses(house.built.engine, house.clock.now).add("voice", "ann", got.url, BY_DEFAULT, "")
        yield Household(Post(house), got)


def is_followed(post: Post, name: str, told: Tells) -> Wish:
    """Ann has asked for what this tells of."""
    wish = happens(post, name, told)
    post.follows(wish, told.before or Stage.PENDING, number_of(name))
    post.following.follow(post.only().row, "voice", "ann", "en-US")
    return wish


def message(name: str, wish: Wish) -> list[tuple[str, str]]:
    """What is to be on her phone."""
    of = OF_SEASONS[wish.seasons] if wish.seasons else OF_FILM
    texts = dict(zip(("what", "wish", "are"), of, strict=True))
    reads = READS[name]
    return [(reads[0].format(**texts), reads[1].format(**texts))] if reads else []


@pytest.mark.parametrize(("name", "told"), TOLD.items())
def test_it_leads_to_the_right_message_and_a_replay_to_none(ann: Household, name: str, told: Tells):
    right = message(name, is_followed(ann.post, name, told))
    ann.post.brings_recorded(name)
    ann.works()
    assert list(zip(ann.got.titles, ann.got.bodies, strict=True)) == right
    ann.post.brings_recorded(name)
    ann.works()
    assert len(ann.got.titles) == len(right)


@pytest.mark.parametrize(("name", "told"), [(name, told) for name, told in TOLD.items() if told.before is None])
def test_of_what_was_made_elsewhere_she_is_told_nothing(ann: Household, name: str, told: Tells):
    happens(ann.post, name, told)
    ann.post.brings_recorded(name)
    ann.works()
    assert ann.got.titles == []


@pytest.mark.parametrize("name", sorted(SILENT))
def test_of_issues_and_tests_nobody_is_told(ann: Household, name: str):
    is_followed(ann.post, "MEDIA_AVAILABLE_movie", TOLD["MEDIA_AVAILABLE_movie"])
    ann.post.brings_recorded(name)
    ann.works()
    assert ann.got.titles == []


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guessed"}])
def test_a_forged_one_tells_nobody(ann: Household, headers: dict[str, str]):
    is_followed(ann.post, "MEDIA_AVAILABLE_movie", TOLD["MEDIA_AVAILABLE_movie"])
    body = {"notification_type": "MEDIA_AVAILABLE", "media": {"media_type": "movie", "tmdbId": "603"}}
    assert ann.post.brings("overseerr", body, headers)[0] == 401
    ann.works()
    assert ann.got.titles == []


def test_one_that_the_server_does_not_bear_out_tells_nobody(ann: Household):
    told = Tells(Stage.PENDING, RequestStatus.PENDING, TOLD["MEDIA_PENDING_movie"].there, Stage.PENDING)
    is_followed(ann.post, "MEDIA_AVAILABLE_movie", told)  # nothing is there, whatever the webhook says
    ann.post.brings_recorded("MEDIA_AVAILABLE_movie")
    ann.works()
    assert ann.got.titles == []
