"""The table of moves as a whole: any event in any state is answered, and every answer can be said."""

from collections import Counter
from typing import get_args

import pytest

from dialogs import ROWS, Fetch, Speak, buttons, offered, options, step
from dialogs.followed import (
    Again,
    Allow,
    Allowed,
    AskWaiting,
    Gather,
    Gathered,
    Heed,
    Heeded,
    Nameless,
    NotFollowed,
    NothingFailed,
    NotTheirs,
    Retried,
    ToSend,
    Trace,
    Traced,
    Unheed,
    Unheeded,
    Waiting,
)
from dialogs.states import SPEAKING_STATES, ChoosingSeasons, ChoosingTitle, Lost, Offering, State
from dialogs.table import Event
from dialogs.wants import (
    AlreadyThere,
    Fact,
    Found,
    FoundCollection,
    Greet,
    KnowsNoPeople,
    Link,
    Linked,
    LookedUp,
    LookedUpAll,
    LookUp,
    LookUpAll,
    Met,
    NobodyCalled,
    NotLinked,
    Owed,
    Recall,
    Recalled,
    Refused,
    Search,
    SettledAll,
    Submit,
    SubmitAll,
    TakeBack,
    Taken,
    Unanswered,
    Undone,
    Want,
    Withdrawn,
)
from intents import Intent
from speech.saying import Speech, open_speech
from tests.samples import EVENTS, STATES, every_answer, everything_spoken


@pytest.fixture(scope="module")
def speech() -> Speech:
    return open_speech()


def test_the_samples_cover_every_state_and_every_event():
    assert {type(state) for state in STATES} == set(get_args(State))
    assert {type(event) for event in EVENTS} == set(get_args(Event))


def test_no_pair_has_two_rows():
    pairs = Counter((row.state, row.event) for row in ROWS)
    assert [pair for pair, times in pairs.items() if times > 1] == []


#: Which facts answer a want, as `dialogs/wants.py` tells.
ANSWERS: dict[type[Want], set[type[Fact]]] = {
    Search: {Found, FoundCollection, NobodyCalled, KnowsNoPeople, Refused, Unanswered},
    LookUp: {LookedUp, Refused, Unanswered},
    LookUpAll: {LookedUpAll},
    Greet: {Met},
    TakeBack: {Undone, Unanswered},
    Link: {Linked, NotLinked},
    Recall: {Recalled},
    Submit: {Taken, AlreadyThere, Refused, Owed, Withdrawn},
    SubmitAll: {SettledAll},
    Trace: {Traced, NotFollowed, Refused, Unanswered},
    Heed: {Heeded, Nameless, NotFollowed, Refused, Unanswered},
    Unheed: {Unheeded},
    Again: {Retried, ToSend, NothingFailed, NotFollowed, Refused, Unanswered},
    Gather: {Gathered},
    AskWaiting: {Waiting, Refused, Unanswered},
    Allow: {Allowed, NotTheirs, Refused, Unanswered},
}


def test_every_row_can_be_reached_and_every_fact_that_can_come_has_its_row():
    waits = {(type(answer.state), type(answer.want)) for answer in every_answer() if isinstance(answer, Fetch)}
    facts = {(state, fact) for state, want in waits for fact in ANSWERS[want]}
    rows = {(row.state, row.event) for row in ROWS}
    assert {pair for pair in rows if pair[1] in get_args(Fact)} == facts
    assert {state for state, event in rows if event in get_args(Intent)} <= {*SPEAKING_STATES, Lost}


def test_where_a_question_was_lost_every_intent_has_its_row():
    """A reminder would put a question that nobody asked."""
    assert {row.event for row in ROWS if row.state is Lost} == set(get_args(Intent))


def test_every_intent_has_a_row_somewhere():
    assert {row.event for row in ROWS} == set(get_args(Event))


def test_a_turn_ends_only_where_somebody_can_speak():
    ends = {type(answer.state) for answer in everything_spoken()}
    assert ends == set(SPEAKING_STATES)


@pytest.mark.parametrize("state", STATES, ids=lambda state: type(state).__name__)
def test_every_event_is_answered_in_words_or_by_a_want(state: State):
    for event in EVENTS:
        assert isinstance(step(state, event), Speak | Fetch)


def test_every_answer_can_be_said_and_a_question_is_one_that_listens(speech: Speech):
    for answer in everything_spoken():
        for language in speech.languages:
            said = speech.say(answer.reply, language).plain
            assert said.endswith("?") == answer.reply.listening, (answer, said)


def test_nobody_is_asked_for_seasons_when_none_is_missing():
    for answer in everything_spoken():
        if isinstance(answer.state, ChoosingSeasons):
            assert answer.state.open_seasons


def test_an_open_question_keeps_the_microphone_open():
    open_ones = [answer for answer in everything_spoken() if not is_over(answer.state)]
    assert open_ones
    assert [answer for answer in open_ones if not answer.reply.listening] == []


def is_over(state: State) -> bool:
    return state.name in {"finished", "idle"}


def test_every_state_has_its_buttons_and_options():
    for state in STATES:
        assert len(set(buttons(state))) == len(buttons(state))
        assert offered(state) not in options(state)
        assert bool(options(state)) <= isinstance(state, Offering | ChoosingTitle)
