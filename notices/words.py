"""What a message says: its words are speech's, its facts are the request's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from media import Reply, Stage
from media_errors import BackendError
from notices.posting import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from media import Followed, Gap
    from notices.telling import Happening


class Spoken(Protocol):
    """A sentence in words."""

    @property
    def plain(self) -> str: ...


class Speech(Protocol):
    """Puts replies into words (speech does it)."""

    def say(self, reply: Reply, locale: str) -> Spoken: ...


def told(request: Followed, happening: Happening, locale: str, speech: Speech) -> Message:
    """What happened to a request, in somebody's language."""
    wish, title = request.wish, request.wish.title
    there = tuple(sorted(set(happening.ready) & set(wish.seasons)))
    gaps: dict[str, Gap] = {
        "stage": happening.stage,
        "kind": title.kind,
        "title": title.spoken,
        "quality": "uhd" if wish.four_k else "hd",
        "seasons": wish.seasons,
    }
    gaps |= _reason(happening.reason, happening.stage)
    # What is partly there is the request; the seasons that came are there.
    came: dict[str, Gap] = {"seasons": there} if happening.stage is Stage.PARTIAL else {}
    return _message("notice", gaps, locale, speech, **came)


def outage(what: Mapping[str, object], locale: str, speech: Speech) -> Message:
    """That the request manager is away, or back; `what` as outages.py writes it down."""
    minutes = what.get("minutes")
    gaps: dict[str, Gap] = {
        "state": str(what.get("state")),
        "minutes": minutes if isinstance(minutes, int) else 0,
        "reason": str(what.get("why") or "") or "none",
    }
    return _message("outage", gaps, locale, speech)


def trial(locale: str, speech: Speech) -> Message:
    """That messages arrive."""
    return _message("trial", {}, locale, speech)


def library(locale: str, speech: Speech) -> str:
    """Where a title is ready, as a notification names it."""
    return speech.say(Reply("notice-library"), locale).plain


def _message(key: str, gaps: Mapping[str, Gap], locale: str, speech: Speech, **in_body: Gap) -> Message:
    title, body = Reply(f"{key}-title", gaps), Reply(f"{key}-body", {**gaps, **in_body})
    return Message(speech.say(title, locale).plain, speech.say(body, locale).plain)


def _reason(reason: str | None, stage: Stage) -> dict[str, Gap]:
    """Why: one of our own reasons, which has words in every language, or somebody's own words."""
    if not reason:
        return {}
    if stage in {Stage.REFUSED, Stage.GIVEN_UP}:  # how it was, whatever it is now
        return {"reason": "then", "then": reason}
    if reason in REASONS:
        return {"reason": "known", "why": reason}
    return {"reason": "said", "said": reason.strip().rstrip(".")}


def _speech_keys(kind: type[BackendError]) -> Iterator[str]:
    yield kind.speech_key
    for below in kind.__subclasses__():
        yield from _speech_keys(below)


#: The reasons that have words.
REASONS: Final = frozenset(_speech_keys(BackendError)) - {"request-already"}
