"""Which conversation a turn belongs to, where a platform has no id for it and sends everything said so far instead.

What we answer carries a mark in the field `thinking`, which is neither shown in a sentence nor spoken, and which
clients send back with the rest of the history (Home Assistant does so since it knows of thinking). The mark names the
conversation and how many turns it has had, so the same turn sent again is known for what it is. Where no mark comes
back, a conversation is told by who speaks and how it began.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from channels import new_conversation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from channels.homeassistant.whose import Whose

_MARK: Final = re.compile(r"overtalkerr ([0-9a-f]{32}) ([0-9a-f]{32}) ([0-9]{1,6})")
#: Home Assistant listens on exactly where a reply ends in one of these: ?, the Greek one, the one of full width.
QUESTION_MARKS: Final = ("?", "\u037e", "\uff1f")


@dataclass(frozen=True, slots=True)
class Past:
    """Something said before: by the person, or, with our mark or without, to the person."""

    text: str
    is_theirs: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation and how far it has come."""

    conversation: str
    beginning: str  # differs from conversation to conversation, also where these begin alike
    turns: int
    delivery: str = ""  # what the same turn, sent again, would have too; "" where that cannot be told
    opens: bool = False  # nothing that we asked can be open

    @property
    def mark(self) -> str:
        """What the answer to this turn carries."""
        return f"overtalkerr {self.conversation} {self.beginning} {self.turns + 1}"


def follow(said: str, past: Sequence[Past], whose: Whose) -> Thread:
    """The conversation of the turn in which `said` was said."""
    answers = [one for one in past if not one.is_theirs]
    marks = [found for one in answers if (found := _MARK.fullmatch(one.mark.strip()))]
    if marks:
        conversation, beginning, turns = marks[-1].groups()
        return Thread(conversation, beginning, int(turns), delivery=f"{beginning} {turns}")
    first = next((one.text for one in past if one.is_theirs), said)
    thread = Thread(_digest(whose.person, whose.device or "", first), new_conversation(), len(answers))
    opens = not answers or not answers[-1].text.rstrip().endswith(QUESTION_MARKS)
    return replace(thread, delivery=f"{whose.turn} {len(past)}" if whose.turn else "", opens=opens)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
