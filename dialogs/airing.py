"""Whether more is to come of a show."""

from __future__ import annotations

from enum import StrEnum


class Airing(StrEnum):
    """What is still to come of the seasons that somebody wants."""

    NOT = "not"  # nothing that is known
    RUNS = "runs"  # more episodes of the last of them
    STARTS = "starts"  # all of the last of them
