"""POST /webhooks/…: request managers, and programs of the owner's own, tell what became of a request.

Nobody speaks here. What comes in is cut down to ids and a few words, written down once, and answered;
errands/taking_in.py looks into it afterwards. The owner's side is written down in docs/webhooks.md.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from flask import Blueprint, Response, jsonify, request

from channels import Channel
from channels.webhooks import generic, ombi, overseerr
from doors.reading import clean_text, parse_object, read_body, read_object
from doors.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from channels import Front
    from doors.letterbox import Letterbox
    from errands.hints import Hint

log = logging.getLogger(__name__)

#: Bytes. The longest overview makes a few thousand.
MOST_BYTES: Final = 64 * 1024
#: The family's three are one sender, so that a delivery that comes again by another name is the same.
READERS: Final[Mapping[str, tuple[str, Callable[[Mapping[str, Any]], Hint]]]] = {
    "overseerr": ("overseerr", overseerr.read),
    "jellyseerr": ("overseerr", overseerr.read),
    "seerr": ("overseerr", overseerr.read),
    "ombi": ("ombi", ombi.read),
}


def open_webhooks(front: Front) -> Blueprint:
    """The blueprint of all of them."""
    blueprint = Blueprint("webhooks", __name__)
    for name, (sender, read) in READERS.items():
        _open(blueprint, front, name, sender, read)

    @blueprint.post("/webhooks/generic")
    def signed() -> Response:
        return _signed(front)

    return blueprint


def _open(
    blueprint: Blueprint, front: Front, name: str, sender: str, read: Callable[[Mapping[str, Any]], Hint]
) -> None:
    @blueprint.post(f"/webhooks/{name}", endpoint=name)
    def told() -> Response:
        return _told(front, sender, read)


def _told(front: Front, sender: str, read: Callable[[Mapping[str, Any]], Hint]) -> Response:
    with _counted(front, sender):
        letterbox = _letterbox(front)
        letterbox.admit(request)
        hint = read(read_object(request, MOST_BYTES))
        return _kept(letterbox, sender, hint, hint.key)


def _signed(front: Front) -> Response:
    with _counted(front, "generic"):
        letterbox = _letterbox(front)
        body = read_body(request, MOST_BYTES)
        signature = letterbox.admit_signed(request, body)
        told = generic.read(parse_object(body))
        return _kept(letterbox, "generic", told.hint, told.key or signature)


@contextmanager
def _counted(front: Front, sender: str) -> Iterator[None]:
    """What came in, and what of it was turned away."""
    try:
        yield
    except Refused as problem:
        front.care.meter.webhook(sender, "refused")
        if problem.status != 429:
            log.warning(
                "A webhook (%s) was refused with %d: %s", sender, problem.status, clean_text(str(problem))[:300]
            )
        raise
    front.care.meter.webhook(sender, "taken")


def _letterbox(front: Front) -> Letterbox:
    """Counted first, so that nobody can try one secret after another."""
    front.limits.count(request, CHANNEL.name)
    if front.letterbox is None:
        raise Refused(404)
    return front.letterbox


def _kept(letterbox: Letterbox, sender: str, hint: Hint, key: str) -> Response:
    if hint.stage is None:
        log.info("A webhook (%s) tells %s: nothing follows.", sender, hint.event)
    is_new = letterbox.take(sender, key, hint.row(), nothing_follows="" if hint.stage else hint.event)
    response = jsonify(status="taken" if is_new else "known", event=hint.event)
    response.status_code = 202 if is_new else 200
    return response


CHANNEL: Final = Channel("webhooks", 1.0, open_webhooks)
