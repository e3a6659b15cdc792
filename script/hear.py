"""What script/hear runs: words in, what was understood out. Only --explain asks the request manager."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from intents.hearing import readings
from speech.hearing import grammar, languages
from speech.listening import CONTEXTS, describe, explained, slots
from turns.learned import Grammars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from intents import Intent
    from intents.grammar import Grammar


def main() -> None:
    """Hear what stands on the command line, or every line of standard input."""
    options = parser().parse_args()
    this_year = options.year or datetime.now(UTC).year
    known = Grammars(grammar, languages())
    if options.jsonl:
        for line in answers(sys.stdin, known, this_year):
            print(line, flush=True)
        return
    said, context = " ".join(options.words), CONTEXTS[options.context]
    language = of_locale(options.locale, known)
    heard = readings(said, language, context, this_year)
    for line in explanation(tuple(heard), language) if options.explain else [describe(next(heard))]:
        print(line, flush=True)


def explanation(heard: Sequence[Intent], language: Grammar) -> Iterator[str]:
    """Every reading, then how its title was searched for and what was found."""
    from commands.hearing import explain_search  # takes a second to import, and nobody else needs it

    yield from explained(heard)
    yield from explain_search(heard, language)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    taken = argparse.ArgumentParser(prog="script/hear", description="Print what is understood by some words.")
    taken.add_argument("words", nargs="*", help="what was said")
    taken.add_argument("--context", choices=sorted(CONTEXTS), default="none", help="what was asked last (none)")
    taken.add_argument("--locale", default="en-US", help="of the speaker (en-US)")
    taken.add_argument("--year", type=int, help='the year that "last year" counts from (this one)')
    taken.add_argument(
        "--explain", action="store_true", help="print all readings, the ladder of searches and the ranking"
    )
    taken.add_argument("--jsonl", action="store_true", help='read {"text", "context", "locale"} lines, write one each')
    return taken


def of_locale(locale: str, known: Grammars) -> Grammar:
    """The grammar of a locale such as en-GB; English where we do not know its language."""
    return known.of(locale.replace("_", "-").split("-")[0].lower())


def answers(lines: Iterable[str], known: Grammars, this_year: int) -> Iterator[str]:
    """One line of JSON for each that comes in."""
    for line in lines:
        if line.strip():
            said = json.loads(line)
            language = of_locale(said.get("locale") or "en", known)
            context = CONTEXTS[said.get("context") or "none"]
            yield json.dumps(slots(next(readings(said["text"], language, context, this_year))), ensure_ascii=False)


main()
