"""Reading JSON that somebody else wrote: a field of the wrong type is the same as one that is missing."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping


def as_row(value: object) -> Mapping[str, object]:
    """The JSON object, or an empty one."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def row(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The object in this field, or an empty one."""
    return as_row(parent.get(name))


def rows(parent: Mapping[str, object], name: str) -> tuple[Mapping[str, object], ...]:
    """The objects in this list; whatever else stands in it is passed over."""
    value = parent.get(name)
    return tuple(as_row(one) for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def number(parent: Mapping[str, object], name: str) -> int | None:
    """A whole number; true and false are none."""
    value = parent.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def decimal(parent: Mapping[str, object], name: str) -> float | None:
    """A finite number, with or without a fraction; true and false are none."""
    value = parent.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return float(value) if isfinite(value) else None
    except OverflowError:  # a whole number too large for a fraction
        return None


def text(parent: Mapping[str, object], *names: str) -> str | None:
    """The first of these fields that holds text other than spaces."""
    for name in names:
        value = parent.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def day(parent: Mapping[str, object], name: str) -> str | None:
    """The ISO date at the beginning of this field; None for one that no calendar has ("2027", "2027-00-00")."""
    try:
        return date.fromisoformat((text(parent, name) or "")[:10]).isoformat()
    except ValueError:
        return None


def flag(parent: Mapping[str, object], name: str) -> bool:
    """True only where the field is true."""
    return parent.get(name) is True
