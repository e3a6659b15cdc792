"""Who is speaking: one file (or folder) a channel, found by itself through its CHANNEL."""

from __future__ import annotations

import importlib
import pkgutil
import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from turns.deadline import Deadline
from turns.world import Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from flask import Blueprint

    from doors.care import Care
    from doors.described import Operation
    from doors.guard import Guard
    from doors.letterbox import Letterbox
    from doors.limits import Limits
    from doors.requested import Requested
    from errands.watch import Sight
    from speech.saying import Speech
    from turns.outright import Call, Outcome
    from turns.taking import Said, Taking, Turns
    from turns.touching import Touched

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks, where more is known than a name."""

    person: str
    also: tuple[str, ...] = ()  # what else they may be taken for, nearest first: their device, their account
    zone: str = ""  # the IANA name of their time zone


@dataclass(frozen=True, slots=True)
class Front:
    """All that a channel is handed."""

    turns: Turns
    speech: Speech
    guard: Guard
    limits: Limits
    sight: Callable[[], Sight]  # what is known of the backend; never waits
    database_answers: Callable[[], bool]
    clock: Callable[[], float]  # monotonic seconds
    now: Callable[[], float]  # Unix seconds
    skill_ids: frozenset[str]
    care: Care
    requested: Requested
    locale: str = "en-US"  # of whoever does not say
    patience: float = 1.0  # the share of each channel's budget that a turn may take; a test is in a hurry
    letterbox: Letterbox | None = None  # for programs that only leave word; None: nobody takes it in
    previews: Mapping[str, Callable[[Taking, Speech, str], dict[str, object]]] = field(default_factory=dict)

    def take(self, channel: Channel, said: Said, *, person: str, conversation: str, locale: str) -> Taking:
        """One turn on this channel, answered within its budget."""
        return self.answer(
            channel, said, person=person, conversation=conversation, locale=locale, tell=lambda taking: taking
        )

    def answer(
        self,
        channel: Channel,
        said: Said | Touched,
        *,
        person: str | Who,
        conversation: str,
        locale: str,
        tell: Callable[[Taking], T],
        delivery: str = "",
    ) -> T:
        """As `take`, told as the channel tells it; `delivery` is the platform's id of the turn, see turns/taking.py."""
        speaker = self._speaker(channel, person, conversation, locale)
        return self.turns.answer(said, speaker, self._deadline(channel), tell, delivery)

    def call(self, channel: Channel, call: Call, *, person: str, locale: str) -> Outcome:
        """One call of a program on this channel, answered within its budget."""
        return self.turns.outright.answer(call, self._speaker(channel, person, "", locale), self._deadline(channel))

    def _speaker(self, channel: Channel, person: str | Who, conversation: str, locale: str) -> Speaker:
        who = person if isinstance(person, Who) else Who(person)
        language, titles_in = self.speech.language_of(locale), self.speech.titles_in(locale)
        known = Speaker(channel.name, who.person, conversation, locale, language, titles_in)
        return replace(known, also=who.also, zone=who.zone)

    def _deadline(self, channel: Channel) -> Deadline:
        return Deadline.after(channel.budget * self.patience, self.clock)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to speak to us."""

    name: str
    budget: float  # seconds in which a turn must be answered
    open: Callable[[Front], Blueprint]
    preview: Callable[[Taking, Speech, str], dict[str, object]] | None = None
    operations: tuple[Operation, ...] = ()  # what of it is for programs, see doors/described.py
    is_counted: bool = True  # False: nobody asks too often, see doors/limits.py; its blueprint has its name


def known_channels() -> Iterator[Channel]:
    """Every CHANNEL of a module or package in this folder, in the order of their names: a new file is enough."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield importlib.import_module(f"{__name__}.{found.name}").CHANNEL


def new_conversation() -> str:
    """A session id that nobody can guess."""
    return uuid.uuid4().hex
