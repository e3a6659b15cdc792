"""A house that gets webhooks of a request manager with a few titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fake_backend import DUNE, SEVERANCE
from tests.house import House
from tests.sending_word import MATRIX, SECRET, Manager, Post


@pytest.fixture
def post(build_house: Callable[..., House]) -> Post:
    return Post(build_house(Manager(MATRIX, DUNE, SEVERANCE), webhook_secret=SECRET))


@pytest.fixture
def manager(post: Post) -> Manager:
    assert isinstance(post.house.fake, Manager)
    return post.house.fake
