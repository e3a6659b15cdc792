"""Every webhook that was recorded from a real server, from our door to the message on somebody's phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from media import RequestStatus, Stage
from media_notices import BY_DEFAULT
from notices.telling import PAUSE
from storage.addresses import Addresses
from tests.errands.test_recorded_webhooks import SILENT, TOLD, Tells, happens, number_of
from tests.house import House
from tests.notices.receivers import Got, takes_json
from tests.sending_word import SECRET, Manager, Post

#: What Ann reads, by the stage that the webhook led to. Of what was made elsewhere she is told nothing.
FILM = {
    Stage.APPROVED: ("The film: approved", "The request for the movie The film is approved, and the search is on."),
    Stage.READY: ("The film: ready to watch", "The film is in your library now. Enjoy!"),
    Stage.DECLINED: (
        "The film: declined",
        "The request for the movie The film was declined. The reason given: too long for us.",
    ),
    Stage.FAILED: (
        "The film: failed",
        "The request for the movie The film was approved, but then it failed. The owner can try it again.",
    ),
}


OF_FILMS = [(name, told) for name, told in TOLD.items() if "_movie" in name]


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


def is_followed(post: Post, name: str, told: Tells) -> None:
    wish = happens(post, name, told)
    if told.before:
        post.follows(wish, told.before, number_of(name))
        post.following.follow(post.only().row, "voice", "ann", "en-US")


@pytest.mark.parametrize(
    ("name", "told"), [(name, told) for name, told in TOLD.items() if name.endswith("movie") or "_movie_" in name]
)
def test_it_leads_to_the_right_message_and_a_replay_to_none(ann: Household, name: str, told: Tells):
    is_followed(ann.post, name, told)
    ann.post.brings_recorded(name)
    ann.works()
    right = [FILM[told.after]] if told.before else []
    assert list(zip(ann.got.titles, ann.got.bodies, strict=True)) == right
    ann.post.brings_recorded(name)
    ann.works()
    assert len(ann.got.titles) == len(right)


def test_of_a_show_the_seasons_are_named(ann: Household):
    is_followed(ann.post, "MEDIA_AVAILABLE_tv", TOLD["MEDIA_AVAILABLE_tv"])
    ann.post.brings_recorded("MEDIA_AVAILABLE_tv")
    ann.works()
    (title,) = ann.got.titles
    assert title == "Seasons two and three of The show: ready to watch"


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
