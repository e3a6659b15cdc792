"""Looking into the webhooks that came in: which request each means, and what the request manager says of it now.

A webhook is a hint. It says where to look; what is noted is what the look sees. Only while the request manager cannot
be asked is it taken at its word, for a request that is followed already.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from errands.hints import Event, Hint
from errands.seeing import PATIENCE, see, see_known
from errands.sequence import PROVISIONAL, after
from media import Kind, News, Stage, Wish
from media_backends import Ability, BackendUnavailable, KeyRefused, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from media import Followed, KnownRequest
    from media_backends import MediaBackend

log = logging.getLogger(__name__)

SOURCE: Final = "webhook"
#: Seconds. Some servers tell of a thing a moment before they have written it down themselves.
SETTLING: Final = 15.0
#: Requests that go on, among which one is found by its name alone.
MOST_OPEN: Final = 200


class NotYet(BackendUnavailable):
    """The server has told us something that it does not know itself yet: to be tried again in a moment."""

    retry_after = 3.0


class Delivered(Protocol):
    """One webhook that came in."""

    @property
    def id(self) -> int: ...
    @property
    def sender(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...
    @property
    def received(self) -> float: ...


class Deliveries(Protocol):
    """Where they are kept (storage)."""

    def get(self, row: int) -> Delivered | None: ...
    def finish(self, row: int, result: str) -> None: ...
    def waiting(self) -> tuple[int, ...]: ...


class Following(Protocol):
    """The requests that are followed (storage)."""

    def note(self, row: int, news: News, *, counts: Callable[[Stage], bool]) -> bool: ...
    def adopt(self, wish: Wish, news: News, user: str | None = None) -> int: ...
    def checked(self, rows: tuple[int, ...]) -> None: ...
    def get(self, row: int) -> Followed | None: ...
    def by_request(self, kind: str, request_id: str) -> Followed | None: ...
    def of_title(self, title_key: str) -> tuple[Followed, ...]: ...
    def open_since(self, moment: float, most: int) -> tuple[Followed, ...]: ...


class TakingIn:
    """Looks into one webhook after another. Called with the payload of its job."""

    def __init__(
        self,
        backend: Callable[[], MediaBackend],
        deliveries: Deliveries,
        following: Following,
        clock: Callable[[], float],
    ) -> None:
        """`backend` is asked anew each time; `clock` gives Unix seconds."""
        self._backend, self._deliveries, self._following, self._clock = backend, deliveries, following, clock

    def __call__(self, payload: Mapping[str, Any]) -> None:
        """Look into {"delivery": id}. Raises BackendUnavailable or KeyRefused: try again later."""
        arrived = self._deliveries.get(payload["delivery"])
        if arrived is None:
            return
        hint = Hint.read(arrived.body)
        result = self._learn(hint, arrived.received)
        log.info("A webhook (%s) tells %s of %s: %s", arrived.sender, hint.event, _about(hint), result)
        self._deliveries.finish(arrived.id, result)

    def _learn(self, hint: Hint, received: float) -> str:
        stage = hint.stage
        if stage is None:
            return "nothing follows"
        meant = self._followed(hint)
        if meant:
            by_id = meant if len(meant) == 1 else tuple(one for one in meant if one.request_id)
            return "; ".join(self._note(one, hint, stage, received, alone=by_id == (one,)) for one in meant)
        known = self._known(hint)
        return "no such request" if known is None else self._begin(known, hint)

    def _followed(self, hint: Hint) -> tuple[Followed, ...]:
        """Those of its ids, and those for the same whose id was never told; else the ones that go on of its title."""
        by_id = (self._following.by_request(kind, number) for kind, number in hint.requests)
        found = tuple(one for one in by_id if one and hint.title in {None, one.wish.title.id})
        if found:
            others = self._going_on(found[0].wish.title.key)
            return (*found, *(one for one in others if one.request_id is None and _is_same(one.wish, found[0].wish)))
        if hint.requests and Ability.REQUESTS in self._backend().abilities:
            return ()
        if hint.title is not None:
            kinds = (hint.kind,) if hint.kind else tuple(Kind)
            return tuple(one for kind in kinds for one in self._going_on(f"{kind}:{hint.title}"))
        every = self._following.open_since(self._clock(), MOST_OPEN) if hint.name else ()
        return tuple(one for one in every if one.stage is not Stage.OWED and _is_called(one.wish, hint.name))

    def _going_on(self, title_key: str) -> tuple[Followed, ...]:
        of_title = self._following.of_title(title_key)
        return tuple(one for one in of_title if one.stage is not Stage.OWED and not one.stage.is_end)

    def _note(self, one: Followed, hint: Hint, stage: Stage, received: float, *, alone: bool) -> str:
        if one.stage.is_end and one.stage not in PROVISIONAL:
            return f"{one.wish.key} is {one.stage} already"
        try:
            news = see(self._backend(), one.wish, one.request_id, SOURCE)
        except (BackendUnavailable, KeyRefused):
            unseen = hint.news(one.wish)
            if unseen is None or not alone:  # it is not clear what it means: to be tried again
                raise
            return self._noted(one, unseen, lambda now: after(now, unseen) and not _is_late(hint, now))
        self._following.checked((one.row,))
        if news is None:
            return "it cannot be looked at"
        is_ahead = stage is not news.stage and after(news.stage, News(stage, SOURCE))
        if is_ahead and self._clock() - received < SETTLING:
            raise NotYet(f"the request manager told {hint.event} of {one.wish.key}, but says {news.stage}")
        news = _with_reason(news, hint)
        return self._noted(one, news, _can_follow(news))

    def _noted(self, one: Followed, news: News, counts: Callable[[Stage], bool]) -> str:
        is_new = self._following.note(one.row, news, counts=counts)
        return f"{one.wish.key} is {news.stage}" if is_new else f"{one.wish.key}: nothing new"

    def _known(self, hint: Hint) -> KnownRequest | None:
        """The request that it means, as the request manager knows it; None where there is none."""
        backend = self._backend()
        if Ability.REQUESTS not in backend.abilities:
            return None
        for kind, number in hint.requests:
            try:
                known = backend.known_request(number, kind, timeout=PATIENCE)
            except RequestRefused:
                continue
            if known and known.kind is kind and hint.title in {None, known.title_id}:
                return known
        return None

    def _begin(self, known: KnownRequest, hint: Hint) -> str:
        """Follow a request that we knew nothing of: one of ours whose id was not told yet, or one made elsewhere."""
        for one in self._following.of_title(f"{known.kind}:{known.title_id}"):
            if one.request_id is None and not one.stage.is_end and _is_same(one.wish, known):
                news = see_known(self._backend(), one.wish, known, SOURCE)
                return self._noted(one, news, _can_follow(news))
        try:
            details = self._backend().details(known.kind, known.title_id, timeout=PATIENCE)
            wish = Wish(details.title, known.seasons, known.four_k)
            news = see_known(self._backend(), wish, known, SOURCE)
        except RequestRefused:
            return "its title cannot be looked at"
        news = _with_reason(news, hint)
        row = self._following.adopt(wish, news, known.user.id if known.user else None)
        # It may have been taken in twice at once, and then this is the newer news.
        self._following.note(row, news, counts=_can_follow(news))
        return f"{wish.key} is followed from now on: {news.stage}"


def _with_reason(news: News, hint: Hint) -> News:
    """Not every server keeps why it was declined."""
    is_missing = news.stage is Stage.DECLINED and not news.reason
    return replace(news, reason=hint.reason or None) if is_missing else news


def _can_follow(news: News) -> Callable[[Stage], bool]:
    """Whether news that were read just now can follow a stage."""
    return partial(after, news=news, seen=True)


def _is_called(wish: Wish, name: str) -> bool:
    return wish.title.name.casefold() == name.casefold()


def _is_late(hint: Hint, stage: Stage) -> bool:
    """That it was approved by itself is the first that is told of a request, and never told of another try."""
    return hint.event is Event.AUTO_APPROVED and stage is Stage.FAILED


def _is_same(wish: Wish, other: Wish | KnownRequest) -> bool:
    """Of one title: whether both are for the film, or for some of the same seasons."""
    is_film = wish.title.kind is Kind.MOVIE
    return wish.four_k is other.four_k and (is_film or bool(set(wish.seasons) & set(other.seasons)))


def _about(hint: Hint) -> str:
    """For the log: ids alone, which cannot be forged into anything else."""
    requests = ", ".join(f"{kind} request {number}" for kind, number in hint.requests)
    return requests or (f"{hint.kind or 'title'}:{hint.title}" if hint.title else "no request")
