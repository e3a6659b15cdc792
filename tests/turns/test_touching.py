"""Whatever is touched on a screen is what somebody would have said, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import Button, buttons
from dialogs.states import ChoosingSeasons, ChoosingTitle, Finished, Idle, Offering, OfferingCollection, Stalled, State
from intents import AskFor, ChooseSeasons, GroupedSeasons, Help, No, NumberedSeasons, Repeat, SeasonGroup, Select, Yes
from media import Details, Kind, Reply, Season, Title
from tests.samples import DUNES, TODAY
from turns.touching import Touched, choices, meant, named, scene

TITLES = tuple(Title(Kind.MOVIE, number, f"Part {number}", 2000 + number) for number in range(1, 6))
ASKED = AskFor("part")
OFFER = Offering(ASKED, TITLES, TODAY)
SEVERANCE = Details(Title(Kind.TV, 95396, "Severance"), (Season(1), Season(2)))
STATES: tuple[State, ...] = (
    Idle(),
    OFFER,
    replace(OFFER, at=1),
    ChoosingTitle(ASKED, TITLES, TODAY),
    ChoosingTitle(ASKED, TITLES, TODAY, at=3),
    ChoosingSeasons(SEVERANCE, TODAY),
    OfferingCollection(DUNES, TODAY),
    Stalled(ASKED, "backend-busy"),
    Finished(Reply("goodbye")),
)


def touch(state: State, what: str) -> object:
    return meant(Touched(what, scene(state)), state)


def test_one_of_those_that_were_read_out():
    assert touch(ChoosingTitle(ASKED, TITLES, TODAY), "title:movie:2") == Select(position=2)
    assert touch(ChoosingTitle(ASKED, TITLES, TODAY, at=3), "title:movie:5") == Select(position=2)


def test_another_one_than_that_on_offer_is_counted_as_it_was_found():
    assert [title.id for title in choices(replace(OFFER, at=1))] == [3, 4, 5]
    assert touch(replace(OFFER, at=1), "title:movie:3") == Select(position=3)
    assert touch(replace(OFFER, at=4), "title:movie:1") == Select(position=1)


def test_buttons_and_seasons():
    assert touch(OFFER, "yes") == Yes()
    assert touch(OFFER, "no") == No()
    assert touch(Idle(), "help") == Help()
    seasons = ChoosingSeasons(SEVERANCE, TODAY)
    assert touch(seasons, "season:2") == ChooseSeasons(NumberedSeasons((2,)))
    assert touch(seasons, "all-seasons") == ChooseSeasons(GroupedSeasons(SeasonGroup.ALL))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_whatever_is_shown_can_be_touched(state: State):
    shown = [*choices(state), *buttons(state)]
    assert all(touch(state, named(one)) != Repeat() for one in shown)


def test_every_button_has_a_meaning():
    pressed = {button for state in STATES for button in buttons(state) if isinstance(button, Button)}
    assert pressed == set(Button)


def test_each_question_has_a_scene_of_its_own():
    assert len({scene(state) for state in STATES}) == len(STATES)
    assert scene(replace(OFFER, asked=replace(ASKED, four_k=True), four_k_kinds=(Kind.MOVIE,))) != scene(OFFER)


def test_what_was_shown_before_is_open_no_longer():
    old = Touched("yes", scene(OFFER))
    assert meant(old, replace(OFFER, at=1)) == Repeat()
    assert meant(old, Idle()) == Repeat()


@pytest.mark.parametrize("what", ["title:movie:1", "title:movie:99", "season:1", "next ", "", "help"])
def test_what_is_not_shown_cannot_be_touched(what: str):
    assert touch(OFFER, what) == Repeat()


@given(what=st.text(), shown=st.text(), state=st.sampled_from(STATES))
def test_anything_may_come(what: str, shown: str, state: State):
    assert meant(Touched(what, shown), state) == Repeat()
    meant(Touched(what, scene(state)), state)
