"""What script/hear runs: words in, what was understood out. No network, no database.

python -m speech.listening "get season two of the bear"
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import fields
from datetime import UTC, datetime
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
from intents.hearing import readings
from speech.hearing import grammar, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intents import Intent, Seasons
    from intents.grammar import Grammar

#: Contexts by the names they go by in a line of JSON, beside their own.
CONTEXTS = {"none": Context.NOTHING} | {context.value: context for context in Context}
#: The words for groups of seasons, where they are not ours.
_GROUPS: dict[SeasonGroup, str | list[int]] = {SeasonGroup.FIRST: [1], SeasonGroup.MISSING: "remaining"}
#: Our fields, and the keys they have in a line of JSON where these differ.
_KEYS = {"kind": "type", "years": "year", "four_k": "fourk", "people": "cast", "position": "ordinal", "topic": "ask"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Hear what stands on the command line, or every line of standard input."""
    options = _parser().parse_args(arguments)
    this_year = options.year or datetime.now(UTC).year
    known = {language: grammar(language) for language in languages()}
    if options.jsonl:
        for line in _jsonl(sys.stdin, known, this_year):
            sys.stdout.write(line + "\n")
        return
    heard = list(
        readings(" ".join(options.words), known[_language(options.locale)], CONTEXTS[options.context], this_year)
    )
    for intent in heard if options.explain else heard[:1]:
        sys.stdout.write(describe(intent) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="script/hear", description="Print what is understood by some words.")
    parser.add_argument("words", nargs="*", help="what was said")
    parser.add_argument("--context", choices=sorted(CONTEXTS), default="none", help="what was asked last (none)")
    parser.add_argument("--locale", default="en-US", help="of the speaker (en-US)")
    parser.add_argument("--year", type=int, help='the year that "last year" counts from (this one)')
    parser.add_argument("--explain", action="store_true", help="print the other readings too")
    parser.add_argument(
        "--jsonl", action="store_true", help='read {"text", "context", "locale"} lines, write one line each'
    )
    return parser


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()


def _jsonl(lines: Iterable[str], known: dict[str, Grammar], this_year: int) -> Iterable[str]:
    for line in lines:
        if line.strip():
            said = json.loads(line)
            language = known.get(_language(said.get("locale") or "en"), known["en"])
            context = CONTEXTS[said.get("context") or "none"]
            intent = next(readings(said["text"], language, context, this_year))
            yield json.dumps(slots(intent), ensure_ascii=False)


def explained(heard: Iterable[Intent]) -> Iterable[str]:
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
        told[_KEYS.get(field.name, field.name)] = seasons(value) if field.name == "seasons" else value
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


if __name__ == "__main__":
    main()
