""" "Undo that": what this person requested last is taken back, nothing else and nobody else's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from media_backends import (
    Ability,
    BackendBroken,
    BackendTooSlow,
    BackendUnreachable,
    KeyRefused,
    NotAllowed,
    Unsupported,
)
from tests.fake_backend import AVAILABLE, DUNE, DUNE_1984, JURASSIC_PARK, FakeBackend, film
from tests.house import Answer, House

LONELY = film("Heat", 949, 1995)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    """Requests wait for approval here."""
    house = build_house(FakeBackend())
    house.fake.approves = False
    house.fake.now_has(LONELY)
    return house


def requests(house: House, *words: str, person: str = "ada", conversation: str = "one") -> Answer:
    """Says all of these; the last of them requests something."""
    speaker = house.person(person, conversation=conversation)
    answers = [speaker.hears(one) for one in words]
    assert answers[-1].made is not None
    return answers[-1]


def test_a_film(house: House):
    requests(house, "get dune", "yes")
    undone = house.person("ada").hears("undo that")
    assert undone.speech == "Okay, I've taken back the request for the movie Dune."
    assert not undone.reply.listening
    assert house.fake.cancelled == ["tmdb:438631"]


@pytest.mark.parametrize("words", ["undo that", "cancel that request", "take it back", "could you undo that please"])
def test_many_words_for_it(house: House, words: str):
    requests(house, "get dune", "yes")
    assert house.person("ada").hears(words).says == "undone"


def test_seasons_and_only_those_of_this_request(house: House):
    requests(house, "get severance", "yes", "season one", conversation="yesterday")
    house.waits(700)
    requests(house, "get severance", "yes", "season two")
    undone = house.person("ada").hears("take it back")
    assert undone.speech == "Okay, I've taken back the request for season two of Severance."
    assert house.fake.cancelled == ["tmdb:95396:2"]


def test_seasons_of_a_show_that_is_partly_there(house: House):
    requests(house, "get the bear", "yes", "season two")
    assert house.person("ada").hears("undo that").says == "undone"
    assert house.fake.cancelled == ["tmdb:136315:2"]


def test_all_films_of_a_collection(house: House):
    house.fake.has_collection("Dune Collection", 1, DUNE, DUNE_1984, JURASSIC_PARK)
    requests(house, "get the whole dune collection", "yes")
    assert house.person("ada").hears("undo that").speech == "Okay, I've taken back both requests."
    assert house.fake.cancelled == ["tmdb:438631", "tmdb:841"]


def test_of_a_collection_what_is_not_on_its_way(house: House):
    house.fake.has_collection("Dune Collection", 1, DUNE, DUNE_1984)
    requests(house, "get the whole dune collection", "yes")
    house.fake.now_has(film("Dune", 841, 1984, AVAILABLE))
    undone = house.person("ada").hears("undo that")
    assert (
        undone.speech
        == "I've taken back one of two. I can't take back the movie Dune, because it's in your library already."
    )
    assert house.fake.cancelled == ["tmdb:438631"]


def test_in_a_conversation_that_began_afterwards(house: House):
    requests(house, "get dune", "yes", conversation="before")
    assert house.person("ada", conversation="after").hears("undo that").says == "undone"


def test_it_can_be_asked_for_again(house: House):
    requests(house, "get heat", "yes")
    house.person("ada").hears("undo that")
    requests(house, "get heat", "yes")
    assert house.fake.submitted == ["tmdb:949", "tmdb:949"]
    assert house.person("ada").hears("undo that").says == "undone"


def test_nobody_hears_any_more_that_it_waits(house: House):
    requests(house, "get heat", "yes")
    assert "pending approval" in house.person("bob", conversation="before").hears("get heat").speech
    house.person("ada").hears("undo that")
    assert "pending approval" not in house.person("bob", conversation="after").hears("get heat").speech


def test_undone_twice_is_undone_once_and_not_the_one_before(house: House):
    requests(house, "get heat", "yes")
    requests(house, "get dune", "yes")
    house.person("ada").hears("undo that")
    assert house.person("ada").hears("undo that").speech == "I've taken that back already."
    assert house.fake.cancelled == ["tmdb:438631"]


def test_delivered_twice_it_is_done_once(house: House):
    told = [house.posts(words, "kitchen", turn=words) for words in ("get dune", "yes", "undo that", "undo that")]
    assert told[2] == told[3]
    assert told[3]["speech"] == "Okay, I've taken back the request for the movie Dune."
    assert house.fake.calls.count("cancel") == 1


# --- whose it is


@pytest.mark.parametrize(
    "other", [{"name": "bob"}, {"name": "ada", "channel": "web"}, {"name": "", "conversation": "one"}]
)
def test_nobody_elses(house: House, other: dict[str, str]):
    requests(house, "get dune", "yes")
    assert house.person(**other).hears("undo that").says == "not-undone"
    assert house.fake.cancelled == []


def test_who_has_no_name_is_known_by_the_conversation(house: House):
    requests(house, "get dune", "yes", person="", conversation="kitchen")
    assert house.person("", conversation="bedroom").hears("undo that").says == "not-undone"
    assert house.person("", conversation="kitchen").hears("undo that").says == "undone"


def test_what_somebody_else_wants_too_is_left(house: House):
    for name in ("ada", "bob"):
        house.person(name).hears("get heat")
    house.fake.is_down(BackendUnreachable("x"))
    for name in ("ada", "bob"):
        assert house.person(name).hears("yes").says == "owed"
    for name in ("ada", "bob"):
        assert (
            house.person(name).hears("undo that").speech
            == "Somebody else asked for the movie Heat too, so I've left it."
        )
    assert house.outbox.depth() == 1


def test_what_somebody_wanted_long_before_is_left(house: House):
    for name in ("ada", "bob"):
        house.person(name).hears("get heat")
    house.fake.is_down(BackendUnreachable("x"))
    assert house.person("ada").hears("yes").says == "owed"
    house.waits(11 * 60)
    house.worker.run_due()
    assert house.person("bob").hears("yes").says == "owed"
    left = house.person("bob").hears("undo that").speech
    assert left == "Somebody else asked for the movie Heat too, so I've left it."
    assert house.outbox.depth() == 1


def test_with_a_question_open_nothing_is_taken_back(house: House):
    requests(house, "get heat", "yes")
    house.person("ada").hears("get dune")
    assert house.person("ada").hears("cancel that request").speech == "Okay. Nothing of that was requested."
    assert house.fake.cancelled == []
    assert house.person("ada").hears("undo that").says == "undone"


# --- when it is too late


def test_until_ten_minutes_later(house: House):
    requests(house, "get heat", "yes")
    house.waits(601)
    answer = house.person("ada").hears("undo that")
    assert answer.speech == "You have requested nothing in the last ten minutes that I could take back."
    assert house.fake.cancelled == []


def test_what_was_approved_is_on_its_way(house: House):
    house.fake.approves = True
    requests(house, "get dune", "yes")
    undone = house.person("ada").hears("undo that")
    assert undone.speech == "I can't take back the movie Dune, because it's on its way already."
    assert house.fake.cancelled == []


def test_what_is_there_stays(house: House):
    requests(house, "get heat", "yes")
    house.fake.now_has(film("Heat", 949, 1995, AVAILABLE))
    assert "in your library already" in house.person("ada").hears("undo that").speech
    assert house.fake.cancelled == []


def test_what_the_owner_took_away_is_gone(house: House):
    requests(house, "get heat", "yes")
    house.fake.cancel("1", LONELY.title.kind, timeout=1)
    assert house.person("ada").hears("undo that").says == "undone"


# --- when it cannot be done


def test_a_server_that_takes_nothing_back(house: House):
    house.fake.can -= {Ability.REQUESTS}
    requests(house, "get heat", "yes")
    undone = house.person("ada").hears("undo that")
    assert undone.speech == "Your media server doesn't let me take requests back, so the movie Heat stays requested."
    assert "cancel" not in house.fake.calls


@pytest.mark.parametrize(
    ("problem", "why"), [(NotAllowed("x"), "refused"), (KeyRefused("x"), "refused"), (Unsupported("x"), "unable")]
)
def test_a_server_that_refuses(house: House, problem: Exception, why: str):
    requests(house, "get heat", "yes")
    house.fake.fails("cancel", problem)
    assert house.person("ada").hears("undo that").reply.gaps["kept"] == why


@pytest.mark.parametrize("problem", [BackendBroken("x"), BackendTooSlow("x")])
def test_a_server_that_does_not_answer_and_then_does(house: House, problem: Exception):
    requests(house, "get heat", "yes")
    house.fake.fails_after("cancel", problem)
    assert house.person("ada").hears("undo that").says == "undo-failed"
    house.fake.recovers()
    assert house.person("ada").hears("undo that").says == "undone"
    assert house.fake.cancelled == ["tmdb:949"]


def test_a_server_that_hangs_is_not_waited_for(house: House):
    requests(house, "get heat", "yes")
    house.fake.blocks("cancel")
    assert house.person("ada", budget=0.3).hears("undo that").says == "undo-failed"
    house.fake.recovers()
    house.settles()
    assert house.fake.cancelled == ["tmdb:949"]
    assert house.person("ada").hears("undo that").says == "not-undone"


# --- what is still owed


def test_what_is_still_owed_is_never_sent(house: House):
    house.person("ada").hears("get heat")
    house.fake.is_down(BackendUnreachable("x"))
    assert house.person("ada").hears("yes").says == "owed"
    assert house.person("ada").hears("undo that").speech == "Okay, I've crossed the movie Heat off my list."
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert (house.fake.submitted, house.outbox.depth()) == ([], 0)


def test_what_is_being_sent_is_waited_for(house: House):
    requester = house.person("ada", budget=0.3)
    requester.hears("get heat")
    house.fake.blocks("request")
    assert requester.hears("yes").says == "owed"
    assert requester.hears("undo that").reply.gaps["kept"] == "sending"
    told: list[str] = []
    undoing = threading.Thread(target=lambda: told.append(house.person("ada").hears("undo that").says))
    undoing.start()
    assert house.somebody_waits.wait(10)
    house.fake.recovers()
    undoing.join(20)
    assert told == ["undone"]
    assert (house.fake.submitted, house.fake.cancelled) == (["tmdb:949"], ["tmdb:949"])


def test_what_somebody_joins_in_while_it_is_being_sent_is_left(house: House):
    ada, bob = (house.person(name, budget=0.3) for name in ("ada", "bob"))
    for person in (ada, bob):
        person.hears("get heat")
    house.fake.blocks("request")
    assert ada.hears("yes").says == "owed"
    with ThreadPoolExecutor(1) as pool:
        undoing = pool.submit(house.person("ada").hears, "undo that")
        assert house.somebody_waits.wait(10)
        assert bob.hears("yes").says == "owed"
        house.fake.recovers()
        assert undoing.result(20).reply.gaps["kept"] == "shared"
    assert (house.fake.submitted, house.fake.cancelled) == (["tmdb:949"], [])


def test_what_got_through_unseen_cannot_be_told_from_others(house: House):
    house.person("ada").hears("get heat")
    house.fake.fails_after("request", BackendTooSlow("x"))
    house.person("ada").hears("yes")
    house.fake.recovers()
    house.waits(6)
    house.worker.run_due()
    assert house.person("ada").hears("undo that").reply.gaps["kept"] == "untraced"
