"""Alexa: a skill hosted by ourselves, spoken to by Amazon over HTTPS.

A request is verified as raw bytes, then read, then dispatched, then answered; see docs/alexa.md for the owner's side.
"""

from __future__ import annotations

import logging
import os
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

from flask import Blueprint, Response, jsonify, request

from channels import Channel, Front
from channels.alexa.telling import tell
from doors.reading import read_body
from doors.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from channels.alexa.door import Door
    from channels.alexa.moments import Moments

log = logging.getLogger(__name__)

#: Seconds. Alexa gives up after 8, and the way here and back takes its share.
BUDGET: Final = 6.5
MOST_BYTES: Final = 128 * 1024


class Reader(Protocol):
    """Whatever tells Alexa's requests from others': `channels.alexa.verifier.Verifier`."""

    def read(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]: ...


def amazon_reader(skill_ids: frozenset[str]) -> Reader:
    """The verifier over the public roots; no `skill_ids`, any skill."""
    from datetime import UTC, datetime

    from channels.alexa.certificates import ca_bundle, fetch_over, read_roots
    from channels.alexa.verifier import Verifier

    bundle = ca_bundle(os.environ)
    roots = read_roots(bundle)
    return Verifier(roots=roots, fetch=fetch_over(bundle), clock=lambda: datetime.now(UTC), skill_ids=skill_ids)


def open_alexa(
    front: Front,
    new_reader: Callable[[frozenset[str]], Reader] = amazon_reader,
    moments: Moments | None = None,
) -> Blueprint:
    """The blueprint of this channel. Cryptography and SDK are loaded at its first request: many have no Alexa."""
    if not front.skill_ids and not front.guard.is_open:
        log.warning("ALEXA_SKILL_IDS is not set: /alexa answers every Alexa skill that is pointed at it.")
    blueprint = Blueprint("alexa", __name__)
    opening, opened = Lock(), list["Door"]()

    def door() -> Door:
        from channels.alexa.door import Door
        from channels.alexa.moments import Moments

        with opening:
            if not opened:
                opened.append(Door(front, CHANNEL, new_reader(front.skill_ids), moments or Moments()))
            return opened[0]

    @blueprint.post("/alexa")
    def alexa() -> Response:
        began = front.clock()
        answer = door().answer(dict(request.headers), read_body(request, MOST_BYTES), began)
        if answer is None:
            raise Refused(400)
        return jsonify(answer)

    return blueprint


CHANNEL: Final = Channel("alexa", BUDGET, open_alexa, preview=tell)
