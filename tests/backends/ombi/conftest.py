"""What stories about a stand-in need: the server itself, and a backend that speaks with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backends.ombi import OmbiBackend
from media_backends import Opening
from tests.backends.ombi.titles import TITLES, TODAY
from tests.backends.ombi_scene import stage
from tests.backends.ombi_stand_in import KEY, OmbiStandIn


@pytest.fixture
def server() -> Iterator[OmbiStandIn]:
    with OmbiStandIn() as stand_in:
        for one in TITLES:
            stage(stand_in, one)
        yield stand_in


@pytest.fixture
def ombi(server: OmbiStandIn) -> Iterator[OmbiBackend]:
    opened = OmbiBackend.open(Opening(server.url, KEY, clock=TODAY.timestamp))
    yield opened
    opened.close()
