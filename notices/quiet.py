"""Quiet hours: when nobody wants to be told anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import tzinfo

_FORM: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)")


class NoQuietHours(ValueError):
    """The text names no hours; it says how they are written."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """From one time of the day to another, which may lie on the next day."""

    begins: time
    ends: time

    @classmethod
    def parse(cls, text: str) -> Quiet | None:
        """Read "22:00-07:00"; None for nothing. Raises NoQuietHours."""
        if not text.strip():
            return None
        read = _FORM.fullmatch(re.sub(r"\s+", "", text))
        if read is None:
            raise NoQuietHours(f"quiet hours are written like 22:00-07:00, not {text!r}")
        hours = [int(one) for one in read.groups()]
        return cls(time(hours[0], hours[1]), time(hours[2], hours[3]))

    def over(self, at: float, zone: tzinfo | None) -> float:
        """The first moment from `at` on that is not quiet, in Unix seconds; the machine's time where no zone is."""
        wall = datetime.fromtimestamp(at, zone)
        now = wall.time()
        by_night = self.begins > self.ends
        is_quiet = (now >= self.begins or now < self.ends) if by_night else self.begins <= now < self.ends
        if not is_quiet:
            return at
        day = wall.date() + timedelta(days=1 if by_night and now >= self.begins else 0)
        return max(at, datetime.combine(day, self.ends, wall.tzinfo).timestamp())


def told_from(quiet: str, at: float, zone: tzinfo | None) -> float:
    """The same for hours as they are kept; what cannot be read is never quiet."""
    try:
        hours = Quiet.parse(quiet)
    except NoQuietHours:
        return at
    return hours.over(at, zone) if hours else at
