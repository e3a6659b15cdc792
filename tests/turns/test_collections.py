"""A whole collection: what is missing is said, asked for once, and each film requested once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from intents import AskFor, Help, Unclear
from media import Availability, RequestStatus
from media_backends import Ability, BackendError, BackendUnreachable, KeyRefused, QuotaUsedUp
from tests.fake_backend import AVAILABLE, MISSING, PENDING, FakeBackend, film
from tests.house import Answer, House, Person
from tests.turns.test_sending import at_once, in_time
from turns.sending import LEASE
from turns.taking import Understood

NAME = "The Matrix Collection"
WHOLE = Understood(AskFor("matrix", collection=True))
IDS = (603, 604, 605)


def matrix_house(build_house: Callable[..., House], *states: Availability) -> House:
    names = ("The Matrix", "The Matrix Reloaded", "The Matrix Revolutions")
    films = [
        film(name, number, 1999 + at, state)
        for at, (name, number, state) in enumerate(zip(names, IDS, states, strict=False))
    ]
    backend = FakeBackend(films)
    backend.has_collection(NAME, 2344, *films)
    return build_house(backend)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    return matrix_house(build_house, AVAILABLE, MISSING, MISSING)


MISSING_ONES = ["tmdb:604", "tmdb:605"]


def test_what_is_missing_is_said_and_each_film_is_requested_once(house: House):
    question = house.hears(WHOLE)
    assert question.speech == (
        "I found The Matrix Collection, with three movies. Missing are The Matrix Reloaded and The Matrix "
        "Revolutions. Shall I request them all?"
    )
    answer = question.hears("yes")
    assert answer.speech == "Okay, I've requested two movies of The Matrix Collection."
    assert house.fake.submitted == MISSING_ONES
    assert house.outbox.depth() == 0


def test_what_was_made_is_the_collection(house: House):
    made = house.hears(WHOLE).hears("yes").made
    assert made is not None
    assert (made.kind, made.what.id, made.what.name) == ("collection", 2344, NAME)
    assert (made.status, made.seasons) == (RequestStatus.APPROVED, ())


def test_one_that_is_missing(build_house: Callable[..., House]):
    house = matrix_house(build_house, AVAILABLE, PENDING, MISSING)
    question = house.hears(WHOLE)
    assert question.speech.endswith(" Missing is The Matrix Revolutions. Shall I request it?")
    assert question.hears("yes").speech == "Okay, I've requested one movie of The Matrix Collection."


def test_nothing_is_missing(build_house: Callable[..., House]):
    answer = matrix_house(build_house, AVAILABLE, PENDING, AVAILABLE).hears(WHOLE)
    assert answer.speech == (
        "I found The Matrix Collection, with three movies. All of them are there or asked for already."
    )
    assert (answer.reply.listening, answer.state.name) == (False, "finished")


def test_no_requests_none(house: House):
    assert house.hears(WHOLE).hears("no").says == "goodbye"
    assert house.fake.submitted == []


def test_yes_twice_requests_each_once(house: House):
    first = house.hears(WHOLE).hears("yes")
    assert house.hears("yes").speech == first.speech
    assert house.fake.submitted == MISSING_ONES


@pytest.mark.parametrize(
    ("said", "key"), [(Understood(Help()), "help-collection"), (Understood(Unclear("mumble")), "remind-collection")]
)
def test_what_is_said_in_between_leaves_the_question_open(house: House, said: Understood, key: str):
    answer = house.hears(WHOLE).hears(said)
    assert answer.says == key
    assert answer.hears("yes").says == "collection-requested"


def test_say_that_again(house: House):
    question = house.hears(WHOLE)
    assert question.hears("say that again").speech == question.speech


def test_the_question_survives_a_restart(house: House):
    house.hears(WHOLE)
    house.restart()
    assert house.hears("yes").says == "collection-requested"


def test_where_collections_are_unknown_the_words_are_searched_as_a_title(house: House):
    house.fake.can -= {Ability.COLLECTIONS}
    assert house.hears(WHOLE).says == "offer"
    assert "collections" not in house.fake.calls


def test_where_none_is_called_so_the_words_are_searched_as_a_title(house: House):
    assert house.hears(Understood(AskFor("reloaded", collection=True))).says == "offer"


def test_each_film_in_4k(house: House):
    house.fake.can |= {Ability.FOUR_K_MOVIES}
    question = house.hears(Understood(AskFor("matrix", collection=True, four_k=True)))
    assert question.speech.endswith("Shall I request them all in 4K?")
    assert question.hears("yes").speech == "Okay, I've requested three movies of The Matrix Collection in 4K."
    assert house.fake.submitted == [f"tmdb:{number}:4k" for number in IDS]


def test_where_approval_is_needed_that_is_said(house: House):
    house.fake.approves = False
    answer = house.hears(WHOLE).hears("yes")
    assert answer.speech == (
        "Okay, I've requested two movies of The Matrix Collection. Of these, two are waiting for approval."
    )
    assert answer.made is not None
    assert answer.made.status is RequestStatus.PENDING


# --- what goes wrong


def test_a_deadline_in_the_midst_of_it_leaves_the_rest_to_be_sent_later_once(house: House):
    ann = house.person("ann", budget=0.3)
    ann.hears(WHOLE)
    house.fake.blocks("request")
    answer = in_time(lambda: ann.hears("yes"), 0.3)
    assert answer.speech == (
        "Your media server is taking too long to answer. I've written it down, and I'll request what is missing of "
        "The Matrix Collection as soon as that works."
    )
    assert answer.made is not None
    assert answer.made.status is RequestStatus.QUEUED
    assert house.outbox.depth() == 2
    assert house.fake.calls.count("request") == 1  # the others are not even begun: they would fill the pool
    house.fake.recovers()
    house.settles()
    house.worker.run_due()
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == MISSING_ONES
    assert house.outbox.depth() == 0


class Tiring(FakeBackend):
    """Takes one request, then hangs."""

    def request(self, wish, *, user=None, timeout):
        receipt = super().request(wish, user=user, timeout=timeout)
        if len(self.submitted) == 1:
            self.blocks("request")
        return receipt


def test_what_was_taken_and_what_is_owed_are_told_apart(build_house: Callable[..., House]):
    films = [film("Alien", 348, 1979), film("Aliens", 679, 1986), film("Alien 3", 8077, 1992)]
    backend = Tiring(films)
    backend.has_collection("Alien Collection", 8091, *films)
    house = build_house(backend)
    ann = house.person("ann", budget=1.0)
    ann.hears(Understood(AskFor("alien", collection=True)))
    answer = in_time(lambda: ann.hears("yes"), 1.0)
    assert answer.speech == (
        "Okay, I've requested one movie of Alien Collection. I'll request two more as soon as your media server takes "
        "them."
    )
    assert answer.made is not None
    assert answer.made.status is RequestStatus.QUEUED  # as the film that is furthest behind
    house.fake.recovers()
    house.settles()
    house.waits(LEASE)
    house.worker.run_due()
    assert house.fake.submitted == ["tmdb:348", "tmdb:679", "tmdb:8077"]
    assert house.outbox.depth() == 0


def test_a_crash_in_the_midst_of_it_loses_none_and_doubles_none(house: House):
    ann = house.person("ann", budget=0.3)
    ann.hears(WHOLE)
    house.fake.blocks("request")
    ann.hears("yes")
    house.crash()
    house.fake.recovers()
    house.settles()
    house.waits(LEASE + 1)
    house.worker.run_due()
    assert sorted(house.fake.submitted) == MISSING_ONES


@pytest.mark.parametrize("failure", [BackendUnreachable("x"), KeyRefused("x")])
def test_what_cannot_be_sent_is_owed(house: House, failure: BackendError):
    question = house.hears(WHOLE)
    house.fake.is_down(failure)
    answer = question.hears("yes")
    assert (answer.reply.gaps["taken"], answer.reply.gaps["owed"]) == (0, 2)
    assert answer.reply.gaps["why"] == failure.speech_key
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == MISSING_ONES


class Sparing(FakeBackend):
    """Its quota allows one request."""

    def request(self, wish, *, user=None, timeout):
        if self.submitted:
            raise QuotaUsedUp("Movie Quota exceeded.")
        return super().request(wish, user=user, timeout=timeout)


def test_what_is_refused_is_said_beside_what_was_requested(build_house: Callable[..., House]):
    films = [film("Alien", 348, 1979), film("Aliens", 679, 1986), film("Alien 3", 8077, 1992)]
    backend = Sparing(films)
    backend.has_collection("Alien Collection", 8091, *films)
    house = build_house(backend)
    answer = house.hears(Understood(AskFor("alien", collection=True))).hears("yes")
    assert answer.speech == (
        "Okay, I've requested one movie of Alien Collection. Your media server refused two more. Your request quota "
        "is used up for now."
    )
    assert house.outbox.depth() == 0


def test_when_all_are_refused_nothing_was_made(house: House):
    house.fake.fails("request", QuotaUsedUp("x"))
    answer = house.hears(WHOLE).hears("yes")
    assert answer.speech == (
        "I couldn't request anything of The Matrix Collection. Your request quota is used up for now."
    )
    assert answer.made is None


def test_when_all_have_arrived_meanwhile_that_is_no_error(house: House):
    question = house.hears(WHOLE)
    for number, name in ((604, "The Matrix Reloaded"), (605, "The Matrix Revolutions")):
        house.fake.now_has(film(name, number, 2003, AVAILABLE))
    answer = question.hears("yes")
    assert answer.speech == "Nothing of The Matrix Collection is left to request. Somebody was faster."
    assert answer.made is None


# --- at once


def test_two_people_at_once_leave_one_request_for_each_film_and_both_hear_the_truth(house: House):
    people = [house.person(name) for name in ("ann", "bob")]
    for person in people:
        person.hears(WHOLE)

    def agree(person: Person) -> Callable[[], Answer]:
        return lambda: person.hears("yes")

    answers = at_once(*(agree(person) for person in people))
    assert sorted(house.fake.submitted) == MISSING_ONES
    assert {answer.says for answer in answers} == {"collection-requested"}
    assert all(answer.reply.gaps["owed"] == 0 for answer in answers)
    assert house.outbox.depth() == 0


def test_somebody_else_who_wants_one_film_of_it_at_once_leaves_one_request(house: House):
    ann, bob = house.person("ann"), house.person("bob")
    ann.hears(WHOLE)
    bob.hears("get the matrix reloaded")
    at_once(lambda: ann.hears("yes"), lambda: bob.hears("yes"))
    assert sorted(house.fake.submitted) == MISSING_ONES


# --- the bound on calls


@pytest.mark.parametrize(
    ("bound", "asks"), [(8, "offer-collection"), (3, "offer-collection"), (2, "by-title"), (1, "by-title")]
)
def test_the_calls_for_a_collection_are_bounded(build_house: Callable[..., House], bound: int, asks: str):
    backend = FakeBackend([film("The Matrix", 603, 1999)])
    backend.has_collection(NAME, 2344, film("The Matrix Reloaded", 604, 2003))
    house = build_house(backend, searches_per_request=bound)
    state = house.hears(WHOLE).state.name
    assert (state == "offering-collection") is (asks == "offer-collection")
    assert ("collections" in backend.calls) is (asks == "offer-collection")
    assert len(backend.calls) <= bound


def test_looking_for_a_collection_leaves_that_many_searches_less(build_house: Callable[..., House]):
    backend = FakeBackend([film("Something", 1, 1999)])
    backend.can |= {Ability.COLLECTIONS}
    house = build_house(backend, searches_per_request=4)
    assert house.hears(Understood(AskFor("xyzzy mcfoo and the wide sea", collection=True))).says == "nothing-found"
    # One call of ours is two searches at the server, where the first finds none of that name.
    assert (backend.calls.count("collections"), backend.calls.count("search")) == (1, 2)
