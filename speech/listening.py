"""What was understood, as plain data and in one line: for script/hear and the measurements."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Any

from intents import (
    AllSeasonsBut,
    Context,
    GroupedSeasons,
    LastSeasons,
    NumberedSeasons,
    SeasonGroup,
    SeasonsOnward,
    Select,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intents import Intent, Seasons

#: Contexts by the names they go by in a line of JSON, beside their own.
CONTEXTS = {"none": Context.NOTHING} | {context.value: context for context in Context}
#: The words for groups of seasons, where they are not ours.
_GROUPS: dict[SeasonGroup, str | list[int]] = {SeasonGroup.FIRST: [1], SeasonGroup.MISSING: "remaining"}
#: Our fields, and the keys they have in a line of JSON where these differ.
_KEYS = {"kind": "type", "years": "year", "four_k": "fourk", "people": "cast", "position": "ordinal", "topic": "ask"}


def explained(heard: Iterable[Intent]) -> Iterator[str]:
    """Every reading, the surest first, each with its place."""
    for place, intent in enumerate(heard, start=1):
        yield f"{place}. {describe(intent)}"


def describe(intent: Intent) -> str:
    """An intent in one line: its name and the slots that are filled."""
    filled = {key: value for key, value in slots(intent).items() if value and key != "intent"}
    return " ".join([intent.name, *(f"{key}={value!r}" for key, value in filled.items())])


def slots(intent: Intent) -> dict[str, Any]:
    """An intent as plain data, with the keys that `docs/understanding.md` lists."""
    told: dict[str, Any] = {"intent": intent.name}
    for field in fields(intent):
        value = getattr(intent, field.name)
        plain = value.value if isinstance(value, Enum) else value
        told[_KEYS.get(field.name, field.name)] = seasons(value) if field.name == "seasons" else plain
    if isinstance(intent, Select):
        every = told.pop("every")
        told["ordinal"] = "all" if every else "last" if intent.position == -1 else intent.position
    if "cast" in told:
        told["cast"] = " and ".join(told["cast"]) or None
    if country := told.get("country"):
        told["country"] = country.lower()
    return told


def seasons(meant: Seasons | None) -> list[int] | str | None:
    """Seasons as plain data: [1, 2], "3+" (from the third on), "last2", "all but 1", or the name of a group."""
    match meant:
        case NumberedSeasons(numbers):
            return list(numbers)
        case SeasonsOnward(first):
            return f"{first}+"
        case LastSeasons(count):
            return f"last{count}"
        case AllSeasonsBut(numbers):
            return f"all but {', '.join(map(str, numbers))}"
        case GroupedSeasons(group):
            return _GROUPS.get(group, group.value)
        case None:
            return None
