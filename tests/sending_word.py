"""Request managers that leave word: a backend whose requests a test moves along, and a house that gets its webhooks."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select
from werkzeug.test import TestResponse

from errands.taking_in import SETTLING, TakingIn
from media import Availability, Details, Followed, Kind, KnownRequest, News, RequestStatus, Stage, User, Wish
from media_backends import BackendUnavailable, KeyRefused
from models import Job, RequestEvent
from storage.deliveries import Deliveries
from storage.following import TELL, Following
from storage.timeline import Timeline
from tests.fake_backend import FakeBackend, film
from tests.house import House

SECRET = "lab-webhook-secret"  # of the recordings
AWAY = {"REMOTE_ADDR": "203.0.113.7"}
MATRIX = film("The Matrix", 603, 1999)
RECORDED = Path(__file__).parent / "recordings" / "webhooks"


def recorded(name: str) -> dict[str, Any]:
    """What a real server sent: why, with which headers, and the body."""
    told: dict[str, Any] = json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))
    return told


class Manager(FakeBackend):
    """Has requests that others made, each as far as it is told to be."""

    def __init__(self, *library: Details) -> None:
        super().__init__(library)
        self.has: dict[tuple[Kind, str], KnownRequest] = {}

    def stands(
        self,
        number: str,
        details: Details,
        status: RequestStatus,
        availability: Availability = Availability.MISSING,
        seasons: tuple[int, ...] = (),
        **more: Any,
    ) -> None:
        """From now on this request stands like this."""
        title = details.title
        self.now_has(details)
        self.has[title.kind, number] = KnownRequest(
            number, title.kind, title.id, status, availability, seasons=seasons, user=User("2", "kid"), **more
        )

    def known_request(self, request_id: str, kind: Kind, *, timeout: float) -> KnownRequest | None:
        self._begin("known_request")
        made = super().known_request(request_id, kind, timeout=timeout) if request_id in self._made else None
        return self.has.get((kind, request_id), made)


@dataclass
class Post:
    """Brings webhooks to a house and looks at what came of them."""

    house: House
    answers: list[TestResponse] = field(default_factory=list)

    @property
    def following(self) -> Following:
        return Following(self.house.built.engine, self.house.clock.now)

    @property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.house.built.engine, self.house.clock.now)

    @property
    def taking_in(self) -> TakingIn:
        """What the worker does about one of them."""
        house = self.house
        return TakingIn(lambda: house.built.watch.backend, self.deliveries, self.following, house.clock.now)

    def brings(self, sender: str, body: object, headers: Mapping[str, str] | None = None) -> tuple[int, Any]:
        """One webhook from elsewhere, with the right secret unless `headers` say otherwise; status and answer."""
        given = {"Authorization": f"Bearer {SECRET}"} if headers is None else dict(headers)
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        response = self.house.client.post(
            f"/webhooks/{sender}",
            data=raw,
            headers={"Content-Type": "application/json", **given},
            environ_base=AWAY,
        )
        return response.status_code, response.get_json()

    def brings_recorded(self, name: str) -> tuple[int, Any]:
        return self.brings("overseerr", recorded(name)["body"])

    def brings_signed(self, body: object, **more: Any) -> tuple[int, Any]:
        """One of the owner's own programs."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.brings("generic", raw, signed(raw, more.pop("at", self.house.clock.now()), **more))

    def looks_in(self) -> None:
        """What came is looked into; what is not settled at the sender's yet, a little later once more."""
        for _ in range(2):
            for row in self.deliveries.waiting():
                with suppress(BackendUnavailable, KeyRefused):
                    self.taking_in({"delivery": row})
            self.house.clock.turn(SETTLING + 1)

    def follows(self, wish: Wish, stage: Stage, number: str | None = None) -> Followed:
        """This request is followed, and stands there."""
        row = self.following.adopt(wish, News(stage, "look", request_id=number))
        followed = self.following.get(row)
        assert followed is not None
        return followed

    def only(self) -> Followed:
        """The one request that is followed."""
        (one,) = self.all()
        return one

    def all(self) -> list[Followed]:
        with self.house.built.engine.connect() as connection:
            rows = connection.execute(select(RequestEvent.request).distinct()).scalars().all()
        return [one for row in rows if (one := self.following.get(row))]

    def timeline(self) -> list[Stage]:
        """What happened to the one request that is followed."""
        return [one.stage for one in Timeline(self.house.built.engine).of(self.only().row)]

    def told(self) -> list[Stage]:
        """What people are to be told, in its order."""
        with self.house.built.engine.connect() as connection:
            jobs = connection.execute(select(Job.payload).where(Job.kind == TELL).order_by(Job.id)).scalars().all()
            events = {row.id: row.stage for row in connection.execute(select(RequestEvent.id, RequestEvent.stage))}
        return [Stage(events[job["event"]]) for job in jobs]


def signed(body: bytes, at: float, secret: str = SECRET) -> dict[str, str]:
    """The headers of a body that was signed at that time."""
    moment = str(int(at))
    signature = hmac.new(secret.encode(), moment.encode() + b"." + body, sha256).hexdigest()
    return {"X-Overtalkerr-Timestamp": moment, "X-Overtalkerr-Signature": f"sha256={signature}"}
