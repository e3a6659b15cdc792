"""What waits for approval, and yes or no to it: by whoever is linked to a user who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import News, Stage, Wish
from media_backends import Ability, BackendTooSlow, NotAllowed
from storage.following import Following
from storage.people import People
from tests.fake_backend import DUNE, MATRIX, FakeBackend
from tests.house import Answer, House


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    return open_house(build_house)


def open_house(build_house: Callable[..., House], **given: str) -> House:
    """Ann manages requests, Kim is an ordinary user, Tom is not linked; two requests wait."""
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER, Ability.DECIDE}
    backend.approves, backend.deciders = False, ("1",)
    house = build_house(backend, **given)
    people = People(house.built.engine, house.clock.now, None)
    people.link("voice", "ann", "1")
    people.link("voice", "kim", "2")
    for words in ("dune", "chernobyl"):
        house.person("kim", conversation=words).hears(f"get {words}").hears("yes")
    return house


def asks(house: House, person: str = "ann") -> Answer:
    return house.person(person).hears("what is waiting for approval")


WAITING = "Waiting for approval: the movie Dune and season one of Chernobyl."


def test_whoever_may_is_asked_which_one(house: House):
    asked = asks(house)
    assert asked.speech == f"{WAITING} Which one shall I approve?"
    assert asked.hears("the first one").speech == "Okay, I've approved the movie Dune."
    assert house.fake.decided == [("1", True, "")]


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("approve the first one", ("1", True, "")),
        ("approve the last one", ("2", True, "")),
        ("approve chernobyl", ("2", True, "")),
        ("chernobyl", ("2", True, "")),
        ("decline the second one", ("2", False, "")),
        ("decline dune because it's too long", ("1", False, "it's too long")),
    ],
)
def test_one_of_those_that_were_read_out_is_decided(house: House, words: str, decided: tuple[str, bool, str]):
    asks(house).hears(words)
    assert house.fake.decided == [decided]


def test_a_title_is_approved_out_of_the_blue(house: House):
    assert house.person("ann").hears("approve dune").speech == "Okay, I've approved the movie Dune."
    assert house.person("ann").hears("approve it").says == "list-waiting"


def test_one_that_waits_alone_is_approved_by_yes(house: House):
    house.person("ann").hears("approve chernobyl")
    house.fake._made.pop("2")
    asked = asks(house)
    assert asked.speech == "Waiting for approval: the movie Dune. Shall I approve it?"
    assert asked.hears("yes").says == "allowed"


def test_yes_to_several_says_nothing_yet(house: House):
    asked = asks(house)
    assert asked.hears("yes").says == "list-waiting"
    assert house.fake.decided == []
    assert asked.hears("no").says == "goodbye"


def test_which_one_is_declined_is_asked_where_several_wait(house: House):
    asked = house.person("ann").hears("decline it because it's too long")
    assert asked.speech == f"{WAITING} Which one shall I decline?"
    assert asked.hears("next").says == "remind-refusal"
    assert asked.hears("the second one").speech == "Okay, I've declined season one of Chernobyl."
    assert house.fake.decided == [("2", False, "it's too long")]


def test_what_is_to_be_declined_stays_asked_behind_another_question(house: House):
    told = house.person("ann").hears("decline it").hears("what's new")
    assert told.speech.endswith("Which one shall I decline?")
    assert told.hears("the second one").speech == "Okay, I've declined season one of Chernobyl."


def test_by_its_place_only_what_was_read_out_is_decided(house: House):
    asks(house).hears("approve the first one")
    house.fake._made.pop("1")
    asked = house.person("ann").hears("approve the second one")
    assert asked.speech == "Waiting for approval: season one of Chernobyl. Shall I approve it?"
    assert house.fake.decided == [("1", True, "")]


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("approve all of them", "Which one shall I approve?"),
        ("all of them", "Which one shall I approve?"),
        ("decline both", "Which one shall I decline?"),
    ],
)
def test_they_are_decided_one_at_a_time(house: House, said: str, question: str):
    asked = asks(house).hears(said)
    assert asked.speech == f"One at a time, please. {question}"
    assert house.fake.decided == []


def test_what_waits_alone_can_be_told_of(house: House):
    house.person("ann").hears("approve chernobyl")
    house.fake._made.pop("2")
    told = asks(house).hears("tell me when it's ready")
    assert told.speech == "Okay, I'll tell you when the movie Dune is ready."


def test_of_several_that_wait_it_is_asked_which_is_meant(house: House):
    asked = asks(house).hears("tell me when it's ready")
    assert asked.says == "which-listed"
    assert asked.hears("chernobyl").speech == "Okay, I'll tell you when season one of Chernobyl is ready."


def test_what_was_approved_can_be_told_of(house: House):
    told = house.person("ann").hears("approve dune").hears("tell me when it's ready")
    assert told.speech == "Okay, I'll tell you when the movie Dune is ready."


@pytest.mark.parametrize("person", ["kim", "tom", ""])
def test_whoever_may_not_hears_what_waits_and_no_more(house: House, person: str):
    assert asks(house, person).speech == WAITING
    assert house.person(person).hears("approve dune").says == "not-theirs"
    assert house.fake.decided == []


def test_the_default_user_gives_nobody_the_right(build_house: Callable[..., House]):
    house = open_house(build_house, default_user="1")
    assert house.person("tom").hears("approve dune").says == "not-theirs"


def test_the_right_is_asked_for_anew(house: House):
    asked = asks(house)
    house.fake.deciders = ()
    assert asked.hears("the first one").says == "not-theirs"
    assert house.fake.decided == []


def test_the_owner_may_let_anyone_decide_or_nobody(build_house: Callable[..., House]):
    house = open_house(build_house, voice_approval="anyone")
    assert house.person("tom").hears("approve dune").says == "allowed"
    house = open_house(build_house, voice_approval="nobody")
    assert house.person("ann").hears("approve dune").says == "not-theirs"


def test_what_was_decided_is_known_at_once(house: House):
    house.person("ann").hears("decline dune because it's too long")
    (request,) = Following(house.built.engine, house.clock.now).of_title(DUNE.title.key)
    assert (request.stage, request.reason) == (Stage.DECLINED, "it's too long")
    told = house.person("kim").hears("where is dune")
    assert told.speech == ("The movie Dune was declined. The reason given was: it's too long. Shall I request it?")


def test_what_is_there_already_is_not_told_to_be_approved(house: House):
    following = Following(house.built.engine, house.clock.now)
    (request,) = following.of_title(DUNE.title.key)
    following.note(request.row, News(Stage.READY, "look"))
    assert house.person("ann").hears("approve dune").says == "allowed"
    (request,) = following.of_title(DUNE.title.key)
    assert request.stage is Stage.READY


def test_what_had_the_same_number_at_another_server_is_left_as_it_is(house: House):
    following = Following(house.built.engine, house.clock.now)
    (request,) = following.of_title(DUNE.title.key)
    following.note(request.row, News(Stage.READY, "look"))
    other = following.adopt(Wish(MATRIX.title), News(Stage.DECLINED, "look", request_id=request.request_id))
    assert house.person("ann").hears("approve dune").says == "allowed"
    now = following.get(other)
    assert now is not None
    assert now.stage is Stage.DECLINED


def test_where_the_list_takes_too_long_what_we_follow_will_do(house: House):
    house.fake.fails("requests", BackendTooSlow("every Radarr hangs"))
    assert asks(house).speech == f"{WAITING} Which one shall I approve?"


def test_a_refusal_is_told(house: House):
    house.fake.fails("decide", NotAllowed("no"))
    assert house.person("ann").hears("approve dune").says == "cannot-ask"
