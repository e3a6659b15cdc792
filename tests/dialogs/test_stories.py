"""Conversations told through, one story a branch: no clock, no database, no backend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import Speak, offered, options
from dialogs.carried import Manner
from dialogs.states import Checking, ChoosingSeasons, Finished, Idle, Offering, Stalled, State
from dialogs.wants import Found, LookedUp, LookUp, Refused, Search, Submit, Taken, Unanswered
from intents import (
    AskFor,
    Cancel,
    ChooseSeasons,
    Help,
    Launch,
    Next,
    No,
    Previous,
    Repeat,
    Select,
    Unclear,
    Yes,
)
from media import Details, Kind, Receipt, Reply, RequestStatus, Title, Wish
from tests.fake_backend import (
    AVAILABLE,
    BLOCKED_FILM,
    DUNE,
    DUNE_1984,
    JURASSIC_PARK,
    MISSING,
    SEVERANCE,
    THE_BEAR,
    UNRELEASED,
)
from tests.samples import (
    TODAY,
    TWO_DUNES,
)
from tests.talk import Talk, numbers, offering

# --- from a wish to an offer


def test_a_wish_is_searched_for():
    asked = AskFor("dune", years=(1984, 1984))
    assert Talk().then(asked).wants == Search(asked)


def test_a_wish_may_come_at_any_time():
    for state in (TWO_DUNES, ChoosingSeasons(SEVERANCE, TODAY), Stalled(AskFor("x"), "y"), Finished(Reply("goodbye"))):
        assert Talk(state).then(AskFor("alien")).wants == Search(AskFor("alien"))


def test_the_best_match_is_offered():
    talk = offering(DUNE, DUNE_1984)
    assert talk.says == "offer"
    assert talk.reply.gaps["year"] == 2021
    assert offered(talk.state) == DUNE.title
    assert options(talk.state) == (DUNE_1984.title,)


def test_nothing_found_asks_for_another_title():
    talk = offering()
    assert talk.says == "nothing-found"
    assert isinstance(talk.state, Idle)
    assert talk.reply.listening


def test_an_offer_holds_at_most_eight_titles():
    many = tuple(replace(DUNE.title, id=number) for number in range(1, 30))
    state = Talk().then(AskFor("dune"), Found(many, TODAY)).state
    assert isinstance(state, Offering)
    assert state.candidates == many[:8]


def test_a_film_that_is_not_out_yet_is_offered_with_its_date():
    assert offering(UNRELEASED).reply.gaps["due"] == "2027-03-05"


def test_a_film_that_comes_out_today_is_out():
    out = replace(UNRELEASED, title=replace(UNRELEASED.title, released=TODAY))
    assert offering(out).reply.gaps["due"] is None


# --- among several


def test_no_leads_to_the_next_and_after_the_last_to_another_title():
    talk = offering(DUNE, DUNE_1984).then(No())
    assert (talk.says, talk.reply.gaps["year"]) == ("offer-next", 1984)
    talk = talk.then(No())
    assert (talk.says, talk.state) == ("no-more", Idle())
    assert talk.reply.listening


def test_next_is_as_good_as_no():
    assert offering(DUNE, DUNE_1984).then(Next()).answer == offering(DUNE, DUNE_1984).then(No()).answer


def test_previous_goes_back_and_stays_at_the_first():
    talk = offering(DUNE, DUNE_1984).then(No(), Previous())
    assert offered(talk.state) == DUNE.title
    assert offered(talk.then(Previous()).state) == DUNE.title


@pytest.mark.parametrize(
    ("select", "chosen"),
    [
        (Select(years=(1984, 1984)), DUNE_1984),
        (Select(years=(1980, 1989)), DUNE_1984),
        (Select(kind=Kind.TV), SEVERANCE),
        (Select(position=1), DUNE),
        (Select(position=2), DUNE_1984),
        (Select(position=-1), SEVERANCE),
        (Select(position=2, kind=Kind.MOVIE), DUNE_1984),
        (Select(position=-1, kind=Kind.MOVIE), DUNE_1984),
    ],
)
def test_one_is_chosen_by_what_sets_it_apart(select: Select, chosen: Details):
    assert offered(offering(DUNE, DUNE_1984, SEVERANCE).then(select).state) == chosen.title


@pytest.mark.parametrize("select", [Select(position=4), Select(years=(1950, 1959)), Select(position=2, kind=Kind.TV)])
def test_what_is_not_among_them_leaves_the_offer_open(select: Select):
    talk = offering(DUNE, DUNE_1984, SEVERANCE).then(No(), select)
    talk = talk if isinstance(talk.answer, Speak) else talk.then(Found((), TODAY))
    assert talk.says == "no-such-option"
    assert offered(talk.state) == DUNE_1984.title


def test_a_title_without_a_year_is_never_the_one_from_a_year():
    yearless = replace(DUNE, title=replace(DUNE.title, year=None))
    talk = offering(yearless).then(Select(years=(2021, 2021)), Found((), TODAY))
    assert talk.says == "no-such-option"


# --- films


def test_a_film_that_nobody_asked_for_is_requested_at_once():
    assert offering(DUNE).then(Yes()).wants == Submit(Wish(DUNE.title))


def test_a_film_that_is_there_is_looked_up_and_not_requested():
    talk = offering(JURASSIC_PARK).then(Yes())
    assert talk.wants == LookUp(JURASSIC_PARK.title)
    talk = talk.then(LookedUp(JURASSIC_PARK))
    assert (talk.says, talk.reply.gaps["availability"]) == ("already", AVAILABLE)
    assert isinstance(talk.state, Finished)


def test_a_film_that_has_gone_missing_since_the_search_is_requested():
    gone = replace(JURASSIC_PARK, title=replace(JURASSIC_PARK.title, availability=MISSING))
    assert offering(JURASSIC_PARK).then(Yes(), LookedUp(gone)).wants == Submit(Wish(gone.title))


def test_a_blocked_film_is_not_requested():
    talk = offering(BLOCKED_FILM).then(Yes(), LookedUp(BLOCKED_FILM))
    assert talk.reply.gaps["availability"] == "blocked"


def test_a_film_has_no_seasons():
    talk = offering(DUNE).then(ChooseSeasons(numbers(2)))
    assert (talk.says, talk.reply.listening) == ("film-has-no-seasons", True)
    assert talk.then(Yes()).wants == Submit(Wish(DUNE.title))


# --- when the backend does not answer


def test_a_search_that_failed_can_be_tried_again():
    talk = Talk().then(AskFor("dune"), Unanswered("backend-unreachable"))
    assert (talk.says, talk.reply.gaps["why"]) == ("stalled", "backend-unreachable")
    assert talk.then(Yes()).wants == Search(AskFor("dune"))
    assert talk.then(No()).says == "goodbye"


def test_a_search_that_is_refused_is_not_tried_again():
    talk = Talk().then(AskFor("dune"), Refused("backend-key-refused"))
    assert (talk.says, talk.reply.listening) == ("cannot-ask", False)


def test_a_look_that_failed_leaves_the_offer_open():
    talk = offering(SEVERANCE).then(Yes(), Unanswered("backend-busy"))
    assert talk.says == "stalled"
    assert talk.then(Yes()).wants == LookUp(SEVERANCE.title)


def test_a_look_that_failed_keeps_the_seasons_that_were_named():
    talk = offering(SEVERANCE).then(ChooseSeasons(numbers(2)), Unanswered("backend-busy"))
    assert talk.then(Yes(), LookedUp(SEVERANCE)).wants == Submit(Wish(SEVERANCE.title, (2,)))


def test_a_look_that_was_refused_ends_it():
    assert offering(SEVERANCE).then(Yes(), Refused("title-unknown")).says == "refused"


# --- courtesies


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (Idle(), "help-nothing"),
        (TWO_DUNES, "help-offer"),
        (ChoosingSeasons(SEVERANCE, TODAY), "help-seasons"),
        (Stalled(AskFor("dune"), "backend-busy"), "help-retry"),
        (Finished(Reply("goodbye")), "help-nothing"),
    ],
)
def test_help_fits_the_open_question(state: State, key: str):
    talk = Talk(state).then(Help())
    assert talk.says == key
    assert talk.reply.listening


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (Idle(), "what-would-you-like"),
        (TWO_DUNES, "offer"),
        (ChoosingSeasons(THE_BEAR, TODAY), "which-of-the-missing"),
        (Stalled(AskFor("dune"), "backend-busy"), "stalled"),
        (Finished(Reply("goodbye")), "goodbye"),
    ],
)
def test_say_that_again(state: State, key: str):
    assert Talk(state).then(Repeat()).says == key


def test_saying_that_again_changes_nothing():
    for state in (TWO_DUNES, ChoosingSeasons(THE_BEAR, TODAY), Finished(Reply("goodbye"))):
        assert Talk(state).then(Repeat()).state == state


@pytest.mark.parametrize(
    "state", [Idle(), TWO_DUNES, ChoosingSeasons(SEVERANCE, TODAY), Stalled(AskFor("x"), "y"), Finished(Reply("offer"))]
)
def test_never_mind_ends_it(state: State):
    talk = Talk(state).then(Cancel())
    assert (talk.says, talk.reply.listening) == ("goodbye", False)
    assert talk.state == Finished(Reply("goodbye"))


def test_yes_twice_says_the_same_and_does_nothing_again():
    talk = offering(DUNE).then(Yes(), Taken(Receipt("5", RequestStatus.APPROVED)))
    assert talk.then(Yes()).answer == talk.answer


def test_no_with_nothing_open_ends_it():
    assert Talk().then(No()).says == "goodbye"
    assert Talk(Finished(Reply("welcome"))).then(No()).says == "goodbye"


def test_opening_asks_for_a_title():
    assert Talk(TWO_DUNES).then(Launch()).state == Idle()


@pytest.mark.parametrize("state", [TWO_DUNES, ChoosingSeasons(SEVERANCE, TODAY), Stalled(AskFor("x"), "y")])
def test_what_was_not_understood_leaves_the_question_open(state: State):
    talk = Talk(state).then(Unclear("mumble"))
    assert talk.says == f"remind-{state.context}"
    assert talk.state == replace(state, manner=Manner(misses=1))


def test_a_fact_that_comes_from_nowhere_is_no_crash():
    assert Talk(Checking(TWO_DUNES, None)).then(Found((), TODAY)).says == "remind-nothing"


def test_a_title_of_no_kind_we_offer_has_no_option_twice():
    title = Title(Kind.MOVIE, 1, "Alone")
    assert options(Offering(AskFor("alone"), (title,), TODAY)) == ()
