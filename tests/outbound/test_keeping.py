"""How long an answer may be kept."""

from __future__ import annotations

import pytest

from outbound.wire import may_be_kept


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("public, max-age=19531, must-revalidate, no-transform", 19531.0),
        ("Max-Age=60", 60.0),
        ("", 0.0),
        ("max-age=60, no-store", 0.0),
        ("no-cache,max-age=60", 0.0),
        ("max-age=-1", 0.0),
        ("max-age=1e9", 0.0),
        ("max-age=9999999999", 0.0),
        ("max-age=60, max-age=90", 0.0),
        ("s-maxage=60", 0.0),
        ("max-age=\u0663", 0.0),
    ],
)
def test_a_server_may_say_how_long(header: str, seconds: float):
    assert may_be_kept(header) == seconds
