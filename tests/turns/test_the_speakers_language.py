"""The search and the answer are in the speaker's language; a title's original name finds it all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import Details, Kind, Title
from media_backends import Query
from speech.hearing import languages
from speech.saying import open_speech
from tests.fake_backend import SEVERANCE, FakeBackend
from tests.house import House
from turns.deadline import Deadline
from turns.taking import Taking, Words
from turns.world import Speaker

HEARD = open_speech(languages())
PARASITE = Title(
    Kind.MOVIE, 496243, "Parasite", 2019, votes=17000, original_name="Gisaengchung", original_language="ko"
)
VERURTEILTE = Title(Kind.MOVIE, 278, "Die Verurteilten", 1994, votes=26000, original_name="The Shawshank Redemption")


class Translating(FakeBackend):
    """Finds a title by any of its names, and remembers in which languages it was asked."""

    def __init__(self, *library: Details) -> None:
        super().__init__(library)
        self.asked: list[str] = []

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        self.asked.append(query.language)
        words = query.text.casefold()
        titles = [details.title for details in self._library.values()]
        return tuple(
            title for title in titles if words in {title.name.casefold(), (title.original_name or "").casefold()}
        )

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        self.asked.append(language)
        return super().details(kind, title_id, language=language, timeout=timeout)


def hears(house: House, said: str, speaker: Speaker) -> Taking:
    return house.built.front.turns.take(Words(said), speaker, Deadline.after(5.0, house.clock.monotonic))


@pytest.mark.parametrize("locale", HEARD.locales)
def test_each_locale_is_searched_and_answered_in_its_own(build_house: Callable[..., House], locale: str):
    backend = Translating(SEVERANCE)
    heard = build_house(backend).person("ann", locale=locale).hears(HEARD.word("example-season", locale))
    assert set(backend.asked) == {HEARD.titles_in(locale)}
    assert heard.speech == HEARD.say(heard.reply, locale).plain
    assert "Severance" in heard.speech


def test_titles_are_searched_and_looked_up_as_the_speakers_region_knows_them(build_house: Callable[..., House]):
    backend = Translating(SEVERANCE)
    house = build_house(backend)
    brazilian = Speaker("voice", "ana", "one", "pt-BR", "en", "pt-BR")
    hears(house, "get severance", brazilian)
    hears(house, "yes", brazilian)
    assert set(backend.asked) == {"pt-BR"}
    assert len(backend.asked) >= 2


@pytest.mark.parametrize("said", ["get the shawshank redemption", "get die verurteilten"])
def test_the_original_name_counts_and_the_name_in_the_speakers_language_is_said(
    build_house: Callable[..., House], said: str
):
    answer = build_house(Translating(Details(VERURTEILTE), Details(PARASITE))).person("ann").hears(said)
    assert answer.says == "offer"
    assert "the movie Die Verurteilten, released in 1994" in answer.speech


def test_a_locale_that_is_said_but_not_heard_is_answered_in_english(build_house: Callable[..., House]):
    answer = build_house(Translating(SEVERANCE)).person("ann", locale="xx-XX").hears("get severance")
    assert answer.speech.startswith("I found the TV show Severance")
