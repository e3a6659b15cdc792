"""What a program asks for outright: typed, whole, in one call, and without a conversation that is kept.

The dialog decides here too. A call walks its moves from where a person would stand who has said all that, and goes
outside the way a turn does; so the rules on duplicates, seasons and rights, and the words, are those of speech.
"""

from __future__ import annotations

import logging
import re
import unicodedata
import uuid
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from dialogs import Speak, step
from dialogs.states import (
    Checking,
    ChoosingSeasons,
    Idle,
    Offering,
    Recalling,
    Requesting,
    Searching,
    TakingBack,
    Tracing,
)
from dialogs.wants import (
    AlreadyThere,
    Found,
    LookedUp,
    LookedUpAll,
    LookUp,
    LookUpAll,
    Owed,
    Recall,
    Recalled,
    Search,
    Submit,
    TakeBack,
    Taken,
    Unanswered,
    Undone,
    Withdrawn,
)
from intents import AskFor, ChooseSeasons, Repeat, Yes
from media import Availability, Kind, RequestStatus, Title, Wish
from turns.effects import carry_out, four_k_kinds
from turns.tracing import traced
from turns.world import Speaker, World

if TYPE_CHECKING:
    from dialogs import Event
    from dialogs.states import State
    from dialogs.wants import Fact, Want
    from intents import Seasons
    from media import Details, Reply
    from turns.deadline import Deadline

log = logging.getLogger(__name__)

_YEAR_BEHIND: Final = re.compile(r"\s*\(\d{4}\)\s*$")


@dataclass(frozen=True, slots=True)
class Seek:
    """Which titles are there for this?"""

    asked: AskFor


@dataclass(frozen=True, slots=True)
class Tell:
    """How far is this title?"""

    kind: Kind
    id: int  # TMDB id


@dataclass(frozen=True, slots=True)
class Order:
    """Request this title, once."""

    kind: Kind
    id: int  # TMDB id
    name: str = ""  # what the caller takes it for: where it is called otherwise, nothing is requested; empty: not said
    seasons: Seasons | None = None
    four_k: bool = False
    rehearsal: bool = False  # go as far as possible without requesting anything


