"""Requests to which something happens, written with the real storage, for tests of what shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Engine

from media import News, Stage, Wish
from storage.following import Following
from tests.fake_backend import DUNE

ON_THE_WAY = (Stage.APPROVED, Stage.DOWNLOADING)


class Told:
    """What somebody learns of requests: a webhook, the outbox, a look."""

    def __init__(self, engine: Engine, now: Callable[[], float]) -> None:
        self.following = Following(engine, now)

    def request(self, name: str = "Dune", wish: Wish | None = None, stage: Stage = Stage.PENDING) -> int:
        """One that was made elsewhere; its row."""
        wish = wish or Wish(replace(DUNE.title, name=name))
        return self.following.adopt(wish, News(stage, "look", request_id=f"{name}:{wish.key}"))

    def happens(self, row: int, *stages: Stage, reason: str | None = None) -> None:
        """It comes to each of these stages."""
        for stage in stages:
            assert self.following.note(row, News(stage, "webhook", reason=reason), told=False)

    def goes_on(self, row: int, times: int) -> None:
        """So many things happen to it."""
        stands = self.following.get(row)
        begin = int(stands is not None and stands.stage is Stage.APPROVED)
        for turn in range(begin, begin + times):
            self.happens(row, ON_THE_WAY[turn % 2])
