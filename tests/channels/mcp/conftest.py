from __future__ import annotations

import pytest

from tests.channels.mcp.talking import Assistant
from tests.house import House


@pytest.fixture
def assistant(house: House) -> Assistant:
    return Assistant(house)
