"""Several titles are told apart by what really differs, and by no more."""

from __future__ import annotations

from dataclasses import replace

from dialogs.states import ChoosingTitle, Comparing
from dialogs.wants import Found, LookedUpAll, LookUpAll
from intents import AskFor, Next, Select
from intents.titles import Verdict
from media import Details, Title
from speech.saying import open_speech
from tests.fake_backend import DUNE, DUNE_1984, MISSING, film, show
from tests.samples import TODAY
from tests.talk import Talk

SPEECH = open_speech()
CRASH = film("Crash", 1, 2004).title
SAME = film("Crash", 2, 2004).title


def which(*titles: Title) -> Talk:
    return Talk().then(AskFor("it"), Found(titles, TODAY, Verdict.ASK_WHICH))


def says(*titles: Title) -> str:
    return said(which(*titles))


def said(talk: Talk, locale: str = "en-US") -> str:
    return SPEECH.say(talk.reply, locale).plain


def test_by_the_year_alone():
    assert says(DUNE.title, DUNE_1984.title) == "Did you mean the movie Dune from 2021 or the one from 1984?"


def test_by_the_kind_alone():
    series = show("Dune", 3, 2021, [MISSING]).title
    assert says(DUNE.title, series) == "Did you mean the movie Dune or the TV show?"


def test_by_kind_and_year():
    series = show("Dune", 3, 2000, [MISSING]).title
    assert says(DUNE.title, DUNE_1984.title, series) == (
        "Did you mean the movie Dune from 2021, the movie from 1984, or the TV show from 2000?"
    )


def test_by_their_names():
    other = film("Dune: Part Two", 4, 2024).title
    assert says(DUNE.title, other) == "Did you mean the movie Dune from 2021 or the movie Dune: Part Two from 2024?"


def test_by_the_country_where_year_and_kind_are_the_same():
    american, canadian = replace(CRASH, countries=("US",)), replace(SAME, countries=("CA",))
    assert says(american, canadian) == (
        "Did you mean the movie Crash made in the United States or the one made in Canada?"
    )


def test_by_who_plays_in_them_where_nothing_else_tells():
    talk = which(CRASH, SAME)
    assert talk.wants == LookUpAll((CRASH, SAME))
    assert isinstance(talk.state, Comparing)
    talk = talk.then(LookedUpAll((Details(CRASH, cast=("Ann Lee",)), Details(SAME, cast=("Bob Ray",)))))
    assert said(talk) == "Did you mean the movie Crash with Ann Lee or the one with Bob Ray?"
    assert talk.then(Select(position=2)).state.name == "requesting"


def test_who_plays_in_them_is_read_once():
    talk = which(CRASH, SAME).then(LookedUpAll((Details(CRASH, cast=("Ann Lee",)), Details(SAME, cast=("Bob Ray",)))))
    assert talk.then(Select(every=True)).says == "which-title"


def test_where_nobody_answers_they_are_read_out_all_the_same():
    talk = which(CRASH, SAME).then(LookedUpAll(()))
    assert said(talk) == "Did you mean the movie Crash or the one?"
    assert isinstance(talk.state, ChoosingTitle)


def test_three_at_a_time_and_one_left_over():
    films = tuple(film("Dune", number, 2000 + number).title for number in range(4))
    talk = which(*films).then(Next())
    assert said(talk) == "Did you mean the movie Dune from 2003?"


def test_a_film_is_called_as_in_their_country():
    talk = which(DUNE.title, DUNE_1984.title)
    assert said(talk, "en-GB") == "Did you mean the film Dune from 2021 or the one from 1984?"
