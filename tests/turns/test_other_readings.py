"""What was said may be read in more than one way: the request manager decides which one was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from media import Details
from tests.fake_backend import FakeBackend, film
from tests.house import House


def with_cast(details: Details, *cast: str) -> Details:
    return replace(details, cast=cast)


NEWER = with_cast(film("High Society", 1, 2014, votes=90_000), "Somebody Else", "Another One")
OLDER = with_cast(film("High Society", 2, 1956, votes=900), "Bing Crosby", "Grace Kelly")
SINGIN = film("Singin' in the Rain", 3, 1952)


def test_words_in_front_of_a_title_are_taken_for_a_star_where_the_cast_says_so(build_house: Callable[..., House]):
    house = build_house(FakeBackend([NEWER, OLDER, SINGIN]))
    offer = house.hears("download the grace kelly high society")
    assert offer.speech == "I found the movie High Society, released in 1956. Is that the one you want?"
    assert offer.hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:2"]


def test_a_title_that_is_there_as_it_was_said_is_read_no_other_way(build_house: Callable[..., House]):
    house = build_house(FakeBackend([film("The Grace Kelly High Society", 4, 2001), OLDER]))
    offer = house.hears("download the grace kelly high society")
    assert offer.reply.gaps["title"] == "The Grace Kelly High Society"
    assert house.fake.calls == ["search"]


@pytest.mark.parametrize(
    ("locale", "said", "title"),
    [
        ("es-ES", "descarga el cuento de la criada", "el cuento de la criada"),
        ("fr-FR", "télécharge la légende de la forêt perdue", "la légende de la forêt perdue"),
        ("en-US", "download the grace kelly high society", "the grace kelly high society"),
    ],
)
def test_where_no_reading_finds_anything_it_is_said_of_the_whole_title(
    house: House, locale: str, said: str, title: str
):
    answer = house.person("ann", locale=locale).hears(said)
    assert (answer.says, answer.reply.gaps["title"]) == ("nothing-found", title)
