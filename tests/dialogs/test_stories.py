"""Conversations told through, one story a branch: no clock, no database, no backend."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dialogs import Button, Fetch, Speak, buttons, offered, options, step
from dialogs.states import Checking, ChoosingSeasons, Finished, Idle, Offering, Requesting, Stalled, State
from dialogs.table import Answer, Event
from dialogs.wants import AlreadyThere, Found, LookedUp, LookUp, Owed, Refused, Search, Submit, Taken, Unanswered
from intents import (
    AskFor,
    Cancel,
    ChooseSeasons,
    GroupedSeasons,
    Help,
    LastSeasons,
    Launch,
    Next,
    No,
    NumberedSeasons,
    Previous,
    Repeat,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Select,
    Unclear,
    Yes,
)
from media import Details, Kind, Receipt, Reply, RequestStatus, Title, Wish
from tests.fake_backend import (
    AVAILABLE,
    BLOCKED_FILM,
    BREAKING_BAD,
    CHERNOBYL,
    DUNE,
    DUNE_1984,
    FARGO,
    JURASSIC_PARK,
    MISSING,
    PARTIAL,
    SEVERANCE,
    THE_BEAR,
    UNRELEASED,
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
    TODAY,
    TWO_DUNES,
)

ALL, FIRST, LATEST = SeasonGroup.ALL, SeasonGroup.FIRST, SeasonGroup.LATEST


@dataclass(frozen=True)
class Talk:
    """Where a conversation stands, and the last answer."""

    state: State = Idle()
    answer: Answer | None = None

    def then(self, *events: Event) -> Talk:
        talk = self
        for event in events:
            answer = step(talk.state, event)
            talk = Talk(answer.state, answer)
        return talk

    @property
    def reply(self) -> Reply:
        assert isinstance(self.answer, Speak), self.answer
        return self.answer.reply

    @property
    def says(self) -> str:
        return self.reply.key

    @property
    def wants(self) -> Search | LookUp | Submit:
        assert isinstance(self.answer, Fetch), self.answer
        return self.answer.want


def offering(*found: Details, seasons: Seasons | None = None) -> Talk:
    titles = tuple(details.title for details in found)
    return Talk().then(AskFor("something", seasons=seasons), Found(titles, TODAY))


def agreed(details: Details, seasons: Seasons | None = None) -> Talk:
    """Somebody said yes to this show, and the truth about it has been read."""
    return offering(details, seasons=seasons).then(Yes(), LookedUp(details))


def numbers(*seasons: int) -> NumberedSeasons:
    return NumberedSeasons(seasons)


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
    assert talk.state == Idle()
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
    assert talk.says == "no-such-option"
    assert offered(talk.state) == DUNE_1984.title


def test_a_title_without_a_year_is_never_the_one_from_a_year():
    yearless = replace(DUNE, title=replace(DUNE.title, year=None))
    assert offering(yearless).then(Select(years=(2021, 2021))).says == "no-such-option"


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
    assert talk.state == state


def test_a_fact_that_comes_from_nowhere_is_no_crash():
    assert Talk(Checking(TWO_DUNES, None)).then(Found((), TODAY)).says == "remind-nothing"


def test_a_title_of_no_kind_we_offer_has_no_option_twice():
    title = Title(Kind.MOVIE, 1, "Alone")
    assert options(Offering(AskFor("alone"), (title,), TODAY)) == ()
