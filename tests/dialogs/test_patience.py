"""Whoever is not understood is helped more each time; nobody hears the same sentence over and over."""

from __future__ import annotations

import pytest

from dialogs import question
from dialogs.carried import Manner
from dialogs.states import SPEAKING_STATES, Finished, Idle, State
from dialogs.wants import Found, LookedUp
from intents import AskFor, AskInfo, Help, Repeat, Select, Topic, Unclear, Yes
from media import Kind
from tests.fake_backend import DUNE
from tests.samples import STATES, TODAY, TWO_DUNES
from tests.talk import Talk

OPEN = {type(state): state for state in reversed(STATES) if type(state) in SPEAKING_STATES}
MUMBLE = Unclear("mumble")


@pytest.mark.parametrize("state", OPEN.values(), ids=lambda state: state.name)
def test_each_miss_is_answered_otherwise_and_after_four_it_is_enough(state: State):
    about = question(state)
    talks = [Talk(state)]
    for _ in range(4):
        talks.append(talks[-1].then(MUMBLE))
    assert [talk.says for talk in talks[1:]] == [f"remind-{about}", f"lost-{about}", f"help-{about}", "lost-goodbye"]
    assert isinstance(talks[-1].state, Finished)
    assert talks[-1].state.manner.misses == 0


def test_silence_is_told_from_gibberish():
    assert Talk(TWO_DUNES).then(Unclear()).reply.gaps["heard"] == "nothing"
    assert Talk(TWO_DUNES).then(MUMBLE).reply.gaps["heard"] == "something"


def test_whatever_fits_in_between_makes_us_patient_again():
    talk = Talk(TWO_DUNES).then(MUMBLE, Repeat(), MUMBLE)
    assert talk.says == "remind-offer"
    assert Talk(TWO_DUNES).then(MUMBLE, Help(), MUMBLE).says == "remind-offer"


def test_a_question_that_is_answered_makes_us_patient_again():
    talk = Talk(TWO_DUNES).then(MUMBLE, AskInfo(Topic.YEAR), LookedUp(DUNE), MUMBLE)
    assert talk.says == "remind-offer"


def test_a_title_that_is_not_found_again_and_again():
    talk, said = Talk(Idle()), []
    for _ in range(4):
        talk = talk.then(AskFor("qwerty"), Found((), TODAY))
        said.append(talk.says)
    assert said == ["nothing-found", "nothing-found-again", "nothing-found-still", "lost-goodbye"]


def test_a_title_that_is_found_at_last_begins_afresh():
    talk = Talk(Idle()).then(AskFor("dun"), Found((), TODAY), AskFor("dune"), Found((DUNE.title,), TODAY))
    assert talk.says == "offer"
    assert talk.state.manner == Manner()


def test_choosing_what_is_not_there_counts_as_well():
    talk = Talk(TWO_DUNES).then(Select(kind=Kind.MOVIE, position=7), MUMBLE)
    assert talk.says == "lost-offer"


def test_an_echo_of_ours_is_answered_calmly_and_not_for_ever():
    talk, said = Talk(TWO_DUNES), []
    for _ in range(4):
        talk = talk.then(Repeat(echoed=True))
        said.append(talk.says)
    assert said == ["offer", "lost-offer", "help-offer", "lost-goodbye"]


def test_slowly_is_the_same_once_more_and_only_this_once():
    talk = Talk(TWO_DUNES).then(Repeat(slowly=True))
    assert talk.reply.slowly
    assert talk.says == "offer"
    assert not talk.then(Repeat()).reply.slowly


def test_their_word_for_a_film_goes_on_through_the_conversation():
    asked = Talk(Idle(manner=Manner(film="film"))).then(AskFor("dune"), Found((DUNE.title,), TODAY))
    assert asked.reply.gaps["film"] == "film"
    assert asked.then(Yes()).state.manner == Manner(film="film")
