"""Nothing is requested of which the person has not heard what it is and in which quality."""

from __future__ import annotations

from dataclasses import replace

from dialogs.followed import NotFollowed
from dialogs.states import ChoosingSeasons, ChoosingTitle, Offering, OfferingCollection
from dialogs.wants import Found, LookedUp, LookUp, Submit, SubmitAll, Unanswered
from intents import (
    AskInfo,
    AskStatus,
    ChooseSeasons,
    GroupedSeasons,
    Next,
    NumberedSeasons,
    Refine,
    SeasonGroup,
    Select,
    Topic,
    Yes,
)
from intents.titles import Verdict
from media import Availability, Kind, Wish
from tests.fake_backend import AVAILABLE, DUNE, DUNE_1984, SEVERANCE, show
from tests.samples import ASKED, DUNES, IN_FOUR_K, TODAY
from tests.talk import Talk

DUNE_1992 = replace(DUNE.title, id=1, year=1992)
DUNE_2000 = replace(SEVERANCE.title, id=2, year=2000, name="Dune")
FOUR_DUNES = (DUNE.title, DUNE_1984.title, DUNE_1992, DUNE_2000)
AMONG_FOUR = Talk(ChoosingTitle(ASKED, FOUR_DUNES, TODAY))
IN_4K_AMONG_FOUR = Talk(ChoosingTitle(IN_FOUR_K, FOUR_DUNES, TODAY))


def offers(talk: Talk) -> Offering:
    assert isinstance(talk.state, Offering), talk.state
    assert talk.says in {"offer", "offer-next"}
    return talk.state


def test_one_that_was_not_read_out_is_offered_first():
    assert offers(AMONG_FOUR.then(Select(kind=Kind.TV))).title == DUNE_2000


def test_seasons_of_a_show_that_was_not_read_out_wait_for_a_yes():
    offer = offers(AMONG_FOUR.then(ChooseSeasons(NumberedSeasons((2,)))))
    assert (offer.title, offer.asked.seasons) == (DUNE_2000, NumberedSeasons((2,)))


def test_what_was_read_out_goes_before_what_was_not():
    later = replace(DUNE_1984.title, id=3)
    choosing = ChoosingTitle(ASKED, (*FOUR_DUNES[:3], later), TODAY)
    for said in (Select(years=(1984, 1984)), Refine(years=(1984, 1984))):
        assert Talk(choosing).then(said).wants == Submit(Wish(DUNE_1984.title))


def test_after_next_the_second_one_is_the_second_of_those_read_out_last():
    six = (*FOUR_DUNES, replace(DUNE_1992, id=4, year=1994), replace(DUNE_1992, id=5, year=1995))
    talk = Talk(ChoosingTitle(ASKED, six, TODAY)).then(Next(), Select(position=2))
    assert talk.wants == Submit(Wish(six[4]))


def test_whoever_chooses_from_a_list_is_told_that_there_is_no_4k():
    offer = offers(IN_4K_AMONG_FOUR.then(Select(position=2)))
    assert offer.title == DUNE_1984.title
    assert Talk(offer).then(Yes()).wants == Submit(Wish(DUNE_1984.title))


def test_whoever_agrees_in_4k_is_told_that_there_is_none():
    talk = Talk(Offering(ASKED, FOUR_DUNES, TODAY)).then(Yes(four_k=True))
    assert offers(talk).title == DUNE.title
    assert talk.reply.gaps["lacking"] == "uhd"
    assert talk.then(Yes()).wants == Submit(Wish(DUNE.title))


def test_the_next_one_is_told_to_lack_4k_too():
    talk = Talk(Offering(IN_FOUR_K, FOUR_DUNES, TODAY)).then(Next())
    assert talk.reply.gaps["lacking"] == "uhd"


def test_a_collection_in_4k_where_there_is_none():
    talk = Talk(OfferingCollection(DUNES, TODAY)).then(Yes(four_k=True))
    assert talk.reply.gaps["lacking"] == "uhd"
    assert isinstance(talk.then(Yes()).wants, SubmitAll)


def test_a_collection_of_which_more_is_missing_in_4k_is_put_once_more():
    talk = Talk(OfferingCollection(DUNES, TODAY, can_four_k=True)).then(Yes(four_k=True))
    assert talk.reply.gaps["missing"] == 3
    assert talk.then(Yes()).wants == SubmitAll(tuple(Wish(part, four_k=True) for part in DUNES.parts))


def test_all_of_a_collection_is_a_yes_and_a_part_of_it_is_not():
    talk = Talk(OfferingCollection(DUNES, TODAY))
    assert isinstance(talk.then(ChooseSeasons(GroupedSeasons(SeasonGroup.ALL))).wants, SubmitAll)
    assert isinstance(talk.then(Select(every=True)).wants, SubmitAll)
    assert talk.then(Select(position=2)).says == "remind-collection"


def test_the_one_season_that_a_yes_would_bring_is_named():
    one_left = ChoosingSeasons(show("Dark", 70523, 2017, [AVAILABLE, Availability.MISSING]), TODAY)
    talk = Talk(one_left).then(ChooseSeasons(NumberedSeasons((9,))))
    assert talk.reply.gaps["missing"] == (2,)


def test_whoever_asks_how_far_a_title_is_has_not_asked_for_it():
    two = Found((DUNE.title, DUNE_1984.title), TODAY, Verdict.ASK_WHICH)
    chosen = Talk().then(AskStatus("dune"), NotFollowed(), two, Select(position=2))
    assert chosen.says == "offer-request"
    assert chosen.then(Yes()).wants == Submit(Wish(DUNE_1984.title))


def test_a_question_about_a_title_out_of_the_blue_is_answered():
    asked = Talk().then(AskInfo(Topic.YEAR, "dune"), Found((DUNE.title,), TODAY))
    assert asked.wants == LookUp(DUNE.title)
    told = asked.then(LookedUp(DUNE))
    assert (told.says, told.reply.gaps["asking"]) == ("info-year", "request")


def test_a_question_about_one_of_two_is_answered_once_it_is_known_which():
    two = Found((DUNE.title, DUNE_1984.title), TODAY, Verdict.ASK_WHICH)
    chosen = Talk().then(AskInfo(Topic.YEAR, "dune"), two, Select(position=2))
    assert chosen.wants == LookUp(DUNE_1984.title)
    assert chosen.then(LookedUp(DUNE_1984)).says == "info-year"


def test_a_question_is_still_one_after_the_search_failed_once():
    two = Found((DUNE.title, DUNE_1984.title), TODAY, Verdict.ASK_WHICH)
    failed = Talk().then(AskStatus("dune"), NotFollowed(), Unanswered("backend-too-slow"), Yes())
    assert failed.then(two, Select(position=2)).says == "offer-request"
