"""What the owner wants requested of a show where nobody names a season."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fake_backend import FakeBackend
from tests.house import House


@pytest.mark.parametrize(
    ("default", "requested"),
    [
        ("all", ["tmdb:136315:2,3"]),
        ("missing", ["tmdb:136315:2,3"]),
        ("first", []),
        ("latest", []),
        ("ask", []),
        (" FIRST ", []),
    ],
)
def test_the_owner_decides_what_is_not_asked(build_house: Callable[..., House], default: str, requested: list[str]):
    house = build_house(FakeBackend(), seasons_default=default)
    answer = house.hears("get the bear").hears("yes")
    assert house.fake.submitted == requested
    assert (answer.says == "which-of-the-missing") is not bool(requested)


@pytest.mark.parametrize(("default", "requested"), [("first", "tmdb:95396:1"), ("latest", "tmdb:95396:2")])
def test_one_season_of_a_new_show(build_house: Callable[..., House], default: str, requested: str):
    house = build_house(FakeBackend(), seasons_default=default)
    assert house.hears("get severance").hears("yes").says == "requested"
    assert house.fake.submitted == [requested]


def test_whoever_names_a_season_gets_that_one(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), seasons_default="first")
    assert house.hears("get season two of severance").hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:95396:2"]
