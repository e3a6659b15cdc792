"""Shows and their seasons, and what came of a request, told through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import Button, buttons
from dialogs.airing import Airing
from dialogs.states import ChoosingSeasons, Finished, Requesting
from dialogs.wants import AlreadyThere, LookedUp, Owed, Refused, Submit, Taken
from intents import (
    ChooseSeasons,
    GroupedSeasons,
    LastSeasons,
    No,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Yes,
)
from media import Availability, Details, Receipt, RequestStatus, Season, Wish
from tests.fake_backend import (
    AVAILABLE,
    BREAKING_BAD,
    CHERNOBYL,
    DECLINED,
    DUNE,
    FAILED,
    FARGO,
    MISSING,
    PARTIAL,
    REFUSED,
    SEVERANCE,
    THE_BEAR,
    film,
    show,
)
from tests.samples import (
    ALL_THERE,
    BLOCKED_SHOW,
    HALF_A_SEASON,
    NO_SEASONS,
    NOTHING_LEFT,
    ONE_THERE,
    ONLY_HALVES,
    ONLY_SPECIALS,
)
from tests.talk import Talk, agreed, numbers, offering

ALL, FIRST, LATEST = SeasonGroup.ALL, SeasonGroup.FIRST, SeasonGroup.LATEST


# --- shows


def test_a_new_show_is_asked_about():
    talk = agreed(SEVERANCE)
    assert (talk.says, talk.reply.gaps["count"]) == ("which-seasons-of-all", 2)
    assert talk.then(ChooseSeasons(GroupedSeasons(ALL))).wants == Submit(Wish(SEVERANCE.title, (1, 2)))


def test_a_show_with_one_season_needs_no_question():
    assert agreed(CHERNOBYL).wants == Submit(Wish(CHERNOBYL.title, (1,)))


def test_seasons_said_with_the_title_need_no_question():
    assert agreed(SEVERANCE, numbers(2)).wants == Submit(Wish(SEVERANCE.title, (2,)))


def test_naming_a_season_says_yes_to_the_offer():
    talk = offering(SEVERANCE).then(ChooseSeasons(numbers(1)), LookedUp(SEVERANCE))
    assert talk.wants == Submit(Wish(SEVERANCE.title, (1,)))


def test_a_partial_show_tells_what_is_there_and_asks_for_the_missing():
    talk = agreed(THE_BEAR)
    assert talk.says == "which-of-the-missing"
    gaps = talk.reply.gaps
    assert (gaps["there"], gaps["missing"], gaps["coming"]) == ((1,), (2, 3), (4,))
    assert buttons(talk.state) == (2, 3, Button.ALL_SEASONS, Button.CANCEL)


def test_the_one_missing_season_may_be_agreed_to():
    assert agreed(FARGO).then(Yes()).wants == Submit(Wish(FARGO.title, (2,)))


def test_yes_says_nothing_among_several_seasons():
    talk = agreed(SEVERANCE).then(Yes())
    assert talk.says == "which-seasons-of-all"
    assert isinstance(talk.state, ChoosingSeasons)


def test_none_of_the_seasons_ends_it():
    assert agreed(SEVERANCE).then(No()).says == "goodbye"


def test_a_missing_season_is_requested_and_one_that_is_there_is_left_out():
    assert agreed(THE_BEAR, numbers(2)).wants == Submit(Wish(THE_BEAR.title, (2,)))
    talk = agreed(THE_BEAR, numbers(1, 2))
    assert talk.wants == Submit(Wish(THE_BEAR.title, (2,)))
    assert isinstance(talk.state, Requesting)
    assert talk.state.left_out == (1,)


def test_a_season_that_is_there_is_not_requested():
    talk = agreed(THE_BEAR, numbers(1))
    assert (talk.says, talk.reply.gaps["seasons"], talk.reply.gaps["availability"]) == ("already", (1,), AVAILABLE)


def test_seasons_that_are_taken_care_of_in_different_ways_are_told_apart():
    talk = agreed(THE_BEAR, numbers(1, 4))
    assert talk.says == "already-mixed"
    assert (talk.reply.gaps["there"], talk.reply.gaps["coming"]) == ((1,), (4,))


def test_a_season_that_does_not_exist_is_asked_about_again():
    talk = agreed(SEVERANCE, numbers(7))
    assert (talk.says, talk.reply.gaps["count"]) == ("no-such-season", 2)
    assert talk.then(ChooseSeasons(numbers(2))).wants == Submit(Wish(SEVERANCE.title, (2,)))


@pytest.mark.parametrize("details", [ALL_THERE, ONE_THERE, NOTHING_LEFT, BREAKING_BAD])
def test_a_season_that_does_not_exist_is_no_question_where_nothing_is_missing(details: Details):
    talk = agreed(details, numbers(9))
    assert talk.says == "only-seasons"
    assert talk.reply.gaps["count"] == len(details.regular_seasons)
    assert isinstance(talk.state, Finished)


@pytest.mark.parametrize(
    ("seasons", "wanted"),
    [
        (SeasonsOnward(3), (3, 4, 5)),
        (LastSeasons(2), (4, 5)),
        (LastSeasons(40), (1, 2, 3, 4, 5)),
        (GroupedSeasons(ALL), (1, 2, 3, 4, 5)),
        (GroupedSeasons(SeasonGroup.MISSING), (1, 2, 3, 4, 5)),
        (GroupedSeasons(FIRST), (1,)),
        (GroupedSeasons(LATEST), (5,)),
        (numbers(0), (0,)),
    ],
)
def test_every_way_of_naming_seasons(seasons: Seasons, wanted: tuple[int, ...]):
    details = show("The Wire", 1438, 2002, dict.fromkeys(range(6), MISSING))
    assert agreed(details, seasons).wants == Submit(Wish(details.title, wanted))


def test_all_of_a_partial_show_means_what_is_missing():
    talk = agreed(THE_BEAR, GroupedSeasons(ALL))
    assert talk.wants == Submit(Wish(THE_BEAR.title, (2, 3)))


@pytest.mark.parametrize(
    ("details", "key"),
    [
        (ALL_THERE, "already"),
        (BREAKING_BAD, "already"),
        (NOTHING_LEFT, "already-mixed"),
        (ONE_THERE, "already"),
        (BLOCKED_SHOW, "already"),
        (NO_SEASONS, "no-seasons-yet"),
        (ONLY_SPECIALS, "no-seasons-yet"),
        (ONLY_HALVES, "already"),
    ],
)
def test_a_show_with_nothing_to_request(details: Details, key: str):
    talk = agreed(details)
    assert talk.says == key
    assert isinstance(talk.state, Finished)


def test_a_blocked_show_says_so():
    assert agreed(BLOCKED_SHOW).reply.gaps["availability"] == "blocked"


def test_a_season_that_is_partly_there_is_told():
    assert agreed(HALF_A_SEASON).reply.gaps["partly"] == (2,)
    assert agreed(HALF_A_SEASON, numbers(2)).reply.gaps["availability"] == PARTIAL


# --- what came of it


def test_requested_names_what_was_taken():
    talk = agreed(THE_BEAR, numbers(1, 2)).then(Taken(Receipt("5", RequestStatus.APPROVED, (2,))))
    assert talk.says == "requested"
    assert (talk.reply.gaps["seasons"], talk.reply.gaps["left_out"]) == ((2,), (1,))
    assert isinstance(talk.state, Finished)


def test_requested_and_waiting_for_approval():
    talk = offering(DUNE).then(Yes(), Taken(Receipt("5", RequestStatus.PENDING)))
    assert talk.reply.gaps["waiting"] == "yes"


def test_somebody_was_faster():
    taken = replace(DUNE, title=replace(DUNE.title, availability=AVAILABLE))
    talk = offering(DUNE).then(Yes(), AlreadyThere(taken))
    assert (talk.says, talk.reply.gaps["availability"]) == ("already", AVAILABLE)


def test_somebody_was_faster_with_a_season():
    talk = agreed(SEVERANCE, numbers(1)).then(AlreadyThere(show("Severance", 95396, 2022, [AVAILABLE, MISSING])))
    assert (talk.says, talk.reply.gaps["seasons"], talk.reply.gaps["availability"]) == ("already", (1,), AVAILABLE)


def test_somebody_was_faster_and_more_cannot_be_read():
    talk = agreed(SEVERANCE, numbers(1)).then(AlreadyThere(Details(SEVERANCE.title)))
    assert talk.says == "already"


def test_owed_says_why():
    talk = offering(DUNE).then(Yes(), Owed("backend-too-slow"))
    assert (talk.says, talk.reply.gaps["why"]) == ("owed", "backend-too-slow")
    assert isinstance(talk.state, Finished)


def test_refused_says_why():
    talk = offering(DUNE).then(Yes(), Refused("request-quota"))
    assert (talk.says, talk.reply.gaps["why"]) == ("refused", "request-quota")


# --- declined and failed


def test_what_was_declined_may_be_asked_for_again():
    declined = show("Silo", 125988, 2023, [AVAILABLE, DECLINED, DECLINED])
    talk = agreed(declined)
    assert (talk.says, talk.reply.gaps["missing"]) == ("which-of-the-missing", (2, 3))
    assert agreed(declined, numbers(2)).wants == Submit(Wish(declined.title, (2,)))
    film_again = film("Dune", 438631, 2021, DECLINED)
    assert offering(film_again).then(Yes()).wants == Submit(Wish(film_again.title))


@pytest.mark.parametrize("state", [REFUSED, FAILED])
def test_what_takes_no_second_request_is_not_requested(state: Availability):
    stuck = show("Silo", 125988, 2023, [AVAILABLE, state])
    assert agreed(stuck, numbers(2)).reply.gaps["availability"] is state
    assert agreed(stuck).says == "already-mixed"
    stuck_film = film("Dune", 438631, 2021, state)
    assert offering(stuck_film).then(Yes(), LookedUp(stuck_film)).reply.gaps["availability"] is state


# --- what the owner wants requested where nobody names a season


def by_default(details: Details, group: SeasonGroup) -> Talk:
    return offering(details).then(Yes(), LookedUp(details, group))


@pytest.mark.parametrize(
    ("group", "numbers"), [(ALL, (1, 2)), (FIRST, (1,)), (LATEST, (2,)), (SeasonGroup.MISSING, (1, 2))]
)
def test_what_the_owner_has_set_is_not_asked_about(group: SeasonGroup, numbers: tuple[int, ...]):
    assert by_default(SEVERANCE, group).wants == Submit(Wish(SEVERANCE.title, numbers))


def test_whoever_names_seasons_gets_those_whatever_the_owner_has_set():
    talk = offering(SEVERANCE, seasons=numbers(2)).then(Yes(), LookedUp(SEVERANCE, FIRST))
    assert talk.wants == Submit(Wish(SEVERANCE.title, (2,)))


def test_where_what_the_owner_has_set_is_there_already_it_is_asked():
    assert by_default(THE_BEAR, FIRST).says == "which-of-the-missing"
    assert by_default(ALL_THERE, FIRST).says == "already"


def test_what_is_there_of_it_is_left_out_and_told_so():
    talk = by_default(THE_BEAR, ALL)
    assert talk.wants == Submit(Wish(THE_BEAR.title, (2, 3)))
    talk = talk.then(Taken(Receipt("1", RequestStatus.PENDING, (2, 3))))
    assert (talk.says, talk.reply.gaps["left_out"], talk.reply.gaps["waiting"]) == ("requested", (1, 4), "yes")


# --- what is still to come


def airs(next_airs: str | None, *aired: str | None) -> Details:
    seasons = tuple(Season(number, aired=day) for number, day in enumerate(aired, start=1))
    return replace(SEVERANCE, seasons=seasons, next_airs=next_airs, in_production=True)


@pytest.mark.parametrize(
    ("details", "wanted", "told"),
    [
        (airs("2026-11-27", "2024-01-01", "2026-11-06"), (1, 2), Airing.RUNS),
        (airs("2026-11-27", "2024-01-01", "2026-11-06"), (1,), Airing.NOT),
        (airs(None, "2024-01-01", "2025-11-06"), (1, 2), Airing.NOT),
        (airs("2026-12-24", "2024-01-01", "2026-12-24"), (2,), Airing.STARTS),
        (airs("2026-12-24", "2024-01-01", "2026-12-24"), (1,), Airing.NOT),
        (airs("2026-11-27", "2024-01-01", None), (1,), Airing.RUNS),
    ],
)
def test_what_comes_by_itself_is_told(details: Details, wanted: tuple[int, ...], told: Airing):
    talk = agreed(details, numbers(*wanted)).then(Taken(Receipt("1", RequestStatus.APPROVED, wanted)))
    assert talk.reply.gaps["airing"] == told


def test_what_is_there_already_is_told_once():
    told = agreed(THE_BEAR)
    assert told.says == "which-of-the-missing"
    everything = told.then(ChooseSeasons(GroupedSeasons(ALL)), Taken(Receipt("1", RequestStatus.APPROVED, (2, 3))))
    assert everything.reply.gaps["left_out"] == ()
    by_number = told.then(ChooseSeasons(numbers(1, 2)), Taken(Receipt("1", RequestStatus.APPROVED, (2,))))
    assert by_number.reply.gaps["left_out"] == (1,)
