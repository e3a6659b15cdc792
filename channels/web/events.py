"""GET /events: what happens to requests, as a stream (server-sent events) or, for whoever asks again, at once.

A stream takes a thread of the server, so there are few; where none is left the answer is 204, and pages ask again.
Both tell the same, in the language of the page. Whoever comes back with the id of what they saw last misses nothing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from select import select
from socket import MSG_PEEK, SHUT_RD
from typing import TYPE_CHECKING, Annotated, Any, Final

from flask import Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from channels.web.wording import Wording, wording_of
from doors.described import Answer, Operation
from media import Stage

if TYPE_CHECKING:
    from socket import socket

    from flask import Blueprint

    from channels import Front
    from doors.live import Batch, Watcher
    from storage.listing import Told

STREAM: Final = "text/event-stream"
#: Milliseconds after which a browser comes back when a stream has ended.
COME_BACK: Final = 2000
#: No proxy may keep any of it back; nginx does unless told not to.
HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
#: The most digits that a number in an address may have: PostgreSQL refuses those beyond two thousand million.
DIGITS: Final = 9


class Event(BaseModel):
    """Something that happened to a request."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[int, Field(description="These only ever grow.")]
    request: Annotated[int, Field(description="Which one, as in /requests/12.")]
    request_id: Annotated[str | None, Field(description="What the request manager calls it; null: not known yet.")]
    at: Annotated[float, Field(description="Unix seconds.")]
    stage: Stage
    stage_label: str
    source: Annotated[str, Field(description="How it is known: outbox, webhook or look.")]
    reason: str | None
    ready: Annotated[list[int], Field(description="Seasons that are there.")]
    kind: str
    title_id: Annotated[int, Field(description="TMDB id.")]
    title: str
    year: int | None


class Events(BaseModel):
    """What happened, the first first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    last: Annotated[int, Field(description="Ask for what happened since this one next time.")]
    events: list[Event]


class Stream:
    """What a watcher sees, in the bytes of a stream. The server closes it, whether or not it was ever begun."""

    def __init__(self, watcher: Watcher, wording: Wording, connection: socket | None) -> None:
        self._watcher, self._wording, self._connection = watcher, wording, connection
        self._is_begun = False

    def __iter__(self) -> Stream:
        return self

    def __next__(self) -> bytes:
        if not self._is_begun:  # the headers are on their way only with the first bytes
            self._is_begun = True
            return f"retry: {COME_BACK}\nid: {self._watcher.place}\n\n".encode()
        return written(next(self._watcher), self._wording)

    def close(self) -> None:
        """Give the seat back."""
        self._watcher.close()
        if self._watcher.is_over and self._connection is not None:
            # When it stops, gunicorn keeps each connection for two more seconds, in case it is asked something else.
            with suppress(OSError):
                self._connection.shutdown(SHUT_RD)


def written(batch: Batch, wording: Wording) -> bytes:
    """As the standard has it; where nothing happened an id alone: browsers keep it, and proxies see that we live."""
    if not batch.told:
        return f"id: {batch.last}\n\n".encode()
    told = (tell(one, wording) for one in batch.told)
    return "".join(f"id: {one['id']}\ndata: {json.dumps(one)}\n\n" for one in told).encode()


def tell(told: Told, wording: Wording) -> dict[str, Any]:
    """One event, as it is answered."""
    happening, followed = told.happening, told.request
    title = followed.wish.title
    return {
        "id": happening.id,
        "request": happening.request,
        "request_id": followed.request_id,
        "at": happening.at,
        "stage": happening.stage.value,
        "stage_label": wording.stage(happening.stage),
        "source": happening.source,
        "reason": wording.reason(happening.reason),
        "ready": list(happening.ready),
        "kind": title.kind.value,
        "title_id": title.id,
        "title": title.name,
        "year": title.year,
    }


def add_events(blueprint: Blueprint, front: Front) -> None:
    """Add the address."""
    live = front.requested.live

    @blueprint.get("/events")
    def events() -> Response:
        front.guard.admit(request)
        wording = wording_of(front, request)
        told = number(request.headers.get("Last-Event-ID", ""))
        since = number(request.args.get("since", "")) if told is None else told
        if STREAM not in {kind for kind, _ in request.accept_mimetypes}:
            batch = live.after(live.place() if since is None else since)
            answer = jsonify(last=batch.last, events=[tell(one, wording) for one in batch.told])
            answer.headers.update(HEADERS)
            return answer
        if request.method == "HEAD":  # it is answered without a body, and nobody would close the stream
            return Response(mimetype=STREAM, headers=HEADERS)
        connection = request.environ.get("gunicorn.socket") or request.environ.get("werkzeug.socket")
        watcher = live.watch(since, partial(is_connected, connection))
        if watcher is None:
            return Response(status=204, headers=HEADERS)
        return Response(Stream(watcher, wording, connection), mimetype=STREAM, headers=HEADERS)


def is_connected(connection: socket | None) -> bool:
    """False once the other side has hung up. A page that is left says no more, and writing tells it far too late."""
    if connection is None:  # not told by the server
        return True
    try:
        readable, _, _ = select([connection], [], [], 0)
        return not readable or connection.recv(1, MSG_PEEK) != b""
    except OSError:
        return False
    except ValueError:  # more than 1024 files are open, or it speaks TLS: then it is written that tells
        return True


def number(text: str) -> int | None:
    """A whole number as it stands in an address; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= DIGITS else None


OPERATIONS: Final = (
    Operation(
        "get",
        "/events",
        "events",
        "What happened to requests",
        {200: Answer(Events, "What happened since, at most a hundred of them.")},
        query={
            "since": "The id of what was seen last; without it, nothing but how far it goes.",
            "locale": "The language of the labels, such as de-DE; without it, Accept-Language says.",
        },
    ),
)
