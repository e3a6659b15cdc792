"""What is carried from state to state: how somebody is spoken to, and what is to be done with a title."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Manner:
    """How this person is to be spoken to: kept from move to move, all through the conversation."""

    misses: int = 0  # so many times in a row nothing was heard that fits
    film: str = ""  # "film" or "movie", as they call it; empty: as their country does


class Errand(StrEnum):
    """What is to be done with the title that somebody named, once it is found."""

    ASK = "ask"  # tell how far it is, and offer it
    FOLLOW = "follow"
    TRY_AGAIN = "try-again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What every state has."""

    manner: Manner = Manner()
