""" "Where is Dune?": answered for each stage a request can be at, over /voice and Alexa, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dialogs import reporting
from dialogs.followed import Place, Standing
from media import Availability, Details, Download, News, Stage, Wish
from media_backends import Ability, BackendUnreachable
from speech.saying import open_speech
from storage.database import open_database
from storage.following import Following
from tests.channels.alexa.house import open_house
from tests.channels.alexa.models import LISTINGS
from tests.fake_backend import AVAILABLE, FAILED, MISSING, PENDING, PROCESSING, FakeBackend, film, show
from tests.house import NOON, House

SPEECH = open_speech()
ASKED = {
    "en": "where is {}",
    "de": "wo ist {}",
    "es": "dónde está {}",
    "fr": "où en est {}",
    "it": "dov'è {}",
    "nl": "waar is {}",
    "pt": "cadê {}",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A request as we follow it, its title as the request manager tells it, and what is so."""

    stage: Stage
    details: Details
    place: Place
    asking: str = "nothing"  # what is offered with the answer
    reason: str | None = None
    seasons: tuple[int, ...] = ()
    progress: tuple[int, int] | None = None
    due: str | None = None
    there: tuple[int, ...] = ()

    @property
    def wish(self) -> Wish:
        return Wish(self.details.title, self.seasons)

    @property
    def standing(self) -> Standing:
        percent, minutes = self.progress or (None, None)
        return Standing(self.wish, self.place, percent, minutes, self.due, self.there, self.reason)


def downloaded(details: Details, *downloads: Download) -> Details:
    return replace(details, downloads=downloads)


STALLED = "download-stalled"
CASES = (
    Case(Stage.OWED, film("Tenet", 1, 2020), Place.OWED),
    Case(Stage.PENDING, film("Arrival", 2, 2016, PENDING), Place.PENDING),
    Case(Stage.APPROVED, film("Ikiru", 3, 1952, PROCESSING), Place.SEARCHING),
    Case(
        Stage.DOWNLOADING,
        downloaded(film("Gandhi", 4, 1982, PROCESSING), Download(40, 25)),
        Place.DOWNLOADING,
        progress=(40, 25),
    ),
    Case(
        Stage.DOWNLOADING,
        downloaded(film("Nomadland", 5, 2020, PROCESSING), Download(40, None, STALLED)),
        Place.STUCK,
        reason=STALLED,
    ),
    Case(Stage.APPROVED, film("Zodiac", 6, 2027, PROCESSING, "2027-03-05"), Place.UNRELEASED, due="2027-03-05"),
    Case(
        Stage.PARTIAL,
        show("Fargo", 7, 2014, [AVAILABLE, PROCESSING]),
        Place.PARTLY,
        seasons=(1, 2),
        there=(1,),
    ),
    Case(Stage.READY, film("Paddington", 8, 2014, AVAILABLE), Place.READY),
    Case(Stage.FAILED, film("Barbarian", 9, 2022, FAILED), Place.FAILED, reason="request-unsupported"),
    Case(Stage.DECLINED, film("Moneyball", 10, 2011, Availability.DECLINED), Place.DECLINED, "request", "NC 17"),
    Case(Stage.DECLINED, film("Memento", 11, 2000, Availability.REFUSED), Place.DECLINED, reason="NC 17"),
    Case(Stage.REFUSED, film("Whiplash", 12, 2014), Place.REFUSED, "request", "request-quota"),
    Case(Stage.GIVEN_UP, film("Elemental", 13, 2023), Place.GIVEN_UP, "request", "backend-unreachable"),
    Case(Stage.GONE, film("Nosferatu", 14, 2024), Place.GONE, "request"),
    Case(Stage.WITHDRAWN, film("Seinfeld", 15, 1989), Place.OPEN),
)


def open_backend() -> FakeBackend:
    backend = FakeBackend(case.details for case in CASES)
    backend.can |= {Ability.DOWNLOADS}
    return backend


def follow_all(engine: Engine) -> None:
    following = Following(engine, lambda: NOON)
    for number, case in enumerate(CASES):
        following.adopt(case.wish, News(case.stage, "look", case.reason, case.there, f"{number}"))


def check(case: Case, told: str, locale: str) -> None:
    """Whole, true, and without a gap."""
    assert case.details.title.name in told
    assert not re.search(r"\bnone\b|[{}]| {2}|\s[.,]|[.,]{2}", told), told
    assert re.match(r"[¿¡]?[A-ZÀ-Ý]", told), told
    assert told[-1] in ".!?"
    if case.place is Place.OPEN:  # whoever took it back may have it requested again
        assert told.endswith("?")
    else:
        assert told == SPEECH.say(reporting.where(case.standing, case.asking), locale).plain


def test_every_stage_is_told_of():
    assert {case.stage for case in CASES} == set(Stage)
    assert set(ASKED) == set(SPEECH.languages)


@pytest.mark.parametrize("language", sorted(ASKED))
def test_over_voice(build_house: Callable[..., House], language: str):
    house, locale = build_house(open_backend()), LISTINGS[language].locales[0]
    follow_all(house.built.engine)
    for case in CASES:
        said = ASKED[language].format(case.details.title.name)
        told = house.posts(said, case.details.title.name, locale=locale, speaker="ann")
        check(case, told["speech"], locale)
        assert told["expect_reply"] == told["speech"].endswith("?")


@pytest.mark.parametrize("language", sorted(ASKED))
def test_over_alexa(tmp_path: Path, language: str):
    with open_house(tmp_path, lambda _shelf: open_backend()) as house:
        engine = open_database(f"sqlite:///{tmp_path / 'house.db'}")
        follow_all(engine)
        engine.dispose()
        locale = LISTINGS[language].locales[0]
        for case in CASES:
            echo = house.echo(locale=locale, session=case.details.title.name).launch()
            told = echo.answers(ASKED[language].format(case.details.title.name))
            check(case, re.sub(r"<[^>]+>", "", told.says), locale)
            assert told.is_listening == told.says.endswith("?")


@pytest.mark.parametrize("case", [CASES[0], CASES[1], CASES[7], CASES[9]], ids=lambda case: case.stage.value)
def test_while_nobody_answers_what_is_known_is_told(build_house: Callable[..., House], case: Case):
    house = build_house(open_backend())
    follow_all(house.built.engine)
    house.fake.is_down(BackendUnreachable("gone"))
    told = house.person("ann").hears(f"where is {case.details.title.name}")
    assert told.speech == SPEECH.say(reporting.where(case.standing, "nothing"), "en-US").plain


def test_a_title_that_nobody_asked_for_is_offered(build_house: Callable[..., House]):
    house = build_house(FakeBackend([film("Heat", 949, 1995, MISSING), film("Ran", 11645, 1985, AVAILABLE)]))
    assert house.hears("where is heat").says == "offer-request"
    assert house.hears("is ran ready").speech == "The movie Ran is in your library."
