"""What script/hear runs: words in, what was understood out. No network, no database."""

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
    from collections.abc import Iterable, Iterator

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
    heard = readings(said, of_locale(options.locale, known), context, this_year)
    # The ladder of searches and the ranking follow here, once a reading is a title.
    for line in explained(heard) if options.explain else [describe(next(heard))]:
        print(line)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    taken = argparse.ArgumentParser(prog="script/hear", description="Print what is understood by some words.")
    taken.add_argument("words", nargs="*", help="what was said")
    taken.add_argument("--context", choices=sorted(CONTEXTS), default="none", help="what was asked last (none)")
    taken.add_argument("--locale", default="en-US", help="of the speaker (en-US)")
    taken.add_argument("--year", type=int, help='the year that "last year" counts from (this one)')
    taken.add_argument("--explain", action="store_true", help="print the other readings too")
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
