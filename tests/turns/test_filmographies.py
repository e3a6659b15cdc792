"""Somebody is named and no title: what they have a part in is offered or read out, and each call is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogs.states import ChoosingTitle, Offering
from intents import AskFor, Prefer, SearchFor
from media import Details
from media_backends import BackendUnreachable, KeyRefused
from tests.fake_backend import MISSING, FakeBackend, film, show
from tests.house import Answer, House
from tests.turns.test_sending import in_time
from turns.taking import Understood

CHASING_RAIN = film("Chasing Rain", 990006, 2025, released="2025-11-11", votes=900)
TWISTERS = film("Twisters", 718821, 2024, released="2024-07-10", votes=2500)
SAND_CASTLE = film("Sand Castle", 355193, 2017, released="2017-04-21", votes=700)
SCREAM_QUEENS = show("Scream Queens", 62117, 2015, [MISSING, MISSING])
TALE_TO_COME = film("A Tale To Come", 990007, 2027, released="2027-02-05", votes=0)
LATE_NIGHT_CAMEO = film("A Night Late", 990008, 2026, released="2026-10-01", votes=4)
PEOPLE_WE_MET = film("People We Met", 990009, 2016, released="2016-03-01", votes=1200)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    backend = FakeBackend(())
    parts = (TWISTERS, SAND_CASTLE, CHASING_RAIN, SCREAM_QUEENS, TALE_TO_COME, PEOPLE_WE_MET)
    backend.has_titles_of("Glen Powell", *parts, small=[LATE_NIGHT_CAMEO])
    backend.has_titles_of("Emma Roberts", SCREAM_QUEENS, PEOPLE_WE_MET, film("Nerve", 328387, 2016, votes=4000))
    backend.has_titles_of("Powell Junior", film("Something Else", 990010, 2025))
    return build_house(backend)


def read_out(answer: Answer) -> list[str]:
    assert isinstance(answer.state, ChoosingTitle)
    return [title.name for title in answer.state.shown]


def test_the_new_one_is_offered_and_requested(house: House):
    offer = house.hears("the new one with glen powell")
    assert offer.speech == "I found the movie Chasing Rain, released in 2025. Is that the one you want?"
    assert house.fake.calls == ["people", "titles-of"]
    assert offer.hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:990006"]


def test_what_else_brings_the_next_newest_and_a_cameo_last(house: House):
    offer = house.hears("the new one with glen powell")
    names = [offer.reply.gaps["title"]]
    while (offer := offer.hears("what else is there")).says == "offer-next":
        names.append(offer.reply.gaps["title"])
    assert names == ["Chasing Rain", "Twisters", "Sand Castle", "People We Met", "Scream Queens", "A Night Late"]
    assert offer.speech == "That was everything I found for Glen Powell. Which other title would you like?"


def test_several_are_read_out_the_best_known_first(house: House):
    choice = house.hears("something with glen powell")
    assert choice.speech == (
        "Glen Powell: would you like the TV show Scream Queens from 2015, the movie Twisters from 2024, or the movie "
        "People We Met from 2016?"
    )
    more = choice.hears("neither")
    assert read_out(more) == ["Chasing Rain", "Sand Castle", "A Tale To Come"]
    assert more.hears("go back").speech == choice.speech
    assert choice.hears("say that again").speech == choice.speech
    assert choice.hears("the second one").says == "requested"
    assert house.fake.submitted == ["tmdb:718821"]


def test_kind_years_and_time_narrow_it(house: House):
    show_alone = house.person("ann").hears("a show with glen powell")
    assert show_alone.reply.gaps["title"] == "Scream Queens"
    of_the_year = house.person("bea").hears("something with glen powell from 2024")
    assert (of_the_year.says, of_the_year.reply.gaps["title"]) == ("offer", "Twisters")
    to_come = house.person("cay").hears("the upcoming one with glen powell")
    assert to_come.speech.startswith("I found the movie A Tale To Come, which comes out on February 5, 2027.")
    oldest = house.person("dan").hears(Understood(SearchFor(prefer=Prefer.OLDEST, people=("glen powell",))))
    assert oldest.reply.gaps["title"] == "Scream Queens"


def test_of_two_people_it_is_what_both_are_in(house: House):
    choice = house.hears("something with glen powell and emma roberts")
    assert choice.speech == (
        "Glen Powell and Emma Roberts: would you like the TV show Scream Queens from 2015 or the movie People We Met "
        "from 2016?"
    )
    assert sorted(house.fake.calls) == ["people", "people", "titles-of", "titles-of"]


def test_the_list_is_narrowed_by_somebody_else_and_by_age(house: House):
    choice = house.hears("something with glen powell")
    both = choice.hears("the one with emma roberts")
    assert read_out(both) == ["Scream Queens", "People We Met"]
    assert house.fake.calls.count("titles-of") == 2, "what was read a moment ago is remembered"
    assert both.hears("the newest one").reply.gaps["title"] == "People We Met"


def test_somebody_who_shares_nothing_with_them_is_wanted_instead(house: House):
    house.fake.has_titles_of("Ann Field", film("Alone", 990020, 2001), film("Alone Again", 990021, 2003, votes=10))
    choice = house.hears("the new one with glen powell").hears("something with ann field")
    assert choice.speech == ("Ann Field: would you like the movie Alone from 2001 or the movie Alone Again from 2003?")
    assert len(house.fake.calls) <= 2 + 8


def test_somebody_unknown_beside_them_is_said_to_be_unknown(house: House):
    answer = house.hears("the new one with glen powell").hears("something with ann field")
    assert answer.speech == "I don't know anybody called ann field. Which movie or show would you like?"


def test_where_neither_is_in_such_a_thing_what_was_read_out_stays_open(house: House):
    house.fake.has_titles_of("Ann Field", film("Alone", 990020, 2001))
    answer = house.hears("something with glen powell").hears("a show with ann field")
    assert answer.speech == "I didn't find one like that. Which one do you want?"


def test_nobody_of_that_name(house: House):
    answer = house.hears("something with xyzzy mcfoo")
    assert answer.speech == "I don't know anybody called xyzzy mcfoo. Which movie or show would you like?"
    assert answer.state.name == "idle"


def test_somebody_who_is_in_nothing_of_the_kind(house: House):
    answer = house.hears("the upcoming show with glen powell")
    assert answer.speech == "I couldn't find anything like that for Glen Powell. What else can I look for?"


def test_a_first_name_that_was_misheard(house: House):
    assert house.hears("the new one with glenn powell").reply.gaps["title"] == "Chasing Rain"
    assert house.fake.calls == ["people", "people", "titles-of"]


def test_no_people_can_be_looked_up(build_house: Callable[..., House]):
    house = build_house(FakeBackend())
    answer = house.hears("something with tom hanks")
    assert answer.speech == "I can't look up here who is in what. Which movie or show would you like?"
    assert "people" not in house.fake.calls


def test_nobody_answers_and_yes_tries_again(house: House):
    house.fake.is_down(BackendUnreachable("off"))
    stalled = house.hears("the new one with glen powell")
    assert stalled.speech == "I can't reach your media server right now. Shall I try again?"
    house.fake.recovers()
    assert stalled.hears("yes").reply.gaps["title"] == "Chasing Rain"


def test_a_key_that_is_refused(house: House):
    house.fake.is_down(KeyRefused("no"))
    assert house.hears("something with glen powell").says == "cannot-ask"


def test_one_of_two_who_cannot_be_looked_up_is_no_nobody(house: House):
    house.fake.fails("titles-of", BackendUnreachable("off"))
    assert house.hears("something with glen powell and emma roberts").says == "stalled"


def test_an_answer_that_does_not_come_in_time(house: House):
    house.fake.blocks("titles-of")
    answer = in_time(lambda: house.person("ann", budget=0.3).hears("something with glen powell"), 0.3)
    assert answer.speech == "Your media server is taking too long to answer. Shall I try again?"


def test_the_list_is_remembered_until_a_request_is_made(house: House):
    house.hears("the new one with glen powell")
    offer = house.person("ann").hears("the new one with glen powell")
    assert house.fake.calls == ["people", "titles-of"]
    offer.hears("yes")
    house.person("bea").hears("the new one with glen powell")
    assert [call for call in house.fake.calls if call != "details"] == ["people", "titles-of", "request", "titles-of"]


def test_the_question_survives_a_restart(house: House):
    choice = house.hears("something with glen powell")
    house.restart()
    assert house.hears("say that again").speech == choice.speech


def test_each_conversation_begins_anew_from_an_offer(house: House):
    offer = house.hears("the new one with glen powell")
    assert offer.hears(Understood(SearchFor(people=("emma roberts",)))).reply.gaps["people"] == ("Emma Roberts",)


def test_in_4k_where_that_can_be_had(house: House):
    asked = Understood(SearchFor(prefer=Prefer.NEWEST, people=("glen powell",), four_k=True))
    assert "I can't get it in 4K here." in house.hears(asked).speech


# --- a name where a title is mostly said, and a title that sounds like somebody


def test_the_new_movie_of_somebody_whose_name_stands_where_titles_do(house: House):
    offer = house.hears("get the new glen powell movie")
    assert isinstance(offer.intent, AskFor)
    assert offer.reply.gaps["title"] == "Chasing Rain"


def test_a_title_of_that_name_comes_first(house: House):
    house.fake.now_has(film("Glen Powell", 990011, 2023))
    assert house.hears("get the new glen powell movie").reply.gaps["title"] == "Glen Powell"
    assert "people" not in house.fake.calls


def test_a_title_that_is_not_clearly_meant_gives_way_to_them(house: House):
    house.fake.now_has(film("The Running Man", 798645, 2025))  # found by "the" alone, for another reading
    assert house.hears("get the new glen powell movie").reply.gaps["title"] == "Chasing Rain"


def test_a_name_that_is_only_like_somebodys_leads_to_nobody(house: House):
    assert house.hears("get the new glenn powell movie").says == "nothing-found"


def test_what_was_found_is_not_lost_when_people_cannot_be_asked(house: House):
    house.fake.fails("people", BackendUnreachable("off"))
    assert house.hears("get the new glen powell movie").says == "nothing-found"


def test_somebody_named_twice_is_one(house: House):
    choice = house.hears("something with glen powell").hears("the one with glenn powell")
    assert choice.speech.startswith("Glen Powell: would you like")


@pytest.mark.parametrize("title", [film("Anything with Nobody Mc", 990012, 2010)])
def test_where_nobody_is_called_so_it_may_be_a_title(house: House, title: Details):
    house.fake.now_has(title)
    assert house.hears("anything with nobody mc").reply.gaps["title"] == title.title.name


# --- the bound


@pytest.mark.parametrize(
    ("bound", "calls"),
    [(8, ["people", "people", "titles-of"]), (3, ["people", "people", "titles-of"]), (2, ["people"]), (1, [])],
)
def test_the_calls_for_somebody_are_bounded(build_house: Callable[..., House], bound: int, calls: list[str]):
    backend = FakeBackend(())
    backend.has_titles_of("Glen Powell", TWISTERS)
    house = build_house(backend, searches_per_request=bound)
    answer = house.hears("something with glenn powell")
    assert [call for call in backend.calls if call != "search"] == calls
    assert len(backend.calls) <= bound
    assert answer.says == {2: "nobody-called", 1: "knows-no-people"}.get(bound, "offer")


def test_of_more_people_than_may_be_asked_for_the_first_count(build_house: Callable[..., House]):
    backend = FakeBackend(())
    for name in ("Ann One", "Bea Two", "Cay Three"):
        backend.has_titles_of(name, TWISTERS)
    house = build_house(backend, searches_per_request=5)
    offer = house.hears(Understood(SearchFor(people=("ann one", "bea two", "cay three"))))
    assert isinstance(offer.state, Offering)
    assert offer.state.asked.people == ("Ann One", "Bea Two")
    assert len(backend.calls) == 4


def test_titles_and_people_share_the_bound(house: House):
    house.hears("get the new xyzzy mcfoo movie")
    assert len(house.fake.calls) <= 8
    house.fake.calls.clear()
    house.hears("anything with xyzzy mcfoo")
    assert len(house.fake.calls) <= 8
