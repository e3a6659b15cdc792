"""Not quite it: corrected without starting over, and back to the question where nothing better is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import offered
from dialogs.followed import Trace
from dialogs.states import ChoosingSeasons, ChoosingTitle, Offering
from dialogs.wants import Found, LookedUp, Search, Taken
from intents import (
    AskFor,
    AskInfo,
    AskStatus,
    ChooseSeasons,
    Intent,
    Launch,
    Next,
    Prefer,
    Previous,
    Refine,
    Select,
    Topic,
    Yes,
)
from intents.titles import Verdict
from media import Availability, Details, Kind, Receipt, RequestStatus
from tests.fake_backend import DUNE, DUNE_1984, FARGO, MISSING, SEVERANCE, film, show
from tests.samples import TODAY
from tests.talk import Talk, agreed, numbers, offering

OTHER = show("Severance", 95397, 1999, [MISSING])


def found(*details: Details, verdict: Verdict = Verdict.OFFER) -> Found:
    return Found(tuple(each.title for each in details), TODAY, verdict)


def test_the_kind_that_was_not_found_is_searched_for():
    talk = offering(DUNE).then(Select(kind=Kind.TV))
    assert talk.wants == Search(AskFor("something", Kind.TV))
    series = show("Dune", 5, 2000, [MISSING])
    assert offered(talk.then(found(series)).state) == series.title


@pytest.mark.parametrize(
    "correction",
    [Select(kind=Kind.TV), Refine(kind=Kind.TV), Refine(people=("Tom Cruise",)), Refine(years=(1990, 1999))],
)
def test_where_nothing_like_it_is_found_the_offer_stays_open(correction: Intent):
    talk = offering(DUNE).then(correction, found())
    assert talk.says == "no-such-option"
    assert offered(talk.state) == DUNE.title


@pytest.mark.parametrize("correction", [Refine(people=("Tom Cruise",)), Refine(years=(1990, 1999))])
def test_what_they_do_not_mean_is_not_offered_again(correction: Intent):
    otherwise = replace(found(DUNE, DUNE_1984), contradicts=True)
    assert offering(DUNE).then(correction, otherwise).says == "no-such-option"


def test_what_they_mean_may_be_the_one_on_offer():
    talk = offering(DUNE).then(Refine(people=("Rebecca Ferguson",)), found(DUNE))
    assert talk.says == "offer"


def test_what_is_asked_for_is_offered_however_it_was_described():
    talk = Talk().then(AskFor("dune", people=("Tom Cruise",)), replace(found(DUNE), contradicts=True))
    assert talk.says == "offer"


def test_the_newest_may_well_be_the_one_on_offer():
    talk = offering(DUNE).then(Refine(prefer=Prefer.NEWEST), found(DUNE))
    assert talk.says == "offer"


def test_where_nothing_like_it_is_found_the_choice_stays_open():
    talk = Talk().then(AskFor("dune"), found(DUNE, DUNE_1984, verdict=Verdict.ASK_WHICH))
    talk = talk.then(Refine(people=("Tom Cruise",)), found())
    assert talk.says == "no-such-choice"
    assert isinstance(talk.state, ChoosingTitle)
    assert len(talk.state.shown) == 2


def test_go_back_from_the_seasons_leads_to_the_offer():
    talk = agreed(SEVERANCE).then(Previous())
    assert talk.says == "offer"
    assert offered(talk.state) == SEVERANCE.title


def test_another_show_while_seasons_are_asked_for():
    talk = offering(SEVERANCE, OTHER).then(Yes(), LookedUp(SEVERANCE))
    assert isinstance(talk.state, ChoosingSeasons)
    for correction in (Refine(years=(1999, 1999)), Select(years=(1999, 1999)), Next()):
        assert offered(talk.then(correction).state) == OTHER.title


def test_seasons_that_were_asked_for_by_themselves_know_no_other_show():
    assert Talk(ChoosingSeasons(SEVERANCE, TODAY)).then(Previous()).says == "remind-seasons"


def test_seasons_named_before_a_correction_are_not_forgotten():
    talk = offering(SEVERANCE, OTHER, seasons=numbers(1)).then(Refine(years=(1999, 1999)))
    assert isinstance(talk.state, Offering)
    assert talk.state.asked.seasons == numbers(1)


def test_start_over_leaves_whatever_was_open():
    for talk in (offering(DUNE), agreed(SEVERANCE)):
        assert talk.then(Launch()).says == "what-would-you-like"


def test_a_question_about_one_of_a_list_asks_which_then_answers():
    talk = Talk().then(AskFor("dune"), found(DUNE, DUNE_1984, verdict=Verdict.ASK_WHICH), AskInfo(Topic.LENGTH))
    assert talk.says == "which-title"
    long = replace(DUNE_1984, runtime=137)
    talk = talk.then(Select(position=2), LookedUp(long))
    assert talk.says == "info-length"
    assert talk.reply.gaps["asking"] == "request"


def test_a_film_in_place_of_the_show():
    same = film("Fargo", 275, 1996)
    talk = offering(FARGO, same).then(Yes(), LookedUp(FARGO), Select(kind=Kind.MOVIE))
    assert offered(talk.state) == same.title
    assert talk.then(ChooseSeasons(numbers(1))).says == "film-has-no-seasons"


def test_what_was_requested_may_still_be_asked_about():
    talk = offering(DUNE).then(Yes(), Taken(Receipt("1", RequestStatus.PENDING)))
    pending = replace(DUNE, title=replace(DUNE.title, availability=Availability.PENDING), runtime=155)
    talk = talk.then(AskInfo(Topic.LENGTH), LookedUp(pending))
    assert (talk.says, talk.reply.gaps["asking"], talk.reply.listening) == ("info-length", "nothing", False)
    assert talk.then(AskInfo(Topic.YEAR), LookedUp(pending)).says == "info-year"
    assert talk.then(AskStatus()).wants == Trace(DUNE.title)
