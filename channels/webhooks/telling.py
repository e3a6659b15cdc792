"""Reading what senders wrote: each field may be of any type, or not there at all."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from doors.reading import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Characters of a text that is kept.
MOST_TEXT: Final = 300
MOST_SEASONS: Final = 100
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def text_in(told: Mapping[str, Any], name: str) -> str:
    """The text of this field, clean and not too long; "" where it is none."""
    value = told.get(name)
    return clean_text(value).strip()[:MOST_TEXT] if isinstance(value, str) else ""


def number_in(told: Mapping[str, Any], name: str) -> int | None:
    """The number of this field, written as a number or as text; None where it is none."""
    value = told.get(name)
    written = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    return int(written) if isinstance(written, str) and _NUMBER.fullmatch(written) else None


def mark_of(*texts: str) -> str:
    """What tells this delivery from others; of the texts themselves, which people may have written, nothing is kept."""
    return sha256("\n".join(texts).encode()).hexdigest()[:16]


def part_of(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object of this field; an empty one where it is none."""
    value = told.get(name)
    return value if isinstance(value, dict) else {}


def seasons_in(written: str) -> tuple[int, ...]:
    """The numbers of seasons in a text such as "2, 3"."""
    numbers = {int(number) for number in re.findall(r"(?<![0-9])[0-9]{1,4}(?![0-9])", written)}
    return tuple(sorted(numbers))[:MOST_SEASONS]
