"""Linking by four digits: the owner's page shows them, somebody says them, and asks as that user from then on."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from intents import LinkMe
from media import User
from media_backends import Ability, BackendUnreachable
from models import LinkTry
from storage.linking import LinkCodes
from storage.people import People
from tests.fake_backend import FakeBackend
from tests.house import House
from turns.taking import TitleWords, Understood

ANNA, BEN = User("12", "Anna"), User("13", "Ben")
TEN_MINUTES = 600


def codes(house: House, *drawn: str) -> LinkCodes:
    """What makes codes; those `drawn`, one after the other, where any are named."""
    return LinkCodes(house.built.engine, house.clock.now, iter(drawn).__next__) if drawn else house_codes(house)


def house_codes(house: House) -> LinkCodes:
    return LinkCodes(house.built.engine, house.clock.now)


def people(house: House) -> People:
    return People(house.built.engine, house.clock.now, None)


@pytest.fixture
def house(build_house: Callable[..., House]) -> House:
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER}
    backend.people = (User("1", "Owner"), ANNA, BEN)
    return build_house(backend)


# --- over /voice


def test_who_says_the_code_asks_as_that_user(house: House):
    codes(house, "4812").make(ANNA)
    linked = house.posts("link me with four eight one two", speaker="ann")
    assert (linked["speech"], linked["expect_reply"]) == ("You're linked as Anna now.", False)
    assert (linked["intent"], linked["state"]) == ("link", "finished")
    offer = house.posts("get dune", speaker="ann")
    requested = house.posts("yes", offer["session"], speaker="ann")
    assert "link me" not in requested["speech"]
    assert house.fake.asked_as == ["12"]


def test_who_asks_to_be_linked_is_asked_for_the_digits(house: House):
    codes(house, "1917").make(ANNA)
    asked = house.posts("link me", speaker="ann")
    assert asked["speech"].endswith("Which four digits does the owner's page show?")
    assert asked["state"] == "asking-code"
    assert house.posts("1917", asked["session"], speaker="ann")["speech"] == "You're linked as Anna now."


def test_a_number_that_nobody_asked_for_is_a_title(house: House):
    codes(house, "1917").make(ANNA)
    assert house.posts("1917", speaker="ann")["intent"] == "request"
    assert people(house).everybody() == ()


def test_a_wrong_code_is_asked_for_again(house: House):
    codes(house, "4812").make(ANNA)
    wrong = house.posts("my code is 4813", speaker="ann")
    assert wrong["speech"].startswith("That isn't one of the codes.")
    assert house.posts("four eight one two", wrong["session"], speaker="ann")["speech"] == "You're linked as Anna now."


def test_three_digits_are_no_code_and_cost_no_try(house: House):
    asked = house.posts("link me", speaker="ann")
    assert house.posts("four eight one", asked["session"], speaker="ann")["speech"].startswith("Sorry")
    assert tries(house) == 0


def test_while_the_digits_are_asked_for_help_and_never_mind_and_another_wish_are_heard(house: House):
    ann = house.person("ann")
    assert ann.hears("link me").hears("help").says == "help-code"
    assert ann.hears("mumble").says == "remind-code"
    assert ann.hears("no").says == "goodbye"
    assert ann.hears("link me").hears("get dune").says == "offer"


def test_a_code_is_too_old_after_ten_minutes(house: House):
    codes(house, "4812").make(ANNA)
    house.waits(TEN_MINUTES - 1)
    assert house.person("ann").hears("my code is 4812").says == "linked"
    codes(house, "4813").make(ANNA)
    house.waits(TEN_MINUTES)
    answer = house.person("bob").hears("my code is 4813")
    assert answer.speech == "That code is too old: it lasts ten minutes. Ask the owner for a new one."


def test_a_code_counts_once(house: House):
    codes(house, "4812").make(ANNA)
    house.person("ann").hears("my code is 4812")
    answer = house.person("bob").hears("my code is 4812")
    assert answer.speech == "That code was used already. Ask the owner for a new one."
    assert [(one.person, one.user) for one in people(house).everybody()] == [("ann", "12")]


def test_the_same_turn_sent_again_is_still_linked(house: House):
    codes(house, "4812").make(ANNA)
    first = house.posts("my code is 4812", "kitchen", speaker="ann", turn="1")
    assert house.posts("my code is 4812", "kitchen", speaker="ann", turn="1") == first


def test_two_people_who_say_one_code_at_once_are_not_both_linked(house: House):
    codes(house, "4812").make(ANNA)
    said = at_once(*(lambda name=name: house.person(name).hears("my code is 4812").says for name in ("ann", "bob")))
    assert sorted(said) == ["linked", "not-linked"]
    assert [one.user for one in people(house).everybody() if one.user] == ["12"]


def test_two_people_with_a_code_each_are_linked_at_once(house: House):
    for user, code in ((ANNA, "4812"), (BEN, "4813")):
        codes(house, code).make(user)
    said = at_once(
        lambda: house.person("ann").hears("my code is 4812").speech,
        lambda: house.person("bob").hears("my code is 4813").speech,
    )
    assert said == ["You're linked as Anna now.", "You're linked as Ben now."]


def at_once(*calls: Callable[[], str]) -> list[str]:
    said = [""] * len(calls)

    def note(place: int, call: Callable[[], str]) -> None:
        said[place] = call()

    threads = [threading.Thread(target=note, args=(place, call)) for place, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return said


# --- guessing


def tries(house: House) -> int:
    with house.built.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(LinkTry)).scalar_one()


def test_after_five_wrong_codes_a_speaker_is_refused_for_a_while_even_with_the_right_one(house: House):
    codes(house, "4812").make(ANNA)
    ann = house.person("ann")
    assert {ann.hears(f"my code is {5000 + n}").says for n in range(5)} == {"wrong-code"}
    refused = ann.hears("my code is 4812")
    assert refused.speech.startswith("Too many codes were wrong lately")
    assert not refused.reply.listening
    assert house.person("bob").hears("my code is 9999").says == "wrong-code"
    house.waits(TEN_MINUTES)
    codes(house, "4813").make(ANNA)
    assert ann.hears("my code is 4813").says == "linked"


def test_after_twenty_wrong_codes_everybody_is(house: House):
    codes(house, "4812").make(ANNA)
    for n in range(20):
        assert house.person(f"thief {n}").hears(f"my code is {5000 + n}").says == "wrong-code"
    assert house.person("one more").hears("my code is 4812").says == "not-linked"
    assert people(house).everybody() == ()
    assert tries(house) == 20


def test_trying_all_codes_finds_none_and_fills_no_table(house: House):
    kept = codes(house, "9999")
    kept.make(ANNA)
    found = [kept.look(str(code), "voice", f"thief {code}") for code in range(1000, 1400)]
    assert not [one for one in found if isinstance(one, User)]
    assert tries(house) == 20


def test_the_right_code_is_no_try(house: House):
    for n in range(7):
        codes(house, str(4810 + n)).make(ANNA)
        assert house.person("ann").hears(f"my code is {4810 + n}").says == "linked"
    assert tries(house) == 0


def test_who_has_no_name_cannot_be_linked_and_learns_nothing(house: House):
    codes(house, "4812").make(ANNA)
    for code in ("4812", "4813"):
        answer = house.person("").hears(f"my code is {code}")
        assert answer.speech == "I can't tell who is speaking here, so I can't link you."
    assert tries(house) == 0


# --- where it cannot be done


def test_where_the_server_has_no_users_that_is_told(house: House):
    codes(house, "4812").make(ANNA)
    house.fake.can -= {Ability.AS_USER}
    assert house.person("ann").hears("my code is 4812").reply.gaps["why"] == "no-users"


def test_where_the_server_does_not_answer_the_code_stays_good(house: House):
    codes(house, "4812").make(ANNA)
    house.fake.fails("users", BackendUnreachable("x"))
    answer = house.person("ann").hears("my code is 4812")
    assert answer.speech.endswith("The code still counts: please say it again in a moment.")
    house.fake.recovers()
    assert house.person("ann").hears("my code is 4812").says == "linked"


def test_where_the_user_is_gone_that_is_told(house: House):
    codes(house, "4812").make(User("99", "Gone"))
    assert house.person("ann").hears("my code is 4812").reply.gaps["why"] == "gone"
    assert people(house).everybody() == ()


# --- codes


def test_no_two_live_codes_are_equal(house: House):
    kept = codes(house, "4812", "4812", "4812", "4813")
    assert [kept.make(user).code for user in (ANNA, BEN)] == ["4812", "4813"]


def test_a_code_may_come_again_once_it_is_over(house: House):
    kept = codes(house, "4812", "4812")
    kept.make(ANNA)
    house.waits(TEN_MINUTES)
    kept.make(BEN)
    assert house.person("ben").hears("my code is 4812").speech == "You're linked as Ben now."


def test_of_many_codes_only_the_last_twenty_live(house: House):
    kept = codes(house, *(str(code) for code in range(2000, 2025)))
    for _ in range(25):
        house.waits(1)
        kept.make(ANNA)
    assert house.person("ann").hears("my code is 2004").says == "wrong-code"
    assert house.person("ann").hears("my code is 2005").says == "linked"


def test_drawn_codes_have_four_digits_and_can_be_said_as_a_number(house: House):
    drawn = {codes(house).make(ANNA).code for _ in range(30)}
    assert all(len(code) == 4 and code.isdigit() and code[0] != "0" for code in drawn)


# --- who it may be


def test_who_is_not_linked_asks_as_the_device_or_the_account_that_is(house: House):
    kept = people(house)
    assert kept.user_of("alexa", "voice", "device", "account") is None
    kept.link("alexa", "account", "12")
    assert kept.user_of("alexa", "voice", "device", "account") == "12"
    kept.link("alexa", "device", "13")
    assert kept.user_of("alexa", "voice", "device", "account") == "13"
    kept.link("alexa", "voice", "14")
    assert kept.user_of("alexa", "voice", "device", "account") == "14"
    assert kept.user_of("alexa", "another voice") is None


def test_what_was_spoken_and_where_is_remembered_for_later(house: House):
    codes(house, "4812").make(ANNA)
    house.posts("mein code ist 4812", speaker="ann", locale="de-DE", time_zone="Europe/Vienna")
    (ann,) = people(house).everybody()
    assert (ann.locale, ann.zone) == ("de-DE", "Europe/Vienna")
    people(house).meet("voice", "ann", "en-GB")
    assert [(one.locale, one.zone) for one in people(house).everybody()] == [("en-GB", "Europe/Vienna")]


def test_an_open_offer_is_left_for_the_code(house: House):
    codes(house, "4812").make(ANNA)
    answer = house.person("ann").hears("get dune").hears(Understood(LinkMe("4812")))
    assert answer.says == "linked"
    assert answer.hears("yes").made is None


def test_a_title_that_alexa_was_asked_for_is_no_code(house: House):
    """ "Download 1917", said to Alexa, arrives as the title alone."""
    codes(house, "1917").make(ANNA)
    asked = house.person("ann").hears("link me")
    assert asked.hears(TitleWords("1917")).intent.name == "request"
