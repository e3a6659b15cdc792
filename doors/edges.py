"""What holds at every address alike, whichever channel is behind it: who is counted, how much is read, how no is said.

Nothing here answers pages of other sites: no header lets a browser hand our answers to them (CORS stays closed).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import request

from doors.proxies import TrustedProxies, trust_proxies
from doors.refusals import Refused, answer_errors_with_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask

    from doors.limits import Limits
    from settings import Settings

#: Bytes: the most that any channel reads. Most read far less, see each.
MOST_BYTES: Final = 1024 * 1024


def keep_the_edges(app: Flask, settings: Settings, limits: Limits, uncounted: Iterable[str]) -> None:
    """Set all of it up; the blueprints named `uncounted` may be asked as often as one likes."""
    answer_errors_with_json(app)
    limits.watch(app, uncounted)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES + 1  # a channel that reads as much must see that there is more
    app.before_request(_refuse_too_much)
    trust_proxies(app, TrustedProxies(settings.trusted_proxies, settings.trusted_proxy_addresses))


def _refuse_too_much() -> None:
    """Also where a body is not read at all: to send one is a mistake that is better told."""
    if (request.content_length or 0) > MOST_BYTES:
        raise Refused(413)
