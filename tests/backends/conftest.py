"""A server for each story of the contract, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.backends.contract import Server
from tests.backends.servers import SERVERS


@pytest.fixture(params=list(SERVERS))
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with SERVERS[request.param]() as opened:
        yield opened
