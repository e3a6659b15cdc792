"""What somebody asked for, and how far it is."""

from __future__ import annotations

import pytest

from intents import AskMine, Context
from intents.hearing import hear
from media import Availability, Wish
from media_backends import BackendTooSlow, BackendUnreachable
from tests.fake_backend import AVAILABLE, DECLINED, DUNE, DUNE_1984, MISSING, PENDING, PROCESSING, film, show
from tests.house import House
from tests.speech.languages import grammar_of
from turns.seeing import how_far
from turns.taking import Understood


def request(house: House, *wanted: str, name: str = "ann") -> None:
    for words in wanted:
        house.waits(1)
        offer = house.person(name).hears(f"get {words}")
        assert offer.hears("yes").says == "requested"


def asks(house: House, name: str = "ann") -> str:
    return house.person(name, conversation="two").hears("what did I ask for").speech


def test_whoever_asked_for_nothing_is_told_so(house: House):
    assert asks(house) == "You haven't asked for anything lately. What would you like?"


def test_each_hears_their_own_and_how_far_it_is(house: House):
    house.fake.approves = False
    request(house, "dune")
    request(house, "chernobyl", name="bob")
    assert asks(house) == "Here is what you asked for: the movie Dune is waiting for approval."
    assert asks(house, "bob") == "Here is what you asked for: season one of Chernobyl is waiting for approval."
    assert asks(house, "nobody").startswith("You haven't asked")


def test_how_far_it_is_is_the_truth_of_the_request_manager_now(house: House):
    request(house, "dune", "dune from 1984")
    house.fake.now_has(DUNE)
    assert asks(house) == (
        "Here is what you asked for: the movie Dune is approved and on the way and the movie Dune is not requested any "
        "more."
    )


def test_the_latest_three_are_named_and_the_others_counted(house: House):
    request(house, "dune", "dune from 1984", "chernobyl", "tomorrow again", "season two of fargo")
    assert asks(house) == (
        "Here is what you asked for: season two of Fargo is approved and on the way, the movie Tomorrow Again is "
        "approved, and due out on March 5, 2027, and season one of Chernobyl is approved and on the way. And two more "
        "before that."
    )
    assert house.fake.calls.count("details") >= 3


def test_what_is_written_down_and_not_sent_yet_is_told_so(house: House):
    house.fake.fails("request", BackendUnreachable("gone"))
    assert house.person("ann").hears("get dune").hears("yes").says == "owed"
    assert asks(house) == (
        "Here is what you asked for: the movie Dune is written down, and I'll make the request as soon as your media "
        "server answers."
    )


def test_whoever_joins_in_anothers_wish_asked_for_it_too(house: House):
    for name in ("ann", "bob"):
        house.person(name).hears("get dune")
    house.fake.is_down(BackendUnreachable("gone"))
    for name in ("ann", "bob"):
        assert house.person(name).hears("yes").says == "owed"
    assert asks(house, "bob") == asks(house, "ann") != asks(house, "nobody")
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert asks(house, "bob") == "Here is what you asked for: the movie Dune is approved and on the way."


def test_what_was_refused_or_there_already_is_no_request_of_theirs(house: House):
    house.person("ann").hears("get jurassic park").hears("yes")
    assert asks(house).startswith("You haven't asked")


def test_while_nobody_answers_it_is_only_said_that_it_was_requested(house: House):
    request(house, "dune")
    house.fake.fails("details", BackendTooSlow("not now"))
    assert asks(house) == "Here is what you asked for: the movie Dune was requested."


def test_a_request_manager_that_hangs_costs_no_more_than_the_turn(house: House):
    request(house, "dune")
    house.fake.blocks("details")
    told = house.person("ann", budget=0.1).hears("my requests")
    assert told.speech == "Here is what you asked for: the movie Dune was requested."
    assert told.taking.seconds < 1


def test_telling_titles_apart_costs_no_more_than_the_turn(house: House):
    for number in (41, 42):
        house.fake.now_has(film("Crash", number, 2004, votes=5000))
    house.fake.blocks("details")
    told = house.person("ann", budget=0.2).hears("get crash")
    assert told.says == "which-title"
    assert told.taking.hops == ("Found", "LookedUpAll")
    assert told.taking.seconds < 1
    house.fake.recovers()


def test_an_open_question_stays_open(house: House):
    offer = house.person("ann").hears("get dune")
    told = offer.hears("my requests")
    assert told.speech == "You haven't asked for anything lately. Is that the one you want?"
    assert told.hears("yes").says == "requested"


@pytest.mark.parametrize("state", Availability)
def test_seasons_are_as_far_as_the_one_that_is_furthest_behind(state: Availability):
    details = show("Charmed", 2, 1998, [state, state])
    assert how_far(Wish(details.title, (1, 2)), details) is state


def test_seasons_of_which_some_are_there_are_partly_there():
    details = show("Charmed", 2, 1998, [AVAILABLE, PROCESSING, PENDING, DECLINED])
    assert how_far(Wish(details.title, (1, 2)), details) is Availability.PARTIAL
    assert how_far(Wish(details.title, (2, 3)), details) is PENDING
    assert how_far(Wish(details.title, (2, 4)), details) is DECLINED
    assert how_far(Wish(details.title, (9,)), details) is details.title.availability
    assert how_far(Wish(DUNE_1984.title), DUNE_1984) is MISSING


@pytest.mark.parametrize(
    "words",
    [
        "what did I ask for",
        "what have I requested",
        "my requests",
        "what are my requests",
        "what did we request",
        "what movies have I requested",
        "what was it I asked for",
        "where is my movie",
        "is my movie ready yet",
        "any news",
    ],
)
def test_ways_of_asking_for_ones_own_requests(words: str):
    for context in ("nothing", "offer", "list", "seasons"):
        assert hear(words, grammar_of("en"), Context(context), 2026) == AskMine()


def test_a_platform_may_know_it_by_itself(house: House):
    assert house.hears(Understood(AskMine())).says == "no-requests"