@dataclass(frozen=True, slots=True)
class Mine:
    """What has this person asked for on this channel? The latest `most`, newest first."""

    most: int


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take back what this person requested of a title, as far as "undo that" could."""

    kind: Kind
    id: int  # TMDB id


Call = Seek | Tell | Order | Mine | Revoke


class Came(StrEnum):
    """What a call came to."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    TOLD = "told"
    WOULD_REQUEST = "would_request"  # a rehearsal: nothing was requested
    REQUESTED = "requested"
    QUEUED = "queued"  # written down here, to be sent later
    ALREADY = "already"  # nothing was left to ask for
    WHICH_SEASONS = "which_seasons"  # nothing was requested: none were named that it has
    NOT_IN_4K = "not_in_4k"  # nothing was requested: only the ordinary quality can be had
    OTHER_TITLE = "other_title"  # nothing was requested: it is not called so
    CANCELLED = "cancelled"
    REFUSED = "refused"  # asking again will not help
    FAILED = "failed"  # nothing is known; asking again may help

    @property
    def is_error(self) -> bool:
        """True where what was asked for could not be done."""
        return self in {Came.REFUSED, Came.FAILED, Came.OTHER_TITLE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to, the words for it, and what it is about as far as that is known."""

    came: Came
    reply: Reply
    found: Found | None = None
    details: Details | None = None
    wish: Wish | None = None  # what was requested, or would be
    status: RequestStatus | None = None  # of what was requested
    open_seasons: tuple[int, ...] = ()  # among which to choose
    recalled: Recalled | None = None
    undone: Undone | None = None


class Outright:
    """Answers calls. Keeps nothing between them; safe for many threads."""

    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, call: Call, speaker: Speaker, deadline: Deadline) -> Outcome:
        """One call, answered by the deadline. A bug travels up as it is; a failing backend does not."""
        began = deadline.clock()
        speaker = replace(speaker, turn=uuid.uuid4().hex[:12])
        outcome = self._answer(call, speaker, deadline)
        _log(call, outcome, speaker, deadline.clock() - began)
        return outcome

    def _answer(self, call: Call, speaker: Speaker, deadline: Deadline) -> Outcome:
        match call:
            case Seek(asked):
                return _sought(asked, self._do(Search(asked), speaker, deadline))
            case Tell(kind, title_id):
                fact = self._do(LookUp(Title(kind, title_id, "")), speaker, deadline)
                return self._told(fact, speaker) if isinstance(fact, LookedUp) else _unread(fact)
            case Order():
                return self._order(call, speaker, deadline)
            case Mine(most):
                recalled = self._do(Recall(most), speaker, deadline)
                reply = _reply(Recalling(Idle()), recalled)
                return Outcome(Came.TOLD, reply, recalled=recalled if isinstance(recalled, Recalled) else None)
            case Revoke(kind, title_id):
                return _revoked(self._do(TakeBack(Title(kind, title_id, "").key), speaker, deadline))

    def _told(self, looked: LookedUp, speaker: Speaker) -> Outcome:
        title = looked.details.title
        asked = AskFor(title.name, title.kind)
        about = Tracing(asked, Offering(asked, (title,), self._world.today(speaker.zone)))
        reply = _reply(about, traced(looked.details, self._world, speaker))
        return Outcome(Came.TOLD, reply, details=looked.details)

    def _order(self, order: Order, speaker: Speaker, deadline: Deadline) -> Outcome:
        looked = self._do(LookUp(Title(order.kind, order.id, "")), speaker, deadline)
        if not isinstance(looked, LookedUp):
            return _unread(looked)
        title = looked.details.title
        asked = AskFor(title.name, order.kind, seasons=order.seasons, four_k=order.four_k)
        can_be_4k = four_k_kinds(self._world.backend().abilities)
        offer = Offering(asked, (title,), self._world.today(speaker.zone), four_k_kinds=can_be_4k)
        outcome = _hindered(order, offer) or self._settle(order, offer, looked, speaker, deadline)
        return replace(outcome, details=outcome.details or looked.details)

    def _settle(self, order: Order, offer: Offering, looked: LookedUp, speaker: Speaker, deadline: Deadline) -> Outcome:
        """What a "yes" to this offer leads to."""
        answer = step(Checking(offer, order.seasons), looked)
        if isinstance(answer, Speak):
            return _undecided(answer, looked.details.title.availability)
        if not isinstance(answer.state, Requesting) or not isinstance(answer.want, Submit):
            raise TypeError(f"the dialog wants {answer.want!r} before a request")
        if order.rehearsal:
            return Outcome(Came.WOULD_REQUEST, _reply(offer, Repeat()), wish=answer.want.wish)
        fact = self._do(answer.want, speaker, deadline)
        return _settled(answer.want.wish, fact, _reply(answer.state, fact))

    def _do(self, want: Want, speaker: Speaker, deadline: Deadline) -> Fact:
        return carry_out(want, self._world, speaker, deadline)


def _reply(state: State, event: Event) -> Reply:
    """What the dialog says to this."""
    answer = step(state, event)
    if not isinstance(answer, Speak) and isinstance(answer.want, LookUpAll):
        answer = step(answer.state, LookedUpAll(()))  # what else sets them apart is in the list that is answered
    if not isinstance(answer, Speak):
        raise TypeError(f"the dialog wants {answer.want!r} before it speaks")
    return answer.reply


def _sought(asked: AskFor, fact: Fact) -> Outcome:
    reply = _reply(Searching(asked), fact)
    if isinstance(fact, Found):
        return Outcome(Came.FOUND if fact.titles else Came.NOT_FOUND, reply, found=fact)
    return Outcome(Came.FAILED if isinstance(fact, Unanswered) else Came.REFUSED, reply)


def _unread(fact: Fact) -> Outcome:
    """The title could not be read: said as it is of a search, since its name is not known."""
    reply = _reply(Searching(AskFor("")), fact)
    return Outcome(Came.FAILED if isinstance(fact, Unanswered) else Came.REFUSED, reply)


def _hindered(order: Order, offer: Offering) -> Outcome | None:
    """Why this is not requested, whatever is missing of it: it is not what the caller takes it for."""
    if order.name and not _is_called(offer.title, order.name):
        return Outcome(Came.OTHER_TITLE, _reply(offer, Repeat()))
    if order.kind is Kind.MOVIE and order.seasons:
        return Outcome(Came.REFUSED, _reply(offer, ChooseSeasons(order.seasons)))
    if order.four_k and not offer.four_k:
        return Outcome(Came.NOT_IN_4K, _reply(offer, Yes(four_k=True)))
    return None


def _is_called(title: Title, name: str) -> bool:
    said = _folded(_YEAR_BEHIND.sub("", name))
    return said in {_folded(known) for known in (title.name, title.original_name) if known}


def _folded(name: str) -> str:
    """Letters and digits alone, where there are any."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum()) or plain.strip()


def _undecided(answer: Speak, availability: Availability) -> Outcome:
    """Nothing is requested."""
    if isinstance(answer.state, ChoosingSeasons):
        return Outcome(Came.WHICH_SEASONS, answer.reply, open_seasons=answer.state.open_seasons)
    return Outcome(Came.REFUSED if availability is Availability.BLOCKED else Came.ALREADY, answer.reply)


def _settled(wish: Wish, fact: Fact, reply: Reply) -> Outcome:
    match fact:
        case Taken(receipt):
            taken = replace(wish, seasons=receipt.seasons or wish.seasons)
            return Outcome(Came.REQUESTED, reply, wish=taken, status=receipt.status)
        case Owed():
            return Outcome(Came.QUEUED, reply, wish=wish, status=RequestStatus.QUEUED)
        case AlreadyThere(details):
            return Outcome(Came.ALREADY, reply, details=details)
        case Withdrawn():
            return Outcome(Came.CANCELLED, reply)
        case _:
            return Outcome(Came.REFUSED, reply)


def _revoked(fact: Fact) -> Outcome:
    reply = _reply(TakingBack(), fact)
    if not isinstance(fact, Undone):
        return Outcome(Came.FAILED, reply)
    return Outcome(Came.CANCELLED if fact.gone and not fact.left else Came.REFUSED, reply, undone=fact)


def _log(call: Call, outcome: Outcome, speaker: Speaker, seconds: float) -> None:
    """One line a call, as of a turn. Who called stands there as a digest; what was looked for does not stand there."""
    log.info(
        "call %s channel=%s who=%s asked=%s came=%s reply=%s request=%s ms=%.1f",
        speaker.turn,
        speaker.channel,
        speaker.digest,
        type(call).__name__.lower(),
        outcome.came,
        outcome.reply.key,
        outcome.wish.key if outcome.wish and outcome.status else "-",
        seconds * 1000,
    )
